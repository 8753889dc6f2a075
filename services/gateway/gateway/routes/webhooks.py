"""Deliveries of Git hosts: checked by auth, which has the secrets, and told to jobs."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Path, Request

from gateway import hooks, problems
from gateway import repository_schemas as schemas
from gateway.clients import Clients
from gateway.routes.access import (
    SERVED,
    clients,
)
from gitstrata_protos.auth.v1 import hooks_service_pb2 as auth_proto
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs_proto
from kit import rpc, telemetry
from kit.errors import InvalidInput, NotFound

PATH = "/api/v1/webhooks"
_DEADLINE_SECONDS = 8  # a host waits ten
_SHA256 = "sha256="

router = APIRouter(prefix=PATH, tags=["webhooks"])
Printable = r"^[\x21-\x7e]*$"
HookId = Annotated[str, Path(max_length=64, pattern=r"^[0-9a-f-]+$", description="Of the webhook: its address has it.")]
_ANSWERS: dict[int | str, dict[str, Any]] = {
    202: {"description": "Taken, whether it leads to anything or not."},
    **problems.answers("signature_invalid", "body_too_large", "invalid_input", *SERVED),
}
_BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {"type": "object"},
                "example": {
                    "ref": "refs/heads/main",
                    "after": "8646edca6f47e2cd57464081b3911218d4734f8d",
                    "repository": {
                        "clone_url": "https://github.com/pallets/flask.git",
                        "default_branch": "main",
                    },
                },
            }
        },
    }
}


def _header(name: str, description: str, *, most: int = 255) -> Any:
    return Header(alias=name, max_length=most, pattern=Printable, description=description)


GitHubEvent = Annotated[str, _header("X-GitHub-Event", "What it tells of.")]
GitHubDelivery = Annotated[str, _header("X-GitHub-Delivery", "Names the delivery: the same one again changes nothing.")]
GitHubSignature = Annotated[str, _header("X-Hub-Signature-256", "HMAC-SHA-256 of the body.")]
GiteaEvent = Annotated[str, _header("X-Gitea-Event", "What it tells of.")]
GiteaDelivery = Annotated[str, _header("X-Gitea-Delivery", "Names the delivery: the same one again changes nothing.")]
GiteaSignature = Annotated[str, _header("X-Gitea-Signature", "HMAC-SHA-256 of the body.")]


@router.post(
    "/github/{hook_id}",
    operation_id="receiveGitHubDelivery",
    summary="For GitHub: a repository's webhook",
    status_code=202,
    responses=_ANSWERS,
    openapi_extra=_BODY,
)
async def github(
    *,
    request: Request,
    hook_id: HookId,
    event: GitHubEvent,
    delivery: GitHubDelivery,
    signature: GitHubSignature = "",
) -> schemas.Received:
    """A push to a followed branch leads to an analysis; events that are nothing to us are taken and ignored."""
    return await _receive(request, clients(request), _Delivery("github", hook_id, event, delivery, signature))


@router.post(
    "/github",
    operation_id="receiveGitHubAppDelivery",
    summary="For GitHub: the App's webhook",
    status_code=202,
    responses=_ANSWERS,
    openapi_extra=_BODY,
)
async def github_app(
    *,
    request: Request,
    event: GitHubEvent,
    delivery: GitHubDelivery,
    signature: GitHubSignature = "",
) -> schemas.Received:
    """Tells of every repository where this installation's GitHub App is installed; `AUTH_GITHUB_WEBHOOK_SECRET`."""
    return await _receive(request, clients(request), _Delivery("github", "", event, delivery, signature))


@router.post(
    "/gitea/{hook_id}",
    operation_id="receiveGiteaDelivery",
    summary="For Gitea and Forgejo: a repository's webhook",
    status_code=202,
    responses=_ANSWERS,
    openapi_extra=_BODY,
)
async def gitea(
    *,
    request: Request,
    hook_id: HookId,
    event: GiteaEvent,
    delivery: GiteaDelivery,
    signature: GiteaSignature = "",
) -> schemas.Received:
    """As with GitHub."""
    return await _receive(request, clients(request), _Delivery("gitea", hook_id, event, delivery, signature))


@dataclass(frozen=True, slots=True)
class _Delivery:
    """Who says to have sent what."""

    provider: Literal["github", "gitea"]
    hook_id: str
    event: str
    id: str
    signature: str


async def _receive(request: Request, clients: Clients, delivery: _Delivery) -> schemas.Received:
    body = await request.body()
    checked = await rpc.call(
        clients.hooks.CheckDelivery,
        auth_proto.CheckDeliveryRequest(
            provider=delivery.provider,
            hook_id=delivery.hook_id,
            signature=delivery.signature.removeprefix(_SHA256),
            body=body,
        ),
        timeout=_DEADLINE_SECONDS,
    )
    said = hooks.said(delivery.event, hooks.payload_of(body, request.headers.get("content-type", "")))
    concerned = await _tell(clients, said, checked.repository_id, delivery.id)
    telemetry.log.info("delivery taken", provider=delivery.provider, event_type=delivery.event, repositories=concerned)
    return schemas.Received(outcome="recorded" if concerned else "ignored")


async def _tell(clients: Clients, said: hooks.Said, repository_id: str, delivery_id: str) -> int:
    """Have jobs note it; how many followed repositories, or shares of one, it concerns."""
    try:
        if isinstance(said, hooks.Pushed):
            push = jobs_proto.RecordPushRequest(
                repository_url=said.repository_url,
                branch=said.branch,
                is_default_branch=said.is_default,
                commit=said.commit,
                delivery_id=delivery_id,
                repository_id=repository_id,
            )
            return (await rpc.call(clients.jobs.RecordPush, push, timeout=_DEADLINE_SECONDS)).repositories
        if isinstance(said, hooks.Moved):
            move = jobs_proto.RecordMoveRequest(
                repository_url=said.repository_url, new_url=said.new_url, repository_id=repository_id
            )
            return (await rpc.call(clients.jobs.RecordMove, move, timeout=_DEADLINE_SECONDS)).repositories
        if isinstance(said, hooks.Privatized):
            private = jobs_proto.RecordPrivatizedRequest(
                repository_url=said.repository_url, repository_id=repository_id
            )
            return (await rpc.call(clients.jobs.RecordPrivatized, private, timeout=_DEADLINE_SECONDS)).suspended
    except (InvalidInput, NotFound) as error:
        # of an address that is not read here, for instance: the host can do nothing about it
        telemetry.log.warning("a delivery leads to nothing", code=error.code)
    return 0
