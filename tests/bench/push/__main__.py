"""From a push to the result, through the real stages, beside a full run of the same commit.

    python -m tests.bench.push [--commits N] [--files N] [--pushes N] [--pushed N]

The repository is made, and served over HTTP on loopback; each push is followed by a request, as jobs makes one. Time
is from the request to the outcome. The reports of the last push and of the full run are compared.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.bench.push.made import made
from tests.bench.push.stand import Stand, stand
from tests.bench.repositories import ENVIRONMENT, git
from tests.bench.results import save

NAME = "made.git"
TARGET = 5.0
_PATIENCE = 3_600.0


async def run(at: Stand) -> tuple[dict[str, Any], Any]:
    """One analysis: what it cost, and its outcome."""
    began, sent = time.monotonic(), at.server.sent
    job = await at.jobs.request(at.server.url(NAME))
    first = asyncio.create_task(at.jobs.until(lambda: at.jobs.kinds(job), _PATIENCE))
    first.add_done_callback(lambda _: firsts.append(time.monotonic()))
    firsts: list[float] = []
    completed = await at.jobs.ended(job, _PATIENCE)
    wall = time.monotonic() - began
    if type(completed).__name__ != "JobCompleted":
        raise RuntimeError(f"the analysis failed: {completed}")
    phases = {each.phase: round(each.seconds, 3) for each in completed.durations}
    return {
        "wall": wall,
        "first": firsts[0] - began,
        "bytes": at.server.sent - sent,
        "phases": phases,
        "state": completed.state.blob.size,
    }, completed


async def document(at: Stand, completed: Any) -> dict[str, Any]:
    """The whole report, but how it came about."""
    head = json.loads(await at.jobs.content(completed.head))
    head["made"] = head["engine"].pop("mode"), head["engine"].pop("reason")
    return {**head, **{ref.section: json.loads(await at.jobs.content(ref.blob)) for ref in completed.sections}}


async def measured(repository: Path, heads: list[str]) -> dict[str, Any]:
    served = repository.parent
    async with stand(served) as at:
        git(repository, "update-ref", "refs/heads/main", heads[0])
        first, completed = await run(at)
        print(f"first, everything: {first}", flush=True)
        pushes = []
        for head in heads[1:]:
            at.jobs.state = completed.state
            git(repository, "update-ref", "refs/heads/main", head)
            cost, completed = await run(at)
            pushes.append(cost)
            print(f"push: {cost}", flush=True)
        incremental = await document(at, completed)
        at.jobs.state = None
        full, again = await run(at)
        print(f"full: {full}", flush=True)
        whole = await document(at, again)
        made_as = incremental.pop("made"), whole.pop("made")
        equal = incremental == whole
        strategies = await asyncio.to_thread(compared, at, repository, heads)
    return {
        "full": full,
        "pushes": pushes,
        "median": statistics.median(each["wall"] for each in pushes),
        "equal": equal,
        "modes": made_as,
        "strategies": strategies,
    }


def compared(at: Stand, repository: Path, heads: list[str]) -> list[dict[str, Any]]:
    """What ways of fetching the last push cost."""
    since = git(repository, "show", "-s", "--format=%ct", heads[-2]).decode().strip()
    url = at.server.url(NAME)
    ways = {
        "everything": ["clone", "--quiet", "--bare", url],
        "commits and trees of all": ["clone", "--quiet", "--bare", "--filter=blob:none", url],
        "since the state": ["clone", "--quiet", "--bare", f"--shallow-since={since}", url],
        "since the state, no content": [
            *("clone", "--quiet", "--bare", "--filter=blob:none", f"--shallow-since={since}", url),
        ],
    }
    rows = []
    for name, command in ways.items():
        with tempfile.TemporaryDirectory() as folder:
            began, sent = time.monotonic(), at.server.sent
            subprocess.run(["git", *command, f"{folder}/r.git"], env=ENVIRONMENT, check=True)
            rows.append({"way": name, "wall": time.monotonic() - began, "bytes": at.server.sent - sent})
            print(rows[-1], flush=True)
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.push")
    parser.add_argument("--commits", type=int, default=50_000, metavar="N")
    parser.add_argument("--files", type=int, default=5_000, metavar="N")
    parser.add_argument("--pushes", type=int, default=4, metavar="N")
    parser.add_argument("--pushed", type=int, default=10, metavar="N", help="commits of a push")
    chosen = parser.parse_args()
    kept, heads = made(chosen.commits, chosen.files, chosen.pushes, chosen.pushed)
    with tempfile.TemporaryDirectory() as folder:
        repository = Path(folder) / NAME
        shutil.copytree(kept, repository)
        found = asyncio.run(measured(repository, heads))
    size = {"commits": chosen.commits, "files": chosen.files, "pushed": chosen.pushed}
    save("push", {**size, **found})
    print(f"median {found['median']:.2f} s a push, a full run {found['full']['wall']:.1f} s, equal: {found['equal']}")
    return 0 if found["equal"] and found["median"] < TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
