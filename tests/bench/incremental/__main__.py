"""New commits on a saved state: what they cost, and that the outcome is that of a full run.

    python -m tests.bench.incremental [REPOSITORY…] [--repeat N]

For about 1, 10, 50 and 1,000 new commits, counted back from head along first parents.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from strata.analysis import analyze
from strata.report import Report
from strata.repository import open_repository
from tests.bench.engine.peers import OURS, compiled
from tests.bench.measure import measure, median
from tests.bench.repositories import Subject, git, subject
from tests.bench.results import save

STEPS = (1, 10, 50, 1_000)
REPOSITORIES = ("encode/httpx", "pallets/flask", "redis/redis")


def behind(place: Subject, commits: int) -> tuple[str, int]:
    """The latest commit on the first-parent line that `commits` or more commits have followed, and how many."""
    line = git(place.folder, "rev-list", "--first-parent", place.head).decode().split()
    low, high = 0, len(line) - 1
    while low < high:
        middle = (low + high) // 2
        if place.count(f"^{line[middle]}") >= commits:
            high = middle
        else:
            low = middle + 1
    return line[low], place.count(f"^{line[low]}")


def outcome(report: Report) -> tuple[dict[str, Any], dict[bytes, bytes]]:
    """All that a report says but how it was made, and every line's owner."""
    told = report.model_dump(mode="json")
    for how in ("mode", "reason"):
        told["engine"].pop(how, None)
    return told, {path: b"".join(sha.encode() for sha in report.lines.of(path)) for path in report.lines}


def step(place: Subject, commits: int, repeat: int, full: tuple[dict[str, Any], dict[bytes, bytes]]) -> dict[str, Any]:
    start, new = behind(place, commits)
    with tempfile.TemporaryDirectory() as name:
        kept, state = Path(name) / "kept", Path(name) / "state"
        repository = open_repository(place.folder)
        analyze(repository, rev=start, state=kept)
        costs = []
        for _ in range(repeat):
            shutil.copyfile(kept, state)
            command: list[str | Path] = [sys.executable, "-m", "tests.bench.analyze", place.folder, "HEAD", state]
            costs.append(measure(command, limit=3_600, variables=OURS.variables))
        shutil.copyfile(kept, state)
        report = analyze(repository, state=state)
        equal = outcome(report) == full
        mode = report.engine.mode
        size = kept.stat().st_size
    cost = median(costs)
    found = {
        "name": place.name,
        "new": new,
        "cpu": cost.cpu,
        "wall": cost.wall,
        "equal": equal,
        "mode": mode,
        "state": size,
    }
    print(
        f"{place.name:<20}{new:>7,} commits {cost.cpu:>7.2f} s CPU {cost.wall:>7.2f} s wall, equal: {equal}, {mode}",
        flush=True,
    )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.incremental")
    parser.add_argument("repositories", nargs="*", default=list(REPOSITORIES), metavar="REPOSITORY")
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    chosen = parser.parse_args()
    compiled()
    rows = []
    for given in chosen.repositories:
        place = subject(given)
        full = outcome(analyze(open_repository(place.folder)))
        rows += [step(place, commits, chosen.repeat, full) for commits in STEPS]
    idle = median(
        [
            measure([sys.executable, "-c", "import strata.analysis"], limit=60, variables=OURS.variables)
            for _ in range(5)
        ]
    )
    save("incremental", {"rows": rows, "start": idle.cpu})
    return 0 if all(row["equal"] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
