"""Settings of the jobs service, from the environment with the prefix JOBS_."""

from __future__ import annotations

from pydantic import SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from kit.settings import (
    BlobSettings,
    CommaList,
    DatabaseSettings,
    HealthSettings,
    NatsSettings,
    ServiceSettings,
    split_commas,
)


class Settings(ServiceSettings, DatabaseSettings, NatsSettings, BlobSettings, HealthSettings):
    model_config = SettingsConfigDict(env_prefix="JOBS_", hide_input_in_errors=True, frozen=True)

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

    _split = field_validator("allowed_origins", mode="before")(split_commas)
