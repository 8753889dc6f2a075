"""The platform's REST API as a program uses it: sign in, submit, follow, read."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urljoin, urlsplit

import httpx

from cli.remote.sse import Decoder, Event

FINAL = frozenset({"COMPLETED", "FAILED", "CANCELLED", "EXPIRED"})
# The stream sends a comment every 15 s: silence for much longer means a lost connection.
_STREAM_SILENCE = 45.0
_RECONNECT_SECONDS = 0.3


class RefusedError(Exception):
    """The platform refused a request; the message is its sentence, `code` its kind."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code


class Client:
    """A signed-in session with the gateway at that address."""

    def __init__(self, gateway: str) -> None:
        self._http = httpx.AsyncClient(base_url=gateway, trust_env=False, timeout=30.0)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def sign_in(self, login: str, *, private: bool = False) -> None:
        """The OAuth code flow as a browser walks it, with the stand-in's sign-in without a click.

        With `private` it asks for private repositories too.
        """
        asked = {"login": login, **({"private": "true"} if private else {})}
        started = await self._http.get("/api/v1/auth/github", params=asked)
        _check(started)
        allowed = await self._http.get(started.headers["location"])
        returned = parse_qs(urlsplit(allowed.headers.get("location", "")).query)
        if "code" not in returned:
            reason = returned.get("error", [f"it answered {allowed.status_code}"])[0]
            raise RefusedError(f"the sign-in provider did not let {login} in: {reason}", "sign_in_failed")
        answer = await self._http.post(
            "/api/v1/auth/callback", json={"code": returned["code"][0], "state": returned["state"][0]}
        )
        _check(answer)
        self._accept(answer)

    async def submit(self, repo_url: str) -> dict[str, Any]:
        """Ask for an analysis; returns the job."""
        return await self._json("POST", "/api/v1/analysis", json={"repo_url": repo_url})

    async def job(self, job_id: str) -> dict[str, Any]:
        """Where the job stands."""
        return await self._json("GET", f"/api/v1/analysis/{job_id}")

    async def report(self, job_id: str) -> dict[str, Any]:
        """The report."""
        return await self._json("GET", f"/api/v1/analysis/{job_id}/result")

    async def follow(self, job_id: str) -> AsyncIterator[Event]:
        """The job's events from the first on, across broken connections, until it has ended."""
        last: str | None = None
        while True:
            try:
                async for event in self._stream(job_id, last):
                    last = event.id or last
                    yield event
                # The stream ends with the job, and also when the gateway or what is behind it stops.
                if (await self.job(job_id))["status"] in FINAL:
                    return
            except httpx.TransportError:
                pass
            except RefusedError as refused:
                if refused.code != "unavailable":
                    raise
            await asyncio.sleep(_RECONNECT_SECONDS)

    async def _stream(self, job_id: str, last: str | None) -> AsyncIterator[Event]:
        headers = {"accept": "text/event-stream"} | ({"last-event-id": last} if last else {})
        timeout = httpx.Timeout(30.0, read=_STREAM_SILENCE)
        address = f"/api/v1/analysis/{job_id}/events"
        async with self._http.stream("GET", address, headers=headers, timeout=timeout) as response:
            if response.status_code == 401:
                await self._refresh()
                return
            if response.is_error:
                await response.aread()
                _check(response)
            decoder = Decoder()
            async for chunk in response.aiter_bytes():
                for event in decoder.feed(chunk):
                    yield event

    async def _json(self, method: str, address: str, **sent: Any) -> dict[str, Any]:
        response = await self._http.request(method, address, **sent)
        if response.status_code == 401:
            await self._refresh()
            response = await self._http.request(method, address, **sent)
        _check(response)
        found: dict[str, Any] = response.json()
        return found

    async def _refresh(self) -> None:
        """A new access token for the session, by its cookie."""
        answer = await self._http.post(
            "/api/v1/auth/refresh", headers={"origin": urljoin(str(self._http.base_url), "/").rstrip("/")}
        )
        _check(answer)
        self._accept(answer)

    @property
    def authorization(self) -> str:
        """The header that says who calls, once signed in."""
        return self._http.headers["authorization"]

    def _accept(self, answer: httpx.Response) -> None:
        self._http.headers["authorization"] = f"Bearer {answer.json()['access_token']}"


def _check(response: httpx.Response) -> None:
    """Raise what the platform says is wrong."""
    if not response.is_error:
        return
    try:
        problem = response.json()
        message, code = problem["detail"], problem["code"]
    except (ValueError, KeyError, TypeError):
        message, code = f"the gateway answered {response.status_code}", "unexpected_answer"
    raise RefusedError(message, code)
