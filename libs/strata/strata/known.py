"""What a saved state says of a history, for who has to decide how much of it to fetch. Costs no numpy to ask."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from strata.version import ENGINE_VERSION

MAGIC = b"strata state 1\n"
_CHUNK = 1 << 20
_LONGEST_HEADER = 1 << 20


class UnusableState(Exception):
    """A state file that cannot be used; the message says why."""


@dataclass(frozen=True, slots=True)
class KnownHistory:
    """The commit that a finished state is of, all ids that its history has, and its tags: (name, id) each."""

    head: str
    commits: frozenset[str]
    tags: frozenset[tuple[bytes, str]]


def known_history(path: Path) -> KnownHistory:
    """Reads what a finished state knows. Raises UnusableState, OSError."""
    try:
        return _read(path)
    except (ValueError, LookupError, TypeError, zlib.error) as error:
        raise UnusableState("the state is of another form") from error


def _read(path: Path) -> KnownHistory:
    with path.open("rb") as file:
        _check(file)
        body = _Body(file)
        header = json.loads(body.take(_length(body.take(4))))
        if header["engine"] != ENGINE_VERSION:
            raise UnusableState(f"the state is of engine {header['engine']}")
        if header["kind"] != "finished":
            raise UnusableState("the state is not finished")
        wanted = {"tags": b"", "log.shas": b""}
        left, width = set(wanted), 20
        for name, kind, shape in header["arrays"]:
            content = body.take(math.prod(shape) * int(kind[2:]))
            if name in left:
                wanted[name] = content
                left.discard(name)
                width = shape[1] if name == "log.shas" else width
            if not left:
                break
    shas = wanted["log.shas"].hex()
    commits = frozenset(shas[at : at + 2 * width] for at in range(0, len(shas), 2 * width))
    rows = (row.split(b" ", 3) for row in wanted["tags"].split(b"\0")[:-1])
    return KnownHistory(header["head"], commits, frozenset((row[3], row[0].decode()) for row in rows))


def _check(file: BinaryIO) -> None:
    if file.read(len(MAGIC)) != MAGIC:
        raise UnusableState("the state is of another form")
    stated = file.read(32)
    start = file.tell()
    digest = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        digest.update(chunk)
    if digest.digest() != stated:
        raise UnusableState("the state is damaged")
    file.seek(start)


def _length(prefix: bytes) -> int:
    length = int.from_bytes(prefix, "little")
    if length > _LONGEST_HEADER:
        raise UnusableState("the state is of another form")
    return length


class _Body:
    """What a state holds, unpacked no further than it is asked for."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._inflater = zlib.decompressobj()

    def take(self, count: int) -> bytes:
        parts = []
        while count:
            packed = self._inflater.unconsumed_tail or self._file.read(_CHUNK)
            part = self._inflater.decompress(packed, count)
            if not part and not packed:
                raise UnusableState("the state is damaged")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)
