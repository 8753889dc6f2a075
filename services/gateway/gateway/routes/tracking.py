"""Repositories that a user follows: track, list, read, change, untrack."""

from hashlib import sha256
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response

from gateway import problems, repository_wire
from gateway import repository_schemas as schemas
from gateway.clients import Clients
from gateway.negotiation import matches, strong_tags
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
from gitstrata_protos.auth.v1 import hooks_service_pb2 as auth_proto
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc, telemetry
from kit.errors import AppError

PATH = "/api/v1/repositories"
_PROVIDER_SECONDS = 20  # a host is asked, and it may be slow
_CACHE = "private, no-cache"
_ETAG = {"ETag": {"schema": {"type": "string"}, "description": "Of the settings, for `If-Match`."}}
_ONE = (*SIGNED_IN, "not_found", *SERVED)
_WRITTEN = ("malformed_body", "body_too_large", "invalid_input")
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description="`ETag` of what the client has.")]

router = APIRouter(prefix=PATH, tags=["repositories"])


RepositoryId = Annotated[
    str,
    path_id("The repository.", example=schemas.REPOSITORY_ID),
    canonical("There is no repository with this id that you follow.", words=("available",)),
]


@router.post(
    "",
    operation_id="trackRepository",
    summary="Follow a repository",
    status_code=201,
    responses={
        201: {
            "description": "You follow it from now on.",
            "headers": {
                "Location": {"schema": {"type": "string"}, "description": "Address of the repository."},
                **_ETAG,
            },
        },
        **problems.answers(*_WRITTEN, *SIGNED_IN, "wrong_state", "conflict", "limit_reached", *SERVED),
    },
)
async def track(
    user: User, request: Request, response: Response, body: schemas.TrackRepository, key: CommandKey
) -> schemas.TrackedRepositoryWithWebhook:
    """It is analysed again by itself, as its settings say; where these want pushes, its host is asked to tell of them.
    One that you follow already: 409 `repository_tracked`.
    """
    reply = await rpc.call(
        clients(request).jobs.TrackRepository,
        proto.TrackRepositoryRequest(
            repository_url=body.repo_url,
            settings=repository_wire.settings_message(body.settings),
            people=repository_wire.people_message(body.settings.options),
        ),
        user_id=user.user_id,
        idempotency_key=key,
    )
    response.headers["Location"] = f"{PATH}/{reply.repository.id}"
    response.headers["ETag"] = f'"{reply.repository.settings_tag}"'
    webhook = None
    if body.settings.on_push:
        try:
            webhook = await _install(user, clients(request), reply.repository, key)
        except AppError as error:  # it is followed all the same, and the webhook can be asked for again
            telemetry.log.info("followed without a webhook", code=error.code)
    return repository_wire.tracked(reply.repository, webhook)


async def _install(
    user: User, clients: Clients, repository: proto.Repository, key: str
) -> schemas.RepositoryWebhookSecret:
    reply = await rpc.call(
        clients.hooks.InstallHook,
        auth_proto.InstallHookRequest(repository_id=repository.id, repository_url=repository.repository_url),
        user_id=user.user_id,
        idempotency_key=key,
        timeout=_PROVIDER_SECONDS,
    )
    return repository_wire.webhook_secret(reply)


@router.get(
    "",
    operation_id="listRepositories",
    summary="Repositories that you follow",
    responses={200: {"headers": LINK}, **problems.answers(*SIGNED_IN, "invalid_input", *SERVED)},
)
async def listing(
    user: User, request: Request, response: Response, limit: Limit = 20, cursor: Cursor = None
) -> schemas.TrackedRepositoryPage:
    """By address. What settings say beyond branch and schedule is in each repository's own answer."""
    reply = await rpc.call(
        clients(request).jobs.ListRepositories,
        proto.ListRepositoriesRequest(page_size=limit, page_token=cursor or ""),
        user_id=user.user_id,
    )
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(PATH, following, limit=limit)
    return schemas.TrackedRepositoryPage(
        items=[repository_wire.repository(item) for item in reply.repositories], next_cursor=following
    )


async def read(user: User, clients: Clients, repository_id: str) -> proto.Repository:
    """The repository as jobs tells it; NotFound for one that the user does not follow."""
    request = proto.GetRepositoryRequest(repository_id=repository_id)
    return (await rpc.call(clients.jobs.GetRepository, request, user_id=user.user_id)).repository


