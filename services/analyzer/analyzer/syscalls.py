"""System calls that the stages of an attempt can do without, refused by the kernel: seccomp, without a library.

It needs no rights, it nests below a container runtime's own filter, and it holds for whatever the stage starts. So
it stands where a runtime forbids namespaces; where it does not, it is the second lock on the same door.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

_PR_SET_SECCOMP = 22
_FILTER_MODE = 2

_LOAD, _JUMP_IF_EQUAL, _JUMP_IF_MORE, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_NUMBER_AT, _ARCHITECTURE_AT = 0, 4  # in struct seccomp_data
_X32 = 0x40000000  # a second set of numbers for the same calls of x86-64
_IO_URING = (425, 426, 427)

# audit architecture, then numbers by name; the calls that came with Linux 5 have one number everywhere
_MACHINES = {
    "x86_64": (
        0xC000003E,
        {
            "socket": 41,
            "connect": 42,
            "bind": 49,
            "listen": 50,
            "accept": 43,
            "accept4": 288,
            "ptrace": 101,
            "process_vm_readv": 310,
            "process_vm_writev": 311,
            "add_key": 248,
            "request_key": 249,
            "keyctl": 250,
            "bpf": 321,
            "perf_event_open": 298,
            "userfaultfd": 323,
            "mount": 165,
            "setns": 308,
            "unshare": 272,
            "kexec_load": 246,
            "init_module": 175,
            "finit_module": 313,
        },
    ),
    "aarch64": (
        0xC00000B7,
        {
            "socket": 198,
            "connect": 203,
            "bind": 200,
            "listen": 201,
            "accept": 202,
            "accept4": 242,
            "ptrace": 117,
            "process_vm_readv": 270,
            "process_vm_writev": 271,
            "add_key": 217,
            "request_key": 218,
            "keyctl": 219,
            "bpf": 280,
            "perf_event_open": 241,
            "userfaultfd": 282,
            "mount": 40,
            "setns": 268,
            "unshare": 97,
            "kexec_load": 104,
            "init_module": 105,
            "finit_module": 273,
        },
    ),
}
_NETWORK = ("socket", "connect", "bind", "listen", "accept", "accept4")
_PIDFD_GETFD = 438  # would take an open connection out of another process


def refuse(*, network: bool) -> bool:
    """Have the kernel refuse (EPERM) what leads into other processes or the kernel, and with `network` any socket.

    For this process and all it starts, for ever. False where the kernel or the machine is not one of those known.
    Needs `no_new_privileges`.
    """
    known = _MACHINES.get(os.uname().machine) if sys.platform == "linux" else None
    if known is None or sys.maxsize < 1 << 32:
        return False
    architecture, numbers = known
    refused = [number for name, number in numbers.items() if network or name not in _NETWORK]
    program = _program(architecture, [*refused, _PIDFD_GETFD, *_IO_URING])
    code = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    done: int = libc.prctl(_PR_SET_SECCOMP, _FILTER_MODE, ctypes.c_char_p(header), 0, 0)
    return done == 0


def _program(architecture: int, refused: list[int]) -> bytes:
    """Classic BPF: another architecture's numbers mean other calls, so nothing of it may run."""
    refusal = _REFUSE | errno.EPERM
    lines = [
        _line(_LOAD, _ARCHITECTURE_AT),
        _line(_JUMP_IF_EQUAL, architecture, 1, 0),
        _line(_RETURN, _KILL),
        _line(_LOAD, _NUMBER_AT),
        _line(_JUMP_IF_MORE, _X32, 0, 1),
        _line(_RETURN, refusal),
    ]
    for number in refused:
        lines += [_line(_JUMP_IF_EQUAL, number, 0, 1), _line(_RETURN, refusal)]
    return b"".join([*lines, _line(_RETURN, _ALLOW)])


def _line(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
