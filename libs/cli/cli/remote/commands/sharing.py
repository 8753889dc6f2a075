"""What others may see without an account: shares of reports, and badges."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID, uuid4

import typer

from cli.exits import remote_described
from cli.remote.options import AsJson, Ca, Limit, ServerUrl, connected, print_json
from cli.remote.refusals import errors
from cli.remote.tables import minute, print_rows

Source = Annotated[
    str,
    typer.Argument(
        metavar="SOURCE", help="An analysis by its id; or the address of a repository: always its newest analysis."
    ),
]
Ref = Annotated[str | None, typer.Option(help="Of the analyses of an address, those of this; else those without.")]
ShareId = Annotated[UUID, typer.Argument(metavar="ID", help="Its id, as 'gitstrata shares list' shows it.")]
BadgeId = Annotated[UUID, typer.Argument(metavar="ID", help="Its id, as 'gitstrata badges list' shows it.")]


class Section(StrEnum):
    OVERVIEW = "overview"
    STACK = "stack"
    ACTIVITY = "activity"
    HOTSPOTS = "hotspots"
    COUPLING = "coupling"
    OWNERSHIP = "ownership"
    CONTRIBUTORS = "contributors"
    SURVIVAL = "survival"


class Figure(StrEnum):
    TRUCK_FACTOR = "truck_factor"
    LINES = "lines"
    FILES = "files"
    COMMITS = "commits"
    CONTRIBUTORS = "contributors"
    LANGUAGE = "language"
    HALF_LIFE = "half_life"
    DEPENDENCIES = "dependencies"
    LAST_COMMIT = "last_commit"


shares = typer.Typer(
    help="Reports that others can read without an account.",
    epilog=remote_described(),
    no_args_is_help=True,
    add_completion=False,
)
badges = typer.Typer(
    help="Badges that you made with 'gitstrata badge'.",
    epilog=remote_described(),
    no_args_is_help=True,
    add_completion=False,
)


@shares.command("create", epilog=remote_described())
def create_share(
    source: Source,
    *,
    section: Annotated[list[Section], typer.Option(help="Part of the report to show; may be given again.")],
    name: Annotated[str, typer.Option(metavar="TEXT", help="To tell it from others.")] = "from the command line",
    ref: Ref = None,
    addresses: Annotated[bool, typer.Option("--addresses", help="Show e-mail addresses of people too.")] = False,
    expires_in_days: Annotated[
        int,
        typer.Option(
            "--expires-in-days", metavar="DAYS", min=0, max=3650, help="Days until it expires; 0: when you revoke it."
        ),
    ] = 30,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Let others read sections of a report, and print the link and its secret, this once."""
    from gitstrata_client.api.sharing import create_share
    from gitstrata_client.models import CreateShare, NewShare

    body = CreateShare.from_dict(
        {
            **_of(source, ref),
            "name": name,
            "sections": [each.value for each in section],
            "addresses": addresses,
            "expires_in_days": expires_in_days or None,
        }
    )
    with connected(server, ca) as there:
        made = there.ask(NewShare, create_share.sync_detailed, body=body, idempotency_key=str(uuid4()))
        if as_json:
            print_json(made)
        else:
            print_rows([("share", made["id"]), ("secret", made["secret"]), ("link", made["link"])], "")


