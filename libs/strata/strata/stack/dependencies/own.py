"""Where a manifest speaks of the repository's own work."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from strata.stack.exclusion import Exclusion, Leaving, exclusion
from strata.stack.inventory import HeadFile


def own_files(files: Sequence[HeadFile]) -> list[HeadFile]:
    """Those where a manifest speaks of the repository's own work: not left out on request, and not copied into it.

    Generated files count: lock files are.
    """
    return [file for file in files if _own(file.shown, file.exclusion)]


def own_paths(files: Sequence[HeadFile], leaving: Leaving) -> Callable[[str], bool]:
    """Whether a manifest at a path of the past does: as head says of its files, by its name otherwise."""
    known = {file.shown: file.exclusion for file in files}
    return lambda path: _own(path, known[path] if path in known else exclusion(path, b"", {}, leaving))


def _own(path: str, why: Exclusion | None) -> bool:
    """Linguist calls workflows vendored, and lock files generated."""
    if why is None or why.reason in ("generated", "documentation"):
        return True
    return why.reason == "vendored" and path.startswith(".github/") and why.rule.startswith("path:")
