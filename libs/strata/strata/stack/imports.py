"""Which packages a source file names: what it imports, and what configuration of JavaScript's tools mentions.

Found by the form of the text, without a parser: a line of a string or a comment that looks like an import is taken for
one. So that something is imported nowhere is sure where this finds nothing; the other way round it is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from strata.stack.modules import by_distribution

MOST = 500  # names of one file
LONGEST = 200  # bytes of a name
CONFIGURATION_BYTES = 64 << 10

PYTHON = re.compile(rb'[ \t>"]*(?:from[ \t]+([A-Za-z_]\w*)[\w.]*[ \t]+import\b|import[ \t]+([A-Za-z_][^\n;#]*))')
PYTHON_WORD = re.compile(rb"""["']([A-Za-z_]\w*)[."':]""")
BY_NAME = (b"INSTALLED_APPS", b"BACKEND", b"MIDDLEWARE", b"import_module", b"import_string", b"__import__", b"plugins")
WRITTEN = rb"""[ \t\n]*\(?[ \t\n]*(?:url\()?["'`]~?([^"'`\n\\\0]{1,200})["'`]"""
# each begins with a literal, for which the search is much faster than for a choice
SCRIPT = tuple(
    re.compile(begin + WRITTEN)
    for begin in (
        rb"from",
        rb"import",
        rb"require(?:\.resolve)?",
        rb"@(?:use|forward|plugin|config)",
        rb"reference types=",
    )
)
QUOTED = re.compile(rb"""["'`]((?:@[\w.-]{1,100}/)?[\w.-]{1,100})(?:/[\w./-]{0,200})?["'`]""")
CONFIGURATION = re.compile(
    r"[.-]config\.\w+$|^\.[\w-]+rc(?:\.\w+)?$|^(?:[jt]sconfig[\w.-]*|angular|nx|app|project)\.json$"
)
GO_BODY = re.compile(rb"^(?:func|type|var|const)\b", re.MULTILINE)
GO = re.compile(rb'"([\w.-]+\.[\w.-]+/[^"\n\\]{1,200})"')
RUST = re.compile(rb"([A-Za-z_]\w*)[ \t\n]*::|\b(?:use|crate)[ \t]+(?:r#)?([A-Za-z_]\w*)|([A-Za-z_]\w*)[ \t]+as[ \t]")

SCRIPTS = (
    *("JavaScript", "TypeScript", "TSX", "JSX", "Vue", "Svelte", "Astro", "HTML", "MDX", "CoffeeScript", "EJS", "Pug"),
    *("CSS", "SCSS", "Sass", "Less", "PostCSS", "Stylus", "Handlebars", "Markdown"),
)
FAMILIES: dict[str, str] = {
    "Python": "pypi",
    "Cython": "pypi",
    "Jupyter Notebook": "pypi",
    "Go": "golang",
    "Rust": "cargo",
    **dict.fromkeys(SCRIPTS, "npm"),
}
"""The ecosystem whose packages a file in a language may import."""


def imports(name: str, text: bytes, language: str | None) -> tuple[str, ...]:
    """The names of packages or modules in the file called `name`, sorted: as each ecosystem's code writes them.

    Python's top-level modules, JavaScript's packages, Go's import paths, Rust's crates. At most 500 of a file.
    """
    if name == "package.json":
        return _bounded(_of_scripts(text))
    read = READERS.get(FAMILIES.get(language or "", ""))
    names = list(read(text)) if read else []
    if len(text) <= CONFIGURATION_BYTES and CONFIGURATION.search(name):
        names += [found[1] for found in QUOTED.finditer(text)]
    return _bounded(names) if names else ()


def _bounded(names: Iterable[bytes]) -> tuple[str, ...]:
    kept = {name.decode("utf-8", "replace") for name in names if 0 < len(name) <= LONGEST}
    return tuple(sorted(kept)[:MOST])


def _python(text: bytes) -> Iterator[bytes]:
    for line in _lines(text, b"import"):
        if found := PYTHON.match(line):
            if found[1]:
                yield found[1]
            else:
                for part in found[2][: LONGEST * 20].split(b","):
                    yield re.split(rb"[. \t\\\"]", part.strip(), maxsplit=1)[0].strip()
    if any(word in text for word in BY_NAME):  # settings name modules, too
        modules = _modules()
        for found in PYTHON_WORD.finditer(text):
            if found[1] in modules:
                yield found[1]


def _lines(text: bytes, word: bytes) -> Iterator[bytes]:
    """The lines that have a word."""
    at = text.find(word)
    while at >= 0:
        end = text.find(b"\n", at)
        end = len(text) if end < 0 else end
        yield text[text.rfind(b"\n", 0, at) + 1 : end]
        at = text.find(word, end)


@cache
def _modules() -> frozenset[bytes]:
    return frozenset(module.encode() for modules in by_distribution().values() for module in modules)


def _script(text: bytes) -> Iterator[bytes]:
    for pattern in SCRIPT:
        for found in pattern.finditer(text):
            for each in found[1].split(b"!"):  # loaders that webpack chains
                yield from _package(each)


def _package(written: bytes) -> Iterator[bytes]:
    parts = written.split(b"?")[0].split(b"/")
    name = b"/".join(parts[:2]) if written.startswith(b"@") else parts[0]
    if name and not name.startswith(b".") and not written.startswith(b"@/"):
        yield name


def _of_scripts(text: bytes) -> Iterator[bytes]:
    """What a package.json names, but for its lists of dependencies: words of commands, presets, plugins."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return
    waiting = [value for key, value in document.items() if "ependenc" not in key] if isinstance(document, dict) else []
    while waiting:
        each = waiting.pop()
        if isinstance(each, dict):
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each
        elif isinstance(each, str):
            for word in re.split(r"[\s=:;&|\"']+", each[:2_000]):
                yield from _package(word.encode("utf-8", "replace"))


def _go(text: bytes) -> Iterator[bytes]:
    body = GO_BODY.search(text)
    for found in GO.finditer(text, 0, body.start() if body else len(text)):
        yield found[1]


def _rust(text: bytes) -> Iterator[bytes]:
    for found in RUST.finditer(text):
        yield found[1] or found[2] or found[3]


READERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "pypi": _python,
    "npm": _script,
    "golang": _go,
    "cargo": _rust,
}
