"""pyproject.toml in all its dialects (PEP 621, PEP 735, Poetry, PDM, Hatch, uv), setup.cfg, setup.py and Pipfile."""

from __future__ import annotations

import ast
import configparser
import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.limits import PROGRAM_CHARACTERS
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.parsers.python_requirements import add_requirement
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source, Unreadable
from strata.stack.dependencies.reading.toml_tree import Toml

EXACT = re.compile(r"(?:={2,3}[ \t]*)?(\d[\w.+!-]*)$")
LISTS: tuple[tuple[tuple[str, ...], Scope], ...] = (
    (("project", "dependencies"), "runtime"),
    (("tool", "uv", "dev-dependencies"), "dev"),
    (("build-system", "requires"), "build"),
)
GROUPS: tuple[tuple[tuple[str, ...], Scope], ...] = (
    (("project", "optional-dependencies"), "optional"),
    (("dependency-groups",), "dev"),
    (("tool", "pdm", "dev-dependencies"), "dev"),
)
SETUP_LISTS: tuple[tuple[str, Scope], ...] = (
    ("install_requires", "runtime"),
    ("setup_requires", "build"),
    ("tests_require", "test"),
)


def parse_pyproject(source: Source) -> Manifest:
    """All that a pyproject.toml declares."""
    found, toml = Gathering(source, "pypi"), Toml(source)
    document = toml.document
    project, poetry = table(document, "project"), table(document, "tool", "poetry")
    if project or poetry:
        name = word(project.get("name")) or word(poetry.get("name"))
        version = word(project.get("version")) or word(poetry.get("version"))
        licence = _licence(project.get("license")) or _licence(poetry.get("license"))
        found.own(name, version, licence, private=_is_private(document))
    for path, scope in LISTS:
        _requirements(found, toml, path, scope)
    for path, otherwise in GROUPS:
        for group in table(document, *path):
            _requirements(found, toml, (*path, group), scope_by_name(group, otherwise))
    for name in table(document, "tool", "hatch", "envs"):
        for key in ("dependencies", "extra-dependencies"):
            _requirements(found, toml, ("tool", "hatch", "envs", name, key), scope_by_name(name, "dev"))
    _poetry(found, toml, poetry)
    for pattern in items(table(document, "tool", "uv", "workspace").get("members")):
        if isinstance(pattern, str):
            found.refer(Reference("members", pattern, toml.line("tool", "uv", "workspace", "members")))
    return found.manifest()


def _is_private(document: dict[str, Any]) -> bool:
    """Whether there is nothing to build: no build system, or a tool that is told so."""
    tool = table(document, "tool")
    if table(tool, "poetry").get("package-mode") is False or table(tool, "uv").get("package") is False:
        return True
    return "build-system" not in document and not table(tool, "poetry")


def _requirements(found: Gathering, toml: Toml, path: tuple[str, ...], scope: Scope) -> None:
    for each in items(table(toml.document, *path[:-1]).get(path[-1])):
        if isinstance(each, str):
            add_requirement(found, each, scope, toml.line(*path, text=each))
        elif not (isinstance(each, dict) and "include-group" in each):
            found.odd(each, toml.line(*path))


def _licence(value: Any) -> str | None:
    return word(value) or word(table(value).get("text"))


def _poetry(found: Gathering, toml: Toml, poetry: dict[str, Any]) -> None:
    at = ("tool", "poetry")
    _named(found, toml, poetry.get("dependencies"), "runtime", (*at, "dependencies"))
    _named(found, toml, poetry.get("dev-dependencies"), "dev", (*at, "dev-dependencies"))
    for group, each in table(poetry, "group").items():
        path = (*at, "group", group, "dependencies")
        _named(found, toml, table(each).get("dependencies"), scope_by_name(group, "dev"), path)


def _named(found: Gathering, toml: Toml, value: Any, scope: Scope, path: tuple[str, ...]) -> None:
    """Dependencies by name, as Poetry and Pipenv write them."""
    for name, asked in table(value).items():
        if name.lower() == "python":
            continue  # the interpreter
        line = toml.line(*path, name)
        for each in asked if isinstance(asked, list) else [asked]:
            range_, origin, level = word(each), None, scope
            if isinstance(each, dict):
                range_ = word(each.get("version"))
                origin = next((word(each[key]) for key in ("git", "path", "file", "url") if key in each), None)
                level = "optional" if each.get("optional") is True and scope == "runtime" else scope
            elif not isinstance(each, str):
                found.odd(f"{name} = {each}", line)
                continue
            pinned = EXACT.match(range_) if range_ else None
            found.add(name, range_, level, line, version=pinned[1] if pinned else None, origin=origin)


