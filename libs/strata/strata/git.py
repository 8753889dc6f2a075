"""Git as a subprocess that no configuration can sway.

System and user configuration, attributes files, replace refs, grafts, pagers, prompts and lazy fetches
are off, and the settings that change a diff are pinned to git's own defaults.
"""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import IO

from strata.errors import Cancelled, CorruptRepository, GitKilled, GitUnavailable

PINS = {
    "core.attributesFile": os.devnull,
    "core.quotePath": "false",
    "core.bigFileThreshold": "512m",
    "core.deltaBaseCacheLimit": "48m",  # of two processes; with git's 96m each, the memory costs more than it brings
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "core.commitGraph": "true",
    "diff.algorithm": "myers",
    "diff.indentHeuristic": "true",
    "diff.renames": "true",
    "diff.renameLimit": "1000",
    "diff.noprefix": "false",
    "diff.mnemonicPrefix": "false",
    "diff.orderFile": os.devnull,
    "diff.ignoreSubmodules": "none",
    "log.showRoot": "true",
    "log.showSignature": "false",
    "log.follow": "false",
    "i18n.logOutputEncoding": "UTF-8",
    "mailmap.file": "",
    "gc.auto": "0",
    "protocol.allow": "never",
}
OLDEST = (2, 38)  # cat-file -z
CHUNK = 1 << 20
CANCEL_POLL_MS = 200


def environment(extra: dict[str, str] | None = None) -> dict[str, str]:
    """The whole environment git runs in: little is inherited, everything else is off."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_GRAFT_FILE": os.devnull,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",  # git before 2.45 knows no GIT_NO_LAZY_FETCH
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_LITERAL_PATHSPECS": "1",
        "GIT_PAGER": "cat",
        "GIT_FLUSH": "0",  # else git hands over each commit by itself, and two processes take turns at every one
        **(extra or {}),
    }


def git_version() -> str:
    """The version of git in use. Raises GitUnavailable if there is none, or one too old."""
    return _version_in(os.environ.get("PATH"))


@cache
def _version_in(_path: str | None) -> str:
    try:
        answer = subprocess.run(["git", "version"], capture_output=True, check=True, text=True, env=environment())
    except (OSError, subprocess.CalledProcessError) as error:
        raise GitUnavailable("Git was not found. Install git 2.38 or later.") from error
    found = answer.stdout.removeprefix("git version ").strip()
    if _numbers(found) < OLDEST:
        raise GitUnavailable(f"Git {found} is too old. Install git 2.38 or later.")
    return found


def version() -> tuple[int, ...]:
    """The version of git in use as numbers. Raises GitUnavailable."""
    return _numbers(git_version())


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(\.\d+)*", version)
    return tuple(int(number) for number in found[0].split(".")) if found else ()


@dataclass(frozen=True, slots=True)
class Git:
    """Runs git on one git directory (`directory`), as bytes in and bytes out.

    `cancelled` is asked while a command streams; when it says yes the process is killed and
    `Cancelled` raised. A command that fails raises `CorruptRepository` with git's own last words:
    every argument comes from the repository itself, so a failure means that something in it is missing. One that is
    ended by a signal raises `GitKilled`.
    `objects` is the folder that the repository's objects lie in, where it is known. `cut_off` says that early commits
    are missing.
    """

    directory: Path
    cancelled: Callable[[], bool] = field(default=lambda: False)
    pins: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)
    objects: Path | None = None
    cut_off: bool = False

    def check(self) -> None:
        """Raises Cancelled if the caller asked to stop."""
        if self.cancelled():
            raise Cancelled("The analysis was cancelled.")

    def command(self, *arguments: str | bytes) -> list[str | bytes]:
        pins = [part for name, value in {**PINS, **self.pins}.items() for part in ("-c", f"{name}={value}")]
        return ["git", f"--git-dir={self.directory}", "--no-pager", *pins, *arguments]

    def start(
        self, *arguments: str | bytes, stdin: int | IO[bytes] = subprocess.DEVNULL, stderr: IO[bytes] | int
    ) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*arguments),
            cwd=self.directory,
            env=environment(self.variables),
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            start_new_session=True,  # a Ctrl-C at the terminal is ours to handle
        )

    @contextmanager
    def process(self, *arguments: str | bytes, stdin: bytes | None = None) -> Iterator[IO[bytes]]:
        """The standard output of a running command; killed if the caller leaves early."""
        with tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as source:
            if stdin is not None:
                source.write(stdin)
                source.seek(0)
            process = self.start(*arguments, stdin=source if stdin is not None else subprocess.DEVNULL, stderr=errors)
            assert process.stdout is not None  # noqa: S101 - PIPE above
            finished = False
            try:
                yield process.stdout
                finished = True
            finally:
                if not finished:
                    stop(process)
                process.stdout.close()
                status = process.wait()
            if status < 0:
                raise GitKilled(-status)
            if status != 0:
                errors.seek(0)
                raise CorruptRepository(sentence(errors.read()))

    def read(self, *arguments: str | bytes, stdin: bytes | None = None) -> bytes:
        return b"".join(self.chunks(*arguments, stdin=stdin))

    def chunks(self, *arguments: str | bytes, stdin: bytes | None = None) -> Iterator[bytes]:
        with self.process(*arguments, stdin=stdin) as output:
            ready = select.poll()
            ready.register(output, select.POLLIN)
            while True:
                self.check()
                if ready.poll(CANCEL_POLL_MS):
                    chunk = os.read(output.fileno(), CHUNK)
                    if not chunk:
                        return
                    yield chunk

    def fields(self, *arguments: str | bytes, stdin: bytes | None = None) -> Iterator[bytes]:
        """The output cut at NUL, without the NULs; what follows the last one is given if not empty."""
        rest = b""
        for chunk in self.chunks(*arguments, stdin=stdin):
            parts = (rest + chunk).split(b"\0")
            rest = parts.pop()
            yield from parts
        if rest:
            yield rest


def stop(process: subprocess.Popen[bytes]) -> None:
    """Kills git and what it started; it only ever reads, so there is nothing to say goodbye to."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def sentence(errors: bytes) -> str:
    """Git's complaint as one sentence for the user."""
    lines = [line for line in errors.decode("utf-8", "replace").splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
    words = fatal[-1].split(":", 1)[-1].strip() if fatal else "git stopped without a word"
    if "promisor" in " ".join(lines):
        words += " (a partial clone leaves objects out)"
    return f"The repository cannot be read to the end: {words}. Clone it again in full and check it with git fsck."


def missing(sha: str) -> CorruptRepository:
    """The refusal for an object that is not there."""
    return CorruptRepository(sentence(f"fatal: object {sha} is missing".encode()))
