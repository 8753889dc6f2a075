"""Arrow types and arrays that several tables share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

NAME = pa.dictionary(pa.int32(), pa.string())
TIME = pa.timestamp("ms", tz="UTC")


def path_text(path: bytes) -> str:
    """A path as a string; bytes that are not UTF-8 become `\\xNN`."""
    return path.decode("utf-8", "backslashreplace")


def names(indexes: NDArray[np.integer], known: Sequence[str]) -> pa.Array:
    """`known[index]` for each index, as a dictionary of only those that occur, in the order of `known`."""
    used, codes = np.unique(indexes, return_inverse=True)
    dictionary = pa.array([known[index] for index in used.tolist()], pa.string())
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), dictionary)


def times(seconds: NDArray[np.int64] | Iterable[int]) -> pa.Array:
    """Unix times as timestamps."""
    return pa.array(np.asarray(seconds, dtype=np.int64) * 1000, pa.int64()).cast(TIME)
