"""A Gitstrata server as commands use it: the generated client, with refusals as errors and patience where it is due."""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self, TypeAlias, TypeVar

import httpx

from cli.remote.credentials import Target
from cli.remote.refusals import RemoteError, errors, refused
from cli.remote.retrying import PAUSES, AskedToWait, seconds_of
from gitstrata_client.client import AuthenticatedClient
from gitstrata_client.types import Response

T = TypeVar("T")
Expected: TypeAlias = type | tuple[type, ...]
_TIMEOUT = httpx.Timeout(30.0)
_READ_SECONDS = 120.0  # a large export is made before its first byte comes


class Server:
    """The server at `target`. Every method raises RemoteError.

    What answers 429 or 503 with Retry-After, or not at all, is asked again a few times, until `timeout` seconds are
    over. So only what may come twice is asked here: what makes or commands something has an Idempotency-Key, or does
    nothing the second time, or (a delivery that is tested or replayed) is understood to come at least once.
    """

    def __init__(self, target: Target, ca: str | None = None, timeout: float | None = None) -> None:
        if target.token is None:
            raise RemoteError(
                "not_logged_in", f"There is no token for {target.url}: 'gitstrata login', or set GITSTRATA_TOKEN."
            )
        self.url = target.url
        self.deadline = None if timeout is None else time.monotonic() + timeout
        self._client = AuthenticatedClient(
            base_url=target.url,
            token=target.token,
            timeout=_TIMEOUT,
            verify_ssl=_trusted(ca),
            headers={"User-Agent": "gitstrata-cli"},
            httpx_args={"event_hooks": {"response": [self._check]}},
        )

    def __enter__(self) -> Self:
        self._client.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.__exit__(kind, error, trace)

    def ask(self, expected: Expected, operation: Callable[..., Response[Any]], *place: Any, **arguments: Any) -> Any:
        """The JSON that this operation of the generated client answers, once it has read it as `expected`.

        Arguments that are None are left out.
        """
        return self.ask_tagged(expected, operation, *place, **arguments)[0]

    def ask_tagged(
        self, expected: Expected, operation: Callable[..., Response[Any]], *place: Any, **arguments: Any
    ) -> tuple[Any, str | None]:
        """The same, and its ETag: for changing only what nobody else has changed since."""
        given = {name: value for name, value in arguments.items() if value is not None}

        def attempt() -> tuple[Any, str | None]:
            try:
                response = operation(*place, client=self._client, **given)
            except (ValueError, KeyError, TypeError) as error:
                raise self._unexpected() from error
            if not isinstance(response.parsed, expected):
                raise self._unexpected()
            return json.loads(response.content), response.headers.get("ETag")

        return self._patiently(attempt)

    def command(self, operation: Callable[..., Response[Any]], *place: Any) -> None:
        """Has that operation done, which answers nothing."""
        self._patiently(lambda: operation(*place, client=self._client))

    def listed(
        self, expected: type, operation: Callable[..., Response[Any]], limit: int, *place: Any, **arguments: Any
    ) -> Any:
        """The first `limit` items of a list in the API's own form, over as many pages as that takes."""
        items: list[Any] = []
        cursor = None
        while True:
            size = min(100, limit - len(items))
            page = self.ask(expected, operation, *place, limit=size, cursor=cursor, **arguments)
            items += page["items"]
            cursor = page["next_cursor"]
            if cursor is None or len(items) >= limit:
                return {"items": items, "next_cursor": cursor}

    @contextmanager
    def reading(
        self,
        address: str,
        *,
        query: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        wait: float = _READ_SECONDS,
    ) -> Iterator[httpx.Response]:
        """An answer that is read piece by piece: reports, exports and events, which may be large or endless.

        Raises httpx.RequestError where reading breaks off.
        """
        client = self._client.get_httpx_client()
        timeout = httpx.Timeout(_TIMEOUT.connect, read=wait)
        with client.stream(
            "GET", address, params=dict(query or {}), headers=dict(headers or {}), timeout=timeout
        ) as response:
            yield response

    def download(self, address: str, write: Callable[[bytes], object], query: Mapping[str, str] | None = None) -> None:
        """Writes the bytes of an answer as they come. Nothing is asked again once the first has been written."""
        begun = False

        def attempt() -> None:
            nonlocal begun
            try:
                with self.reading(address, query=query) as response:
                    for chunk in response.iter_bytes():
                        begun = True
                        write(chunk)
            except httpx.RequestError as error:
                if begun:
                    raise RemoteError("unreachable", f"{self.url} broke off in the middle of its answer.") from error
                raise

        self._patiently(attempt)

    def left(self) -> float | None:
        """Seconds until time is over, None where there is no such limit. Raises RemoteError when it is over."""
        if self.deadline is None:
            return None
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise RemoteError("timed_out", "The time that --timeout gives is over; the analysis goes on without us.")
        return seconds

    def pause(self, seconds: float) -> None:
        """Waits, but not longer than there is time. Raises RemoteError when it is over."""
        left = self.left()
        time.sleep(seconds if left is None else min(seconds, left))
        self.left()

    def unreachable(self, error: httpx.RequestError) -> RemoteError:
        """The sentence about a connection that did not come about or broke."""
        reason = str(error) or type(error).__name__
        return RemoteError("unreachable", f"{self.url} does not answer: {reason}.")

    def _patiently(self, attempt: Callable[[], T]) -> T:
        for pause in PAUSES:
            try:
                return attempt()
            except AskedToWait as wait:
                if wait.seconds is None:
                    raise wait.error from None
                if wait.seconds > 2:
                    errors.print(f"{self.url} asks to wait {wait.seconds:.0f} s.", style="dim", markup=False)
                self.pause(wait.seconds)
            except httpx.RequestError:
                self.pause(pause)
        try:
            return attempt()
        except AskedToWait as wait:
            raise wait.error from None
        except httpx.RequestError as error:
            raise self.unreachable(error) from error

    def _check(self, response: httpx.Response) -> None:
        """Refuses what the generated client could not read: errors as problems, pages of other servers."""
        if response.is_redirect:
            raise RemoteError("unexpected_answer", f"{self.url} sends us elsewhere: give the address that it names.")
        if not response.is_error:
            return
        response.read()
        try:
            body = response.json()
        except ValueError:
            body = None
        error = refused(response.status_code, body, self.url)
        if response.status_code in (429, 503):
            raise AskedToWait(error, seconds_of(response.headers.get("Retry-After")))
        raise error

    def _unexpected(self) -> RemoteError:
        return RemoteError(
            "unexpected_answer", f"{self.url} does not answer as Gitstrata does: is that its address, and its version?"
        )


def _trusted(ca: str | None) -> ssl.SSLContext | bool:
    """Whom to trust: the authority in `ca` alone, else what httpx trusts (SSL_CERT_FILE and SSL_CERT_DIR too)."""
    if ca is None:
        return True
    try:
        return ssl.create_default_context(cafile=ca)
    except (OSError, ssl.SSLError) as error:
        raise RemoteError("refused", f"--ca: {ca} holds no certificates that could be trusted.") from error
