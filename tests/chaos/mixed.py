"""`python -m tests.chaos.mixed --n N --seed SEED`: faults of every kind strike a running stack while it works.

Every job must end COMPLETED once, with a history that has no gap: each section told, one JobCompleted, in order. In
the end no job that was ever accepted is stuck, the read model is what the histories say (`jobs verify`), before and
after it was made again, and no message was given up.
The seed decides which fault strikes after which event; the same seed is the same sequence.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from collections import Counter

from local_stack.client import Client
from tests.chaos import trial
from tests.chaos.faults import FAULTS, MOMENTS


async def run(count: int, seed: int, only: str) -> int:
    chance = random.Random(seed)
    names = [name for name in FAULTS if only in name]
    tally: Counter[str] = Counter()
    failures = 0
    with trial.subject() as subject:
        async with Client(subject.scene.stack.gateway) as client:
            await client.sign_in("alice")
            for number in range(1, count + 1):
                fault, moment = chance.choice(names), chance.choice(MOMENTS)
                began = time.monotonic()
                verdict = await trial.trial(client, subject, fault, moment)
                tally[fault.split()[0] if verdict.struck else "without effect"] += 1
                failures += bool(verdict.wrong)
                seconds = time.monotonic() - began
                said = verdict.wrong or ("ok" if verdict.struck else "ok, the point was not reached")
                told(f"{number:4} {fault:24} {moment or 'before':17} {seconds:6.1f} s  {said}")
            for job in await trial.unended(client):
                failures += 1
                told(f"{job} is stuck")
        failures += len(await trial.afterwards(subject.scene))
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(tally.items()))
    told(f"seed {seed}: {count} faults ({kinds}), {failures} failures")
    if failures:
        told(f"logs: {trial.LOGS.relative_to(trial.CHECKOUT)}")
    return failures


def told(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=20, help="faults")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="faults with this in their name: 'kill', 'jobs-nats'"
    )
    arguments = parser.parse_args()
    return min(1, asyncio.run(run(arguments.n, arguments.seed, arguments.only)))


if __name__ == "__main__":
    sys.exit(main())
