"""Settings from the environment, and what a client asks for in its headers."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from gateway import negotiation
from gateway.settings import Settings
from kit.key_source import signing_keys

KEY = bytes(range(224, 256))


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "LISTEN": "127.0.0.1:8080",
        "PUBLIC_URL": "https://strata.example",
        "AUTH_TARGET": "auth:1",
        "JOBS_TARGET": "jobs:2",
        "JWT_KEYS": json.dumps({"k1": base64.b64encode(KEY).decode()}),
        "TLS_CA": "ca.crt",
        "TLS_CERT": "gateway.crt",
        "TLS_KEY": "gateway.key",
    }
    for name, value in values.items():
        monkeypatch.setenv(f"GATEWAY_{name}", value)


def settings() -> Settings:
    return Settings()


def keys(found: Settings) -> dict[str, bytes]:
    return signing_keys(found.jwt_source.read(), "GATEWAY_JWT_KEYS")


def test_reads_everything() -> None:
    found = settings()
    assert found.address == ("127.0.0.1", 8080)
    assert keys(found) == {"k1": KEY}
    assert found.cookie_secure
    assert found.served_over_https
    assert found.dashboard_dir is None
    assert found.tls.cert == Path("gateway.crt")


@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
@pytest.mark.parametrize("padding", ["", "="])
def test_takes_keys_in_either_alphabet(monkeypatch: pytest.MonkeyPatch, encode: object, padding: str) -> None:
    text = encode(KEY).decode().rstrip("=") + padding  # type: ignore[operator]
    monkeypatch.setenv("GATEWAY_JWT_KEYS", json.dumps({"k": text}))
    assert keys(settings()) == {"k": KEY}


def test_shows_no_key() -> None:
    assert base64.b64encode(KEY).decode() not in repr(settings())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LISTEN", "8080"),
        ("LISTEN", "localhost:http"),
        ("JWT_KEYS", "{}"),
        ("JWT_KEYS", '{"k1": "c2hvcnQtc2VjcmV0"}'),
        ("JWT_KEYS", '{"k1": "not base64, not-a-key"}'),
    ],
)
def test_refuses_without_showing_what(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"GATEWAY_{name}", value)
    with pytest.raises(ValidationError) as refused:
        settings()
    assert "c2hvcnQtc2VjcmV0" not in str(refused.value)
    assert "not-a-key" not in str(refused.value)


def test_reads_ipv6(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GATEWAY_LISTEN", "[::1]:8443")
    assert settings().address == ("::1", 8443)


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/event-stream", True),
        ("text/event-stream, application/json;q=0.5", True),
        ("application/json, text/event-stream;q=0.5", False),
        ("text/event-stream;q=0", False),
        ("application/json", False),
        ("*/*", False),
        ("", False),
        (None, False),
        ("TEXT/Event-Stream ; q=0.9", True),
        (";;;,=,text/event-stream;q=x", False),
    ],
)
def test_streams_only_when_asked_by_name(accept: str | None, expected: bool) -> None:
    assert negotiation.prefers_event_stream(accept) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [("gzip", True), ("br, gzip;q=0.1", True), ("gzip;q=0", False), ("identity", False), ("*", False), (None, False)],
)
def test_gzip_only_when_named(header: str | None, expected: bool) -> None:
    assert negotiation.takes_gzip(header) is expected


@pytest.mark.parametrize(
    ("header", "expected"),
    [('"a"', True), ('W/"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("", False), (None, False)],
)
def test_compares_tags_weakly(header: str | None, expected: bool) -> None:
    assert negotiation.matches(header, "a") is expected
