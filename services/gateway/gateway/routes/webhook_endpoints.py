"""Outgoing webhooks: addresses that are told what happens, and the log of what they were told."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from gateway import problems, webhook_wire
from gateway import webhook_schemas as schemas
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    CommandKey,
    Cursor,
    Limit,
    User,
    canonical,
    clients,
    next_link,
    path_id,
)
from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as proto
from kit import rpc

PATH = "/api/v1/webhooks/endpoints"
_ONE = (*SIGNED_IN, "not_found", *SERVED)
_WRITTEN = ("malformed_body", "body_too_large", "invalid_input")

router = APIRouter(prefix=PATH, tags=["webhooks"])


EndpointId = Annotated[
    str,
    path_id("The endpoint.", example=schemas.ENDPOINT_ID),
    canonical("There is no webhook endpoint with this id, or it is not yours."),
]
DeliveryId = Annotated[
    str,
    path_id("The delivery.", example=schemas.DELIVERY_ID),
    canonical("There is no delivery with this id, or it is not yours."),
]
_MADE: dict[int | str, dict[str, Any]] = {
    201: {
        "description": "It is told from now on.",
        "headers": {"Location": {"schema": {"type": "string"}, "description": "Address of the endpoint."}},
    }
}


@router.post(
    "",
    operation_id="createWebhookEndpoint",
    summary="Have an address told",
    status_code=201,
    responses={**_MADE, **problems.answers(*_WRITTEN, *SIGNED_IN, "wrong_state", "limit_reached", *SERVED)},
)
async def create(
    *,
    user: User,
    request: Request,
    response: Response,
    body: schemas.CreateWebhookEndpoint,
    key: CommandKey,
) -> schemas.WebhookEndpointSecret:
    """Messages are signed as [Standard Webhooks](https://www.standardwebhooks.com) has it; each is tried for a day."""
    reply = await rpc.call(
        clients(request).webhooks.CreateWebhookEndpoint,
        proto.CreateWebhookEndpointRequest(
            url=body.url,
            description=body.description,
            events=body.events,
        ),
        user_id=user.user_id,
        idempotency_key=key,
    )
    response.headers["Location"] = f"{PATH}/{reply.endpoint.id}"
    return webhook_wire.with_secret(reply.endpoint, reply.secret)


@router.get(
    "",
    operation_id="listWebhookEndpoints",
    summary="Addresses that are told",
    responses={200: {"headers": LINK}, **problems.answers(*SIGNED_IN, "invalid_input", *SERVED)},
)
async def listing(
    user: User, request: Request, response: Response, limit: Limit = 20, cursor: Cursor = None
) -> schemas.WebhookEndpointPage:
    """Yours, newest first."""
    asked = proto.ListWebhookEndpointsRequest(page_size=limit, page_token=cursor or "")
    reply = await rpc.call(clients(request).webhooks.ListWebhookEndpoints, asked, user_id=user.user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(PATH, following, limit=limit)
    return schemas.WebhookEndpointPage(
        items=[webhook_wire.endpoint(item) for item in reply.endpoints], next_cursor=following
    )


@router.get(
    "/{endpoint_id}",
    operation_id="getWebhookEndpoint",
    summary="One of them",
    responses=problems.answers(*_ONE),
)
async def detail(user: User, request: Request, endpoint_id: EndpointId) -> schemas.WebhookEndpoint:
    """Whether it works, and if it was disabled, why."""
    asked = proto.GetWebhookEndpointRequest(endpoint_id=endpoint_id)
    reply = await rpc.call(clients(request).webhooks.GetWebhookEndpoint, asked, user_id=user.user_id)
    return webhook_wire.endpoint(reply.endpoint)


@router.patch(
    "/{endpoint_id}",
    operation_id="changeWebhookEndpoint",
    summary="Tell it otherwise",
    responses=problems.answers(*_WRITTEN, *_ONE),
)
async def change(
    user: User, request: Request, endpoint_id: EndpointId, body: schemas.ChangeWebhookEndpoint
) -> schemas.WebhookEndpoint:
    """Disabling it gives up what waits to be sent; enabling it begins with what happens from then on."""
    asked = proto.ChangeWebhookEndpointRequest(
        endpoint_id=endpoint_id,
        url=body.url,
        description=body.description,
        enabled=body.enabled,
        events=None if body.events is None else proto.WebhookEvents(events=body.events),
    )
    reply = await rpc.call(clients(request).webhooks.ChangeWebhookEndpoint, asked, user_id=user.user_id)
    return webhook_wire.endpoint(reply.endpoint)


@router.delete(
    "/{endpoint_id}",
    operation_id="deleteWebhookEndpoint",
    summary="Tell it nothing more",
    status_code=204,
    responses=problems.answers(*_ONE),
)
async def delete(user: User, request: Request, endpoint_id: EndpointId) -> None:
    """Its log of deliveries goes with it."""
    asked = proto.DeleteWebhookEndpointRequest(endpoint_id=endpoint_id)
    await rpc.call(clients(request).webhooks.DeleteWebhookEndpoint, asked, user_id=user.user_id)


@router.post(
    "/{endpoint_id}/rotate-secret",
    operation_id="rotateWebhookSecret",
    summary="A new secret",
    responses=problems.answers(*_WRITTEN, *_ONE, "wrong_state"),
)
async def rotate_secret(
    user: User, request: Request, endpoint_id: EndpointId, body: schemas.RotateSecret, key: CommandKey
) -> schemas.WebhookEndpointSecret:
    """Both secrets sign until the overlap is over, so that a receiver can change over without missing anything."""
    asked = proto.RotateWebhookSecretRequest(endpoint_id=endpoint_id, overlap_hours=body.overlap_hours)
    reply = await rpc.call(
        clients(request).webhooks.RotateWebhookSecret, asked, user_id=user.user_id, idempotency_key=key
    )
    return webhook_wire.with_secret(reply.endpoint, reply.secret)


@router.post(
    "/{endpoint_id}/test",
    operation_id="testWebhookEndpoint",
    summary="Send a message to try it",
    status_code=202,
    responses=problems.answers(*_ONE, "wrong_state", "invalid_input"),
)
async def test(user: User, request: Request, endpoint_id: EndpointId, key: CommandKey) -> schemas.WebhookDelivery:
    """Of type `webhook.test`, and sent once. A disabled endpoint: 409."""
    asked = proto.TestWebhookEndpointRequest(endpoint_id=endpoint_id)
    reply = await rpc.call(
        clients(request).webhooks.TestWebhookEndpoint, asked, user_id=user.user_id, idempotency_key=key
    )
    return webhook_wire.delivery(reply.delivery)


@router.get(
    "/{endpoint_id}/deliveries",
    operation_id="listWebhookDeliveries",
    summary="What it was told",
    responses={200: {"headers": LINK}, **problems.answers(*_ONE, "invalid_input")},
)
async def deliveries(
    *,
    user: User,
    request: Request,
    response: Response,
    endpoint_id: EndpointId,
    limit: Limit = 20,
    cursor: Cursor = None,
    status: Annotated[schemas.DeliveryStatus | None, Query(description="Only deliveries that stand there.")] = None,
) -> schemas.WebhookDeliveryPage:
    """Newest first, for 30 days."""
    asked = proto.ListWebhookDeliveriesRequest(
        endpoint_id=endpoint_id, page_size=limit, page_token=cursor or "", state=webhook_wire.state(status)
    )
    reply = await rpc.call(clients(request).webhooks.ListWebhookDeliveries, asked, user_id=user.user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(f"{PATH}/{endpoint_id}/deliveries", following, limit=limit, status=status)
    return schemas.WebhookDeliveryPage(
        items=[webhook_wire.delivery(item) for item in reply.deliveries], next_cursor=following
    )


@router.get(
    "/{endpoint_id}/deliveries/{delivery_id}",
    operation_id="getWebhookDelivery",
    summary="One delivery",
    responses=problems.answers(*_ONE),
)
async def delivery(
    user: User, request: Request, endpoint_id: EndpointId, delivery_id: DeliveryId
) -> schemas.WebhookDeliveryDetail:
    """What was sent, and what became of each attempt."""
    asked = proto.GetWebhookDeliveryRequest(endpoint_id=endpoint_id, delivery_id=delivery_id)
    return webhook_wire.detail(
        await rpc.call(clients(request).webhooks.GetWebhookDelivery, asked, user_id=user.user_id)
    )


@router.post(
    "/{endpoint_id}/deliveries/{delivery_id}/replay",
    operation_id="replayWebhookDelivery",
    summary="Send it again",
    status_code=202,
    responses=problems.answers(*_ONE, "wrong_state", "invalid_input"),
)
async def replay(
    user: User, request: Request, endpoint_id: EndpointId, delivery_id: DeliveryId, key: CommandKey
) -> schemas.WebhookDelivery:
    """Under the same `webhook-id`, and with all its retries. A disabled endpoint: 409."""
    asked = proto.ReplayWebhookDeliveryRequest(endpoint_id=endpoint_id, delivery_id=delivery_id)
    reply = await rpc.call(
        clients(request).webhooks.ReplayWebhookDelivery, asked, user_id=user.user_id, idempotency_key=key
    )
    return webhook_wire.delivery(reply.delivery)
