"""A git command that stays and answers question after question."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
from typing import IO, Self

from strata.errors import CorruptRepository, GitKilled, StrataError
from strata.git import Git, sentence, stop


class Conversation:
    """Asks questions that fit in a pipe, all of 64 KiB. A context manager: it ends the command."""

    def __init__(self, git: Git, *arguments: str) -> None:
        self._git = git
        self._errors: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by __exit__
        self._process = git.start(*arguments, stdin=subprocess.PIPE, stderr=self._errors)
        assert self._process.stdin  # noqa: S101 - PIPE above
        assert self._process.stdout  # noqa: S101
        self._stdin, self._stdout = self._process.stdin, self._process.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        stop(self._process)
        self._process.wait()
        for pipe in (self._stdout, self._errors):
            pipe.close()
        # what was not taken by a dead process is of no interest
        with contextlib.suppress(BrokenPipeError):
            self._stdin.close()

    def ask(self, question: bytes) -> None:
        """Writes a question. Raises Cancelled, CorruptRepository, GitKilled."""
        self._git.check()
        try:
            self._stdin.write(question)
            self._stdin.flush()
        except BrokenPipeError:
            raise self._refusal() from None

    def until(self, end: bytes) -> bytes:
        """The answer up to `end`, which must be the last thing that git says."""
        answer = bytearray()
        while not answer.endswith(end):
            answer += os.read(self._stdout.fileno(), 1 << 16) or self._fail()
        return bytes(answer[: -len(end)])

    def _fail(self) -> bytes:
        raise self._refusal()

    def _refusal(self) -> StrataError:
        status = self._process.wait()
        if status < 0:
            return GitKilled(-status)
        self._errors.seek(0)
        return CorruptRepository(sentence(self._errors.read()))
