"""Settings are refused with a sentence that names the setting and never shows its value."""

from __future__ import annotations

import base64
import json
import os
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from pydantic import ValidationError

from auth.provider import origin_of
from auth.settings import Settings

KEY = os.urandom(32)
GOOD = {
    "AUTH_DATABASE_URL": "postgresql+asyncpg://auth:hush-database@127.0.0.1/auth",
    "AUTH_NATS_URL": "nats://127.0.0.1:4222",
    "AUTH_GITHUB_CLIENT_ID": "the-app",
    "AUTH_GITHUB_CLIENT_SECRET": "hush-client",
    "AUTH_JWT_KEYS": json.dumps({"k1": base64.b64encode(KEY).decode(), "k2": base64.urlsafe_b64encode(KEY).decode()}),
    "AUTH_JWT_ACTIVE_KID": "k1",
    "AUTH_VAULT_KEYS": f"{Fernet.generate_key().decode()}, {Fernet.generate_key().decode()}",
    "AUTH_PUBLIC_URL": "https://gitstrata.example/",
    "AUTH_TLS_CA": "ca.crt",
    "AUTH_TLS_CERT": "auth.crt",
    "AUTH_TLS_KEY": "auth.key",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in list(os.environ):
        if name.startswith("AUTH_"):
            monkeypatch.delenv(name)
    for name, value in GOOD.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


def test_settings_from_the_environment(environment: pytest.MonkeyPatch) -> None:
    settings = Settings()
    assert settings.signing(settings.jwt_source.read()) == ({"k1": KEY, "k2": KEY}, "k1")
    assert len(settings.vault_keys_in(settings.vault_source.read())) == 2
    assert settings.public_url == "https://gitstrata.example"
    assert settings.github_url == "https://github.com"
    assert settings.tls.ca == Path("ca.crt")


def test_printing_settings_shows_no_secret(environment: pytest.MonkeyPatch) -> None:
    shown = repr(Settings())
    secrets = ["hush-database", "hush-client", base64.b64encode(KEY).decode(), *GOOD["AUTH_VAULT_KEYS"].split(", ")]
    assert not [secret for secret in secrets if secret in shown]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("AUTH_JWT_ACTIVE_KID", "k9", "AUTH_JWT_ACTIVE_KID"),
        ("AUTH_JWT_KEYS", json.dumps({"k1": "hush"}), "'k1'"),
        ("AUTH_VAULT_KEYS", "hush", "key 1 of AUTH_VAULT_KEYS"),
        ("AUTH_VAULT_KEYS", "", "AUTH_VAULT_KEYS needs"),
        ("AUTH_PUBLIC_URL", "gitstrata.example", "must be an address"),
        ("AUTH_GITHUB_URL", "ftp://github.com", "must be an address"),
        ("AUTH_JWT_KEYS", "hush", "must be a JSON object"),
        ("AUTH_JWT_KEYS_FILE", "/hush/keys", "give one of AUTH_JWT_KEYS"),
        ("AUTH_GITHUB_CLIENT_ID", "", "go together"),
        ("AUTH_GITEA_CLIENT_ID", "the-app", "go together"),
        ("AUTH_GITHUB_APP_ID", "12", "go together"),
    ],
)
def test_what_cannot_work_is_refused(environment: pytest.MonkeyPatch, name: str, value: str, says: str) -> None:
    environment.setenv(name, value)
    with pytest.raises(ValidationError) as raised:
        Settings()
    assert says in str(raised.value)
    assert "hush" not in str(raised.value)


def test_what_is_shown_to_administrators_is_no_secret(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("AUTH_ALLOWED_ORGS", "acme, gitea:tools")
    shown = Settings().shown()
    assert shown["AUTH_ALLOWED_ORGS"] == "acme,gitea:tools"
    assert shown["AUTH_GITHUB_URL"] == "https://github.com"
    text = json.dumps(shown)
    assert "hush" not in text
    assert not [key for key in GOOD["AUTH_VAULT_KEYS"].split(", ") if key in text]


def test_keys_from_a_file_and_what_cannot_be_read(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.delenv("AUTH_VAULT_KEYS")
    file = tmp_path / "keys"
    environment.setenv("AUTH_VAULT_KEYS_FILE", str(file))
    with pytest.raises(ValidationError, match="AUTH_VAULT_KEYS: its source cannot be read: FileNotFoundError"):
        Settings()
    keys = [Fernet.generate_key().decode() for _ in range(2)]
    file.write_text("\n".join(keys) + "\n")
    assert list(Settings().vault_keys_in(Settings().vault_source.read())) == keys


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://github.com/pallets/flask", "https://github.com:443"),
        ("https://GitHub.com:443/pallets/flask.git", "https://github.com:443"),
        ("http://127.0.0.1:8123/alice/site.git", "http://127.0.0.1:8123"),
        ("http://[::1]:8123/x", "http://[::1]:8123"),
        ("http://github.com/pallets/flask", "http://github.com:80"),
        ("https://github.com.evil.example/x", "https://github.com.evil.example:443"),
        ("https://github.com@evil.example/x", None),
        ("https://someone@github.com/x", None),
        ("https://evil.example\\@github.com/x", None),
        ("https://github.com\\@evil.example/x", None),
        ("https://github.com /x", None),
        ("https://github.com/x\n", None),
        ("https://gіthub.com/x", None),
        ("https://github.com:x/y", None),
        ("https://github.com:99999/y", None),
        ("https://[github.com/x", None),
        ("git@github.com:pallets/flask.git", None),
        ("ssh://git@github.com/pallets/flask.git", None),
        ("https:///x", None),
        ("", None),
    ],
)
def test_origin_is_scheme_host_and_port(url: str, origin: str | None) -> None:
    assert origin_of(url) == origin
