"""A whole local stack in a home of its own, beside whatever the developer runs."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from local_stack.home import Home

_START_SECONDS = 240.0
_LEVEL = re.compile(r"\S+ \[([a-z]+) *\] ")


class RunningStack:
    """A stack that is up: its addresses, its home, and ways to disturb it."""

    def __init__(self, home: Home) -> None:
        self.home = home

    def part(self, name: str) -> dict[str, Any]:
        """What `stack.json` says of a part: `address` and `pid`."""
        return json.loads(self.home.description.read_text())[name]

    @property
    def gateway(self) -> str:
        return self.part("gateway")["address"]

    @property
    def github(self) -> str:
        return self.part("github")["address"]

    def clones(self) -> list[Path]:
        """The private folders of attempts, running or left behind."""
        return list(self.home.work.glob("*/attempt-*"))

    def logs(self) -> str:
        return "\n".join(path.read_text(errors="replace") for path in sorted(self.home.logs.glob("*.log")))

    def complaints(self) -> list[str]:
        """Lines of warnings and errors in those logs, and what follows them, such as a traceback."""
        found = []
        for path in sorted(self.home.logs.glob("*.log")):
            complains = False
            for line in path.read_text(errors="replace").splitlines():
                if level := _LEVEL.match(line):
                    complains = level[1] not in ("debug", "info")
                if complains:
                    found.append(line)
        return found


@contextmanager
def local_stack(
    root: Path, environment: Mapping[str, str] | None = None, module: str = "local_stack"
) -> Iterator[RunningStack]:
    """`python -m local_stack up` with its data in `root`; stopped, and its exit code checked, at the end.

    `environment` is for settings of services, each with its service's prefix; `module` may be one that does a little
    more.
    """
    home = Home(root)
    said = (root.parent / "stack.out").open("w+")
    command = [sys.executable, "-m", module, "--home", str(root), "up"]
    supervisor = subprocess.Popen(
        command, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})}
    )
    stack = RunningStack(home)
    try:
        deadline = time.monotonic() + _START_SECONDS
        while not _ready(stack):
            if supervisor.poll() is not None or time.monotonic() > deadline:
                said.seek(0)
                raise RuntimeError(f"the stack did not start:\n{said.read()}")
            time.sleep(0.2)
        yield stack
    finally:
        supervisor.terminate()
        code = supervisor.wait(60)
        said.close()
    assert code == 0, f"the stack ended with {code}"


def _ready(stack: RunningStack) -> bool:
    try:
        return httpx.get(f"{stack.gateway}/readyz", trust_env=False, timeout=2).status_code == 200
    except (OSError, ValueError, KeyError, httpx.TransportError):
        return False


async def eventually(condition: Any, seconds: float, what: str) -> None:
    """Wait until `condition()` holds; AssertionError naming `what` when it does not in time."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"not in {seconds} s: {what}"
        await asyncio.sleep(0.05)
