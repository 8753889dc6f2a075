"""Technologies of public repositories beside those that @specfy/stack-analyser finds in the same trees, in one run.

    python -m tests.bench.technologies.peer [REPOSITORY…]

It is installed under .local, by npm. What it calls a language is compared with GitHub Linguist elsewhere. Whatever else
it finds and we do not has a reason, or the run fails.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from strata.stack.technologies.rules import rules
from tests.bench.repositories import ENVIRONMENT, Subject, subject
from tests.bench.results import save
from tests.bench.stack.__main__ import check_out
from tests.bench.technologies.names import FALSE, LANGUAGES, SAME
from tests.bench.technologies.reading import uses
from tests.unit.strata.technologies.written import written

PEER = "@specfy/stack-analyser@1.27.3"
PLACE = Path(".local/bench/stack-analyser")
LIMIT = 600.0


def theirs(place: Subject) -> dict[str, str]:
    """What it finds, with what it says matched; "" where it says nothing."""
    with tempfile.TemporaryDirectory(prefix="stack-analyser-") as name:
        folder = Path(name) / "tree"
        folder.mkdir()
        check_out(place, folder)
        program = (PLACE / "node_modules/@specfy/stack-analyser/dist/cli.js").resolve()
        environment = {**ENVIRONMENT, "PATH": str(Path(shutil.which("node") or "node").parent), "HOME": name}
        command = ["node", str(program), str(folder), "--output", "out.json"]
        subprocess.run(command, cwd=name, env=environment, capture_output=True, timeout=LIMIT, check=True)
        document = json.loads((Path(name) / "out.json").read_text())
    found: dict[str, str] = {}
    for node in nodes(document):
        for tech in [*node.get("techs", ()), node.get("tech")]:
            if tech:
                reason = next((each for each in node.get("reason", ()) if each.startswith(f"{tech} ")), "")
                found[tech] = found.get(tech) or reason
    return found


def nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("childs", ()):
        yield from nodes(child)


def compared(place: Subject) -> dict[str, Any]:
    there = {tech: why for tech, why in theirs(place).items() if tech not in LANGUAGES}
    found = {use.technology for use in uses(place.folder, place.head)}
    missed = {tech: why for tech, why in there.items() if SAME.get(tech, tech) not in found}
    reasons = {tech: FALSE.get((place.name, tech)) for tech in missed}
    return {
        "theirs": len(there),
        "ours": len(found),
        "both": len(there) - len(missed),
        "reasons": {tech: why for tech, why in reasons.items() if why},
        "unexplained": {tech: missed[tech] for tech, why in reasons.items() if not why},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repositories", nargs="*", default=sorted({rule["proof"]["repository"] for rule in written()}))
    asked = parser.parse_args()
    if not (PLACE / "node_modules").exists():
        PLACE.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(PLACE), PEER]
        subprocess.run(install, check=True)
    unknown = {name for name in SAME.values() if name not in rules().by_id}
    if unknown:
        raise SystemExit(f"there is no rule {sorted(unknown)}")
    rows: dict[str, Any] = {}
    total: Counter[str] = Counter()
    for given in asked.repositories:
        place = subject(given)
        row = rows[place.name] = compared(place)
        total.update({key: row[key] for key in ("theirs", "ours", "both")})
        sys.stdout.write(f"{place.name}: {row['theirs']} there, {row['ours']} here, {row['both']} in both\n")
        for tech, why in row["reasons"].items():
            sys.stdout.write(f"    only there: {tech}: {why}\n")
        for tech, why in row["unexplained"].items():
            sys.stdout.write(f"    unexplained: {tech}: {why}\n")
        sys.stdout.flush()
    sys.stdout.write(
        f"{len(rows)} repositories: {total['theirs']} there, {total['ours']} here, {total['both']} in both\n"
    )
    save("technologies", {"peer": PEER, "cores": os.cpu_count(), "rows": rows})
    return 1 if any(row["unexplained"] for row in rows.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
