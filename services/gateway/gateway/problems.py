"""Every error as an RFC 9457 problem: one shape, one place.

`type` is the stable reference `/problems/<code>`; programs switch on `code`, people read `detail`. Errors of our
own tree, of request validation, of routing and unknown exceptions all end here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from kit import errors, telemetry

MEDIA_TYPE = "application/problem+json"
_MOST_ERRORS = 20
_LONGEST_FIELD = 128

_STATUS: dict[type[errors.AppError], int] = {
    errors.InvalidInput: 422,
    errors.Unauthenticated: 401,
    errors.PermissionDenied: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.WrongState: 409,
    errors.LimitReached: 429,
    errors.TimedOut: 504,
    errors.Unavailable: 503,
    errors.Internal: 500,
}
_OF_CODE = {"settings_changed": 412}
"""What HTTP has a status of its own for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a code means: its HTTP status, a title that never changes, and an example of the sentence."""

    status: int
    title: str
    example: str


CATALOGUE: dict[str, Entry] = {
    "malformed_body": Entry(
        400, "The body is not JSON", "The body is not valid JSON: Expecting value, at character 12."
    ),
    "invalid_request": Entry(400, "The request cannot be understood", "The request cannot be understood."),
    "unauthenticated": Entry(401, "Sign-in needed", "Send an access token: Authorization: Bearer TOKEN."),
    "token_invalid": Entry(401, "The access token is void", "The access token is not valid. Sign in again."),
    "token_expired": Entry(
        401, "The access token has expired", "The access token has expired. Refresh it and try again."
    ),
    "signature_invalid": Entry(
        401, "The signature is void", "The delivery is not signed with the secret of this webhook."
    ),
    "sign_in_not_started": Entry(
        401,
        "This browser did not start the sign-in",
        "This sign-in was not started in this browser, or was too long ago. Start again at /api/v1/auth/github.",
    ),
    "refresh_token_missing": Entry(
        401, "No refresh token", "Send the refresh token, in its cookie or in the body. Or sign in again."
    ),
    "scope_missing": Entry(403, "The token may not do this", "This API token has no scope 'write'."),
    "session_needed": Entry(403, "Sign-in needed for this", "An API token cannot do this: sign in for it."),
    "administrators_only": Entry(403, "For administrators", "This is for administrators."),
    "not_admitted": Entry(
        403,
        "Not admitted here",
        "Your account may not use this installation. Its operator decides who may.",
    ),
    "permission_denied": Entry(403, "Not allowed", "You are not allowed to do this."),
    "not_found": Entry(404, "Not found", "There is no analysis with this id, or it is not yours."),
    "section_not_ready": Entry(
        404,
        "The section is not ready",
        "The section 'stack' of this report is not ready, or there is none of that name.",
    ),
    "method_not_allowed": Entry(
        405, "Method not allowed", "This address does not answer DELETE. It answers GET, POST."
    ),
    "request_timeout": Entry(
        408, "The request came too slowly", "The body of this request did not come in time. Send it again."
    ),
    "wrong_state": Entry(409, "Not in this state", "The analysis has already ended."),
    "conflict": Entry(409, "Changed meanwhile", "Somebody else changed this at the same time. Try again."),
    "report_not_ready": Entry(
        409, "The report is not ready", "No section of this report is ready yet. Follow its events, or try again later."
    ),
    "report_too_large": Entry(409, "The report is too large for this", "This report is too large for this form of it."),
    "settings_changed": Entry(412, "The settings are others", "Somebody has changed these settings. Read them again."),
    "body_too_large": Entry(
        413, "The body is too large", "The body may be at most 1 MiB, a delivery of a Git host 3 MiB."
    ),
    "headers_too_large": Entry(431, "The headers are too large", "The headers may have at most 32 KiB in all."),
    "invalid_input": Entry(422, "The request breaks a rule", "The request is not valid: repo_url is missing."),
    "too_many_failures": Entry(
        429, "Too many failed attempts", "Too many failed attempts from your address. Try again in a while."
    ),
    "limit_reached": Entry(429, "Too much, too fast", "Too many requests. Try again in 30 seconds."),
    "internal": Entry(500, "Something went wrong", "Something went wrong on our side. It has been recorded."),
    "unavailable": Entry(
        503, "A part does not answer", "A part of the platform does not answer right now. Try again in a moment."
    ),
    "timed_out": Entry(
        504,
        "A part does not answer in time",
        "A part of the platform does not answer in time. What you asked for may be done later.",
    ),
    "exports_busy": Entry(503, "Too many exports at once", "Too many exports are being made. Try again in a moment."),
    "not_ready": Entry(503, "Not ready", "This gateway is not ready: jobs does not answer."),
}
"""Every code that the gateway itself gives. Services behind it add codes of their own, with the status of their
kind of error."""

_BY_STATUS = {
    400: "invalid_request",
    404: "not_found",
    405: "method_not_allowed",
    408: "request_timeout",
    413: "body_too_large",
}
_KIND_OF_STATUS = {
    401: "unauthenticated",
    403: "permission_denied",
    404: "not_found",
    409: "wrong_state",
    422: "invalid_input",
    429: "limit_reached",
    500: "internal",
    503: "unavailable",
    504: "timed_out",
}


def response(
    *,
    status: int,
    code: str,
    detail: str,
    fields: Sequence[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """A problem as a response; `fields` are (field, message) pairs."""
    entry = CATALOGUE.get(code) or CATALOGUE[_KIND_OF_STATUS.get(status, "internal")]
    body = {
        "type": f"/problems/{code}",
        "title": entry.title,
        "status": status,
        "detail": detail,
        "code": code,
        "errors": [{"field": field, "message": message} for field, message in fields],
        "request_id": telemetry.current_request_id(),
    }
    sent = dict(headers or {})
    if status == 401:
        sent["WWW-Authenticate"] = _challenge(code)
    # ascii only: a client's own broken text, quoted back as a field name, must not break the answer
    return Response(json.dumps(body), status_code=status, headers=sent, media_type=MEDIA_TYPE)


def _challenge(code: str) -> str:
    """RFC 6750: no error attribute when no token came."""
    return 'Bearer realm="gitstrata"' + (', error="invalid_token"' if code.startswith("token_") else "")


_PUBLIC_NAME = {
    "repository_url": "repo_url",
    "page_size": "limit",
    "page_token": "cursor",
    "login_hint": "login",
    "days": "expires_in_days",
    "idempotency_key": "Idempotency-Key",
}
"""Fields of internal requests under the names that the public API has for them."""


def of_app_error(error: errors.AppError) -> Response:
    """The problem of an error of our tree."""
    status = _OF_CODE.get(error.code) or next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
    headers = {}
    if error.retry_after is not None:
        headers["Retry-After"] = str(max(1, ceil(error.retry_after)))
    elif status == 503:
        headers["Retry-After"] = "2"
    return response(
        status=status,
        code=error.code,
        detail=error.message,
        fields=[(_PUBLIC_NAME.get(field, field), message) for field, message in error.fields.items()],
        headers=headers,
    )


def too_large_headers() -> Response:
    """The problem of a request whose headers nobody should read."""
    entry = CATALOGUE["headers_too_large"]
    return response(status=entry.status, code="headers_too_large", detail=entry.example)


def of_unknown(error: Exception) -> Response:
    """The problem of a defect: recorded with its trace, told without any detail."""
    telemetry.log.error("request failed", exc_info=error)
    return response(status=500, code="internal", detail=CATALOGUE["internal"].example)


def of_validation(error: RequestValidationError) -> Response:
    """The problem of a request that breaks its schema, field by field."""
    found = error.errors()
    if found and found[0]["type"] == "json_invalid":
        reason = found[0].get("ctx", {}).get("error", "syntax error")
        place = found[0]["loc"][-1]
        return response(
            status=400, code="malformed_body", detail=f"The body is not valid JSON: {reason}, at character {place}."
        )
    fields = [(_field(item["loc"]), _message(item)) for item in found[:_MOST_ERRORS]]
    field, message = fields[0] if fields else ("request", "is not valid")
    more = f" ({len(found) - 1} more)" if len(found) > 1 else ""
    return response(
        status=422, code="invalid_input", detail=f"The request is not valid: {field}: {message}{more}.", fields=fields
    )


def _field(place: Sequence[str | int]) -> str:
    """`("body", "options", "runner")` is `options.runner`; parameters go by their name."""
    names = [str(part) for part in place]
    return ".".join(names[1:] or names)[:_LONGEST_FIELD]


def _message(item: Mapping[str, Any]) -> str:
    if tuple(item["loc"]) == ("body",):
        return "send a JSON object, with Content-Type: application/json"
    if item["type"] == "extra_forbidden":
        return "there is no such field"
    if item["type"] == "missing":
        return "is missing"
    message = str(item["msg"]).removeprefix("Value error, ")
    return message[:1].lower() + message[1:]


def of_http(request: Request, error: HTTPException) -> Response:
    """The problem of what routing and the framework refuse."""
    code = _BY_STATUS.get(error.status_code, "internal" if error.status_code >= 500 else "invalid_request")
    headers = dict(error.headers or {})
    if code == "method_not_allowed":
        allowed = ", ".join(_methods(request))
        headers["Allow"] = allowed
        detail = f"This address does not answer {request.method}. It answers {allowed}."
    elif code == "not_found":
        detail = "There is nothing at this address."
    else:
        detail = CATALOGUE[code].example
    return response(status=error.status_code, code=code, detail=detail, headers=headers)


def _methods(request: Request) -> list[str]:
    """Every method that any route of this address answers, not only those of the first route.

    An address that is a route's own word for word is no parameter of another one.
    """
    routes = [each for each in getattr(request.app.state, "routes", ()) if isinstance(each, Route)]
    path = request.scope["path"]
    own = [route for route in routes if route.path == path]
    found = own or [route for route in routes if route.path_regex.match(path)]
    return sorted({method for route in found for method in route.methods or ()})


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem; unknown exceptions are left to `gateway.edge`, the outermost layer."""

    async def app_error(_: Request, error: Exception) -> Response:
        assert isinstance(error, errors.AppError)  # noqa: S101 registered for this class only
        return of_app_error(error)

    async def validation(_: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)  # noqa: S101 as above
        return of_validation(error)

    async def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)  # noqa: S101 as above
        return of_http(request, error)

    app.add_exception_handler(errors.AppError, app_error)
    app.add_exception_handler(RequestValidationError, validation)
    app.add_exception_handler(HTTPException, http)


