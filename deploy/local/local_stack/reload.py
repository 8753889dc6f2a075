"""Restarts the services whose code changed, and rebuilds the dashboard: `make up RELOAD=1`."""

from __future__ import annotations

import shutil
from pathlib import Path

from watchfiles import PythonFilter, awatch

from local_stack import environment
from local_stack.home import CHECKOUT
from local_stack.process import Program
from local_stack.stack import Stack
from local_stack.supervisor import Part, StartError

_ALL = environment.SERVICES
WATCHED: dict[str, tuple[str, ...]] = {
    **{f"services/{service}/{service}": (service,) for service in _ALL},
    "libs/kit/kit": _ALL,
    "libs/protos/gitstrata_protos": _ALL,
    "libs/strata/strata": _ALL,
    "deploy/local/local_stack/github": ("github",),
}
"""What has to start again when something below a folder changes."""


def affected(changed: set[Path]) -> list[str]:
    """The parts to start again, in the order in which they depend on each other."""
    hit = {
        part
        for folder, parts in WATCHED.items()
        if any((CHECKOUT / folder) in file.parents for file in changed)
        for part in parts
    }
    return [part for part in ("github", *_ALL) if part in hit]


async def reload(stack: Stack) -> None:
    """Follow edits until cancelled."""
    await _watch_dashboard(stack)
    folders = [CHECKOUT / folder for folder in WATCHED if (CHECKOUT / folder).is_dir()]
    stack.log.say("watching for edits")
    async for changes in awatch(*folders, watch_filter=PythonFilter()):
        changed = {Path(file) for _, file in changes}
        for part in filter(stack.supervisor.holds, affected(changed)):
            names = ", ".join(sorted({file.name for file in changed}))
            stack.log.say(f"{names} changed: starting {part} again")
            try:
                if any("migrations" in file.parts and part in file.parts for file in changed):
                    await stack.migrate(part)
                await stack.supervisor.restart(part)
            except StartError as error:
                stack.log.say(str(error), part=part)


async def _watch_dashboard(stack: Stack) -> None:
    vite = CHECKOUT / "frontend" / "node_modules" / ".bin" / "vite"
    if not vite.exists() or shutil.which("node") is None:
        stack.log.say("the dashboard is not rebuilt: its packages are not installed (`make install`)")
        return
    program = Program(
        name="dashboard",
        argv=(str(vite), "build", "--watch", "--logLevel", "warn"),
        environment=environment.inherited(),
        cwd=CHECKOUT / "frontend",
    )

    async def started() -> bool:
        return True

    await stack.supervisor.start(Part(program=program, address=stack.addresses.gateway_url, ready=started))
