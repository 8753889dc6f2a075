"""The commands of `gitstrata`."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from importlib.metadata import version as installed_version
from pathlib import Path
from types import FrameType
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as ProgressBar

from cli.display import clean, show
from cli.exits import EXIT_CODES, INTERRUPTED, described
from cli.page import render
from cli.source import is_url, local_copy
from strata.analysis import analyze as run_analysis
from strata.errors import StrataError
from strata.metrics.registry import Metric, metrics
from strata.options import Options
from strata.progress import Progress
from strata.report import Report
from strata.repository import open_repository
from strata.version import ENGINE_VERSION

app = typer.Typer(
    help="Reads a Git repository's whole history: who knows it, what it is made of, how it grew.",
    epilog=described(),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


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
    rev: Annotated[str, typer.Option(help="Branch, tag or commit to analyse.")] = "HEAD",
    form: Annotated[
        Format, typer.Option("--format", help="What to print; html and json go to --out if given.")
    ] = Format.TEXT,
    out: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write report.json and report.html there.", file_okay=False)
    ] = None,
) -> None:
    """Analyse a repository: commits, people, activity, languages and exact line ownership."""
    name = source.rstrip("/").replace(":", "/").rsplit("/", 1)[-1].removesuffix(".git") if is_url(source) else None
    with _refusals(), _terminable(), _progress() as report_progress, local_copy(source, report_progress) as folder:
        report = run_analysis(open_repository(folder), rev=rev, options=Options(name=name), on_progress=report_progress)
    if out is not None:
        _write(report, out)
    if form is Format.TEXT:
        show(report, Console(highlight=False, width=None if sys.stdout.isatty() else 100))
    elif out is None:
        sys.stdout.write((report.model_dump_json(indent=2) if form is Format.JSON else render(report)) + "\n")
    if out is not None:
        errors.print(f"Written: {out / 'report.json'}, {out / 'report.html'}", markup=False)


@app.command()
def explain(
    wanted: Annotated[
        str | None, typer.Argument(metavar="METRIC", help="A metric's name; all are listed without one.")
    ] = None,
) -> None:
    """Explain how a figure of the report is defined and where its formula comes from."""
    if wanted is None:
        for each in metrics():
            typer.echo(f"{_label(each):28} {each.title}")
        return
    found = [each for each in metrics() if wanted in (each.name, _label(each))]
    if not found:
        near = ", ".join(_label(each) for each in metrics() if wanted.split(".")[-1] in each.name)
        hint = f" Did you mean {near}?" if near else " 'gitstrata explain' lists them."
        errors.print(f"There is no metric '{clean(wanted)}'.{hint}", markup=False)
        raise typer.Exit(2)
    typer.echo("\n\n".join(f"{_label(each)}\n\n{each.definition}" for each in found))


def _label(each: Metric) -> str:
    return f"{each.section}.{each.name}"


def _write(report: Report, out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "report.json").write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
        (out / "report.html").write_text(render(report), encoding="utf-8")
    except OSError as error:
        errors.print(f"Cannot write to {out}: {error.strerror}.", markup=False)
        raise typer.Exit(1) from error


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


@contextmanager
def _progress() -> Iterator[Callable[[Progress], None]]:
    """A bar on standard error while a terminal is there to see it."""
    if not errors.is_terminal:
        yield lambda _progress: None
        return
    columns = (TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with ProgressBar(*columns, console=errors, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def report(progress: Progress) -> None:
            if bar.tasks[0].description != progress.phase:
                bar.reset(task, description=progress.phase)
            bar.update(task, completed=progress.done, total=progress.total)

        yield report


if __name__ == "__main__":
    app()
