"""The environment that each service is started with: its settings, and no other service's secrets."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from local_stack.certificates import Identity
from local_stack.home import CHECKOUT, Home
from local_stack.nats import Nats
from local_stack.postgres import Postgres
from local_stack.secrets import Secrets

SERVICES = ("auth", "jobs", "analyzer", "gateway")

# What a program needs of the machine it runs on; the rest of the caller's environment stays out.
_INHERITED = (
    *("PATH", "HOME", "USER", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"),
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY"),
    *("http_proxy", "https_proxy", "no_proxy", "all_proxy"),
)


@dataclass(frozen=True)
class Addresses:
    """Where everything listens: a port of 127.0.0.1 each."""

    gateway: int
    auth: int
    jobs: int
    analyzer: int
    github: int
    postgres: int
    nats: int
    nats_monitor: int

    @property
    def gateway_url(self) -> str:
        return f"http://127.0.0.1:{self.gateway}"

    @property
    def github_url(self) -> str:
        return f"http://127.0.0.1:{self.github}"

    @property
    def callback_url(self) -> str:
        """Where the sign-in provider sends the browser back to."""
        return f"{self.gateway_url}/auth/callback"


def inherited() -> dict[str, str]:
    """What every program takes over from the caller."""
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    return kept | {"PYTHONUNBUFFERED": "1"}


def of_github(home: Home, addresses: Addresses, secrets: Secrets) -> dict[str, str]:
    """The stand-in's environment."""
    return inherited() | {
        "GITHUB_PORT": str(addresses.github),
        "GITHUB_DATA": str(home.github),
        "GITHUB_REPOSITORIES": str(home.repositories),
        "GITHUB_CLIENT_ID": secrets.github_client_id,
        "GITHUB_CLIENT_SECRET": secrets.github_client_secret,
        "GITHUB_CALLBACK_URL": addresses.callback_url,
    }


def of_services(
    *,
    home: Home,
    addresses: Addresses,
    secrets: Secrets,
    identities: Mapping[str, Identity],
    postgres: Postgres,
    nats: Nats,
) -> Mapping[str, Mapping[str, str]]:
    """Each service's environment, by its name.

    A variable with a service's prefix in the caller's environment wins over ours, for that service only: so
    `AUTH_GITHUB_URL` and its client id and secret let a local stack sign in against another GitHub.
    """
    target = "127.0.0.1:{}".format
    jwt_keys = json.dumps(secrets.jwt_keys)
    own: dict[str, dict[str, str]] = {
        "auth": {
            "GRPC_LISTEN": target(addresses.auth),
            "GITHUB_URL": addresses.github_url,
            "GITHUB_CLIENT_ID": secrets.github_client_id,
            "GITHUB_CLIENT_SECRET": secrets.github_client_secret,
            "JWT_KEYS": jwt_keys,
            "JWT_ACTIVE_KID": secrets.jwt_active_kid,
            "VAULT_KEYS": ",".join(secrets.vault_keys),
            "PUBLIC_URL": addresses.gateway_url,
            "FIRST_ADMINISTRATOR": "alice",
        },
        "jobs": {
            "GRPC_LISTEN": target(addresses.jobs),
            "AUTH_TARGET": target(addresses.auth),
            "ALLOWED_ORIGINS": addresses.github_url,
            "VAULT_KEYS": ",".join(secrets.jobs_vault_keys),
        },
        "analyzer": {
            "JOBS_TARGET": target(addresses.jobs),
            "ALLOWED_ORIGINS": addresses.github_url,
            "WORK_DIR": str(home.work),
            "HEALTH_LISTEN": target(addresses.analyzer),
            "SLOTS": "1",
            "DRAIN_SECONDS": "5",  # enough below the supervisor's grace to leave a checkpoint and give work back
        },
        "gateway": {
            "LISTEN": target(addresses.gateway),
            "PUBLIC_URL": addresses.gateway_url,
            "AUTH_TARGET": target(addresses.auth),
            "JOBS_TARGET": target(addresses.jobs),
            "JWT_KEYS": jwt_keys,
            "DASHBOARD_DIR": str(CHECKOUT / "frontend" / "dist"),
            "COOKIE_SECURE": "false",
        },
    }
    for service, settings in own.items():
        settings |= {
            "TLS_CA": str(identities[service].authority),
            "TLS_CERT": str(identities[service].certificate),
            "TLS_KEY": str(identities[service].key),
        }
        if service in secrets.databases:
            password = secrets.databases[service]
            settings["DATABASE_URL"] = postgres.url(service, user=service, password=password)
        if service in secrets.nats:
            settings |= {
                "NATS_URL": nats.url,
                "NATS_USER": service,
                "NATS_PASSWORD": secrets.nats[service],
            }
    return {service: _environment(service, settings) for service, settings in own.items()}


def _environment(service: str, settings: dict[str, str]) -> dict[str, str]:
    prefix = f"{service.upper()}_"
    given = {name: value for name, value in os.environ.items() if name.startswith((prefix, "LOG_", "OTEL_"))}
    # what is given by file or from AWS is not given by value too
    elsewhere = {name.removesuffix(suffix) for name in given for suffix in ("_FILE", "_AWS_SECRET")}
    ours = {f"{prefix}{name}": value for name, value in settings.items() if f"{prefix}{name}" not in elsewhere}
    return inherited() | {"LOG_FORMAT": "console", "LOG_LEVEL": "info"} | ours | given
