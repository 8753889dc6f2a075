from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.repository_webhook_secret import RepositoryWebhookSecret
from ...types import UNSET, Response, Unset


def _get_kwargs(
    repository_id: UUID,
    *,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/repositories/{repository_id}/webhook".format(
            repository_id=quote(str(repository_id), safe=""),
        ),
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RepositoryWebhookSecret | None:
    if response.status_code == 200:
        response_200 = RepositoryWebhookSecret.from_dict(response.json())

        return response_200

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 422:
        response_422 = Problem.from_dict(response.json())

        return response_422

    if response.status_code == 429:
        response_429 = Problem.from_dict(response.json())

        return response_429

    if response.status_code == 500:
        response_500 = Problem.from_dict(response.json())

        return response_500

    if response.status_code == 503:
        response_503 = Problem.from_dict(response.json())

        return response_503

    if response.status_code == 504:
        response_504 = Problem.from_dict(response.json())

        return response_504

    if client.raise_on_unexpected_status:
        raise errors.UnexpectedStatus(response.status_code, response.content)
    else:
        return None


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Problem | RepositoryWebhookSecret]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | RepositoryWebhookSecret]:
    """Have its host tell of pushes

     Installs it, or shows what to paste; again for a new secret, which replaces the one before at once.

    Args:
        repository_id (UUID): The repository.
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RepositoryWebhookSecret]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Problem | RepositoryWebhookSecret | None:
    """Have its host tell of pushes

     Installs it, or shows what to paste; again for a new secret, which replaces the one before at once.

    Args:
        repository_id (UUID): The repository.
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RepositoryWebhookSecret
    """

    return sync_detailed(
        repository_id=repository_id,
        client=client,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Response[Problem | RepositoryWebhookSecret]:
    """Have its host tell of pushes

     Installs it, or shows what to paste; again for a new secret, which replaces the one before at once.

    Args:
        repository_id (UUID): The repository.
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RepositoryWebhookSecret]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    idempotency_key: str | Unset = UNSET,
) -> Problem | RepositoryWebhookSecret | None:
    """Have its host tell of pushes

     Installs it, or shows what to paste; again for a new secret, which replaces the one before at once.

    Args:
        repository_id (UUID): The repository.
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RepositoryWebhookSecret
    """

    return (
        await asyncio_detailed(
            repository_id=repository_id,
            client=client,
            idempotency_key=idempotency_key,
        )
    ).parsed
