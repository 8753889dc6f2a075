"""Settings of the jobs service, from the environment with the prefix JOBS_."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Self

from pydantic import SecretStr, field_validator, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from kit.addresses import Origin
from kit.key_source import KeySource
from kit.settings import (
    BlobSettings,
    CommaList,
    DatabaseSettings,
    HealthSettings,
    NatsSettings,
    ServiceSettings,
    split_commas,
)
from kit.vault import fernet_keys

_CONFIG = SettingsConfigDict(env_prefix="JOBS_", hide_input_in_errors=True, frozen=True)


class VaultSettings(DatabaseSettings):
    """The database and the keys of what is sealed in it: what `jobs rotate-keys` needs."""

    model_config = _CONFIG

    vault_keys: SecretStr | None = None
    """Fernet keys of the secrets of outgoing webhooks, separated by commas, the newest first. Without any there are no
    outgoing webhooks."""
    vault_keys_file: Path | None = None
    """A file that holds them; read again when it changes."""
    vault_keys_aws_secret: str = ""
    """Name of a secret of AWS Secrets Manager that holds them; read again every minute."""

    @property
    def vault_source(self) -> KeySource | None:
        """Where the keys of the vault are; None where there are none."""
        if self.vault_keys is None and self.vault_keys_file is None and not self.vault_keys_aws_secret:
            return None
        return KeySource("JOBS_VAULT_KEYS", self.vault_keys, self.vault_keys_file, self.vault_keys_aws_secret)

    @model_validator(mode="after")
    def _vault_keys_are_keys(self) -> Self:
        if (source := self.vault_source) is not None:
            self.vault_keys_in(source.read())
        return self

    def vault_keys_in(self, text: str) -> Sequence[str]:
        """The vault's keys, the newest first. Raises ValueError, without a value."""
        return fernet_keys(text, "JOBS_VAULT_KEYS")


class Settings(ServiceSettings, VaultSettings, NatsSettings, BlobSettings, HealthSettings):
    model_config = _CONFIG

    grpc_listen: str = "127.0.0.1:0"
    auth_target: str
    database_read_url: SecretStr | None = None
    """A read replica, for lists and reports; never for a decision. Empty: the database itself."""

    allowed_origins: CommaList = ()
    """Origins (`scheme://host:port`) whose repositories may be analysed although they are http or internal."""
    runner: str = "nats"
    """Runner of jobs that ask for none."""
    max_outstanding: int = 200
    """Jobs that may be with runners at once: twice the slots of the largest worker fleet."""
    active_per_user: int = 100
    """Analyses that one user may have under way."""
    daily_per_user: int = 1_000
    """Analyses that one user may ask for within 24 hours."""
    repositories_per_user: int = 1_000
    """Repositories that one user may follow."""
    job_hours: float = 6
    """A job that has not ended after this long expires."""
    unbegun_seconds: float = 180
    """A requested attempt that no worker began in this time is requested again."""
    attempt_ack_seconds: float = 10
    """How soon a vanished worker's attempt is given to another."""
    stream_max_bytes: int = 256 * 1024 * 1024
    blob_max_bytes: int = 2 * 1024 * 1024 * 1024
    state_max_bytes: int = 4 * 1024 * 1024 * 1024
    """Room for what the engine leaves for later analyses; when it is nearly full, the oldest goes."""
    section_max_bytes: int = 256 * 1024 * 1024
    """Largest section of a report, uncompressed."""

    webhook_allowed_origins: CommaList = ()
    """Origins (`scheme://host:port`) that outgoing webhooks may call although they are http or internal."""
    webhook_endpoints_per_user: int = 20
    """Outgoing webhooks that one user may have."""
    webhook_seconds: float = 15
    """How long a receiver may take for its answer."""
    webhook_retry_seconds: Annotated[tuple[float, ...], NoDecode] = (5, 60, 300, 1800, 7200, 18000, 28800, 28800)
    """Waits before each new attempt of a delivery, a day in all; then it is given up."""

    _split = field_validator("allowed_origins", "webhook_allowed_origins", "webhook_retry_seconds", mode="before")(
        split_commas
    )

    @model_validator(mode="after")
    def _origins_are_origins(self) -> Self:
        for origin in self.webhook_allowed_origins:
            Origin.parse(origin)
        return self
