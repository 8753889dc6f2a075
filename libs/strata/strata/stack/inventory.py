"""Every regular file at head with its language and, where it does not count, the reason."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strata.git import Git
from strata.indentation import Indentation
from strata.progress import Meter, Progress
from strata.stack.attributes import read_attributes
from strata.stack.exclusion import NOTHING, Exclusion, Leaving, exclusion
from strata.stack.language import detect
from strata.stack.linguist import linguist
from strata.tree import Blob, Content, list_blobs, read_contents

COUNTED_TYPES = ("programming", "markup")


@dataclass(frozen=True, slots=True)
class HeadFile:
    """A regular file at head.

    `counted` says whether its language counts in the language shares (Linguist: programming and markup
    languages, and what `linguist-detectable` adds). `indentation` is None where it was not measured.
    """

    path: bytes
    sha: str
    size: int
    text: bool
    lines: int
    language: str | None
    counted: bool
    exclusion: Exclusion | None
    indentation: Indentation | None = None

    @property
    def included(self) -> bool:
        return self.text and self.exclusion is None

    @property
    def shown(self) -> str:
        """The path for people: bytes that are not UTF-8 are replaced."""
        return self.path.decode("utf-8", "replace")


def read_inventory(
    git: Git,
    commit: str,
    report: Callable[[Progress], None],
    known: Sequence[HeadFile] = (),
    leaving: Leaving = NOTHING,
) -> list[HeadFile]:
    """The regular files of `commit` in path order.

    `known` are files of an earlier commit, and the same left out: one with the same content, path and attributes is
    not read again.
    """
    blobs = list_blobs(git, commit, {file.sha: file.size for file in known})
    old = {(file.path, file.sha): file for file in known}
    if _attribute_files((blob.path, blob.sha) for blob in blobs) != _attribute_files(old):
        old = {}
    new = [blob for blob in blobs if (blob.path, blob.sha) not in old]
    attributes = read_attributes(git, commit, [blob.path for blob in blobs]) if new else {}
    meter = Meter(report, "files", len(blobs), len(blobs) - len(new))
    read: dict[bytes, HeadFile] = {}
    for blob, content in read_contents(git, new):
        read[blob.path] = _file(blob, content, attributes.get(blob.path, {}), leaving)
        meter.advance()
    meter.finish()
    return [read.get(blob.path) or old[blob.path, blob.sha] for blob in blobs]


def pack_files(files: Sequence[HeadFile]) -> NDArray[np.uint8]:
    """Files in a column of bytes."""
    rows = [
        [
            file.path.decode("latin-1"),
            file.sha,
            file.size,
            file.text,
            file.lines,
            file.language,
            file.counted,
            file.exclusion and [file.exclusion.reason, file.exclusion.rule],
            file.indentation and [file.indentation.lines, file.indentation.levels, file.indentation.deepest],
        ]
        for file in files
    ]
    return np.frombuffer(json.dumps(rows).encode(), dtype=np.uint8)


def unpack_files(column: NDArray[np.uint8]) -> list[HeadFile]:
    """The files that `pack_files` took."""
    files = []
    for path, sha, size, text, lines, language, counted, excluded, indented in json.loads(column.tobytes()):
        why = Exclusion(*excluded) if excluded else None
        depth = Indentation(*indented) if indented else None
        files.append(HeadFile(path.encode("latin-1"), sha, size, text, lines, language, counted, why, depth))
    return files


def same_attributes(files: Iterable[HeadFile], others: Iterable[HeadFile]) -> bool:
    """Whether two commits, given by their files, have the same `.gitattributes`."""
    return _attribute_files((file.path, file.sha) for file in files) == _attribute_files(
        (file.path, file.sha) for file in others
    )


def _attribute_files(files: Iterable[tuple[bytes, str]]) -> set[tuple[bytes, str]]:
    return {file for file in files if file[0].rpartition(b"/")[2] == b".gitattributes"}


def _file(blob: Blob, content: Content, stated: dict[str, str], leaving: Leaving) -> HeadFile:
    path = blob.path.decode("utf-8", "replace")
    switches = {name: value not in ("unset", "false") for name, value in stated.items()}
    language = _language(path, content.start, stated) if content.text else None
    known = linguist().languages.get(language) if language else None
    counted = switches.get("linguist-detectable", known is not None and known.type in COUNTED_TYPES)
    excluded = exclusion(path, content.start, switches, leaving)
    return HeadFile(
        path=blob.path,
        sha=blob.sha,
        size=blob.size,
        text=content.text,
        lines=content.lines,
        language=language,
        counted=counted and known is not None,
        exclusion=excluded,
        indentation=content.indentation,
    )


def _language(path: str, start: bytes, stated: dict[str, str]) -> str | None:
    named = stated.get("linguist-language", "")
    return linguist().by_alias.get(named.lower()) or detect(path, start)
