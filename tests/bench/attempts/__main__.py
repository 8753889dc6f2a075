"""One whole attempt per way of fetching, through the real stages over HTTP on loopback.

    python -m tests.bench.attempts FOLDER

FOLDER is a bare repository. Told of each attempt: seconds until each section was published, of each phase, bytes that
the server sent, and how wrong the time left was.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.push.stand import Stand, stand

NAME = "subject.git"
_PATIENCE = 3_600.0
_MOMENTS = (0.25, 0.5, 0.75)


async def attempt(at: Stand) -> dict[str, Any]:
    """What one analysis took, in seconds since it began."""
    sent = at.server.sent
    job = await at.jobs.request(at.server.url(NAME))
    await at.jobs.until(lambda: at.jobs.leases.get(job), _PATIENCE)
    began = asyncio.get_running_loop().time()
    completed = await at.jobs.ended(job, _PATIENCE)
    wall = asyncio.get_running_loop().time() - began
    if type(completed).__name__ != "JobCompleted":
        raise RuntimeError(f"the analysis failed: {completed}")
    end = completed.occurred_at.ToNanoseconds()

    def since(event: Any) -> float:
        return round(wall - (end - event.occurred_at.ToNanoseconds()) / 1e9, 2)

    sections = {
        event.section: since(event) for _, event in at.jobs.outcomes[job] if event is not completed and event.section
    }
    return {
        "wall": round(wall, 2),
        "bytes": at.server.sent - sent,
        "sections": sections,
        "phases": {each.phase: round(each.seconds, 2) for each in completed.durations},
        "left": {share: _left(at, job, share * wall, since, wall) for share in _MOMENTS},
    }


def _left(at: Stand, job: str, moment: float, since: Any, wall: float) -> str:
    """The time left that was told last before a moment, and what it was."""
    told = [event for event in at.jobs.progress.get(job, []) if since(event) <= moment]
    if not told or not told[-1].HasField("remaining_seconds"):
        return "not told"
    said, real = told[-1].remaining_seconds, wall - since(told[-1])
    return f"{said:.1f} s told, {real:.1f} s was ({(said - real) / wall:+.0%} of all)"


async def measured(repository: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        served = Path(folder) / "served"
        served.mkdir()
        (served / NAME).symlink_to(repository)
        cache = {"CACHE_DIR": f"{folder}/cache", "CACHE_MIN_BYTES": "0"}
        for name, settings, times in (("no cache", {}, ("only",)), ("cache", cache, ("cold", "warm"))):
            async with stand(served, **settings) as at:
                for which in times:
                    sys.stdout.write(f"{name}, {which}: {await attempt(at)}\n")
                    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.attempts")
    parser.add_argument("repository", type=Path)
    chosen = parser.parse_args()
    asyncio.run(measured(chosen.repository.resolve()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
