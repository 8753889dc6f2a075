"""A Git server for tests: `git http-backend` behind a small HTTP server that can also misbehave."""

from __future__ import annotations

import base64
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from local_stack.ports import free_port


@dataclass
class GitPeer:
    """Serves the bare repositories below `root`."""

    root: Path
    port: int
    statuses: dict[str, int] = field(default_factory=dict)
    """Answer every request for this name with a status: 301 leads to another server."""
    tokens: dict[str, str] = field(default_factory=dict)
    """Name → password that reading it takes."""
    held: dict[str, threading.Event] = field(default_factory=dict)
    """Requests for this name wait for the event."""
    asked: list[str] = field(default_factory=list)
    """Paths of all requests."""
    sent: int = 0
    """Bytes of all answers' content."""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def url(self, name: str) -> str:
        return f"{self.origin}/{name}"

    def add(self, name: str, stream: bytes | None = None) -> Path:
        """Make a bare repository, empty or from a fast-import stream."""
        path = self.root / name
        git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(path))
        if stream is not None:
            git(f"--git-dir={path}", "fast-import", "--quiet", stdin=stream)
        return path

    def hold(self, name: str) -> threading.Event:
        self.held[name] = threading.Event()
        return self.held[name]


def git(*arguments: str, stdin: bytes = b"") -> str:
    environment = {
        "PATH": os.environ["PATH"],
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C",
    }
    done = subprocess.run(["git", *arguments], input=stdin, capture_output=True, check=True, env=environment)
    return done.stdout.decode("utf-8", "surrogateescape")


def history(commits: int, *, text: str = "line {n}\n", name: str = "file.py") -> bytes:
    """A fast-import stream: one file that grows by a line with each commit, two people in turn."""
    out = bytearray()
    content = ""
    for n in range(1, commits + 1):
        person = f"Person {n % 2} <person{n % 2}@example.com> {1_700_000_000 + n * 3600} +0000"
        content += text.format(n=n)
        message = f"Change {n}".encode()
        out += f"commit refs/heads/main\nmark :{n}\nauthor {person}\ncommitter {person}\n".encode()
        out += b"data %d\n%s\n" % (len(message), message)
        if n > 1:
            out += b"from :%d\n" % (n - 1)
        out += b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(content.encode()), content.encode())
    return bytes(out) + b"done\n"


@contextmanager
def git_peer(root: Path) -> Iterator[GitPeer]:  # noqa: C901 a small server's few answers
    peer = GitPeer(root, free_port())
    program = git("--exec-path").strip() + "/git-http-backend"

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            if self.headers.get("transfer-encoding") == "chunked":
                body = b""
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size)
                    self.rfile.readline()
                self.rfile.readline()
            else:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
            self._answer(body)

        def _answer(self, body: bytes) -> None:
            peer.asked.append(self.path)
            parts = urlsplit(self.path)
            name = parts.path.split("/")[1]
            if name in peer.held:
                peer.held[name].wait(60)
            if name in peer.statuses:
                self._send(peer.statuses[name], {"location": "http://127.0.0.1:1/elsewhere/info/refs"}, b"no\n")
            elif name in peer.tokens and self._password() != peer.tokens[name]:
                self._send(401, {"www-authenticate": 'Basic realm="test"'}, b"who are you?\n")
            elif not (peer.root / name / "HEAD").exists():
                self._send(404, {}, b"there is no such thing\n")
            else:
                self._backend(parts.path, parts.query, body)

        def _password(self) -> str:
            scheme, _, value = self.headers.get("authorization", "").partition(" ")
            return base64.b64decode(value).decode().partition(":")[2] if scheme == "Basic" else ""

        def _backend(self, path: str, query: str, body: bytes) -> None:
            environment = {
                "PATH": os.environ["PATH"],
                "GIT_CONFIG_COUNT": "1",
                "GIT_CONFIG_KEY_0": "safe.directory",
                "GIT_CONFIG_VALUE_0": "*",
                "GIT_PROJECT_ROOT": str(peer.root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "PATH_INFO": path,
                "QUERY_STRING": query,
                "REQUEST_METHOD": self.command,
                "CONTENT_TYPE": self.headers.get("content-type", ""),
                "CONTENT_LENGTH": str(len(body)),
                "GIT_PROTOCOL": self.headers.get("git-protocol", ""),
                "HTTP_CONTENT_ENCODING": self.headers.get("content-encoding", ""),
            }
            done = subprocess.run([program], input=body, capture_output=True, check=False, env=environment)
            head, _, content = done.stdout.partition(b"\r\n\r\n")
            headers = dict(line.split(": ", 1) for line in head.decode().split("\r\n"))
            self._send(int(headers.pop("Status", "200").split()[0]), headers, content)

        def _send(self, status: int, headers: dict[str, str], content: bytes) -> None:
            with suppress(OSError):
                self.send_response(status)
                for key, value in {**headers, "content-length": str(len(content))}.items():
                    self.send_header(key, value)
                self.end_headers()
                self.wfile.write(content)
                peer.sent += len(content)

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
        for event in peer.held.values():
            event.set()
        server.shutdown()
        thread.join()
        server.server_close()
