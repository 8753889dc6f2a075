"""The built dashboard: hashed assets that may be kept for ever, and one page for every address of the app."""

from __future__ import annotations

import mimetypes
import os
import stat
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from gateway.negotiation import accepted_encodings, matches

_FOR_EVER = "public, max-age=31536000, immutable"
_AN_HOUR = "public, max-age=3600"
_EACH_TIME = "no-cache"
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))
_NOT_BUILT = (
    "The dashboard is not built. Run `make install` in the checkout, or point GATEWAY_DASHBOARD_DIR at the folder "
    "of a built one (frontend/dist). The API is at /api/v1/docs.\n"
)


class Dashboard:
    """ASGI application for every address that no route of the API has.

    Under `/api` there is nothing but the API: 404. Elsewhere a file of the folder, else `index.html`, since the
    single-page application knows its own addresses. Precompressed neighbours (`.br`, `.gz`) are sent to who accepts
    them.
    """

    def __init__(self, folder: Path | None, *, policy: str) -> None:
        self._policy = policy
        self._folder = folder.resolve() if folder else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise HTTPException(404)
        path: str = scope["path"]
        if path == "/api" or path.startswith("/api/"):
            raise HTTPException(404)
        if scope["method"] not in {"GET", "HEAD"}:
            # the page is there, but only to be read
            raise HTTPException(405 if path == "/" else 404)
        scope["gateway.route"] = "dashboard"
        response = await self._response(path, Request(scope).headers)
        await response(scope, receive, send)

    async def _response(self, path: str, headers: Headers) -> Response:
        if self._folder is None or not await run_in_threadpool(_is_file, self._folder / "index.html"):
            if path == "/":
                return PlainTextResponse(_NOT_BUILT, headers={"Cache-Control": _EACH_TIME})
            raise HTTPException(404)
        name = path.lstrip("/")
        file = await run_in_threadpool(_inside, self._folder, name) if name else None
        if file is None and name.startswith("assets/"):
            # a page for a missing script would only hide that it is missing
            raise HTTPException(404)
        if file is None:
            file = self._folder / "index.html"
        if name.startswith("assets/"):
            lifetime = _FOR_EVER
        elif file.name == "index.html":
            lifetime = _EACH_TIME
        else:
            lifetime = _AN_HOUR
        kept = {"Cache-Control": lifetime, "Vary": "Accept-Encoding", "Content-Security-Policy": self._policy}
        return await run_in_threadpool(_file_response, file, kept, headers)


def _inside(folder: Path, name: str) -> Path | None:
    """The file of that name, if it lies inside the folder, links resolved."""
    if "\0" in name or len(name) > 1024:
        return None
    try:
        file = (folder / name).resolve()
    except (OSError, ValueError, RuntimeError):
        return None
    return file if file.is_relative_to(folder) and _is_file(file) else None


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def _file_response(file: Path, headers: dict[str, str], request: Headers) -> Response:
    served, encodings = file, accepted_encodings(request.get("accept-encoding"))
    for encoding, suffix in _ENCODINGS:
        neighbour = file.with_name(file.name + suffix)
        if encoding in encodings and _is_file(neighbour):
            served, headers["Content-Encoding"] = neighbour, encoding
            break
    found = served.stat()
    tag = f"{found.st_mtime_ns:x}-{found.st_size:x}"
    headers["ETag"] = f'"{tag}"'
    if matches(request.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    media_type = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return FileResponse(os.fspath(served), headers=headers, stat_result=found, media_type=media_type)
