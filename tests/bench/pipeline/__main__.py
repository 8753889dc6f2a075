"""What the pipeline costs. `python -m tests.bench.pipeline [--only PART] [--jobs N] [--events N] [--seconds S]`

Two parts: analyses that do nothing, through the whole platform and through a peer, and histories by themselves. The
outcome is written to docs/benchmarks.md by `python -m tests.bench.document`.
"""

from __future__ import annotations

import argparse

from tests.bench.pipeline import histories, whole
from tests.bench.results import load, save


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.pipeline")
    parser.add_argument("--only", choices=("histories", "whole"), help="one part; the other's outcome is kept")
    parser.add_argument("--jobs", type=int, default=2_000, metavar="N", help="of one burst")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="of whole pipelines, ours and the peer's")
    parser.add_argument(
        "--events", type=int, default=1_000_000, metavar="N", help="in the store, for what must stay flat"
    )
    parser.add_argument("--seconds", type=float, default=10.0, metavar="S", help="each rate is measured for")
    chosen = parser.parse_args()
    known = load("pipeline") or {}
    known.pop("circumstances", None)
    if chosen.only != "histories":
        save("pipeline", known := {**known, "whole": whole.measure(chosen.jobs, chosen.rounds)})
    if chosen.only != "whole":
        save("pipeline", {**known, **histories.measure(chosen.seconds, chosen.events)})


if __name__ == "__main__":
    main()
