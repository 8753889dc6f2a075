"""Every JSON answer to a GET has an `ETag`, the digest of its content, and is not sent to who has it already."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from gateway.negotiation import matches

_REVALIDATED = b"private, no-cache"
_OF_CONTENT = (b"content-length", b"content-type")


class Tags:
    """ASGI middleware. Left alone: what is streamed, what has a tag, and what says that it is not to be stored."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        held: Message | None = None

        async def tagging(message: Message) -> None:
            nonlocal held
            if message["type"] == "http.response.start" and _taggable(message):
                held = message
                return
            if held is not None:
                start, held = held, None
                if not message.get("more_body"):
                    message = _tagged(start, message, Headers(scope=scope).get("if-none-match"))
                await send(start)
            await send(message)

        await self._app(scope, receive, tagging)


def _taggable(start: Message) -> bool:
    headers = dict(start["headers"])
    return (
        start["status"] == 200
        and headers.get(b"content-type") == b"application/json"
        and headers.keys().isdisjoint((b"etag", b"cache-control", b"set-cookie"))
    )


def _tagged(start: Message, body: Message, if_none_match: str | None) -> Message:
    """Give the answer its tag; its body, which is none if the client has it."""
    tag = hashlib.sha256(body["body"]).hexdigest()
    start["headers"] = [*start["headers"], (b"etag", f'"{tag}"'.encode()), (b"cache-control", _REVALIDATED)]
    if not matches(if_none_match, tag):
        return body
    start["status"] = 304
    start["headers"] = [pair for pair in start["headers"] if pair[0] not in _OF_CONTENT]
    return {**body, "body": b""}
