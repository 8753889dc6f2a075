"""The port's contract over GitHub on its stand-in: as it is, with tokens that expire, and with a GitHub App."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from auth.provider.github import GitHub
from auth.provider.github_app import GitHubApp
from kit.errors import Internal, WrongState
from tests.support.github import CALLBACK, CLIENT_ID, CLIENT_SECRET, StandIn, github_standin
from tests.support.identity_provider import IdentityProviderContract, clone, sign_in

APP_ID = "4711"


@dataclass
class GitHubPeer:
    standin: StandIn
    app: GitHubApp | None
    expiring: bool
    made: list[GitHub] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.standin.url

    def provider(
        self, *, read_organizations: bool = False, client_secret: str = "", app: GitHubApp | None = None
    ) -> GitHub:
        made = GitHub(
            url=self.url,
            client_id=CLIENT_ID,
            client_secret=client_secret or CLIENT_SECRET,
            redirect_uri=CALLBACK,
            read_organizations=read_organizations,
            app=app or self.app,
        )
        self.made.append(made)
        return made

    async def approve(self, authorize_url: str, login: str) -> dict[str, str]:
        return await self.standin.approve(authorize_url, login)


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def private_pem(key: rsa.RSAPrivateKey) -> str:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    ).decode()


def public_pem(key: rsa.RSAPrivateKey) -> str:
    return (
        key.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


KEY = new_key()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with github_standin(tmp_path_factory.mktemp("github-plain")) as standin:
        yield standin


@pytest.fixture(scope="module")
def with_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with github_standin(
        tmp_path_factory.mktemp("github-app"), expiring_tokens="true", app_id=APP_ID, app_public_key=public_pem(KEY)
    ) as standin:
        yield standin


async def closing(peer: GitHubPeer) -> AsyncIterator[GitHubPeer]:
    yield peer
    for made in peer.made:
        await made.aclose()


class TestOAuthApp(IdentityProviderContract):
    @pytest.fixture
    async def peer(self, plain: StandIn) -> AsyncIterator[GitHubPeer]:
        async for peer in closing(GitHubPeer(plain, app=None, expiring=False)):
            yield peer

    async def test_private_access_is_the_persons_own_token(self, peer: GitHubPeer) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=True)
        access = await provider.clone_access(grant.access_token, f"{peer.url}/alice/ledger.git")
        assert access is not None
        assert (access.username, access.password, access.expires_at) == ("x-access-token", grant.access_token, None)

    async def test_a_withdrawn_grant_is_void(self, peer: GitHubPeer) -> None:
        provider = peer.provider()
        one, two = await sign_in(peer, provider, "bob"), await sign_in(peer, provider, "bob")
        await provider.withdraw(one.access_token)
        for grant in (one, two):
            with pytest.raises(WrongState):
                await provider.fetch_profile(grant.access_token)
        await provider.withdraw(one.access_token)


class TestWithApp(IdentityProviderContract):
    @pytest.fixture
    async def peer(self, with_all: StandIn) -> AsyncIterator[GitHubPeer]:
        async for peer in closing(GitHubPeer(with_all, GitHubApp(APP_ID, private_pem(KEY)), expiring=True)):
            yield peer

    async def test_private_access_is_for_one_repository_and_an_hour(self, peer: GitHubPeer, tmp_path: Path) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=True)
        address = f"{peer.url}/alice/ledger.git"
        access = await provider.clone_access(grant.access_token, address)
        assert access is not None
        assert access.username == "x-access-token"
        assert access.password != grant.access_token
        assert access.expires_at is not None
        assert timedelta(minutes=59) < access.expires_at - datetime.now(UTC) <= timedelta(hours=1)
        assert clone(address, tmp_path / "ledger", access).returncode == 0
        assert clone(f"{peer.url}/alice/orchard.git", tmp_path / "orchard", access).returncode != 0

    async def test_where_it_is_not_installed_the_persons_token_serves(self, peer: GitHubPeer, tmp_path: Path) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "bob", private=True)
        address = f"{peer.url}/bob/notebook.git"
        access = await provider.clone_access(grant.access_token, address)
        assert access is not None
        assert access.password == grant.access_token
        assert clone(address, tmp_path / "notebook", access).returncode == 0

    async def test_an_apps_wrong_key_is_the_operators_to_correct(self, peer: GitHubPeer) -> None:
        for wrong in (GitHubApp(APP_ID, private_pem(new_key())), GitHubApp("1", private_pem(KEY))):
            provider = peer.provider(app=wrong)
            grant = await sign_in(peer, provider, "alice", private=True)
            with pytest.raises(Internal) as refused:
                await provider.clone_access(grant.access_token, f"{peer.url}/alice/ledger.git")
            assert refused.value.code == "provider_misconfigured"


@pytest.mark.parametrize("key", ["", "no key", public_pem(KEY)])
def test_a_private_key_that_is_none_is_told_at_once(key: str) -> None:
    with pytest.raises(ValueError, match="must be an RSA key") as refused:
        GitHub(
            url="https://github.com",
            client_id="c",
            client_secret="s",
            redirect_uri=CALLBACK,
            read_organizations=False,
            app=GitHubApp(APP_ID, key),
        )
    assert refused.value.__context__ is None
    assert repr(GitHubApp(APP_ID, "secret")).count("secret") == 0
