"""A folder of advisories in OSV's form, as osv.dev exports them: `<ecosystem>/<ID>.json`."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from strata.stack.dependencies.names import normal
from strata.vulnerabilities.model import Advisories, Advisory, Edition, Range

ECOSYSTEMS = {
    "cargo": "crates.io",
    "composer": "Packagist",
    "conan": "ConanCenter",
    "gem": "RubyGems",
    "github": "GitHub Actions",
    "golang": "Go",
    "hackage": "Hackage",
    "hex": "Hex",
    "maven": "Maven",
    "npm": "npm",
    "nuget": "NuGet",
    "pub": "Pub",
    "pypi": "PyPI",
    "swift": "SwiftURL",
}
"""OSV's name for the type of a package URL."""
CASELESS = frozenset({"nuget", "composer", "github", "swift", "hex"})
LARGEST = 16 << 20  # bytes of one advisory
EVENTS = ("introduced", "fixed", "last_affected", "limit")
NAME = re.compile(rb'"name"\s*:\s*"((?:[^"\\]|\\.){1,500})"')
MODIFIED = re.compile(rb'"modified"\s*:\s*"(\d{4}-\d\d-\d\dT[\d:.]{1,20}Z)"')


class OsvFolder(Advisories):
    """Reads an ecosystem's advisories when a package of it is asked for; those on other packages are not kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._modified: str | None = None
        self._advisories = self._unreadable = 0

    def of(self, ecosystem: str, names: Collection[str]) -> Mapping[str, Sequence[Advisory]] | None:
        place = self._folder / ECOSYSTEMS.get(ecosystem, "")
        if ecosystem not in ECOSYSTEMS or not place.is_dir():
            return None
        wanted = {spelled(ecosystem, name): name for name in names}
        found: dict[str, list[Advisory]] = defaultdict(list)
        for file in sorted(place.glob("*.json")):
            for name, advisory in self._read(file, ecosystem, wanted):
                found[wanted[name]].append(advisory)
        return found

    def edition(self) -> Edition:
        return Edition(self._modified, self._advisories, self._unreadable)

    def _read(self, file: Path, ecosystem: str, wanted: Mapping[str, str]) -> Iterator[tuple[str, Advisory]]:
        self._advisories += 1
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST)  # what is longer ends in the middle, and is unreadable
            changed = MODIFIED.search(content)
            self._modified = max(filter(None, (self._modified, changed and changed[1].decode())), default=None)
            if any(spelled(ecosystem, json.loads(b'"' + name + b'"')) in wanted for name in NAME.findall(content)):
                yield from list(_advisories(json.loads(content), ecosystem, wanted))
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            self._unreadable += 1


def spelled(ecosystem: str, name: str) -> str:
    """A name as it is compared: the database need not spell it as manifests do."""
    made = normal(ecosystem, name)
    return made.lower() if ecosystem in CASELESS else made


def _advisories(
    document: Mapping[str, Any], ecosystem: str, wanted: Mapping[str, str]
) -> Iterator[tuple[str, Advisory]]:
    if "withdrawn" in document:
        return
    level = document.get("database_specific", {}).get("severity")
    for each in document.get("affected", ()):
        package = each.get("package", {})
        name = spelled(ecosystem, package.get("name", ""))
        # some have a suffix: `Packagist:https://…` is another registry
        if package.get("ecosystem") != ECOSYSTEMS[ecosystem] or name not in wanted:
            continue
        yield (
            name,
            Advisory(
                id=str(document["id"]),
                aliases=tuple(sorted(map(str, document.get("aliases", ())))),
                summary=str(document.get("summary", ""))[:500],
                severity=tuple(
                    (str(one["type"]), str(one["score"]))
                    for one in each.get("severity") or document.get("severity", ())
                ),
                level=level if isinstance(level, str) else None,
                ranges=tuple(_range(one) for one in each.get("ranges", ())),
                versions=tuple(map(str, each.get("versions", ()))),
            ),
        )


def _range(document: Mapping[str, Any]) -> Range:
    events = [(kind, str(event[kind])) for event in document["events"] for kind in EVENTS if kind in event]
    return Range(str(document["type"]), tuple(events))
