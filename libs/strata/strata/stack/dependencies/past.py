"""What a repository's manifests asked for through time, along the first-parent line.

A manifest is taken by its own words: ranges as it writes them, with its own properties filled in, and what it states
for others (central versions, catalogs). Lock files are left out: there may be thousands of large ones.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from strata.git import Git, missing
from strata.history.tree_changes import TreeChange
from strata.stack.dependencies.detect import counts
from strata.stack.dependencies.limits import FILE_BYTES, HISTORY_BYTES, HISTORY_VERSIONS
from strata.stack.dependencies.model import Dependency, Manifest
from strata.stack.dependencies.parsers.cargo import INHERITED
from strata.stack.dependencies.registry import format_of, parse
from strata.stack.dependencies.resolving.maven import filled

LOCKS = ("_lock", "_resolved", "_freeze")
Package = tuple[str, str]
"""(ecosystem, name)."""


class Asked(NamedTuple):
    """One entry of a manifest; `present` is false where a range is stated for others to use."""

    ecosystem: str
    name: str
    range: str
    present: bool


@dataclass(frozen=True, slots=True)
class Change:
    """From this commit (an index) on these ranges were asked for; none: the package was no longer asked for."""

    commit: int
    ranges: tuple[str, ...]
    present: bool


@dataclass(frozen=True, slots=True)
class Past:
    """All that happened to one package, oldest first."""

    ecosystem: str
    name: str
    changes: tuple[Change, ...]

    @property
    def present(self) -> bool:
        """Whether it is asked for at head."""
        return self.changes[-1].present


def is_manifest(path: str) -> bool:
    """Whether a file there may ask for packages itself."""
    found = format_of(path) if counts(path) else None
    return found is not None and not found.reader.endswith(LOCKS)


@dataclass(slots=True)
class ManifestLog:
    """The versions of manifests that the first-parent line went through, each read once.

    `versions` are (path, blob); a blob of "" is an absence. `asked` has what each version says, None what is not known:
    it was too large, or the limits of a history were reached.
    """

    mainline: frozenset[int] = frozenset()
    versions: list[tuple[str, str]] = field(default_factory=list)
    asked: list[tuple[Asked, ...] | None] = field(default_factory=list)
    rows: list[tuple[int, int]] = field(default_factory=list)
    spent: int = 0
    _places: dict[tuple[str, str], int] = field(default_factory=dict)
    _names: dict[bytes, str | None] = field(default_factory=dict)
    _seen: list[tuple[int, str, str]] = field(default_factory=list)

    def saw(self, change: TreeChange) -> None:
        """Is told of every new commit, children before parents."""
        if change.commit not in self.mainline:
            return
        for each in change.paths:
            name = self._name(each.path)
            if name is not None:
                self._seen.append((change.commit, name, each.new.decode() if each.new else ""))

    def _name(self, path: bytes) -> str | None:
        if path not in self._names:
            text = path.decode("utf-8", "replace")
            self._names[path] = text if is_manifest(text) else None
        return self._names[path]

    def read(self, git: Git) -> None:
        """Reads the versions that are new."""
        new: list[tuple[str, str]] = []
        # a path whose bytes are not UTF-8 may share its name with another: of one commit the last counts
        for commit, path, blob in sorted(self._seen, key=lambda each: each[:2]):
            place = self._places.get((path, blob))
            if place is None:
                place = self._places[path, blob] = len(self.versions)
                self.versions.append((path, blob))
                self.asked.append(() if not blob else None)
                if blob and len(self.versions) <= HISTORY_VERSIONS:
                    new.append((path, blob))
            self.rows.append((commit, place))
        self._seen = []
        for (path, blob), content in zip(new, _contents(git, [blob for _, blob in new]), strict=True):
            self.spent += len(content)
            if len(content) <= FILE_BYTES and self.spent <= HISTORY_BYTES:
                self.asked[self._places[path, blob]] = tuple(asked_by(path, parse(path, content)))

    def columns(self) -> dict[str, NDArray[Any]]:
        texts: dict[str, int] = {}

        def number(text: str) -> int:
            return texts.setdefault(text, len(texts))

        told = [
            None if each is None else [v for it in each for v in (*map(number, it[:3]), int(it.present))]
            for each in self.asked
        ]
        document = json.dumps([self.versions, told, list(texts), self.spent]).encode()
        return {
            "rows": np.array(self.rows, dtype=np.int32).reshape(-1, 2),
            "versions": np.frombuffer(document, dtype=np.uint8),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        versions, told, texts, self.spent = json.loads(columns["versions"].tobytes())
        self.versions = [(path, blob) for path, blob in versions]
        self.asked = [None if each is None else _unpacked(each, texts) for each in told]
        self.rows = [(commit, version) for commit, version in columns["rows"].tolist()]
        self._places = {version: place for place, version in enumerate(self.versions)}

    def past(self, own: Callable[[str], bool]) -> list[Past]:
        """The past of every package that manifests at paths which are the repository's `own` ever asked for."""
        written = {path for path, _ in self.versions}
        kept = {path: own(path) and not _is_derived(path, written) for path in written}
        now: dict[str, tuple[Asked, ...]] = {}
        ranges: dict[Package, Counter[tuple[str, bool]]] = {}
        found: dict[Package, list[Change]] = {}
        for commit, group in _by_commit(self.rows):
            touched: set[Package] = set()
            for version in group:
                path, asked = self.versions[version][0], self.asked[version]
                if not kept[path] or asked is None:
                    continue
                for each in now.get(path, ()):
                    ranges[each[:2]][each.range, each.present] -= 1
                    touched.add(each[:2])
                for each in asked:
                    ranges.setdefault(each[:2], Counter())[each.range, each.present] += 1
                    touched.add(each[:2])
                now[path] = asked
            for package in sorted(touched):
                _note(found.setdefault(package, []), commit, +ranges[package])
        return [Past(*package, tuple(changes)) for package, changes in sorted(found.items()) if changes]


