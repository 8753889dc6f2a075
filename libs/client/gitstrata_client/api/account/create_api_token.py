from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.created_api_token import CreatedApiToken
from ...models.new_api_token import NewApiToken
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    body: NewApiToken,
    idempotency_key: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(idempotency_key, Unset):
        headers["Idempotency-Key"] = idempotency_key

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/auth/tokens",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> CreatedApiToken | Problem | None:
    if response.status_code == 201:
        response_201 = CreatedApiToken.from_dict(response.json())

        return response_201

    if response.status_code == 400:
        response_400 = Problem.from_dict(response.json())

        return response_400

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

    if response.status_code == 403:
        response_403 = Problem.from_dict(response.json())

        return response_403

    if response.status_code == 408:
        response_408 = Problem.from_dict(response.json())

        return response_408

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
) -> Response[CreatedApiToken | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient,
    body: NewApiToken,
    idempotency_key: str | Unset = UNSET,
) -> Response[CreatedApiToken | Problem]:
    """Make a personal API token

     For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a
    hash.

    Args:
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.
        body (NewApiToken): What a token is to be called, and be good for.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreatedApiToken | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient,
    body: NewApiToken,
    idempotency_key: str | Unset = UNSET,
) -> CreatedApiToken | Problem | None:
    """Make a personal API token

     For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a
    hash.

    Args:
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.
        body (NewApiToken): What a token is to be called, and be good for.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreatedApiToken | Problem
    """

    return sync_detailed(
        client=client,
        body=body,
        idempotency_key=idempotency_key,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    body: NewApiToken,
    idempotency_key: str | Unset = UNSET,
) -> Response[CreatedApiToken | Problem]:
    """Make a personal API token

     For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a
    hash.

    Args:
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.
        body (NewApiToken): What a token is to be called, and be good for.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[CreatedApiToken | Problem]
    """

    kwargs = _get_kwargs(
        body=body,
        idempotency_key=idempotency_key,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient,
    body: NewApiToken,
    idempotency_key: str | Unset = UNSET,
) -> CreatedApiToken | Problem | None:
    """Make a personal API token

     For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a
    hash.

    Args:
        idempotency_key (str | Unset): Any unique text: for a day, the same key with the same
            request has the same answer and no second effect; with another request it is refused with
            422.
        body (NewApiToken): What a token is to be called, and be good for.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        CreatedApiToken | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            idempotency_key=idempotency_key,
        )
    ).parsed
