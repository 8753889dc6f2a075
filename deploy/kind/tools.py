"""Runs docker, kind, kubectl and helm, as anybody would by hand."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
CHART = CHECKOUT / "deploy" / "helm" / "gitstrata"
CLUSTER = os.environ.get("KIND_CLUSTER") or "gitstrata"


def say(text: str) -> None:
    """One line about what comes next."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class FailedError(Exception):
    """A command failed or is missing; the message is for the user."""


def run(*command: str, given: str | None = None, seconds: float = 900) -> str:
    """What the command prints. Raises FailedError with its words."""
    done = _done(command, given, seconds)
    if done.returncode != 0:
        raise FailedError(f"{' '.join(command[:6])}… failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def succeeds(*command: str) -> bool:
    """Whether the command does."""
    return _done(command, None, 900).returncode == 0


def _done(command: tuple[str, ...], given: str | None, seconds: float) -> subprocess.CompletedProcess[str]:
    if shutil.which(command[0]) is None:
        raise FailedError(f"{command[0]} is not installed, or not on PATH")
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=seconds)
