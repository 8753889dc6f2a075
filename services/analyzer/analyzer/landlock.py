"""Where the stages of an attempt may write, held by the kernel: Landlock, without a library.

It needs no rights and holds for whatever the stage starts.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path

# one number everywhere, as they came with Linux 5
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_VERSION = 1
_BENEATH = 1
_OLDEST = 2  # before it nothing could be moved from folder to folder, which git does
_TRUNCATE_SINCE = 3

_WRITE_FILE, _TRUNCATE = 1 << 1, 1 << 14
_REMOVE, _MAKE, _REFER = 0b11 << 4, 0b1111111 << 6, 1 << 13


def write_only_below(folder: Path) -> bool:
    """Have this process, and all it starts, change no file elsewhere. Needs `no_new_privileges`.

    False where the kernel does not offer it. Files that are open already are not meant.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    if version < _OLDEST:
        return False
    change = _WRITE_FILE | (_TRUNCATE if version >= _TRUNCATE_SINCE else 0)
    everything = change | _REMOVE | _MAKE | _REFER
    handled = struct.pack("Q", everything)
    rules = libc.syscall(_CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), 0)
    if rules < 0:
        return False
    try:
        with suppress(OSError):
            for path, allowed in ((folder, everything), (Path(os.devnull), change)):
                place = os.open(path, os.O_PATH | os.O_CLOEXEC)
                try:
                    if libc.syscall(_ADD_RULE, rules, _BENEATH, struct.pack("=Qi", allowed, place), 0) != 0:
                        return False
                finally:
                    os.close(place)
            done: int = libc.syscall(_RESTRICT_SELF, rules, 0)
            return done == 0
        return False
    finally:
        os.close(rules)
