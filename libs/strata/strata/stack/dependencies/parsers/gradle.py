"""Gradle's build files in Groovy and Kotlin, read without being run; version catalogs and lock files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.code import Token, blocks, closing, statements, tokens
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.toml_tree import Toml

COORDINATES = re.compile(r"([\w.${}-]+):([\w.${}-]+)(?::([^:@]+))?(?::[^@]*)?(?:@\w+)?$")
VARIABLE = re.compile(r"\$\{?(?:project\.|rootProject\.)?(?:ext\.)?(?:property\([\"'])?([\w.]+)(?:[\"']\))?\}?")
CONFIGURATION = re.compile(
    r"(?:\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[cC]ompile|[rR]untime|[aA]nnotationProcessor"
    r"|[cC]lasspath|[kK]sp|[kK]apt|[dD]esugaring|[pP]rovided|[dD]evelopmentOnly|[mM]odImplementation|LintChecks"
    r"|lintPublish|lintChecks|baselineProfile|detektPlugins|minecraft|checkstyle|jacocoAgent|errorprone\w*))$"
)
WRAPPERS = frozenset({"platform", "enforcedPlatform", "testFixtures", "dependencies"})
NOT_CATALOGS = frozenset(
    {
        "project",
        "projects",
        "files",
        "fileTree",
        "gradleApi",
        "localGroovy",
        "gradleTestKit",
        "kotlin",
        "npm",
        "compose",
    }
)
"""What else stands where an accessor may: the repository's own projects, files, and what comes with a tool."""
PLUGIN_SUFFIX = ".gradle.plugin"


def scope_of(configuration: str) -> Scope:
    """What a configuration is for."""
    low = configuration.lower()
    if "test" in low:
        return "test"
    if any(
        part in low
        for part in (
            "compileonly",
            "processor",
            "kapt",
            "ksp",
            "classpath",
            "lint",
            "detekt",
            "provided",
            "errorprone",
            "checkstyle",
            "desugaring",
        )
    ):
        return "build"
    return "dev" if low.startswith(("debug", "developmentonly", "baselineprofile")) else "runtime"


def parse_gradle(source: Source) -> Manifest:
    """build.gradle, settings.gradle and their Kotlin forms: literal coordinates, and references to a catalog."""
    found = Gathering(source, "maven")
    words = tokens(source.text, "slashes")
    found.values.update(_variables(words))
    for start, end in blocks(words, "dependencies"):
        for statement in statements(words[start:end]):
            _statement(found, statement)
    for start, end in blocks(words, "plugins"):
        for statement in statements(words[start:end]):
            _plugin(found, statement)
    return found.manifest()


def _variables(words: Sequence[Token]) -> dict[str, str]:
    """Names that are given a literal in the file: `def x = "1"`, `val x = "1"`, `ext.x = "1"`, `set("x", "1")`."""
    named: dict[str, str] = {}
    for at in range(len(words) - 2):
        first, second, third = words[at : at + 3]
        if (first.kind == "word" and second.kind == "mark" and second.text in ("=", ":")) or (
            first.kind == "text" and second.text == "," and at > 1 and words[at - 2].text in ("set", "extra")
        ):
            name, value = first.text, third
        elif first.kind == "word" and (second.text, third.text) == ("by", "extra") and at + 4 < len(words):
            name, value = first.text, words[at + 4]
        else:
            continue
        if value.fixed:
            named[name] = value.text
    return named


def _statement(found: Gathering, statement: Sequence[Token]) -> None:
    """`configuration coordinates { … }`, the coordinates in brackets or not."""
    first = statement[0]
    if first.kind == "mark" or len(statement) < 2 or not CONFIGURATION.match(first.text):
        return
    if first.kind == "text" and statement[1].text != "(":  # "api"("g:a:1") in Kotlin
        return
    scope, line = scope_of(first.text), first.line
    brace = next((at for at, each in enumerate(statement) if at and each.kind == "mark" and each.text == "{"), None)
    inside, block = statement[1:brace], statement[brace:] if brace else ()
    named = _map_notation(inside)
    texts = [each for each in inside if each.kind == "text"]
    known = [each for each in texts if COORDINATES.match(each.text)]
    path = _accessor(inside)
    if named:
        _coordinates(found, named, scope, line)
    elif known:
        rich = _rich_version(block)
        for each in known:
            _coordinates(
                found, f"{each.text}:{rich}" if rich and each.text.count(":") == 1 else each.text, scope, each.line
            )
    elif path and path.partition(".")[0] not in NOT_CATALOGS:
        found.add(f"catalog:{path}", None, scope, line)
    elif texts and any(each.text == "kotlin" for each in inside):
        name = f"org.jetbrains.kotlin:kotlin-{texts[0].text}"
        _coordinates(found, f"{name}:{texts[1].text}" if len(texts) > 1 else name, scope, line)
    elif not any(each.text in NOT_CATALOGS for each in inside):
        found.warn("not-static", "A dependency is made by a program, which is not run.", line)


def _map_notation(inside: Sequence[Token]) -> str | None:
    """`group: "g", name: "a", version: "1"` as `g:a:1`."""
    given: dict[str, str] = {}
    for at in range(len(inside) - 2):
        key, mark, value = inside[at : at + 3]
        if key.kind == "word" and mark.text in (":", "=") and mark.kind == "mark":
            given[key.text] = value.text if value.kind == "text" else f"${value.text}"
    if "group" in given and "name" in given:
        return ":".join(given[key] for key in ("group", "name", "version") if key in given)
    return None


