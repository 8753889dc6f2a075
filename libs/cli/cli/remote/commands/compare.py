"""Two analyses beside each other."""

from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.remote.options import AsJson, Ca, ServerUrl, connected, print_json

if TYPE_CHECKING:
    from cli.remote.server import Server


def compare(
    one: Annotated[UUID, typer.Argument(metavar="A", help="A completed analysis.")],
    other: Annotated[UUID, typer.Argument(metavar="B", help="Another one.")],
    *,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Tell what changed from A to B and why, where both are of one repository that you follow.

    Else show both side by side: their figures, and the people, languages and packages that they have in common.
    """
    from cli.remote.comparing import show_changes, show_side_by_side
    from gitstrata_client.api.analysis import compare_analyses, compare_repositories
    from gitstrata_client.models import Comparison, SideBySide

    with connected(server, ca) as there:
        repository = _repository(there, one, other)
        told: dict[str, Any]
        if repository is None:
            told = there.ask(SideBySide, compare_repositories.sync_detailed, left=str(one), right=str(other))
        else:
            told = there.ask(Comparison, compare_analyses.sync_detailed, repository, base=str(one), head=str(other))
        if as_json:
            print_json(told)
        elif repository is None:
            show_side_by_side(told)
        else:
            show_changes(told)


def _repository(there: "Server", one: UUID, other: UUID) -> UUID | None:
    """The repository of both, None where it is not one that the user follows."""
    from gitstrata_client.api.analysis import get_analysis
    from gitstrata_client.api.repositories import list_repositories
    from gitstrata_client.models import Job, TrackedRepositoryPage

    addresses = {there.ask(Job, get_analysis.sync_detailed, each)["repo_url"] for each in (one, other)}
    if len(addresses) > 1:
        return None
    followed = there.listed(TrackedRepositoryPage, list_repositories.sync_detailed, 10_000)
    return next((UUID(each["id"]) for each in followed["items"] if each["repo_url"] in addresses), None)
