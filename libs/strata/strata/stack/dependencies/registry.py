"""Which files are manifests or lock files, and who reads them. A reader is loaded when a file needs it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from strata.stack.dependencies.model import Manifest, Warning
from strata.stack.dependencies.reading.text import Source, Unreadable

Parser = Callable[[Source], Manifest]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file: those of the `names`, or whose whole path the `pattern` is found in."""

    reader: str
    names: tuple[str, ...] = ()
    pattern: str | None = None


FORMATS: tuple[Format, ...] = (
    Format("python_projects:parse_pyproject", ("pyproject.toml",)),
    Format("python_projects:parse_setup_cfg", ("setup.cfg",)),
    Format("python_projects:parse_setup_py", ("setup.py",)),
    Format("python_projects:parse_pipfile", ("Pipfile",)),
    Format("python_locks:parse_pipfile_lock", ("Pipfile.lock",)),
    Format("python_locks:parse_python_lock", ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml")),
    Format("python_locks:parse_python_lock", pattern=r"(?:^|/)pylock\.[^/]+\.toml$"),
    Format(
        "python_requirements:parse_requirements",
        pattern=r"(?:^|/)(?:[^/]*requirements?[^/]*\.(?:txt|in|pip)|requirements/(?:[^/]+/)?[^/]+\.(?:txt|in|pip)|constraints[^/]*\.txt)$",
    ),
)


@cache
def _by_name() -> dict[str, Format]:
    return {name: each for each in FORMATS for name in each.names}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Format], ...]:
    return tuple((re.compile(each.pattern), each) for each in FORMATS if each.pattern)


def format_of(path: str) -> Format | None:
    """The format of the file at `path`, None if it is no manifest."""
    found = _by_name().get(path.rpartition("/")[2])
    return found or next((each for pattern, each in _patterns() if pattern.search(path)), None)


@cache
def parser(reader: str) -> Parser:
    """The function that reads a format."""
    module, _, function = reader.partition(":")
    found: Parser = getattr(importlib.import_module(f"strata.stack.dependencies.parsers.{module}"), function)
    return found


def parse(path: str, content: bytes, known: Format | None = None) -> Manifest:
    """What the file at `path` says, and as a warning why it says nothing. Raises nothing for any content."""
    chosen = known or format_of(path)
    assert chosen is not None  # noqa: S101 - asked of manifests only
    try:
        return parser(chosen.reader)(Source(path, content))
    except Unreadable as error:
        return Manifest("generic", warnings=(Warning(path, error.code, str(error), error.line),))
    except Exception as error:  # noqa: BLE001 - whatever a stranger wrote must not end the analysis
        message = f"It could not be read: {type(error).__name__}."
        return Manifest("generic", warnings=(Warning(path, "unreadable", message),))
