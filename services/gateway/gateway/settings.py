"""Settings of the gateway, read once in `main` from `GATEWAY_*`."""

from __future__ import annotations

from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from kit.key_source import KeySource, signing_keys
from kit.settings import ServiceSettings


class Settings(ServiceSettings):
    """Where to listen, whom to call, and how to know who calls."""

    # a refused setting is reported by its name, never by its value: some are secret
    model_config = SettingsConfigDict(env_prefix="GATEWAY_", hide_input_in_errors=True, frozen=True)

    listen: str = "127.0.0.1:8080"
    """Host and port of the HTTP server."""
    public_url: str
    """Address under which browsers reach the gateway."""
    auth_target: str
    jobs_target: str
    jwt_keys: SecretStr | None = None
    """Keys that verify access tokens: a JSON object of base64 by `kid`. Several during a rotation."""
    jwt_keys_file: Path | None = None
    """A file that holds them; read again when it changes."""
    jwt_keys_aws_secret: str = ""
    """Name of a secret of AWS Secrets Manager that holds them; read again every minute."""
    trusted_proxies: str = ""
    """Addresses of proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` count, separated by commas."""
    dashboard_dir: Path | None = None
    """The built dashboard (`frontend/dist`)."""
    cookie_secure: bool = True
    """Whether cookies are for HTTPS only; false only where the public address is plain HTTP."""
    requests_per_minute: int = Field(default=3_000, ge=0)
    """Requests of one user, at each replica; 0 is no limit."""
    address_requests_per_minute: int = Field(default=6_000, ge=0)
    """Requests from one address, signed in or not, at each replica; 0 is no limit."""
    request_seconds: float = Field(default=15, gt=0)
    """How long a client may take to send the headers of a request, and again its body."""
    linger_seconds: float = Field(default=1, ge=0)
    """How long requests are still taken after the order to end, each answered with `Connection: close`, so that clients
    and balancers go elsewhere without losing one."""
    cors_origins: str = ""
    """Origins whose pages may call the API, separated by commas; `*` for all. None: only the dashboard's own."""

    @field_validator("listen")
    @classmethod
    def _has_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit():
            raise ValueError("must be host:port, for example 127.0.0.1:8080")
        return value

    @field_validator("dashboard_dir", mode="before")
    @classmethod
    def _empty_means_none(cls, value: object) -> object:
        return value or None

    @model_validator(mode="after")
    def _keys_are_keys(self) -> Self:
        signing_keys(self.jwt_source.read(), "GATEWAY_JWT_KEYS")
        return self

    @property
    def jwt_source(self) -> KeySource:
        return KeySource("GATEWAY_JWT_KEYS", self.jwt_keys, self.jwt_keys_file, self.jwt_keys_aws_secret)

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def origins(self) -> list[str]:
        return [origin.strip() for origin in self.cors_origins.split(",") if origin.strip()]

    @property
    def served_over_https(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"
