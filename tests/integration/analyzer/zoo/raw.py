"""Git objects as they come out when nobody checks them: loose files, packs, deltas."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

COMMIT, TREE, BLOB, TAG, OFFSET_DELTA, REF_DELTA = 1, 2, 3, 4, 6, 7
KINDS = {"commit": COMMIT, "tree": TREE, "blob": BLOB, "tag": TAG}
ADA = b"Ada Lovelace <ada@example.org>"
BEN = b"Ben Okri <ben@example.org>"
MONDAY = 1_704_067_200  # 2024-01-01 00:00 UTC

Entry = tuple[bytes, bytes, str]
"""(mode, name, id) of a tree."""


def sha_of(kind: str, body: bytes) -> str:
    return hashlib.sha1(b"%s %d\0" % (kind.encode(), len(body)) + body, usedforsecurity=False).hexdigest()


def tree_body(entries: Iterable[Entry]) -> bytes:
    """Entries in the order given, whatever git would say of it."""
    return b"".join(b"%s %s\0%s" % (mode, name, bytes.fromhex(sha)) for mode, name, sha in entries)


def commit_body(
    tree: str,
    parents: Sequence[str] = (),
    *,
    author: bytes = ADA,
    when: bytes = b"%d +0000" % MONDAY,
    made: bytes | None = None,
    message: bytes = b"change\n",
) -> bytes:
    """A commit; `when` and `made` are the author's and the committer's time as they are written."""
    lines = [b"tree " + tree.encode(), *(b"parent " + parent.encode() for parent in parents)]
    lines += [b"author %s %s" % (author, when), b"committer %s %s" % (author, made or when)]
    return b"\n".join(lines) + b"\n\n" + message


@dataclass
class Bare:
    """A bare repository that is written object by object, without git."""

    path: Path

    def __post_init__(self) -> None:
        (self.path / "objects").mkdir(parents=True)
        (self.path / "refs/heads").mkdir(parents=True)
        (self.path / "HEAD").write_text("ref: refs/heads/main\n")
        (self.path / "config").write_text("[core]\n\trepositoryFormatVersion = 0\n\tbare = true\n")

    def put(self, kind: str, body: bytes) -> str:
        """Write an object; its id."""
        sha = sha_of(kind, body)
        file = self.loose(sha)
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(zlib.compress(b"%s %d\0" % (kind.encode(), len(body)) + body, 1))
        return sha

    def loose(self, sha: str) -> Path:
        return self.path / "objects" / sha[:2] / sha[2:]

    def blob(self, content: bytes) -> str:
        return self.put("blob", content)

    def tree(self, *entries: Entry) -> str:
        return self.put("tree", tree_body(entries))

    def files(self, **content: bytes) -> str:
        """A tree of regular files; a double underscore in a name stands for a dot."""
        named = sorted((name.replace("__", ".").encode(), body) for name, body in content.items())
        return self.tree(*((b"100644", name, self.blob(body)) for name, body in named))

    def commit(self, tree: str, *parents: str, **more: bytes) -> str:
        return self.put("commit", commit_body(tree, parents, **more))

    def ref(self, name: str, sha: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(sha + "\n")

    def main(self, sha: str) -> None:
        self.ref("refs/heads/main", sha)


@dataclass
class Pack:
    """A pack that may hold anything; `make` gives its bytes."""

    entries: list[bytes] = field(default_factory=list)
    size: int = 12

    def put(self, kind: str, body: bytes) -> str:
        self.add(KINDS[kind], len(body), zlib.compress(body, 9))
        return sha_of(kind, body)

    def blob(self, content: bytes) -> str:
        return self.put("blob", content)

    def tree(self, *entries: Entry) -> str:
        return self.put("tree", tree_body(entries))

    def commit(self, tree: str, *parents: str, **more: bytes) -> str:
        return self.put("commit", commit_body(tree, parents, **more))

    def delta(self, base_at: int, delta: bytes) -> int:
        """A delta on the entry that begins at `base_at`; where it begins itself."""
        return self.add(OFFSET_DELTA, len(delta), _distance(self.size - base_at) + zlib.compress(delta, 9))

    def ref_delta(self, base: str, delta: bytes) -> int:
        return self.add(REF_DELTA, len(delta), bytes.fromhex(base) + zlib.compress(delta, 9))

    def add(self, kind: int, size: int, rest: bytes) -> int:
        """An entry that says it is of this kind and size; where it begins."""
        at = self.size
        self.entries.append(_head(kind, size) + rest)
        self.size += len(self.entries[-1])
        return at

    def make(self) -> bytes:
        body = b"PACK" + struct.pack(">II", 2, len(self.entries)) + b"".join(self.entries)
        return body + hashlib.sha1(body, usedforsecurity=False).digest()


def _head(kind: int, size: int) -> bytes:
    byte, size = kind << 4 | size & 15, size >> 4
    out = bytearray()
    while size:
        out.append(byte | 0x80)
        byte, size = size & 0x7F, size >> 7
    out.append(byte)
    return bytes(out)


def _distance(number: int) -> bytes:
    out = [number & 0x7F]
    number >>= 7
    while number:
        number -= 1
        out.append(0x80 | number & 0x7F)
        number >>= 7
    return bytes(reversed(out))


def delta_of(base_size: int, size: int, *commands: bytes) -> bytes:
    return _varint(base_size) + _varint(size) + b"".join(commands)


def copy(at: int, size: int) -> bytes:
    """Copy `size` (up to 16 MiB) bytes of the base, from `at` on."""
    flags, out = 0x80, bytearray()
    for bit in range(4):
        if byte := at >> 8 * bit & 0xFF:
            flags |= 1 << bit
            out.append(byte)
    for bit in range(3):
        if byte := size >> 8 * bit & 0xFF:
            flags |= 1 << (4 + bit)
            out.append(byte)
    return bytes([flags]) + bytes(out)


def insert(content: bytes) -> bytes:
    return bytes([len(content)]) + content


def _varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)
