from http import HTTPStatus
from typing import Any
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.repository_settings import RepositorySettings
from ...types import UNSET, Response, Unset


def _get_kwargs(
    repository_id: UUID,
    *,
    body: RepositorySettings,
    if_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_match, Unset):
        headers["If-Match"] = if_match

    _kwargs: dict[str, Any] = {
        "method": "put",
        "url": "/api/v1/repositories/{repository_id}/settings".format(
            repository_id=quote(str(repository_id), safe=""),
        ),
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Problem | RepositorySettings | None:
    if response.status_code == 200:
        response_200 = RepositorySettings.from_dict(response.json())

        return response_200

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 404:
        response_404 = Problem.from_dict(response.json())

        return response_404

    if response.status_code == 408:
        response_408 = Problem.from_dict(response.json())

        return response_408

    if response.status_code == 409:
        response_409 = Problem.from_dict(response.json())

        return response_409

    if response.status_code == 412:
        response_412 = Problem.from_dict(response.json())

        return response_412

    if response.status_code == 413:
        response_413 = Problem.from_dict(response.json())

        return response_413

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
) -> Response[Problem | RepositorySettings]:
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
    body: RepositorySettings,
    if_match: str | Unset = UNSET,
) -> Response[Problem | RepositorySettings]:
    """Analyse it otherwise

     All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is
    overwritten.

    Args:
        repository_id (UUID): The repository.
        if_match (str | Unset): `ETag` of the settings that these are to replace; 412 for others.
        body (RepositorySettings): How a repository is analysed, and when by itself.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RepositorySettings]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        body=body,
        if_match=if_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RepositorySettings,
    if_match: str | Unset = UNSET,
) -> Problem | RepositorySettings | None:
    """Analyse it otherwise

     All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is
    overwritten.

    Args:
        repository_id (UUID): The repository.
        if_match (str | Unset): `ETag` of the settings that these are to replace; 412 for others.
        body (RepositorySettings): How a repository is analysed, and when by itself.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RepositorySettings
    """

    return sync_detailed(
        repository_id=repository_id,
        client=client,
        body=body,
        if_match=if_match,
    ).parsed


async def asyncio_detailed(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RepositorySettings,
    if_match: str | Unset = UNSET,
) -> Response[Problem | RepositorySettings]:
    """Analyse it otherwise

     All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is
    overwritten.

    Args:
        repository_id (UUID): The repository.
        if_match (str | Unset): `ETag` of the settings that these are to replace; 412 for others.
        body (RepositorySettings): How a repository is analysed, and when by itself.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | RepositorySettings]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        body=body,
        if_match=if_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    body: RepositorySettings,
    if_match: str | Unset = UNSET,
) -> Problem | RepositorySettings | None:
    """Analyse it otherwise

     All of them are replaced: what is left out is as if never set. With `If-Match` nobody's change is
    overwritten.

    Args:
        repository_id (UUID): The repository.
        if_match (str | Unset): `ETag` of the settings that these are to replace; 412 for others.
        body (RepositorySettings): How a repository is analysed, and when by itself.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | RepositorySettings
    """

    return (
        await asyncio_detailed(
            repository_id=repository_id,
            client=client,
            body=body,
            if_match=if_match,
        )
    ).parsed
