"""Settings of auth, read once in `main` from `AUTH_*`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from kit.key_source import KeySource, signing_keys
from kit.settings import (
    CommaList,
    DatabaseAddress,
    DatabaseSettings,
    HealthSettings,
    NatsSettings,
    ServiceSettings,
    split_commas,
)
from kit.vault import fernet_keys

# a refused setting is reported by its name, never by its value: some are secret
_CONFIG = SettingsConfigDict(env_prefix="AUTH_", hide_input_in_errors=True, frozen=True)


class MigrationSettings(DatabaseAddress):
    """What `python -m auth.migrate` needs."""

    model_config = _CONFIG


class VaultSettings(DatabaseSettings):
    """The database and the keys of what is sealed in it: what `auth rotate-keys` needs."""

    model_config = _CONFIG

    vault_keys: SecretStr | None = None
    """Fernet keys, separated by commas, the newest first."""
    vault_keys_file: Path | None = None
    """A file that holds them; read again when it changes."""
    vault_keys_aws_secret: str = ""
    """Name of a secret of AWS Secrets Manager that holds them; read again every minute."""

    @property
    def vault_source(self) -> KeySource:
        return KeySource("AUTH_VAULT_KEYS", self.vault_keys, self.vault_keys_file, self.vault_keys_aws_secret)

    @model_validator(mode="after")
    def _vault_keys_are_keys(self) -> Self:
        self.vault_keys_in(self.vault_source.read())
        return self

    def vault_keys_in(self, text: str) -> Sequence[str]:
        """The vault's keys, the newest first. Raises ValueError, without a value."""
        return fernet_keys(text, "AUTH_VAULT_KEYS")


class Settings(ServiceSettings, VaultSettings, NatsSettings, HealthSettings):
    """Where to listen, who vouches for people, who may be here, and the keys."""

    model_config = _CONFIG

    grpc_listen: str = "127.0.0.1:9001"
    """Host and port of the gRPC server."""
    public_url: str
    """Address under which browsers reach the gateway; the provider sends them back below it."""

    github_url: str = "https://github.com"
    """GitHub, or the address of a GitHub Enterprise Server."""
    github_client_id: str = ""
    """Of the OAuth app, or of the GitHub App; empty where nobody signs in with GitHub."""
    github_client_secret: SecretStr = SecretStr("")
    github_app_id: str = ""
    """Of a GitHub App: private repositories are then read with tokens for one repository and one hour."""
    github_app_private_key: SecretStr | None = None
    """PEM."""
    github_app_private_key_file: Path | None = None

    github_webhook_secret: SecretStr = SecretStr("")
    """Of the GitHub App's own webhook, which is told of every repository where it is installed; empty for none."""

    gitea_url: str = ""
    """Address of a Gitea or Forgejo server; empty for none."""
    gitea_client_id: str = ""
    gitea_client_secret: SecretStr = SecretStr("")

    allowed_orgs: CommaList = ()
    """Organisations whose members may sign in; of Gitea where it is not the default: `gitea:NAME`."""
    allowed_users: CommaList = ()
    """Accounts that may sign in; both empty: everybody may."""
    first_administrator: str = ""
    """Account that becomes an administrator when it signs in and there is none."""

    jwt_keys: SecretStr | None = None
    """Keys of access tokens: a JSON object of base64 by `kid`. Several during a rotation."""
    jwt_keys_file: Path | None = None
    jwt_keys_aws_secret: str = ""
    jwt_active_kid: str = ""
    """The one that signs; empty: the first."""

    @field_validator("allowed_orgs", "allowed_users", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return split_commas(value)

    @field_validator("public_url", "github_url", "gitea_url")
    @classmethod
    def _is_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in {"https", "http"} or not parts.hostname or parts.query or parts.fragment):
            raise ValueError("must be an address like https://gitstrata.example")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        self.signing(self.jwt_source.read())
        offered = {
            "AUTH_GITHUB": (self.github_client_id, self.github_client_secret.get_secret_value()),
            "AUTH_GITEA": (self.gitea_client_id, self.gitea_client_secret.get_secret_value()),
        }
        for name, (client_id, secret) in offered.items():
            if bool(client_id) != bool(secret):
                raise ValueError(f"{name}_CLIENT_ID and {name}_CLIENT_SECRET go together")
        if not self.github_client_id and not self.gitea_client_id:
            raise ValueError("nobody can sign in: give AUTH_GITHUB_CLIENT_ID or AUTH_GITEA_CLIENT_ID")
        if self.gitea_client_id and not self.gitea_url:
            raise ValueError("AUTH_GITEA_URL is missing")
        if bool(self.github_app_id) != (self.app_key is not None):
            raise ValueError("AUTH_GITHUB_APP_ID and AUTH_GITHUB_APP_PRIVATE_KEY (or _FILE) go together")
        return self

    @property
    def jwt_source(self) -> KeySource:
        return KeySource("AUTH_JWT_KEYS", self.jwt_keys, self.jwt_keys_file, self.jwt_keys_aws_secret)

    @property
    def hook_secrets(self) -> dict[str, str]:
        """Secrets of webhooks that are an application's, by provider."""
        return {"github": self.github_webhook_secret.get_secret_value()}

    @property
    def app_key(self) -> KeySource | None:
        """Where the private key of the GitHub App is; None for none."""
        if self.github_app_private_key is None and self.github_app_private_key_file is None:
            return None
        return KeySource("AUTH_GITHUB_APP_PRIVATE_KEY", self.github_app_private_key, self.github_app_private_key_file)

    def signing(self, text: str) -> tuple[dict[str, bytes], str]:
        """Keys of access tokens, and the one that signs. Raises ValueError."""
        keys = signing_keys(text, "AUTH_JWT_KEYS")
        active = self.jwt_active_kid or next(iter(keys))
        if active not in keys:
            raise ValueError("AUTH_JWT_ACTIVE_KID names no key of AUTH_JWT_KEYS")
        return keys, active
