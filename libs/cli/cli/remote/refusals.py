"""What can go wrong between this command and a server, each with its exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import typer
from rich.console import Console

from cli.exits import INTERRUPTED, REMOTE_EXIT_CODES
from reports.text import clean

errors = Console(stderr=True, highlight=False, soft_wrap=True)

_BY_STATUS = {401: "unauthorised", 403: "forbidden", 404: "not_found", 429: "limit_reached"}


class RemoteError(Exception):
    """Why a command over the API ends: `kind` is a name in REMOTE_EXIT_CODES, the message a sentence for people.

    `problem` is the server's own answer (RFC 9457), if it gave one.
    """

    def __init__(self, kind: str, message: str, problem: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.kind, self.message, self.problem = kind, message, problem

    @property
    def exit_code(self) -> int:
        return REMOTE_EXIT_CODES[self.kind]

    @property
    def code(self) -> str | None:
        """The problem's code, which never changes its meaning."""
        return None if self.problem is None else str(self.problem.get("code"))


def refused(status: int, body: object, server: str) -> RemoteError:
    """What an answer with an error's status says; `body` is its JSON, None where it is none."""
    kind = _BY_STATUS.get(status, "unavailable" if status >= 500 else "refused")
    if not isinstance(body, dict) or not isinstance(body.get("detail"), str):
        return RemoteError(kind, f"{server} answered {status} without saying why.")
    said = [str(body["detail"])]
    fields = body.get("errors")
    # the detail names the first field
    said += [f"{each.get('field')}: {each.get('message')}" for each in fields[1:]] if isinstance(fields, list) else []
    if status >= 500 and body.get("request_id"):
        said.append(f"Request {body['request_id']}.")
    if status == 401:
        said.append("'gitstrata login' keeps a new token.")
    return RemoteError(kind, " ".join(said), body)


def tell(error: RemoteError) -> None:
    """The refusal as one line on standard error."""
    errors.print(clean(error.message), markup=False)


@contextmanager
def refusals() -> Iterator[None]:
    """Turns what goes wrong into one line on standard error and its exit code."""
    try:
        yield
    except RemoteError as error:
        tell(error)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt:
        errors.print("Interrupted.")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        raise typer.Exit(1) from None
