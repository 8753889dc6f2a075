"""The bill of materials of a repository at a commit: what its manifests and lock files say."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from strata.errors import CorruptRepository
from strata.progress import Progress
from strata.repository import Repository
from strata.sbom.bill import Bill, Package, Part, Place, Scope, Unread
from strata.stack.dependencies import model
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import GitFiles
from strata.stack.dependencies.own import own_files
from strata.stack.exclusion import Leaving
from strata.stack.inventory import read_inventory
from strata.version import ENGINE_VERSION

SCOPES: dict[model.Scope, Scope] = {
    "runtime": "runtime",
    "optional": "optional",
    "peer": "optional",  # whoever uses the package brings it, or does not
    "build": "build",
    "dev": "development",
    "test": "test",
}


def make_bill(
    repository: Repository,
    rev: str = "HEAD",
    exclude: Sequence[str] = (),
    on_progress: Callable[[Progress], None] = lambda _progress: None,
) -> Bill:
    """Reads the files of the commit and nothing of its history.

    Raises EmptyRepository, UnknownRevision, PartialRepository, CorruptRepository.
    """
    head = repository.resolve(rev)
    try:
        with repository.isolated(lambda: False, {}) as git:
            made = int(git.read("show", "-s", "--format=%ct", head))
            files = read_inventory(git, head, on_progress, (), Leaving(exclude))
            found = read_dependencies(GitFiles(git, own_files(files)))
    except CorruptRepository as error:
        raise repository.incomplete(error) or error from error
    return bill_of(found, name=repository.name, commit=head, time=datetime.fromtimestamp(made, UTC))


def bill_of(found: model.Dependencies, *, name: str, commit: str, time: datetime) -> Bill:
    """What was found, as a bill. A folder with several projects is one part, named after the first."""
    parts: dict[str, Part] = {}
    for each in found.components:
        title = each.name or posixpath.basename(each.folder) or name
        place = Place(each.manifest)
        parts.setdefault(each.folder, Part(each.folder, title, each.version, each.licence, place))
    return Bill(
        name=name,
        commit=commit,
        time=time,
        engine=ENGINE_VERSION,
        parts=tuple(parts.values()),
        packages=tuple(_package(each, parts) for each in found.dependencies),
        unread=tuple(Unread(each.path, each.message) for each in found.warnings),
        licence=parts[""].licence if "" in parts else None,
    )


def _package(each: model.Dependency, parts: dict[str, Part]) -> Package:
    return Package(
        purl=each.purl,
        name=each.name,
        version=each.version,
        scope=SCOPES[each.scope],
        ranges=(each.range,) if each.range else (),
        used_by=(_part_of(each.evidence[0].path, parts),) if each.direct else (),
        evidence=tuple(Place(place.path, place.line or 0) for place in each.evidence),
    )


def _part_of(path: str, parts: dict[str, Part]) -> str:
    """The folder of the nearest part that a file lies in, that of the whole if there is none."""
    folder = posixpath.dirname(path)
    while folder and folder not in parts:
        folder = posixpath.dirname(folder)
    return folder
