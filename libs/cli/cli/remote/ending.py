"""How an analysis ended, as an exit code: what CI goes by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID

import typer

from cli.exits import REMOTE_EXIT_CODES
from cli.remote.refusals import RemoteError, errors
from cli.remote.thresholds import Threshold
from reports.text import clean

if TYPE_CHECKING:
    from cli.remote.server import Server

FailOn = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="CONDITION",
        help="End with another exit code if the report says so, for example ownership.truck_factor<2; waits for the "
        "report; may be given again.",
    ),
]


def conditions(given: list[str] | None) -> list[Threshold]:
    """What must not hold. What is no condition is wrong usage."""
    try:
        return [Threshold.parse(each) for each in given or ()]
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--fail-on") from error


def end(server: Server, job: dict[str, Any], must_not: Sequence[Threshold]) -> None:
    """Ends the command as the analysis ended."""
    raise typer.Exit(exit_code(server, job, must_not))


def exit_code(server: Server, job: dict[str, Any], must_not: Sequence[Threshold]) -> int:
    """The code of an analysis that has ended; says on standard error why it is not 0."""
    if job["status"] != "COMPLETED":
        error = job["error"]
        said = f" ({error['code']}): {error['message']}" if error else "."
        errors.print(clean(f"The analysis of {job['repo_url']} ended {job['status']}{said}"), markup=False)
        return REMOTE_EXIT_CODES["analysis_failed" if job["status"] == "FAILED" else "analysis_ended_without_report"]
    sections: dict[str, Any] = {}
    held = False
    for threshold in must_not:
        if threshold.section not in sections:
            sections[threshold.section] = _section(server, job["id"], threshold.section)
        value = threshold.value(sections[threshold.section])
        if value is None:
            errors.print(f"{threshold.text}: the report cannot tell.", markup=False)
        elif threshold.holds(value):
            held = True
            errors.print(f"{threshold.text}: it is {value:g}.", markup=False)
    return REMOTE_EXIT_CODES["threshold_not_met"] if held else 0


def _section(server: Server, job_id: str, name: str) -> Any:
    from gitstrata_client.api.analysis import get_report_section  # noqa: PLC0415 - see remote.options
    from gitstrata_client.models import GetReportSectionResponse200  # noqa: PLC0415

    try:
        return server.ask(GetReportSectionResponse200, get_report_section.sync_detailed, UUID(job_id), name)
    except RemoteError as error:
        if error.kind == "not_found":
            raise RemoteError("refused", f"--fail-on: the report has no section '{name}'.") from error
        raise
