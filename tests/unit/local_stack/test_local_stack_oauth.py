"""The stand-in's OAuth rules that need no server."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path

import pytest

from local_stack.github.oauth import is_allowed_redirect
from local_stack.github.tokens import ACCESS_SECONDS, REFRESH_SECONDS, Authorization, Codes, Tokens

ALICE = Authorization("alice", ("repo",))


@pytest.mark.parametrize(
    ("asked", "allowed"),
    [
        ("https://app.example.com/auth/callback", True),
        ("https://app.example.com/auth/callback/more", True),
        ("https://app.example.com/auth/callback?next=1", True),
        ("https://app.example.com/auth/callbacks", False),
        ("https://app.example.com/auth", False),
        ("https://app.example.com/auth/callback/../../steal", False),
        ("http://app.example.com/auth/callback", False),
        ("https://app.example.com:8443/auth/callback", False),
        ("https://evil.example.com/auth/callback", False),
        ("https://app.example.com@evil.example.com/auth/callback", False),
        ("https://user@app.example.com/auth/callback", False),
        ("https://app.example.com:port/auth/callback", False),
        ("javascript:alert(1)", False),
    ],
)
def test_a_redirect_stays_at_or_below_the_registered_address(asked: str, allowed: bool) -> None:
    assert is_allowed_redirect(asked, "https://app.example.com/auth/callback") is allowed


def test_a_loopback_redirect_may_use_any_port() -> None:
    registered = "http://127.0.0.1:8080/auth/callback"
    assert is_allowed_redirect("http://127.0.0.1:9999/auth/callback", registered)
    assert not is_allowed_redirect("http://localhost:8080/auth/callback", registered)


def test_a_code_is_good_once() -> None:
    codes = Codes()
    code = codes.issue(ALICE, None, None)
    assert codes.redeem(code, None) is not None
    assert codes.redeem(code, None) is None


def test_a_code_expires_after_ten_minutes() -> None:
    clock = [0.0]
    codes = Codes(now=lambda: clock[0])
    early, late = codes.issue(ALICE, None, None), codes.issue(ALICE, None, None)
    clock[0] = 600
    assert codes.redeem(early, None) is not None
    clock[0] = 601
    assert codes.redeem(late, None) is None


def test_a_code_with_a_challenge_needs_its_verifier() -> None:
    verifier = "a" * 43
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    codes = Codes()
    for answer in (None, "b" * 43, challenge):
        assert codes.redeem(codes.issue(ALICE, None, challenge), answer) is None
    assert codes.redeem(codes.issue(ALICE, None, challenge), verifier) is not None


def test_tokens_survive_a_restart_and_are_not_written_down(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    token = Tokens(file).issue(ALICE)
    assert Tokens(file).find(token) == ALICE
    assert token not in file.read_text()
    assert file.stat().st_mode & 0o077 == 0


def test_tokens_of_an_earlier_version_are_still_good(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    digest = hashlib.sha256(b"gho_old").hexdigest()
    file.write_text(json.dumps({digest: {"login": "alice", "scopes": ["repo"]}}))
    assert Tokens(file).find("gho_old") == ALICE


def test_an_expiring_token_ends_and_is_renewed(tmp_path: Path) -> None:
    clock = [0.0]
    tokens = Tokens(tmp_path / "tokens.json", now=lambda: clock[0])
    access, refresh = tokens.issue_expiring(ALICE)
    assert tokens.find(access) == ALICE
    assert tokens.find(refresh) is None
    assert tokens.renew(access) is None
    clock[0] = ACCESS_SECONDS
    assert tokens.find(access) is None
    renewed = Tokens(tmp_path / "tokens.json", now=lambda: clock[0]).renew(refresh)
    assert renewed is not None
    assert renewed[0] == ALICE
    tokens = Tokens(tmp_path / "tokens.json", now=lambda: clock[0])
    assert tokens.find(renewed[1]) == ALICE
    assert tokens.renew(refresh) is None
    clock[0] += REFRESH_SECONDS
    assert tokens.renew(renewed[2]) is None


def test_renewing_ends_the_access_token_before(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "tokens.json")
    access, refresh = tokens.issue_expiring(ALICE)
    assert tokens.renew(refresh) is not None
    assert tokens.find(access) is None


def test_an_installations_token_survives_a_restart(tmp_path: Path) -> None:
    held = Authorization("", (), (5, 7))
    token = Tokens(tmp_path / "tokens.json").issue(held, seconds=60)
    assert token.startswith("ghs_")
    assert Tokens(tmp_path / "tokens.json").find(token) == held


def test_revoking_a_grant_takes_every_token_of_its_person(tmp_path: Path) -> None:
    tokens = Tokens(tmp_path / "tokens.json")
    one, two, bobs = tokens.issue(ALICE), tokens.issue(ALICE), tokens.issue(Authorization("bob", ()))
    assert tokens.revoke_grant(one)
    assert (tokens.find(one), tokens.find(two)) == (None, None)
    assert tokens.find(bobs) is not None
    assert not tokens.revoke(one)


def test_a_wider_scope_holds_the_narrower() -> None:
    assert Authorization("alice", ("user",)).allows("user:email")
    assert not Authorization("alice", ("user:email",)).allows("user")
