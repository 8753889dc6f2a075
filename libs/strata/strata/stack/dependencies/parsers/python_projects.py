"""pyproject.toml in all its dialects (PEP 621, PEP 735, Poetry, PDM, Hatch, uv), setup.cfg, setup.py and Pipfile."""

from __future__ import annotations

import ast
import configparser
import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.parsers.python_requirements import add_requirement
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source, Unreadable
from strata.stack.dependencies.reading.toml_tree import Toml

EXACT = re.compile(r"(?:={2,3}[ \t]*)?(\d[\w.+!-]*)$")
SETUP_BYTES = 1 << 20


def parse_pyproject(source: Source) -> Manifest:
    """All that a pyproject.toml declares."""
    found, toml = Gathering(source, "pypi"), Toml(source)
    document = toml.document
    project, poetry = table(document, "project"), table(document, "tool", "poetry")
    if project or poetry:
        name = word(project.get("name")) or word(poetry.get("name"))
        version = word(project.get("version")) or word(poetry.get("version"))
        found.own(name, version, _licence(project.get("license")) or _licence(poetry.get("license")))

    def requirements(value: Any, scope: Scope, *path: str) -> None:
        for each in items(value):
            if isinstance(each, str):
                add_requirement(found, each, scope, toml.line(*path, text=each))
            elif not (isinstance(each, dict) and "include-group" in each):
                found.odd(each, toml.line(*path))

    requirements(project.get("dependencies"), "runtime", "project", "dependencies")
    for group, value in table(project, "optional-dependencies").items():
        requirements(value, scope_by_name(group, "optional"), "project", "optional-dependencies", group)
    for group, value in table(document, "dependency-groups").items():
        requirements(value, scope_by_name(group, "dev"), "dependency-groups", group)
    for group, value in table(document, "tool", "pdm", "dev-dependencies").items():
        requirements(value, scope_by_name(group, "dev"), "tool", "pdm", "dev-dependencies", group)
    requirements(table(document, "tool", "uv").get("dev-dependencies"), "dev", "tool", "uv", "dev-dependencies")
    for name, each in table(document, "tool", "hatch", "envs").items():
        for key in ("dependencies", "extra-dependencies"):
            requirements(table(each).get(key), scope_by_name(name, "dev"), "tool", "hatch", "envs", name, key)
    requirements(table(document, "build-system").get("requires"), "build", "build-system", "requires")
    _poetry(found, toml, poetry)
    for pattern in items(table(document, "tool", "uv", "workspace").get("members")):
        if isinstance(pattern, str):
            found.refer(Reference("members", pattern, toml.line("tool", "uv", "workspace", "members")))
    return found.manifest()


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
    lists: list[tuple[Scope, str, str]] = []
    if config.has_section("options"):
        options = config["options"]
        for scope, key in (("runtime", "install_requires"), ("build", "setup_requires"), ("test", "tests_require")):
            lists.append((scope, key, options.get(key) or ""))  # type: ignore[arg-type] # a literal above
    if config.has_section("options.extras_require"):
        for extra, value in config["options.extras_require"].items():
            lists.append((scope_by_name(extra, "optional"), extra, value or ""))
    for scope, key, value in lists:
        start = next((n for n, line in enumerate(source.lines, 1) if line.lower().startswith(key.lower())), 1)
        for each in value.split("\n"):
            text = each.split(" #")[0].strip()
            if text.startswith("file:"):
                for target in text[5:].split(","):
                    found.refer(Reference("include", target.strip(), source.find(target.strip(), start), scope))
            elif text and not text.startswith("#"):
                add_requirement(found, text, scope, source.find(text, start))
    return found.manifest()


def parse_setup_py(source: Source) -> Manifest:
    """setup.py as it is written, never run: literals, and names that a literal was given to in the file."""
    found = Gathering(source, "pypi")
    if len(source.text) > SETUP_BYTES:
        raise Unreadable("too-large", "It is too long to be read as a program.")
    try:
        tree = ast.parse(source.text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unreadable("invalid-python", "This is not Python.", getattr(error, "lineno", None)) from error
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
    told = [_text(given.get(key), names) for key in ("name", "version", "license")]
    found.own(*told)
    keys: tuple[tuple[str, Scope], ...] = (
        ("install_requires", "runtime"),
        ("setup_requires", "build"),
        ("tests_require", "test"),
    )
    for key, scope in keys:
        _list(found, given.get(key), names, scope)
    extras = given.get("extras_require")
    extras = names.get(extras.id) if isinstance(extras, ast.Name) else extras
    if isinstance(extras, ast.Dict):
        for name, value in zip(extras.keys, extras.values, strict=True):
            _list(found, value, names, scope_by_name(_text(name, names) or "", "optional"))
    elif extras is not None:
        found.warn("not-static", "Extras are made by a program, which is not run.", extras.lineno)
    return found.manifest()


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


def _list(found: Gathering, node: ast.expr | None, names: dict[str, ast.expr], scope: Scope) -> None:
    if isinstance(node, ast.Name):
        node = names.get(node.id, node)
    if node is None or (isinstance(node, ast.Constant) and node.value is None):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        for text in node.value.split("\n"):
            if text.strip():
                add_requirement(found, text.strip(), scope, node.lineno)
    elif isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        for each in node.elts:
            text = _text(each, names)
            if text is None:
                found.warn("not-static", "A requirement is made by a program, which is not run.", each.lineno)
            else:
                add_requirement(found, text, scope, each.lineno)
    else:
        found.warn("not-static", "Requirements are made by a program, which is not run.", node.lineno)
