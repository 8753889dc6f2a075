"""Loopback ports, each given once on this machine from its choice on, and kept from one start to the next."""

from __future__ import annotations

import fcntl
import json
import os
import random
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

# Below the kernel's ephemeral range (32768 on Linux), so that no outgoing connection can take one.
_LOWEST, _HIGHEST = 20000, 32000


class Hold(Protocol):
    """A port that nobody else gets from here until this is closed, or the process that has it ends."""

    def close(self) -> None: ...


def hold_by_name(port: int) -> Hold | None:
    """Holds a port by a name in Linux's abstract socket namespace; None if it is held already.

    Such names reach as far as ports do: all users of the machine see them, and a container with its own network has its
    own. They leave no file.
    """
    held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    try:
        held.bind(f"\0gitstrata-port-{port}")
    except OSError:
        held.close()
        return None
    return held


def hold_by_file(port: int) -> Hold | None:
    """Holds a port by a lock on a file of this user's temporary folder; None if it is held already.

    The file stays: removing it would let two processes lock two files of one name.
    """
    folder = Path(tempfile.gettempdir()) / f"gitstrata-ports-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    file = (folder / str(port)).open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


_hold = hold_by_name if sys.platform == "linux" else hold_by_file
_for_good: list[Hold] = []


def free_port() -> int:
    """A port that nobody listens on, and that nobody else gets from here as long as this process lives."""
    port, held = _any()
    _for_good.append(held)
    return port


@contextmanager
def assigned(remembered: Path, wanted: dict[str, int | None]) -> Iterator[dict[str, int]]:
    """A free port per name, held until the context ends: that of last time, else the wanted one, else any.

    What was assigned is written to the JSON file `remembered`.
    """
    before: dict[str, int] = json.loads(remembered.read_text()) if remembered.exists() else {}
    with ExitStack() as holding:
        ports: dict[str, int] = {}
        for name, default in wanted.items():
            candidates = (port for port in (before.get(name), default) if port is not None)
            found = next(((port, held) for port in candidates if (held := _one(port)) is not None), None)
            ports[name], held = found or _any()
            holding.callback(held.close)
        remembered.write_text(json.dumps(ports, indent=2) + "\n")
        yield ports


def _any() -> tuple[int, Hold]:
    for _ in range(500):
        port = random.randint(_LOWEST, _HIGHEST)  # noqa: S311
        held = _one(port)
        if held is not None:
            return port, held
    raise RuntimeError(f"no free port on 127.0.0.1 between {_LOWEST} and {_HIGHEST}")


def _one(port: int) -> Hold | None:
    """This very port, if it is free. It is held first: whoever holds one may be about to listen."""
    held = _hold(port)
    if held is not None and not _is_free(port):
        held.close()
        return None
    return held


def _is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1:`port` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
