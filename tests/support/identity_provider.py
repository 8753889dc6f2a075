"""What every adapter of the port `IdentityProvider` must keep, whatever stands behind it.

A suite over a provider inherits `IdentityProviderContract` and gives it a `peer`, where alice and bob have accounts:
alice belongs to the organisation `acme` and has a public repository `orchard` and a private one `ledger`, bob has a
private one `notebook`.
"""

from __future__ import annotations

import base64
import os
import subprocess
from pathlib import Path
from typing import Protocol

import pytest

from auth.provider import CloneAccess, Grant, IdentityProvider, origin_of
from kit.errors import Internal, InvalidInput, Unauthenticated, WrongState

VERIFIER = "verifier-that-stays-secret-0123456789-0123456789"


class Peer(Protocol):
    """A running provider and the people there."""

    url: str
    expiring: bool
    """Whether its tokens expire and are renewed."""

    def provider(self, *, read_organizations: bool = False, client_secret: str = "") -> IdentityProvider:
        """An adapter to which nobody has granted anything yet; a client secret is for one that is wrong."""
        ...

    async def approve(self, authorize_url: str, login: str) -> dict[str, str]:
        """Be the person at the provider: what its redirect brings back."""
        ...


async def sign_in(peer: Peer, provider: IdentityProvider, login: str, *, private: bool = False) -> Grant:
    """The grant of a person who agreed to what was asked for."""
    address = provider.authorize_url(state="the state", verifier=VERIFIER, login_hint=login, private=private)
    came_back = await peer.approve(address, login)
    assert came_back["state"] == "the state"
    return await provider.exchange(code=came_back["code"], verifier=VERIFIER)


