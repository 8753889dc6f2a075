"""Trees of our own making, laid out to ask git about several files at once.

`git mktree` would do, but looks every file up before it writes a tree; that cost more than all the answers.
"""

from __future__ import annotations

import hashlib
import threading
import zlib
from collections.abc import Iterable

from strata.git import Git

FILE, FOLDER = b"100644", b"40000"

Entry = tuple[bytes, bytes, bytes]
"""(mode, name, id); the id is hexadecimal."""


def make_tree(git: Git, entries: Iterable[Entry], id_length: int) -> bytes:
    """Writes a tree as a loose object (gitformat-loose) to the folder of `git`, which must be a throwaway one.

    Gives its id. Raises OSError.
    """
    parts = [
        b"%s %s\0%s" % (mode, name, bytes.fromhex(blob.decode())) for mode, name, blob in sorted(entries, key=_key)
    ]
    content = b"".join(parts)
    loose = b"tree %d\0%s" % (len(content), content)
    made = hashlib.new("sha1" if id_length == 40 else "sha256", loose, usedforsecurity=False).hexdigest()
    file = git.directory / "objects" / made[:2] / made[2:]
    beside = git.directory / f"{made}.{threading.get_ident()}"  # git never sees half of one
    beside.write_bytes(zlib.compress(loose, 1))
    try:
        beside.replace(file)
    except FileNotFoundError:
        file.parent.mkdir(exist_ok=True)
        beside.replace(file)
    return made.encode()


def _key(entry: Entry) -> bytes:
    mode, name, _ = entry
    return name + b"/" if mode == FOLDER else name
