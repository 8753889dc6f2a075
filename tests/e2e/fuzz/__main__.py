"""`make api-fuzz`: 20,000 cases or more against a stack of its own; what was said is kept in `.local/api-fuzz.txt`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from tests.e2e.fuzz import SETTINGS, fuzz
from tests.support.stack import local_stack

KEPT = Path(__file__).resolve().parents[3] / ".local" / "api-fuzz.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=600, help="cases of each route and phase")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-fuzz-"))
    folder.chmod(0o711)
    try:
        with local_stack(folder / "home", SETTINGS) as stack:
            outcomes = [
                fuzz(stack.gateway, examples=asked.examples, seed=asked.seed),
                fuzz(stack.gateway, examples=max(1, asked.examples // 20), seed=asked.seed, leaving=True),
            ]
            errors = [line for line in stack.logs().splitlines() if '"level": "error"' in line]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text("\n".join([*(outcome.said for outcome in outcomes), *errors]))
    cases = sum(outcome.cases for outcome in outcomes)
    print(f"{cases:,} cases, {len(errors)} errors in logs; all of it is in {KEPT}")
    sys.exit(any(outcome.code for outcome in outcomes) or bool(errors))


if __name__ == "__main__":
    main()
