"""What auth keeps, as gRPC shows it; and what requests say of the program that makes them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp

from auth.audit import Client
from auth.people import UserRow
from auth.provider import IdentityProvider
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb


def user_message(user: UserRow, provider: IdentityProvider | None) -> pb.User:
    """A person; `provider` is theirs, None when this installation no longer has it."""
    connected = user.connected and provider is not None
    return pb.User(
        id=user.id,
        provider=user.provider,
        login=user.login,
        name=user.name,
        avatar_url=user.avatar_url,
        created_at=stamp(user.created_at),
        role=user.role,
        connected=connected,
        private_repositories=connected and provider is not None and provider.reads_private(user.scopes),
    )


def session_message(row: Any) -> pb.Session:
    return pb.Session(
        id=row.id,
        user_agent=row.user_agent,
        created_at=stamp(row.created_at),
        last_used_at=stamp(row.last_used_at),
        expires_at=stamp(row.expires_at),
    )


def token_message(row: Any) -> pb.ApiToken:
    return pb.ApiToken(
        id=row.id,
        name=row.name,
        scopes=row.scopes,
        hint=row.hint,
        created_at=stamp(row.created_at),
        expires_at=stamp(row.expires_at) if row.expires_at else None,
        last_used_at=stamp(row.last_used_at) if row.last_used_at else None,
    )


def entry_message(row: Any) -> pb.AuditEntry:
    return pb.AuditEntry(
        id=row.id,
        at=stamp(row.at),
        user_id=row.user_id,
        actor_id=row.actor_id,
        action=row.action,
        target=row.target,
        address=row.address,
        user_agent=row.user_agent,
    )


def client_of(request: Any) -> Client:
    """The program at the other end, as the gateway tells of it."""
    return Client(request.client.user_agent, request.client.address)


def stamp(moment: datetime) -> Timestamp:
    made = Timestamp()
    made.FromDatetime(moment.astimezone(UTC))
    return made
