"""A Git server that says whatever a test wants: packs that git would never make, redirects, alternates."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from local_stack.ports import free_port

CAPABILITIES = "side-band-64k ofs-delta no-progress agent=lie"
Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class LyingPeer:
    port: int
    answers: dict[str, Callable[[str], Answer]] = field(default_factory=dict)
    """First part of the path → what to answer to the rest of it."""
    asked: list[str] = field(default_factory=list)
    """Paths of all requests, each after the host that was asked for."""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def serve(self, name: str, pack: bytes, refs: Mapping[str, str], head: str = "refs/heads/main") -> str:
        """Serve a pack, whatever is in it, to whoever clones; the address."""
        self.answers[name] = lambda rest: _upload_pack(rest, pack, refs, head)
        return f"{self.origin}/{name}"

    def redirect(self, name: str, status: int, location: str) -> str:
        self.answers[name] = lambda rest: (status, {"location": location + rest}, b"")
        return f"{self.origin}/{name}"

    def files(self, name: str, content: Mapping[str, bytes]) -> str:
        """Serve plain files, as servers do that know nothing of git."""
        self.answers[name] = lambda rest: (
            (200, {"content-type": "text/plain"}, content[rest.partition("?")[0]])
            if rest.partition("?")[0] in content
            else (404, {}, b"no\n")
        )
        return f"{self.origin}/{name}"


def line(content: str) -> bytes:
    """A packet line."""
    data = content.encode("utf-8", "surrogateescape")
    return b"%04x" % (len(data) + 4) + data


def _upload_pack(rest: str, pack: bytes, refs: Mapping[str, str], head: str) -> Answer:
    if rest.startswith("/info/refs"):
        first, *others = [("HEAD", refs[head])] * (head in refs) + list(refs.items())
        symref = f" symref=HEAD:{head}" if head in refs else ""
        said = line("# service=git-upload-pack\n") + b"0000"
        said += line(f"{first[1]} {first[0]}\0{CAPABILITIES}{symref}\n")
        said += b"".join(line(f"{sha} {name}\n") for name, sha in others) + b"0000"
        return 200, {"content-type": "application/x-git-upload-pack-advertisement"}, said
    said = b"0008NAK\n"
    for at in range(0, len(pack), 65_000):
        part = pack[at : at + 65_000]
        said += b"%04x\x01" % (len(part) + 5) + part
    return 200, {"content-type": "application/x-git-upload-pack-result"}, said + b"0000"


@contextmanager
def lying_peer() -> Iterator[LyingPeer]:
    peer = LyingPeer(free_port())

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            if self.headers.get("transfer-encoding") == "chunked":
                while size := int(self.rfile.readline(), 16):
                    self.rfile.read(size + 2)
                self.rfile.readline()
            else:
                self.rfile.read(int(self.headers.get("content-length", 0)))
            self._answer()

        def _answer(self) -> None:
            parts = urlsplit(self.path)
            peer.asked.append(f"{self.headers.get('host')}{self.path}")
            name, _, rest = parts.path.lstrip("/").partition("/")
            answer = peer.answers.get(name, lambda _: (404, {}, b"no\n"))
            status, headers, body = answer("/" + rest + ("?" + parts.query if parts.query else ""))
            with suppress(OSError):
                self.send_response(status)
                for key, value in {**headers, "content-length": str(len(body))}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

    server = Server(("127.0.0.1", peer.port), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield peer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
