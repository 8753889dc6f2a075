"""The database: migrations and tables agree, and no secret can be read from a dump."""

from __future__ import annotations

import asyncio
import base64
import os
import subprocess
import sys
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import create_async_engine

from auth.tables import metadata
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import migrations, rpc


def test_migrations_and_tables_agree(auth_database: str) -> None:
    migrations.check(auth_database, "auth")


def test_migrate_says_what_it_did(database: str) -> None:
    first = migrations.upgrade(database, "auth")
    assert first.startswith("auth: the database went from empty to ")
    again = migrations.upgrade(database, "auth")
    assert again == f"auth: the database is up to date ({first.rpartition(' ')[2]})"


def test_a_newer_program_s_database_is_left_as_it_is(database: str) -> None:
    # given a database that a later program has migrated further
    migrations.upgrade(database, "auth")
    asyncio.run(_stand_at(database, "9999"))
    # when this one, after a rollback, is asked to migrate
    said = migrations.upgrade(database, "auth")
    # then it says so and does nothing
    assert said == "auth: the database is of a newer program (9999); nothing to do"
    assert asyncio.run(migrations.version(database)) == "9999"


async def _stand_at(url: str, revision: str) -> None:
    engine = create_async_engine(url)
    async with engine.begin() as connection:
        await connection.execute(sa.text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    await engine.dispose()


async def test_migrating_twice_at_once(database: str) -> None:
    environment = {"PATH": os.environ["PATH"], "AUTH_DATABASE_URL": database}

    async def run() -> tuple[int | None, str]:
        migrating = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "auth.migrate", env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        output, _ = await migrating.communicate()
        return migrating.returncode, output.decode()

    outcomes = await asyncio.gather(run(), run())
    assert [code for code, _ in outcomes] == [0, 0], outcomes
    assert all(output.startswith("auth: the database ") for _, output in outcomes)
    assert await migrations.version(database)


async def dump(auth: Any) -> str:
    """Every row of every table as text; bytes appear as hex, as in a dump by the server's own tool."""
    async with auth.events.engine.connect() as connection:
        names = await connection.scalars(sa.text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        tables = names.all()
        assert {table.name for table in metadata.sorted_tables} <= set(tables)
        texts = [
            text for name in tables for text in await connection.scalars(sa.text(f'SELECT t::text FROM "{name}" t'))
        ]
    return "\n".join(texts)


async def test_a_dump_holds_no_secret(auth: Any) -> None:
    pending = await auth.start("bob")
    started = await auth.start("alice", private=True)
    came_back = await auth.github.approve(started.authorize_url)
    signed_in = await auth.complete(came_back, started.browser_key)
    refreshed = await auth.refresh(signed_in.tokens.refresh_token)
    provider_token = await auth.provider_token(signed_in.user.id)
    assert provider_token
    wanted = pb.CreateApiTokenRequest(name="nightly", scopes=["read"])
    created = await rpc.call(auth.gateway.CreateApiToken, wanted, user_id=signed_in.user.id, idempotency_key="k")
    secrets = {
        "provider token": provider_token,
        "API token": created.secret,
        "code": came_back["code"],
        "state": came_back["state"],
        "browser key": started.browser_key,
        "pending browser key": pending.browser_key,
        "access token": signed_in.tokens.access_token,
        "refresh token": signed_in.tokens.refresh_token,
        "its secret": signed_in.tokens.refresh_token.partition(".")[2],
        "its family": signed_in.tokens.refresh_token.removeprefix("gsr_").partition(".")[0],
        "next refresh token": refreshed.tokens.refresh_token,
        "client secret": auth.github.client_secret,
    }
    text = await dump(auth)
    assert signed_in.user.id in text
    for name, secret in secrets.items():
        forms = (secret, secret.encode().hex(), base64.b64encode(secret.encode()).decode().rstrip("="))
        assert not [form for form in forms if form in text], name
    # events name people by id only
    async with auth.events.engine.connect() as connection:
        payloads = (await connection.scalars(sa.text("SELECT payload::text FROM events"))).all()
    assert payloads
    assert not [payload for payload in payloads if "alice" in payload.lower()]
