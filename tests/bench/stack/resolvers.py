"""Dependencies of public repositories beside what the ecosystem's own tool reads out of the same files, offline.

    python -m tests.bench.stack.resolvers [REPOSITORY…]

npm and uv list what their lock files resolve to, go what a go.mod asks for. Nothing is installed and no registry asked.
Where a tool speaks, it is the truth: what only one of the two lists of a file fails the run. A file that its tool
refuses is told and left out.
"""

from __future__ import annotations

import argparse
import json
import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from strata.git import Git
from strata.stack.dependencies.detect import OTHERS, read_dependencies
from strata.stack.dependencies.files import GitFiles
from strata.stack.dependencies.model import Dependency
from strata.stack.dependencies.names import normal
from tests.bench.repositories import ENVIRONMENT, Subject, git, subject
from tests.bench.results import save
from tests.bench.stack.detect import regular_files

REPOSITORIES = (
    "pallets/flask",
    "fastapi/full-stack-fastapi-template",
    "saleor/saleor",
    "PrefectHQ/prefect",
    "uber-go/fx",
    "argoproj/argo-cd",
    "buildkite/agent",
    "gin-gonic/gin",
    "gofiber/recipes",
    "pocketbase/pocketbase",
    "open-telemetry/opentelemetry-demo",
    "google-gemini/gemini-cli",
    "electron/forge",
    "documenso/documenso",
    "leptos-rs/leptos",
    "yewstack/yew",
    "dotnet/eShop",
)
MANIFESTS = re.compile(r"(?:^|/)(?:package(?:-lock)?\.json|pyproject\.toml|uv\.lock|go\.(?:mod|work))$")
LIMIT = 120.0
HOME = Path(".local/bench/home").absolute()  # where tools leave their logs, some of them after they ended
Package = tuple[str, str]
"""Name, as its ecosystem normalises it, and version."""


class Refused(Exception):
    """The tool does not read this file; its own words."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """`read` asks the ecosystem's tool, in a folder, what its file of that name resolves to."""

    ecosystem: str
    file: str
    read: Callable[[Path], frozenset[Package]]


def _said(command: list[str], folder: Path) -> str:
    HOME.mkdir(parents=True, exist_ok=True)
    alone = {"HOME": str(HOME), "GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod", "GOPROXY": "off"}
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT | alone, capture_output=True, text=True, timeout=LIMIT, check=False
    )
    if not done.stdout.strip():
        raise Refused(done.stderr.strip().splitlines()[0][:200] if done.stderr.strip() else "no answer")
    return done.stdout


def _npm(folder: Path) -> frozenset[Package]:
    command = ["npm", "ls", "--all", "--package-lock-only", "--json", "--long", "--offline", "--no-update-notifier"]
    document = json.loads(_said(command, folder))
    if "dependencies" not in document and "error" in document:
        raise Refused(document["error"]["summary"][:200])

    own = {document.get("name")}  # the repository's own, which are components here
    found: set[Package] = set()
    waiting = [document]
    while waiting:
        for below in waiting.pop().get("dependencies", {}).values():
            waiting.append(below)
            resolved = str(below.get("resolved", ""))
            if resolved.startswith("file:") and not resolved.endswith((".tgz", ".tar.gz")):
                own.add(below["name"])
            elif below.get("version"):
                found.add((below["name"], below["version"]))
    return frozenset(each for each in found if each[0] not in own)


def _uv(folder: Path) -> frozenset[Package]:
    uv = str(Path(sys.executable).with_name("uv").absolute())
    command = [
        uv,
        "export",
        "--frozen",
        "--offline",
        "--no-cache",
        "--no-python-downloads",
        "--no-hashes",
        "--no-header",
    ]
    said = _said([*command, "--no-annotate", "--all-packages", "--all-extras", "--all-groups"], folder)
    pinned = [
        line.partition(";")[0].strip().partition("==") for line in said.splitlines() if "==" in line.partition(";")[0]
    ]
    return frozenset((normal("pypi", name.partition("[")[0]), version) for name, _, version in pinned)


def _go(folder: Path) -> frozenset[Package]:
    document = json.loads(_said(["go", "mod", "edit", "-json"], folder))
    replaced = {each["Old"]["Path"]: each["New"] for each in document.get("Replace") or ()}
    asked = [(each["Path"], each["Version"]) for each in document.get("Require") or ()]
    return frozenset((path, version) for path, version in asked if path not in replaced)


RESOLVERS = (
    Resolver("npm", "package-lock.json", _npm),
    Resolver("pypi", "uv.lock", _uv),
    Resolver("golang", "go.mod", _go),
)


def check_out(place: Subject, folder: Path) -> list[str]:
    """Writes the manifests alone, those of packages that were copied into the repository left out; their paths."""
    written = []
    for line in git(place.folder, "ls-tree", "-r", "-z", place.head).decode("utf-8", "replace").split("\0"):
        described, _, path = line.partition("\t")
        if described.startswith("100") and MANIFESTS.search(path) and not OTHERS.search(path):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(git(place.folder, "cat-file", "blob", described.split()[2]))
            written.append(path)
    return written


def ours(place: Subject) -> tuple[Dependency, ...]:
    git = Git(place.folder)
    return read_dependencies(GitFiles(git, regular_files(git, place.head))).dependencies


def compared(resolver: Resolver, path: str, theirs: frozenset[Package], here: tuple[Dependency, ...]) -> dict[str, Any]:
    """What only one of the two has."""
    of_registry = [each for each in here if each.ecosystem == resolver.ecosystem and each.version]
    everywhere = {(each.name, each.version) for each in of_registry}
    of_file = {
        (each.name, each.version)
        for each in of_registry
        if any(place.path == path for place in each.evidence) and not each.origin
    }
    return {
        "theirs": len(theirs),
        "ours": len(of_file),
        "missed": sorted(theirs - everywhere),
        "invented": sorted(of_file - theirs, key=str),
    }


def row(place: Subject) -> list[dict[str, Any]]:
    here = ours(place)
    rows = []
    with tempfile.TemporaryDirectory(prefix="resolvers-") as name:
        folder = Path(name)
        paths = check_out(place, folder)
        for resolver in RESOLVERS:
            for path in (path for path in paths if posixpath.basename(path) == resolver.file):
                told: dict[str, Any] = {"path": path}
                try:
                    told |= compared(resolver, path, resolver.read((folder / path).parent), here)
                except Refused as refused:
                    told["refused"] = str(refused)
                rows.append(told)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repositories", nargs="*", default=list(REPOSITORIES))
    asked = parser.parse_args()
    missing = [tool for tool in ("npm", "go") if shutil.which(tool) is None]
    if missing:
        sys.stderr.write(f"needed and not here: {', '.join(missing)}\n")
        return 2
    found: dict[str, list[dict[str, Any]]] = {}
    for given in asked.repositories:
        place = subject(given)
        found[place.name] = row(place)
        for each in found[place.name]:
            sys.stdout.write(f"{place.name} {each['path']}: ")
            if "refused" in each:
                sys.stdout.write(f"refused by its tool: {each['refused']}\n")
                continue
            sys.stdout.write(f"{each['theirs']} there, {each['ours']} here\n")
            for kind in ("missed", "invented"):
                for package in each[kind][:8]:
                    sys.stdout.write(f"    {kind}: {package}\n")
        sys.stdout.flush()
    if asked.repositories == list(REPOSITORIES):
        save("resolvers", {"rows": found})
    wrong = [each for rows in found.values() for each in rows if each.get("missed") or each.get("invented")]
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
