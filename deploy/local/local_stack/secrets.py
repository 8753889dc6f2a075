"""The secrets of one local stack: generated once, kept in a file that only its owner can read."""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.fernet import Fernet

DATABASES = ("auth", "jobs")
NATS_USERS = ("auth", "jobs", "analyzer", "admin")


@dataclass(frozen=True)
class Secrets:
    """Every secret of the stack."""

    postgres: str
    databases: dict[str, str]
    nats: dict[str, str]
    github_client_id: str
    github_client_secret: str
    jwt_active_kid: str
    jwt_keys: dict[str, str]
    """Base64 by key id."""
    vault_keys: list[str]
    """Fernet keys of auth, the first encrypts."""
    jobs_vault_keys: list[str]
    """Those of jobs."""


def load(file: Path) -> Secrets | None:
    """The secrets of that file; None if there is none, or it is of an older form.

    What only begins to be needed is added to it: whoever has a stack keeps their data.
    """
    try:
        known = json.loads(file.read_text())
        found = Secrets(**{"jobs_vault_keys": [Fernet.generate_key().decode()], **known})
    except (FileNotFoundError, TypeError, ValueError):
        return None
    if asdict(found) != known:
        _write(file, found)
    return found


def generate(file: Path) -> Secrets:
    """New secrets, written to that file with mode 0600."""
    made = Secrets(
        postgres=_secret(),
        databases={name: _secret() for name in DATABASES},
        nats={name: _secret() for name in NATS_USERS},
        github_client_id=f"Ov23li{secrets.token_hex(7)}",
        github_client_secret=secrets.token_hex(20),
        jwt_active_kid="local-1",
        jwt_keys={"local-1": base64.b64encode(secrets.token_bytes(32)).decode()},
        vault_keys=[Fernet.generate_key().decode()],
        jobs_vault_keys=[Fernet.generate_key().decode()],
    )
    _write(file, made)
    return made


def _write(file: Path, content: Secrets) -> None:
    file.unlink(missing_ok=True)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as output:
        json.dump(asdict(content), output, indent=2)


def _secret() -> str:
    return secrets.token_urlsafe(24)