@router.get(
    "/{repository_id}",
    operation_id="getRepository",
    summary="One repository that you follow",
    response_model=schemas.TrackedRepositoryDetail,
    responses={
        200: {"headers": {"ETag": {"schema": {"type": "string"}, "description": "Of this answer."}}},
        304: {"description": "The answer is the one that `If-None-Match` names."},
        **problems.answers(*_ONE),
    },
)
async def detail(
    user: User, request: Request, repository_id: RepositoryId, if_none_match: IfNoneMatch = None
) -> Response:
    """With all its settings."""
    content = repository_wire.detail(await read(user, clients(request), repository_id)).model_dump_json().encode()
    return _tagged(content, sha256(content).hexdigest()[:32], if_none_match)


@router.get(
    "/{repository_id}/settings",
    operation_id="getRepositorySettings",
    summary="How it is analysed",
    response_model=schemas.RepositorySettings,
    responses={
        200: {"headers": _ETAG},
        304: {"description": "The settings are those that `If-None-Match` names.", "headers": _ETAG},
        **problems.answers(*_ONE),
    },
)
async def settings(
    user: User, request: Request, repository_id: RepositoryId, if_none_match: IfNoneMatch = None
) -> Response:
    """Their `ETag` changes with them and with nothing else: a push does not change it."""
    found = await read(user, clients(request), repository_id)
    return _tagged(repository_wire.settings(found).model_dump_json().encode(), found.settings_tag, if_none_match)


def _tagged(content: bytes, tag: str, if_none_match: str | None) -> Response:
    headers = {"ETag": f'"{tag}"', "Cache-Control": _CACHE}
    if matches(if_none_match, tag):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


_CHANGED: dict[int | str, dict[str, Any]] = {200: {"headers": _ETAG}}


@router.put(
    "/{repository_id}/settings",
    operation_id="changeRepositorySettings",
    summary="Analyse it otherwise",
    responses={
        **_CHANGED,
        **problems.answers(*_WRITTEN, *_ONE, "conflict", "settings_changed"),
    },
)
async def change_settings(
    *,
    user: User,
    request: Request,
    response: Response,
    repository_id: RepositoryId,
    body: schemas.RepositorySettings,
    if_match: Annotated[
        str | None,
        Header(alias="If-Match", description="`ETag` of the settings that these are to replace; 412 for others."),
    ] = None,
) -> schemas.RepositorySettings:
    """All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is overwritten."""
    reply = await rpc.call(
        clients(request).jobs.ChangeRepositorySettings,
        proto.ChangeRepositorySettingsRequest(
            repository_id=repository_id,
            settings=repository_wire.settings_message(body),
            people=repository_wire.people_message(body.options),
            expected_tags=strong_tags(if_match),
        ),
        user_id=user.user_id,
    )
    response.headers["ETag"] = f'"{reply.repository.settings_tag}"'
    return repository_wire.settings(reply.repository)


@router.delete(
    "/{repository_id}",
    operation_id="untrackRepository",
    summary="Follow it no more",
    responses=problems.answers(*_ONE, "conflict"),
)
async def untrack(user: User, request: Request, repository_id: RepositoryId) -> schemas.Untracked:
    """Your analyses of it are erased, with their reports, and its webhook is removed from its host."""
    reply = await rpc.call(
        clients(request).jobs.UntrackRepository,
        proto.UntrackRepositoryRequest(repository_id=repository_id),
        user_id=user.user_id,
        timeout=30,
    )
    try:
        await rpc.call(
            clients(request).hooks.RemoveHook,
            auth_proto.RemoveHookRequest(repository_id=repository_id),
            user_id=user.user_id,
            timeout=_PROVIDER_SECONDS,
        )
    except AppError as error:  # what it still tells concerns nobody any more
        telemetry.log.warning("a webhook was not removed", code=error.code)
    return schemas.Untracked(erased_analyses=reply.erased)


@router.get(
    "/{repository_id}/webhook",
    operation_id="getRepositoryWebhook",
    summary="How its host tells of pushes",
    responses=problems.answers(*_ONE),
)
async def webhook(user: User, request: Request, repository_id: RepositoryId) -> schemas.RepositoryWebhook:
    """Whether it is installed, and whether it works. One without a webhook: 404 `webhook_not_found`."""
    await read(user, clients(request), repository_id)
    asked = auth_proto.GetHookRequest(repository_id=repository_id)
    reply = await rpc.call(clients(request).hooks.GetHook, asked, user_id=user.user_id)
    return repository_wire.webhook(reply.hook)


@router.post(
    "/{repository_id}/webhook",
    operation_id="installRepositoryWebhook",
    summary="Have its host tell of pushes",
    responses=problems.answers(*_ONE, "wrong_state", "conflict", "invalid_input"),
)
async def install_webhook(
    user: User, request: Request, repository_id: RepositoryId, key: CommandKey
) -> schemas.RepositoryWebhookSecret:
    """Installs it, or shows what to paste; again for a new secret, which replaces the one before at once."""
    return await _install(user, clients(request), await read(user, clients(request), repository_id), key)
