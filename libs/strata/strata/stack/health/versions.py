"""One package at several versions, and asked for in several ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from strata.stack.dependencies.model import Dependency, Evidence
from strata.stack.health.model import Code, Finding

SIDE_BY_SIDE = frozenset({"docker"})  # where several versions of one name are how it is meant
BY_VERSION = frozenset({"docker", "github", "gitlab", "generic"})  # where a range is no more than a version


def several_versions(found: Sequence[Dependency]) -> Iterator[Finding]:
    """Packages that the repository has at more than one resolved version, transitive ones too."""
    known = [each for each in found if each.version and each.ecosystem not in SIDE_BY_SIDE]
    yield from _several(known, "several-versions", lambda each: each.version or "", "is there at", "versions")


def several_ranges(found: Sequence[Dependency]) -> Iterator[Finding]:
    """Packages that several manifests ask for by different ranges. Peers are meant to be wide, so they say nothing."""
    asked = [
        each
        for each in found
        if each.direct
        and each.range
        and each.scope != "peer"
        and each.ecosystem not in BY_VERSION
        and not each.range.startswith("workspace:")
    ]
    for finding in _several(asked, "several-ranges", lambda each: each.range or "", "is asked for by", "ranges"):
        if len({place.path for place in finding.evidence}) > 1:
            yield finding


def _several(
    found: Sequence[Dependency], code: Code, value: Callable[[Dependency], str], verb: str, noun: str
) -> Iterator[Finding]:
    groups: dict[tuple[str, str], dict[str, Evidence]] = defaultdict(dict)
    for each in found:
        place = each.evidence[-1] if code == "several-versions" else each.evidence[0]
        groups[each.ecosystem, each.name].setdefault(value(each), place)
    for (ecosystem, name), places in groups.items():
        if len(places) > 1:
            values = tuple(sorted(places))
            shown = ", ".join(values[:5]) + (", …" if len(values) > 5 else "")
            message = f"{name} {verb} {len(values)} {noun}: {shown}."
            evidence = tuple(dict.fromkeys(places[each] for each in values))
            yield Finding(code, ecosystem, None, name, values, evidence, message)
