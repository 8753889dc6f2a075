"""The commands of `gitstrata`."""

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime
from enum import StrEnum
from importlib.metadata import version as installed_version
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console

from cli.bar import progress_bar
from cli.exits import EXIT_CODES, INTERRUPTED, described
from cli.remote import commands as remote
from cli.scratch import scratch
from cli.source import is_url, local_copy
from reports.text import clean
from strata.errors import StrataError
from strata.version import ENGINE_VERSION

if TYPE_CHECKING:
    from strata.metrics.registry import Metric
    from strata.options import Options
    from strata.report import Report

app = typer.Typer(
    help="Reads a Git repository's whole history: who knows it, what it is made of, how it grew.",
    epilog=f"{described()} Commands over the API end with 20 to 32 too; their --help says when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


Exclude = Annotated[
    list[str] | None,
    typer.Option(
        metavar="PATTERN",
        help="Leave out the files that match, a pattern in the form of .gitignore; may be given again.",
    ),
]


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


class BillFormat(StrEnum):
    CYCLONEDX = "cyclonedx"
    SPDX = "spdx"


class LinesFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


def _version(wanted: bool) -> None:
    if wanted:
        git = subprocess.run(["git", "version"], capture_output=True, text=True, check=False).stdout.strip()
        typer.echo(f"gitstrata {installed_version('gitstrata-cli')} (engine {ENGINE_VERSION}, {git or 'no git found'})")
        raise typer.Exit


@app.callback()
def root(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Reads a Git repository's whole history: who knows it, what it is made of, how it grew."""


@app.command(epilog=described())
def analyze(
    source: Annotated[str, typer.Argument(metavar="PATH_OR_URL", help="A local repository, or an address to clone.")],
    *,
    rev: Annotated[str, typer.Option(help="Branch, tag or commit to analyse.")] = "HEAD",
    form: Annotated[
        Format, typer.Option("--format", help="What to print; html and json go to --out if given.")
    ] = Format.TEXT,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="The figures as of then: a date (2024-01-31, its end in UTC), a time, or a revision; "
            "of a date, the last commit by then on the first-parent line of --rev.",
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE",
            formats=["%Y-%m-%d"],
            help="Count commits, churn, coupling and releases from this day (UTC) on; lines are told as they are.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO",
            help="Tell what would go with this person, named by e-mail address, login, name or id; may be given again.",
        ),
    ] = None,
    exclude: Exclude = None,
    mailmap: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            exists=True,
            dir_okay=False,
            help="Who is one person, in the form of .mailmap; outweighs the repository's own.",
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO=KIND",
            help="Take this person, named as for --without, for a human, bot or agent; may be given again.",
        ),
    ] = None,
    ignore_revs: Annotated[
        bool,
        typer.Option(
            "--ignore-revs",
            help="Lines of the commits in .git-blame-ignore-revs belong to whoever had them before.",
        ),
    ] = False,
    osv: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            exists=True,
            file_okay=False,
            help="Look for vulnerabilities of resolved packages in this folder of advisories, as osv.dev exports them.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Write report.json, report.html and the Parquet tables there.", file_okay=False
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            dir_okay=False,
            help="Keep what was learnt in FILE and start from there next time: then only new commits are read.",
        ),
    ] = None,
) -> None:
    """Analyse a repository: people, activity, hotspots, coupling, survival and exact line ownership."""
    from cli.display import show
    from strata.analysis import analyze as run_analysis
    from strata.repository import open_repository
    from strata.vulnerabilities.osv import OsvFolder

    name = source.rstrip("/").replace(":", "/").rsplit("/", 1)[-1].removesuffix(".git") if is_url(source) else None
    options = _options(
        name=name,
        at=at,
        since=since.date() if since else None,
        without=tuple(without or ()),
        exclude=tuple(exclude or ()),
        mailmap=_text(mailmap) if mailmap else "",
        kinds={who: what for who, _, what in (each.rpartition("=") for each in kind or ())},
        ignore_revs=ignore_revs,
    )
    _check_places(out, state)
    with _refusals(), _terminable(), scratch(), progress_bar(errors) as tell, local_copy(source, tell) as folder:
        with _writing(state) if state else nullcontext():
            repository = open_repository(folder, shallow=state is not None)
            advisories = OsvFolder(osv) if osv else None
            report = run_analysis(
                repository, rev=rev, options=options, state=state, on_progress=tell, advisories=advisories
            )
        written = _write(report, out) if out is not None else []
    if form is Format.TEXT:
        show(report, Console(highlight=False, width=None if sys.stdout.isatty() else 100))
    elif out is None:
        sys.stdout.write((report.model_dump_json(indent=2) if form is Format.JSON else _page(report)) + "\n")
    if out is not None:
        errors.print(f"Written to {out}: {', '.join(written)}", markup=False)


@app.command("blame", epilog=described())
def blame_file(
    source: Annotated[str, typer.Argument(metavar="PATH_OR_REPO", help="A local repository, or an address to clone.")],
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file's path in the repository.")],
    *,
    rev: Annotated[str, typer.Option(help="Branch, tag or commit to look at.")] = "HEAD",
    state: Annotated[
        Path | None,
        typer.Option(metavar="FILE", dir_okay=False, help="Take the owners from what 'analyze --state FILE' kept."),
    ] = None,
    form: Annotated[LinesFormat, typer.Option("--format", help="What to print.")] = LinesFormat.TEXT,
) -> None:
    """Tell for each line of a file who wrote it, when, and in which commit: as git blame does."""
    from pydantic import TypeAdapter

    from cli.blame import BlamedLine, blame
    from cli.display import show_blame
    from strata.repository import open_repository

    with _refusals(), _terminable(), scratch(), progress_bar(errors) as tell, local_copy(source, tell) as folder:
        lines = blame(open_repository(folder), rev, file, state)
    if form is LinesFormat.JSON:
        sys.stdout.write(TypeAdapter(list[BlamedLine]).dump_json(lines, indent=2).decode() + "\n")
    else:
        show_blame(lines, sys.stdout)


