"""Git over HTTP, read only: git's own `http-backend`, streamed."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse, StreamingResponse

from local_stack.github.accounts import Repositories, Repository
from local_stack.github.api import may_read
from local_stack.github.oauth import basic_credentials
from local_stack.github.tokens import Authorization, Tokens

_CHUNK = 64 * 1024
_CONFIGURATION = """[safe]
\tdirectory = *
[http]
\treceivepack = false
\tuploadpack = true
[uploadpack]
\tallowFilter = true
"""


class HttpBackend:
    """Runs `git http-backend` on one repository at a time, blind to this machine's git configuration."""

    def __init__(self, folder: Path) -> None:
        self._configuration = folder / "gitconfig"
        self._configuration.write_text(_CONFIGURATION)
        path = subprocess.run(["git", "--exec-path"], capture_output=True, text=True, check=True).stdout.strip()
        self._program = str(Path(path) / "git-http-backend")

    async def answer(self, request: Request, repository: Repository, path: str) -> Response:
        """The answer to a request for `path` inside the repository."""
        process = await asyncio.create_subprocess_exec(
            self._program,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment(request, repository, path),
            start_new_session=True,
        )
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        body = asyncio.create_task(_feed(request, process.stdin))
        try:
            status, headers = _parse(await process.stdout.readuntil(b"\r\n\r\n"))
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            await _end(process, body)
            return PlainTextResponse("git http-backend gave no answer\n", 500)
        except BaseException:
            await _end(process, body)
            raise
        return StreamingResponse(_stream(process, process.stdout, body), status, headers)

    def _environment(self, request: Request, repository: Repository, path: str) -> dict[str, str]:
        environment = {
            "PATH": os.environ.get("PATH", os.defpath),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(self._configuration),
            "GIT_PROJECT_ROOT": str(repository.git_dir),
            "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": path,
            "REQUEST_METHOD": request.method,
            "QUERY_STRING": request.url.query,
            "CONTENT_TYPE": request.headers.get("content-type", ""),
            "REMOTE_ADDR": "127.0.0.1",
        }
        # Without a length (chunked) http-backend reads to the end of its input.
        for header, variable in (
            ("content-length", "CONTENT_LENGTH"),
            ("content-encoding", "HTTP_CONTENT_ENCODING"),
            ("git-protocol", "GIT_PROTOCOL"),
        ):
            if value := request.headers.get(header):
                environment[variable] = value
        return environment


def router(backend: HttpBackend, tokens: Tokens, repositories: Repositories) -> APIRouter:
    """`/{owner}/{name}.git` for upload-pack (clone and fetch); the suffix may be left out, as on GitHub.

    Unlike github.com it tells an anonymous caller that a repository does not exist (404, not 401).
    """
    routes = APIRouter()

    async def serve(request: Request, owner: str, name: str, path: str) -> Response:
        credentials = basic_credentials(request)
        held = None if credentials is None else _holder(credentials, tokens)
        if credentials is not None and held is None:
            return _challenge("Invalid username or token.")
        repository = repositories.find(owner, name.removesuffix(".git"))
        if repository is not None and held is None and not may_read(repository, held):
            return _challenge("Repository not found.")
        if repository is None or not may_read(repository, held):
            return PlainTextResponse("Repository not found.\n", 404)
        return await backend.answer(request, repository, path)

    @routes.get("/{owner}/{name}/info/refs")
    async def references(request: Request, owner: str, name: str) -> Response:
        if request.query_params.get("service") != "git-upload-pack":
            return PlainTextResponse("Only upload-pack over smart HTTP is served here.\n", 403)
        return await serve(request, owner, name, "/info/refs")

    @routes.post("/{owner}/{name}/git-upload-pack")
    async def upload_pack(request: Request, owner: str, name: str) -> Response:
        return await serve(request, owner, name, "/git-upload-pack")

    @routes.post("/{owner}/{name}/git-receive-pack")
    async def receive_pack(owner: str, name: str) -> Response:
        return PlainTextResponse(f"{owner}/{name} is read only here.\n", 403)

    return routes


def _holder(credentials: tuple[str, str], tokens: Tokens) -> Authorization | None:
    """The token may be the password (beside any user name, such as x-access-token) or the user name."""
    user, password = credentials
    return tokens.find(password) or tokens.find(user)


def _challenge(message: str) -> Response:
    return PlainTextResponse(f"{message}\n", 401, headers={"www-authenticate": 'Basic realm="GitHub"'})


def _parse(head: bytes) -> tuple[int, dict[str, str]]:
    status, headers = 200, {}
    for line in head.decode("latin-1").split("\r\n"):
        name, colon, value = line.partition(":")
        if not colon:
            continue
        if name.lower() == "status":
            status = int(value.split()[0])
        else:
            headers[name.lower()] = value.strip()
    return status, headers


async def _feed(request: Request, stdin: asyncio.StreamWriter) -> None:
    # The program may be content before it has read everything; what is left is then of no interest.
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        async for chunk in request.stream():
            stdin.write(chunk)
            await stdin.drain()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        stdin.close()
        await stdin.wait_closed()


async def _stream(
    process: asyncio.subprocess.Process, stdout: asyncio.StreamReader, body: asyncio.Task[None]
) -> AsyncIterator[bytes]:
    try:
        while chunk := await stdout.read(_CHUNK):
            yield chunk
    finally:
        await _end(process, body)


async def _end(process: asyncio.subprocess.Process, body: asyncio.Task[None]) -> None:
    body.cancel()
    if process.returncode is None:
        # A client that went away leaves upload-pack and pack-objects behind: the whole group goes.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(body, process.wait(), return_exceptions=True)
