"""Keys are rotated under load: no request fails, and nobody is signed out."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import asyncpg
import httpx
import pytest
from cryptography.fernet import Fernet

from kit.vault import Vault
from local_stack.client import Client
from local_stack.stack import Plan
from tests.support.stack import RunningStack, eventually, local_stack

_ANSWERS = 30


def key() -> str:
    return base64.b64encode(os.urandom(32)).decode()


class Files:
    """Where the services of this stack read their keys."""

    def __init__(self, folder: Path) -> None:
        self.signing, self.verifying, self.vault = (folder / name for name in ("signing", "verifying", "vault"))
        self.keys, self.vault_keys = {"one": key()}, [Fernet.generate_key().decode()]
        self.write()

    def write(self) -> None:
        # the first of the object signs
        for file, text in (
            (self.signing, json.dumps(self.keys)),
            (self.verifying, json.dumps(self.keys)),
            (self.vault, ",".join(self.vault_keys)),
        ):
            written = file.with_suffix(".new")
            written.write_text(text)
            written.chmod(0o600)
            written.replace(file)


@pytest.fixture
def files() -> Iterator[Files]:
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-keys-"))
    yield Files(folder)
    shutil.rmtree(folder)


@pytest.fixture
def rotating(files: Files) -> Iterator[RunningStack]:
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-rotation-"))
    folder.chmod(0o711)
    environment = {
        "AUTH_JWT_KEYS_FILE": str(files.signing),
        "AUTH_JWT_ACTIVE_KID": "",
        "AUTH_VAULT_KEYS_FILE": str(files.vault),
        "GATEWAY_JWT_KEYS_FILE": str(files.verifying),
    }
    try:
        with local_stack(folder / "home", environment) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def told(stack: RunningStack, times: int, source: str) -> None:
    """Wait until that many processes have said that they use other keys."""

    def heard() -> bool:
        return stack.logs().count(f"source={source}") >= times

    await eventually(heard, 15, f"{source} were read again")


async def test_keys_are_rotated_under_load(rotating: RunningStack, files: Files) -> None:
    async with Client(rotating.gateway) as client:
        await client.sign_in("alice", private=True)
        user = (await client._json("GET", "/api/v1/auth/me"))["id"]
        answers: list[int] = []
        load = asyncio.create_task(_load(rotating, client.authorization, answers))

        # the new signing key: first everybody knows it, then it signs, then the old one may go
        files.keys = {**files.keys, "two": key()}
        files.write()
        await told(rotating, 1, "AUTH_JWT_KEYS")
        await told(rotating, 1, "GATEWAY_JWT_KEYS")
        files.keys = {"two": files.keys["two"], "one": files.keys["one"]}
        files.write()
        await told(rotating, 2, "AUTH_JWT_KEYS")
        async with Client(rotating.gateway) as later:
            await later.sign_in("bob")
            header = later.authorization.removeprefix("Bearer ").partition(".")[0]
        assert json.loads(base64.urlsafe_b64decode(header + "=="))["kid"] == "two"

        # the new vault key, and everything sealed under it
        files.vault_keys = [Fernet.generate_key().decode(), *files.vault_keys]
        files.write()
        await told(rotating, 1, "AUTH_VAULT_KEYS")
        plan = Plan.of_running(rotating.home)
        assert "2 would be sealed again" in await _rotate(plan, files, "--dry-run")
        assert "2 sealed again, 0 were already" in await _rotate(plan, files)
        assert "0 sealed again, 2 were already" in await _rotate(plan, files)
        database = await asyncpg.connect(plan.postgres.url("auth").replace("+asyncpg", ""))
        sealed = await database.fetchval("SELECT token FROM vault WHERE user_id = $1", user)
        await database.close()
        files.vault_keys = files.vault_keys[:1]
        files.write()
        await told(rotating, 2, "AUTH_VAULT_KEYS")
        assert Vault(files.vault_keys).open(user, sealed).startswith("gho_")

        seen = len(answers)
        async with asyncio.timeout(30):
            while len(answers) < seen + _ANSWERS:
                await asyncio.sleep(0.05)
        load.cancel()
        with suppress(asyncio.CancelledError):
            await load
        assert set(answers) == {200}, {status: answers.count(status) for status in set(answers)}

        # keys that cannot be used are said to be so, and change nothing
        files.vault.write_text("nonsense")
        await eventually(lambda: "the old ones stay" in rotating.logs(), 15, "wrong keys are noticed")
        assert (await client._json("GET", "/api/v1/repositories/available"))["items"]


async def _load(stack: RunningStack, authorization: str, answers: list[int]) -> None:
    """Requests that need the signing keys and the vault, one after the other, by a token of the first key."""
    headers = {"Authorization": authorization}
    async with httpx.AsyncClient(base_url=stack.gateway, headers=headers, trust_env=False, timeout=30) as http:
        while True:
            for path in ("/api/v1/auth/me", "/api/v1/repositories/available"):
                answers.append((await http.get(path)).status_code)


async def _rotate(plan: Plan, files: Files, *options: str) -> str:
    """What the operator's command says."""
    environment = {
        "PATH": os.environ["PATH"],
        "AUTH_DATABASE_URL": plan.environments["auth"]["AUTH_DATABASE_URL"],
        "AUTH_VAULT_KEYS_FILE": str(files.vault),
    }
    command = [sys.executable, "-m", "auth.command", "rotate-keys", *options]
    ran = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    said, failed = await ran.communicate()
    assert ran.returncode == 0, failed.decode()
    return said.decode()
