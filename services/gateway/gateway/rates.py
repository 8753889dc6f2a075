"""How many requests a user, and an address, may send: counted per minute, in memory, by each replica for itself.

What the client has left goes into the `RateLimit` and `RateLimit-Policy` fields of every answer of the API (draft-ietf-
httpapi-ratelimit-headers-10), for the client to slow down before it is refused. Limits on analyses are kept by jobs.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from math import ceil
from typing import Any

from kit.errors import LimitReached

_WINDOW_SECONDS = 60
_STATE = "gateway.rates"
USER, ADDRESS = "user", "address"


@dataclass(slots=True)
class _Window:
    """Requests of one user or address, from the first of them on."""

    ends: float
    taken: int = 0


class Rates:
    """Counts requests; one for the process."""

    def __init__(self, *, user: int, address: int) -> None:
        """How many per minute; 0 is no limit."""
        self._quotas = {USER: user, ADDRESS: address}
        self._policies = {kind: f'"{kind}";q={quota};w={_WINDOW_SECONDS}' for kind, quota in self._quotas.items()}
        self._windows: dict[tuple[str, str], _Window] = {}
        self._sweep_at = 0.0

    def take(self, scope: MutableMapping[str, Any], kind: str, whom: str) -> None:
        """Count a request, and note what is left for `headers`. Raises LimitReached when nothing was."""
        quota = self._quotas[kind]
        if not quota:
            return
        now = time.monotonic()
        key = (kind, _network(whom) if kind == ADDRESS else whom)
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            self._sweep(now)
            window = self._windows[key] = _Window(now + _WINDOW_SECONDS)
        window.taken += 1
        reset = max(1, ceil(window.ends - now))
        left = max(0, quota - window.taken)
        scope.setdefault(_STATE, []).append((self._policies[kind], f'"{kind}";r={left};t={reset}'))
        if window.taken > quota:
            raise LimitReached(
                f"At most {quota} requests a minute are answered. Try again in {reset} seconds.", retry_after=reset
            )

    def _sweep(self, now: float) -> None:
        """Once a minute, forget who has not come back: what is remembered is bounded by what two minutes bring."""
        if now >= self._sweep_at:
            self._sweep_at = now + _WINDOW_SECONDS
            self._windows = {key: window for key, window in self._windows.items() if window.ends > now}


def headers(scope: MutableMapping[str, Any]) -> list[tuple[bytes, bytes]]:
    """The fields that tell what was counted of a request."""
    counted = scope.get(_STATE)
    if not counted:
        return []
    policies, rates = zip(*counted, strict=True)
    return [(b"ratelimit-policy", ", ".join(policies).encode()), (b"ratelimit", ", ".join(rates).encode())]


def _network(address: str) -> str:
    """An IPv6 client has a whole network of addresses; all of it counts as one."""
    if ":" not in address:
        return address
    try:
        return str(ipaddress.ip_network((address.partition("%")[0], 64), strict=False))
    except ValueError:
        return address
