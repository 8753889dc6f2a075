"""Every rule: it is well formed, it fires on what proves it, and not on what only looks like it."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import Any

import jsonschema
import pytest

from strata.stack.dependencies.files import MemoryFiles
from strata.stack.dependencies.model import Dependencies, Dependency, Evidence
from strata.stack.technologies.recognise import technologies
from strata.stack.technologies.rules import rules
from tests.unit.strata.technologies.written import ANYWHERE, FOLDER, asking, builder, showing, shown, written

BY_CATEGORY = {
    category: list(group)
    for category, group in groupby(
        sorted(written(), key=lambda rule: (rule["category"], rule["id"])), key=lambda rule: rule["category"]
    )
}
each_category = pytest.mark.parametrize("category", BY_CATEGORY)
LOOKS_OR_REFERS = re.compile(r"\(\?(?:[=!]|<[=!]|P=)|\\[1-9]")
NESTED = re.compile(r"[*+]\)[*+]")


def packages_of(rule: dict[str, Any]) -> list[str]:
    groups = [rule, *rule.get("together", ())]
    return [sign for group in groups for kind in ("dependency", "client") for sign in group.get(kind, ())]


def test_rules_are_as_their_schema_says() -> None:
    schema = json.loads((FOLDER / "rules.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    assert [error.message for rule in written() for error in validator.iter_errors(rule)] == []


def test_what_is_shipped_is_what_is_written() -> None:
    assert builder().BUILT.read_text() == builder().built(), "make rules"


def test_rules_are_named_once_and_imply_what_there_is() -> None:
    ids = [rule["id"] for rule in written()]
    assert len(ids) == len(set(ids))
    assert {implied for rule in written() for implied in rule.get("implies", ())} <= set(ids)


def test_there_are_many_rules_each_proven() -> None:
    assert len(rules().by_id) >= 150
    assert [rule["id"] for rule in written() if not rule.get("proof") or not rule.get("near_misses")] == []


def test_expressions_take_linear_time() -> None:
    """From a line's beginning, without looking around or back, and nothing repeated in what is repeated."""
    expressions = [line["line"] for rule in written() for line in rule.get("content", ())]
    assert [each for each in expressions if not each.startswith("^")] == []
    assert [each for each in expressions if LOOKS_OR_REFERS.search(each) or NESTED.search(each)] == []


@each_category
def test_fires_on_what_proves_it(category: str) -> None:
    """The recorded positive: the evidence that a real repository has, in a file of our own at the same path."""
    silent = []
    for rule in BY_CATEGORY[category]:
        proof = rule["proof"]
        found = shown(showing(proof["sign"], proof["path"], proof.get("text"))).get(rule["id"])
        if found is None or found.evidence[0].path != proof["path"] or found.evidence[0].sign != proof["sign"]:
            silent.append((rule["id"], found))
    assert silent == []


@each_category
def test_does_not_fire_on_near_misses(category: str) -> None:
    wrong = []
    for rule in BY_CATEGORY[category]:
        for miss in rule["near_misses"]:
            found = shown(missing(miss)).get(rule["id"])
            if found and (not isinstance(miss, str) or found.evidence[0].kind != "file"):
                wrong.append((rule["id"], miss, found))
    assert wrong == []


def missing(miss: str | dict[str, str]) -> dict[str, str]:
    """The file that a near miss is: its own, or a manifest that asks for the package."""
    if not isinstance(miss, str):
        return {miss["path"]: miss.get("text", "")}
    ecosystem, _, name = miss.partition("/")
    return {ANYWHERE[ecosystem]: asking(ANYWHERE[ecosystem], ecosystem, name)}


@each_category
def test_does_not_fire_on_what_is_only_brought_along(category: str) -> None:
    for rule in BY_CATEGORY[category]:
        brought = [
            Dependency(
                ecosystem, name.replace("*", "x"), None, "runtime", (Evidence("a.lock", 1),), "1.0", direct=False
            )
            for ecosystem, _, name in (sign.partition("/") for sign in packages_of(rule))
        ]
        found = technologies(MemoryFiles({}), Dependencies(dependencies=tuple(brought)))
        assert found == (), rule["id"]


@each_category
def test_does_not_fire_in_folders_of_others(category: str) -> None:
    for rule in BY_CATEGORY[category]:
        proof = rule["proof"]
        for path, text in showing(proof["sign"], proof["path"], proof.get("text")).items():
            assert shown({f"node_modules/it/{path}": text, f"vendor/it/{path}": text}) == {}, rule["id"]


@each_category
def test_does_not_fire_on_a_text_that_speaks_of_it(category: str) -> None:
    for rule in BY_CATEGORY[category]:
        words = " ".join([rule["name"], *packages_of(rule), rule["website"], *rule.get("file", ())])
        assert shown({"notes/about.md": words, "notes/about.txt": words}) == {}, rule["id"]
