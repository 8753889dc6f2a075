"""From the files of a commit to its components and dependencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from strata.stack.dependencies.files import Files, beside
from strata.stack.dependencies.limits import DEPTH, FILE_BYTES, FILES, TOTAL_BYTES
from strata.stack.dependencies.model import Caveat, Dependencies, Manifest
from strata.stack.dependencies.registry import Format, format_of, parse
from strata.stack.dependencies.resolving.resolve import resolve

OTHERS = re.compile(r"(?:^|/)(?:node_modules|bower_components|vendor|Godeps|Pods|Carthage|site-packages|\.?venv)/")


def counts(path: str) -> bool:
    """Whether a manifest at `path` is the repository's own and not one of a package that was copied into it."""
    return not OTHERS.search(path)


def read_dependencies(files: Files) -> Dependencies:
    """All that the manifests and lock files of a commit say, joined."""
    manifests, warnings = read_manifests(files)
    return resolve(manifests, warnings)


def read_manifests(files: Files) -> tuple[dict[str, Manifest], list[Caveat]]:
    """Every manifest by its path, those that only other manifests name included."""
    there = [path for path in files.paths() if counts(path)]
    known = frozenset(there)
    wanted: dict[str, Format] = {}
    for path in there:
        if found := format_of(path):
            wanted[path] = found
    warnings: list[Caveat] = []
    manifests: dict[str, Manifest] = {}
    left = TOTAL_BYTES
    for _ in range(DEPTH):
        if len(manifests) + len(wanted) > FILES:
            kept = FILES - len(manifests)
            first = sorted(wanted)[kept]
            warnings.append(
                Caveat(first, "too-many-files", f"From here on manifests are left out: only {FILES} are read.")
            )
            wanted = {path: wanted[path] for path in sorted(wanted)[:kept]}
        for path, content in files.read(sorted(wanted), FILE_BYTES):
            if content is None:
                manifests[path] = _left_out(path, "too-large", f"It has more than {FILE_BYTES >> 20} MiB.")
            elif len(content) > left:
                manifests[path] = _left_out(path, "too-large", f"All manifests have more than {TOTAL_BYTES >> 20} MiB.")
            else:
                left -= len(content)
                manifests[path] = parse(path, content, wanted[path])
        wanted, missing = _included(wanted, manifests, known)
        warnings += missing
        if not wanted:
            break
    return manifests, warnings


def _left_out(path: str, code: str, why: str) -> Manifest:
    return Manifest("generic", warnings=(Caveat(path, code, f"{why} It is not read."),))


def _included(
    just_read: Iterable[str] | Mapping[str, Format], manifests: Mapping[str, Manifest], known: frozenset[str]
) -> tuple[dict[str, Format], list[Caveat]]:
    """Files that those just read include and that were not read yet, and what cannot be followed."""
    wanted: dict[str, Format] = {}
    warnings: list[Caveat] = []
    for path in just_read:
        for reference in manifests[path].references:
            if reference.kind not in ("include", "constraint"):
                continue
            if "://" in reference.target:
                warnings.append(
                    Caveat(path, "remote-include", "A file elsewhere is included: it is not fetched.", reference.line)
                )
                continue
            target = beside(path, reference.target)
            if target is None:
                warnings.append(
                    Caveat(path, "outside-repository", "A file outside of the repository is included.", reference.line)
                )
            elif target not in known:
                warnings.append(
                    Caveat(path, "missing-include", "A file that is not there is included.", reference.line)
                )
            elif target not in manifests:
                wanted[target] = format_of(target) or _like(path)
    return wanted, warnings


def _like(path: str) -> Format:
    """What an included file is read as: the format of the file that includes it, a list of requirements otherwise."""
    found = format_of(path)
    listed = Format("python_requirements:parse_requirements")
    return found if found and found.reader.startswith(("python_requirements:", "pipelines:parse_gitlab")) else listed
