"""Settings blocks that several services share; each service composes its own class from them.

Read once in `main` and passed down. Secrets are `SecretStr`, so that printing settings shows none.
"""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

CommaList = Annotated[tuple[str, ...], NoDecode]
"""A list given as `a,b,c` in the environment; pair it with `split_commas` in a validator."""


def split_commas(value: object) -> object:
    """Turn `"a, b"` into `("a", "b")`; leave anything but text alone."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


class LogSettings(BaseSettings):
    """`LOG_FORMAT` and `LOG_LEVEL`, the same for every service."""

    model_config = SettingsConfigDict(env_prefix="LOG_")

    format: Literal["json", "console"] = "json"
    level: Literal["debug", "info", "warning", "error"] = "info"


class TlsFiles(BaseModel):
    """PEM files of one service: its certificate names it, and the authority proves the others."""

    ca: Path
    cert: Path
    key: Path


class ServiceSettings(BaseSettings):
    """What every service has: the files of its identity."""

    tls_ca: Path
    tls_cert: Path
    tls_key: Path

    @property
    def tls(self) -> TlsFiles:
        return TlsFiles(ca=self.tls_ca, cert=self.tls_cert, key=self.tls_key)

    def shown(self) -> dict[str, str]:
        """What is no secret, by the names of the variables."""
        prefix = self.model_config.get("env_prefix", "")
        return {f"{prefix}{name}".upper(): _text(value) for name, value in self if not _secret(value)}


def _secret(value: object) -> bool:
    """Whether it is one, may become one when it is set, or is an address that may hold one."""
    if isinstance(value, tuple):
        return any(map(_secret, value))
    return value is None or isinstance(value, SecretStr) or (isinstance(value, str) and "@" in value)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


class DatabaseAddress(BaseSettings):
    """Where a Postgres database is, and how it proves to be the one."""

    database_url: SecretStr
    database_tls_ca: Path | None = None
    """PEM of the authority of its certificate: the connection is then encrypted and the server's name checked. None:
    as the address says."""

    @property
    def database_tls(self) -> ssl.SSLContext | None:
        """What `verify-full` means to libpq; None without an authority."""
        return ssl.create_default_context(cafile=self.database_tls_ca) if self.database_tls_ca else None


class DatabaseSettings(DatabaseAddress):
    """A Postgres database of the service's own, and its pool."""

    database_pool_size: int = 10
    database_statement_timeout_seconds: float = 30


class HealthSettings(BaseSettings):
    """Where probes are answered, in plain HTTP: they have no certificate."""

    health_listen: str = Field("", pattern=r"^$|^.+:\d{1,5}$")
    """Host and port of `/healthz` and `/readyz`; empty for none."""


class NatsSettings(BaseSettings):
    """The bus and this service's user on it."""

    nats_url: str
    nats_user: str = ""
    nats_password: SecretStr = SecretStr("")
    nats_tls_ca: Path | None = None
    """Authority of the bus's certificate where it is not the services' own."""
    nats_replicas: int = Field(1, ge=1, le=5)
    """Servers that keep each message of the streams this service declares: 3 on a cluster of three or more."""


class BlobSettings(BaseSettings):
    """Where large payloads travel: a bucket of JetStream's Object Store, or of S3 where one is named."""

    s3_bucket: str = ""
    """Name of the bucket; empty for JetStream. The same for all services."""
    s3_prefix: str = Field("", pattern=r"^([A-Za-z0-9._-]+/)*$")
    """Folder of the objects within the bucket, with a slash at its end."""
    s3_region: str = ""
    """Empty: what AWS programs find themselves."""
    s3_endpoint_url: str = ""
    """Of another server than Amazon's."""
