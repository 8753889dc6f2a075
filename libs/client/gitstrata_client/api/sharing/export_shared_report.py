from http import HTTPStatus
from io import BytesIO
from typing import Any, cast
from urllib.parse import quote

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.format_ import Format
from ...models.problem import Problem
from ...types import UNSET, File, Response, Unset


def _get_kwargs(
    format_: Format,
    *,
    table: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    if not isinstance(if_none_match, Unset):
        headers["If-None-Match"] = if_none_match

    params: dict[str, Any] = {}

    params["table"] = table

    params = {k: v for k, v in params.items() if v is not UNSET and v is not None}

    _kwargs: dict[str, Any] = {
        "method": "get",
        "url": "/api/v1/shared/export/{format_}".format(
            format_=quote(str(format_), safe=""),
        ),
        "params": params,
    }

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Any | File | Problem | None:
    if response.status_code == 200:
        response_200 = File(payload=BytesIO(response.json()))

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


def _build_response(
    *, client: AuthenticatedClient | Client, response: httpx.Response
) -> Response[Any | File | Problem]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    format_: Format,
    *,
    client: AuthenticatedClient,
    table: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | File | Problem]:
    """The shared report as a file

     As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the
    owner said
    about people, and without e-mail addresses unless they are shared too.

    Args:
        format_ (Format):
        table (str | Unset): One table alone, of `csv` and `parquet`: people, files, directories,
            weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences,
            excluded. Without it, all in a zip.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
    """

    kwargs = _get_kwargs(
        format_=format_,
        table=table,
        if_none_match=if_none_match,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    format_: Format,
    *,
    client: AuthenticatedClient,
    table: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | File | Problem | None:
    """The shared report as a file

     As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the
    owner said
    about people, and without e-mail addresses unless they are shared too.

    Args:
        format_ (Format):
        table (str | Unset): One table alone, of `csv` and `parquet`: people, files, directories,
            weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences,
            excluded. Without it, all in a zip.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
    """

    return sync_detailed(
        format_=format_,
        client=client,
        table=table,
        if_none_match=if_none_match,
    ).parsed


async def asyncio_detailed(
    format_: Format,
    *,
    client: AuthenticatedClient,
    table: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Response[Any | File | Problem]:
    """The shared report as a file

     As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the
    owner said
    about people, and without e-mail addresses unless they are shared too.

    Args:
        format_ (Format):
        table (str | Unset): One table alone, of `csv` and `parquet`: people, files, directories,
            weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences,
            excluded. Without it, all in a zip.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Any | File | Problem]
    """

    kwargs = _get_kwargs(
        format_=format_,
        table=table,
        if_none_match=if_none_match,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    format_: Format,
    *,
    client: AuthenticatedClient,
    table: str | Unset = UNSET,
    if_none_match: str | Unset = UNSET,
) -> Any | File | Problem | None:
    """The shared report as a file

     As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the
    owner said
    about people, and without e-mail addresses unless they are shared too.

    Args:
        format_ (Format):
        table (str | Unset): One table alone, of `csv` and `parquet`: people, files, directories,
            weeks, churn, releases, survival, hotspots, coupling, languages, dependencies, licences,
            excluded. Without it, all in a zip.
        if_none_match (str | Unset): `ETag` of what the client has.

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Any | File | Problem
    """

    return (
        await asyncio_detailed(
            format_=format_,
            client=client,
            table=table,
            if_none_match=if_none_match,
        )
    ).parsed
