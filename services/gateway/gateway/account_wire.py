"""Proto messages of auth and jobs about accounts and their administration, as the public API answers them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from google.protobuf.message import Message

from gateway import account_schemas as schemas
from gateway import wire
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs


def _moment(message: Message, field: str) -> datetime:
    found = wire.moment(message, field)
    assert found is not None  # noqa: S101 auth always says when
    return found


def session(message: auth.Session, current: str) -> schemas.Session:
    return schemas.Session(
        id=message.id,
        user_agent=message.user_agent,
        created_at=_moment(message, "created_at"),
        last_used_at=_moment(message, "last_used_at"),
        expires_at=_moment(message, "expires_at"),
        current=message.id == current,
    )


def _token(message: auth.ApiToken) -> Mapping[str, Any]:
    return {
        "id": message.id,
        "name": message.name,
        "scopes": list(message.scopes),
        "hint": message.hint,
        "created_at": _moment(message, "created_at"),
        "expires_at": wire.moment(message, "expires_at"),
        "last_used_at": wire.moment(message, "last_used_at"),
    }


def api_token(message: auth.ApiToken) -> schemas.ApiToken:
    return schemas.ApiToken(**_token(message))


def created_token(message: auth.CreateApiTokenResponse) -> schemas.CreatedApiToken:
    return schemas.CreatedApiToken(**_token(message.token), token=message.secret)


def audit_entry(message: auth.AuditEntry) -> schemas.AuditEntry:
    return schemas.AuditEntry(
        id=message.id,
        at=_moment(message, "at"),
        user_id=message.user_id,
        actor_id=message.actor_id,
        action=message.action,
        target=message.target,
        address=message.address,
        user_agent=message.user_agent,
    )


def owned_job(message: jobs.Job) -> schemas.OwnedJob:
    return schemas.OwnedJob(**wire.job(message).model_dump(), owner_id=message.owner_id)


def dead_letter(message: jobs.DeadLetter) -> schemas.DeadLetter:
    return schemas.DeadLetter(
        sequence=message.sequence,
        durable=message.durable,
        subject=message.subject,
        type=message.type,
        about=message.about,
        error=message.error,
        deliveries=message.deliveries or None,
        at=wire.moment(message, "buried_at"),
    )
