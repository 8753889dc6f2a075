"""Earlier versions of the platform, out of this repository's history."""

from __future__ import annotations

from pathlib import Path

from deploy.kind import supply
from deploy.kind.tools import CHART, CHECKOUT, CLUSTER, FailedError, run, say, succeeds


def provide(version: str) -> Path:
    """Its images, made by its own build, on the nodes; its files."""
    folder = _checkout(version)
    images = {name: f"gitstrata-{name}:{version}" for name in supply.SERVICES}
    if not succeeds("docker", "image", "inspect", *images.values()):
        say(f"images of {version}")
        # as anybody builds them: what goes into them is generated first
        run("make", "-C", str(folder), "images", f"IMAGE_TAG={version}", seconds=3600)
    run("kind", "load", "docker-image", *images.values(), "--name", CLUSTER)
    return folder


def _checkout(version: str) -> Path:
    commit = _commit(version)
    folder = CHECKOUT / ".local" / "released" / f"{version}-{commit[:12]}"
    if not folder.exists():
        part = folder.with_name(f"{folder.name}.part")
        part.mkdir(parents=True, exist_ok=True)
        archive = part / "archive.tar"
        _git("archive", "--output", str(archive), commit)
        run("tar", "-C", str(part), "-xf", str(archive))
        archive.unlink()
        part.rename(folder)
    return folder


def _commit(version: str) -> str:
    """That of its tag, else the last whose chart was of that version: a clone may have no tags."""
    tag = f"refs/tags/v{version}^{{commit}}"
    if succeeds("git", "-C", str(CHECKOUT), "rev-parse", "--verify", "--quiet", tag):
        return _git("rev-parse", tag)
    chart = CHART / "Chart.yaml"
    line = f"version: {version}"
    if line in chart.read_text().splitlines():
        raise FailedError(f"version {version} is not released yet: the chart is of it")
    # newest first: the commit that took the line away comes right after the last one that had it
    changes = _git("log", "--format=%H", f"-G^{line}$", "--", str(chart)).split()
    if not changes:
        raise FailedError(f"no commit here has a chart of version {version}: is this a shallow clone?")
    return _git("rev-parse", f"{changes[0]}^")


def _git(*arguments: str) -> str:
    return run("git", "-C", str(CHECKOUT), *arguments).strip()