@shares.command("list", epilog=remote_described())
def list_shares(*, limit: Limit = 20, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List what you share, without secrets."""
    from gitstrata_client.api.sharing import list_shares
    from gitstrata_client.models import SharePage

    with connected(server, ca) as there:
        found = there.listed(SharePage, list_shares.sync_detailed, limit)
        if as_json:
            print_json(found)
            return
        rows = [
            (
                each["id"],
                each["name"],
                ", ".join(each["sections"]) + (" with addresses" if each["addresses"] else ""),
                f"expires {minute(each['expires_at']) or 'never'}",
                _told(each),
            )
            for each in found["items"]
        ]
        print_rows(rows, "You share nothing.")


@shares.command("suspend", epilog=remote_described())
def suspend_share(share_id: ShareId, *, server: ServerUrl = None, ca: Ca = None) -> None:
    """Show it to nobody, until you resume it. What becomes private at its host is suspended by itself."""
    from gitstrata_client.api.sharing import change_share

    _changed(change_share.sync_detailed, share_id, server, ca, suspended=True)


@shares.command("resume", epilog=remote_described())
def resume_share(share_id: ShareId, *, server: ServerUrl = None, ca: Ca = None) -> None:
    """Show it again."""
    from gitstrata_client.api.sharing import change_share

    _changed(change_share.sync_detailed, share_id, server, ca, suspended=False)


@shares.command("revoke", epilog=remote_described())
def revoke_share(
    share_id: ShareId,
    *,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Share it no longer: its link gives nothing from now on."""
    from gitstrata_client.api.sharing import revoke_share

    _revoked(revoke_share.sync_detailed, share_id, server, ca, f"Share {share_id} is void.")


def badge(
    source: Source,
    *,
    figure: Annotated[
        list[Figure] | None, typer.Option(help="What to show; may be given again; else the truck factor.")
    ] = None,
    name: Annotated[str, typer.Option(metavar="TEXT", help="To tell it from others.")] = "from the command line",
    ref: Ref = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Make badges that show figures of a report to everybody, and print their addresses and the Markdown, this once.

    Whoever has an address can see the figures that were chosen with it.
    """
    from gitstrata_client.api.sharing import create_badges
    from gitstrata_client.models import CreateBadge, NewBadge

    figures = [each.value for each in figure or (Figure.TRUCK_FACTOR,)]
    body = CreateBadge.from_dict({**_of(source, ref), "name": name, "figures": figures})
    with connected(server, ca) as there:
        made = there.ask(NewBadge, create_badges.sync_detailed, body=body, idempotency_key=str(uuid4()))
        if as_json:
            print_json(made)
            return
        print_rows([("badges", made["id"]), *made["images"].items()], "")
        typer.echo(f"\n{made['markdown']}")


@badges.command("list", epilog=remote_described())
def list_badges(*, limit: Limit = 20, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List your badges, without their addresses."""
    from gitstrata_client.api.sharing import list_badges
    from gitstrata_client.models import BadgePage

    with connected(server, ca) as there:
        found = there.listed(BadgePage, list_badges.sync_detailed, limit)
        if as_json:
            print_json(found)
            return
        rows = [(each["id"], each["name"], ", ".join(each["figures"]), _told(each)) for each in found["items"]]
        print_rows(rows, "There are no badges.")


@badges.command("suspend", epilog=remote_described())
def suspend_badges(badge_id: BadgeId, *, server: ServerUrl = None, ca: Ca = None) -> None:
    """Show them to nobody, until you resume them. What becomes private at its host is suspended by itself."""
    from gitstrata_client.api.sharing import change_badges

    _changed(change_badges.sync_detailed, badge_id, server, ca, suspended=True)


@badges.command("resume", epilog=remote_described())
def resume_badges(badge_id: BadgeId, *, server: ServerUrl = None, ca: Ca = None) -> None:
    """Show them again."""
    from gitstrata_client.api.sharing import change_badges

    _changed(change_badges.sync_detailed, badge_id, server, ca, suspended=False)


@badges.command("revoke", epilog=remote_described())
def revoke_badges(
    badge_id: BadgeId,
    *,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Show them no longer. Caches may for five minutes."""
    from gitstrata_client.api.sharing import revoke_badges

    _revoked(revoke_badges.sync_detailed, badge_id, server, ca, f"Badges {badge_id} are void.")


def _revoked(operation: Callable[..., Any], what: UUID, server: str | None, ca: str | None, sentence: str) -> None:
    with connected(server, ca) as there:
        there.command(operation, what)
        errors.print(sentence, markup=False)


def _changed(operation: Callable[..., Any], what: UUID, server: str | None, ca: str | None, *, suspended: bool) -> None:
    from gitstrata_client.models import Badge, ChangeShare, Share

    with connected(server, ca) as there:
        there.ask((Share, Badge), operation, what, body=ChangeShare(suspended=suspended))
        errors.print(f"{what} is shown {'to nobody' if suspended else 'again'}.", markup=False)


def _of(source: str, ref: str | None) -> dict[str, Any]:
    """Which reports: an address never reads as an id."""
    try:
        analysis = str(UUID(source))
    except ValueError:
        return {"repo_url": source, "ref": ref}
    if ref is not None:
        raise typer.BadParameter("An analysis is of what it is of: this goes with an address.", param_hint="--ref")
    return {"analysis_id": analysis}


def _told(each: dict[str, Any]) -> str:
    at = f" @ {each['ref']}" if each["ref"] else ""
    suspended = f", shown to nobody since {minute(each['suspended_at'])}" if each["suspended_at"] else ""
    return f"{each['repo_url']}{at}" + (f" as of {each['analysis_id']}" if each["analysis_id"] else "") + suspended
