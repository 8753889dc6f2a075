"""What deliveries of Git hosts say: every payload that GitHub's own collection of examples has, and what may come."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.hooks import Moved, Nothing, Privatized, Pushed, payload_of, said
from kit.errors import InvalidInput

RECORDED = Path(__file__).parents[3] / "frontend" / "node_modules" / "@octokit" / "webhooks-examples"
COMMIT = "8646edca6f47e2cd57464081b3911218d4734f8d"
REPOSITORY = {
    "full_name": "alice/project",
    "clone_url": "https://git.example/alice/project.git",
    "default_branch": "main",
}
PUSH = {"ref": "refs/heads/main", "after": COMMIT, "repository": REPOSITORY}


def recorded(host: str = "api.github.com") -> list[tuple[str, dict[str, Any]]]:
    """Events and payloads that were recorded at GitHub."""
    kinds = json.loads((RECORDED / host / "index.json").read_text())
    return [(kind["name"], example) for kind in kinds for example in kind["examples"]]


def test_recorded_deliveries_are_understood() -> None:
    told = Counter((event, type(said(event, payload)).__name__) for event, payload in recorded())
    assert told["push", "Pushed"] == 2
    assert told["push", "Nothing"] == 5  # tags that were made and deleted
    assert told["repository", "Moved"] == 3  # one was renamed to the name that it had
    assert told["repository", "Pushed"] == 1  # another default branch
    assert told["repository", "Privatized"] == 2
    acting = {event for (event, kind), _ in told.items() if kind != "Nothing"}
    assert acting == {"push", "repository"}
    assert {"ping", "installation", "installation_repositories"} <= {event for event, _ in told}


@pytest.mark.parametrize("host", ["ghes-31", "ghes-32", "ghes-33", "ghes-34", "ghes-35"])
def test_recorded_deliveries_of_enterprise_servers_are_taken(host: str) -> None:
    for event, payload in recorded(host):
        said(event, payload)


def test_a_recorded_push_says_what_was_pushed() -> None:
    pushes = [found for event, payload in recorded() if isinstance(found := said(event, payload), Pushed)]
    hello = "https://github.com/Codertocat/Hello-World.git"
    assert Pushed(hello, "master", is_default=True, commit="6113728f27ae82c7b1a177c8d03f9e96e0adf246") in pushes


def test_recorded_moves_say_from_where_to_where() -> None:
    moves = [found for event, payload in recorded() if isinstance(found := said(event, payload), Moved)]
    for move in moves:
        assert move.repository_url != move.new_url
        assert move.repository_url.startswith("https://github.com/")
        assert move.repository_url.endswith(".git")
    assert any(move.repository_url.endswith("/Hello-World.git") for move in moves)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, Pushed(REPOSITORY["clone_url"], "main", is_default=True, commit=COMMIT)),
        ({"ref": "refs/heads/a/b"}, Pushed(REPOSITORY["clone_url"], "a/b", is_default=False, commit=COMMIT)),
        ({"ref": "refs/tags/v1"}, Nothing()),
        ({"after": "0" * 40}, Nothing()),
        ({"after": "0" * 64}, Nothing()),
        ({"deleted": True}, Nothing()),
    ],
)
def test_pushes(changed: dict[str, Any], told: object) -> None:
    assert said("push", {**PUSH, **changed}) == told


def test_moves() -> None:
    renamed = {"action": "renamed", "repository": REPOSITORY, "changes": {"repository": {"name": {"from": "old"}}}}
    assert said("repository", renamed) == Moved("https://git.example/alice/old.git", REPOSITORY["clone_url"])
    for kind in ("user", "organization"):
        changes = {"owner": {"from": {kind: {"login": "bob"}}}}
        moved = {"action": "transferred", "repository": REPOSITORY, "changes": changes}
        assert said("repository", moved) == Moved("https://git.example/bob/project.git", REPOSITORY["clone_url"])
    for action in ("created", "publicized", "archived"):
        assert said("repository", {"action": action, "repository": REPOSITORY}) == Nothing()


def test_what_became_private_and_what_is_gone() -> None:
    privatized = {"action": "privatized", "repository": REPOSITORY}
    assert said("repository", privatized) == Privatized(REPOSITORY["clone_url"])
    # looked at anew, which tells whether it is so
    gone = {"action": "deleted", "repository": REPOSITORY}
    assert said("repository", gone) == Pushed(REPOSITORY["clone_url"], "main", is_default=True, commit="")
    for action in ("deleted", "privatized"):
        (payload,) = [each for event, each in recorded("ghes-35") if event == "repository" and each["action"] == action]
        assert isinstance(said("repository", payload), Pushed if action == "deleted" else Privatized)
        with pytest.raises(InvalidInput):
            said("repository", {"action": action})


def test_another_default_branch_counts_as_a_push_to_it() -> None:
    edited = {"action": "edited", "repository": REPOSITORY, "changes": {"default_branch": {"from": "master"}}}
    assert said("repository", edited) == Pushed(REPOSITORY["clone_url"], "main", is_default=True, commit="")
    assert said("repository", {**edited, "changes": {"description": {"from": "x"}}}) == Nothing()


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"ref": 3},
        {**PUSH, "after": "main"},
        {**PUSH, "repository": None},
        {**PUSH, "repository": {"clone_url": "x" * 2049}},
        {**PUSH, "ref": "refs/heads/" + "x" * 256},
    ],
)
def test_a_push_of_nothing_in_particular_is_refused(broken: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput) as refused:
        said("push", broken)
    assert refused.value.code == "webhook_payload_invalid"


def test_payloads_come_as_json_or_as_a_form() -> None:
    text = json.dumps(PUSH)
    assert payload_of(text.encode(), "application/json; charset=utf-8") == PUSH
    assert payload_of(urlencode({"payload": text}).encode(), "application/x-www-form-urlencoded") == PUSH
    for body in (b"", b"[]", b"\xff", b"{", b"[" * 100_000):
        for kind in ("application/json", "application/x-www-form-urlencoded", ""):
            with pytest.raises(InvalidInput):
                payload_of(body, kind)


_PLAIN = st.sampled_from([None, True, 0, "", "x", "edited", "renamed", "refs/heads/x", COMMIT, [], ["x"], {}])
_FIELDS = ("ref", "after", "deleted", "repository", "changes", "action", "owner", "from", "user", "clone_url")
_INNER = st.dictionaries(st.sampled_from(_FIELDS), _PLAIN, max_size=3)


# how long drawing takes depends on what else the machine does
@given(
    st.sampled_from(["push", "repository", "ping", "star"]),
    st.dictionaries(st.sampled_from(_FIELDS), _PLAIN | _INNER | st.just(REPOSITORY)),
)
def test_any_payload_is_understood_or_refused(event: str, payload: dict[str, Any]) -> None:
    try:
        told = said(event, payload)
    except InvalidInput:
        return
    assert isinstance(told, Pushed | Moved | Nothing)
