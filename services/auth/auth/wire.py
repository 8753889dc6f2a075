"""Domain events and their proto messages, and where each is published."""

from __future__ import annotations

from auth import domain
from gitstrata_protos.auth.v1 import events_pb2
from kit.bus import Stream
from kit.wire import EventType, Wire

WIRE: Wire[domain.Event] = Wire(
    [
        EventType(domain.UserRegistered, events_pb2.UserRegistered, lambda _: "auth.user.registered"),
        EventType(domain.UserSignedIn, events_pb2.UserSignedIn, lambda _: "auth.user.signed_in"),
        EventType(domain.SessionRevoked, events_pb2.SessionRevoked, lambda _: "auth.session.revoked"),
    ]
)

# Nobody listens yet: a service that wants to gets its durable declared here, by the owner of the stream.
STREAMS = (Stream("AUTH", ("auth.user.>", "auth.session.>"), max_bytes=64 << 20),)
