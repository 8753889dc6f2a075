"""Calling an address that a user gave: nothing inside the operator's network, whatever names resolve to.

A name is resolved once, at the moment of connecting; every address that it has is checked, and the connection goes to
one of these. TLS and the Host header go on naming the host. No redirect is followed, and no proxy asked.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from time import time
from typing import Any
from urllib.parse import urlsplit

import httpcore

from kit.addresses import PORTS, Address, Origin, is_host, is_internal, is_never
from kit.errors import InvalidInput

_LONGEST_URL = 2048
_CONNECT_SECONDS = 5.0
_ANSWER_BYTES = 64 * 1024
_MOST_CONNECTIONS = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a call. `status` is 0 when nothing answered; `error` is empty for any 2xx."""

    status: int = 0
    error: str = ""
    retry_after: float | None = None
    """Seconds that the receiver asks to wait."""

    @property
    def arrived(self) -> bool:
        return not self.error


def check_url(url: str, allowed: Collection[Origin]) -> str:
    """The address, if it may be called as far as can be told without asking anybody; InvalidInput otherwise."""
    if len(url) > _LONGEST_URL or not url.isascii() or not url.isprintable() or " " in url or "\\" in url:
        raise _refused("An address has at most 2,048 characters, and neither spaces nor others than ASCII has.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise _refused("This is not an address: check its host and port.") from None
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in PORTS or port == 0 or not is_host(host):
        raise _refused("Give an address like https://example.org/hooks.")
    if "@" in parts.netloc or parts.fragment:
        raise _refused("The address must hold neither a user name or password, nor a fragment.")
    origin = Origin(parts.scheme, host, port or PORTS[parts.scheme])
    if origin not in allowed:
        if parts.scheme != "https":
            raise _refused("Only https addresses are called.")
        if host == "localhost" or host.endswith((".localhost", ".internal", ".local")) or _is_internal(host):
            raise _refused("This host is inside a private network. Ask the operator to allow it.")
    return url


def _is_internal(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return is_never(address) or is_internal(address)


def _refused(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="webhook_url_not_allowed", fields={"url": sentence})


class _NotAllowed(httpcore.ConnectError):
    """An address of the host is one that nobody may have us call."""


class _Checked(httpcore.AsyncNetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, allowed: Collection[Origin]) -> None:
        self._inside = {(origin.host, origin.port) for origin in allowed}
        self._network = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        failure: Exception = httpcore.ConnectError("no address")
        for address in await self._addresses(host, port):
            try:
                return await self._network.connect_tcp(
                    str(address), port, timeout=timeout, local_address=local_address, socket_options=socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    async def _addresses(self, host: str, port: int) -> list[Address]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError("the host has no address") from error
        addresses = [
            ipaddress.ip_address(str(text).partition("%")[0]) for text in dict.fromkeys(entry[4][0] for entry in found)
        ]
        inside = (host.rstrip(".").lower(), port) in self._inside
        if any(is_never(each) or (is_internal(each) and not inside) for each in addresses):
            raise _NotAllowed("the host has an address that may not be called")
        return addresses


class Targets:
    """Calls addresses. `allowed` are origins that may be http or internal."""

    def __init__(self, allowed: Collection[Origin], seconds: float) -> None:
        self.allowed = frozenset(allowed)
        self._seconds = seconds
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=ssl.create_default_context(),
            max_connections=_MOST_CONNECTIONS,
            max_keepalive_connections=0,  # a connection that is kept would outlive the check of its address
            network_backend=_Checked(self.allowed),
        )

    async def aclose(self) -> None:
        await self._pool.aclose()

    async def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """What the address answers to a POST within the time there is; never an error of ours."""
        try:
            check_url(url, self.allowed)
            async with asyncio.timeout(self._seconds):
                return await self._post(url, body, headers)
        except (TimeoutError, httpcore.TimeoutException):
            return Answer(error="no answer in time")
        except (InvalidInput, _NotAllowed):
            return Answer(error="the address may not be called")
        except (httpcore.NetworkError, ssl.SSLError) as error:
            return Answer(error=_reason(error))
        except (httpcore.ProtocolError, httpcore.UnsupportedProtocol, httpcore.ProxyError):
            return Answer(error="the answer is no HTTP")

    async def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        timeout = {"connect": _CONNECT_SECONDS, "read": self._seconds, "write": self._seconds, "pool": self._seconds}
        given = {"content-type": "application/json", "user-agent": "Gitstrata", "connection": "close", **headers}
        async with self._pool.stream(
            "POST", url, headers=list(given.items()), content=body, extensions={"timeout": timeout}
        ) as response:
            read = 0
            async for chunk in response.aiter_stream():
                read += len(chunk)
                if read > _ANSWER_BYTES:  # what it says does not matter, and it need not say more
                    break
            answered = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            error = "" if 200 <= response.status < 300 else f"answered {response.status}"
            return Answer(response.status, error, _patience(answered.get("retry-after", "")))


def _patience(text: str) -> float | None:
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - time())
    except (ValueError, TypeError, OverflowError):
        return None


def _reason(error: BaseException | None) -> str:
    """In a few words, without addresses: who asked may not be told what is inside."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLCertVerificationError):
            return "the certificate is not valid for the host"
        if isinstance(seen, ssl.SSLError):
            return "no TLS connection"
        if isinstance(seen, socket.gaierror):
            return "the host has no address"
        seen = seen.__cause__ or seen.__context__
    return "no connection" if isinstance(error, httpcore.ConnectError) else "the connection broke off"
