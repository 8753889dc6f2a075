"""How many requests a user, and an address, may send: counted per minute, in memory, by each replica for itself.

What the client has left goes into the `RateLimit` and `RateLimit-Policy` fields of every answer of the API (draft-ietf-
httpapi-ratelimit-headers-10), for the client to slow down before it is refused. Limits on analyses are kept by jobs.
"""

from __future__ import annotations

import ipaddress
import time
from collections.abc import MutableMapping
from math import ceil
from typing import Any

from limits.aio.storage import MemoryStorage

from kit.errors import LimitReached

_WINDOW_SECONDS = 60
_STATE = "gateway.rates"
USER, ADDRESS = "user", "address"


class Rates:
    """Counts requests; one for the process."""

    def __init__(self, *, user: int, address: int) -> None:
        """How many per minute; 0 is no limit."""
        self._quotas = {USER: user, ADDRESS: address}
        self._storage = MemoryStorage()

    async def take(self, scope: MutableMapping[str, Any], kind: str, whom: str) -> None:
        """Count a request, and note what is left for `headers`. Raises LimitReached when nothing was."""
        quota = self._quotas[kind]
        if not quota:
            return
        key = f"{kind}/{_network(whom) if kind == ADDRESS else whom}"
        taken = await self._storage.incr(key, _WINDOW_SECONDS)
        reset = max(1, ceil(await self._storage.get_expiry(key) - time.time()))
        scope.setdefault(_STATE, []).append((kind, quota, max(0, quota - taken), reset))
        if taken > quota:
            raise LimitReached(
                f"At most {quota} requests a minute are answered. Try again in {reset} seconds.", retry_after=reset
            )


def headers(scope: MutableMapping[str, Any]) -> dict[str, str]:
    """The fields that tell what was counted of a request."""
    counted = scope.get(_STATE)
    if not counted:
        return {}
    return {
        "RateLimit-Policy": ", ".join(f'"{kind}";q={quota};w={_WINDOW_SECONDS}' for kind, quota, _, _ in counted),
        "RateLimit": ", ".join(f'"{kind}";r={left};t={reset}' for kind, _, left, reset in counted),
    }


def _network(address: str) -> str:
    """An IPv6 client has a whole network of addresses; all of it counts as one."""
    if ":" not in address:
        return address
    try:
        return str(ipaddress.ip_network((address.partition("%")[0], 64), strict=False))
    except ValueError:
        return address
