"""The changes of ordinary commits with the hunks in them: git's raw diff and its patch in one stream.

Reading trees, finding renames and comparing contents is done once, in the very process that does nothing else. Of
a patch only the hunks are kept, as numbers; no line of any file is looked at.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import select
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import IO, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from strata.git import CANCEL_POLL_MS, CHUNK, Git
from strata.history.hunks import PATCH, Difference, Pair, hunk

FLAGS = ("--stdin", "--root", "-r", "--raw", "--no-abbrev", "-M", *PATCH)
BLOCK = 1024  # commits that one process takes in a row: what it has unpacked helps with the next ones
ALONE = 256  # so few are not worth a second process
AHEAD = 2 * BLOCK  # commits of a process that may wait to be taken
PATIENCE = 0.005  # seconds
PAIR = 250  # bytes of memory that a pair takes beside its hunks

NEWLINE, HUNK, RAW, INDEX, BINARY = b"\n@:iB"  # how lines begin
# Lines of content begin with a sign (or a backslash: no newline at the end of the file).
TOLD = np.ones(256, dtype=np.bool_)
TOLD[np.frombuffer(b"+-\\\n", dtype=np.uint8)] = False

ESCAPED = re.compile(rb'\\([abtnvfr"\\]|[0-7]{3})')
ESCAPES = dict(zip(b'abtnvfr"\\', b'\a\b\t\n\v\f\r"\\', strict=True))
HEAD = re.compile(rb"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))?")


class RawChange(NamedTuple):
    """One line of a raw diff; `source` is the old path of a rename."""

    old_mode: bytes
    new_mode: bytes
    old: bytes
    new: bytes
    status: bytes
    path: bytes
    source: bytes | None


class KnownHunks:
    """Hunks of pairs of blobs that wait to be used, in at most about `limit` bytes.

    What does not fit is not kept: whoever needs it asks git again. `read` counts the commits, youngest first, whose
    patches were read.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._size = 0
        self._differences: dict[Pair, Difference] = {}
        self.read = 0

    @property
    def full(self) -> bool:
        return self._size >= self._limit

    def __contains__(self, pair: Pair) -> bool:
        return pair in self._differences

    def keep(self, pair: Pair, difference: Difference) -> None:
        if not self.full and pair not in self._differences:
            self._differences[pair] = difference
            self._size += _size(difference)

    def take(self, pair: Pair) -> Difference:
        """The difference of a pair, which is then forgotten."""
        difference = self._differences.pop(pair)
        self._size -= _size(difference)
        return difference

    def columns(self) -> dict[str, NDArray[Any]]:
        """All of it as arrays: numbers, and no line of any file."""
        kept = self._differences.values()
        return {
            "pairs": np.frombuffer(b"\0".join(b"%s %s" % pair for pair in self._differences), dtype=np.uint8),
            "sizes": np.array([len(each) if isinstance(each, bytes) else -1 for each in kept], dtype=np.int64),
            "lines": np.array([each if isinstance(each, int) else -1 for each in kept], dtype=np.int64),
            "hunks": np.frombuffer(b"".join(each for each in kept if isinstance(each, bytes)), dtype=np.uint8),
            "read": np.array([self.read]),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        """Takes up what `columns` gave."""
        self.read = int(columns["read"][0])
        hunks, at = columns["hunks"].tobytes(), 0
        pairs = columns["pairs"].tobytes().split(b"\0") if columns["pairs"].size else []
        for pair, size, lines in zip(pairs, columns["sizes"].tolist(), columns["lines"].tolist(), strict=True):
            old, new = pair.split(b" ")
            if size < 0:
                self.keep((old, new), None if lines < 0 else lines)
            else:
                self.keep((old, new), hunks[at : at + size])
                at += size


def _size(difference: Difference) -> int:
    return PAIR + (len(difference) if isinstance(difference, bytes) else 0)


def read_patches(
    git: Git, commits: Sequence[bytes], known: KnownHunks, *, workers: int
) -> Iterator[tuple[bytes, list[RawChange]]]:
    """The changes of `commits` (none of them a merge), in their order; git says nothing of some.

    The hunks of changed and created files go to `known` before the changes are given; those of binary files that
    were changed do not. `workers` processes take turns at blocks of commits.
    """
    if not commits:
        return
    workers = workers if len(commits) > ALONE else 1
    size = max(min(BLOCK, len(commits) // (4 * workers)), 1)
    blocks = [commits[at : at + size] for at in range(0, len(commits), size)]
    with ExitStack() as stack:
        streams = [
            _Stream(stack.enter_context(git.process("diff-tree", *FLAGS, stdin=_lines(blocks[each::workers]))), known)
            for each in range(workers)
        ]
        for number, block in enumerate(blocks):
            stream = streams[number % workers]
            members = set(block)
            while True:
                while not stream.rows and stream.open:
                    _drain(git, streams, stream)
                if not stream.rows or stream.rows[0][0] not in members:
                    break
                yield stream.rows.popleft()


def _lines(blocks: Sequence[Sequence[bytes]]) -> bytes:
    return b"".join(sha + b"\n" for block in blocks for sha in block)


def _drain(git: Git, streams: Sequence[_Stream], wanted: _Stream) -> None:
    """Waits until there is more of one stream, and takes what there is of the others: none has to wait for another."""
    git.check()
    poll = select.poll()
    for stream in streams:
        if stream.open and (stream is wanted or len(stream.rows) < AHEAD):
            poll.register(stream.number, select.POLLIN)
    if poll.poll(CANCEL_POLL_MS):
        time.sleep(PATIENCE)  # little by little costs more than it brings
        for number, _ in poll.poll(0):
            next(stream for stream in streams if stream.number == number).take()


class _Stream:
    """What one git process has said: `rows` are the changes of commits that are known in full."""

    def __init__(self, output: IO[bytes], known: KnownHunks) -> None:
        self.number = output.fileno()
        self.open = True
        self.rows: deque[tuple[bytes, list[RawChange]]] = deque()
        self._rest: list[bytes] = []
        self._sha, self._changes = b"", list[RawChange]()
        self._file = _File(known)
        # a help where the system has it; a user with many pipes may be refused
        with contextlib.suppress(AttributeError, OSError):
            fcntl.fcntl(self.number, fcntl.F_SETPIPE_SZ, CHUNK)

    def take(self) -> None:
        """Reads what is there."""
        piece = os.read(self.number, CHUNK)
        if not piece:
            self.open = False
            self._next(b"")
            return
        cut = piece.rfind(b"\n") + 1
        if cut:
            self._read(_told(b"".join([*self._rest, piece[:cut]])))
            self._rest = []
        self._rest.append(piece[cut:])

    def _read(self, lines: list[bytes]) -> None:
        file = self._file
        for line in lines:
            kind = line[0]
            if kind == HUNK:
                file.hunks += [hunk(*head) for head in HEAD.findall(line)]
            elif kind == RAW:
                self._changes.append(_raw(line))
            elif kind == BINARY:
                file.binary()
            elif kind == INDEX:
                file.next(_pair(line))
            elif b" " not in line:
                self._next(line)

    def _next(self, sha: bytes) -> None:
        """A commit is over, another one (none at the end) begins."""
        self._file.next(None)
        if self._sha:
            self.rows.append((self._sha, self._changes))
        self._sha, self._changes = sha, []


def _told(text: bytes) -> list[bytes]:
    """The lines of `text` but those of content."""
    codes = np.frombuffer(text, dtype=np.uint8)
    ends = np.flatnonzero(codes == NEWLINE)
    starts = np.concatenate(([0], ends[:-1] + 1))
    told = TOLD[codes[starts]]
    return [text[start:end] for start, end in zip(starts[told].tolist(), ends[told].tolist(), strict=True)]


class _File:
    """The part of a patch that is about one file."""

    def __init__(self, known: KnownHunks) -> None:
        self._known = known
        self._pair: Pair | None = None
        self.hunks: list[bytes] = []

    def next(self, pair: Pair | None) -> None:
        """The part is over, the one of another pair begins."""
        if self._pair:
            self._known.keep(self._pair, b"".join(self.hunks))
        self._pair, self.hunks = pair, []

    def binary(self) -> None:
        """There are no hunks. Which side is binary is plain only if there is but one."""
        if self._pair and not self._pair[0]:
            self._known.keep(self._pair, None)
        self._pair = None


def _pair(line: bytes) -> Pair | None:
    """The blobs of an `index` line; None if the file is deleted."""
    old, new = line.split(b" ", 2)[1].split(b"..")
    if not new.strip(b"0"):
        return None
    return (old if old.strip(b"0") else b""), new


def _raw(line: bytes) -> RawChange:
    described, *paths = line.split(b"\t")
    old_mode, new_mode, old, new, status = described[1:].split(b" ")
    names = [_unquoted(path) if path[:1] == b'"' else path for path in paths]
    return RawChange(old_mode, new_mode, old, new, status, names[-1], names[0] if len(names) > 1 else None)


def _unquoted(path: bytes) -> bytes:
    """A path that git wrote in the manner of C."""

    def plain(found: re.Match[bytes]) -> bytes:
        code = found[1]
        return bytes([int(code, 8) if len(code) == 3 else ESCAPES[code[0]]])

    return ESCAPED.sub(plain, path[1:-1])
