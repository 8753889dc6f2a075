"""How to analyse: the options that submissions and settings of repositories share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer


class Runner(StrEnum):
    NATS = "nats"
    BATCH = "batch"


Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave out the files that match, as in .gitignore; may be given again."),
]
Mailmap = Annotated[
    Path | None,
    typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Who is one person, in the form of .mailmap."),
]
Kind = Annotated[
    list[str] | None,
    typer.Option(metavar="WHO=KIND", help="Take this person for a human, bot or agent; may be given again."),
]
RunBy = Annotated[Runner | None, typer.Option("--runner", help="Who runs it; else the server's choice.")]


def options_of(
    exclude: list[str] | None,
    mailmap: Path | None,
    kind: list[str] | None,
    *,
    ignore_revs: bool | None,
    runner: Runner | None,
) -> dict[str, Any]:
    """The options that were given, as the API has them. What is none is wrong usage."""
    kinds = {who: what for who, _, what in (each.rpartition("=") for each in kind or ())}
    if any(not who or what not in ("human", "bot", "agent") for who, what in kinds.items()):
        raise typer.BadParameter("--kind takes WHO=human, WHO=bot or WHO=agent.")
    try:
        people = None if mailmap is None else mailmap.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise typer.BadParameter(f"{mailmap} cannot be read as text: {error}") from error
    given = {
        "exclude": exclude or None,
        "mailmap": people,
        "kinds": kinds or None,
        "ignore_revs": ignore_revs,
        "runner": None if runner is None else runner.value,
    }
    return {name: value for name, value in given.items() if value is not None}
