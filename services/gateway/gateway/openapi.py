"""The OpenAPI document, from the routes alone: `python -m gateway.openapi` prints what `docs/openapi.json` holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from importlib.metadata import version
from typing import Any

from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema
from starlette.routing import BaseRoute

from gateway import problems, schemas
from gateway.routes import ROUTERS
from gateway.routes.analysis import ETAG, NOT_MODIFIED

TITLE = "Gitstrata API"
PATH = "/api/v1/openapi.json"
_NOTHING_SAID = "Successful Response"
_REF = "#/components/schemas/{model}"
_DESCRIPTION = """\
Gitstrata reads a Git repository's whole history and answers, with proof: who knows this code, what is it made of,
how did it grow, and where is it at risk.

**Sign in** at `GET /api/v1/auth/github`, then send `Authorization: Bearer TOKEN`.
**Errors** are RFC 9457 problems (`application/problem+json`) with a stable `code`.
**Lists** are pages: follow `next_cursor`, or the `Link` header.
**Caching**: send an `ETag` back as `If-None-Match`.
**Request ids**: send `X-Request-ID` (at most 128 visible ASCII characters) or get one; every answer carries it.
**Bodies** are JSON, at most 1 MiB.
"""
_TAGS = [
    {"name": "auth", "description": "Sign-in, and keeping a session going."},
    {"name": "account", "description": "Who am I, sessions, personal API tokens, audit log, export, leaving."},
    {"name": "repositories", "description": "Repositories to choose from, and those that you follow."},
    {"name": "webhooks", "description": "Have your own programs told, and hear of pushes."},
    {"name": "analysis", "description": "Submit a repository, follow the work live, read the report."},
    {"name": "sharing", "description": "Let others read a report, or single figures of it, without an account."},
    {"name": "administration", "description": "For administrators: everybody, dead letters, settings."},
    {"name": "health", "description": "For load balancers and operators."},
]
_HEADERS = {
    "X-Request-ID": {"schema": {"type": "string", "maxLength": 128}, "description": "Names this request in all logs."},
    "RateLimit-Policy": {
        "schema": {"type": "string"},
        "description": 'Requests a minute: `"user";q=3000;w=60`. Absent where there is no limit.',
    },
    "RateLimit": {
        "schema": {"type": "string"},
        "description": 'What is left, and for how many seconds: `"user";r=2999;t=60`. Absent where there is no limit.',
    },
    "ETag": ETAG["ETag"],
}
"""Of many answers, so they are written once."""
_REFERRED = {name: {"$ref": f"#/components/headers/{name}"} for name in _HEADERS}
_IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "required": False,
    "schema": {"type": "string"},
    "description": "`ETag` of what the client has.",
}


def routes() -> list[BaseRoute]:
    """Every documented route."""
    return [route for router in ROUTERS for route in router.routes]


@cache
def document() -> dict[str, Any]:
    """The document of the public API; the same for the same code, whatever the settings.

    It is made once, for that takes a second: nobody is to change it.
    """
    given = get_openapi(
        title=TITLE,
        version=version("gitstrata-gateway"),
        description=_DESCRIPTION,
        routes=routes(),
        tags=_TAGS,
        servers=[{"url": "/", "description": "This installation."}],
    )
    built = deepcopy(given)  # parts of it are the routes' own
    components: dict[str, Any] = built["components"]["schemas"]
    _, problem = models_json_schema([(schemas.Problem, "serialization")], ref_template=_REF)
    components |= problem["$defs"]
    for unused in ("HTTPValidationError", "ValidationError"):
        components.pop(unused, None)
    for path, method, operation in _operations(built):
        for parameter in operation.get("parameters", ()):
            parameter["schema"] = _present(parameter["schema"])
        answers: dict[str, Any] = operation["responses"]
        # the framework's own 422, where none of ours stands: the route checks nothing that could fail so
        if "HTTPValidationError" in json.dumps(answers.get("422", {})):
            del answers["422"]
        if path.startswith("/api/"):
            _everywhere(method, operation)
        for answer in answers.values():
            if answer["description"] == _NOTHING_SAID:
                answer["description"] = operation["summary"]
            everywhere = ("X-Request-ID", *(("RateLimit-Policy", "RateLimit") if path.startswith("/api/") else ()))
            named = [*everywhere, *answer.get("headers", {})]
            answer["headers"] = {name: _REFERRED.get(name) or answer["headers"][name] for name in named}
    built["components"]["headers"] = _HEADERS
    built["components"]["schemas"] = dict(sorted(components.items()))
    return built


def _present(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of a parameter that is sent: one may be left out, but there is no null in an address or a header."""
    kinds = [kind for kind in schema.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) != 1:
        return schema
    return {**{name: value for name, value in schema.items() if name != "anyOf"}, **kinds[0]}


def _everywhere(method: str, operation: dict[str, Any]) -> None:
    """What holds of every route of the API, and is done around them: rates of requests, tags, time to send a body."""
    codes = ["limit_reached", *(["request_timeout"] if "requestBody" in operation else [])]
    for status, answer in problems.answers(*codes).items():
        known = operation["responses"].setdefault(str(status), answer)
        for media, content in answer["content"].items():
            known["content"][media]["examples"] |= content["examples"]
    success = operation["responses"].get("200", {})
    if method == "get" and "application/json" in success.get("content", {}) and "304" not in operation["responses"]:
        success["headers"] = {**ETAG, **success.get("headers", {})}
        operation["responses"]["304"] = deepcopy(NOT_MODIFIED[304])
        operation.setdefault("parameters", []).append(_IF_NONE_MATCH)
    operation["responses"] = dict(sorted(operation["responses"].items()))


def _operations(built: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path, item in built["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


@cache
def rendered() -> str:
    """The document as it is committed and served."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


def main(arguments: Sequence[str] = ()) -> None:
    if arguments:
        sys.exit("python -m gateway.openapi takes no argument; it prints the document.")
    sys.stdout.write(rendered())


if __name__ == "__main__":
    main(sys.argv[1:])
