"""Analyses: submit, status, watch, cancel, retry."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any
from uuid import UUID, uuid4

import typer

from cli.exits import REMOTE_EXIT_CODES
from cli.remote.asked import Exclude, Kind, Mailmap, RunBy, options_of
from cli.remote.ending import FailOn, conditions, end, exit_code
from cli.remote.options import AsJson, Ca, Limit, ServerUrl, connected, print_json
from cli.remote.refusals import errors
from cli.remote.tables import minute, print_rows

if TYPE_CHECKING:
    from cli.remote.server import Server

JobId = Annotated[UUID, typer.Argument(metavar="ID", help="The analysis.")]
Timeout = Annotated[
    float | None, typer.Option("--timeout", metavar="SECONDS", min=1, help="Give up waiting after so long.")
]


class Status(StrEnum):
    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


def submit(
    repositories: Annotated[
        list[str] | None, typer.Argument(metavar="[ADDRESS…]", help="Addresses to clone from.", show_default=False)
    ] = None,
    *,
    organization: Annotated[
        str | None, typer.Option(metavar="NAME", help="Instead of addresses: all repositories of this organisation.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would become of each, and submit nothing.")
    ] = False,
    follow: Annotated[
        bool, typer.Option("--follow", help="Follow the organisation from now on; 'unfollow' ends it.")
    ] = False,
    ref: Annotated[str | None, typer.Option(help="Branch, tag or commit; else the default branch.")] = None,
    exclude: Exclude = None,
    mailmap: Mailmap = None,
    kind: Kind = None,
    ignore_revs: Annotated[
        bool, typer.Option("--ignore-revs", help="Pass over the commits in .git-blame-ignore-revs.")
    ] = False,
    runner: RunBy = None,
    idempotency_key: Annotated[
        str | None,
        typer.Option(metavar="KEY", help="The same key and repository again: the same analysis, not a second one."),
    ] = None,
    wait: Annotated[bool, typer.Option("--wait", help="Stay until it has ended; the exit code tells how.")] = False,
    timeout: Timeout = None,
    fail_on: FailOn = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Have repositories analysed, and print the analysis' id; of several, what became of each."""
    must_not = conditions(fail_on)
    options = options_of(exclude, mailmap, kind, ignore_revs=ignore_revs or None, runner=runner)
    addresses = repositories or []
    if bool(addresses) == bool(organization) or (organization and ref) or (follow and not organization):
        raise typer.BadParameter("give addresses, or --organization (without --ref; --follow goes with it alone).")
    asked = [{"repo_url": address, "ref": ref, "options": options} for address in addresses]
    with connected(server, ca, timeout) as there:
        # without a key of the user's own: asking again, when no answer came, must not make a second analysis
        key = idempotency_key or str(uuid4())
        if len(asked) == 1 and not dry_run:
            said = _submitted(there, asked[0], key)
            holders = [{"job": said}]
        else:
            everything = {"organization": organization, "follow": follow, "options": options} if organization else None
            said = _submitted_together(there, everything or {"repositories": asked}, key, dry_run=dry_run)
            holders = [each for each in said["items"] if each["job"]]
        if not as_json:
            print_rows(
                [_outcome(each) for each in said["items"]] if "items" in said else [(said["id"],)], "Nothing to do."
            )
            sys.stdout.flush()
        code = (
            REMOTE_EXIT_CODES["refused"] if any(each["outcome"] == "refused" for each in said.get("items", ())) else 0
        )
        if (wait or must_not) and not dry_run:
            for holder in holders:
                holder["job"].update(_watched(there, holder["job"]))
            # the first that did not end well says how the command ends
            codes = [exit_code(there, holder["job"], must_not) for holder in holders]
            code = next((each for each in codes if each), code)
        if as_json:
            print_json(said)
    raise typer.Exit(code)


def status(
    job_id: Annotated[UUID | None, typer.Argument(metavar="[ID]", help="One analysis; without it, yours.")] = None,
    *,
    only: Annotated[Status | None, typer.Option("--status", help="Of the list, those that stand there.")] = None,
    limit: Limit = 20,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: AsJson = False,
) -> None:
    """Tell where an analysis stands, or list yours, newest first."""
    from gitstrata_client.api.analysis import get_analysis, list_analyses
    from gitstrata_client.models import Job, JobPage

    with connected(server, ca) as there:
        if job_id is not None:
            found = there.ask(Job, get_analysis.sync_detailed, job_id)
            jobs = [found]
        else:
            chosen = None if only is None else only.value
            found = there.listed(JobPage, list_analyses.sync_detailed, limit, status=chosen)
            jobs = found["items"]
        if as_json:
            print_json(found)
            return
        print_rows([_row(job) for job in jobs], "There are no analyses.")


