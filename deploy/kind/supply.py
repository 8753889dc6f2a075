"""Which images the cluster gets, and how they get there."""

from __future__ import annotations

import functools
import os
import re

from deploy.kind.tools import CHART, CHECKOUT, CLUSTER, run, say, succeeds

_NATS_CLIENT = "v0.3.0"
SERVICES = ("gateway", "auth", "jobs", "analyzer")


@functools.cache
def tag() -> str:
    """IMAGE_TAG, else the chart's appVersion, as `make images` has it."""
    found = re.search(r'^appVersion: *"?([^"\n]+)"?$', (CHART / "Chart.yaml").read_text(), re.MULTILINE)
    return os.environ.get("IMAGE_TAG") or (found[1] if found else "latest")


def identities(version: str) -> dict[str, str]:
    """What each service's image is: with the same tag built anew, pods are still made anew."""
    built = {name: f"gitstrata-{name}:{version}" for name in SERVICES}
    return {name: run("docker", "image", "inspect", "--format", "{{.Id}}", one).strip() for name, one in built.items()}


def postgres() -> str:
    """POSTGRES_IMAGE, else the public one; with BASE_IMAGE set, a stand-in built from it."""
    return os.environ.get("POSTGRES_IMAGE") or _standin("postgres") or "docker.io/library/postgres:17"


def nats() -> str:
    """NATS_IMAGE, in the same way."""
    return os.environ.get("NATS_IMAGE") or _standin("nats") or "docker.io/library/nats:2.12-alpine"


def nats_box() -> str:
    """NATS_BOX_IMAGE, in the same way: NATS' command line client, for backups."""
    return os.environ.get("NATS_BOX_IMAGE") or _standin("nats-box") or "docker.io/natsio/nats-box:0.18.0"


def _standin(name: str) -> str:
    return f"gitstrata-{name}:stand-in" if os.environ.get("BASE_IMAGE") else ""


def load() -> None:
    """Bring all images onto the nodes: nothing is pulled there."""
    wanted = [f"gitstrata-{name}:{tag()}" for name in (*SERVICES, "github-standin")]
    for name, image in (("postgres", postgres()), ("nats", nats())):
        _provide(name, image)
        wanted.append(image)
    say(f"{len(wanted)} images onto the nodes")
    # those that a node has already are not sent again
    run("kind", "load", "docker-image", *wanted, "--name", CLUSTER)


def load_nats_box() -> str:
    """Bring the client for backups onto the nodes; its image."""
    _provide("nats-box", nats_box())
    run("kind", "load", "docker-image", nats_box(), "--name", CLUSTER)
    return nats_box()


def _provide(name: str, image: str) -> None:
    """Pull an image of others, or build its stand-in where that cannot be."""
    if succeeds("docker", "image", "inspect", image):
        return
    if not image.endswith(":stand-in") and succeeds("docker", "pull", "--quiet", image):
        return
    say(f"{image} cannot be pulled here: a stand-in for it is built")
    if name == "nats-box":
        _build_nats_client()
    run(str(CHECKOUT / "deploy" / "docker" / "build.sh"), f"deploy/kind/images/{name}/Dockerfile", image)


def _build_nats_client() -> None:
    """Its program, into the folder that its Dockerfile takes it from: no Debian or Python package has it."""
    folder = CHECKOUT / ".local" / "images"
    folder.mkdir(parents=True, exist_ok=True)
    where = ("env", "-C", "/", "CGO_ENABLED=0", f"GOBIN={folder}")
    run(*where, "go", "install", "-trimpath", "-ldflags=-s -w", f"github.com/nats-io/natscli/nats@{_NATS_CLIENT}")
