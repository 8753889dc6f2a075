"""Keys from the environment, a file or AWS; read again when they change; wrong ones change nothing."""

from __future__ import annotations

import asyncio
import base64
import json
import os
from pathlib import Path

import boto3
import pytest
from moto import mock_aws
from pydantic import SecretStr

from kit import key_source
from kit.key_source import KeySource, follow, listed, signing_keys


@pytest.mark.parametrize(
    "given",
    [{}, {"value": SecretStr("a"), "file": Path("b")}, {"file": Path("b"), "aws_secret": "c"}],
)
def test_there_is_one_source(given: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="give one of X_KEYS, X_KEYS_FILE and X_KEYS_AWS_SECRET"):
        KeySource("X_KEYS", **given)  # type: ignore[arg-type]


def test_a_value_is_what_it_is() -> None:
    assert KeySource("X_KEYS", SecretStr("hush")).read() == "hush"
    assert "hush" not in repr(KeySource("X_KEYS", SecretStr("hush")))


def test_aws_secrets_manager(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.setenv(name, "eu-central-1")
    with mock_aws():
        boto3.client("secretsmanager").create_secret(Name="gitstrata/vault", SecretString=" one,two\n")
        assert KeySource("X_KEYS", aws_secret="gitstrata/vault").read() == "one,two"
        with pytest.raises(ValueError, match="X_KEYS: its source cannot be read"):
            KeySource("X_KEYS", aws_secret="gitstrata/none").read()


async def test_a_file_is_read_again_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_source, "FILE_SECONDS", 0.01)
    file = tmp_path / "keys"
    file.write_text("one\n")
    used: list[str] = []

    def use(text: str) -> None:
        if text == "wrong":
            raise ValueError("no key")
        used.append(text)

    async def until(expected: list[str]) -> None:
        async with asyncio.timeout(5):
            while used != expected:
                await asyncio.sleep(0.01)

    following = asyncio.create_task(follow(KeySource("X_KEYS", file=file), use))
    await asyncio.sleep(0.05)
    file.write_text("two\n")
    await until(["two"])
    file.write_text("wrong")
    await asyncio.sleep(0.05)
    file.unlink()
    await asyncio.sleep(0.05)
    file.write_text("three")
    await until(["two", "three"])
    following.cancel()


def test_signing_keys_are_named_and_long_enough() -> None:
    key = os.urandom(32)
    text = json.dumps({"a": base64.b64encode(key).decode(), "b": base64.urlsafe_b64encode(key).decode().rstrip("=")})
    assert signing_keys(text, "X") == {"a": key, "b": key}
    for wrong, says in (
        ("hush", "JSON object"),
        ("[]", "JSON object"),
        ("{}", "JSON object"),
        ('{"k": "aHVzaA=="}', "'k' of X"),
        ('{"k": 3}', "'k' of X"),
    ):
        with pytest.raises(ValueError, match=says) as raised:
            signing_keys(wrong, "X")
        assert "aHVzaA" not in str(raised.value)


def test_lists_of_keys() -> None:
    assert listed("a, b\n\nc,") == ("a", "b", "c")
