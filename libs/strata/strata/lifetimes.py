"""How long lines live: what the replay of history tells beyond the owners at head."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strata.ownership.lines import Vector


@dataclass(frozen=True, slots=True)
class Survival:
    """Living lines of included files at sample points of the first-parent line.

    `samples` (S ≤ 200) are indexes of commits, oldest first, the last one is head. `quarters` (Q, ascending)
    are 4·year + (0 to 3) of the author's time (UTC) of the lines' commits. `by_quarter` is S × Q, `by_person`
    S × people (the author of each line's commit). Each row of either sums to the living lines at that point.
    """

    samples: Vector
    quarters: Vector
    by_quarter: NDArray[np.int64]
    by_person: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Deaths:
    """`lines[i]` lines of included files came with commit `born[i]` and went with commit `died[i]`."""

    born: Vector
    died: Vector
    lines: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class NamePast:
    """Living lines of included files at sample points of the first-parent line, by what the names of files say.

    `samples` (S) are indexes of commits as in `Survival`. `names` (K) are file names and extensions that tell a
    language, each as `strata.stack.language.name_key` has it; `lines` is S × K. `changes` are (commit, index of a name,
    whether there are lines from then on), in the order of the line.
    """

    samples: Vector
    names: tuple[str, ...]
    lines: NDArray[np.int64]
    changes: tuple[tuple[int, int, bool], ...]