@app.command(epilog=described())
def sbom(
    source: Annotated[str, typer.Argument(metavar="PATH_OR_URL", help="A local repository, or an address to clone.")],
    *,
    rev: Annotated[str, typer.Option(help="Branch, tag or commit to look at.")] = "HEAD",
    form: Annotated[
        BillFormat, typer.Option("--format", help="CycloneDX 1.6 or SPDX 2.3, both in JSON.")
    ] = BillFormat.CYCLONEDX,
    exclude: Exclude = None,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Write it there instead of printing it.")
    ] = None,
) -> None:
    """Print a bill of materials: what the repository's manifests and lock files say it is made of.

    Nothing is resolved from elsewhere: a dependency without a version is one that no lock file answers. The same commit
    gives the same bytes.
    """
    from strata.repository import open_repository
    from strata.sbom.cyclonedx import cyclonedx
    from strata.sbom.making import make_bill
    from strata.sbom.spdx import spdx

    options = _options(exclude=tuple(exclude or ()))
    with _refusals(), _terminable(), scratch(), progress_bar(errors) as tell, local_copy(source, tell) as folder:
        bill = make_bill(open_repository(folder), rev, options.exclude, tell)
        text = (spdx if form is BillFormat.SPDX else cyclonedx)(bill)
    if out is None:
        sys.stdout.write(text)
    else:
        with _writing(out):
            out.write_text(text, encoding="utf-8")
    resolved = f"{bill.resolved:,} of {len(bill.packages):,} packages have a version"
    errors.print(f"{resolved}; {len(bill.unread):,} remarks on what was read.", markup=False)


@app.command()
def explain(
    wanted: Annotated[
        str | None, typer.Argument(metavar="METRIC", help="A metric's name; all are listed without one.")
    ] = None,
) -> None:
    """Explain how a figure of the report is defined and where its formula comes from."""
    from strata.metrics.registry import metrics

    if wanted is None:
        for each in metrics():
            typer.echo(f"{_label(each):30} {each.title}")
        return
    found = [each for each in metrics() if wanted in (each.name, _label(each))]
    if not found:
        near = ", ".join(_label(each) for each in metrics() if wanted.split(".")[-1] in each.name)
        hint = f" Did you mean {near}?" if near else " 'gitstrata explain' lists them."
        _usage(f"There is no metric '{clean(wanted)}'.{hint}")
    typer.echo("\n\n".join(f"{_label(each)}\n\n{each.definition}" for each in found))


def _label(each: "Metric") -> str:
    return f"{each.section}.{each.name}"


def _check_places(out: Path | None, state: Path | None) -> None:
    """Refuses what could not be written at the end before the work begins."""
    if out is not None:
        with _writing(out):
            out.mkdir(parents=True, exist_ok=True)
    if state is not None:
        with _writing(state):
            if not os.access(state.parent.resolve(strict=True), os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    """Turns a failure to write into one line on standard error and exit code 1."""
    try:
        yield
    except OSError as error:
        errors.print(f"Cannot write to {place}: {error.strerror}.", markup=False)
        raise typer.Exit(1) from error


def _page(report: "Report") -> str:
    from reports.page import render

    return render(report.model_dump(mode="json"))


def _write(report: "Report", out: Path) -> list[str]:
    """Writes everything and gives the names of the files."""
    from strata.tables.writer import write_tables

    with _writing(out):
        (out / "report.json").write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
        (out / "report.html").write_text(_page(report), encoding="utf-8")
        return ["report.json", "report.html", *(path.name for path in write_tables(report.facts, out))]


_CHOICES = {
    "without": "--without takes up to 100 people, each named by 1 to 320 characters.",
    "exclude": "--exclude takes up to 100 patterns in the form of .gitignore, each of 1 to 200 characters.",
    "kinds": "--kind takes WHO=human, WHO=bot or WHO=agent, up to 200 of them.",
}


def _options(**given: Any) -> "Options":
    """The options of an analysis, or a sentence about the first that is none."""
    from pydantic import ValidationError

    from strata.options import Options

    try:
        return Options(**given)
    except ValidationError as error:
        problem = error.errors()[0]
        _usage(
            _CHOICES.get(str(problem["loc"][0]))
            or f"--{problem['loc'][0]}: {problem['msg'].removeprefix('Value error, ')}"
        )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        _usage(f"{file} cannot be read as text: {error}")


def _usage(message: str) -> NoReturn:
    errors.print(message, markup=False)
    raise typer.Exit(2)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turns a refusal into one line on standard error and its exit code."""
    try:
        yield
    except StrataError as error:
        errors.print(clean(error.message), markup=False)
        raise typer.Exit(EXIT_CODES[error.code]) from error
    except KeyboardInterrupt:
        errors.print("Interrupted.")
        raise typer.Exit(INTERRUPTED) from None


@contextmanager
def _terminable() -> Iterator[None]:
    """A polite kill unwinds the stack, so that nothing is left behind."""

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, leave)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


remote.add_to(app)

if __name__ == "__main__":
    app()
