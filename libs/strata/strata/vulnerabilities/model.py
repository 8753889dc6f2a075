"""What an advisory says, and the port through which advisories are asked for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Range:
    """Versions from events in order of the document: (`introduced`, `fixed`, `last_affected` or `limit`, version)."""

    kind: str
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Advisory:
    """What one advisory says of one package: affected are the `versions`, and what lies in one of the `ranges`.

    `severity` are (type, score) as the database gives them, `level` its own word for it.
    """

    id: str
    aliases: tuple[str, ...]
    summary: str
    severity: tuple[tuple[str, str], ...]
    level: str | None
    ranges: tuple[Range, ...]
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """Which state of a database was asked: the latest change of an advisory that was read, and how many were."""

    modified: str | None
    advisories: int
    unreadable: int


class Advisories(Protocol):
    """A database of advisories."""

    def of(self, ecosystem: str, names: Collection[str]) -> Mapping[str, Sequence[Advisory]] | None:
        """The advisories on the packages of these names that were not withdrawn; None: it knows no such ecosystem.

        Ecosystems are types of package URLs, names as `strata.stack.dependencies` spells them.
        """

    def edition(self) -> Edition:
        """Of what was read so far."""
