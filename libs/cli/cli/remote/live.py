"""An analysis as it goes on: a bar for people, lines where there is no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as ProgressBar

from cli.bar import left
from cli.remote.sse import Event
from reports.text import clean

_SAID = {
    "JobSubmitted": "accepted",
    "JobRequested": "waits for an analyzer",
    "JobStarted": "started",
    "JobRetryScheduled": "will be tried again",
    "JobCancelRequested": "is told to stop",
}


@contextmanager
def shown(console: Console, name: str) -> Iterator[Callable[[Event], None]]:
    """Shows the events of the analysis of `name` on `console`."""
    if not console.is_terminal:
        yield _lines(console, name)
        return
    columns = (
        TextColumn("{task.description:32}", markup=False),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[left]}"),
    )
    with ProgressBar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(f"{name}: waits", total=None, left="")

        def tell(event: Event) -> None:
            progress = event.data.get("progress")
            if progress is not None:
                bar.update(
                    task,
                    description=f"{name}: {clean(progress['phase'])}",
                    completed=progress["percent"],
                    total=100,
                    left="" if progress["eta_seconds"] is None else left(progress["eta_seconds"]),
                )
            elif event.kind == "section":
                bar.console.print(
                    _line(name, f"section {event.data['data'].get('section')} is ready"), style="dim", markup=False
                )
            elif event.kind == "state" and event.data["type"] in _SAID:
                bar.update(task, description=f"{name}: {_SAID[event.data['type']]}")

        yield tell


def _lines(console: Console, name: str) -> Callable[[Event], None]:
    """A line for each change, and for each phase once."""
    phase = ""

    def tell(event: Event) -> None:
        nonlocal phase
        said = ""
        if event.kind == "progress":
            progress: dict[str, Any] | None = event.data.get("progress")
            if progress is not None and progress["phase"] != phase:
                phase = progress["phase"]
                said = f"{phase}, {progress['percent']:.0f} %"
        elif event.kind == "section":
            said = f"section {event.data['data'].get('section')} is ready"
        elif event.kind == "state":
            said = _SAID.get(event.data["type"], "")
        if said:
            console.print(_line(name, said), markup=False)

    return tell


def _line(name: str, said: str) -> str:
    return clean(f"{name}: {said}")
