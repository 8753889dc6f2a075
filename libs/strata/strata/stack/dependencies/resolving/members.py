"""Which folders a workspace has: patterns of folders, as npm, Cargo and uv write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache


@lru_cache(maxsize=2_000)
def _pattern(text: str) -> re.Pattern[str]:
    made = ""
    for part in re.split(r"(\*\*/?|\*|\?)", text.strip("/").removeprefix("./")[:500]):
        made += {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}.get(part) or re.escape(part)
    return re.compile(made + r"\Z")


def is_member(root: str, folder: str, patterns: Iterable[str]) -> bool:
    """Whether `folder` is one of those that the workspace in `root` names; the root itself always is."""
    if folder == root:
        return True
    if root and not folder.startswith(root + "/"):
        return False
    inside = folder[len(root) + 1 :] if root else folder
    member = False
    for each in patterns:
        if each.startswith("!"):
            member = member and not _pattern(each[1:]).match(inside)
        else:
            member = member or bool(_pattern(each).match(inside))
    return member
