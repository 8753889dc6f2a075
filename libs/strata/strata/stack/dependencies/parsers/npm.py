"""package.json, the lock files of npm, Yarn, pnpm and Bun, and pnpm's workspace file."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.limits import WORD
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.reading.json_tree import read_json, read_loose_json
from strata.stack.dependencies.reading.table import Table, items, table, walk, word
from strata.stack.dependencies.reading.text import Source, Unreadable
from strata.stack.dependencies.reading.yaml_tree import read_yaml

SECTIONS: tuple[tuple[str, Scope], ...] = (
    ("dependencies", "runtime"),
    ("devDependencies", "dev"),
    ("optionalDependencies", "optional"),
    ("peerDependencies", "peer"),
)
EXACT = re.compile(r"[=v]?(\d+\.\d+\.\d+(?:[-+][\w.+-]+)?)$")
ELSEWHERE = re.compile(r"(?:git|github|gitlab|bitbucket|file|link|portal|patch|https?)[+:]|git@|[\w.-]+/[\w.-]+(?:#|$)")
OVERRIDDEN = re.compile(r"((?:@[\w.-]+/)?[\w.-]+)(?:@[^/>]*)?\Z")
PEERS = re.compile(r"[(_].*", re.DOTALL)
PNPM_FIVE = re.compile(r"/((?:@[^/]+/)?[^/@]+)/(\d[^_(/]*)")  # /name/1.2.3_peers
PNPM_SCOPES: dict[str, Scope] = {"true": "dev", "false": "runtime"}
YARN_ENTRY = re.compile(r"[^\s#].*:$")
YARN_FIELD = re.compile(r'  (version|resolved) "?([^"\n]+)"?')
YARN_NEEDED = re.compile(r'    "?(@?[^"@\s]+)"? "?([^"\n]+)"?')


def parse_package_json(source: Source) -> Manifest:
    """A package.json: its sections of dependencies, its workspaces and catalogs."""
    found, document = Gathering(source, "npm"), read_json(source)
    if not isinstance(document, Table):
        raise Unreadable("invalid-json", "This is not an object.")
    if word(document.get("name")) or word(document.get("version")):
        private = document.get("private") in (True, "true")
        found.own(word(document.get("name")), word(document.get("version")), _licence(document), private=private)
    optional_peers = {
        name for name, meta in table(document, "peerDependenciesMeta").items() if table(meta).get("optional") is True
    }
    for key, scope in SECTIONS:
        section = table(document, key)
        for name, asked in section.items():
            line = section.line(name)
            if not isinstance(asked, str):
                found.odd(f"{name}: {asked}", line)
            elif not (scope == "peer" and name in optional_peers):
                add_npm(found, name, asked, scope, line)
    _workspaces(found, document)
    for place in (document, table(document, "pnpm")):
        _overrides(found, place)
    return found.manifest()


def _workspaces(found: Gathering, document: Table) -> None:
    workspaces = document.get("workspaces")
    patterns = workspaces if isinstance(workspaces, list) else table(workspaces).get("packages")
    for pattern in items(patterns):
        if isinstance(pattern, str):
            found.refer(Reference("members", pattern, document.line("workspaces")))
    for place in (document, table(workspaces)):
        _catalogs(found, place)


def add_npm(found: Gathering, name: str, asked: str, scope: Scope, line: int | None) -> None:
    """One entry as package.json has it; `npm:other@1` is the other package."""
    asked, called = asked.strip(), name
    if asked.startswith("npm:"):
        alias, _, asked = asked[4:].rpartition("@")
        name = alias or asked
        asked = asked if alias else ""
    origin = asked if ELSEWHERE.match(asked) else None
    exact = EXACT.match(asked)
    found.add(name, asked, scope, line, version=exact[1] if exact else None, origin=origin, alias=called)


def _catalogs(found: Gathering, document: Table) -> None:
    named = {"default": document.get("catalog"), **table(document, "catalogs")}
    for catalog, entries in named.items():
        for name, asked in table(entries).items():
            if isinstance(asked, str):
                found.values[f"{catalog}/{name}"] = asked


def _overrides(found: Gathering, document: Table) -> None:
    """`resolutions` and `overrides`: the last name of `parent>child@1`, `parent/child` or `**/child`."""
    for key in ("resolutions", "overrides"):
        for each in walk(table(document, key)):
            found.overridden.update(last[1] for name in each if (last := OVERRIDDEN.search(name[-WORD:])))


def _licence(document: Table) -> str | None:
    licence = document.get("license")
    if isinstance(licence, dict):
        licence = licence.get("type")
    if licence is None:
        several = [word(each.get("type")) for each in items(document.get("licenses")) if isinstance(each, dict)]
        licence = " OR ".join(each for each in several if each) or None
    return word(licence)


def parse_package_lock(source: Source) -> Manifest:
    """package-lock.json and npm-shrinkwrap.json of lock file versions 1 to 3."""
    found, document = Gathering(source, "npm"), read_json(source)
    found.locks()
    if packages := table(document, "packages"):
        _packages(found, packages)
    else:
        _nested(found, document)
    return found.manifest()


def _packages(found: Gathering, packages: Table) -> None:
    users: dict[str, list[str]] = {}
    for place, entry in packages.items():
        if "node_modules/" in place or not isinstance(entry, dict):
            continue
        for key, _ in SECTIONS:
            for name in table(entry, key):
                if at := _looked_up(packages, place, name):
                    users.setdefault(at, []).append(place)
    for place, entry in packages.items():
        line, asked = packages.line(place), table(entry)
        _, inside, name = place.rpartition("node_modules/")
        if not inside:
            found.lock(word(asked.get("name")) or place or ".", word(asked.get("version")), line, own=True)
            continue
        if asked.get("extraneous") is True:  # npm's own word for what nothing asks for any more
            continue
        if asked.get("link") is True:
            target = word(asked.get("resolved")) or ""
            found.lock(name, None, line, users=users.get(place, ()), own=True, origin=target)
            continue
        needed = [each for key, _ in SECTIONS if key != "devDependencies" for each in table(asked, key)]
        found.lock(
            word(asked.get("name")) or name,
            word(asked.get("version")),
            line,
            scope=_flag(asked),
            users=users.get(place, ()),
            requires=needed,
            origin=_elsewhere(word(asked.get("resolved"))),
        )


def _looked_up(packages: Table, place: str, name: str) -> str | None:
    """Where Node finds `name` from `place`: in the nearest node_modules upwards."""
    for _ in range(40):
        at = f"{place}/node_modules/{name}" if place else f"node_modules/{name}"
        if at in packages:
            return at
        if not place:
            return None
        place = posixpath.dirname(place)
    return None


def _flag(entry: Table) -> Scope | None:
    if entry.get("dev") is True or entry.get("devOptional") is True:
        return "dev"
    if entry.get("peer") is True:
        return "peer"
    return "optional" if entry.get("optional") is True else "runtime"


def _elsewhere(address: str | None) -> str | None:
    return address if address and address.startswith(("git", "file:", "link:")) else None


def _nested(found: Gathering, document: Any) -> None:
    """The `dependencies` of versions 1: packages inside of packages."""
    waiting = [(table(document, "dependencies"), True)]
    while waiting:
        section, top = waiting.pop()
        for name, entry in section.items():
            asked = table(entry)
            if inner := table(asked, "dependencies"):
                waiting.append((inner, False))
            version = word(asked.get("version"))
            origin = None
            package = name
            if version and version.startswith("npm:"):
                package, _, version = version[4:].rpartition("@")
            elif version and ELSEWHERE.match(version):
                version, origin = None, version
            found.lock(
                package,
                version,
                section.line(name),
                scope=_flag(asked),
                users=("",) if top else (),
                requires=list(table(asked, "requires")),
                origin=origin,
            )


def parse_yarn_lock(source: Source) -> Manifest:
    """yarn.lock: Yarn 1 has a form of its own, later ones write YAML."""
    found = Gathering(source, "npm")
    found.locks()
    if re.search(r"^__metadata:", source.text, re.MULTILINE):
        _berry(found, source)
    else:
        _classic(found, source)
    return found.manifest()


def _specifier(text: str) -> tuple[str, str]:
    """`@scope/name@range` in two."""
    at = text.find("@", 1)
    return (text, "") if at < 0 else (text[:at], text[at + 1 :])


def _classic(found: Gathering, source: Source) -> None:
    """Entries begin at the margin with all that they answer; what they need is indented twice."""
    begun: list[tuple[int, str, list[str]]] = []
    for number, line in enumerate(source.lines, 1):
        if YARN_ENTRY.match(line):
            begun.append((number, line[:-1], []))
        elif line.startswith(" "):
            if begun:
                begun[-1][2].append(line)
        elif line and not line.startswith("#"):
            found.odd(line, number)
    for number, keys, lines in begun:
        pairs = [_specifier(key.strip().strip('"')) for key in keys.split(", ")]
        name, asked = pairs[0]
        if asked.startswith("npm:"):
            name = _specifier(asked[4:])[0]
        fields = {field[1]: field[2] for line in lines if (field := YARN_FIELD.match(line))}
        found.lock(
            name,
            fields.get("version"),
            number,
            answers=[each for _, each in pairs],
            requires=_yarn_needed(lines),
            origin=_elsewhere(fields.get("resolved")),
        )


def _yarn_needed(lines: list[str]) -> list[str]:
    needed: list[str] = []
    inside = False
    for line in lines:
        if not line.startswith("    "):
            inside = line.strip() in ("dependencies:", "optionalDependencies:")
        elif inside and (each := YARN_NEEDED.match(line)):
            needed.append(f"{each[1]} {each[2]}")
    return needed


def _berry(found: Gathering, source: Source) -> None:
    document = table((read_yaml(source) or [None])[0])
    for key, entry in document.items():
        if key == "__metadata":
            continue
        asked, line = table(entry), document.line(key)
        resolution = word(asked.get("resolution")) or key
        name, how = _specifier(resolution)
        pairs = [_specifier(each.strip()) for each in key.split(",")]
        own = how.startswith("workspace:")
        answers = [text for _, each in pairs for text in {each, each.removeprefix("npm:")}]
        needed = [
            f"{each} {range_}" if (range_ := word(value)) else each
            for section in ("dependencies", "optionalDependencies")
            for each, value in table(asked, section).items()
        ]
        version = word(asked.get("version"))
        virtual = how.startswith(("virtual:", "patch:"))
        origin = None if own or virtual or how.startswith("npm:") else how
        place = how.removeprefix("workspace:") if own else origin
        found.lock(name, version, line, answers=answers, requires=[] if own else needed, own=own, origin=place)


def parse_pnpm_lock(source: Source) -> Manifest:
    """pnpm-lock.yaml of versions 5 to 9."""
    found = Gathering(source, "npm")
    found.locks()
    for document in read_yaml(source):
        _pnpm(found, table(document))
    return found.manifest()


def _pnpm(found: Gathering, document: Table) -> None:
    users, specifiers = _pnpm_users(found, document)
    packages = table(document, "packages")
    needed: dict[tuple[str, str], list[str]] = {}
    for key, entry in [*packages.items(), *table(document, "snapshots").items()]:
        for section in ("dependencies", "optionalDependencies"):
            for name, value in table(entry, section).items():
                if version := word(value):
                    needed.setdefault(_pnpm_key(key), []).append(" ".join(_pnpm_key(name, version)))
    for key, entry in packages.items():
        asked, named = table(entry), _pnpm_key(key)
        version = word(asked.get("version")) or named[1]
        scope: Scope | None = PNPM_SCOPES.get(word(asked.get("dev")) or "")
        found.lock(
            word(asked.get("name")) or named[0],
            version,
            packages.line(key),
            scope="optional" if asked.get("optional") == "true" else scope,
            users=users.get(named, ()),
            answers=specifiers.get(named, ()),
            requires=needed.get(named, ()),
            origin=version if ELSEWHERE.match(version) else None,
        )


Chosen = dict[tuple[str, str], list[str]]


def _pnpm_users(found: Gathering, document: Table) -> tuple[Chosen, Chosen]:
    """For each package the folders that ask for it, and how they put it."""
    importers = table(document, "importers") or Table({".": document})
    users: Chosen = {}
    specifiers: Chosen = {}
    for folder, importer in importers.items():
        place = "" if folder == "." else folder
        written = table(importer, "specifiers")  # of versions 5
        for key, _ in SECTIONS:
            for name, entry in table(importer, key).items():
                version = word(entry) or word(table(entry).get("version"))
                asked = word(table(entry).get("specifier")) or word(written.get(name)) or ""
                if not version:
                    continue
                if version.startswith("link:"):
                    found.lock(name, None, None, users=[place], own=True, origin=version)
                    continue
                package = _pnpm_key(name, version)
                users.setdefault(package, []).append(place)
                specifiers.setdefault(package, []).append(
                    asked.rpartition("@")[2] if asked.startswith("npm:") else asked
                )
    return users, specifiers


def _pnpm_key(name: str, version: str | None = None) -> tuple[str, str]:
    """(name, version) of a package's key, or of a name and what stands for its version in a list."""
    if version is not None:
        if version.startswith("/") or ("@" in version[1:] and not ELSEWHERE.match(version)):
            return _pnpm_key(version)  # an alias: the version names another package
        return name, PEERS.sub("", version) if not ELSEWHERE.match(version) else version.partition("(")[0]
    if five := PNPM_FIVE.match(name):
        return five[1], five[2]
    key = name.partition("(")[0].lstrip("/")
    at = key.find("@", 1)
    if at > 0:
        rest = key[at + 1 :]
        return key[:at], rest if ELSEWHERE.match(rest) else rest.partition("_")[0]
    return key, ""


