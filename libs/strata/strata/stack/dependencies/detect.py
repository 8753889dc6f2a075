"""From the files of a commit to its components and dependencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from strata.stack.dependencies.files import Files, beside
from strata.stack.dependencies.limits import DEPTH, FILE_BYTES, FILES, TOTAL_BYTES
from strata.stack.dependencies.model import Caveat, Dependencies, Manifest
from strata.stack.dependencies.registry import Format, format_of
from strata.stack.dependencies.remembered import Memory
from strata.stack.dependencies.resolving.resolve import resolve

OTHERS = re.compile(r"(?:^|/)(?:node_modules|bower_components|vendor|Godeps|Pods|Carthage|site-packages|\.?venv)/")


def counts(path: str) -> bool:
    """Whether a manifest at `path` is the repository's own and not one of a package that was copied into it."""
    return not OTHERS.search(path)


def read_dependencies(files: Files, memory: Memory | None = None) -> Dependencies:
    """All that the manifests and lock files of a commit say, joined. What `memory` knows is not read again."""
    manifests, warnings = read_manifests(files, memory or Memory())
    return resolve(manifests, warnings)


def read_manifests(files: Files, memory: Memory) -> tuple[dict[str, Manifest], list[Caveat]]:
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
        for path, size, said in _said(files, wanted, memory):
            if size is None:
                manifests[path] = _left_out(path, "too-large", f"It has more than {FILE_BYTES >> 20} MiB.")
            elif size > left:
                manifests[path] = _left_out(path, "too-large", f"All manifests have more than {TOTAL_BYTES >> 20} MiB.")
            else:
                left -= size
                if not isinstance(said, Manifest):
                    said = memory.parse(path, files.blob(path), said, wanted[path])  # noqa: PLW2901
                manifests[path] = said
        wanted, missing = _included(wanted, manifests, known)
        warnings += missing
        if not wanted:
            break
    return manifests, warnings


def _said(
    files: Files, wanted: Mapping[str, Format], memory: Memory
) -> Iterator[tuple[str, int | None, bytes | Manifest]]:
    """Each of `wanted` by path, with its size (None: too large), and its content or what that is known to say."""
    known = {path: memory.recall(path, files.blob(path), wanted[path]) for path in sorted(wanted)}
    contents = files.read([path for path, found in known.items() if found is None], FILE_BYTES)
    for path, found in known.items():
        if found:
            yield path, found.size, found.manifest
        else:
            _, content = next(contents)
            yield path, None if content is None else len(content), content or b""
    next(contents, None)  # the end of what was asked for


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