def parse_pipfile(source: Source) -> Manifest:
    """A Pipfile: `packages`, `dev-packages`, and groups of the user's own."""
    found, toml = Gathering(source, "pypi"), Toml(source)
    for group, value in toml.document.items():
        if group not in ("source", "requires", "scripts", "pipenv", "pipfile") and isinstance(value, dict):
            scope: Scope = "runtime" if group == "packages" else scope_by_name(group, "dev")
            _named(found, toml, value, scope, (group,))
    return found.manifest()


def parse_setup_cfg(source: Source) -> Manifest:
    """setup.cfg of setuptools."""
    found = Gathering(source, "pypi")
    config = configparser.RawConfigParser(strict=False)
    try:
        config.read_string(source.text)
    except configparser.Error as error:
        raise Unreadable("invalid-cfg", "This is not a configuration file.", getattr(error, "lineno", None)) from error
    if config.has_option("metadata", "name"):
        metadata = config["metadata"]
        found.own(metadata["name"], metadata.get("version"), metadata.get("license"))
    if config.has_section("options"):
        for key, scope in SETUP_LISTS:
            _cfg_list(found, key, config["options"].get(key) or "", scope)
    if config.has_section("options.extras_require"):
        for extra, value in config["options.extras_require"].items():
            _cfg_list(found, extra, value or "", scope_by_name(extra, "optional"))
    return found.manifest()


def _cfg_list(found: Gathering, key: str, value: str, scope: Scope) -> None:
    source = found.source
    start = next((at for at, line in enumerate(source.lines, 1) if line.lower().startswith(key.lower())), 1)
    for each in value.split("\n"):
        text = each.split(" #")[0].strip()
        if text.startswith("file:"):
            for target in text[5:].split(","):
                found.refer(Reference("include", target.strip(), source.find(target.strip(), start), scope))
        elif text and not text.startswith("#"):
            add_requirement(found, text, scope, source.find(text, start))


def parse_setup_py(source: Source) -> Manifest:
    """setup.py as it is written, never run: literals, and names that a literal was given to in the file."""
    found = Gathering(source, "pypi")
    tree = read_python(source)
    names: dict[str, ast.expr] = {}
    call: ast.Call | None = None
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            names[node.targets[0].id] = node.value
        elif isinstance(node, ast.Call) and _called(node.func) == "setup":
            call = node
    if call is None:
        return found.manifest()
    given = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    found.own(*(_text(given.get(key), names) for key in ("name", "version", "license")))
    for key, scope in SETUP_LISTS:
        _list(found, given.get(key), names, scope)
    extras = given.get("extras_require")
    extras = names.get(extras.id) if isinstance(extras, ast.Name) else extras
    if isinstance(extras, ast.Dict):
        for extra, value in zip(extras.keys, extras.values, strict=True):
            _list(found, value, names, scope_by_name(_text(extra, names) or "", "optional"))
    elif extras is not None:
        found.warn("not-static", "Extras are made by a program, which is not run.", extras.lineno)
    return found.manifest()


def read_python(source: Source) -> ast.Module:
    """A Python program, which is only looked at. Raises Unreadable."""
    if len(source.text) > PROGRAM_CHARACTERS:
        raise Unreadable("too-large", "It is too long to be read as a program.")
    try:
        return ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unreadable("invalid-python", "This is not Python.", getattr(error, "lineno", None)) from error


def _called(function: ast.expr) -> str | None:
    return (
        function.id
        if isinstance(function, ast.Name)
        else function.attr
        if isinstance(function, ast.Attribute)
        else None
    )


def _text(node: ast.expr | None, names: dict[str, ast.expr]) -> str | None:
    if isinstance(node, ast.Name):
        node = names.get(node.id)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _list(found: Gathering, given: ast.expr | None, names: dict[str, ast.expr], scope: Scope) -> None:
    node = names.get(given.id, given) if isinstance(given, ast.Name) else given
    if node is None or (isinstance(node, ast.Constant) and node.value is None):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for line in node.value.split("\n"):
            if line.strip():
                add_requirement(found, line.strip(), scope, node.lineno)
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for each in node.elts:
            text = _text(each, names)
            if text is None:
                found.warn("not-static", "A requirement is made by a program, which is not run.", each.lineno)
            else:
                add_requirement(found, text, scope, each.lineno)
    else:
        found.warn("not-static", "Requirements are made by a program, which is not run.", node.lineno)
