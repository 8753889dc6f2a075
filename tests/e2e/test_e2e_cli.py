"""The `gitstrata` command against the running system."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from cli.exits import REMOTE_EXIT_CODES as CODES
from cli.main import app
from local_stack.client import Client
from tests.e2e.repositories import commits, git
from tests.support.stack import RunningStack

GITSTRATA = Path(sys.executable).with_name("gitstrata")
invoke = CliRunner().invoke


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Command:
    """`gitstrata` as alice has it on her machine, with the access token of her session in the environment."""

    environment: dict[str, str]

    async def __call__(self, *arguments: str, typed: str = "", **environment: str | None) -> Said:
        """The command in a thread of this process, which saves what starting it takes."""
        done = await asyncio.to_thread(invoke, app, [*arguments], input=typed, env={**self.environment, **environment})
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return Said(done.exit_code, done.stdout, done.stderr)

    async def start(self, *arguments: str) -> asyncio.subprocess.Process:
        return await asyncio.create_subprocess_exec(
            GITSTRATA,
            *arguments,
            env={**os.environ, **self.environment},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )


@pytest.fixture
def gitstrata(stack: RunningStack, alice: Client, tmp_path: Path) -> Command:
    return Command(
        {
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "NO_PROXY": "127.0.0.1",
            "GITSTRATA_URL": stack.gateway,
            "GITSTRATA_TOKEN": alice.authorization.removeprefix("Bearer "),
        }
    )


async def test_from_a_token_to_a_report(gitstrata, stack, served, tmp_path):
    address = served("command", commits(60))
    made = await gitstrata("tokens", "create", "a laptop", "--json")
    assert made.code == 0, made.err
    token = json.loads(made.out)
    kept = {"GITSTRATA_URL": None, "GITSTRATA_TOKEN": None}

    login = await gitstrata("login", "--server", stack.gateway, typed=token["token"] + "\n", **kept)
    assert (login.code, token["token"] in login.err) == (0, False), login.err
    assert (await gitstrata("whoami", **kept)).out.startswith("alice ")
    assert token["id"] in (await gitstrata("tokens", "list")).out
    assert (await gitstrata("tokens", "list", **kept)).code == CODES["forbidden"]  # an API token is not a session

    done = await gitstrata("submit", address, "--wait", "--json", "--idempotency-key", "build-1", **kept)
    assert done.code == 0, done.err
    job = json.loads(done.out)
    assert (job["status"], job["commit"]) == (
        "COMPLETED",
        git("rev-parse", "main", cwd=tmp_path / "command").strip(),
    )
    again = await gitstrata("submit", address, "--idempotency-key", "build-1", **kept)
    assert again.out.strip() == job["id"]

    status = await gitstrata("status", job["id"], **kept)
    assert (status.code, "COMPLETED" in status.out) == (0, True)
    assert job["id"] in (await gitstrata("status", "--limit", "5", **kept)).out
    screen = await gitstrata("result", job["id"], **kept)
    assert (screen.code, "60 commits" in screen.out) == (0, True), screen.err
    report = json.loads((await gitstrata("result", job["id"], "--json", **kept)).out)
    section = json.loads((await gitstrata("result", job["id"], "--section", "ownership", **kept)).out)
    assert report["sections"]["ownership"] == section
    exported = await gitstrata(
        "export", job["id"], "csv", "--table", "people", "--out", str(tmp_path / "people.csv"), **kept
    )
    assert exported.code == 0, exported.err
    assert len((tmp_path / "people.csv").read_text().splitlines()) == 1 + 7
    events = [json.loads(line) for line in (await gitstrata("watch", job["id"], "--json", **kept)).out.splitlines()]
    assert [event["id"] for event in events] == [str(number) for number in range(1, len(events) + 1)]

    assert (await gitstrata("tokens", "revoke", token["id"])).code == 0
    assert (await gitstrata("whoami", **kept)).code == CODES["unauthorised"]


async def test_a_build_fails_on_what_the_report_says(gitstrata, served):
    address = served("risky", commits(10, files=2))

    held = await gitstrata("submit", address, "--fail-on", "ownership.truck_factor<100")
    assert held.code == CODES["threshold_not_met"]
    assert "ownership.truck_factor<100: it is" in held.err

    passed = await gitstrata("submit", address, "--fail-on", "ownership.truck_factor<0")
    assert passed.code == 0, passed.err


async def test_what_fails_says_why(gitstrata, stack):
    gone = await gitstrata("submit", f"{stack.github}/alice/nothing-there.git", "--wait")
    assert gone.code == CODES["analysis_failed"]
    assert "(repository_not_found)" in gone.err or "(credentials_required)" in gone.err

    together = await gitstrata("submit", "file:///etc", "file:///var", "--dry-run", "--json")
    assert together.code == CODES["refused"]
    assert [each["outcome"] for each in json.loads(together.out)["items"]] == ["refused", "refused"]
    refused = await gitstrata("submit", "file:///etc")
    assert (refused.code, refused.out) == (CODES["refused"], "")


async def test_watching_goes_on_across_a_restart_of_the_gateway(gitstrata, stack, alice, served):
    address = served("watched", commits(3000))
    job = await alice.submit(address)
    watching = await gitstrata.start("watch", job["id"], "--json", "--timeout", "100")
    assert watching.stdout is not None
    first = json.loads(await asyncio.wait_for(watching.stdout.readline(), 60))
    os.kill(stack.part("gateway")["pid"], signal.SIGKILL)

    rest, err = await asyncio.wait_for(watching.communicate(), 110)

    assert watching.returncode == 0, err.decode()
    events = [first, *map(json.loads, rest.splitlines())]
    ids = [int(event["id"]) for event in events if event["id"]]
    assert ids == list(range(1, len(ids) + 1))
    assert events[-1]["data"]["job"]["status"] == "COMPLETED"


async def test_repositories_that_one_can_read_and_those_that_one_follows(gitstrata, served):
    found = json.loads((await gitstrata("repos", "available", "--json")).out)
    assert any(each["private"] for each in found["items"])

    address = served("followed", commits(5))
    tracked = await gitstrata("repos", "track", address, "--schedule", "weekly", "--exclude", "docs/", "--json")
    assert tracked.code == 0, tracked.err
    repository = json.loads(tracked.out)["id"]
    assert repository in (await gitstrata("repos", "list")).out
    hook = await gitstrata("repos", "webhook", repository)
    assert hook.code == 0, hook.err
    assert hook.out.split()[:4] == ["host", "github", "installed", "yes"]
    changed = await gitstrata("repos", "settings", repository, "--schedule", "never", "--branch", "main")
    assert changed.code == 0, changed.err
    settings = json.loads((await gitstrata("repos", "settings", repository)).out)
    assert (settings["schedule"], settings["branch"], settings["options"]["exclude"]) == (None, "main", ["docs/"])

    assert (await gitstrata("repos", "untrack", repository, typed="n\n")).code == 1
    assert (await gitstrata("repos", "untrack", repository, "--yes")).code == 0
    assert (await gitstrata("repos", "settings", repository)).code == CODES["not_found"]


async def test_addresses_that_are_told_what_happens(gitstrata):
    private = await gitstrata("webhooks", "add", "https://127.0.0.1/hook")
    assert private.code == CODES["refused"]
    assert (await gitstrata("webhooks", "add", "https://hooks.example.org", "--event", "nothing")).code == 2

    made = await gitstrata("webhooks", "add", "https://hooks.example.org", "--event", "analysis.completed", "--json")
    assert made.code == 0, made.err
    endpoint = json.loads(made.out)
    assert endpoint["secret"].startswith("whsec_")
    listed = await gitstrata("webhooks", "list")
    assert endpoint["id"] in listed.out
    assert endpoint["secret"] not in listed.out
    sent = json.loads((await gitstrata("webhooks", "test", endpoint["id"], "--json")).out)
    assert sent["id"] in (await gitstrata("webhooks", "deliveries", endpoint["id"])).out

    assert (await gitstrata("webhooks", "remove", endpoint["id"])).code == 0
    assert (await gitstrata("webhooks", "deliveries", endpoint["id"])).code == CODES["not_found"]


async def test_changing_over_what_messages_are_signed_with(gitstrata):
    made = json.loads((await gitstrata("webhooks", "add", "https://hooks.example.org/signed", "--json")).out)
    endpoint = made["id"]

    rotated = json.loads((await gitstrata("webhooks", "rotate-secret", endpoint, "--overlap-hours", "1", "--json")).out)
    assert rotated["secret"].startswith("whsec_")
    assert rotated["secret"] != made["secret"]
    assert rotated["previous_secret_until"]
    changed = await gitstrata("webhooks", "change", endpoint, "--event", "analysis.failed", "--disable")
    assert (changed.code, "disabled (user)" in changed.out, "analysis.failed" in changed.out) == (0, True, True)
    again = json.loads((await gitstrata("webhooks", "change", endpoint, "--all-events", "--enable", "--json")).out)
    assert (again["enabled"], "repository.pushed" in again["events"]) == (True, True)
    assert (await gitstrata("webhooks", "change", endpoint)).code == 2
    sent = json.loads((await gitstrata("webhooks", "test", endpoint, "--json")).out)
    shown = await gitstrata("webhooks", "delivery", endpoint, sent["id"])
    assert (shown.code, "webhook.test" in shown.out, sent["webhook_id"] in shown.out) == (0, True, False), shown.err
    assert (await gitstrata("webhooks", "remove", endpoint)).code == 0


async def test_what_others_may_see_and_what_changed(gitstrata, stack, served, tmp_path):
    address, other = served("shown", commits(20)), served("beside", commits(10, files=2))
    done = await gitstrata("submit", address, other, "--wait", "--json")
    assert done.code == 0, done.err
    one, beside = [each["job"]["id"] for each in json.loads(done.out)["items"]]

    shared = await gitstrata("shares", "create", one, "--section", "overview", "--name", "for the board", "--json")
    assert shared.code == 0, shared.err
    share = json.loads(shared.out)
    secret = {"Gitstrata-Share": share["secret"]}
    read = await asyncio.to_thread(httpx.get, f"{stack.gateway}/api/v1/shared", headers=secret)
    assert (read.status_code, list(read.json()["sections"])) == (200, ["overview"])
    listed = (await gitstrata("shares", "list")).out
    assert (share["id"] in listed, share["secret"] in listed) == (True, False)
    for verb, status in (("suspend", 404), ("resume", 200)):
        assert (await gitstrata("shares", verb, share["id"])).code == 0
        seen = await asyncio.to_thread(httpx.get, f"{stack.gateway}/api/v1/shared", headers=secret)
        assert seen.status_code == status
    assert (await gitstrata("shares", "create", one, "--ref", "main", "--section", "overview")).code == 2
    assert (await gitstrata("shares", "revoke", share["id"])).code == 0
    assert (await gitstrata("shares", "revoke", share["id"])).code == CODES["not_found"]

    made = await gitstrata("badge", address, "--figure", "lines", "--figure", "commits")
    assert made.code == 0, made.err
    images = re.findall(r"^(?:lines|commits) +(http\S+)$", made.out, re.MULTILINE)
    shown = [await asyncio.to_thread(httpx.get, image) for image in images]
    assert [each.headers["content-type"].partition(";")[0] for each in shown] == ["image/svg+xml"] * 2
    assert f"]({images[0]})" in made.out
    badges = re.findall(r"^badges +(\S+)$", made.out, re.MULTILINE)[0]
    assert badges in (await gitstrata("badges", "list")).out
    assert (await gitstrata("badges", "suspend", badges)).code == 0
    assert "shown to nobody" in (await gitstrata("badges", "list")).out
    assert (await gitstrata("badges", "revoke", badges)).code == 0

    unlike = await gitstrata("compare", one, beside)
    assert unlike.code == 0, unlike.err
    assert re.search(r"^commits +20 +10$", unlike.out, re.MULTILINE), unlike.out
    repository = json.loads((await gitstrata("repos", "track", address, "--json")).out)["id"]
    zoe = "author Zoe <zoe@example.org> 1700000000 +0000\ncommitter Zoe <zoe@example.org> 1700000000 +0000"
    added = f"commit refs/heads/main\n{zoe}\ndata 1\nx\nfrom refs/heads/main^0\nM 644 inline new.py\ndata 2\n1\n\n"
    git("fast-import", "--quiet", cwd=tmp_path / "shown", data=added.encode())
    later = json.loads((await gitstrata("submit", address, "--wait", "--json")).out)["id"]
    changed = await gitstrata("compare", one, later)
    assert changed.code == 0, changed.err
    assert re.search(r"^commits +20 +21 +\+1$", changed.out, re.MULTILINE), changed.out
    assert re.search(r"^  Zoe +new ", changed.out, re.MULTILINE), changed.out
    figures = json.loads((await gitstrata("compare", one, later, "--json")).out)["figures"]
    assert next(each["change"] for each in figures if each["name"] == "commits") == 1
    assert (await gitstrata("repos", "untrack", repository, "--yes")).code == 0
    assert (await gitstrata("compare", one, beside)).code == CODES["not_found"]


async def test_an_organisation_is_followed_and_not_any_more(gitstrata, bob):
    bobs = {"GITSTRATA_TOKEN": bob.authorization.removeprefix("Bearer ")}
    assert (await gitstrata("submit", "https://git.example.org/a", "--follow")).code == 2
    done = await gitstrata("submit", "--organization", "acme", "--follow", "--json", **bobs)
    assert done.code == 0, done.err

    assert (await gitstrata("organizations", **bobs)).out.startswith("acme ")
    assert (await gitstrata("unfollow", "ACME", **bobs)).code == 0
    assert (await gitstrata("unfollow", "acme", **bobs)).code == CODES["not_found"]
    assert "You follow no organisations." in (await gitstrata("organizations", **bobs)).err
    for each in json.loads((await gitstrata("repos", "list", "--json", **bobs)).out)["items"]:
        assert (await gitstrata("repos", "untrack", each["id"], "--yes", **bobs)).code == 0
