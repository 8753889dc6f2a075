"""What commands over the API have in common."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cli.remote import credentials
from cli.remote.refusals import errors, refusals

if TYPE_CHECKING:
    from cli.remote.server import Server

_LOOPBACK = ("http://127.", "http://localhost", "http://[::1]")

ServerUrl = Annotated[
    str | None,
    typer.Option("--server", metavar="URL", help="The server; else GITSTRATA_URL, else that of the last login."),
]
Ca = Annotated[
    str | None,
    typer.Option("--ca", metavar="FILE", help="Trust the authorities in this file (PEM); else SSL_CERT_FILE."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the API's own answer as JSON.")]
Limit = Annotated[
    int, typer.Option("--limit", min=1, max=10_000, help="At most so many, over as many pages as needed.")
]


@contextmanager
def connected(url: str | None, ca: str | None, timeout: float | None = None) -> Iterator[Server]:
    """The server that is meant, and what goes wrong with it as one line on standard error and an exit code."""
    from cli.remote.server import Server  # noqa: PLC0415 - httpx takes long to load, for these commands alone

    with refusals():
        target = credentials.target(url)
        if target.url.startswith("http://") and not target.url.startswith(_LOOPBACK):
            errors.print(f"Warning: the token goes to {target.url} unencrypted.", markup=False)
        with Server(target, ca, timeout) as server:
            yield server


def print_json(said: Any) -> None:
    """The API's own answer, readable."""
    sys.stdout.write(json.dumps(said, indent=2, ensure_ascii=False) + "\n")
