from http import HTTPStatus
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.get_badge_theme import GetBadgeTheme
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    key: str,
    figure: str,
    *,
    theme: GetBadgeTheme | Unset = "auto",
    label: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    json_theme: str | Unset = UNSET
    if not isinstance(theme, Unset):
        json_theme = theme

    params["theme"] = json_theme

    params["label"] = label

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/badges/{key}/{figure}.svg".format(
            key=quote(str(key), safe=""),
            figure=quote(str(figure), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Problem | str | None:
    if response.status_code == 200:
        response_200 = response.text
        return response_200

    if response.status_code == 304:
        response_304 = cast(Any, None)
        return response_304

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | Problem | str]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    key: str,
    figure: str,
    *,
    client: AuthenticatedClient | Client,
    theme: GetBadgeTheme | Unset = "auto",
    label: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """A badge

     404 alike for a key that is unknown or revoked, and for a figure that was not chosen.

    Args:
        key (str): The key of the badges.
        figure (str): Which figure: truck_factor, lines, files, commits, contributors, language,
            half_life, dependencies, last_commit.
        theme (GetBadgeTheme | Unset): `auto` follows the reader's system. Default: 'auto'.
        label (str | Unset): Another text on the left side.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        key=key,
        figure=figure,
        theme=theme,
        label=label,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    key: str,
    figure: str,
    *,
    client: AuthenticatedClient | Client,
    theme: GetBadgeTheme | Unset = "auto",
    label: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """A badge

     404 alike for a key that is unknown or revoked, and for a figure that was not chosen.

    Args:
        key (str): The key of the badges.
        figure (str): Which figure: truck_factor, lines, files, commits, contributors, language,
            half_life, dependencies, last_commit.
        theme (GetBadgeTheme | Unset): `auto` follows the reader's system. Default: 'auto'.
        label (str | Unset): Another text on the left side.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return sync_detailed(
        key=key,
        figure=figure,
        client=client,
        theme=theme,
        label=label,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    key: str,
    figure: str,
    *,
    client: AuthenticatedClient | Client,
    theme: GetBadgeTheme | Unset = "auto",
    label: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | Problem | str]:
    """A badge

     404 alike for a key that is unknown or revoked, and for a figure that was not chosen.

    Args:
        key (str): The key of the badges.
        figure (str): Which figure: truck_factor, lines, files, commits, contributors, language,
            half_life, dependencies, last_commit.
        theme (GetBadgeTheme | Unset): `auto` follows the reader's system. Default: 'auto'.
        label (str | Unset): Another text on the left side.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem | str]
    """

    kwargs = _get_kwargs(
        key=key,
        figure=figure,
        theme=theme,
        label=label,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    key: str,
    figure: str,
    *,
    client: AuthenticatedClient | Client,
    theme: GetBadgeTheme | Unset = "auto",
    label: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | Problem | str | None:
    """A badge

     404 alike for a key that is unknown or revoked, and for a figure that was not chosen.

    Args:
        key (str): The key of the badges.
        figure (str): Which figure: truck_factor, lines, files, commits, contributors, language,
            half_life, dependencies, last_commit.
        theme (GetBadgeTheme | Unset): `auto` follows the reader's system. Default: 'auto'.
        label (str | Unset): Another text on the left side.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem | str
    """

    return (
        await asyncio_detailed(
            key=key,
            figure=figure,
            client=client,
            theme=theme,
            label=label,
            if_none_match=if_none_match,
        )
    ).parsed