def _note(changes: list[Change], commit: int, ranges: Mapping[tuple[str, bool], int]) -> None:
    present = any(there for _, there in ranges)
    asked = tuple(sorted({text for text, _ in ranges if text})) if present else ()
    if changes and (changes[-1].present, changes[-1].ranges) == (present, asked):
        return
    if changes or present:
        changes.append(Change(commit, asked, present))


def _by_commit(rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    group: list[int] = []
    last = -1
    for commit, version in rows:
        if commit != last and group:
            yield last, group
            group = []
        last = commit
        group.append(version)
    if group:
        yield last, group


def _is_derived(path: str, written: set[str]) -> bool:
    """Whether what is there was made from another list, or only bounds what others ask for."""
    if path.rpartition("/")[2].startswith("constraints"):
        return True
    return path.endswith(".txt") and path.removesuffix(".txt") + ".in" in written


def _unpacked(numbers: Sequence[int], texts: Sequence[str]) -> tuple[Asked, ...]:
    rows = zip(numbers[::4], numbers[1::4], numbers[2::4], numbers[3::4], strict=True)
    return tuple(Asked(texts[kind], texts[name], texts[asked], bool(present)) for kind, name, asked, present in rows)


def _contents(git: Git, blobs: Sequence[str]) -> Iterator[bytes]:
    if not blobs:
        return
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    with git.process("cat-file", "--batch", "--buffer", stdin=asked) as output:
        for blob in blobs:
            git.check()
            header = output.readline().split()
            if len(header) != 3:
                raise missing(blob)
            yield output.read(int(header[2]))
            output.read(1)  # the newline after each object


def asked_by(path: str, manifest: Manifest) -> Iterator[Asked]:
    """What a manifest says by itself, each once."""
    told = [*map(_declared(manifest), manifest.dependencies), *_stated(path, manifest)]
    yield from dict.fromkeys(each for each in told if each is not None)


def _declared(manifest: Manifest) -> Callable[[Dependency], Asked | None]:
    def asked(each: Dependency) -> Asked | None:
        if not each.direct or each.name.startswith("catalog:"):
            return None
        range_ = each.range or ""
        if range_ == INHERITED or range_.startswith("catalog:"):
            range_ = ""
        name = each.name
        if each.ecosystem == "maven":
            name, range_ = filled(name, manifest.values), filled(range_, manifest.values)
        return Asked(each.ecosystem, name.lower() if each.ecosystem == "nuget" else name, range_, present=True)

    return asked


def _stated(path: str, manifest: Manifest) -> Iterator[Asked]:
    """Ranges for others to use. Entries of Gradle's catalogs count as asked for: build files name them by aliases."""
    kind = manifest.ecosystem
    for key, value in manifest.values.items():
        parts = value.split("\t")
        if path.endswith(".versions.toml"):
            if len(parts) == 3:
                yield Asked(kind, parts[0], parts[1], present=True)
        elif kind == "cargo" and len(parts) == 3:
            yield Asked(kind, parts[0], parts[1], present=False)
        elif kind == "npm":
            yield Asked(kind, key.partition("/")[2], value, present=False)
        elif kind == "maven" and key.startswith("managed:"):
            yield Asked(kind, filled(key[8:], manifest.values), filled(parts[0], manifest.values), present=False)
        elif kind == "nuget" and key.startswith("central:"):
            yield Asked(kind, key[8:], value, present=False)
