"""Writes `strata/licences/texts.npz`, the SPDX licence list as the engine compares texts with it.

`make install` runs it. The npm package `spdx-license-list`, pinned by the lock file beside this, carries the list's
texts (CC0); it is not kept in this repository.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

from strata.licences.matching import FEWEST
from strata.licences.texts import PLACE
from strata.licences.words import needed, pairs, words

SOURCE = Path(__file__).parent / "node_modules" / "spdx-license-list" / "spdx-full.json"


def current(ids: list[str]) -> list[str]:
    """Without the ids that the list has replaced by others: `GPL-2.0` is `GPL-2.0-only`."""
    replaced = {each for each in ids if f"{each}-only" in ids} | {each for each in ids if each.endswith("+")}
    return [each for each in ids if each not in replaced and not (each[:2] in ("GP", "LG") and "-with-" in each)]


def main() -> None:
    document = json.loads(SOURCE.read_text(encoding="utf-8"))
    by_text: dict[tuple[str, ...], list[str]] = {}
    for name in current(sorted(document)):
        by_text.setdefault(tuple(words(document[name]["licenseText"])), []).append(name)
    rows: list[Any] = [(ids, pairs(text), pairs(needed(text))) for text, ids in by_text.items() if len(text) > FEWEST]
    vocabulary = np.unique(np.array([pair for _, bag, _ in rows for pair in bag], dtype=np.uint32))
    keys = [sorted(bag) for _, bag, _ in rows]

    def column(bag_of: int) -> list[int]:
        return [row[bag_of][key] for row, each in zip(rows, keys, strict=True) for key in each]

    np.savez_compressed(
        PLACE,
        ids=np.frombuffer("\n".join(" ".join(ids) for ids, _, _ in rows).encode(), dtype=np.uint8),
        vocabulary=vocabulary,
        start=np.cumsum([0, *(len(each) for each in keys)]),
        pair=np.searchsorted(vocabulary, np.concatenate([np.array(each, np.uint32) for each in keys])).astype(np.int32),
        count=np.array(column(1), dtype=np.uint16),
        needed=np.array(column(2), dtype=np.uint16),
    )


if __name__ == "__main__":
    main()
