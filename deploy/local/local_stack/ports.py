"""Free loopback ports, kept from one start to the next."""

from __future__ import annotations

import json
import random
import socket
import sys
from pathlib import Path

# Below the kernel's ephemeral range (32768 on Linux), so that no outgoing connection can take one.
_LOWEST, _HIGHEST = 20000, 32000
_reservations: list[socket.socket] = []


def is_free(port: int) -> bool:
    """Whether a server could listen on 127.0.0.1:`port` now."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _reserve(port: int) -> socket.socket | None:
    """Holds a port between its choice and the moment its server listens; None if another process holds it.

    By a name in Linux's abstract socket namespace: it leaves no file and ends with the process. Elsewhere chance
    alone keeps processes apart.
    """
    held = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    if sys.platform == "linux":
        try:
            held.bind(f"\0gitstrata-port-{port}")
        except OSError:
            held.close()
            return None
    return held


def free_port() -> int:
    """A port that nobody listens on, and that no other process gets from here as long as this one lives."""
    for _ in range(500):
        port = random.randint(_LOWEST, _HIGHEST)  # noqa: S311
        reservation = _reserve(port)
        if reservation is None:
            continue
        if is_free(port):
            _reservations.append(reservation)
            return port
        reservation.close()
    raise RuntimeError(f"no free port on 127.0.0.1 between {_LOWEST} and {_HIGHEST}")


def assign(remembered: Path, wanted: dict[str, int | None]) -> dict[str, int]:
    """A free port per name: the one remembered from last time, else the wanted one, else any.

    What was assigned is written to the JSON file `remembered`.
    """
    before: dict[str, int] = json.loads(remembered.read_text()) if remembered.exists() else {}
    assigned: dict[str, int] = {}
    for name, default in wanted.items():
        candidates = [port for port in (before.get(name), default) if port is not None]
        taken = set(assigned.values())
        usable = [port for port in candidates if port not in taken and is_free(port)]
        port = usable[0] if usable else free_port()
        while port in taken:
            port = free_port()
        assigned[name] = port
    remembered.write_text(json.dumps(assigned, indent=2) + "\n")
    return assigned