def watch(
    job_id: JobId,
    *,
    timeout: Timeout = None,
    fail_on: FailOn = None,
    server: ServerUrl = None,
    ca: Ca = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the API's own events, one JSON object a line.")
    ] = False,
) -> None:
    """Follow an analysis live until it has ended; the exit code tells how.

    A connection that breaks is resumed where it broke. The analysis goes on without us after Ctrl-C or --timeout.
    """
    from gitstrata_client.api.analysis import get_analysis
    from gitstrata_client.models import Job

    must_not = conditions(fail_on)
    with connected(server, ca, timeout) as there:
        job = _watched(there, there.ask(Job, get_analysis.sync_detailed, job_id), events=as_json)
        if not as_json:
            print_rows([_row(job)], "")
        end(there, job, must_not)


def cancel(job_id: JobId, *, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """Stop an analysis."""
    from gitstrata_client.api.analysis import cancel_analysis

    _commanded(cancel_analysis.sync_detailed, job_id, server, ca, as_json=as_json)


def retry(job_id: JobId, *, server: ServerUrl = None, ca: Ca = None, as_json: AsJson = False) -> None:
    """Try again what failed, expired or was cancelled."""
    from gitstrata_client.api.analysis import retry_analysis

    _commanded(retry_analysis.sync_detailed, job_id, server, ca, as_json=as_json)


def _commanded(operation: Any, job_id: UUID, server: str | None, ca: str | None, *, as_json: bool) -> None:
    from gitstrata_client.models import Job

    with connected(server, ca) as there:
        job = there.ask(Job, operation, job_id, idempotency_key=str(uuid4()))
        if as_json:
            print_json(job)
        else:
            print_rows([_row(job)], "")


def _submitted(there: "Server", asked: dict[str, Any], key: str) -> dict[str, Any]:
    from gitstrata_client.api.analysis import submit_analysis
    from gitstrata_client.models import Job, SubmitAnalysis

    body = SubmitAnalysis.from_dict(asked)
    job: dict[str, Any] = there.ask(Job, submit_analysis.sync_detailed, body=body, idempotency_key=key)
    return job


def _submitted_together(there: "Server", asked: dict[str, Any], key: str, *, dry_run: bool) -> dict[str, Any]:
    from gitstrata_client.api.analysis import submit_analyses, submit_organization
    from gitstrata_client.models import Submissions, SubmitAnalyses, SubmitOrganization

    body: SubmitAnalyses | SubmitOrganization
    operation: Any
    if "organization" in asked:
        body, operation = SubmitOrganization.from_dict({**asked, "dry_run": dry_run}), submit_organization.sync_detailed
    else:
        body, operation = SubmitAnalyses.from_dict({**asked, "dry_run": dry_run}), submit_analyses.sync_detailed
    found: dict[str, Any] = there.ask(Submissions, operation, body=body, idempotency_key=key)
    return found


def _outcome(submission: dict[str, Any]) -> tuple[object, ...]:
    job, reason = submission["job"], submission["reason"]
    why = f"{reason['code']}: {reason['message']}" if reason else ""
    return job["id"] if job else None, submission["outcome"], submission["repo_url"], why


def _watched(there: "Server", job: dict[str, Any], *, events: bool = False) -> dict[str, Any]:
    """The analysis once it has ended. Its events go to standard output as JSON, or to standard error for people."""
    import json

    from cli.remote.following import FINAL, follow
    from cli.remote.live import shown
    from gitstrata_client.api.analysis import get_analysis
    from gitstrata_client.models import Job

    if events:
        for event in follow(there, job["id"]):
            sys.stdout.write(json.dumps({"event": event.kind, "id": event.id, "data": event.data}) + "\n")
            sys.stdout.flush()
    elif job["status"] not in FINAL:
        name = job["repo_url"].rstrip("/").rpartition("/")[2].removesuffix(".git")
        with shown(errors, name) as tell_event:
            for event in follow(there, job["id"]):
                tell_event(event)
    ended: dict[str, Any] = there.ask(Job, get_analysis.sync_detailed, UUID(job["id"]))
    return ended


def _row(job: dict[str, Any]) -> tuple[object, ...]:
    percent = f" {job['progress']['percent']:.0f} %" if job["progress"] and job["status"] == "PROCESSING" else ""
    at = f"@ {job['commit'][:12]}" if job["commit"] else (job["ref"] or "")
    why = f"{job['error']['code']}: {job['error']['message']}" if job["error"] else ""
    return job["id"], job["status"] + percent, minute(job["created_at"]), job["repo_url"], at, why
