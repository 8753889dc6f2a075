"""Every regular file at head with its language and, where it does not count, the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from strata.git import Git
from strata.indentation import Indentation
from strata.progress import Meter, Progress
from strata.stack.attributes import read_attributes
from strata.stack.exclusion import Exclusion, exclusion
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


def read_inventory(git: Git, commit: str, report: Callable[[Progress], None]) -> list[HeadFile]:
    """The regular files of `commit` in path order."""
    blobs = list_blobs(git, commit)
    attributes = read_attributes(git, commit, [blob.path for blob in blobs])
    meter = Meter(report, "files", len(blobs))
    files = []
    for blob, content in read_contents(git, blobs):
        stated = attributes.get(blob.path, {})
        files.append(_file(blob, content, stated))
        meter.advance()
    meter.finish()
    return files


def _file(blob: Blob, content: Content, stated: dict[str, str]) -> HeadFile:
    path = blob.path.decode("utf-8", "replace")
    switches = {name: value not in ("unset", "false") for name, value in stated.items()}
    language = _language(path, content.start, stated) if content.text else None
    known = linguist().languages.get(language) if language else None
    counted = switches.get("linguist-detectable", known is not None and known.type in COUNTED_TYPES)
    excluded = exclusion(path, content.start, switches)
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
