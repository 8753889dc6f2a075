"""Access tokens, refresh tokens and the vault."""

from __future__ import annotations

import base64
import json
import os
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from cryptography.fernet import Fernet, InvalidToken

from auth.tokens import AccessTokens, RefreshToken, digest, random_secret
from gateway.tokens import TokenVerifier
from kit.errors import Internal
from kit.vault import Vault

KEYS = {"old": os.urandom(32), "new": os.urandom(32)}


def issue(at: datetime | None = None) -> str:
    return AccessTokens(KEYS, "new").issue(user_id="ada", session_id="s1", role="member", at=at or datetime.now(UTC))


def test_access_token_says_who_and_for_how_long() -> None:
    at = datetime.now(UTC).replace(microsecond=0)
    token = issue(at)
    assert jwt.get_unverified_header(token) == {"alg": "HS256", "kid": "new", "typ": "JWT"}
    claims = jwt.decode(token, KEYS["new"], algorithms=["HS256"], audience="gitstrata", issuer="gitstrata-auth")
    assert (claims["sub"], claims["sid"]) == ("ada", "s1")
    assert claims["iat"] == claims["nbf"] == int(at.timestamp())
    assert claims["role"] == "member"
    assert claims["exp"] - claims["iat"] == 15 * 60
    assert set(claims) == {"iss", "aud", "sub", "sid", "iat", "nbf", "exp", "jti", "role"}


def test_access_tokens_differ() -> None:
    at = datetime.now(UTC)
    assert issue(at) != issue(at)


def test_the_gateway_accepts_what_auth_issues() -> None:
    principal = TokenVerifier(KEYS).verify(issue())
    assert (principal.user_id, principal.session_id) == ("ada", "s1")


def test_refresh_token_survives_its_text() -> None:
    token = RefreshToken.new()
    assert RefreshToken.parse(token.text()) == token
    assert token.text().startswith("gsr_")
    secret = base64.urlsafe_b64decode(token.secret + "=")
    assert len(secret) == 32


def test_refresh_tokens_of_a_family_share_only_the_family() -> None:
    first = RefreshToken.new()
    second = RefreshToken.new(first.family)
    assert first.family_hash() == second.family_hash()
    assert first.hash() != second.hash()


@pytest.mark.parametrize(
    "text", ["", "gsr_", "gsr_.", "gsr_a.", "gsr_.a", "a.b", "gsr_ab", "gsr_ä.b", "gsr_a." + "b" * 200]
)
def test_what_we_cannot_have_issued_is_no_refresh_token(text: str) -> None:
    assert RefreshToken.parse(text) is None


def test_printing_a_refresh_token_shows_nothing() -> None:
    token = RefreshToken.new()
    assert token.family not in repr(token)
    assert token.secret not in repr(token)


def test_a_successor_opens_with_its_predecessor_only() -> None:
    first = RefreshToken.new()
    second = RefreshToken.new(first.family)
    sealed = first.seal_successor(second)
    assert first.open_successor(sealed) == second
    assert second.secret.encode() not in sealed
    with pytest.raises(InvalidToken):
        RefreshToken.new(first.family).open_successor(sealed)


def test_random_secrets_have_256_bits() -> None:
    assert len(base64.urlsafe_b64decode(random_secret() + "=")) == 32
    assert random_secret() != random_secret()
    assert len(digest("x")) == 32


# ---------------------------------------------------------------- vault


def key() -> str:
    return Fernet.generate_key().decode()


def test_vault_opens_what_it_sealed() -> None:
    vault = Vault([key()])
    sealed = vault.seal("ada", "gho_token")
    assert b"gho_token" not in sealed
    assert vault.open("ada", sealed) == "gho_token"


def test_vault_reads_with_old_keys_and_writes_with_the_new_one() -> None:
    old, new = key(), key()
    sealed = Vault([old]).seal("ada", "gho_token")
    rotated = Vault([new, old])
    assert rotated.open("ada", sealed) == "gho_token"
    assert Vault([new]).open("ada", rotated.seal("ada", "gho_token")) == "gho_token"


def test_vault_row_of_another_user_does_not_open() -> None:
    vault = Vault([key()])
    with pytest.raises(Internal) as raised:
        vault.open("bob", vault.seal("ada", "gho_token"))
    assert raised.value.code == "vault_unreadable"
    assert "gho_token" not in str(raised.value)


def test_vault_without_the_key_does_not_open() -> None:
    with pytest.raises(Internal) as raised:
        Vault([key()]).open("ada", Vault([key()]).seal("ada", "gho_token"))
    assert raised.value.__cause__ is None


def test_token_is_not_yet_valid_before_its_time() -> None:
    token = issue(datetime.now(UTC) + timedelta(minutes=5))
    with pytest.raises(jwt.ImmatureSignatureError):
        jwt.decode(token, KEYS["new"], algorithms=["HS256"], audience="gitstrata")


def test_claims_hold_no_secret() -> None:
    body = issue().split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    assert not set(claims) & {"refresh_token", "access_token", "password"}
