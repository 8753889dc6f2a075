"""One coloured stream of all parts' log lines, and a file for each."""

from __future__ import annotations

from collections import defaultdict, deque
from pathlib import Path
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

_COLOURS = ("cyan", "green", "magenta", "yellow", "blue", "bright_red", "bright_cyan", "bright_green", "bright_magenta")
_REMEMBERED = 12
_WIDTH = 12
# What the servers say as a matter of course goes to their files only.
_ROUTINE = (
    b" [INF] ",
    b"LOG:  ",
    # true, and the file that holds them is its owner's only
    b"Plaintext passwords detected",
)


class LogStream:
    """Takes lines from every part; shows them unless `quiet` or routine, and appends them to `<folder>/<name>.log`.

    The files of an earlier run are kept beside as `<name>.log.before`.
    """

    def __init__(self, folder: Path, console: Console, *, quiet: bool = False) -> None:
        self._folder = folder
        self._console = console
        self._quiet = quiet
        self._files: dict[str, BinaryIO] = {}
        self._colours: dict[str, str] = {}
        self._last: defaultdict[str, deque[str]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, name: str, line: bytes) -> None:
        """One line of a part, without its line break."""
        file = self._file(name)
        file.write(line + b"\n")
        file.flush()
        text = line.decode("utf-8", "replace")
        self._last[name].append(text)
        if not self._quiet and not any(mark in line for mark in _ROUTINE):
            self._show(name, text)

    def say(self, message: str, *, part: str = "stack") -> None:
        """A line of the supervisor itself, shown even when quiet."""
        self._show(part, message)

    def last_lines(self, name: str) -> list[str]:
        """The last lines that a part wrote."""
        return list(self._last[name])

    def forget(self, name: str) -> None:
        """A part starts anew: what it wrote before says nothing about it any more."""
        self._last[name].clear()

    def close(self) -> None:
        """Close all files."""
        for file in self._files.values():
            file.close()

    def _show(self, name: str, text: str) -> None:
        colour = "bold" if name == "stack" else self._colour(name)
        prefix = Text(f"{name:<{_WIDTH}}│ ", style=colour)
        # The services' own colours, if any, are kept; nothing in a line is taken as markup.
        self._console.print(prefix + Text.from_ansi(text), soft_wrap=True, highlight=False)

    def _colour(self, name: str) -> str:
        return self._colours.setdefault(name, _COLOURS[len(self._colours) % len(_COLOURS)])

    def _file(self, name: str) -> BinaryIO:
        if name not in self._files:
            path = self._folder / f"{name}.log"
            if path.exists():
                path.replace(path.with_suffix(".log.before"))
            self._files[name] = path.open("ab")
        return self._files[name]
