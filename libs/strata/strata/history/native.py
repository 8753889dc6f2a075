"""The native core (`libs/strata/native`), where it is installed: git's comparison of blobs, without git.

It is an option: everything it says, git says too, at several times the price.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections.abc import Sequence
from typing import Protocol, cast

from strata.git import Git

SWITCH = "STRATA_NATIVE"  # 0: the core is not used
INTERFACE = 1  # what is spoken here; a core that speaks another one is left alone
MEMORY = 96 << 20  # bytes for what the core has unpacked


class Core(Protocol):
    """Compares blobs of one repository."""

    def differences(self, pairs: Sequence[tuple[bytes, bytes]], /) -> list[bytes | int | None]:
        """The difference of each pair, as in `strata.history.hunks`. Raises OSError if a blob cannot be read."""


def native_core(git: Git, id_length: int) -> Core | None:
    """The core on the repository of `git`, whose ids are so long; None where there is none, or it is switched off."""
    if os.environ.get(SWITCH) == "0" or git.objects is None:
        return None
    try:
        module = importlib.import_module("strata_native")
    except ImportError:
        return None
    if module.INTERFACE != INTERFACE:
        return None
    with contextlib.suppress(OSError, ValueError):  # git will say what is wrong
        return cast("Core", module.Core(git.objects, id_length, MEMORY))
    return None
