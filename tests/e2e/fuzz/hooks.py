"""Loaded by schemathesis: signs in as an administrator, in one session or in a new one for each case."""

from __future__ import annotations

import asyncio
import os
from typing import Any

import schemathesis

from local_stack.client import Client


@schemathesis.auth(refresh_interval=300 if os.environ["FUZZED_SESSIONS"] == "one" else None)
class Session:
    """An access token lives for 15 minutes."""

    def get(self, case: Any, context: Any) -> str:
        return asyncio.run(_sign_in(os.environ["FUZZED_GATEWAY"]))

    def set(self, case: Any, data: str, context: Any) -> None:
        case.headers = {**(case.headers or {}), "Authorization": data}


async def _sign_in(gateway: str) -> str:
    async with Client(gateway) as client:
        await client.sign_in("alice")
        return client._http.headers["Authorization"]
