from http import HTTPStatus
from typing import Any

import httpx

from ... import errors
from ...client import AuthenticatedClient, Client
from ...models.problem import Problem
from ...models.receive_git_hub_app_delivery_body import ReceiveGitHubAppDeliveryBody
from ...models.received import Received
from ...types import Response, Unset


def _get_kwargs(
    *,
    body: ReceiveGitHubAppDeliveryBody,
    x_git_hub_event: str,
    x_git_hub_delivery: str,
    x_hub_signature_256: str | Unset = "",
) -> dict[str, Any]:
    headers: dict[str, Any] = {}
    headers["X-GitHub-Event"] = x_git_hub_event

    headers["X-GitHub-Delivery"] = x_git_hub_delivery

    if not isinstance(x_hub_signature_256, Unset):
        headers["X-Hub-Signature-256"] = x_hub_signature_256

    _kwargs: dict[str, Any] = {
        "method": "post",
        "url": "/api/v1/webhooks/github",
    }

    _kwargs["json"] = body.to_dict()

    headers["Content-Type"] = "application/json"

    _kwargs["headers"] = headers
    return _kwargs


def _parse_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Problem | Received | None:
    if response.status_code == 202:
        response_202 = Received.from_dict(response.json())

        return response_202

    if response.status_code == 401:
        response_401 = Problem.from_dict(response.json())

        return response_401

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


def _build_response(*, client: AuthenticatedClient | Client, response: httpx.Response) -> Response[Problem | Received]:
    return Response(
        status_code=HTTPStatus(response.status_code),
        content=response.content,
        headers=response.headers,
        parsed=_parse_response(client=client, response=response),
    )


def sync_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ReceiveGitHubAppDeliveryBody,
    x_git_hub_event: str,
    x_git_hub_delivery: str,
    x_hub_signature_256: str | Unset = "",
) -> Response[Problem | Received]:
    """For GitHub: the App's webhook

     Tells of every repository where this installation's GitHub App is installed;
    `AUTH_GITHUB_WEBHOOK_SECRET`.

    Args:
        x_git_hub_event (str): What it tells of.
        x_git_hub_delivery (str): Names the delivery: the same one again changes nothing.
        x_hub_signature_256 (str | Unset): HMAC-SHA-256 of the body. Default: ''.
        body (ReceiveGitHubAppDeliveryBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Received]
    """

    kwargs = _get_kwargs(
        body=body,
        x_git_hub_event=x_git_hub_event,
        x_git_hub_delivery=x_git_hub_delivery,
        x_hub_signature_256=x_hub_signature_256,
    )

    response = client.get_httpx_client().request(
        **kwargs,
    )

    return _build_response(client=client, response=response)


def sync(
    *,
    client: AuthenticatedClient | Client,
    body: ReceiveGitHubAppDeliveryBody,
    x_git_hub_event: str,
    x_git_hub_delivery: str,
    x_hub_signature_256: str | Unset = "",
) -> Problem | Received | None:
    """For GitHub: the App's webhook

     Tells of every repository where this installation's GitHub App is installed;
    `AUTH_GITHUB_WEBHOOK_SECRET`.

    Args:
        x_git_hub_event (str): What it tells of.
        x_git_hub_delivery (str): Names the delivery: the same one again changes nothing.
        x_hub_signature_256 (str | Unset): HMAC-SHA-256 of the body. Default: ''.
        body (ReceiveGitHubAppDeliveryBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Received
    """

    return sync_detailed(
        client=client,
        body=body,
        x_git_hub_event=x_git_hub_event,
        x_git_hub_delivery=x_git_hub_delivery,
        x_hub_signature_256=x_hub_signature_256,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient | Client,
    body: ReceiveGitHubAppDeliveryBody,
    x_git_hub_event: str,
    x_git_hub_delivery: str,
    x_hub_signature_256: str | Unset = "",
) -> Response[Problem | Received]:
    """For GitHub: the App's webhook

     Tells of every repository where this installation's GitHub App is installed;
    `AUTH_GITHUB_WEBHOOK_SECRET`.

    Args:
        x_git_hub_event (str): What it tells of.
        x_git_hub_delivery (str): Names the delivery: the same one again changes nothing.
        x_hub_signature_256 (str | Unset): HMAC-SHA-256 of the body. Default: ''.
        body (ReceiveGitHubAppDeliveryBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Response[Problem | Received]
    """

    kwargs = _get_kwargs(
        body=body,
        x_git_hub_event=x_git_hub_event,
        x_git_hub_delivery=x_git_hub_delivery,
        x_hub_signature_256=x_hub_signature_256,
    )

    response = await client.get_async_httpx_client().request(**kwargs)

    return _build_response(client=client, response=response)


async def asyncio(
    *,
    client: AuthenticatedClient | Client,
    body: ReceiveGitHubAppDeliveryBody,
    x_git_hub_event: str,
    x_git_hub_delivery: str,
    x_hub_signature_256: str | Unset = "",
) -> Problem | Received | None:
    """For GitHub: the App's webhook

     Tells of every repository where this installation's GitHub App is installed;
    `AUTH_GITHUB_WEBHOOK_SECRET`.

    Args:
        x_git_hub_event (str): What it tells of.
        x_git_hub_delivery (str): Names the delivery: the same one again changes nothing.
        x_hub_signature_256 (str | Unset): HMAC-SHA-256 of the body. Default: ''.
        body (ReceiveGitHubAppDeliveryBody):

    Raises:
        errors.UnexpectedStatus: If the server returns an undocumented status code and Client.raise_on_unexpected_status is True.
        httpx.TimeoutException: If the request takes longer than Client.timeout.

    Returns:
        Problem | Received
    """

    return (
        await asyncio_detailed(
            client=client,
            body=body,
            x_git_hub_event=x_git_hub_event,
            x_git_hub_delivery=x_git_hub_delivery,
            x_hub_signature_256=x_hub_signature_256,
        )
    ).parsed
