"""Writes `strata/stack/technologies/rules.json` from the TOML files beside this program: `make rules`.

What only the tests need, near misses and proofs, stays here. JSON, because every analysis reads it.
"""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BUILT = HERE.parent / "strata/stack/technologies/rules.json"
TESTED = ("near_misses", "proof")


def written() -> list[dict[str, Any]]:
    """All rules as they are written down, by id."""
    files = sorted(HERE.glob("*.toml"))
    rules = [entry for file in files for entry in tomllib.loads(file.read_text("utf-8"))["technology"]]
    return sorted(rules, key=lambda entry: entry["id"])


def built() -> str:
    """What is shipped: a rule a line."""
    lines = (
        json.dumps({key: value for key, value in entry.items() if key not in TESTED}, ensure_ascii=False)
        for entry in written()
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(BUILT.read_text("utf-8") != built())
    BUILT.write_text(built(), "utf-8")
