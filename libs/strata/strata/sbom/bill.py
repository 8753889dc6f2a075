"""What a bill of materials says, in whatever form."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from packageurl import PackageURL

Scope = Literal["runtime", "optional", "build", "test", "development"]
STRONGEST: tuple[Scope, ...] = ("runtime", "optional", "build", "test", "development")
DIGITS = {"MD5": 32, "SHA-1": 40, "SHA-256": 64, "SHA-384": 96, "SHA-512": 128}
HEXADECIMAL = re.compile(r"[0-9a-f]+")
HOME = uuid.UUID("8f2d3a52-5f0c-5d0e-9a43-6b8f5c2f9b1d")  # the namespace of our serial numbers


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in the repository something is said; `line` counts from 1, 0 is the whole file."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Package:
    """A dependency. `version` is None if nothing in the repository says which one is used: then it is not resolved, and
    only `ranges`, as manifests write them, limit it. `licence` is what is declared, an expression or any other words.

    `used_by` are the parts (their paths) that ask for it directly, `needs` the purls of what it asks for itself, as far
    as a lockfile tells. `hashes` are (algorithm, hexadecimal digits), the algorithm as in `SHA-256`.
    """

    purl: str
    name: str
    version: str | None
    scope: Scope = "runtime"
    ranges: tuple[str, ...] = ()
    licence: str | None = None
    used_by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    hashes: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Place, ...] = ()

    @property
    def direct(self) -> bool:
        return bool(self.used_by)

    @property
    def digests(self) -> list[tuple[str, str]]:
        """The hashes that are what they say: of a known algorithm, in as many hexadecimal digits as it has."""
        lower = [(name, digits.lower()) for name, digits in self.hashes]
        return [each for each in lower if DIGITS.get(each[0]) == len(each[1]) and HEXADECIMAL.fullmatch(each[1])]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the repository with a manifest of its own. `path` is its folder, "" for the repository's root."""

    path: str
    name: str
    version: str | None = None
    licence: str | None = None
    manifest: Place | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A manifest or lockfile that could not be read, or not to the end, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Bill:
    """A repository at a commit. `licence` is that of the whole."""

    name: str
    commit: str
    time: datetime
    engine: str
    parts: tuple[Part, ...] = ()
    packages: tuple[Package, ...] = ()
    unread: tuple[Unread, ...] = ()
    licence: str | None = None

    @property
    def resolved(self) -> int:
        return sum(package.version is not None for package in self.packages)

    @property
    def serial(self) -> uuid.UUID:
        """Derived from all that the bill says."""
        said = json.dumps(asdict(self.tidy()), sort_keys=True, default=str)
        return uuid.uuid5(HOME, hashlib.sha256(said.encode("utf-8", "backslashreplace")).hexdigest())

    def tidy(self) -> Bill:
        """The same with each package once, whoever asks for it, and everything in a fixed order."""
        by_purl: dict[str, Package] = {}
        for package in self.packages:
            known = by_purl.get(package.purl)
            by_purl[package.purl] = _joined(known, package) if known else _joined(package, package)
        return replace(
            self,
            time=self.time.astimezone(UTC).replace(microsecond=0),
            parts=tuple(sorted(self.parts, key=lambda part: (part.path, part.name))),
            packages=tuple(by_purl[purl] for purl in sorted(by_purl)),
            unread=tuple(sorted(self.unread, key=lambda each: (each.path, each.reason))),
        )


def _joined(one: Package, other: Package) -> Package:
    return replace(
        one,
        scope=min(one.scope, other.scope, key=STRONGEST.index),
        licence=one.licence or other.licence,
        ranges=_sorted(one.ranges + other.ranges),
        used_by=_sorted(one.used_by + other.used_by),
        needs=_sorted(one.needs + other.needs),
        hashes=tuple(sorted({*one.hashes, *other.hashes})),
        evidence=tuple(sorted({*one.evidence, *other.evidence})),
    )


def _sorted(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def plain(text: str) -> str:
    """Text that any form can hold: no control characters, nothing that is not Unicode, at most 1,000 characters."""
    kept = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in kept)[:1000]


def package_url(written: str) -> PackageURL | None:
    """A purl in its normal form, None if it is none."""
    from packageurl import PackageURL  # noqa: PLC0415 only who writes a bill waits for it

    try:
        return PackageURL.from_string(plain(written))
    except ValueError:
        return None
