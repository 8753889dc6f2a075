"""The GitHub stand-in as a process of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx

from local_stack import process
from local_stack.ports import free_port
from tests.support import servers

CALLBACK = "http://127.0.0.1:8080/auth/callback"
CLIENT_ID = "the-app"
CLIENT_SECRET = "the-client-secret-of-the-app"


@dataclass(frozen=True)
class StandIn:
    """A running stand-in; `log` is the file of its output."""

    url: str
    log: Path
    client_id: str = CLIENT_ID
    client_secret: str = CLIENT_SECRET
    callback: str = CALLBACK

    async def request(self, method: str, url: str, **options: Any) -> httpx.Response:
        """One request of anybody's."""
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            return await client.request(method, url, **options)

    async def approve(self, authorize_url: str, login: str = "") -> dict[str, str]:
        """Be the person at the provider: what its redirect brings back (`code`, `state`).

        `login` is who it is, if the address does not say.
        """
        url = httpx.URL(authorize_url)
        answer = await self.request("GET", str(url.copy_merge_params({"login": login}) if login else url))
        assert answer.status_code == 302, answer.text
        target = answer.headers["location"]
        assert target.startswith(self.callback)
        return dict(parse_qsl(urlsplit(target).query))


@contextmanager
def github_standin(folder: Path, **settings: str) -> Iterator[StandIn]:
    """A stand-in with its data in `folder`; `settings` are more of its own, such as `expiring_tokens="true"`."""
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "GITHUB_PORT": str(port),
        "GITHUB_DATA": str(folder / "data"),
        "GITHUB_CLIENT_ID": CLIENT_ID,
        "GITHUB_CLIENT_SECRET": CLIENT_SECRET,
        "GITHUB_CALLBACK_URL": CALLBACK,
        **{f"GITHUB_{name.upper()}": value for name, value in settings.items()},
    }
    program = process.Program(name="github", argv=(sys.executable, "-m", "local_stack.github"), environment=environment)
    standin = StandIn(f"http://127.0.0.1:{port}", folder / "log")

    async def ready() -> bool:
        async with httpx.AsyncClient(trust_env=False) as client:
            try:
                return (await client.get(f"{standin.url}/readyz")).is_success
            except httpx.TransportError:
                return False

    with servers.running(program, standin.log):
        servers.run_sync(process.until(ready, 30))
        yield standin
