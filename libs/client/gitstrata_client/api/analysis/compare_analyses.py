from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote
from uuid import UUID

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.comparison import Comparison
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    repository_id: UUID,
    *,
    base: str | Unset = UNSET,
    head: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["base"] = base

    params["head"] = head

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/repositories/{repository_id}/compare".format(
            repository_id=quote(str(repository_id), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Comparison | Problem | None:
    if response.status_code == 200:
        response_200 = Comparison.from_dict(response.json())

        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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
) -> Response[Any | Comparison | Problem]:
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
    base: str | Unset = UNSET,
    head: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Comparison | Problem]:
    """What changed in a repository

     What changed from `base` to `head`, and why its figures moved: who came to know files, who left,
    which packages
    came. What makes figures differ although nothing in the repository did (options, another version of
    the engine)
    stands first, in `caveats`.

    Args:
        repository_id (UUID): The repository that you follow.
        base (str | Unset): Analysis to compare from; without it, the last but one.
        head (str | Unset): Analysis to compare with; without it, the newest completed one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Comparison | Problem]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        base=base,
        head=head,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    base: str | Unset = UNSET,
    head: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Comparison | Problem | None:
    """What changed in a repository

     What changed from `base` to `head`, and why its figures moved: who came to know files, who left,
    which packages
    came. What makes figures differ although nothing in the repository did (options, another version of
    the engine)
    stands first, in `caveats`.

    Args:
        repository_id (UUID): The repository that you follow.
        base (str | Unset): Analysis to compare from; without it, the last but one.
        head (str | Unset): Analysis to compare with; without it, the newest completed one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Comparison | Problem
    """

    return sync_detailed(
        repository_id=repository_id,
        client=client,
        base=base,
        head=head,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    base: str | Unset = UNSET,
    head: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Comparison | Problem]:
    """What changed in a repository

     What changed from `base` to `head`, and why its figures moved: who came to know files, who left,
    which packages
    came. What makes figures differ although nothing in the repository did (options, another version of
    the engine)
    stands first, in `caveats`.

    Args:
        repository_id (UUID): The repository that you follow.
        base (str | Unset): Analysis to compare from; without it, the last but one.
        head (str | Unset): Analysis to compare with; without it, the newest completed one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Comparison | Problem]
    """

    kwargs = _get_kwargs(
        repository_id=repository_id,
        base=base,
        head=head,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    repository_id: UUID,
    *,
    client: AuthenticatedClient,
    base: str | Unset = UNSET,
    head: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Comparison | Problem | None:
    """What changed in a repository

     What changed from `base` to `head`, and why its figures moved: who came to know files, who left,
    which packages
    came. What makes figures differ although nothing in the repository did (options, another version of
    the engine)
    stands first, in `caveats`.

    Args:
        repository_id (UUID): The repository that you follow.
        base (str | Unset): Analysis to compare from; without it, the last but one.
        head (str | Unset): Analysis to compare with; without it, the newest completed one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Comparison | Problem
    """

    return (
        await asyncio_detailed(
            repository_id=repository_id,
            client=client,
            base=base,
            head=head,
            if_none_match=if_none_match,
        )
    ).parsed
