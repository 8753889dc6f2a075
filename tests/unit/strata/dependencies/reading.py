"""What the detector says of files that are written down in a test."""

from __future__ import annotations

from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.stack.dependencies.model import Dependencies, Dependency


def read(files: dict[str, str | bytes]) -> Dependencies:
    """The dependencies of files given by their paths."""
    return read_dependencies(MemoryFiles(files))


def told(found: Dependencies) -> list[str]:
    """Each dependency in one line: purl, range, scope, `direct` or not, and where it is written."""
    return [line(each) for each in found.dependencies]


def line(each: Dependency) -> str:
    places = " ".join(f"{place.path}:{place.line}" for place in each.evidence)
    kind = "direct" if each.direct else "transitive"
    origin = f" from {each.origin}" if each.origin else ""
    return f"{each.purl} | {each.range or '*'} | {each.scope} {kind} | {places}{origin}"


def codes(found: Dependencies) -> list[str]:
    return [f"{each.code} {each.path}:{each.line}" for each in found.warnings]
