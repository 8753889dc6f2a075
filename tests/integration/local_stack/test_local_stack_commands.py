"""The command line: a failed start, a stack that is not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-tests-"))
    folder.chmod(0o711)
    yield folder / "home"
    shutil.rmtree(folder)


def local_stack(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "local_stack", "--home", str(home), *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_a_failed_start_says_why_and_leaves_nothing(home: Path) -> None:
    done = local_stack(home, "up", AUTH_VAULT_KEYS="no-key")
    assert done.returncode == 1
    assert "the local stack did not start: auth" in done.stdout
    assert "Traceback" not in done.stderr
    assert not (home / "stack.json").exists()
    left = [
        process.info["cmdline"]
        for process in psutil.process_iter(["cmdline", "environ"])
        if str(home) in " ".join([*(process.info["cmdline"] or []), *(process.info["environ"] or {}).values()])
    ]
    assert left == []
    assert local_stack(home, "clean").returncode == 0
    assert not home.exists()


def test_without_a_stack(home: Path) -> None:
    assert local_stack(home, "down").returncode == 0
    done = local_stack(home, "run", "auth")
    assert done.returncode == 1
    assert "no local stack runs here" in done.stdout
    assert local_stack(home, "clean").returncode == 0
