"""Time and memory of an analysis on generated histories of growing size.

    python -m tests.bench.growth [--most COMMITS]

Three sweeps: commits (10² to `--most`; 200 files, 10 % merges), files (2,000 commits), share of merges (5,000
commits, 200 files). `python -m tests.bench.document` draws them.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.engine.peers import FLOOR, OURS
from tests.bench.growth.long_history import write
from tests.bench.repositories import Subject, git
from tests.bench.results import save


def point(commits: int, files: int, merges: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, commits=commits, files=files, merges=merges)
        place = Subject("generated", folder, git(folder, "rev-parse", "main").decode().strip())
        made, merged = place.count(), place.count("--merges")
        floor, cost = FLOOR.cost(place, 3_600), OURS.cost(place, 3_600)
    found = {
        "commits": made,
        "files": files,
        "merges": merged / made,
        "cpu": cost.cpu,
        "wall": cost.wall,
        "peak": cost.peak,
        "floor": floor.cpu,
    }
    print(
        f"{made:>8,} commits {files:>7,} files {merged / made:>6.1%} merges {cost.cpu:>8.2f} s CPU "
        f"{cost.peak / 1e6:>6.0f} MB, git log -p {floor.cpu:.2f} s",
        flush=True,
    )
    return found


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth")
    parser.add_argument("--most", type=int, default=100_000, metavar="COMMITS")
    chosen = parser.parse_args()
    sizes = [size for size in (100, 1_000, 10_000, 100_000, 1_000_000) if size <= chosen.most]
    sweeps = {
        "files": [point(2_000, files, 0.1) for files in (100, 1_000, 10_000)],
        "merges": [point(5_000, 200, share) for share in (0, 0.1, 0.2, 0.4)],
        "commits": [point(size, 200, 0.1) for size in sizes],
    }
    save("growth", sweeps)


if __name__ == "__main__":
    main()
