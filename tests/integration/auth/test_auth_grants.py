"""What people granted: kept fresh, never narrowed by a plain sign-in, void when the provider says so."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from pydantic import SecretStr

from auth.admission import Admission
from auth.api import AuthService
from auth.grants import Grants
from auth.provider.github import GitHub
from auth.rotation import PLACES
from auth.tables import sessions, users, vault
from auth.tokens import AccessTokens
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import database
from kit.database import Wakeups
from kit.errors import AppError, Internal, PermissionDenied, Unauthenticated
from kit.rotation import Rotated, rotate
from kit.settings import DatabaseSettings
from kit.store import EventStore
from kit.vault import Vault
from tests.support.github import CALLBACK, CLIENT_ID, CLIENT_SECRET, StandIn, github_standin


@pytest.fixture(scope="module")
def expiring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    """A GitHub whose tokens last hours and are renewed."""
    with github_standin(tmp_path_factory.mktemp("expiring"), expiring_tokens="true") as standin:
        yield standin


@dataclass
class Service:
    """auth itself, called without a network in between, at a time that the test sets."""

    api: AuthService
    grants: Grants
    events: EventStore
    github: StandIn
    now: datetime
    provider: GitHub

    async def sign_in(self, login: str = "alice", *, private: bool = False) -> pb.CompleteSignInResponse:
        started = await self.api.StartSignIn(pb.StartSignInRequest(private_repositories=private), None)
        returned = await self.github.approve(started.authorize_url, login)
        return await self.api.CompleteSignIn(
            pb.CompleteSignInRequest(browser_key=started.browser_key, **returned), None
        )

    async def refresh(self, token: str) -> pb.RefreshSessionResponse:
        return await self.api.RefreshSession(pb.RefreshSessionRequest(refresh_token=token), None)

    async def token(self, user_id: str) -> str | None:
        async with self.grants.used(user_id, self.now) as held:
            return held.token if held else None

    async def row(self) -> Any:
        async with self.events.engine.connect() as connection:
            return (await connection.execute(sa.select(vault))).one()


@pytest.fixture
async def make(auth_database: str, expiring: StandIn) -> AsyncIterator[Callable[..., Service]]:
    made: list[Service] = []

    def service(**chosen: Any) -> Service:
        engine = database.connect(DatabaseSettings(database_url=SecretStr(auth_database)), "auth")
        events = EventStore(engine, Wakeups(auth_database), "auth")
        secrets = Vault([Fernet.generate_key().decode()])
        provider = GitHub(
            url=expiring.url,
            client_id=CLIENT_ID,
            client_secret=CLIENT_SECRET,
            redirect_uri=CALLBACK,
            read_organizations=bool(chosen),
            app=None,
            clock=lambda: made[0].now.timestamp(),  # noqa: PLW0108 the service of the test is made later
        )
        api = AuthService(
            events=events,
            secrets=secrets,
            providers=[provider],
            access_tokens=AccessTokens({"k": os.urandom(32)}, "k"),
            clock=lambda: made[0].now,
            **chosen,
        )
        grants = Grants(engine, secrets, {provider.origin: provider})
        made.append(Service(api, grants, events, expiring, datetime.now(UTC), provider))
        return made[-1]

    yield service
    for each in made:
        await each.provider.aclose()
        await each.events.engine.dispose()


async def test_a_token_that_expires_is_renewed_once_however_many_ask(make: Callable[..., Service]) -> None:
    service = make()
    user = (await service.sign_in(private=True)).user
    first = await service.token(user.id)
    before = await service.row()
    assert before.expires_at is not None
    service.now = before.expires_at - timedelta(seconds=30)
    renewed = await asyncio.gather(*(service.token(user.id) for _ in range(5)))
    assert len(set(renewed)) == 1
    assert renewed[0] not in {None, first}
    after = await service.row()
    assert (after.scopes, after.void_at) == ("repo", None)
    assert after.refresh_token != before.refresh_token


async def test_when_it_cannot_be_renewed_the_user_is_asked_to_reconnect(make: Callable[..., Service]) -> None:
    service = make()
    signed_in = await service.sign_in(private=True)
    assert signed_in.user.connected
    row = await service.row()
    service.now = row.refresh_expires_at + timedelta(seconds=1)
    assert await service.token(signed_in.user.id) is None
    assert (await service.row()).void_at == service.now
    again = await service.sign_in()
    assert again.user.connected
    # the void one was wider, and counts no more
    assert not again.user.private_repositories


async def test_a_plain_sign_in_takes_no_private_access_away(make: Callable[..., Service]) -> None:
    service = make()
    assert not (await service.sign_in()).user.private_repositories
    assert (await service.sign_in(private=True)).user.private_repositories
    kept = await service.token((await service.sign_in()).user.id)
    assert (await service.sign_in()).user.private_repositories
    assert await service.token((await service.sign_in()).user.id) == kept


async def test_what_one_user_was_given_opens_for_no_other(make: Callable[..., Service]) -> None:
    service = make()
    alice, bob = (await service.sign_in("alice")).user, (await service.sign_in("bob")).user
    async with service.events.engine.begin() as connection:
        sealed = sa.select(vault.c.token).where(vault.c.user_id == alice.id).scalar_subquery()
        await connection.execute(sa.update(vault).where(vault.c.user_id == bob.id).values(token=sealed))
    with pytest.raises(Internal) as refused:
        await service.token(bob.id)
    assert refused.value.code == "vault_unreadable"


# ---------------------------------------------------------------- who may be here


async def test_only_members_may_sign_in_and_who_is_refused_is_not_kept(make: Callable[..., Service]) -> None:
    service = make(admission=Admission("github", organizations=frozenset({"acme"})))
    assert (await service.sign_in("alice")).user.login == "alice"
    with pytest.raises(PermissionDenied) as refused:
        await service.sign_in("bob")
    assert refused.value.code == "not_admitted"
    async with service.events.engine.connect() as connection:
        assert (await connection.scalars(sa.select(users.c.login))).all() == ["alice"]


async def test_who_is_no_member_any_more_is_out_within_a_day(make: Callable[..., Service]) -> None:
    service = make(admission=Admission("github", frozenset({"alice"})))
    first, second = await service.sign_in(), await service.sign_in()
    service.api._admission = Admission("github", frozenset({"somebody"}))
    service.now += timedelta(hours=12)
    token = (await service.refresh(first.tokens.refresh_token)).tokens.refresh_token
    service.now += timedelta(hours=13)
    for each in (token, second.tokens.refresh_token):
        with pytest.raises(Unauthenticated) as ended:
            await service.refresh(each)
        assert ended.value.code == "session_ended"
    async with service.events.engine.connect() as connection:
        assert all((await connection.scalars(sa.select(sessions.c.revoked_at))).all())


async def test_a_provider_that_is_away_is_borne_with(
    make: Callable[..., Service], monkeypatch: pytest.MonkeyPatch
) -> None:
    service = make(admission=Admission("github", organizations=frozenset({"acme"})))
    token = (await service.sign_in()).tokens.refresh_token
    monkeypatch.setattr(service.provider._api, "base", "http://127.0.0.1:1/api/v3")
    for _ in range(6):
        service.now += timedelta(days=1)
        token = (await service.refresh(token)).tokens.refresh_token
    service.now += timedelta(days=1)
    with pytest.raises(Unauthenticated):
        await service.refresh(token)


# ---------------------------------------------------------------- rotation


async def test_rotation_goes_on_where_it_was_broken_off(make: Callable[..., Service]) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    service = make()
    service.api._grants._vault.use([old])
    for login in ("alice", "bob"):
        await service.sign_in(login, private=True)
    told: list[Rotated] = []

    async def run(keys: list[str], *, dry_run: bool = False) -> Rotated:
        return await rotate(service.events.engine, Vault(keys), PLACES, batch=1, dry_run=dry_run, tell=told.append)

    assert await run([new, old], dry_run=True) == Rotated(2, 2)
    assert await run([new, old]) == Rotated(2, 2)
    assert await run([new, old]) == Rotated(2, 0)
    assert told[0] == Rotated(1, 1)
    # a key that was taken out too early is noticed before anything is lost
    with pytest.raises(AppError) as refused:
        await run([Fernet.generate_key().decode(), old])
    assert refused.value.code == "vault_unreadable"
    assert await run([new]) == Rotated(2, 0)
