"""Every error as a problem."""

from __future__ import annotations

import json

import pytest
from fastapi.exceptions import RequestValidationError

from gateway import problems
from gateway.schemas import Problem
from kit import errors

TREE = [
    (errors.InvalidInput, 422, "invalid_input"),
    (errors.Unauthenticated, 401, "unauthenticated"),
    (errors.PermissionDenied, 403, "permission_denied"),
    (errors.NotFound, 404, "not_found"),
    (errors.Conflict, 409, "conflict"),
    (errors.WrongState, 409, "wrong_state"),
    (errors.LimitReached, 429, "limit_reached"),
    (errors.Unavailable, 503, "unavailable"),
    (errors.Internal, 500, "internal"),
]


@pytest.mark.parametrize(("kind", "status", "code"), TREE)
def test_every_kind_has_its_status(kind: type[errors.AppError], status: int, code: str) -> None:
    answer = problems.of_app_error(kind("A sentence."))
    body = Problem.model_validate_json(answer.body)
    assert answer.media_type == "application/problem+json"
    assert (answer.status_code, body.status, body.code, body.type) == (status, status, code, f"/problems/{code}")
    assert (body.detail, body.title) == ("A sentence.", problems.CATALOGUE[code].title)
    assert body.errors == []


def test_the_whole_tree_is_covered() -> None:
    ours = {kind for kind in errors.AppError.__subclasses__() if kind.__module__ == errors.__name__}
    assert {kind for kind, _, _ in TREE} == ours


def test_a_kind_of_a_kind_and_a_code_of_another_service() -> None:
    class BranchNotFound(errors.NotFound):
        default_code = "branch_not_found"

    body = Problem.model_validate_json(problems.of_app_error(BranchNotFound("No such branch.")).body)
    assert (body.status, body.code, body.type, body.title) == (
        404,
        "branch_not_found",
        "/problems/branch_not_found",
        "Not found",
    )


def test_fields_and_times_are_told() -> None:
    error = errors.InvalidInput("Two things.", fields={"repository_url": "no", "ref": "never"})
    assert json.loads(problems.of_app_error(error).body)["errors"] == [
        {"field": "repo_url", "message": "no"},
        {"field": "ref", "message": "never"},
    ]
    assert problems.of_app_error(errors.LimitReached("Slow.", retry_after=0.2)).headers["retry-after"] == "1"
    assert problems.of_app_error(errors.LimitReached("Slow.", retry_after=12.1)).headers["retry-after"] == "13"
    assert problems.of_app_error(errors.Unavailable("Away.")).headers["retry-after"] == "2"
    assert "retry-after" not in problems.of_app_error(errors.NotFound("No.")).headers


def test_an_unknown_error_tells_nothing() -> None:
    answer = problems.of_unknown(RuntimeError("the database password is hunter2"))
    assert answer.status_code == 500
    assert b"hunter2" not in answer.body


def validation(*items: dict[str, object]) -> dict[str, object]:
    answer = problems.of_validation(RequestValidationError(items))
    return {"status": answer.status_code, **json.loads(answer.body)}


def test_validation_names_each_field() -> None:
    body = validation(
        {"type": "missing", "loc": ("body", "repo_url"), "msg": "Field required"},
        {"type": "literal_error", "loc": ("body", "options", "runner"), "msg": "Input should be 'nats' or 'batch'"},
        {"type": "extra_forbidden", "loc": ("body", "colour"), "msg": "Extra inputs are not permitted"},
        {"type": "int_parsing", "loc": ("query", "limit"), "msg": "Input should be a valid integer"},
    )
    assert body["detail"] == "The request is not valid: repo_url: is missing (3 more)."
    assert body["errors"] == [
        {"field": "repo_url", "message": "is missing"},
        {"field": "options.runner", "message": "input should be 'nats' or 'batch'"},
        {"field": "colour", "message": "there is no such field"},
        {"field": "limit", "message": "input should be a valid integer"},
    ]


def test_validation_is_bounded() -> None:
    body = validation(*({"type": "extra_forbidden", "loc": ("body", "x" * 5000), "msg": "no"} for _ in range(500)))
    assert len(json.dumps(body)) < 5000


def test_broken_json_is_another_kind() -> None:
    body = validation(
        {"type": "json_invalid", "loc": ("body", 12), "msg": "JSON decode error", "ctx": {"error": "Expecting value"}}
    )
    assert (body["status"], body["code"]) == (400, "malformed_body")
    assert body["detail"] == "The body is not valid JSON: Expecting value, at character 12."


@pytest.mark.parametrize("code", problems.CATALOGUE)
def test_every_code_has_a_whole_sentence(code: str) -> None:
    entry = problems.CATALOGUE[code]
    assert code == code.lower()
    assert 400 <= entry.status < 600
    assert entry.example.endswith(".")
    assert not entry.title.endswith(".")
