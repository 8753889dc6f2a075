"""Repositories: those that one can read at the provider."""

from typing import Annotated

import typer

from cli.exits import remote_described
from cli.remote.options import AsJson, Ca, Limit, ServerUrl, connected, print_json
from cli.remote.tables import print_rows

repositories = typer.Typer(
    help="Repositories: those that you can read, and those that you follow.",
    epilog=remote_described(),
    no_args_is_help=True,
    add_completion=False,
)


@repositories.command("available", epilog=remote_described())
def available(
    query: Annotated[str | None, typer.Argument(metavar="[QUERY]", help="A part of the name.")] = None,
    *,
    limit: Limit = 30,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """List what you can read at the provider, with the addresses that 'submit' takes."""
    from gitstrata_client.api.repositories import list_available_repositories
    from gitstrata_client.models import AvailableRepositoryPage

    with connected(server, ca) as there:
        found = there.listed(AvailableRepositoryPage, list_available_repositories.sync_detailed, limit, query=query)
        if as_json:
            print_json(found)
            return
        rows = [
            (each["full_name"], "private" if each["private"] else "public", each["default_branch"], each["clone_url"])
            for each in found["items"]
        ]
        print_rows(rows, "There are no repositories.")
