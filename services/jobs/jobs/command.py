"""The `jobs` command: what an operator asks of the histories, and does with them.

It reads the service's own settings (`JOBS_…`), so it runs where the service runs:
`kubectl exec deploy/jobs -- jobs verify`.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Annotated, Any, NoReturn

import typer
from nats.errors import Error as NatsError
from nats.js import JetStreamContext
from pydantic import ValidationError
from rich.console import Console
from rich.table import Table
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from jobs import erasing, releasing, replay, repositories, store
from jobs.consumers import BUCKET, handlers
from jobs.dead_letters import DeadLetters, Outcome, Redriven, says
from jobs.rotation import PLACES
from jobs.settings import Settings, VaultSettings
from jobs.wire import WIRE
from kit import bus, database, dead_letters
from kit.blobs import blob_store
from kit.errors import AppError, InvalidInput
from kit.group_commit import GroupCommit
from kit.history import read_stream
from kit.rotation import rotate
from kit.settings import DatabaseSettings
from kit.store import EventStore
from kit.vault import Vault

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
dead = typer.Typer(no_args_is_help=True, help="Messages that nobody could handle: find, read, send again.")
app.add_typer(dead, name="dead-letters")

out, errors = Console(highlight=False, soft_wrap=True), Console(stderr=True, highlight=False, soft_wrap=True)
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and change nothing.")]
Form = Annotated[bool, typer.Option("--json", help="Print JSON, one document a line.")]


@app.callback()
def root() -> None:
    """Histories of analyses: look into them, check them, rebuild what is made of them."""


# ---------------------------------------------------------------- histories


@app.command()
def history(
    job: Annotated[str, typer.Argument(metavar="JOB", help="The id of an analysis.")], *, as_json: Form = False
) -> None:
    """Print every event of a job, erased ones too."""

    async def work() -> None:
        async with _database() as engine, engine.connect() as connection:
            events = [each async for each in read_stream(connection, store.JOBS, store.entity(job))]
        if not events:
            raise InvalidInput("There is no such analysis.", code="job_not_found")
        if as_json:
            for each in events:
                _line(
                    version=each.version,
                    type=WIRE.kind(each.event).name,
                    event_id=str(each.event_id),
                    recorded_at=each.recorded_at.isoformat(),
                    payload=WIRE.payload(each.event),
                )
            return
        table = Table("version", "recorded (UTC)", "event", "what it says", box=None, header_style="bold")
        for each in events:
            payload = {key: value for key, value in WIRE.payload(each.event).items() if key not in ("job_id", "lease")}
            when = f"{each.recorded_at.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f}"[:-3]
            table.add_row(str(each.version), when, WIRE.kind(each.event).name, json.dumps(payload))
        out.print(table)

    _run(work())


@app.command()
def verify() -> None:
    """Fold every history and compare it with what lists and reports show; exit 1 if anything differs.

    Changes nothing, and may run beside the service at any time.
    """

    async def work() -> None:
        async with _database() as engine:
            found = await replay.verify(engine)
        for problem in found.problems:
            out.print(problem, markup=False)
        out.print(f"{found.histories:,} histories, {found.events:,} events, {len(found.problems):,} differences")
        if found.problems:
            raise typer.Exit(1)

    _run(work())


@app.command()
def rebuild(*, dry_run: DryRun = False) -> None:
    """Make the tables that lists and reports read again, from all histories, and swap them in.

    The service may run meanwhile. Content of reports is kept: only what refers to it is made again.
    """

    async def work() -> None:
        async with _database() as engine:
            if dry_run:
                found = await replay.verify(engine)
                out.print(
                    f"{found.histories:,} histories would be replayed; {len(found.problems):,} differences would go"
                )
                return
            count = await replay.rebuild(engine, errors.print)
        out.print(f"{count:,} histories replayed, tables swapped")

    _run(work())


@app.command()
def erase(
    user: Annotated[str, typer.Argument(metavar="USER", help="The id of a user.")], *, dry_run: DryRun = False
) -> None:
    """End and erase all analyses of a user: nobody is shown them again, and their reports are deleted.

    Repositories that the user follows are followed no more. The histories stay, with ids and without personal fields.
    A part of a report that somebody else's report has too goes with the last of them.
    """

    async def work() -> None:
        async with _database() as engine:
            async with engine.connect() as connection:
                jobs = len(await store.jobs_of(connection, user))
                followed = len(await repositories.followed_by(connection, user))
            if not dry_run:
                followed, jobs = await erasing.erase_user(_events(engine), user, actor="operator")
        would_be = "would be " if dry_run else ""
        out.print(f"{jobs:,} analyses {would_be}erased, {followed:,} repositories {would_be}untracked")

    _run(work())


@app.command()
def release(
    begun_before: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%dT%H:%M:%SZ"], help="A moment (UTC) at which no worker was left.")
    ],
    *,
    dry_run: DryRun = False,
) -> None:
    """Give analyses that have been at work since before a moment to other workers: their own are gone.

    Needed after a restore (docs/operations/backup.md). A worker that only died needs it not: the bus tells.
    """
    moment = begun_before.replace(tzinfo=UTC)

    async def work() -> None:
        async with _database() as engine:
            if dry_run:
                async with engine.connect() as connection:
                    count = len(await releasing.running(connection, moment))
            else:
                count = await releasing.release(_events(engine), moment, actor="operator")
        out.print(f"{count:,} analyses {'would be ' if dry_run else ''}given to other workers")

    _run(work())


# ---------------------------------------------------------------- dead letters


@dead.command("list")
def list_letters(*, as_json: Form = False) -> None:
    """List them, oldest first."""

    async def work() -> None:
        table = Table("number", "buried (UTC)", "given up by", "event", "about", "error", box=None, header_style="bold")
        async with _jetstream() as js:
            async for each in dead_letters.letters(js):
                if as_json:
                    _line(**_told(each))
                else:
                    when = f"{each.buried_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}" if each.buried_at else ""
                    table.add_row(str(each.sequence), when, each.durable, each.type, each.entity, each.error)
        if not as_json:
            out.print(table if table.row_count else "There are no dead letters.")

    _run(work())


@dead.command()
def show(number: Annotated[int, typer.Argument(metavar="NUMBER", min=1)]) -> None:
    """Print one, with what it says."""

    async def work() -> None:
        async with _jetstream() as js:
            each = await dead_letters.letter(js, number)
        out.print(json.dumps({**_told(each), "says": says(each)}, indent=2), markup=False)

    _run(work())


@dead.command()
def redrive(
    numbers: Annotated[list[int] | None, typer.Argument(metavar="NUMBER…", help="Which; or --all.")] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All there are.")] = False,
    dry_run: DryRun = False,
) -> None:
    """Have them handled: what jobs reads at once, work by sending it to its queue again.

    What a message said has its effect once, however often it is handled.
    """
    if every == bool(numbers):
        raise typer.BadParameter("Name numbers, or give --all.")

    async def work() -> None:
        async with _database() as engine, _jetstream() as js:
            if every:
                found = [each async for each in dead_letters.letters(js)]
            else:
                found = [await dead_letters.letter(js, number) for number in numbers or ()]
            again = _dead_letters(engine, js)
            for each in found:
                said = "would be handled again" if dry_run else _outcome(await again.redrive(each.sequence))
                out.print(f"{each.sequence}: {each.type} about {each.entity}: {said}", markup=False)
        if not found:
            out.print("There are no dead letters.")

    _run(work())


def _outcome(redriven: Redriven) -> str:
    match redriven.outcome:
        case Outcome.SENT:
            return f"sent to {redriven.detail}"
        case Outcome.REFUSED:
            return f"refused: {redriven.detail}"
        case Outcome.HANDLED:
            return "handled"


# ---------------------------------------------------------------- the vault


@app.command("rotate-keys")
def rotate_keys(
    *,
    batch: Annotated[int, typer.Option(min=1, max=1_000, help="Rows of one transaction.")] = 100,
    dry_run: DryRun = False,
) -> None:
    """Seal the secrets of outgoing webhooks again with the newest key of JOBS_VAULT_KEYS, while the service goes on.

    When it has ended, the older keys open nothing any more and can be taken out. It can be broken off and done again.
    """

    async def work() -> None:
        settings = VaultSettings()
        source = settings.vault_source
        if source is None:
            raise InvalidInput("There is no JOBS_VAULT_KEYS, and so no vault.", code="vault_absent")
        vault = Vault(settings.vault_keys_in(source.read()))
        async with _database(settings) as engine:
            rotated = await rotate(
                engine,
                vault,
                PLACES,
                batch=batch,
                dry_run=dry_run,
                tell=lambda done: errors.print(f"{done.seen} rows seen, {done.resealed} sealed again"),
            )
        verb = "would be sealed again" if dry_run else "sealed again"
        out.print(f"{rotated.seen} rows: {rotated.resealed} {verb}, {rotated.seen - rotated.resealed} were already.")

    _run(work())


# ---------------------------------------------------------------- adapters


def _dead_letters(engine: AsyncEngine, js: JetStreamContext) -> DeadLetters:
    events, settings = _events(engine), Settings()
    jobs = GroupCommit(events, store.JOBS)
    return DeadLetters(js, handlers(events, jobs, blob_store(settings, js, BUCKET), settings.section_max_bytes))


def _events(engine: AsyncEngine) -> EventStore:
    return EventStore(
        engine, database.Wakeups(Settings().database_url.get_secret_value(), Settings().database_tls), source="jobs"
    )


def _told(each: dead_letters.DeadLetter) -> dict[str, Any]:
    return {
        "number": each.sequence,
        "durable": each.durable,
        "subject": each.subject,
        "error": each.error,
        "type": each.type,
        "about": each.entity,
        "event_id": each.event_id,
        "deliveries": each.deliveries,
        "buried_at": each.buried_at.isoformat() if each.buried_at else None,
    }


def _line(**fields: Any) -> None:
    typer.echo(json.dumps(fields))


@asynccontextmanager
async def _database(settings: DatabaseSettings | None = None) -> AsyncIterator[AsyncEngine]:
    engine = database.connect(settings or Settings(), "jobs-command")
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def _jetstream() -> AsyncIterator[JetStreamContext]:
    settings = Settings()
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # it remarks on how the bus ends a TLS connection
    client = await bus.connect(settings, settings.tls, "jobs-command")
    try:
        yield client.jetstream(timeout=10)
    finally:
        await client.close()


def _run(work: Coroutine[Any, Any, None]) -> None:
    try:
        asyncio.run(work)
    except AppError as error:
        _refuse(error.message, 1)
    except ValidationError as error:
        if wrong := [str(each["msg"]) for each in error.errors() if not each["loc"]]:
            _refuse("; ".join(wrong), 2)
        missing = ", ".join(f"JOBS_{each['loc'][0]}".upper() for each in error.errors())
        _refuse(f"The settings of the jobs service are not all there: {missing}.", 2)
    except (OSError, NatsError, SQLAlchemyError, ValueError) as error:
        _refuse(f"{type(error).__name__}: {error}", 1)


def _refuse(sentence: str, code: int) -> NoReturn:
    errors.print(sentence, markup=False)
    raise typer.Exit(code)


if __name__ == "__main__":
    app()
