"""Access tokens: what is accepted, and a table of attacks that are not."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from gateway.tokens import TokenVerifier
from kit.errors import Unauthenticated

OLD, NEW, FOREIGN = b"o" * 32, b"n" * 32, b"f" * 32
RSA_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
RSA_PUBLIC = RSA_KEY.public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)
VERIFIER = TokenVerifier({"old": OLD, "new": NEW, "public": RSA_PUBLIC})


def now(offset: float = 0) -> int:
    return int((datetime.now(UTC) + timedelta(seconds=offset)).timestamp())


def claims(**changed: Any) -> dict[str, Any]:
    """Good claims with some changed; None removes one."""
    good = {
        "sub": "user-1",
        "sid": "session-1",
        "iss": "gitstrata-auth",
        "aud": "gitstrata",
        "exp": now(900),
        "iat": now(),
        "nbf": now(),
        "jti": "token-1",
    }
    return {name: value for name, value in {**good, **changed}.items() if value is not None}


def signed(content: dict[str, Any], key: bytes = NEW, **header: Any) -> str:
    return jwt.encode(content, key, algorithm="HS256", headers={"kid": "new", **header})


def segment(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def forged(header: dict[str, Any], content: dict[str, Any], key: bytes | None) -> str:
    """A token put together by hand, around the library's own checks."""
    body = f"{segment(header)}.{segment(content)}"
    signature = hmac.new(key, body.encode(), hashlib.sha256).digest() if key is not None else b""
    return f"{body}.{segment(signature)}"


@pytest.mark.parametrize(("kid", "key"), [("old", OLD), ("new", NEW)])
def test_accepts_every_key_of_a_rotation(kid: str, key: bytes) -> None:
    principal = VERIFIER.verify(signed(claims(), key, kid=kid))
    assert (principal.user_id, principal.session_id, principal.token_id) == ("user-1", "session-1", "token-1")
    assert principal.expires_at > datetime.now(UTC)


@pytest.mark.parametrize("changed", [{"exp": now(-3)}, {"nbf": now(3)}, {"iat": now(3)}])
def test_forgives_a_clock_that_differs_a_little(changed: dict[str, Any]) -> None:
    fresh = {name: now(-3 if name == "exp" else 3) for name in changed}
    assert VERIFIER.verify(signed(claims(**fresh))).user_id == "user-1"


def test_an_expired_token_says_so() -> None:
    with pytest.raises(Unauthenticated) as refused:
        VERIFIER.verify(signed(claims(exp=now(-10))))
    assert refused.value.code == "token_expired"


GOOD_HEADER = {"alg": "HS256", "typ": "JWT", "kid": "new"}
ATTACKS: dict[str, str] = {
    "no algorithm": forged({**GOOD_HEADER, "alg": "none"}, claims(), None),
    "no algorithm, other spelling": forged({**GOOD_HEADER, "alg": "nOnE"}, claims(), None),
    "no signature": forged(GOOD_HEADER, claims(), None),
    "unknown kid": signed(claims(), kid="other"),
    "no kid": jwt.encode(claims(), NEW, algorithm="HS256"),
    "kid that is no text": forged({**GOOD_HEADER, "kid": ["new"]}, claims(), NEW),
    "kid that is a path": signed(claims(), kid="../../dev/null"),
    "kid of another key": signed(claims(), OLD, kid="new"),
    "foreign key": signed(claims(), FOREIGN),
    "empty key": forged(GOOD_HEADER, claims(), b""),
    "stronger algorithm than ours": jwt.encode(claims(), NEW * 2, algorithm="HS512", headers={"kid": "new"}),
    "RS256": jwt.encode(claims(), RSA_KEY, algorithm="RS256", headers={"kid": "public"}),
    "RS256 header, HMAC signature": forged({**GOOD_HEADER, "alg": "RS256", "kid": "public"}, claims(), RSA_PUBLIC),
    "key in the header": forged({**GOOD_HEADER, "jwk": {"kty": "oct", "k": segment(FOREIGN)}}, claims(), FOREIGN),
    "tampered claims": ".".join(
        [signed(claims()).split(".")[0], segment(claims(sub="somebody-else")), signed(claims()).split(".")[2]]
    ),
    "not valid yet": signed(claims(nbf=now(3_600))),
    "issued in the future": signed(claims(iat=now(3_600))),
    "other issuer": signed(claims(iss="elsewhere")),
    "other audience": signed(claims(aud="another")),
    "several audiences": signed(claims(aud=["gitstrata", "another"])),
    **{f"without {name}": signed(claims(**{name: None})) for name in claims()},
    "empty sub": signed(claims(sub="")),
    "endless sub": signed(claims(sub="x" * 129)),
    "sid that is no text": signed(claims(sid=7)),
    "jti that is no text": forged(GOOD_HEADER, claims(jti=7), NEW),
    "exp that is no time": forged(GOOD_HEADER, claims(exp="soon"), NEW),
    "exp beyond time": forged(GOOD_HEADER, claims(exp=10**20), NEW),
    "claims that are a list": forged(GOOD_HEADER, ["sub"], NEW),  # type: ignore[arg-type]
    "empty": "",
    "one part": "abc",
    "two parts": "abc.def",
    "no base64": "🙂.🙂.🙂",
    "endless": "x" * 100_000,
}


@pytest.mark.parametrize("name", ATTACKS)
def test_refuses(name: str) -> None:
    with pytest.raises(Unauthenticated) as refused:
        VERIFIER.verify(ATTACKS[name])
    assert refused.value.code == "token_invalid"