def parse_pnpm_workspace(source: Source) -> Manifest:
    """pnpm-workspace.yaml: which folders belong together, and the catalogs."""
    found = Gathering(source, "npm")
    document = table((read_yaml(source) or [None])[0])
    members = items(document.get("packages"))
    for index, pattern in enumerate(members):
        if isinstance(pattern, str):
            found.refer(Reference("members", pattern, members.line(index)))
    _catalogs(found, document)
    _overrides(found, document)
    return found.manifest()


def parse_bun_lock(source: Source) -> Manifest:
    """bun.lock, the text one."""
    found, document = Gathering(source, "npm"), read_loose_json(source)
    found.locks()
    packages = table(document, "packages")
    users: dict[str, list[str]] = {}
    for folder, importer in table(document, "workspaces").items():
        owner = word(table(importer).get("name")) or ""
        for key, _ in SECTIONS:
            for name in table(importer, key):
                at = f"{owner}/{name}"
                users.setdefault(at if at in packages else name, []).append(folder)
    for key, entry in packages.items():
        line = packages.line(key)
        parts = items(entry)
        name, version = _specifier(word(parts[0]) or "") if parts else ("", "")
        if not name:
            found.odd(key, line)
            continue
        detail = next((each for each in parts[1:] if isinstance(each, dict)), None)
        needed = [each for section in ("dependencies", "optionalDependencies") for each in table(detail, section)]
        own = version.startswith("workspace:")
        origin = version if ELSEWHERE.match(version) and not own else None
        place = version.removeprefix("workspace:") if own else origin
        found.lock(name, version, line, users=users.get(key, ()), requires=needed, own=own, origin=place)
    return found.manifest()
