"""Organisations that one follows: `submit --organization NAME --follow` begins it."""

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.remote.options import AsJson, Ca, ServerUrl, connected, print_json
from cli.remote.refusals import RemoteError, errors
from cli.remote.tables import minute, print_rows

if TYPE_CHECKING:
    from cli.remote.server import Server


def organizations(*, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List the organisations that you follow, and what stood in the way of the last look at each."""
    with connected(server, ca) as there:
        found = _followed(there)
        if as_json:
            print_json(found)
            return
        print_rows([_row(each) for each in found["items"]], "You follow no organisations.")


def unfollow(
    name: Annotated[str, typer.Argument(metavar="ORGANISATION", help="Its name.")],
    *,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Follow an organisation no more. The repositories that it brought stay followed: see 'repos untrack'."""
    from gitstrata_client.api.repositories import unfollow_organization

    with connected(server, ca) as there:
        # providers tell names apart without regard to case
        found = [each for each in _followed(there)["items"] if each["name"].lower() == name.lower()]
        if not found:
            raise RemoteError("not_found", f"You follow no organisation '{name}'.")
        there.command(unfollow_organization.sync_detailed, UUID(found[0]["id"]))
        errors.print(f"{found[0]['name']} is followed no more.", markup=False)


def _followed(there: "Server") -> Any:
    from gitstrata_client.api.repositories import list_organizations
    from gitstrata_client.models import Organizations

    return there.ask(Organizations, list_organizations.sync_detailed)


def _row(organization: dict[str, Any]) -> tuple[object, ...]:
    also = [name for name in ("forks", "archived") if organization[name]]
    looked = minute(organization["checked_at"])
    why = f"{organization['error']['code']}: {organization['error']['message']}" if organization["error"] else ""
    return organization["name"], f"looked at {looked or 'never'}", " and ".join(["own", *also]), why
