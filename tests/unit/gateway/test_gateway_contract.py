"""The OpenAPI document and the written page are in step with the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gateway import docs_page, openapi, problems
from gateway.share_schemas import FigureName, SectionName
from reports.badge import FIGURES
from reports.page import PARTS

DOCS = Path(__file__).parents[3] / "docs"
DOCUMENT = openapi.document()
METHODS = {"get", "post", "put", "patch", "delete"}


def operations() -> Iterator[tuple[str, dict[str, Any]]]:
    for path, item in DOCUMENT["paths"].items():
        for method, operation in item.items():
            assert method in METHODS
            yield f"{method.upper()} {path}", operation


OPERATIONS = dict(operations())


def test_the_committed_document_is_the_apps() -> None:
    assert (DOCS / "openapi.json").read_text() == openapi.rendered(), "run `make openapi`"


def test_it_is_the_same_every_time() -> None:
    assert openapi.document.__wrapped__() == openapi.document()


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_is_described(name: str) -> None:
    operation = OPERATIONS[name]
    assert re.fullmatch(r"[a-z]+[A-Za-z]+", operation["operationId"])
    assert operation["summary"]
    assert operation["description"]
    assert len(operation["tags"]) == 1
    for parameter in operation.get("parameters", ()):
        assert parameter["description"], parameter["name"]
        assert "anyOf" not in parameter["schema"], "a parameter is there or not, never null"


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_error_is_a_problem(name: str) -> None:
    for status, answer in OPERATIONS[name]["responses"].items():
        assert "X-Request-ID" in answer["headers"]
        if int(status) >= 400:
            assert list(answer["content"]) == ["application/problem+json"]
            media = answer["content"]["application/problem+json"]
            assert media["schema"] == {"$ref": "#/components/schemas/Problem"}
            for code, example in media["examples"].items():
                assert example["value"]["code"] == code
                assert example["value"]["status"] == int(status)


@pytest.mark.parametrize("name", OPERATIONS)
def test_what_needs_a_user_says_so(name: str) -> None:
    path = name.split()[1]
    open_to_all = path in {"/healthz", "/readyz"} or path in {
        f"/api/v1/auth/{name}" for name in ("providers", "github", "gitea", "callback", "refresh", "logout")
    }
    # a delivery is proved by its signature
    open_to_all |= path.startswith(("/api/v1/webhooks/github", "/api/v1/webhooks/gitea"))
    if path == "/api/v1/shared" or path.startswith("/api/v1/shared/"):
        assert OPERATIONS[name]["security"] == [{"share": []}]
        return
    # whoever has its address may see a badge
    open_to_all |= name == "GET /api/v1/badges/{key}/{figure}.svg"
    secured = OPERATIONS[name].get("security") == [{"bearer": []}]
    assert secured is not open_to_all
    open_to_all &= "/webhooks/" not in path
    assert ("401" in OPERATIONS[name]["responses"]) or open_to_all


def test_sections_and_figures_are_those_that_there_are() -> None:
    assert set(SectionName) == set(PARTS)
    assert set(FigureName) == set(FIGURES)


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for operation in OPERATIONS.values()]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere() -> None:
    names = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(DOCUMENT)))
    assert names <= set(DOCUMENT["components"]["schemas"])
    assert not any("ValidationError" in name for name in DOCUMENT["components"]["schemas"])


def test_every_catalogued_code_is_documented_once() -> None:
    written = (DOCS / "api.md").read_text()
    for code, entry in problems.CATALOGUE.items():
        assert len(re.findall(rf"^\| `{code}` \| {entry.status} \|", written, re.MULTILINE)) == 1, code


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_route_is_documented(name: str) -> None:
    assert f"`{name}`" in (DOCS / "api.md").read_text()


def test_the_page_shows_everything_and_escapes_it() -> None:
    hostile = json.loads(json.dumps(DOCUMENT))
    hostile["info"]["title"] = "<script>alert(1)</script>"
    page = docs_page.render(hostile)
    assert "<script>" not in page
    for name in OPERATIONS:
        assert f"<code>{name.split()[1]}</code>" in page
