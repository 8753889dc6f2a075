from http import HTTPStatus
from typing import Any, cast

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...types import UNSET, Response, Unset


def _get_kwargs(
    *,
    login: str | Unset = UNSET,
    private: bool | Unset = False,
) -> dict[str, Any]:

    params: dict[str, Any] = {}

    params["login"] = login

    params["private"] = private

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/auth/gitea",
        "params": params,
    }

    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | Problem | None:
    if response.status_code == 302:
        response_302 = cast(Any, None)
        return response_302

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Any | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    login: str | Unset = UNSET,
    private: bool | Unset = False,
) -> Response[Any | Problem]:
    """Begin to sign in with Gitea or Forgejo

     As with GitHub; 422 where this installation has no Gitea.

    Args:
        login (str | Unset): Account to suggest to the provider.
        private (bool | Unset): Ask for access to private repositories too. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        login=login,
        private=private,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    login: str | Unset = UNSET,
    private: bool | Unset = False,
) -> Any | Problem | None:
    """Begin to sign in with Gitea or Forgejo

     As with GitHub; 422 where this installation has no Gitea.

    Args:
        login (str | Unset): Account to suggest to the provider.
        private (bool | Unset): Ask for access to private repositories too. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return sync_detailed(
        client=client,
        login=login,
        private=private,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    login: str | Unset = UNSET,
    private: bool | Unset = False,
) -> Response[Any | Problem]:
    """Begin to sign in with Gitea or Forgejo

     As with GitHub; 422 where this installation has no Gitea.

    Args:
        login (str | Unset): Account to suggest to the provider.
        private (bool | Unset): Ask for access to private repositories too. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | Problem]
    """

    kwargs = _get_kwargs(
        login=login,
        private=private,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    login: str | Unset = UNSET,
    private: bool | Unset = False,
) -> Any | Problem | None:
    """Begin to sign in with Gitea or Forgejo

     As with GitHub; 422 where this installation has no Gitea.

    Args:
        login (str | Unset): Account to suggest to the provider.
        private (bool | Unset): Ask for access to private repositories too. Default: False.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | Problem
    """

    return (
        await asyncio_detailed(
            client=client,
            login=login,
            private=private,
        )
    ).parsed
