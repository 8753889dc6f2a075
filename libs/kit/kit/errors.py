"""The one tree of errors that callers may see, named after the broken rule.

    AppError
    ├── InvalidInput        the request cannot be understood or breaks a bound
    ├── Unauthenticated     nobody is signed in, or the proof is void
    ├── PermissionDenied    signed in, but not allowed
    ├── NotFound            no such thing, or not the caller's
    ├── Conflict            somebody else changed it meanwhile; trying again may work
    ├── WrongState          the thing exists but is not in a state that allows this
    ├── LimitReached        too much, too fast; `retry_after` says when to try again
    ├── Unavailable         a part that is needed does not answer; trying again may work
    │   └── TimedOut        it did not answer in time, and may have done what it was asked
    └── Internal            a defect of ours

Each carries a stable `code` for programs, a sentence for people, and details without secrets. gRPC and REST
translate the tree in one place each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar


class AppError(Exception):
    """An error with a stable code and a sentence that is safe to show."""

    default_code: ClassVar[str] = "internal"
    retryable: ClassVar[bool] = False

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        fields: Mapping[str, str] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.code = code or self.default_code
        self.fields = dict(fields or {})
        """What is wrong with which field of the request."""
        self.retry_after = retry_after
        """Seconds to wait before trying again makes sense."""


class InvalidInput(AppError):
    default_code = "invalid_input"


class Unauthenticated(AppError):
    default_code = "unauthenticated"


class PermissionDenied(AppError):
    default_code = "permission_denied"


class NotFound(AppError):
    default_code = "not_found"


class Conflict(AppError):
    default_code = "conflict"
    retryable = True


class WrongState(AppError):
    default_code = "wrong_state"


class LimitReached(AppError):
    default_code = "limit_reached"


class Unavailable(AppError):
    default_code = "unavailable"
    retryable = True


class TimedOut(Unavailable):
    default_code = "timed_out"


class Internal(AppError):
    default_code = "internal"
