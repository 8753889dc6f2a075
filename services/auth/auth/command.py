"""The `auth` command: what an operator does with the vault.

It reads the service's own settings (`AUTH_…`), so it runs where the service runs:
`kubectl exec deploy/auth -- auth rotate-keys`.
"""

from __future__ import annotations

import asyncio
from typing import Annotated, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from auth.rotation import PLACES
from auth.settings import VaultSettings
from kit import database
from kit.errors import AppError
from kit.rotation import rotate
from kit.vault import Vault

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
out, errors = Console(highlight=False, soft_wrap=True), Console(stderr=True, highlight=False, soft_wrap=True)


@app.callback()
def root() -> None:
    """People, sessions and the vault of provider tokens."""


@app.command("rotate-keys")
def rotate_keys(
    *,
    batch: Annotated[int, typer.Option(min=1, max=1_000, help="Rows of one transaction.")] = 100,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")] = False,
) -> None:
    """Seal everything in the vault again with the newest key of AUTH_VAULT_KEYS, while the service goes on.

    When it has ended, the older keys open nothing any more and can be taken out. It can be broken off and done again.
    """
    try:
        # what has no command line of its own: `python -m auth.command` and the service read the same variables
        settings = VaultSettings()
    except ValidationError as error:
        _fail("; ".join(str(problem["msg"]) for problem in error.errors()))

    async def work() -> None:
        engine = database.connect(settings, "auth-rotate-keys")
        try:
            rotated = await rotate(
                engine,
                Vault(settings.vault_keys_in(settings.vault_source.read())),
                PLACES,
                batch=batch,
                dry_run=dry_run,
                tell=lambda done: errors.print(f"{done.seen} rows seen, {done.resealed} sealed again"),
            )
        finally:
            await engine.dispose()
        verb = "would be sealed again" if dry_run else "sealed again"
        out.print(f"{rotated.seen} rows: {rotated.resealed} {verb}, {rotated.seen - rotated.resealed} were already.")

    try:
        asyncio.run(work())
    except AppError as error:
        _fail(error.message)
    except (OSError, SQLAlchemyError) as error:
        _fail(f"The database cannot be reached: {type(error).__name__}.")


def _fail(sentence: str) -> NoReturn:
    errors.print(sentence, markup=False)
    raise typer.Exit(1)


if __name__ == "__main__":
    app()
