"""`python -m local_stack up|demo|run|down|clean`."""

from __future__ import annotations

import argparse
import asyncio
import os
import runpy
import shutil
import signal
import sys
import time
from collections.abc import Collection, Coroutine
from pathlib import Path

from rich.console import Console

from local_stack import demo, postgres, reload, stack
from local_stack.environment import SERVICES
from local_stack.home import AlreadyRunningError, Home
from local_stack.process import Identity, sweep
from local_stack.supervisor import StartError

_STOP_SECONDS = 60.0


def main() -> int:
    """Run one command; the exit code is 0 if it did what it should."""
    options = _parser().parse_args()
    home = Home(options.home.absolute()) if options.home else Home.of_checkout()
    console = Console(soft_wrap=True)
    if options.command == "down":
        return down(home, console)
    if options.command == "clean":
        return clean(home, console)
    if options.command == "run":
        return run(home, console, options.service)
    work = (
        demo.run(home, console, repo=options.repo, stop_after=options.exit, verbose=options.verbose)
        if options.command == "demo"
        else up(home, console, follow_edits=options.reload, without=options.without)
    )
    try:
        return asyncio.run(_until_told(work))
    except AlreadyRunningError:
        console.print(_running_already(home), highlight=False)
    except (StartError, OSError, RuntimeError) as error:
        console.print(f"the local stack did not start: {error}", markup=False, highlight=False)
    return 1


async def up(home: Home, console: Console, *, follow_edits: bool, without: Collection[str]) -> int:
    """Start the stack and serve until cancelled."""
    async with stack.running(home, console, without=without) as running:
        console.print(_welcome(running), highlight=False)
        if follow_edits:
            await reload.reload(running)
        await asyncio.Event().wait()
    return 0


def down(home: Home, console: Console) -> int:
    """Stop the stack that runs in this home, and whatever a killed one left behind."""
    described = home.described()
    supervisor = described.get("supervisor")
    identity = Identity(supervisor["pid"], supervisor["created"]) if supervisor else None
    if identity is not None and identity.runs():
        # Only the supervisor: it stops the rest in order. Its group may hold the make that started it.
        os.kill(identity.pid, signal.SIGTERM)
        deadline = time.monotonic() + _STOP_SECONDS
        while identity.runs():
            if time.monotonic() > deadline:
                os.kill(identity.pid, signal.SIGKILL)
                break
            time.sleep(0.1)
        console.print("the local stack is stopped")
    if stopped := sweep(home.leftovers()):
        console.print(f"stopped {len(stopped)} processes that an earlier stack had left behind")
    elif identity is None:
        console.print("no local stack runs here")
    home.description.unlink(missing_ok=True)
    return 0


def run(home: Home, console: Console, service: str) -> int:
    """Be one service of the stack that runs, in this very process: a debugger or breakpoint() works."""
    if not home.is_locked():
        console.print(f"no local stack runs here: start one with `up --without {service}`", markup=False)
        return 1
    given = stack.Plan.of_running(home).environments[service]
    os.environ.clear()
    os.environ.update(given)
    sys.argv = [service]
    runpy.run_module(f"{service}.main", run_name="__main__", alter_sys=True)
    return 0


def clean(home: Home, console: Console) -> int:
    """`down`, then remove everything the stack has kept."""
    down(home, console)
    if home.root.exists():
        postgres.remove(home.postgres)
        shutil.rmtree(home.root)
    return 0


async def _until_told(work: Coroutine[None, None, int]) -> int:
    """Run the work until it ends or a signal asks for its end; further signals do not hurry the stop."""
    task = asyncio.ensure_future(work)
    told: list[signal.Signals] = []

    def tell(which: signal.Signals) -> None:
        if not told:
            told.append(which)
            task.cancel()

    loop = asyncio.get_running_loop()
    for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(which, tell, which)
    try:
        return await task
    except asyncio.CancelledError:
        if not told:
            raise
        return 0


def _welcome(running: stack.Stack) -> str:
    gateway, github = running.addresses.gateway_url, running.addresses.github_url
    return (
        f"\nThe dashboard:       {gateway}\n"
        f"Sign in as:          alice or bob, at the GitHub stand-in ({github})\n"
        f"Something to try:    {github}/alice/orchard\n"
        "Ctrl-C stops everything.\n"
    )


def _running_already(home: Home) -> str:
    described = home.described()
    address = described.get("gateway", {}).get("address")
    pid = described.get("supervisor", {}).get("pid", "unknown")
    where = f" at {address}" if address else ""
    return f"a local stack of this checkout runs already{where} (process {pid}); `make down` stops it"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m local_stack", description=__doc__)
    parser.add_argument("--home", type=Path, help="where to keep everything (default: .local of this checkout)")
    commands = parser.add_subparsers(dest="command", required=True)
    starting = commands.add_parser("up", help="start the stack in the foreground")
    starting.add_argument("--reload", action="store_true", help="start again what is edited")
    starting.add_argument(
        "--without",
        action="append",
        default=[],
        choices=SERVICES,
        help="leave this service to be started by `run`; may be given several times",
    )
    running = commands.add_parser("run", help="be one service of a stack started without it (for a debugger)")
    running.add_argument("service", choices=SERVICES)
    showing = commands.add_parser("demo", help="start the stack if none runs, and analyse a repository")
    showing.add_argument("--repo", help="an address or a local path (default: this checkout)")
    showing.add_argument("--exit", action="store_true", help="stop after the summary")
    showing.add_argument("--verbose", action="store_true", help="show the logs of all parts")
    commands.add_parser("down", help="stop a running stack")
    commands.add_parser("clean", help="stop a running stack and remove its data")
    return parser


if __name__ == "__main__":
    sys.exit(main())
