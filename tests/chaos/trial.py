"""A job, a fault in the middle of it, and what must be true afterwards."""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from local_stack import demo
from local_stack.client import FINAL, Client, RefusedError
from local_stack.home import CHECKOUT
from local_stack.stack import Plan
from tests.chaos import toxiproxy
from tests.chaos.faults import FAULTS, Scene
from tests.e2e.repositories import bare, commits, git
from tests.support.stack import local_stack

LOGS = CHECKOUT / ".local" / "chaos-logs"
COMPANIONS = 2
JOB_SECONDS = 150.0
_ASK_SECONDS = 60.0
_TIMEOUT_CODES = {"unavailable", "unexpected_answer", "timeout", "deadline_exceeded"}


@dataclass(frozen=True)
class Subject:
    """A stack to harm, and a repository for it with the address under which the stack may read it."""

    scene: Scene
    repository: Path
    address: str


@contextmanager
def subject() -> Iterator[Subject]:
    """The stack with its weak points; its logs are kept."""
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-chaos-"))
    folder.chmod(0o711)
    marks = folder / "marks"
    marks.mkdir()
    try:
        with toxiproxy.running(folder / "toxiproxy.log") as proxy:
            environment = {"CHAOS_FOLDER": str(marks), "CHAOS_PROXY": proxy, "JOBS_DAILY_PER_USER": "100000"}
            with local_stack(folder / "home", environment, "tests.chaos.armed_stack") as stack:
                try:
                    repository = bare(folder / "history", commits(2000, files=150))
                    name = demo.serve(stack.home, repository, "history")
                    network = toxiproxy.Network(proxy)
                    scene = Scene(stack, Plan.of_running(stack.home), network, marks)
                    yield Subject(scene, repository, f"{stack.github}/{name}.git")
                finally:
                    shutil.copytree(stack.home.logs, LOGS, dirs_exist_ok=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def patiently(ask, *arguments, **named):
    """Ask until what is needed for the answer is up again."""
    deadline = time.monotonic() + _ASK_SECONDS
    while True:
        try:
            async with asyncio.timeout(15):
                return await ask(*arguments, **named)
        except (RefusedError, OSError, TimeoutError, httpx.HTTPError) as error:
            if time.monotonic() > deadline or (isinstance(error, RefusedError) and error.code not in _TIMEOUT_CODES):
                raise
        await asyncio.sleep(0.2)


@dataclass(frozen=True)
class Verdict:
    wrong: str
    """What is wrong with the outcome; empty if nothing is."""
    struck: bool
    """Whether the fault found what to strike at."""


async def trial(client: Client, subject: Subject, fault: str, moment: str) -> Verdict:
    """Have the fault strike at a moment of one job, while others are under way."""
    scene, address = subject.scene, subject.address
    git("tag", f"run-{uuid.uuid4().hex}", cwd=subject.repository)  # else the report of the last run would be good again
    strike = FAULTS[fault]
    others = [await patiently(submit, client, address) for _ in range(COMPANIONS)]
    struck: asyncio.Task[bool] | None = None
    if not moment:
        struck = asyncio.create_task(strike(scene))
        await asyncio.sleep(0.05)
    job = await patiently(submit, client, address)
    wrong = ""
    try:
        async with asyncio.timeout(JOB_SECONDS):
            async for event in followed(client, job):
                if struck is None and event == moment:
                    struck = asyncio.create_task(strike(scene))
            for other in others:
                async for _ in followed(client, other):
                    pass
    except TimeoutError:
        wrong = f"not ended after {JOB_SECONDS:.0f} s"
    found = await struck if struck is not None else False
    if not wrong:
        wrong = "; ".join(filter(None, [await judged(client, each) for each in [job, *others]]))
    return Verdict(wrong, found)


async def submit(client: Client, address: str) -> str:
    return str((await client.submit(address))["id"])


async def followed(client: Client, job: str) -> AsyncIterator[str]:
    """What has happened to the job, from the first event on, whatever breaks meanwhile; perhaps repeatedly."""
    while True:
        try:
            async for event in client.follow(job):
                if event.kind != "progress":
                    yield event.data["type"]
        except (RefusedError, OSError, httpx.HTTPError) as error:
            if isinstance(error, RefusedError) and error.code not in _TIMEOUT_CODES:
                raise
            await asyncio.sleep(0.2)
        else:
            return


async def judged(client: Client, job: str) -> str:
    """What is wrong with an ended job's history and report, or nothing."""
    done = await patiently(client.job, job)
    events = await history(client, job)
    told = [event["type"] for event in events]
    report = await patiently(client.report, job) if done["status"] == "COMPLETED" else {"sections": {}}
    last_run = told[len(told) - told[::-1].index("JobStarted") :] if "JobStarted" in told else []
    final = Counter(told)["JobCompleted"] + Counter(told)["JobCancelled"] + Counter(told)["JobExpired"]
    problems = [
        (done["status"] != "COMPLETED", f"status {done['status']} {done.get('error')}"),
        ([event["version"] for event in events] != list(range(1, len(events) + 1)), "a gap in the versions"),
        (len({event["event_id"] for event in events}) != len(events), "an event twice"),
        (final != 1 or told[-1] != "JobCompleted", f"not completed once: {told}"),
        (
            Counter(last_run)["SectionCompleted"] != len(report["sections"]),
            f"sections told: {Counter(last_run)['SectionCompleted']} of {len(report['sections'])}",
        ),
    ]
    return ", ".join(sentence for wrong, sentence in problems if wrong)


async def history(client: Client, job: str) -> list[dict[str, Any]]:
    """The job's events, from the first on."""
    return list((await patiently(client._json, "GET", f"/api/v1/analysis/{job}/events"))["items"])


async def unended(client: Client) -> list[str]:
    """Jobs that are stuck: of all that were ever accepted, those that come to no end although nothing is broken."""
    deadline = time.monotonic() + JOB_SECONDS
    while True:
        stuck, cursor = [], ""
        while True:
            page = await patiently(client._json, "GET", f"/api/v1/analysis?limit=100{cursor}")
            stuck += [job["id"] for job in page["items"] if job["status"] not in FINAL]
            if not page.get("next_cursor"):
                break
            cursor = f"&cursor={page['next_cursor']}"
        if not stuck or time.monotonic() > deadline:
            return stuck
        await asyncio.sleep(0.5)


async def afterwards(scene: Scene) -> list[str]:
    """Checks of the whole, as an operator makes them; what is wrong."""
    environment = dict(
        pair.split("=", 1)
        for pair in Path(f"/proc/{scene.stack.part('jobs')['pid']}/environ").read_text().split("\0")
        if "=" in pair
    )
    wrong = []
    for arguments in (["verify"], ["rebuild"], ["verify"], ["dead-letters", "list"]):
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "jobs.command",
            *arguments,
            env=environment,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        said = (await process.communicate())[0].decode().strip()
        print(f"jobs {' '.join(arguments)}: {said}", flush=True)  # noqa: T201
        if process.returncode != 0 or (arguments[-1] == "list" and "no dead letters" not in said):
            wrong.append(f"jobs {' '.join(arguments)}: {said}")
    return wrong
