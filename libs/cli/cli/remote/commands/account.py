"""Who one is: login, logout, whoami, and API tokens."""

import getpass
import os
import sys
from enum import StrEnum
from typing import Annotated
from uuid import uuid4

import typer

from cli.exits import remote_described
from cli.remote import credentials
from cli.remote.options import AsJson, Ca, ServerUrl, connected, print_json
from cli.remote.refusals import RemoteError, errors, refusals
from cli.remote.tables import minute, print_rows

tokens = typer.Typer(help="Personal API tokens.", epilog=remote_described(), no_args_is_help=True, add_completion=False)


class Scope(StrEnum):
    READ = "read"
    WRITE = "write"
    ADMIN = "admin"


def login(
    *,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Keep a personal API token for a server; it is pasted, or piped in.

    It is checked first, kept in a file that you alone can read, and sent to that server only. GITSTRATA_URL and
    GITSTRATA_TOKEN outrank what is kept.
    """
    from cli.remote.server import Server
    from gitstrata_client.api.account import get_current_user
    from gitstrata_client.models import User

    with refusals():
        url = credentials.normal(server or os.environ.get(credentials.URL) or _asked("Server (https://…): "))
        token = credentials.usable(_asked(f"API token for {url}: ", secret=True))
        with Server(credentials.Target(url, token), ca) as there:
            user = there.ask(User, get_current_user.sync_detailed)
        kept = credentials.keep(url, token)
        errors.print(f"Logged in to {url} as {user['login']}; the token is in {kept}.", markup=False)
        if os.environ.get(credentials.TOKEN):
            errors.print(f"{credentials.TOKEN} is set and outranks it.", markup=False)


def _asked(prompt: str, *, secret: bool = False) -> str:
    """What is typed at a terminal, a secret unseen; else the first line of standard input, for the token alone."""
    if sys.stdin.isatty():
        return getpass.getpass(prompt) if secret else typer.prompt(prompt, prompt_suffix="")
    if not secret:
        raise RemoteError("not_logged_in", f"Which server? Give --server URL, or set {credentials.URL}.")
    return sys.stdin.readline(4096)


def logout(*, server: ServerUrl = None) -> None:
    """Forget the token of a server. It stays valid there until it is revoked."""
    with refusals():
        url = credentials.target(server).url
        if not credentials.forget(url):
            raise RemoteError("not_logged_in", f"No token is kept for {url}.")
        errors.print(f"The token for {url} is forgotten here; revoke it there if nobody else needs it.", markup=False)


def whoami(*, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """Tell whose token it is, and on which server."""
    with connected(server, ca) as there:
        from gitstrata_client.api.account import get_current_user
        from gitstrata_client.models import User

        user = there.ask(User, get_current_user.sync_detailed)
        if as_json:
            print_json(user)
            return
        reads = "public and private" if user["private_repositories"] else "public"
        name = f" ({user['name']})" if user["name"] else ""
        print_rows([(f"{user['login']}{name} at {there.url}, {user['role']}, reads {reads} repositories",)], "")


@tokens.command("list", epilog=remote_described())
def list_tokens(*, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List your API tokens, without the tokens themselves."""
    with connected(server, ca) as there:
        from gitstrata_client.api.account import list_api_tokens
        from gitstrata_client.models import ApiTokenList

        found = there.ask(ApiTokenList, list_api_tokens.sync_detailed)
        if as_json:
            print_json(found)
            return
        rows = [
            (
                each["id"],
                each["name"],
                "+".join(each["scopes"]),
                f"expires {minute(each['expires_at']) or 'never'}",
                f"used {minute(each['last_used_at']) or 'never'}",
            )
            for each in found["items"]
        ]
        print_rows(rows, "There are no API tokens.")


@tokens.command("create", epilog=remote_described())
def create_token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is for.")],
    *,
    scope: Annotated[
        list[Scope] | None,
        typer.Option(help="What it may do; may be given again. Without it read and write."),
    ] = None,
    expires_in_days: Annotated[
        int, typer.Option("--expires-in-days", metavar="DAYS", min=1, max=366, help="Days until it expires.")
    ] = 90,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Make an API token and print it, this once."""
    with connected(server, ca) as there:
        from gitstrata_client.api.account import create_api_token
        from gitstrata_client.models import CreatedApiToken, NewApiToken

        body = {
            "name": name,
            "scopes": [each.value for each in scope or (Scope.READ, Scope.WRITE)],
            "expires_in_days": expires_in_days,
        }
        made = there.ask(
            CreatedApiToken,
            create_api_token.sync_detailed,
            body=NewApiToken.from_dict(body),
            idempotency_key=str(uuid4()),
        )
        if as_json:
            print_json(made)
        else:
            print_rows([(made["token"],)], "")


@tokens.command("revoke", epilog=remote_described())
def revoke_token(
    token_id: Annotated[str, typer.Argument(metavar="ID", help="Its id, as 'gitstrata tokens list' shows it.")],
    *,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Make an API token void."""
    with connected(server, ca) as there:
        from gitstrata_client.api.account import revoke_api_token

        there.command(revoke_api_token.sync_detailed, token_id)
        errors.print(f"Token {token_id} is void.", markup=False)
