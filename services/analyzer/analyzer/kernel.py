"""What the kernel does for isolation. Linux offers all of it; elsewhere each call says False and does nothing."""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from contextlib import suppress
from pathlib import Path

ISOLATED = ("-I", "-B")
"""How Python is started where a repository is read: under no one's environment, and writing no compiled modules, which
a limit on files could cut off in the middle."""

_LINUX = sys.platform == "linux"
_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_CHILD_SUBREAPER = 36
_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_CAPABILITY_VERSION_3 = 0x20080522
_CPU_GRACE = 5


def die_with_parent(signal: int) -> bool:
    """Have the kernel send this process `signal` when its parent ends; survives exec, not fork."""
    return _prctl(_PR_SET_PDEATHSIG, signal)


def adopt_orphans() -> bool:
    """Become the parent of every descendant whose own parent ends."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def no_new_privileges() -> bool:
    """No program started from here gains rights, set-user-id or not."""
    return _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def be_private(*, private: bool = True) -> bool:
    """Keep the environment, memory and open files of this process from others of the same user, until the next exec.

    Not from those with rights over all processes.
    """
    return _prctl(_PR_SET_DUMPABLE, int(not private))


def drop_rights() -> bool:
    """Give up what a superuser may do and others may not. With `no_new_privileges`, no exec gives it back."""
    if not _LINUX:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    done: int = libc.capset(struct.pack("Ii", _CAPABILITY_VERSION_3, 0), struct.pack("6I", *[0] * 6))
    return done == 0


def be_first_to_die() -> bool:
    """When memory runs out, have the kernel choose this process and its children before any other of ours."""
    if not _LINUX:
        return False
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("900")
        return True
    return False


def cut_network() -> bool:
    """Leave every network, loopback too, for this process and all it starts. Only in a process of one thread."""
    if not _LINUX:
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_CLONE_NEWNET) == 0:
        return True
    user, group = os.geteuid(), os.getegid()
    # without rights of our own, a user namespace (in which we stay who we are) gives them
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET) != 0:
        return False
    with suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def limit(*, memory: int, file: int, cpu_seconds: int, open_files: int, processes: int) -> None:
    """Bound each process from here on: bytes of private memory, bytes of one file, processor time, open files.

    `processes` (threads, too) are those that the user may have beyond those there are now; a superuser has no such
    bound.
    """
    # private memory only where the kernel counts it so: git maps whole pack files, which costs nothing
    wanted = {
        resource.RLIMIT_DATA: memory,
        resource.RLIMIT_FSIZE: file,
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_NOFILE: open_files,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: _threads() + processes,
    }
    for which, value in wanted.items():
        _, hard = resource.getrlimit(which)
        bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
        # at the lower bound of processor time a signal says why, at the upper one the kernel only kills
        upper = bound + _CPU_GRACE if which == resource.RLIMIT_CPU and hard == resource.RLIM_INFINITY else bound
        with suppress(OSError, ValueError):
            resource.setrlimit(which, (bound, upper))


def _threads() -> int:
    """Those of this user, as the kernel counts them: in a namespace of our own there are no others."""
    with suppress(OSError):
        if Path("/proc/self/uid_map").read_text().split()[2:] == ["1"]:
            return 0
    user, count = f"Uid:\t{os.getuid()}\t", 0
    with suppress(OSError), os.scandir("/proc") as entries:
        for entry in entries:
            if entry.name.isdigit():
                with suppress(OSError), open(f"{entry.path}/status") as status:  # noqa: PTH123 once per process
                    text = status.read()
                    if user in text:
                        count += int(text.partition("\nThreads:\t")[2].partition("\n")[0] or 0)
    return count


def _prctl(option: int, argument: int) -> bool:
    if not _LINUX:
        return False
    done: int = ctypes.CDLL(None, use_errno=True).prctl(option, argument, 0, 0, 0)
    return done == 0
