"""Receivers of outgoing webhooks, and calls about them."""

from __future__ import annotations

import asyncio
import json
import uuid
from datetime import UTC, datetime

import sqlalchemy as sa
from standardwebhooks.webhooks import Webhook

from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as pb
from jobs.tables import webhook_delivery
from kit import rpc
from tests.integration.jobs.peers import ALICE


async def call(service, method, user=ALICE, *, key="", **fields):
    request = getattr(pb, f"{method}Request")(**fields)
    return await rpc.call(getattr(service.webhooks, method), request, user_id=user, idempotency_key=key)


async def endpoint(service, receiver, *events, user=ALICE, path="/hooks", **fields):
    return await call(
        service,
        "CreateWebhookEndpoint",
        user,
        url=receiver.url + path,
        events=events or ["analysis.completed"],
        **fields,
    )


async def deliveries(service, endpoint_id, user=ALICE):
    return list((await call(service, "ListWebhookDeliveries", user, endpoint_id=endpoint_id)).deliveries)


async def settled(service, endpoint_id, state, count=1):
    """An endpoint's deliveries, once so many stand in a state."""
    async with asyncio.timeout(30):
        while True:
            found = await deliveries(service, endpoint_id)
            if sum(each.state == state for each in found) >= count:
                return found
            await asyncio.sleep(0.05)


async def arrived(receiver, count=1):
    """What a receiver has seen, once it is so much."""
    async with asyncio.timeout(30):
        while len(receiver.seen) < count:
            await asyncio.sleep(0.02)
    return receiver.seen


def verified(seen, secret):
    """What a message says, if the library of Standard Webhooks takes its signature."""
    return Webhook(secret).verify(seen.content, seen.headers)


async def waiting(engine, endpoint_id, count):
    """Put deliveries in an endpoint's queue; the ids of their messages."""
    now = datetime.now(UTC)
    rows = [
        {
            "id": uuid.uuid4(),
            "endpoint_id": uuid.UUID(endpoint_id),
            "event_id": uuid.uuid4(),
            "about": uuid.UUID(endpoint_id),
            "type": "analysis.completed",
            "body": json.dumps({"type": "analysis.completed", "number": number}),
            "state": "PENDING",
            "next_attempt_at": now,
        }
        for number in range(count)
    ]
    async with engine.begin() as connection:
        await connection.execute(sa.insert(webhook_delivery), rows)
    return {f"msg_{row['event_id'].hex}" for row in rows}
