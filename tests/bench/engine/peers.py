"""The programs that the engine is measured beside, each installed at a pinned version in a place of its own."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import strata
from tests.bench.measure import Cost, measure
from tests.bench.reference import PROCESSES, blame, text_files
from tests.bench.repositories import CACHE, ENVIRONMENT, Subject, git

PACKAGES = {"git-of-theseus": "0.3.4", "git-fame": "4.2.1", "pydriller": "2.12"}
HERCULES = ("gopkg.in/src-d/hercules.v10", "v10.7.2")
WALK = """
import sys
from pydriller import Repository
for commit in Repository(sys.argv[1]).traverse_commits():
    for file in commit.modified_files:
        file.added_lines, file.deleted_lines
"""  # churn per file and person is a sum over these


class Unavailable(Exception):
    """A peer that cannot be had here; the message says why."""


@dataclass
class Peer:
    """A program of the comparison. `prepare` gives the command for a subject; raises Unavailable."""

    name: str
    prepare: Callable[[Subject], list[str | Path]]
    variables: dict[str, str] = field(default_factory=dict)

    def cost(self, subject: Subject, limit: float) -> Cost:
        """Raises Unavailable."""
        try:
            return measure(self.prepare(subject), limit=limit, variables=self.variables)
        except RuntimeError as error:
            last = str(error).splitlines()[-1] if str(error) else "it failed without a word"
            raise Unavailable(last) from error


def ours(subject: Subject) -> list[str | Path]:
    compiled()
    return [sys.executable, "-m", "tests.bench.analyze", subject.folder]


@cache
def compiled() -> None:
    """Installed packages come compiled; a checkout that was just edited is not."""
    compileall.compile_dir(Path(strata.__file__).parent, quiet=1)


def floor(subject: Subject) -> list[str | Path]:
    return ["git", f"--git-dir={subject.folder}", "log", "-p", "-U0", "-M", subject.head]


def hercules(subject: Subject) -> list[str | Path]:
    return [_hercules(), "--burndown", "--burndown-people", "--pb", "--quiet", subject.folder]


def theseus(subject: Subject) -> list[str | Path]:
    tree = _work_tree(subject)
    command = [_package("git-of-theseus") / "git-of-theseus-analyze", "--branch", "bench", "--quiet"]
    return [*command, "--outdir", CACHE / "peers" / "theseus-out", tree]


def fame(subject: Subject) -> list[str | Path]:
    return [_package("git-fame") / "git-fame", "--log", "ERROR", _work_tree(subject)]


def pydriller(subject: Subject) -> list[str | Path]:
    return [_package("pydriller") / "python", "-c", WALK, _work_tree(subject)]


def blame_of_all(subject: Subject, sample: int | None = None) -> tuple[Cost, int, int]:
    """Plain blame of each text file (or each of `sample`, spread evenly), with files asked for and files in all.

    A sample is not scaled up.
    """
    paths = text_files(subject)
    chosen = paths[:: max(1, len(paths) // sample)] if sample else paths
    began = time.monotonic()
    with ThreadPoolExecutor(PROCESSES) as pool:
        cpu = sum(seconds for _, seconds in pool.map(lambda path: blame(subject.folder, subject.head, path), chosen))
    return Cost(cpu, time.monotonic() - began, 0), len(chosen), len(paths)


def _package(name: str) -> Path:
    return virtual_environment(f"{name}-{PACKAGES[name]}", [f"{name}=={PACKAGES[name]}"])


def virtual_environment(name: str, packages: Sequence[str]) -> Path:
    """The programs of these packages, installed once; Unavailable if that cannot be done."""
    folder = (CACHE / "peers" / name).absolute()
    wanted = "\n".join(packages)
    marker = folder / "installed"
    if not marker.exists() or marker.read_text() not in ("", wanted):
        venv.create(folder, with_pip=True, clear=True)
        _install([folder / "bin" / "pip", "install", "--quiet", *packages])
        marker.write_text(wanted)
    return folder / "bin"


def _hercules() -> Path:
    """Built from the Go module.

    As published it lacks a file that its own generator writes. What reads the imports of source files is left
    out: that parser does not start when built by today's compilers, and burndown does not ask it anything.
    """
    folder = (CACHE / "peers" / f"hercules-{HERCULES[1]}").absolute()
    program = folder / "hercules"
    if program.exists():
        return program
    if not shutil.which("go"):
        raise Unavailable("Go is not installed")
    module, version = HERCULES
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "go.mod").write_text(f"module bench\n\ngo 1.21\n\nrequire {module} {version}\n")
    go = {"GOFLAGS": "-mod=mod -modcacherw"}
    _install(["go", "mod", "download", module], folder, go)
    asked = ["go", "list", "-m", "-f", "{{.Dir}}", module]
    found = subprocess.run(asked, cwd=folder, env={**os.environ, **go}, stdout=subprocess.PIPE, check=True, text=True)
    source = folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(found.stdout.strip(), source)
    for path in [source, *source.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    extractor = source / "internal/plumbing/imports/extractor.go"
    kept = [line for line in extractor.read_text().splitlines() if "imports/languages/all" not in line]
    extractor.write_text("\n".join(kept) + "\n")
    _install(["go", "mod", "edit", "-replace", f"{module}={source}"], folder, go)
    _install(["go", "run", "embed.go"], source / "cmd/hercules", go)
    _install(["go", "build", "-o", program, f"{module}/cmd/hercules"], folder, go)
    return program


def _install(command: list[str | Path], folder: Path | None = None, variables: dict[str, str] | None = None) -> None:
    ran = subprocess.run(
        command, cwd=folder, env={**os.environ, **(variables or {})}, capture_output=True, check=False, text=True
    )
    if ran.returncode:
        raise Unavailable(f"{command[0]}: {ran.stderr.strip().splitlines()[-1][:200]}")


def _work_tree(subject: Subject) -> Path:
    """A checkout at branch `bench` that borrows the objects, for programs that need one."""
    folder = (CACHE / "trees" / subject.name.replace("/", "+")).absolute()
    if not (folder / ".git").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["git", "init", "--quiet", "-b", "empty", folder], env=ENVIRONMENT, check=True)
        objects = git(subject.folder, "rev-parse", "--path-format=absolute", "--git-path", "objects")
        (folder / ".git/objects/info/alternates").write_bytes(objects)
    checkout = ["git", "-C", folder, "checkout", "--quiet", "--force", "-B", "bench", subject.head]
    subprocess.run(checkout, env=ENVIRONMENT, check=True)
    return folder


OURS = Peer("strata", ours, {"PYTHONPATH": os.environ.get("PYTHONPATH", "")})
FLOOR = Peer("git log -p -U0 -M", floor)
PEERS = (
    Peer("hercules", hercules),
    Peer("git-of-theseus", theseus),
    Peer("git-fame", fame),
    Peer("PyDriller", pydriller),
)
