"""Signs in at the gateway as a browser would, with the stand-in's sign-in without a click."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import httpx

from deploy.kind import cluster, standin


@contextmanager
def signed_in(login: str) -> Iterator[httpx.Client]:
    """A client of the gateway with that person's session."""
    with httpx.Client(base_url=cluster.GATEWAY, trust_env=False, timeout=30) as client:
        started = client.get("/api/v1/auth/github", params={"login": login, "private": "true"})
        # a browser knows that names below localhost are this machine; the name server of a machine may not
        allowed = client.get(started.headers["location"].replace(standin.HOST, "127.0.0.1", 1))
        returned = parse_qs(urlsplit(allowed.headers["location"]).query)
        answer = client.post(
            "/api/v1/auth/callback", json={"code": returned["code"][0], "state": returned["state"][0]}
        ).raise_for_status()
        client.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
        yield client


def api_token(client: httpx.Client, name: str) -> str:
    """A new API token that may submit and read."""
    made = client.post("/api/v1/auth/tokens", json={"name": name, "scopes": ["read", "write"]}).raise_for_status()
    token: str = made.json()["token"]
    return token


def is_good(token: str) -> bool:
    """Whether an API token is one of this installation's."""
    headers = {"authorization": f"Bearer {token}"}
    return httpx.get(f"{cluster.GATEWAY}/api/v1/auth/me", headers=headers, trust_env=False, timeout=30).is_success
