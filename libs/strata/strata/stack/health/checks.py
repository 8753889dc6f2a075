"""All checks of the health of dependencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strata.stack.dependencies.model import Dependencies
from strata.stack.health.lockfiles import missing_lockfiles, outdated_lockfiles
from strata.stack.health.model import Finding, order
from strata.stack.health.pins import unpinned
from strata.stack.health.unused import Checked, unused
from strata.stack.health.versions import several_ranges, several_versions
from strata.stack.inventory import HeadFile


@dataclass(frozen=True, slots=True)
class Health:
    """The findings in a stable order, and how far imports could be told."""

    findings: tuple[Finding, ...]
    imports: tuple[Checked, ...]


def health(found: Dependencies, files: Sequence[HeadFile]) -> Health:
    """What the files of one commit say of the health of its dependencies; a function of these alone."""
    nowhere, imports = unused(found.dependencies, files)
    paths = [file.shown for file in files]
    findings = [
        *several_versions(found.dependencies),
        *several_ranges(found.dependencies),
        *unpinned(found.dependencies),
        *missing_lockfiles(found.manifests, paths),
        *outdated_lockfiles(found.manifests),
        *nowhere,
    ]
    return Health(tuple(sorted(findings, key=order)), tuple(imports))
