"""Repositories: those that one can read at the provider, and those that one follows."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID, uuid4

import typer

from cli.exits import remote_described
from cli.remote.asked import Exclude, Kind, Mailmap, RunBy, options_of
from cli.remote.options import AsJson, Ca, Limit, ServerUrl, connected, print_json
from cli.remote.refusals import errors
from cli.remote.tables import print_rows
from reports.text import clean

RepositoryId = Annotated[UUID, typer.Argument(metavar="ID", help="Its id, as 'gitstrata repos list' shows it.")]
Branch = Annotated[str | None, typer.Option(metavar="NAME", help="Branch to analyse; else the default branch.")]


class Schedule(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class ScheduleOrNever(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    NEVER = "never"


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


@repositories.command("list", epilog=remote_described())
def listed(*, limit: Limit = 50, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """List those that you follow, with their ids."""
    from gitstrata_client.api.repositories import list_repositories
    from gitstrata_client.models import TrackedRepositoryPage

    with connected(server, ca) as there:
        found = there.listed(TrackedRepositoryPage, list_repositories.sync_detailed, limit)
        if as_json:
            print_json(found)
            return
        print_rows([_row(each) for each in found["items"]], "You follow no repositories.")


@repositories.command("track", epilog=remote_described())
def track(
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="The address to clone from.")],
    *,
    branch: Branch = None,
    schedule: Annotated[Schedule | None, typer.Option(help="Analyse again when the last analysis is this old.")] = None,
    on_push: Annotated[
        bool, typer.Option("--on-push/--no-on-push", help="Analyse again after each push, or not.")
    ] = True,
    exclude: Exclude = None,
    mailmap: Mailmap = None,
    kind: Kind = None,
    ignore_revs: Annotated[
        bool, typer.Option("--ignore-revs", help="Pass over the commits in .git-blame-ignore-revs.")
    ] = False,
    runner: RunBy = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Follow a repository: it is analysed again after each push, by a schedule, or both.

    Where the server may not install the webhook at the host by itself, address and secret are printed, to paste there.
    The secret is told this once.
    """
    from gitstrata_client.api.repositories import track_repository
    from gitstrata_client.models import TrackedRepositoryWithWebhook, TrackRepository

    options = options_of(exclude, mailmap, kind, ignore_revs=ignore_revs or None, runner=runner)
    settings = {
        "branch": branch,
        "on_push": on_push,
        "schedule": None if schedule is None else schedule.value,
        "options": options,
    }
    with connected(server, ca) as there:
        body = TrackRepository.from_dict({"repo_url": address, "settings": settings})
        found = there.ask(
            TrackedRepositoryWithWebhook, track_repository.sync_detailed, body=body, idempotency_key=str(uuid4())
        )
        if as_json:
            print_json(found)
            return
        print_rows([_row(found)], "")
        if found["webhook"] is not None and not found["webhook"]["installed"]:
            print_rows(_to_paste(found["webhook"]), "")


@repositories.command("webhook", epilog=remote_described())
def webhook(
    repository_id: RepositoryId,
    *,
    install: Annotated[
        bool, typer.Option("--install", help="Install it, or again: the secret before is void at once.")
    ] = False,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Show how a repository's host tells of pushes: whether by a webhook of ours, and when it last did.

    Where the server may not install it by itself, '--install' prints address and secret, to paste at the host.
    The secret is told this once.
    """
    from gitstrata_client.api.repositories import get_repository_webhook, install_repository_webhook
    from gitstrata_client.models import RepositoryWebhook, RepositoryWebhookSecret

    with connected(server, ca) as there:
        if install:
            call, key = install_repository_webhook.sync_detailed, str(uuid4())
            found = there.ask(RepositoryWebhookSecret, call, repository_id, idempotency_key=key)
        else:
            found = there.ask(RepositoryWebhook, get_repository_webhook.sync_detailed, repository_id)
        if as_json:
            print_json(found)
            return
        rows: list[tuple[object, ...]] = [
            ("host", found["provider"]),
            ("installed", "yes" if found["installed"] else "no: to be pasted there"),
            ("last delivery", found["last_delivery_at"] or "none yet"),
        ]
        print_rows(rows + _to_paste(found), "")


@repositories.command("untrack", epilog=remote_described())
def untrack(
    repository_id: RepositoryId,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Follow a repository no more. This erases your analyses of it."""
    from gitstrata_client.api.repositories import get_repository, untrack_repository
    from gitstrata_client.models import TrackedRepositoryDetail, Untracked

    with connected(server, ca) as there:
        if not yes:
            name = there.ask(TrackedRepositoryDetail, get_repository.sync_detailed, repository_id)["full_name"]
            typer.confirm(f"Follow {clean(name)} no more, and erase your analyses of it?", abort=True, err=True)
        gone = there.ask(Untracked, untrack_repository.sync_detailed, repository_id)
        if as_json:
            print_json(gone)
        else:
            errors.print(f"It is followed no more; {gone['erased_analyses']} analyses are erased.", markup=False)


@repositories.command("settings", epilog=remote_described())
def settings(
    repository_id: RepositoryId,
    *,
    branch: Branch = None,
    schedule: Annotated[
        ScheduleOrNever | None, typer.Option(help="Analyse again when the last analysis is this old.")
    ] = None,
    on_push: Annotated[
        bool | None, typer.Option("--on-push/--no-on-push", help="Analyse again after each push, or not.")
    ] = None,
    exclude: Exclude = None,
    mailmap: Mailmap = None,
    kind: Kind = None,
    ignore_revs: Annotated[
        bool | None,
        typer.Option("--ignore-revs/--no-ignore-revs", help="Pass over the commits in .git-blame-ignore-revs, or not."),
    ] = None,
    runner: RunBy = None,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Print how a repository is analysed, as JSON; change first what is given, and leave the rest.

    It is refused if somebody else changes them at the same time.
    """
    from gitstrata_client.api.repositories import change_repository_settings, get_repository_settings
    from gitstrata_client.models import RepositorySettings

    options = options_of(exclude, mailmap, kind, ignore_revs=ignore_revs, runner=runner)
    given: dict[str, Any] = {}
    if branch is not None:
        given["branch"] = branch or None
    if schedule is not None:
        given["schedule"] = None if schedule is ScheduleOrNever.NEVER else schedule.value
    if on_push is not None:
        given["on_push"] = on_push
    with connected(server, ca) as there:
        now, tag = there.ask_tagged(RepositorySettings, get_repository_settings.sync_detailed, repository_id)
        if given or options:
            wanted = {**now, **given, "options": {**now["options"], **options}}
            now = there.ask(
                RepositorySettings,
                change_repository_settings.sync_detailed,
                repository_id,
                body=RepositorySettings.from_dict(wanted),
                if_match=tag,
            )
        print_json(now)


def _to_paste(webhook: dict[str, Any]) -> list[tuple[object, ...]]:
    secret = webhook.get("secret")
    return [("webhook", webhook["address"]), *([("secret", secret)] if secret else [])]


def _row(repository: dict[str, Any]) -> tuple[object, ...]:
    when = [f"branch {repository['branch']}"] if repository["branch"] else []
    when += ["on push"] if repository["on_push"] else []
    when += [repository["schedule"]] if repository["schedule"] else []
    last = repository["last_analysis_id"] or "no analysis yet"
    if repository["last_error"]:
        last += f" failed ({repository['last_error']['code']})"
    return repository["id"], repository["full_name"], ", ".join(when), last, repository["repo_url"]