def _rich_version(block: Sequence[Token]) -> str | None:
    for at in range(len(block) - 2):
        if block[at].text in ("strictly", "require", "prefer"):
            return next((each.text for each in block[at + 1 : at + 3] if each.fixed), None)
    return None


def _coordinates(found: Gathering, text: str, scope: Scope, line: int) -> None:
    parts = COORDINATES.match(text)
    if not parts:
        found.odd(text, line)
        return
    group, artifact, version = (_filled(found, part, line) for part in parts.groups())
    if group and artifact:
        found.add(f"{group}:{artifact}", version, scope, line, version=exact(version))


def _filled(found: Gathering, text: str | None, line: int) -> str | None:
    if text is None or "$" not in text:
        return text
    filled = VARIABLE.sub(lambda each: found.values.get(each[1].rpartition(".")[2], each[0]), text)
    if "$" in filled:
        found.warn("unresolved-expression", "A version is an expression that is not known without running it.", line)
    return filled


def exact(version: str | None) -> str | None:
    """A version that is no range and no placeholder."""
    if not version or any(sign in version for sign in "[](),+$ ") or version.startswith("latest"):
        return None
    return version.removesuffix("!!")


def _accessor(inside: Sequence[Token]) -> str | None:
    """`libs.a.b` as it stands in brackets, be it as a platform."""
    path: list[str] = []
    for token in inside:
        if token.kind == "word":
            if token.text not in WRAPPERS:
                path.append(token.text)
        elif token.text in (")", ",") and path:
            break
        elif token.text not in (".", "(", ")"):
            return None
    if len(path) > 1 and path[-1] == "get":
        path.pop()
    return ".".join(path) if len(path) > 1 else None


def _plugin(found: Gathering, statement: Sequence[Token]) -> None:
    line = statement[0].line
    text = next((each.text for each in statement if each.kind == "text"), None)
    at = next((i for i, each in enumerate(statement) if each.text == "version" and each.kind == "word"), None)
    version = None
    if at is not None:
        token = next((each for each in statement[at + 1 : at + 3] if each.kind in ("text", "word")), None)
        if token is not None:
            version = _filled(found, token.text if token.kind == "text" else f"${token.text}", line)
    if statement[0].text == "id" and text:
        if version or "." in text:
            found.add(f"{text}:{text}{PLUGIN_SUFFIX}", version, "build", line, version=exact(version))
    elif statement[0].text == "kotlin" and text:
        name = f"org.jetbrains.kotlin.{text}"
        found.add(f"{name}:{name}{PLUGIN_SUFFIX}", version, "build", line, version=exact(version))
    elif statement[0].text == "alias":
        close = closing(statement, 1)
        if path := _accessor(statement[1 : close + 1]):
            found.add(f"catalog:{path}", None, "build", line)


def parse_catalog(source: Source) -> Manifest:
    """A version catalog: `values` has what each accessor means; `users` of it are build files."""
    found, toml = Gathering(source, "maven"), Toml(source)
    versions = table(toml.document, "versions")
    for alias, entry in table(toml.document, "libraries").items():
        name, version = _library(entry, versions)
        if name:
            line = toml.line("libraries", alias)
            found.values[_key(alias)] = f"{name}\t{version or ''}\t{line or ''}"
    for alias, entry in table(toml.document, "plugins").items():
        identity, _, version = (word(entry) or "").partition(":")
        identity = identity or word(table(entry).get("id")) or ""
        version = version or _version(table(entry).get("version"), versions) or ""
        line = toml.line("plugins", alias)
        if identity:
            found.values[f"plugins.{_key(alias)}"] = f"{identity}:{identity}{PLUGIN_SUFFIX}\t{version}\t{line or ''}"
    for alias, members in table(toml.document, "bundles").items():
        found.values[f"bundles.{_key(alias)}"] = " ".join(
            _key(each) for each in items(members) if isinstance(each, str)
        )
    return found.manifest()


def _key(alias: str) -> str:
    return re.sub(r"[-_.]", ".", alias)


def _library(entry: Any, versions: dict[str, Any]) -> tuple[str | None, str | None]:
    if isinstance(entry, str):
        group, _, rest = entry.partition(":")
        artifact, _, version = rest.partition(":")
        return (f"{group}:{artifact}", version or None) if artifact else (None, None)
    asked = table(entry)
    name = word(asked.get("module"))
    if name is None and word(asked.get("group")) and word(asked.get("name")):
        name = f"{asked['group']}:{asked['name']}"
    return name, _version(asked.get("version"), versions)


def _version(asked: Any, versions: dict[str, Any]) -> str | None:
    if isinstance(asked, dict) and "ref" in asked:
        asked = versions.get(asked["ref"]) if isinstance(asked["ref"], str) else None
    if isinstance(asked, dict):
        return next((word(asked[key]) for key in ("strictly", "require", "prefer") if word(asked.get(key))), None)
    return word(asked)


def parse_gradle_lock(source: Source) -> Manifest:
    """gradle.lockfile and buildscript-gradle.lockfile."""
    found = Gathering(source, "maven")
    found.locks()
    for number, line in enumerate(source.lines, 1):
        text = line.strip()
        if not text or text.startswith(("#", "empty=")):
            continue
        coordinates, _, configurations = text.partition("=")
        parts = coordinates.split(":")
        if len(parts) != 3:
            found.odd(text, number)
            continue
        scopes = {scope_of(each) for each in configurations.split(",") if each}
        scope: Scope = (
            "runtime" if "runtime" in scopes or not scopes else min(scopes, key=["build", "dev", "test"].index)
        )
        if "buildscript" in source.name:
            scope = "build"
        found.lock(":".join(parts[:2]), parts[2], number, scope=scope)
    return found.manifest()
