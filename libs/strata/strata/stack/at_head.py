"""Which files an analysis reads at head whatever has changed: who fetches only what is new fetches these too."""

from __future__ import annotations

from strata.stack.dependencies.detect import counts
from strata.stack.dependencies.registry import format_of
from strata.stack.technologies.rules import rules

_NAMES = frozenset((b".mailmap", b".gitattributes"))


def is_read_at_head(path: bytes) -> bool:
    """Whether it is one of them. Files that only a manifest names are not known by their paths."""
    if path.rpartition(b"/")[2] in _NAMES:
        return True
    shown = path.decode("utf-8", "replace")
    return counts(shown) and (format_of(shown) is not None or any(rules().to_read([shown])))
