"""What a user may name as files that do not count."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathspec import GitIgnoreSpec

from kit.errors import InvalidInput

_MOST = 100
_LONGEST = 200
_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")


def file_patterns(given: Sequence[str]) -> tuple[str, ...]:
    """The patterns as given; InvalidInput if they are too many, too long, or not in the form of `.gitignore`."""
    if len(given) > _MOST:
        raise _invalid(f"At most {_MOST} patterns may be given.")
    for pattern in given:
        if not 0 < len(pattern) <= _LONGEST or _UNSAFE.search(pattern):
            raise _invalid(f"A pattern has 1 to {_LONGEST} characters, and no line break or other control character.")
    try:
        GitIgnoreSpec.from_lines(given)
    except ValueError:
        raise _invalid("One of the patterns is none that .gitignore could have.") from None
    return tuple(given)


def _invalid(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="exclude_invalid", fields={"options.exclude": sentence})
