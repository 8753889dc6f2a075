"""Shares and badges, over REST."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

import httpx

from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, access_token
from tests.integration.gateway.test_gateway_analysis import REPOSITORY, problem
from tests.integration.gateway.test_gateway_exports import completed

SECRET = re.compile(r"gss_[A-Za-z0-9_-]{43}")


async def shared(alice: httpx.AsyncClient, **fields: Any) -> dict[str, Any]:
    body = {"name": "for the board", "repo_url": REPOSITORY, "sections": ["overview", "contributors"], **fields}
    answer = await alice.post("/api/v1/shares", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def badges(alice: httpx.AsyncClient, *figures: str) -> dict[str, Any]:
    body = {"name": "README", "repo_url": REPOSITORY, "figures": figures}
    answer = await alice.post("/api/v1/badges", json=body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def header(secret: str) -> dict[str, str]:
    return {"Gitstrata-Share": secret}


class TestShares:
    async def test_the_secret_is_told_once_and_kept_nowhere(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        made = await shared(alice)
        assert SECRET.fullmatch(made["secret"])
        assert made["link"] == f"http://127.0.0.1:8080/shared#{made['secret']}"
        assert made["expires_at"]
        page = (await alice.get("/api/v1/shares")).json()
        assert [each["id"] for each in page["items"]] == [made["id"]]
        assert made["secret"] not in json.dumps(page)
        assert made["secret"] not in repr(peers.jobs.shares)

    async def test_others_read_what_was_chosen_and_no_more(
        self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
    ) -> None:
        analysis = await completed(alice, peers)
        made = await shared(alice, expires_in_days=None)
        assert made["expires_at"] is None
        told = (await anonymous.get("/api/v1/shared", headers=header(made["secret"]))).json()
        assert told["repository"] == "project"
        assert told["commit"] == analysis.job.commit
        assert told["sections"] == ["overview", "contributors"]
        assert "git.example" not in json.dumps(told)

        async def export(rest: str, **more: str) -> httpx.Response:
            path = f"/api/v1/shared/export/{rest}"
            return await anonymous.get(path, headers={**header(made["secret"]), **more})

        report = (await export("json")).json()
        assert list(report["sections"]) == ["overview", "contributors"]
        assert report["sections"]["contributors"]["people"][0]["emails"] == []
        page = await export("html")
        assert "Ada Lovelace" in page.text
        assert "@example.org" not in page.text
        again = await export("html", **{"If-None-Match": page.headers["etag"]})
        assert again.status_code == 304
        assert "ada@" not in (await export("csv?table=people")).text
        problem(await export("spdx"), 404, "section_not_ready")
        problem(await export("csv?table=files"), 404, "section_not_ready")

        addressed = await shared(alice, addresses=True)
        answer = await anonymous.get("/api/v1/shared/export/csv?table=people", headers=header(addressed["secret"]))
        assert "ada@example.org" in answer.text

    async def test_before_there_is_a_report(self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
        made = await shared(alice)
        told = (await anonymous.get("/api/v1/shared", headers=header(made["secret"]))).json()
        assert (told["status"], told["commit"], told["sections"]) == (None, None, [])
        answer = await anonymous.get("/api/v1/shared/export/json", headers=header(made["secret"]))
        problem(answer, 409, "report_not_ready")

    async def test_what_gives_nothing_is_alike(self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
        made = await shared(alice)
        key = (await badges(alice, "lines"))["images"]["lines"].split("/")[-2]
        assert (await alice.delete(f"/api/v1/shares/{made['id']}")).status_code == 204
        problem(await alice.delete(f"/api/v1/shares/{made['id']}"), 404, "share_not_found")
        told = set()
        for secret in (made["secret"], "gss_" + "A" * 43, "nonsense", key, "gss_" + key[4:], ""):
            for path in ("/api/v1/shared", "/api/v1/shared/export/html"):
                told.add(problem(await anonymous.get(path, headers=header(secret)), 404, "share_not_found")["detail"])
        told.add(problem(await anonymous.get("/api/v1/shared"), 404, "share_not_found")["detail"])
        assert len(told) == 1

    async def test_it_is_its_owners(self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
        made = await shared(alice)
        bob = {"Authorization": f"Bearer {access_token(BOB)}"}
        assert (await anonymous.get("/api/v1/shares", headers=bob)).json()["items"] == []
        problem(await anonymous.delete(f"/api/v1/shares/{made['id']}", headers=bob), 404, "share_not_found")
        for path in ("/api/v1/shares", "/api/v1/badges"):
            problem(await anonymous.get(path), 401, "unauthenticated")
            problem(await anonymous.delete(f"{path}/nonsense"), 401, "unauthenticated")
            problem(await alice.delete(f"{path}/nonsense"), 404, "share_not_found")

    async def test_pages(self, alice: httpx.AsyncClient) -> None:
        for number in range(3):
            await shared(alice, name=str(number))
        first = await alice.get("/api/v1/shares?limit=2")
        assert [each["name"] for each in first.json()["items"]] == ["2", "1"]
        assert 'rel="next"' in first.headers["link"]
        second = await alice.get(f"/api/v1/shares?limit=2&cursor={first.json()['next_cursor']}")
        assert [each["name"] for each in second.json()["items"]] == ["0"]

    async def test_what_breaks_a_rule(self, alice: httpx.AsyncClient) -> None:
        good = {"name": "x", "repo_url": REPOSITORY, "sections": ["overview"]}
        for wrong in (
            {"sections": []},
            {"sections": ["everything"]},
            {"analysis_id": "x"},
            {"repo_url": None},
            {"expires_in_days": 0},
            {"name": ""},
            {"secret": "mine"},
        ):
            problem(await alice.post("/api/v1/shares", json={**good, **wrong}), 422, "invalid_input")

    async def test_the_page_is_strict_and_its_script_a_file(self, anonymous: httpx.AsyncClient) -> None:
        page = await anonymous.get("/shared")
        policy = page.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "default-src 'none'" in policy
        assert re.findall(r"<script[^>]*>", page.text) == ['<script src="/shared.js" defer>']
        script = await anonymous.get("/shared.js")
        assert script.headers["content-type"].startswith("text/javascript")
        assert "innerHTML" not in script.text


class TestBadges:
    async def test_images_of_what_was_chosen(
        self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
    ) -> None:
        made = await badges(alice, "contributors", "truck_factor", "half_life")
        assert made["figures"] == ["contributors", "half_life", "truck_factor"]
        assert made["markdown"].startswith("![contributors](http://127.0.0.1:8080/api/v1/badges/gsb_")
        before = await anonymous.get(made["images"]["contributors"])
        assert "not analysed yet" in before.text
        await completed(alice, peers)
        for name, address in made["images"].items():
            answer = await anonymous.get(address)
            assert answer.status_code == 200, name
            ElementTree.fromstring(answer.text)
        answer = await anonymous.get(made["images"]["contributors"])
        assert "<title>contributors: 2</title>" in answer.text
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert answer.headers["cache-control"].startswith("public, max-age=300, stale-while-revalidate=")
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
        assert "sandbox" in answer.headers["content-security-policy"]
        again = await anonymous.get(made["images"]["contributors"], headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")

    async def test_theme_and_label(self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
        address = (await badges(alice, "lines"))["images"]["lines"]
        dark = await anonymous.get(address, params={"theme": "dark", "label": "<b>code & \u202elines"})
        assert "prefers-color-scheme" not in dark.text
        assert "&lt;b&gt;code &amp; \N{REPLACEMENT CHARACTER}lines" in dark.text
        problem(await anonymous.get(address, params={"theme": "pink"}), 422, "invalid_input")
        problem(await anonymous.get(address, params={"label": "x" * 61}), 422, "invalid_input")

    async def test_nothing_else_is_shown(self, alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
        made = await badges(alice, "lines")
        address = made["images"]["lines"]
        for other in (
            address.replace("lines.svg", "commits.svg"),
            address.replace("lines.svg", "nothing.svg"),
            re.sub("gsb_.{43}", "gsb_" + "A" * 43, address),
            re.sub("gsb_", "gss_", address),
        ):
            problem(await anonymous.get(other), 404, "share_not_found")
        assert (await alice.delete(f"/api/v1/badges/{made['id']}")).status_code == 204
        problem(await anonymous.get(address), 404, "share_not_found")
        assert (await alice.get("/api/v1/badges")).json()["items"] == []


async def test_what_is_suspended_is_shown_to_nobody_until_its_owner_wants_it(
    alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
) -> None:
    await completed(alice, peers)
    share, badge = await shared(alice), await badges(alice, "lines")
    image = badge["images"]["lines"].partition("8080")[2]
    assert (share["suspended_at"], badge["suspended_at"]) == (None, None)
    for path, shown in (
        (f"/api/v1/shares/{share['id']}", ("/api/v1/shared", header(share["secret"]))),
        (f"/api/v1/badges/{badge['id']}", (image, {})),
    ):
        assert (await anonymous.get(shown[0], headers=shown[1])).status_code == 200
        suspended = await alice.patch(path, json={"suspended": True})
        assert (suspended.status_code, bool(suspended.json()["suspended_at"])) == (200, True)
        (listed,) = (await alice.get(path.rpartition("/")[0])).json()["items"]
        assert listed["suspended_at"]
        problem(await anonymous.get(shown[0], headers=shown[1]), 404, "share_not_found")
        assert (await alice.patch(path, json={"suspended": False})).json()["suspended_at"] is None
        assert (await anonymous.get(shown[0], headers=shown[1])).status_code == 200
        problem(await alice.patch(path, json={}), 422, "invalid_input")
        bob = {"Authorization": f"Bearer {access_token(BOB)}"}
        problem(await alice.patch(path, json={"suspended": False}, headers=bob), 404, "share_not_found")
