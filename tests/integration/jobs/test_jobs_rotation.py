"""The vault's key is changed while messages are sent, and the old one opens nothing afterwards."""

from __future__ import annotations

import asyncio
import os
import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet

from jobs import tables
from jobs.rotation import PLACES
from kit.rotation import Rotated, rotate
from kit.tables import idempotency
from kit.vault import SEALED, Vault
from tests.integration.jobs.hooked import arrived, call, endpoint, verified
from tests.integration.jobs.test_jobs_operations import command


@pytest.fixture
def keys(environment, monkeypatch, tmp_path) -> Path:
    """The file of the service's keys: one to begin with."""
    file = tmp_path / "keys"
    file.write_text(os.environ["JOBS_VAULT_KEYS"])
    monkeypatch.delenv("JOBS_VAULT_KEYS")
    monkeypatch.setenv("JOBS_VAULT_KEYS_FILE", str(file))
    return file


async def under(service, engine, receiver, key):
    """Wait until the service seals with a key."""
    async with asyncio.timeout(20):
        while True:
            made = (await endpoint(service, receiver, path="/probe")).endpoint.id
            async with engine.connect() as connection:
                query = sa.select(tables.webhook_endpoint.c.secret).where(tables.webhook_endpoint.c.id == made)
                secret = await connection.scalar(query)
            await call(service, "DeleteWebhookEndpoint", endpoint_id=made)
            if Vault([key]).is_newest(secret):
                return
            await asyncio.sleep(0.3)


async def sealed(engine):
    async with engine.connect() as connection:
        endpoints = (await connection.execute(sa.select(tables.webhook_endpoint))).all()
        answers = (await connection.scalars(sa.select(idempotency.c.reply))).all()
    secrets = [secret for row in endpoints for secret in (row.secret, row.previous_secret) if secret]
    return [*secrets, *(answer for answer in answers if answer and answer.startswith(SEALED))]


async def test_a_key_is_changed_while_messages_are_sent(keys, receiver, service, engine):
    old, new = keys.read_text(), Fernet.generate_key().decode()
    # given endpoints of two secrets, and answers that are kept, with secrets in them and without
    made = [await endpoint(service, receiver, path=f"/{number}", key=f"made-{number}") for number in range(4)]
    rotated = await call(service, "RotateWebhookSecret", endpoint_id=made[0].endpoint.id, overlap_hours=1, key="turn")
    await call(service, "TestWebhookEndpoint", endpoint_id=made[1].endpoint.id, key="plain")
    await arrived(receiver)
    keys.write_text(f"{new},{old}")
    await under(service, engine, receiver, new)
    before = await sealed(engine)
    assert len(before) == 5 + 5

    # when everything is sealed again, a row at a time, while one endpoint gets new secrets and another messages
    assert "9 would be sealed again" in await command("rotate-keys", "--dry-run")
    assert await sealed(engine) == before

    async def load():
        for number in range(30):
            await call(service, "RotateWebhookSecret", endpoint_id=made[2].endpoint.id, key=f"load-{number}")
            await call(service, "TestWebhookEndpoint", endpoint_id=made[1].endpoint.id)

    said, _ = await asyncio.gather(command("rotate-keys", "--batch", "1"), load())
    assert int(re.search(r"rows: (\d+) sealed again", said)[1]) >= 8

    # then nothing is left for the old key, which may go
    assert re.search(r"rows: 0 sealed again, \d+ were already", await command("rotate-keys"))
    assert all(map(Vault([new]).is_newest, await sealed(engine)))
    keys.write_text(new)
    await arrived(receiver, 31)
    for seen in receiver.seen:
        verified(seen, made[1].secret)
    assert (await endpoint(service, receiver, path="/3", key="made-3")).secret == made[3].secret
    again = await call(service, "RotateWebhookSecret", endpoint_id=made[0].endpoint.id, overlap_hours=1, key="turn")
    assert again == rotated


async def test_a_key_that_was_taken_out_too_early_loses_nothing(keys, receiver, service, engine):
    made = await endpoint(service, receiver)
    before, good = await sealed(engine), keys.read_text()
    keys.write_text(Fernet.generate_key().decode())
    assert "cannot be read" in await command("rotate-keys", expect=1)
    keys.write_text("nonsense")
    assert "key 1 of JOBS_VAULT_KEYS is no Fernet key" in await command("rotate-keys", expect=2)
    keys.write_text(good)
    await under(service, engine, receiver, good)
    assert await sealed(engine) == before
    await call(service, "TestWebhookEndpoint", endpoint_id=made.endpoint.id)
    (seen,) = await arrived(receiver)
    verified(seen, made.secret)


async def test_a_batch_that_the_database_ends_for_a_deadlock_is_done_again(keys, receiver, service, engine):
    one, other = sorted([(await endpoint(service, receiver, path=f"/{n}")).endpoint.id for n in range(2)])
    vault = Vault([Fernet.generate_key().decode(), keys.read_text()])
    of = tables.webhook_endpoint
    async with engine.connect() as connection, connection.begin():
        # given somebody who holds the later row and then wants the earlier one, and is patient
        await connection.execute(sa.text("SET LOCAL deadlock_timeout = '60s'"))
        await connection.execute(sa.select(of).where(of.c.id == other).with_for_update())
        rotating = asyncio.create_task(rotate(engine, vault, PLACES, batch=10, dry_run=False, tell=lambda _: None))
        async with engine.connect() as looking:
            while not await looking.scalar(sa.text("SELECT count(*) FROM pg_locks WHERE NOT granted")):
                await asyncio.sleep(0.05)
        # when each waits for the other, until the database ends the rotation's transaction
        await connection.execute(sa.select(of).where(of.c.id == one).with_for_update())
        assert not rotating.done()
    # then it goes on once they are free
    assert await asyncio.wait_for(rotating, 20) == Rotated(2, 2)
