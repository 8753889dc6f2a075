from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.side_by_side import SideBySide
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    left: str,
    right: str,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["left"] = left

    params["right"] = right

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/analysis/compare",
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Any | Problem | SideBySide | None:
    if response.status_code == 200:
        response_200 = SideBySide.from_dict(response.json())

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
) -> Response[Any | Problem | SideBySide]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    left: str,
    right: str,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | SideBySide]:
    """Two repositories side by side

     Figures of both, and what they have in common: languages, people, dependencies. What makes the
    figures
    incomparable stands first, in `caveats`.

    Args:
        left (str): A completed analysis of yours.
        right (str): Another one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | SideBySide]
    """

    kwargs = _get_kwargs(
        left=left,
        right=right,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    left: str,
    right: str,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | SideBySide | None:
    """Two repositories side by side

     Figures of both, and what they have in common: languages, people, dependencies. What makes the
    figures
    incomparable stands first, in `caveats`.

    Args:
        left (str): A completed analysis of yours.
        right (str): Another one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | SideBySide
    """

    return sync_detailed(
        client=client,
        left=left,
        right=right,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    left: str,
    right: str,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | SideBySide]:
    """Two repositories side by side

     Figures of both, and what they have in common: languages, people, dependencies. What makes the
    figures
    incomparable stands first, in `caveats`.

    Args:
        left (str): A completed analysis of yours.
        right (str): Another one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | SideBySide]
    """

    kwargs = _get_kwargs(
        left=left,
        right=right,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    left: str,
    right: str,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | SideBySide | None:
    """Two repositories side by side

     Figures of both, and what they have in common: languages, people, dependencies. What makes the
    figures
    incomparable stands first, in `caveats`.

    Args:
        left (str): A completed analysis of yours.
        right (str): Another one.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | SideBySide
    """

    return (
        await asyncio_detailed(
            client=client,
            left=left,
            right=right,
            if_none_match=if_none_match,
        )
    ).parsed
