"""Settings of the gateway, read once in `main` from `GATEWAY_*`."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from kit.settings import ServiceSettings

_SMALLEST_KEY = 32


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
    jwt_keys: dict[str, SecretStr]
    """Keys that verify access tokens, base64, by the `kid` in a token's header. Several during a rotation."""
    dashboard_dir: Path | None = None
    """The built dashboard (`frontend/dist`)."""
    cookie_secure: bool = True
    """Whether cookies are for HTTPS only; false only where the public address is plain HTTP."""

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
        if not self.jwt_keys:
            raise ValueError("GATEWAY_JWT_KEYS needs at least one key")
        for kid, key in self.jwt_keys.items():
            if len(_decoded(key)) < _SMALLEST_KEY:
                raise ValueError(
                    f"the key {kid!r} of GATEWAY_JWT_KEYS must be base64 of at least {_SMALLEST_KEY} bytes"
                )
        return self

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def verification_keys(self) -> dict[str, bytes]:
        return {kid: _decoded(key) for kid, key in self.jwt_keys.items()}

    @property
    def served_over_https(self) -> bool:
        return urlsplit(self.public_url).scheme == "https"


def _decoded(key: SecretStr) -> bytes:
    """Bytes of a base64 key in either alphabet, padded or not; none when it is not base64."""
    text = key.get_secret_value().strip().rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""
