"""The port's contract over a real Gitea, and what of Gitea's ways the adapter relies on or has to live with.

Run by `make gitea-test`, which builds the server first.
"""

from __future__ import annotations

import base64
import subprocess
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from auth.provider import CloneAccess
from auth.provider.gitea import Gitea as GiteaProvider
from kit.errors import PermissionDenied, WrongState
from tests.support.gitea import Gitea, OAuthClient, gitea_binary, gitea_server
from tests.support.identity_provider import IdentityProviderContract, clone, names, sign_in

CALLBACK = "http://127.0.0.1:8080/auth/callback"

pytestmark = pytest.mark.skipif(
    gitea_binary() is None, reason="there is no Gitea: run `.venv/bin/python -m tests.support.gitea`"
)


@dataclass
class GiteaPeer:
    gitea: Gitea
    expiring: bool = True
    made: list[GiteaProvider] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.gitea.url

    def provider(
        self, *, read_organizations: bool = False, client_secret: str = "", client: OAuthClient | None = None
    ) -> GiteaProvider:
        # an application of its own: what a person granted one stays
        client = client or self.gitea.add_oauth_client(CALLBACK)
        made = GiteaProvider(
            url=self.url,
            client_id=client.client_id,
            client_secret=client_secret or client.client_secret,
            redirect_uri=client.redirect_uri,
            read_organizations=read_organizations,
        )
        self.made.append(made)
        return made

    async def approve(self, authorize_url: str, login: str) -> dict[str, str]:
        return await self.gitea.approve(authorize_url, login)


@pytest.fixture(scope="module")
def server() -> Iterator[Gitea]:
    with gitea_server() as gitea:
        gitea.add_user("alice", "Alice Adler")
        gitea.add_user("bob", "Bob Brandt")
        gitea.add_organization("acme", "alice", visibility="private")
        gitea.add_organization("limited", "bob", visibility="limited")
        gitea.add_repository("orchard", "alice", private=False)
        gitea.add_repository("ledger", "alice", private=True)
        gitea.add_repository("notebook", "bob", private=True)
        gitea.add_repository("books", "alice", private=True, organization="acme")
        gitea.add_repository("open", "bob", private=False, organization="limited")
        yield gitea


@pytest.fixture
async def peer(server: Gitea) -> AsyncIterator[GiteaPeer]:
    peer = GiteaPeer(server)
    yield peer
    for made in peer.made:
        await made.aclose()


class TestGitea(IdentityProviderContract):
    """The contract."""


async def test_the_whole_way_from_sign_in_to_a_clone_and_on(peer: GiteaPeer, tmp_path: Path) -> None:
    provider = peer.provider(read_organizations=True)
    grant = await sign_in(peer, provider, "alice", private=True)
    assert grant.scopes.split() == ["read:user", "read:repository", "read:organization"]
    assert grant.expires_at is not None
    assert timedelta(minutes=55) < grant.expires_at - datetime.now(UTC) <= timedelta(hours=1)
    profile = await provider.fetch_profile(grant.access_token)
    assert (profile.login, profile.name) == ("alice", "Alice Adler")
    assert await provider.is_member(grant.access_token, {"acme"})
    assert set(await names(provider, grant.access_token)) == {"alice/orchard", "alice/ledger", "acme/books"}

    for path in ("alice/ledger", "acme/books"):
        address = f"{peer.url}/{path}.git"
        access = await provider.clone_access(grant.access_token, address)
        assert access is not None
        assert access == CloneAccess("oauth2", grant.access_token, None)
        done = clone(address, tmp_path / path, access)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / path / "HEAD").read_text() == "ref: refs/heads/main\n"

    renewed = await provider.renew(grant.refresh_token)
    assert renewed.scopes == grant.scopes
    assert (await provider.fetch_profile(renewed.access_token)).login == "alice"
    with pytest.raises(WrongState) as refused:
        await provider.renew(grant.refresh_token)
    assert refused.value.code == "provider_token_void"
    renewed_again = await provider.renew(renewed.refresh_token)
    access = await provider.clone_access(renewed_again.access_token, f"{peer.url}/alice/ledger.git")
    assert access is not None
    assert clone(f"{peer.url}/alice/ledger.git", tmp_path / "again", access).returncode == 0


async def test_long_lists_are_read_to_their_end_recently_pushed_first(peer: GiteaPeer, server: Gitea) -> None:
    server.add_user("carla", "Carla Conti")
    made = [f"carla/thing-{number}" for number in range(120)]
    for name in made:
        server.add_repository(name.removeprefix("carla/"), "carla", private=False, empty=True)
    provider = peer.provider()
    token = (await sign_in(peer, provider, "carla")).access_token
    for page_size in (30, 100):
        found = await names(provider, token, page_size=page_size)
        assert len(found) == 120
        assert set(found) == set(made)
    readme = {"content": base64.b64encode(b"hello").decode(), "message": "Begin", "branch": "main"}
    server.call("POST", "/repos/carla/thing-7/contents/README.md", readme, login="carla")
    assert (await names(provider, token))[0] == "carla/thing-7"


async def test_a_renamed_repository_is_followed(peer: GiteaPeer, server: Gitea, tmp_path: Path) -> None:
    server.add_repository("before", "bob", private=True)
    server.call("PATCH", "/repos/bob/before", {"name": "after"}, login="bob")
    provider = peer.provider()
    grant = await sign_in(peer, provider, "bob", private=True)
    address = f"{peer.url}/bob/before.git"
    access = await provider.clone_access(grant.access_token, address)
    assert access is not None
    assert clone(address, tmp_path / "renamed", access).returncode == 0


