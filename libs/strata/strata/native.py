"""The native core (`libs/strata/native`), where it is installed.

It compares blobs and trees as git does, and tells what the lines of a text are. It is an option: everything it says,
git or Python says too, at several times the price.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Sequence
from typing import Any, Protocol, cast

from strata.git import Git, version

SWITCH = "STRATA_NATIVE"  # 0: the core is not used
INTERFACE = 3  # what is spoken here; a core that speaks another one is left alone
MEMORY = 96 << 20  # bytes for what the core has unpacked
LAST_LINE_COUNTS = (2, 43, 2)  # since then git looks at a last line without a newline when it looks for renames


File = tuple[bytes, bytes]
"""(path, blob) of a regular file."""

Row = tuple[bytes, bytes | None, bytes | None, bool, bool, File | None, bool]
"""A path that differs: (path, old blob, new blob, created, deleted, source, moved); see `PathChange`."""


class Core(Protocol):
    """Compares blobs and trees of one repository. Ids are hexadecimal. What cannot be read raises OSError."""

    def differences(self, pairs: Sequence[tuple[bytes, bytes]], /) -> list[bytes | int | None]:
        """The difference of each pair, as in `strata.history.hunks`."""

    def changes(
        self, commits: Sequence[tuple[bytes, Sequence[bytes]]], /
    ) -> list[tuple[list[Row], dict[bytes, list[tuple[bytes | None, bool]]]]]:
        """What each of `commits` (id, ids of the parents) changed.

        The differences from the first parent, as git says with `-M` if it is the only one, and (blob, exists) of the
        other parents where all parents differ.
        """

    def deleted(self, old: bytes, new: bytes, /) -> list[File]:
        """The regular files that the commit `old` has and `new` has not, in git's order."""

    def sources(self, created: Sequence[File], deleted: Sequence[File], /) -> list[int | None]:
        """For each file created, looked at alone, the one of `deleted` (in git's order) that it was, as git says."""


def native_module() -> Any | None:
    """The module itself; None where there is none that speaks INTERFACE, or it is switched off."""
    if os.environ.get(SWITCH) == "0":
        return None
    try:
        module = importlib.import_module("strata_native")
    except ImportError:
        return None
    return module if module.INTERFACE == INTERFACE else None


def native_core(git: Git, id_length: int) -> Core | None:
    """The core on the repository of `git`, whose ids are so long; None where there is none, or it is switched off."""
    module = native_module()
    if module is None or git.objects is None:
        return None
    with contextlib.suppress(OSError, ValueError):  # git will say what is wrong
        return cast("Core", module.Core(git.objects, id_length, MEMORY, version() >= LAST_LINE_COUNTS))
    return None
