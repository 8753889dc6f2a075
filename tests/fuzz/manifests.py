"""One reader of manifests under atheris: whatever a stranger wrote, it ends soon and raises nothing but Unreadable.

    python -m tests.fuzz.manifests READER PATH [libFuzzer's options]

The readers are called without the net below them (`registry.parse` turns any error into a warning), so that an error
that nobody thought of is one here.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["strata.stack.dependencies"]):
    from strata.stack.dependencies import detect, registry, remembered
    from strata.stack.dependencies.files import MemoryFiles
    from strata.stack.dependencies.reading.text import Source, Unreadable

READER, PATH = sys.argv[1:3]
CHOSEN = registry.Format(READER)
READ = registry.parser(READER)


def one(content: bytes) -> None:
    """Reads the bytes as a manifest, joins it with itself, and keeps it."""
    try:
        manifest = READ(Source(PATH, content))
    except Unreadable:
        return
    detect.resolve({PATH: manifest})
    detect.read_dependencies(MemoryFiles({PATH: content}))
    kept = remembered.unpack_manifests(remembered.pack_manifests({(PATH, "id", READER): _kept(manifest, content)}))
    if kept[PATH, "id", READER].manifest != manifest:
        raise AssertionError("what is kept is not what was read")


def _kept(manifest: remembered.Manifest, content: bytes) -> remembered.Remembered:
    return remembered.Remembered(len(content), manifest)


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[3:]], one)
    atheris.Fuzz()