async def test_a_public_repository_that_strangers_do_not_see_needs_access(peer: GiteaPeer, tmp_path: Path) -> None:
    provider = peer.provider()
    grant = await sign_in(peer, provider, "alice")
    address = f"{peer.url}/limited/open.git"
    assert clone(address, tmp_path / "anonymous").returncode != 0
    access = await provider.clone_access(grant.access_token, address)
    assert access is not None
    assert clone(address, tmp_path / "open", access).returncode == 0


# ---------------------------------------------------------------- Gitea's ways, measured


async def test_what_was_granted_first_stays(peer: GiteaPeer) -> None:
    client = peer.gitea.add_oauth_client(CALLBACK)
    provider = peer.provider(client=client)
    assert not provider.reads_private((await sign_in(peer, provider, "alice")).scopes)
    # asked for more, the server does not ask the person again, and the grant tells what it is really worth
    grant = await sign_in(peer, provider, "alice", private=True)
    assert grant.scopes.split() == ["public-only", "read:user", "read:repository"]
    assert not provider.reads_private(grant.scopes)
    with_organizations = peer.provider(client=client, read_organizations=True)
    again = await sign_in(peer, with_organizations, "alice")
    with pytest.raises(PermissionDenied):
        await with_organizations.is_member(again.access_token, {"acme"})


async def test_a_revoked_grant_is_void(peer: GiteaPeer) -> None:
    client = peer.gitea.add_oauth_client(CALLBACK)
    provider = peer.provider(client=client)
    grant = await sign_in(peer, provider, "alice", private=True)
    applications = peer.gitea.call("GET", "/user/applications/oauth2?limit=50")
    (number,) = [one["id"] for one in applications if one["client_id"] == client.client_id]
    peer.gitea.call("DELETE", f"/user/applications/oauth2/{number}")
    for call in (provider.fetch_profile(grant.access_token),):
        with pytest.raises(WrongState) as refused:
            await call
        assert refused.value.code == "provider_token_void"


@pytest.mark.parametrize(
    ("scopes", "listed", "read"),
    [
        ("read:user", 403, 403),
        ("read:user read:repository", 200, 200),
        ("public-only read:user read:repository", 200, 403),
        ("repo", 200, 200),  # another provider's scope does not limit
        ("", 200, 200),
    ],
)
async def test_scopes_limit_the_api_but_not_git(
    peer: GiteaPeer, tmp_path: Path, scopes: str, listed: int, read: int
) -> None:
    provider = peer.provider()
    address = httpx.URL(provider.authorize_url(state="s", verifier="v" * 64, login_hint="", private=False))
    came_back = await peer.approve(str(address.copy_set_param("scope", scopes)), "alice")
    grant = await provider.exchange(code=came_back["code"], verifier="v" * 64)
    assert provider.reads_private(grant.scopes) is (read == 200)
    async with httpx.AsyncClient(trust_env=False) as client:
        headers = {"authorization": f"Bearer {grant.access_token}"}
        search = await client.get(f"{peer.url}/api/v1/repos/search", headers=headers)
        repository = await client.get(f"{peer.url}/api/v1/repos/alice/ledger", headers=headers)
    assert (search.status_code, repository.status_code) == (listed, read)
    done = clone(f"{peer.url}/alice/ledger.git", tmp_path / "clone", CloneAccess("oauth2", grant.access_token, None))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("scopes", "may"), [("read:user read:repository", False), ("read:user write:repository", True)]
)
async def test_hooks_are_installed_where_the_grant_lets_us(peer: GiteaPeer, scopes: str, may: bool) -> None:
    provider = peer.provider()
    address = httpx.URL(provider.authorize_url(state="s", verifier="v" * 64, login_hint="", private=False))
    came_back = await peer.approve(str(address.copy_set_param("scope", scopes)), "alice")
    token = (await provider.exchange(code=came_back["code"], verifier="v" * 64)).access_token
    repository, target = f"{peer.url}/alice/ledger.git", "http://127.0.0.1:9/hooks"
    if not may:
        with pytest.raises(PermissionDenied):
            await provider.install_hook(token, repository, address=target, secret="s")
        return
    hook_id = await provider.install_hook(token, repository, address=target, secret="s")
    (hook,) = peer.gitea.call("GET", "/repos/alice/ledger/hooks", login="alice")
    assert (str(hook["id"]), hook["config"]["url"], hook["active"]) == (hook_id, target, True)
    assert set(hook["events"]) == {"push", "repository"}
    for _ in range(2):  # one that is gone is as good
        await provider.remove_hook(token, repository, hook_id)
    assert peer.gitea.call("GET", "/repos/alice/ledger/hooks", login="alice") == []


def test_it_listens_on_loopback_only(server: Gitea) -> None:
    port = server.url.rpartition(":")[2]
    listening = subprocess.run(["ss", "-ltnH"], capture_output=True, text=True, check=True).stdout
    mine = [line.split()[3] for line in listening.splitlines() if line.split()[3].endswith(f":{port}")]
    assert mine == [f"127.0.0.1:{port}"]
    assert server.password not in server.log.read_text()
