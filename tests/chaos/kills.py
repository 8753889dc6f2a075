"""`python -m tests.chaos.kills --n N --seed SEED`: kills parts of a running stack while they work.

Every job must end COMPLETED once, with a history that has no gap: each section told, one JobCompleted, in order. In
the end the read model must be what the histories say (`jobs verify`), before and after it was made again, and no
message may have been given up.
The seed decides which part dies after which event; the same seed is the same sequence.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from local_stack import demo
from local_stack.client import Client, RefusedError
from local_stack.home import CHECKOUT
from tests.e2e.repositories import bare, commits, git
from tests.support.stack import RunningStack, local_stack

VICTIMS = ("gateway", "auth", "jobs", "analyzer", "nats", "postgres")
MOMENTS = ("JobSubmitted", "JobRequested", "JobStarted", "SectionCompleted")
LOGS = CHECKOUT / ".local" / "chaos-logs"
_JOB_SECONDS = 120
_ASK_SECONDS = 30


async def _patiently(ask, *arguments):
    """Ask until what is needed for the answer is up again."""
    deadline = time.monotonic() + _ASK_SECONDS
    while True:
        try:
            return await ask(*arguments)
        except (RefusedError, OSError) as error:
            if time.monotonic() > deadline or (isinstance(error, RefusedError) and error.code != "unavailable"):
                raise
            await asyncio.sleep(0.2)


async def _one(stack: RunningStack, client: Client, address: str, victim: str, moment: str) -> str:
    """Kill `victim` once the job has come to `moment`; what is wrong with the outcome, or nothing."""
    job = await _patiently(client.submit, address)
    killed = False
    async with asyncio.timeout(_JOB_SECONDS):
        async for event in client.follow(job["id"]):
            if not killed and event.kind != "progress" and event.data["type"] == moment:
                killed = True
                os.kill(stack.part(victim)["pid"], signal.SIGKILL)
    done = await _patiently(client.job, job["id"])
    history = (await _patiently(client._json, "GET", f"/api/v1/analysis/{job['id']}/events"))["items"]
    told = [event["type"] for event in history]
    sections = set((await _patiently(client.report, job["id"]))["sections"]) if done["status"] == "COMPLETED" else set()
    last_run = told[len(told) - told[::-1].index("JobStarted") :] if "JobStarted" in told else []
    problems = [
        (done["status"] != "COMPLETED", f"status {done['status']}"),
        ([event["version"] for event in history] != list(range(1, len(history) + 1)), "a gap in the versions"),
        (told.count("JobCompleted") != 1 or told[-1] != "JobCompleted", "not completed once"),
        (
            Counter(last_run)["SectionCompleted"] != len(sections),
            f"sections told: {Counter(last_run)['SectionCompleted']}",
        ),
    ]
    return ", ".join(sentence for wrong, sentence in problems if wrong)


async def _all(stack: RunningStack, repository: Path, address: str, count: int, seed: int) -> int:
    chance = random.Random(seed)
    failures = 0
    async with Client(stack.gateway) as client:
        await client.sign_in("alice")
        for number in range(1, count + 1):
            victim, moment = chance.choice(VICTIMS), chance.choice(MOMENTS)
            began = time.monotonic()
            git("tag", f"run-{number}", cwd=repository)  # else the report of the last run would be good again
            try:
                wrong = await _one(stack, client, address, victim, moment)
            except TimeoutError:
                wrong = f"not ended after {_JOB_SECONDS} s"
            failures += bool(wrong)
            seconds = time.monotonic() - began
            print(f"{number:4} {victim:9} killed after {moment:17} {seconds:6.1f} s  {wrong or 'ok'}", flush=True)  # noqa: T201
    failures += await _afterwards(stack)
    print(f"seed {seed}: {count} kills, {failures} failures")  # noqa: T201
    return failures


async def _afterwards(stack: RunningStack) -> int:
    """Checks of the whole, as an operator makes them; how many failed."""
    environment = dict(
        pair.split("=", 1)
        for pair in Path(f"/proc/{stack.part('jobs')['pid']}/environ").read_text().split("\0")
        if "=" in pair
    )
    failures = 0
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
        failed = process.returncode != 0 or (arguments[-1] == "list" and "no dead letters" not in said)
        failures += failed
        print(f"jobs {' '.join(arguments)}: {said}")  # noqa: T201
    return failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-chaos-"))
    folder.chmod(0o711)
    try:
        with local_stack(folder / "home") as stack:
            repository = bare(folder / "history", commits(3000, files=200))
            name = demo.serve(stack.home, repository, "history")
            address = f"{stack.github}/{name}.git"
            failures = asyncio.run(_all(stack, repository, address, arguments.n, arguments.seed))
            if failures:
                shutil.copytree(stack.home.logs, LOGS, dirs_exist_ok=True)
                print(f"logs: {LOGS.relative_to(CHECKOUT)}")  # noqa: T201
            return min(1, failures)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