def answers(*codes: str) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route for the OpenAPI document: each status with an example for each of its codes."""
    by_status: dict[int | str, list[str]] = {}
    for code in codes:
        by_status.setdefault(CATALOGUE[code].status, []).append(code)
    return {status: _answer(codes) for status, codes in sorted(by_status.items(), key=lambda item: str(item[0]))}


def _answer(codes: Sequence[str]) -> dict[str, Any]:
    examples = {
        code: {
            "summary": CATALOGUE[code].title,
            "value": {
                "type": f"/problems/{code}",
                "title": CATALOGUE[code].title,
                "status": CATALOGUE[code].status,
                "detail": CATALOGUE[code].example,
                "code": code,
                "errors": [{"field": "repo_url", "message": "is missing"}] if code == "invalid_input" else [],
                "request_id": "5f0c1d6e-5c3a-4f6e-9a57-0d0c5e5b7a10",
            },
        }
        for code in codes
    }
    answer: dict[str, Any] = {
        "description": "; ".join(CATALOGUE[code].title for code in codes) + ".",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": examples}},
    }
    headers: dict[str, Any] = {}
    if CATALOGUE[codes[0]].status == 401:
        headers["WWW-Authenticate"] = {"schema": {"type": "string"}, "description": "RFC 6750 challenge."}
    if CATALOGUE[codes[0]].status in {429, 503}:
        headers["Retry-After"] = {"schema": {"type": "integer"}, "description": "Seconds to wait."}
    if headers:
        answer["headers"] = headers
    return answer
