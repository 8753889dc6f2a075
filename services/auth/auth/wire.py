"""Domain events and their proto messages, and where each is published."""

from __future__ import annotations

from auth import domain
from gitstrata_protos.auth.v1 import events_pb2
from kit.bus import Durable, Stream
from kit.wire import EventType, Wire

WIRE: Wire[domain.Event] = Wire(
    [
        EventType(domain.UserRegistered, events_pb2.UserRegistered, lambda _: "auth.user.registered"),
        EventType(domain.UserSignedIn, events_pb2.UserSignedIn, lambda _: "auth.user.signed_in"),
        EventType(domain.SessionRevoked, events_pb2.SessionRevoked, lambda _: "auth.session.revoked"),
        EventType(domain.ApiTokenCreated, events_pb2.ApiTokenCreated, lambda _: "auth.token.created"),
        EventType(domain.ApiTokenRevoked, events_pb2.ApiTokenRevoked, lambda _: "auth.token.revoked"),
        EventType(domain.UserRoleChanged, events_pb2.UserRoleChanged, lambda _: "auth.user.role_changed"),
        EventType(domain.UserDeleted, events_pb2.UserDeleted, lambda _: "auth.user.deleted"),
    ]
)

STREAMS = (
    Stream(
        "AUTH",
        ("auth.user.>", "auth.session.>", "auth.token.>"),
        # jobs erases what it keeps of a user who left
        durables=(Durable("jobs-users", ("auth.user.deleted",)),),
        max_bytes=64 << 20,
    ),
)
