"""Settings of auth, read once in `main` from `AUTH_*`."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from kit.settings import DatabaseSettings, NatsSettings, ServiceSettings, split_commas

_SMALLEST_KEY = 32
# a refused setting is reported by its name, never by its value: some are secret
_CONFIG = SettingsConfigDict(env_prefix="AUTH_", hide_input_in_errors=True, frozen=True)


class MigrationSettings(BaseSettings):
    """What `python -m auth.migrate` needs."""

    model_config = _CONFIG

    database_url: SecretStr


class Settings(ServiceSettings, DatabaseSettings, NatsSettings):
    """Where to listen, the provider that vouches for people, and the keys."""

    model_config = _CONFIG

    grpc_listen: str = "127.0.0.1:9001"
    """Host and port of the gRPC server."""
    public_url: str
    """Address under which browsers reach the gateway; the provider sends them back below it."""
    github_url: str = "https://github.com"
    """GitHub, or the address of a GitHub Enterprise Server."""
    github_client_id: str
    github_client_secret: SecretStr
    github_scopes: str = "read:user user:email repo"
    """OAuth scopes asked for at sign-in. `repo` is what reading private repositories takes with an OAuth app."""
    jwt_keys: dict[str, SecretStr]
    """Keys of access tokens, base64, by `kid`. Several during a rotation."""
    jwt_active_kid: str
    """The one that signs."""
    vault_keys: Annotated[tuple[SecretStr, ...], NoDecode]
    """Fernet keys, separated by commas, the newest first."""

    @field_validator("vault_keys", mode="before")
    @classmethod
    def _split_keys(cls, value: object) -> object:
        return split_commas(value)

    @field_validator("public_url", "github_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"https", "http"} or not parts.hostname or parts.query or parts.fragment:
            raise ValueError("must be an address like https://gitstrata.example")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _keys_are_keys(self) -> Self:
        for kid, key in self.jwt_keys.items():
            if len(_decoded(key)) < _SMALLEST_KEY:
                raise ValueError(f"the key {kid!r} of AUTH_JWT_KEYS must be base64 of at least {_SMALLEST_KEY} bytes")
        if self.jwt_active_kid not in self.jwt_keys:
            raise ValueError("AUTH_JWT_ACTIVE_KID names no key of AUTH_JWT_KEYS")
        if not self.vault_keys:
            raise ValueError("AUTH_VAULT_KEYS needs at least one key")
        for number, key in enumerate(self.vault_keys, 1):
            try:
                Fernet(key.get_secret_value())
            except ValueError:
                raise ValueError(f"key {number} of AUTH_VAULT_KEYS is no Fernet key") from None
        return self

    @property
    def signing_keys(self) -> dict[str, bytes]:
        return {kid: _decoded(key) for kid, key in self.jwt_keys.items()}


def _decoded(key: SecretStr) -> bytes:
    """Bytes of a base64 key in either alphabet, padded or not; none when it is not base64."""
    text = key.get_secret_value().strip().rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""
