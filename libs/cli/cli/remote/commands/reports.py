"""What an analysis found: result and export."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer

from cli.remote.ending import FailOn, conditions, end
from cli.remote.options import AsJson, Ca, ServerUrl, connected
from cli.remote.refusals import RemoteError, errors

if TYPE_CHECKING:
    from cli.remote.server import Server

JobId = Annotated[UUID, typer.Argument(metavar="ID", help="The analysis.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FILE", dir_okay=False, help="Write it there instead of printing it.")
]


def result(
    job_id: JobId,
    *,
    section: Annotated[str | None, typer.Option(metavar="NAME", help="One section alone, as JSON.")] = None,
    out: Out = None,
    fail_on: FailOn = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Show the report on one screen; with --json, --section or --out as the API's own JSON."""
    from gitstrata_client.api.analysis import get_analysis
    from gitstrata_client.models import Job

    must_not = conditions(fail_on)
    with connected(server, ca) as there:
        address = f"/api/v1/analysis/{job_id}/result"
        if section is not None or as_json or out is not None:
            _written(there, address if section is None else f"{address}/{_name(section)}", out)
        else:
            _show(there, address)
        if must_not:
            end(there, there.ask(Job, get_analysis.sync_detailed, job_id), must_not)


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    CYCLONEDX = "cyclonedx"
    SPDX = "spdx"
    HTML = "html"


def export(
    job_id: JobId,
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="json, csv, parquet, cyclonedx, spdx or html.")],
    *,
    table: Annotated[
        str | None, typer.Option(metavar="NAME", help="One table alone, of csv and parquet; else all in a zip.")
    ] = None,
    out: Out = None,
    server: ServerUrl = None,
    ca: Ca = None,
) -> None:
    """Write the report as a file: whole, as tables, as a bill of materials, or as a page that opens offline."""
    if out is None and sys.stdout.isatty() and form in (Format.CSV, Format.PARQUET) and table is None:
        raise typer.BadParameter("That is nothing for a terminal: name a file.", param_hint="--out")
    with connected(server, ca) as there:
        address = f"/api/v1/analysis/{job_id}/export/{form.value}"
        _written(there, address, out, None if table is None else {"table": table})


def _name(section: str) -> str:
    """A section's name, which becomes a part of an address."""
    if not section.replace("_", "").isalnum() or not section.isascii():
        raise RemoteError("not_found", f"The report has no section '{section}'.")
    return section


def _show(there: "Server", address: str) -> None:
    from pydantic import ValidationError
    from rich.console import Console

    from cli.display import show
    from strata.report import Report

    read = bytearray()
    there.download(address, read.extend)
    try:
        report = Report.model_validate_json(read)
        show(report, Console(highlight=False, width=None if sys.stdout.isatty() else 100))
    except (ValidationError, KeyError, TypeError) as error:
        # sections are plain data: those that are missing or of another engine's form are found while showing them
        raise RemoteError(
            "unexpected_answer", "The report is not complete, or of another version: --json gives it as it is."
        ) from error


def _written(there: "Server", address: str, out: Path | None, query: dict[str, str] | None = None) -> None:
    """The answer as it comes: to standard output, or to a file that is there when it is whole."""
    if out is None:
        there.download(address, sys.stdout.buffer.write, query)
        sys.stdout.buffer.flush()
        return
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("wb") as opened:
            there.download(address, opened.write, query)
        part.replace(out)
    except OSError as error:
        errors.print(f"Cannot write to {out}: {error.strerror}.", markup=False)
        raise typer.Exit(1) from error
    finally:
        part.unlink(missing_ok=True)
    errors.print(f"Written to {out}.", markup=False)
