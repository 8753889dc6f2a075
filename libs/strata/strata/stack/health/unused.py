"""Direct dependencies that no source file imports, where that can be known."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from strata.stack.dependencies.detect import counts
from strata.stack.dependencies.model import Dependency
from strata.stack.health.model import Finding
from strata.stack.imports import FAMILIES
from strata.stack.inventory import HeadFile
from strata.stack.modules import by_distribution

IMPORTED = ("pypi", "npm", "golang", "cargo")
MEANT = frozenset({"runtime", "optional"})  # what is for building and testing is run, mostly, and not imported
NOT_IMPORTED_BY_NAME = re.compile(
    r"@types/|@fontsource|@iconify-json/|react-native-|expo(?:-|$)|serverless|gatsby-|@nuxt/|graphql$|@babel/runtime|@swc/helpers$|tslib$|core-js|regenerator-runtime|source-map-support$|typescript$"
    r"|react(?:-dom|-native)?$|next$|nuxt$|vite$|webpack|rollup|esbuild|postcss|autoprefixer|tailwindcss|sass$|less$"
    r"|(?:.*/)?(?:eslint|stylelint|prettier|babel)|.*(?:-|/)(?:cli|plugin|preset|loader|types|icons|css|polyfill)(?:-|$)|.*plugin"
    r"|pg$|mysql2?$|sqlite3$|better-sqlite3$|tedious$|sharp$|pino-|ts-node$|tsx$|nodemon$|pm2$|serve$|cross-env$"
    r"|bootstrap$|bulma$|normalize\.css$|font-awesome|@fortawesome/"
)
"""Packages of npm that compilers, frameworks and commands use without a line of code that names them."""
LINKED = re.compile(r".*-(?:sys|src|macros?|derive)$|.*(?:alloc|openssl|getrandom).*")
"""Crates that are there to be linked, or for a feature."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many direct dependencies of an ecosystem are imported, imported nowhere, or neither for certain."""

    ecosystem: str
    imported: int
    not_imported: int
    unknown: int


def unused(found: Sequence[Dependency], files: Sequence[HeadFile]) -> tuple[list[Finding], list[Checked]]:
    """Of the direct dependencies that are there to be imported: the package of each manifest once."""
    names = _imported(files)
    findings: list[Finding] = []
    answers: dict[str, Counter[bool | None]] = defaultdict(Counter)
    seen: set[tuple[str, str, str]] = set()
    loose = {each.evidence[0].path for each in found if each.ecosystem == "pypi" and not each.pinned}
    for each in found:
        path = each.evidence[0].path
        key = (each.ecosystem, each.name, path)
        if not each.direct or each.scope not in MEANT or each.ecosystem not in IMPORTED or key in seen:
            continue
        seen.add(key)
        folder = "" if each.ecosystem == "pypi" else path.rpartition("/")[0]  # lists of Python's lie anywhere
        answer = _is_imported(each, names[each.ecosystem].get(folder))
        if answer is False and path.endswith(".txt") and path not in loose:
            answer = None  # nothing but exact versions: compiled, with all that others need
        answers[each.ecosystem][answer] += 1
        if answer is False:
            message = f"{path} asks for {each.name}, and no source file {'below it ' if folder else ''}imports it."
            findings.append(
                Finding(
                    "not-imported", each.ecosystem, path.rpartition("/")[0], each.name, (), each.evidence[:1], message
                )
            )
    checked = [Checked(name, count[True], count[False], count[None]) for name, count in sorted(answers.items())]
    return findings, checked


def _imported(files: Sequence[HeadFile]) -> dict[str, dict[str, Set[str]]]:
    """For each ecosystem and each folder that has source of it somewhere below: all that this source names."""
    found: dict[str, dict[str, set[str]]] = {name: {} for name in IMPORTED}
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    for file in files:
        if not file.text or not counts(file.shown):  # Linguist calls folders vendored that may be own work
            continue
        folder = file.shown.rpartition("/")[0]
        ecosystem = FAMILIES.get(file.language or "")
        if ecosystem:
            for place in _upwards(folder):
                found[ecosystem].setdefault(place, set())
        if file.imports:
            for name in {ecosystem or "npm", "npm"}:  # whatever else has names is configuration
                own[name, folder].update(file.imports)
    for (ecosystem, folder), names in own.items():
        for place in _upwards(folder):
            if place in found[ecosystem]:
                found[ecosystem][place] |= names
    return {ecosystem: dict(places) for ecosystem, places in found.items()}


def _upwards(folder: str) -> Iterator[str]:
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]
    yield ""


def _is_imported(each: Dependency, names: Set[str] | None) -> bool | None:
    """None: not known. `names` is None where there is no source that could import it."""
    if not names:
        return None
    called = each.alias or each.name
    if each.ecosystem == "pypi":
        modules = by_distribution().get(each.name)
        if modules is None:
            return True if each.name.replace("-", "_") in names else None
        return any(module in names for module in modules)
    if each.ecosystem == "golang":
        return any(name == called or name.startswith(called + "/") for name in names)
    if each.ecosystem == "cargo":
        return called.replace("-", "_") in names or (None if LINKED.match(called) else False)
    return called in names or (None if NOT_IMPORTED_BY_NAME.match(called) else False)
