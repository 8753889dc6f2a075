"""SPDX licence expressions: `MIT OR Apache-2.0`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

LONGEST = 1_000  # characters
DEEPEST = 20  # brackets within brackets


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression as SPDX writes it, the ids in it, and those among them that the list does not have.

    `text` is None if it is no expression at all; `choice` says that it offers licences to choose from.
    """

    text: str | None
    ids: tuple[str, ...]
    unknown: tuple[str, ...]
    choice: bool


NO_EXPRESSION = Expression(None, (), (), False)


@cache
def expression(written: str) -> Expression:
    """Reads an expression; names that the list knows by another spelling (`Apache 2.0`, `GPLv3`) get their id."""
    plain = " ".join(written.replace("/", " OR ").split())
    if not plain or len(plain) > LONGEST or plain.count("(") > DEEPEST:
        return NO_EXPRESSION
    from license_expression import ExpressionError, ExpressionParseError  # noqa: PLC0415 not everyone waits for it

    try:
        parsed = _list().parse(plain)
    except (ExpressionError, ExpressionParseError, TypeError, AttributeError, RecursionError):
        return NO_EXPRESSION
    if parsed is None:
        return NO_EXPRESSION
    unknown = _list().unknown_license_keys(parsed, unique=True)
    if any(" " in each for each in unknown):
        return NO_EXPRESSION  # a sentence
    ids = tuple(dict.fromkeys(_list().license_keys(parsed, unique=True)))
    return Expression(str(parsed), ids, tuple(unknown), " OR " in str(parsed))


@cache
def _list() -> Any:
    from license_expression import get_spdx_licensing  # noqa: PLC0415 not everyone waits for it

    return get_spdx_licensing()
