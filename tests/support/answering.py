"""An HTTP server that answers as a test tells it to, and remembers what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from local_stack.ports import free_port


@dataclass(frozen=True)
class Seen:
    """One request. `body` is what it says as a form, `content` the bytes."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, list[str]]
    content: bytes


Answer = tuple[int, dict[str, str], Any]
"""Status, headers and content: bytes as they are, all else as JSON."""


@dataclass
class Server:
    """Answers as told and remembers what it was asked."""

    url: str
    answer: Callable[[Seen], Answer] = lambda _: (200, {}, {})
    seen: list[Seen] = field(default_factory=list)


@contextmanager
def answering_server() -> Iterator[Server]:
    """A server on loopback that is gone afterwards."""

    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            sent = self.rfile.read(int(self.headers.get("content-length") or 0))
            seen = Seen(
                self.command,
                self.path,
                {name.lower(): value for name, value in self.headers.items()},
                parse_qs(sent.decode()),
                sent,
            )
            told.seen.append(seen)
            status, headers, content = told.answer(seen)
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            for name, value in {"content-type": "application/json", **headers}.items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("content-length", str(len(body)))
            self.end_headers()
            if status != 204:
                self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...

    for method in ("GET", "POST", "DELETE"):
        setattr(Handler, f"do_{method}", Handler.reply)

    listening = ThreadingHTTPServer(("127.0.0.1", free_port()), Handler)
    told = Server(f"http://127.0.0.1:{listening.server_port}")
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()
