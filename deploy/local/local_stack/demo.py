"""`make demo`: uses the stack as a person would, from the sign-in to the report."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from local_stack import health, process, stack, summary
from local_stack.client import FINAL, Client, RefusedError
from local_stack.github.accounts import NotARepositoryError, git_directory
from local_stack.github.sample import PLANS
from local_stack.home import CHECKOUT, Home

_LOGIN = "alice"
_STARTING_SECONDS = 120.0


class MistakeError(Exception):
    """What was asked for cannot be done; the message is a sentence for the user."""


async def run(home: Home, console: Console, *, repo: str | None, stop_after: bool, verbose: bool) -> int:
    """Analyse `repo` on the running stack, or on one started for it, and show the result.

    With `stop_after` the exit code is 0 only if the job ended COMPLETED; otherwise serves until cancelled.
    """
    try:
        served = None if repo is not None and _is_address(repo) else local_repository(repo)
    except (MistakeError, NotARepositoryError) as mistake:
        console.print(f"REPO: {mistake}", markup=False, highlight=False)
        return 1
    async with AsyncExitStack() as context:
        mine = not home.is_locked()
        if mine:
            running = await context.enter_async_context(stack.running(home, console, quiet=not verbose))
            gateway, github = running.addresses.gateway_url, running.addresses.github_url
        else:
            gateway, github = await _running_addresses(home, console)
        address = repo or "" if served is None else f"{github}/{serve(home, *served)}.git"
        try:
            completed = await _analyse(gateway, address, console)
        except RefusedError as refused:
            console.print(f"refused ({refused.code}): {refused}", markup=False, highlight=False)
            completed = False
        except httpx.TransportError as error:
            console.print(f"the gateway at {gateway} does not answer: {error}", markup=False, highlight=False)
            completed = False
        console.print(f"The dashboard: {gateway} (sign in as alice or bob; no password)", highlight=False)
        if mine and not stop_after:
            console.print("Ctrl-C stops everything.")
            await asyncio.Event().wait()
    return 0 if completed else 1


def serve(home: Home, path: Path, name: str) -> str:
    """Have the stand-in serve a git directory as a public repository of alice; returns its full name."""
    entries: list[dict[str, str]] = []
    if home.repositories.exists():
        entries = json.loads(home.repositories.read_text())
    for entry in entries:
        if entry["path"] == str(path):
            return f"{entry['owner']}/{entry['name']}"
    taken = {entry["name"].lower() for entry in entries} | {plan.name for plan in PLANS}
    free = next(one for one in _numbered(name) if one.lower() not in taken)
    entries.append({"owner": _LOGIN, "name": free, "path": str(path)})
    home.root.mkdir(parents=True, exist_ok=True)
    written = home.repositories.with_suffix(".new")
    written.write_text(json.dumps(entries, indent=2) + "\n")
    written.replace(home.repositories)
    return f"{_LOGIN}/{free}"


def _numbered(name: str) -> list[str]:
    return [name, *(f"{name}-{number}" for number in range(2, 1000))]


def _is_address(repo: str) -> bool:
    """Whether it is meant as an address: the platform then says what is wrong with it."""
    return "://" in repo or re.match(r"^[\w.-]+@[\w.-]+:", repo) is not None


def local_repository(repo: str | None) -> tuple[Path, str]:
    """The git directory and a name for a local path, this checkout when None."""
    path = CHECKOUT if repo is None else Path(repo).expanduser().absolute()
    if not path.exists():
        raise MistakeError(f"{repo!r} is neither an address (https://…) nor a folder on this machine")
    directory = git_directory(path)
    head = ["git", "-c", "safe.directory=*", f"--git-dir={directory}", "rev-parse", "--verify", "--quiet", "HEAD"]
    if subprocess.run(head, capture_output=True, check=False).returncode != 0:
        raise MistakeError(f"{path} has no commits yet: commit something, or name another repository with REPO=")
    folder = directory.parent if directory.name == ".git" else path
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", folder.name.removesuffix(".git")).strip(".-")
    return directory, name or "repository"


async def _running_addresses(home: Home, console: Console) -> tuple[str, str]:
    """The gateway's and the stand-in's address of a stack that another process runs, once it is ready."""
    console.print("using the local stack that runs already")

    async def ready() -> bool:
        address = home.described().get("gateway", {}).get("address")
        return address is not None and await health.answers_http(f"{address}/readyz")()

    try:
        await process.until(ready, _STARTING_SECONDS)
    except TimeoutError:
        raise RuntimeError("the stack that runs already is not ready; `make down` stops it") from None
    described = home.described()
    return described["gateway"]["address"], described["github"]["address"]


async def _analyse(gateway: str, repo_url: str, console: Console) -> bool:
    """Sign in, submit, follow, and show; whether the job ended COMPLETED."""
    async with Client(gateway) as client:
        await client.sign_in(_LOGIN)
        job = await client.submit(repo_url)
        console.print(f"signed in as {_LOGIN}; job {job['id']} analyses {repo_url}", markup=False, highlight=False)
        await _follow(client, job["id"], console)
        job = await client.job(job["id"])
        if job["status"] == "COMPLETED":
            summary.show(await client.report(job["id"]), console)
            console.print(f"This report:   {gateway}/analyses/{job['id']}", highlight=False)
            return True
        error = job.get("error") or {}
        said = f" ({error['code']}): {error['message']}" if error else ""
        console.print(f"\nthe analysis ended {job['status']}{said}", markup=False, highlight=False)
        return False


async def _follow(client: Client, job_id: str, console: Console) -> None:
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("waiting", total=100, rate="")
        async for event in client.follow(job_id):
            if event.kind == "progress":
                _advance(bar, task, event.data.get("progress"))
            else:
                console.print(_told(event.data), markup=False, highlight=False)
            if event.data.get("job", {}).get("status") in FINAL:
                bar.update(task, completed=100)


def _advance(bar: Progress, task: Any, progress: dict[str, Any] | None) -> None:
    if progress is None:
        return
    rate = f"{progress['rate']:,.0f}/s" if progress.get("rate") else ""
    bar.update(task, description=progress["phase"], completed=progress["percent"], rate=rate)


def _told(event: dict[str, Any]) -> str:
    """One line for an event of the job's history."""
    data = event.get("data") or {}
    detail = data.get("section") or data.get("code") or ""
    status = event.get("job", {}).get("status", "")
    return f"  {event.get('version', ''):>3}  {event.get('type', 'event'):<20} {detail or status}"
