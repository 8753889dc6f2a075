"""The whole platform with a real Gitea for sign-in and as the Git host. Run by `make gitea-test`."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from local_stack.ports import free_port
from tests.support.gitea import Gitea, gitea_binary, gitea_server
from tests.support.stack import RunningStack, local_stack

pytestmark = pytest.mark.skipif(
    gitea_binary() is None, reason="there is no Gitea: run `.venv/bin/python -m tests.support.gitea`"
)


@pytest.fixture
def installation() -> Iterator[tuple[RunningStack, Gitea]]:
    """A platform whose only provider is Gitea, and only members of `acme` may use it."""
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-gitea-stack-"))
    folder.chmod(0o711)
    listen = f"127.0.0.1:{free_port()}"
    try:
        with gitea_server() as gitea:
            gitea.add_user("alice", "Alice Adler")
            gitea.add_user("bob", "Bob Brandt")
            gitea.add_organization("acme", "alice", visibility="private")
            app = gitea.add_oauth_client(f"http://{listen}/auth/callback")
            environment = {
                "AUTH_GITHUB_CLIENT_ID": "",
                "AUTH_GITHUB_CLIENT_SECRET": "",
                "AUTH_GITEA_URL": gitea.url,
                "AUTH_GITEA_CLIENT_ID": app.client_id,
                "AUTH_GITEA_CLIENT_SECRET": app.client_secret,
                "AUTH_ALLOWED_ORGS": "ACME",
                "AUTH_PUBLIC_URL": f"http://{listen}",
                "JOBS_ALLOWED_ORIGINS": gitea.url,
                "ANALYZER_ALLOWED_ORIGINS": gitea.url,
            }
            with local_stack(folder / "home", environment) as stack:
                yield stack, gitea
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def sign_in(http: httpx.AsyncClient, gitea: Gitea, login: str) -> httpx.Response:
    started = await http.get("/api/v1/auth/gitea", params={"private": "true"})
    assert started.status_code == 302
    returned = await gitea.approve(started.headers["location"], login)
    return await http.post("/api/v1/auth/callback", json={**returned, "token_delivery": "body"})


async def test_sign_in_and_a_report_of_a_private_repository(installation: tuple[RunningStack, Gitea]) -> None:
    stack, gitea = installation
    private = gitea.add_repository("ledger", "alice", private=True)
    async with httpx.AsyncClient(base_url=stack.gateway, trust_env=False, timeout=30) as http:
        providers = (await http.get("/api/v1/auth/providers")).json()["items"]
        assert [(each["name"], each["url"]) for each in providers] == [("gitea", gitea.url)]
        refused = await sign_in(http, gitea, "bob")
        assert (refused.status_code, refused.json()["code"]) == (403, "not_admitted")

        signed_in = await sign_in(http, gitea, "alice")
        assert signed_in.status_code == 200, signed_in.text
        user = signed_in.json()["user"]
        assert (user["provider"], user["login"], user["private_repositories"]) == ("gitea", "alice", True)
        http.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
        available = (await http.get("/api/v1/repositories/available")).json()["items"]
        assert private in {each["clone_url"] for each in available if each["private"]}

        job = (await http.post("/api/v1/analysis", json={"repo_url": private})).json()["id"]
        async with asyncio.timeout(60):
            while (state := (await http.get(f"/api/v1/analysis/{job}")).json())["status"] not in {
                "COMPLETED",
                "FAILED",
            }:
                await asyncio.sleep(0.2)
        assert (state["status"], state["error"]) == ("COMPLETED", None)
        report = (await http.get(f"/api/v1/analysis/{job}/result")).json()
        assert report["sections"]["overview"]["commits"] == 1


async def test_a_push_to_gitea_leads_to_an_analysis(installation: tuple[RunningStack, Gitea]) -> None:
    stack, gitea = installation
    address = gitea.add_repository("hooked", "alice", private=False)
    async with httpx.AsyncClient(base_url=stack.gateway, trust_env=False, timeout=30) as http:
        signed_in = await sign_in(http, gitea, "alice")
        http.headers["Authorization"] = f"Bearer {signed_in.json()['access_token']}"
        followed = (await http.post("/api/v1/repositories", json={"repo_url": address})).json()
        webhook = followed["webhook"]
        assert (webhook["provider"], webhook["installed"]) == ("gitea", False)  # the grant only reads
        config = {"url": webhook["address"], "content_type": "json", "secret": webhook["secret"]}
        gitea.call(
            "POST",
            "/repos/alice/hooked/hooks",
            {"type": "gitea", "active": True, "events": ["push", "repository"], "config": config},
            login="alice",
        )
        file = {"content": "bmV3Cg==", "message": "new", "branch": "main"}
        commit = gitea.call("POST", "/repos/alice/hooked/contents/new.txt", file, login="alice")["commit"]["sha"]
        place = f"/api/v1/repositories/{followed['id']}"
        async with asyncio.timeout(90):
            while (job := (await http.get(place)).json()["last_analysis_id"]) is None:
                await asyncio.sleep(0.2)
            while (state := (await http.get(f"/api/v1/analysis/{job}")).json())["status"] not in {
                "COMPLETED",
                "FAILED",
            }:
                await asyncio.sleep(0.2)
        assert (state["status"], state["commit"]) == ("COMPLETED", commit)
        assert (await http.get(f"{place}/webhook")).json()["last_delivery_at"]
