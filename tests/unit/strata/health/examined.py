"""Health of files in a dictionary."""

from __future__ import annotations

from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.stack.health.checks import Health, health
from strata.stack.imports import imports
from strata.stack.inventory import HeadFile
from strata.stack.language import detect


def examined(files: dict[str, str]) -> Health:
    """What is found in a commit with these files."""
    return health(read_dependencies(MemoryFiles(files)), [_file(path, text.encode()) for path, text in files.items()])


def _file(path: str, text: bytes) -> HeadFile:
    language = detect(path, text)
    return HeadFile(
        path.encode(),
        "",
        len(text),
        text=True,
        lines=text.count(b"\n"),
        language=language,
        counted=False,
        exclusion=None,
        imports=imports(path.rpartition("/")[2], text, language),
    )
