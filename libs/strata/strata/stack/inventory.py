"""Every regular file at head with its language and, where it does not count, the reason."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from strata.git import Git
from strata.indentation import Indentation
from strata.licences.licensing import Licensing, is_licence_text, licensing
from strata.progress import Meter, Progress
from strata.stack.attributes import read_attributes
from strata.stack.exclusion import NOTHING, Exclusion, Leaving, exclusion
from strata.stack.imports import imports
from strata.stack.language import candidates, named
from strata.stack.line_kinds import LineKinds, line_kinds
from strata.stack.linguist import linguist
from strata.stack.patience import Patience
from strata.stack.text import is_text
from strata.tree import Blob, Content, list_blobs, read_contents

LICENCES = 500  # texts that are compared with licences at most, the first by path
COUNTED_TYPES = ("programming", "markup")
POINTER = re.compile(rb"version https://git-lfs\.github\.com/spec/v1(?=\n)(?=[^\0]*\noid sha256:)[^\0]*\nsize \d+\n?\Z")


@dataclass(frozen=True, slots=True)
class HeadFile:
    """A regular file at head.

    `counted` says whether GitHub counts its bytes for its language: text in a programming or markup language, or in
    one that `linguist-detectable` adds, which nothing excludes. What is left out on request is not counted either.
    `indentation` and `kinds` are None where they were not measured. `others` are all languages that it may be in if
    there are several, and whether it would be counted then; `language` is the one of which the repository has most.
    `licensing` is what the file says of licences, None if nothing; `imports` are the packages that it names.
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
    kinds: LineKinds | None = None
    others: tuple[tuple[str, bool], ...] = ()
    licensing: Licensing | None = None
    imports: tuple[str, ...] = ()

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
    compared = {path for path in map(_shown, blobs) if is_licence_text(path)}
    if len(compared) > LICENCES:
        compared = set(sorted(compared)[:LICENCES])
    new = [blob for blob in blobs if not _is_known(blob, old, compared)]
    paths, asked = [blob.path for blob in blobs], [blob.path for blob in new]
    attributes = read_attributes(git, commit, paths, asked) if new else {}
    meter = Meter(report, "files", len(blobs), len(blobs) - len(new))
    patience = Patience()
    read: dict[bytes, HeadFile] = {}
    for blob, content in read_contents(git, new):
        file = _file(blob, content, attributes.get(blob.path, {}), leaving, patience)
        said = licensing(file.shown, content.whole, compared=file.shown in compared) if content.whole else None
        read[blob.path] = replace(file, licensing=said)
        meter.advance()
    meter.finish()
    return _decided([read.get(blob.path) or old[blob.path, blob.sha] for blob in blobs])


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
            file.kinds and [file.kinds.code, file.kinds.comment, file.kinds.blank],
            file.others,
            file.licensing and file.licensing.packed(),
            file.imports,
        ]
        for file in files
    ]
    return np.frombuffer(json.dumps(rows).encode(), dtype=np.uint8)


def unpack_files(column: NDArray[np.uint8]) -> list[HeadFile]:
    """The files that `pack_files` took."""
    files = []
    for row in json.loads(column.tobytes()):
        raw, sha, size, text, lines, language, counted, excluded, indented, kinds, others, said, named = row
        why = Exclusion(*excluded) if excluded else None
        depth = Indentation(*indented) if indented else None
        made = LineKinds(*kinds) if kinds else None
        licence = Licensing.unpacked(said) if said else None
        may = tuple((name, counts) for name, counts in others)
        path = raw.encode("latin-1")
        files.append(
            HeadFile(path, sha, size, text, lines, language, counted, why, depth, made, may, licence, tuple(named))
        )
    return files


def same_attributes(files: Iterable[HeadFile], others: Iterable[HeadFile]) -> bool:
    """Whether two commits, given by their files, have the same `.gitattributes`."""
    return _attribute_files((file.path, file.sha) for file in files) == _attribute_files(
        (file.path, file.sha) for file in others
    )


def _attribute_files(files: Iterable[tuple[bytes, str]]) -> set[tuple[bytes, str]]:
    return {file for file in files if file[0].rpartition(b"/")[2] == b".gitattributes"}


def _shown(blob: Blob) -> str:
    return blob.path.decode("utf-8", "replace")


def _is_known(blob: Blob, old: Mapping[tuple[bytes, str], HeadFile], compared: Set[str]) -> bool:
    """Whether a file of before would be the same now. Whether it was compared with licences depends on the others."""
    file = old.get((blob.path, blob.sha))
    if file is None:
        return False
    text = file.licensing is not None and file.licensing.text is not None
    return text == (file.shown in compared) or not file.text


def _decided(files: list[HeadFile]) -> list[HeadFile]:
    """The same files, each of several possible languages in the one of which the certain files have most bytes.

    If they have none of it, in the first.
    """
    if not any(file.others for file in files):
        return files
    bytes_of = Counter[str]()
    for file in files:
        if file.language and not file.others and not file.exclusion:
            bytes_of[file.language] += file.size

    def decide(file: HeadFile) -> HeadFile:
        language, counted = max(file.others, key=lambda each: bytes_of[each[0]])
        return replace(file, language=language, counted=counted)

    return [decide(file) if file.others else file for file in files]


def _file(blob: Blob, content: Content, stated: dict[str, str], leaving: Leaving, patience: Patience) -> HeadFile:
    path = blob.path.decode("utf-8", "replace")
    switches = {name: value not in ("unset", "false") for name, value in stated.items()}
    excluded = exclusion(path, content.start, switches, leaving)
    pointer = stated.get("filter") == "lfs" and POINTER.match(content.start) is not None
    counts = not pointer and (excluded is None or not excluded.on_github)

    def possible(language: str) -> tuple[str, bool]:
        usual = linguist().languages[language].type in COUNTED_TYPES
        return language, counts and switches.get("linguist-detectable", usual)

    found = [possible(language) for language in _languages(path, blob.size, content.start, stated, patience)]
    language, counted = found[0] if found else (None, False)
    return HeadFile(
        path=blob.path,
        sha=blob.sha,
        size=blob.size,
        text=content.text,
        lines=content.lines,
        language=language,
        counted=counted,
        exclusion=excluded,
        indentation=content.indentation,
        kinds=line_kinds(content.whole, language) if content.whole and (counted or excluded is None) else None,
        others=tuple(found) if len(found) > 1 else (),
        imports=_imports(path, content.whole, language, excluded),
    )


def _imports(path: str, text: bytes, language: str | None, excluded: Exclusion | None) -> tuple[str, ...]:
    """What the repository's own files name, generated ones too."""
    if not text or (excluded and excluded.reason == "requested"):
        return ()
    return imports(path.rpartition("/")[2], text, language)


def _languages(path: str, size: int, start: bytes, stated: dict[str, str], patience: Patience) -> tuple[str, ...]:
    """What `.gitattributes` say outranks everything, even if there is no such language."""
    stating = stated.get("linguist-language", "unset")
    if stating != "unset":
        language = named(stating)
        return (language,) if language else ()
    return candidates(path, start, size, patience) if is_text(start) else ()