def clone(address: str, target: Path, access: CloneAccess | None = None) -> subprocess.CompletedProcess[str]:
    """Clone as the analyzer does, the credential in the environment."""
    environment = {
        "PATH": os.environ["PATH"],
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C",
    }
    if access is not None:
        value = base64.b64encode(f"{access.username}:{access.password}".encode()).decode()
        environment |= {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "http.extraHeader",
            "GIT_CONFIG_VALUE_0": f"Authorization: Basic {value}",
        }
    command = ["git", "clone", "--quiet", "--bare", address, str(target)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


async def names(provider: IdentityProvider, token: str, query: str = "", page_size: int = 30) -> list[str]:
    """All repositories that a search finds, page after page."""
    found: list[str] = []
    page_token = ""
    while True:
        page = await provider.list_repositories(token, query=query, page_size=page_size, page_token=page_token)
        assert len(page.repositories) <= page_size
        found += [repository.full_name for repository in page.repositories]
        page_token = page.next_page_token
        if not page_token:
            return found


class IdentityProviderContract:
    """The tests. A subclass gives the fixture `peer`; adapters that it hands out are closed by it."""

    async def test_says_where_it_is(self, peer: Peer) -> None:
        provider = peer.provider()
        assert (provider.url, provider.origin) == (peer.url, origin_of(peer.url))
        assert provider.name == provider.title.lower()

    async def test_a_sign_in_tells_who_it_is(self, peer: Peer) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice")
        profile = await provider.fetch_profile(grant.access_token)
        assert (profile.login, profile.name) == ("alice", "Alice Adler")
        assert profile.avatar_url.startswith(peer.url)
        again = await sign_in(peer, provider, "alice")
        assert (await provider.fetch_profile(again.access_token)).provider_user_id == profile.provider_user_id
        bob = await provider.fetch_profile((await sign_in(peer, provider, "bob")).access_token)
        assert bob.provider_user_id != profile.provider_user_id
        assert not [secret for secret in (grant.access_token, grant.refresh_token) if secret and secret in repr(grant)]

    async def test_a_code_is_good_once_and_for_its_verifier(self, peer: Peer) -> None:
        provider = peer.provider()
        address = provider.authorize_url(state="s", verifier=VERIFIER, login_hint="", private=False)
        code = (await peer.approve(address, "alice"))["code"]
        await provider.exchange(code=code, verifier=VERIFIER)
        other = (await peer.approve(address, "alice"))["code"]
        for wrong, verifier in ((code, VERIFIER), (other, f"{VERIFIER}x"), ("", VERIFIER), ("nonsense", VERIFIER)):
            with pytest.raises(Unauthenticated) as refused:
                await provider.exchange(code=wrong, verifier=verifier)
            assert refused.value.code == "code_rejected"

    async def test_a_wrong_client_secret_is_the_operators_to_correct(self, peer: Peer) -> None:
        provider = peer.provider(client_secret="wrong")
        address = provider.authorize_url(state="s", verifier=VERIFIER, login_hint="", private=False)
        code = (await peer.approve(address, "alice"))["code"]
        with pytest.raises(Internal) as refused:
            await provider.exchange(code=code, verifier=VERIFIER)
        assert refused.value.code == "provider_misconfigured"
        with pytest.raises(Internal):
            await provider.renew("any")

    @pytest.mark.parametrize("private", [False, True])
    async def test_private_repositories_are_read_with_consent_only(
        self, peer: Peer, tmp_path: Path, private: bool
    ) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=private)
        assert provider.reads_private(grant.scopes) is private
        assert ("alice/ledger" in await names(provider, grant.access_token)) is private
        address = f"{peer.url}/alice/ledger.git"
        access = await provider.clone_access(grant.access_token, address)
        assert (access is not None) is private
        assert clone(address, tmp_path / "anonymous").returncode != 0
        if access is not None:
            assert access.password not in repr(access)
            done = clone(address, tmp_path / "ledger", access)
            assert done.returncode == 0, done.stderr

    async def test_a_public_repository_needs_no_access(self, peer: Peer, tmp_path: Path) -> None:
        provider = peer.provider()
        address = f"{peer.url}/alice/orchard.git"
        for login in ("alice", "bob"):
            grant = await sign_in(peer, provider, login)
            assert await provider.clone_access(grant.access_token, address) is None
        assert clone(address, tmp_path / "orchard").returncode == 0

    @pytest.mark.parametrize(
        "path",
        [
            "/bob/notebook.git",
            "/bob/nothing",
            "/nobody/nothing",
            "/alice",
            "/",
            "/alice/ledger/tree",
            "/alice/ledger.git?x=y",
            "/alice/../bob",
            "/alice/%2e%2e",
        ],
    )
    async def test_no_access_to_what_is_not_theirs_or_not_there(self, peer: Peer, path: str) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=True)
        assert await provider.clone_access(grant.access_token, f"{peer.url}{path}") is None

    async def test_a_repository_in_any_case_and_with_any_ending(self, peer: Peer) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=True)
        for path in ("alice/ledger", "Alice/Ledger.git", "alice/ledger/"):
            assert await provider.clone_access(grant.access_token, f"{peer.url}/{path}") is not None, path

    async def test_repositories_are_found_by_any_part_of_their_name(self, peer: Peer) -> None:
        provider = peer.provider()
        token = (await sign_in(peer, provider, "alice", private=True)).access_token
        everything = await names(provider, token)
        assert {"alice/orchard", "alice/ledger"} <= set(everything)
        assert "bob/notebook" not in everything
        assert await names(provider, token, page_size=1) == everything
        assert await names(provider, token, "LICE/orch") == ["alice/orchard"]
        assert await names(provider, token, "no such name") == []
        with pytest.raises(InvalidInput):
            await provider.list_repositories(token, query="", page_size=1, page_token="x.y")
        (found,) = (await provider.list_repositories(token, query="ledger", page_size=9, page_token="")).repositories
        assert (found.private, found.default_branch) == (True, "main")
        assert found.clone_url == f"{peer.url}/alice/ledger.git"

    async def test_membership(self, peer: Peer) -> None:
        provider = peer.provider(read_organizations=True)
        alice = (await sign_in(peer, provider, "alice")).access_token
        bob = (await sign_in(peer, provider, "bob")).access_token
        assert await provider.is_member(alice, {"other", "acme"})
        assert not await provider.is_member(alice, {"other"})
        assert not await provider.is_member(alice, set())
        assert not await provider.is_member(bob, {"acme"})

    async def test_a_token_that_the_provider_does_not_know(self, peer: Peer) -> None:
        provider = peer.provider()
        token = "not.a.token"
        for call in (
            provider.fetch_profile(token),
            provider.is_member(token, {"acme"}),
            provider.list_repositories(token, query="", page_size=1, page_token=""),
            provider.clone_access(token, f"{peer.url}/alice/ledger.git"),
            provider.renew(token),
            provider.renew(""),
            provider.renew("t" * 5000),
        ):
            with pytest.raises(WrongState) as refused:
                await call
            assert refused.value.code == "provider_token_void"
        await provider.withdraw(token)

    async def test_a_grant_is_renewed_once(self, peer: Peer) -> None:
        provider = peer.provider()
        grant = await sign_in(peer, provider, "alice", private=True)
        assert bool(grant.refresh_token) is peer.expiring
        assert (grant.expires_at is not None) is peer.expiring
        if not peer.expiring:
            return
        renewed = await provider.renew(grant.refresh_token)
        assert renewed.scopes == grant.scopes
        assert renewed.refresh_token not in {"", grant.refresh_token}
        assert renewed.expires_at is not None
        assert (await provider.fetch_profile(renewed.access_token)).login == "alice"
        for spent in (grant.refresh_token, renewed.access_token):
            with pytest.raises(WrongState) as refused:
                await provider.renew(spent)
            assert refused.value.code == "provider_token_void"
        assert (await provider.renew(renewed.refresh_token)).access_token
