"""The outermost layer: what every request gets, whatever route it takes or misses.

A request id, a trace span, one access log line, bounds on how much and how slowly a client sends, how many requests of
one address are answered, security headers, and an answer even when our own code fails.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway import problems, rates
from gateway.rates import Rates
from gateway.streams import Drain
from kit import telemetry
from kit.errors import LimitReached

BODY_LIMIT_BYTES = 1024 * 1024
DELIVERY_LIMIT_BYTES = 3 * 1024 * 1024
"""Of a Git host's delivery, which lists up to 2,048 commits; auth gets it in one message."""
_DELIVERIES = ("/api/v1/webhooks/github", "/api/v1/webhooks/gitea")
HEADERS_LIMIT_BYTES = 32 * 1024
REQUEST_ID = telemetry.REQUEST_ID
_REQUEST_ID_FIELD = REQUEST_ID.encode()
_TRACE = (b"traceparent", b"tracestate")
_READ = frozenset((_REQUEST_ID_FIELD, *_TRACE, b"content-length", b"transfer-encoding"))
_LONGEST_REQUEST_ID = 128

API_POLICY = "default-src 'none'; frame-ancestors 'none'"
_PAGE_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        # the component library writes style attributes; scripts stay strict
        "style-src 'self' 'unsafe-inline'",
        # people's pictures come from the sign-in provider
        "img-src 'self' data: {pictures}",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Content-Security-Policy": API_POLICY,
    "Cache-Control": "no-store",
}
"""Of every answer that does not say otherwise."""
_TRANSPORT_SECURITY = "max-age=31536000; includeSubDomains"


def page_policy(*, https: bool) -> str:
    """Content-Security-Policy of pages; where the installation is plain HTTP, its provider may be too."""
    return _PAGE_POLICY.format(pictures="https:" if https else "https: http:")


class Edge:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, *, https: bool, rates: Rates, request_seconds: float, drain: Drain) -> None:
        self._app = app
        self._drain = drain
        self._rates = rates
        self._request_seconds = request_seconds
        given = {**_HEADERS, "Strict-Transport-Security": _TRANSPORT_SECURITY} if https else _HEADERS
        self._headers = [(name.lower().encode(), value.encode()) for name, value in given.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: value.decode("latin-1") for name, value in scope["headers"] if name in _READ}
        request_id = _accepted(headers.get(_REQUEST_ID_FIELD)) or telemetry.new_request_id()
        carrier = {name.decode(): headers[name] for name in _TRACE if name in headers}
        with telemetry.incoming({**carrier, REQUEST_ID: request_id}, f"HTTP {scope['method']}"):
            await self._serve(scope, _bounded(scope, headers, receive, self._request_seconds), send, request_id)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, request_id: str) -> None:
        started = time.perf_counter()
        status = 0

        async def guarded_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = self._dressed(scope, message, request_id)
            await send(message)

        try:
            if sum(len(name) + len(value) for name, value in scope["headers"]) > HEADERS_LIMIT_BYTES:
                await problems.too_large_headers()(scope, receive, guarded_send)
                return
            if scope["path"].startswith("/api/"):
                self._rates.take(scope, rates.ADDRESS, scope["client"][0] if scope["client"] else "")
            await self._app(scope, receive, guarded_send)
        except LimitReached as error:
            await problems.of_app_error(error)(scope, receive, guarded_send)
        except Exception as error:
            if status:
                # the answer has begun: all that is left is to break it off visibly
                telemetry.log.error("request failed midway", exc_info=error)
                raise
            await problems.of_unknown(error)(scope, receive, guarded_send)
        finally:
            telemetry.log.info(
                "request",
                method=scope["method"],
                route=_template(scope),
                status=status,
                ms=round((time.perf_counter() - started) * 1000, 1),
            )

    def _dressed(self, scope: Scope, start: Message, request_id: str) -> list[tuple[bytes, bytes]]:
        """The headers of an answer, with those that every answer has and that it does not have itself."""
        headers = list(start["headers"])
        given = {name for name, _ in headers}
        headers += [pair for pair in self._headers if pair[0] not in given]
        headers += rates.headers(scope)
        headers.append((_REQUEST_ID_FIELD, request_id.encode()))
        if self._drain.stopping and b"connection" not in given:
            headers.append((b"connection", b"close"))
        if b"vary" in given:  # routes and encoders may both have said so
            fields = MutableHeaders(raw=headers)
            fields["Vary"] = ", ".join(dict.fromkeys(fields["Vary"].split(", ")))
        if b"content-encoding" in given or start["status"] == 304:
            _weaken(MutableHeaders(raw=headers), Headers(scope=scope).get("if-none-match", ""))
        return headers


def _weaken(headers: MutableHeaders, if_none_match: str) -> None:
    """Two encodings of one content are equivalent, not equal: RFC 9110 wants a weak tag, on a 304 too."""
    tag = headers.get("etag", "W/")
    if not tag.startswith("W/") and ("content-encoding" in headers or f"W/{tag}" in if_none_match):
        headers["ETag"] = f"W/{tag}"


def _accepted(request_id: str | None) -> str | None:
    """A client's request id, when it is short and plain enough to go into logs and metadata."""
    if request_id and len(request_id) <= _LONGEST_REQUEST_ID and all("!" <= char <= "~" for char in request_id):
        return request_id
    return None


def _bounded(scope: Scope, headers: Mapping[bytes, str], receive: Receive, seconds: float) -> Receive:
    """`receive`, refusing a body that is too large or comes too slowly as soon as that is known."""
    declared = headers.get(b"content-length", "")
    if declared in {"", "0"} and b"transfer-encoding" not in headers:
        return receive
    limit = DELIVERY_LIMIT_BYTES if scope["path"].startswith(_DELIVERIES) else BODY_LIMIT_BYTES
    too_large = declared.isascii() and declared.isdigit() and int(declared[:20]) > limit
    seen, coming = 0, True
    due = time.monotonic() + seconds

    async def bounded() -> Message:
        nonlocal seen, coming
        if too_large:
            raise HTTPException(413)
        if not coming:
            return await receive()
        try:
            async with asyncio.timeout(max(0.0, due - time.monotonic())):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, headers={"Connection": "close"}) from None
        coming = bool(message.get("more_body"))
        seen += len(message.get("body", b""))
        if seen > limit:
            raise HTTPException(413)
        return message

    return bounded


def _template(scope: Scope) -> str:
    """The route's template, which unlike the path has neither ids nor an end to its variety."""
    return getattr(scope.get("route"), "path", None) or scope.get("gateway.route") or "none"
