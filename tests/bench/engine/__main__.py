"""The engine, the floor, blame and the peers on the same repositories, in one run.

    python -m tests.bench.engine [REPOSITORY…] [--limit SECONDS] [--repeat N] [--only-floor]

Each program is stopped at `--limit` seconds of wall time; its figures are then lower bounds. The engine and
the floor take turns and give medians of `--repeat` runs. What blame costs on a large repository is taken
from `--sample` files spread evenly and scaled up. The outcome takes the place of an earlier one of the same
repositories; `python -m tests.bench.document` writes it to docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from tests.bench.engine.peers import FLOOR, OURS, PEERS, Unavailable, blame_of_all
from tests.bench.measure import Cost, median
from tests.bench.reference import Blame
from tests.bench.repositories import subject
from tests.bench.results import circumstances, load, save

REPOSITORIES = ("encode/httpx", "expressjs/express", "pallets/flask", "psf/requests", "redis/redis")


def measured(given: str, chosen: argparse.Namespace) -> dict[str, Any]:
    """All figures of one repository."""
    place = subject(given)
    alternating: dict[str, list[Cost]] = {OURS.name: [], FLOOR.name: []}
    for _ in range(chosen.repeat):
        for peer in (FLOOR, OURS):
            alternating[peer.name].append(peer.cost(place, 3_600))
    costs = {name: asdict(median(found)) for name, found in alternating.items()}
    told(given, costs)
    notes: dict[str, str] = {}
    if not chosen.only_floor:
        for peer in PEERS:
            try:
                costs[peer.name] = asdict(peer.cost(place, chosen.limit))
            except Unavailable as error:
                notes[peer.name] = str(error)
                print(f"  {peer.name}: {error}", flush=True)
            else:
                told(given, {peer.name: costs[peer.name]})
    cost, asked, files = blame_of_all(place, chosen.sample)
    scale = files / asked
    costs["git blame"] = asdict(Cost(cost.cpu * scale, cost.wall * scale, 0))
    if asked < files:
        notes["git blame"] = f"{asked} of {files} files, scaled up"
    told(given, {"git blame": costs["git blame"]})
    return {
        "name": given,
        "engine": circumstances()["commit"],
        "repeat": chosen.repeat,
        "limit": chosen.limit,
        "commits": place.count(),
        "merges": place.count("--merges"),
        "files": files,
        "costs": costs,
        "notes": notes,
        "filtered_blame": Blame(place).seconds_of_all(files),
    }


def told(given: str, costs: dict[str, dict[str, Any]]) -> None:
    for name, cost in costs.items():
        limit = "" if cost["finished"] else " (stopped)"
        print(
            f"{given:<20} {name:<18} {cost['cpu']:8.2f} s CPU {cost['wall']:8.2f} s wall "
            f"{cost['peak'] / 1e6:7.0f} MB{limit}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.engine")
    parser.add_argument("repositories", nargs="*", default=list(REPOSITORIES), metavar="REPOSITORY")
    parser.add_argument("--limit", type=float, default=200.0, metavar="SECONDS")
    parser.add_argument("--repeat", type=int, default=3, metavar="N")
    parser.add_argument("--sample", type=int, default=300, metavar="FILES", help="blame no more files than this")
    parser.add_argument("--only-floor", action="store_true", help="leave the peers out")
    chosen = parser.parse_args()
    known = load("engine") or {"repositories": []}
    rows = {row["name"]: row for row in known["repositories"]}
    for given in chosen.repositories:
        rows[given] = measured(given, chosen)
        save("engine", {"repositories": list(rows.values())})


if __name__ == "__main__":
    main()
