"""The files of the head commit: which are text, how many lines they have, how they begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from strata.errors import CorruptRepository, TooManyFiles
from strata.git import CHUNK, Git, missing, sentence
from strata.indentation import Indentation, indentation

BINARY_PROBE = 8_000  # git calls a file binary if these first bytes hold a NUL
BIG_FILE = 512 << 20  # and everything beyond this size
MEASURED = 8 << 20  # larger text files are data; their indentation says nothing and costs time
START = 128 << 10  # how much of a file is looked at to tell its language: as much as GitHub does
MOST_FILES = 1_000_000  # a few objects can hold more than any machine: ten folders in ten folders, and so on
REGULAR = (b"100644", b"100755", b"100664")


@dataclass(frozen=True, slots=True)
class Blob:
    """A regular file at head. Symbolic links and submodules are none."""

    path: bytes
    sha: str
    size: int


@dataclass(frozen=True, slots=True)
class Content:
    """`lines` counts as `git blame` does: a last line without a newline is a line. 0 for binary files.

    `indentation` is None, and `whole` empty, for binary files and those of more than 8 MiB.
    """

    text: bool
    lines: int
    start: bytes
    indentation: Indentation | None = None
    whole: bytes = b""


def list_blobs(git: Git, commit: str, sizes: Mapping[str, int] | None = None) -> list[Blob]:
    """The regular files of a commit, in path order. Those whose `sizes` are known need not be there.

    Raises CorruptRepository, TooManyFiles.
    """
    if sizes:
        return _list_sized(git, commit, sizes)
    blobs: list[Blob] = []
    for entry in git.fields("ls-tree", "-r", "-z", "-l", "--full-tree", commit):
        described, path = entry.split(b"\t", 1)
        mode, _, sha, size = described.split()
        if size == b"BAD":
            raise missing(sha.decode())
        if mode in REGULAR:
            blobs.append(Blob(path, sha.decode(), int(size)))
            if len(blobs) > MOST_FILES:
                raise too_many()
    return blobs


def too_many() -> TooManyFiles:
    return TooManyFiles(f"The commit has more than {MOST_FILES:,} files.")


def _list_sized(git: Git, commit: str, sizes: Mapping[str, int]) -> list[Blob]:
    rows = []
    for entry in git.fields("ls-tree", "-r", "-z", "--full-tree", commit):
        described, path = entry.split(b"\t", 1)
        mode, _, sha = described.split()
        if mode in REGULAR:
            rows.append((path, sha.decode()))
            if len(rows) > MOST_FILES:
                raise too_many()
    asked = [sha for sha in dict.fromkeys(sha for _, sha in rows) if sha not in sizes]
    found = {sha: sizes[sha] for _, sha in rows if sha in sizes}
    if asked:
        form = "--batch-check=%(objectname) %(objectsize)"
        said = git.read("cat-file", form, stdin="".join(f"{sha}\n" for sha in asked).encode())
        for line in said.decode().splitlines():
            name, _, size = line.partition(" ")
            if not size.isdigit():
                raise missing(name)
            found[name] = int(size)
    return [Blob(path, sha, found[sha]) for path, sha in rows]


def read_contents(git: Git, blobs: list[Blob]) -> Iterator[tuple[Blob, Content]]:
    """Each blob with what its bytes say, in the order given; never holds more than 8 MiB of a file."""
    small = [blob for blob in blobs if blob.size <= BIG_FILE]
    asked = "".join(f"{blob.sha}\n" for blob in small).encode()
    with git.process("cat-file", "--batch", "--buffer", stdin=asked) as output:
        for blob in blobs:
            git.check()
            if blob.size > BIG_FILE:
                yield blob, Content(text=False, lines=0, start=b"")
                continue
            header = output.readline().split()
            if len(header) != 3:  # "<sha> missing"
                raise missing(blob.sha)
            if header[1] != b"blob":
                raise CorruptRepository(sentence(f"fatal: object {blob.sha} is no file".encode()))
            left = int(header[2])
            yield blob, _small(output.read(left)) if left <= MEASURED else _large(output, left)
            output.read(1)  # the newline after each object


def _small(whole: bytes) -> Content:
    start = whole[:START]
    if b"\0" in start[:BINARY_PROBE]:
        return Content(text=False, lines=0, start=start)
    lines = whole.count(b"\n") + (whole != b"" and not whole.endswith(b"\n"))
    return Content(True, lines, start, indentation(whole), whole)


def _large(output: IO[bytes], left: int) -> Content:
    start = chunk = output.read(START)
    newlines, last = 0, b""
    while chunk:
        left -= len(chunk)
        newlines += chunk.count(b"\n")
        last = chunk[-1:]
        chunk = output.read(min(CHUNK, left)) if left else b""
    text = b"\0" not in start[:BINARY_PROBE]
    return Content(text, newlines + (last != b"\n") if text else 0, start)
