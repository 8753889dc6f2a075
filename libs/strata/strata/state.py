"""What one analysis leaves for the next: commits, owners of lines and counts, but no text of any file.

A file is `MAGIC`, the SHA-256 digest of the rest, and the rest: a JSON header (form, engine, kind, head, and
name, type and shape of each array) and the arrays, compressed by zlib. It is written beside its place and
moved there, so that a reader never sees half of one.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from strata.history.commits import Log, Record
from strata.known import MAGIC, UnusableState
from strata.people.ident import Ident
from strata.version import ENGINE_VERSION

Columns = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class State:
    """`columns` after the commit `head`; in a checkpoint the analysis of `head` is still under way."""

    kind: Literal["finished", "checkpoint"]
    head: str
    columns: Columns

    def part(self, name: str) -> Columns:
        """The columns whose names begin with `name.`, without it."""
        begin = name + "."
        return {key[len(begin) :]: value for key, value in self.columns.items() if key.startswith(begin)}


def save(path: Path, state: State) -> None:
    """Writes a state. Raises OSError."""
    arrays = {name: np.ascontiguousarray(array) for name, array in state.columns.items()}
    header = json.dumps(
        {
            "engine": ENGINE_VERSION,
            "kind": state.kind,
            "head": state.head,
            "arrays": [[name, array.dtype.str, array.shape] for name, array in arrays.items()],
        }
    ).encode()
    packer = zlib.compressobj(1)
    body = [packer.compress(len(header).to_bytes(4, "little") + header)]
    body += [packer.compress(array.data if array.size else b"") for array in arrays.values()]
    body.append(packer.flush())
    digest = hashlib.sha256()
    for piece in body:
        digest.update(piece)
    beside = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            file.write(MAGIC + digest.digest())
            file.writelines(body)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def load(path: Path) -> State:
    """Reads a state. Raises UnusableState, FileNotFoundError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnusableState(f"the state cannot be read: {error.strerror}") from error
    start = len(MAGIC) + 32
    if not content.startswith(MAGIC):
        raise UnusableState("the state is of another form")
    if hashlib.sha256(content[start:]).digest() != content[len(MAGIC) : start]:
        raise UnusableState("the state is damaged")
    body = memoryview(zlib.decompress(content[start:]))
    size = int.from_bytes(body[:4], "little")
    header = json.loads(bytes(body[4 : 4 + size]))
    if header["engine"] != ENGINE_VERSION:
        raise UnusableState(f"the state is of engine {header['engine']}")
    columns: Columns = {}
    at = 4 + size
    for name, kind, shape in header["arrays"]:
        count = int(np.prod(shape))
        columns[name] = np.frombuffer(body, dtype=kind, count=count, offset=at).reshape(shape)
        at += columns[name].nbytes
    return State(header["kind"], header["head"], columns)


def joined(parts: Sequence[bytes]) -> NDArray[np.uint8]:
    """Byte strings without NUL in one column."""
    return np.frombuffer(b"".join(part + b"\0" for part in parts), dtype=np.uint8)


def parted(column: NDArray[np.uint8]) -> list[bytes]:
    """What `joined` took."""
    return column.tobytes().split(b"\0")[:-1]


def pack_log(log: Log) -> Columns:
    """A log in columns."""
    shas = log.shas
    number = {sha: index for index, sha in enumerate(shas)}
    parents = [[number[parent] for parent in record.parents] for record in log.records]
    return {
        "shas": np.frombuffer(bytes.fromhex("".join(shas)), dtype=np.uint8).reshape(len(shas), -1),
        "parents": _ragged(parents),
        "authors": log.author_idents,
        "co_authors": _ragged([record.co_authors for record in log.records]),
        "times": log.times,
        "offsets": np.array([record.offset for record in log.records], dtype=np.int32),
        "idents": joined([part.encode("utf-8", "replace") for ident in log.idents for part in ident]),
    }


def unpack_log(columns: Mapping[str, NDArray[Any]]) -> Log:
    """The log that `pack_log` took."""
    whole = columns["shas"].tobytes().hex()
    width = 2 * columns["shas"].shape[1]
    shas = [whole[at : at + width] for at in range(0, len(whole), width)]
    parts = [part.decode() for part in parted(columns["idents"])]
    idents = [Ident(name, email) for name, email in zip(parts[::2], parts[1::2], strict=True)]
    rows = zip(
        shas,
        _unragged(columns["parents"], len(shas)),
        columns["authors"].tolist(),
        _unragged(columns["co_authors"], len(shas)),
        columns["times"].tolist(),
        columns["offsets"].tolist(),
        strict=True,
    )
    records = [
        Record(sha, tuple([shas[parent] for parent in parents]), author, tuple(others), time, offset)
        for sha, parents, author, others, time, offset in rows
    ]
    return Log(records, idents)


def _ragged(rows: Sequence[Sequence[int]]) -> NDArray[np.int32]:
    """The lengths of all rows, then their values."""
    return np.array([*map(len, rows), *(value for row in rows for value in row)], dtype=np.int32)


def _unragged(column: NDArray[np.int32], rows: int) -> list[list[int]]:
    values = column[rows:].tolist()
    ends = np.cumsum(column[:rows]).tolist()
    return [values[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def pack_vectors(vectors: Sequence[bytes | None]) -> Columns:
    """Packed owners of lines, None for binary files, in columns."""
    return {
        "sizes": np.array([-1 if vector is None else len(vector) for vector in vectors], dtype=np.int64),
        "lines": np.frombuffer(b"".join(vector for vector in vectors if vector), dtype=np.uint8),
    }


def unpack_vectors(columns: Mapping[str, NDArray[Any]]) -> list[bytes | None]:
    """The vectors that `pack_vectors` took."""
    content = columns["lines"].tobytes()
    vectors: list[bytes | None] = []
    at = 0
    for size in columns["sizes"].tolist():
        vectors.append(None if size < 0 else content[at : at + size])
        at += max(size, 0)
    return vectors
