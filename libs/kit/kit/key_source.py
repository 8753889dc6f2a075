"""Where an installation's keys come from: the environment, a file, or AWS Secrets Manager; read again when they change.

A key is rotated without a restart where it comes from a file or from AWS: whoever uses it is told of the new text.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from kit import telemetry

FILE_SECONDS = 2.0
AWS_SECONDS = 60.0
_LARGEST = 65_536
_SMALLEST_KEY = 32


@dataclass(frozen=True, slots=True)
class KeySource:
    """One of three: the text itself, a file that holds it, the name of a secret at AWS. `name` is the setting's."""

    name: str
    value: SecretStr | None = None
    file: Path | None = None
    aws_secret: str = ""

    def __post_init__(self) -> None:
        given = sum((self.value is not None, self.file is not None, bool(self.aws_secret)))
        if given != 1:
            raise ValueError(f"give one of {self.name}, {self.name}_FILE and {self.name}_AWS_SECRET")

    def read(self) -> str:
        """The text; ValueError, which names the setting and never its value, when it cannot be had."""
        if self.value is not None:
            return self.value.get_secret_value()
        try:
            return self._from_file(self.file) if self.file else _from_aws(self.aws_secret)
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"{self.name}: its source cannot be read: {type(error).__name__}") from None

    @staticmethod
    def _from_file(file: Path) -> str:
        with file.open(encoding="utf-8") as opened:
            return opened.read(_LARGEST).strip()

    @property
    def seconds(self) -> float | None:
        """How often it may have changed; None if it cannot."""
        return None if self.value is not None else FILE_SECONDS if self.file else AWS_SECONDS


def _from_aws(name: str) -> str:
    import boto3  # noqa: PLC0415 an extra; only where it is asked for
    from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415

    try:
        answer = boto3.client("secretsmanager").get_secret_value(SecretId=name)
    except (BotoCoreError, ClientError) as error:
        raise OSError(type(error).__name__) from None
    return str(answer.get("SecretString", "")).strip()


async def follow(source: KeySource, use: Callable[[str], None]) -> None:
    """Call `use` with the new text whenever it has changed, for ever. What `use` refuses (ValueError) is logged."""
    if source.seconds is None:
        await asyncio.Event().wait()
        return
    known = await asyncio.to_thread(source.read)
    while True:
        await asyncio.sleep(source.seconds)
        try:
            text = await asyncio.to_thread(source.read)
            if text != known:
                use(text)
                telemetry.log.info("keys changed", source=source.name)
        except ValueError as error:
            telemetry.log.error("keys cannot be used, the old ones stay", source=source.name, reason=str(error))
        else:
            known = text


def signing_keys(text: str, name: str) -> dict[str, bytes]:
    """Keys of access tokens by their `kid`: a JSON object of base64. ValueError, without a value, for anything else."""
    try:
        given = json.loads(text)
    except ValueError:
        given = None
    if not isinstance(given, dict) or not given:
        raise ValueError(f"{name} must be a JSON object of keys by their id")
    keys = {str(kid): _decoded(key) for kid, key in given.items()}
    for kid, key in keys.items():
        if len(key) < _SMALLEST_KEY:
            raise ValueError(f"the key {kid!r} of {name} must be base64 of at least {_SMALLEST_KEY} bytes")
    return keys


def listed(text: str) -> Sequence[str]:
    """Keys separated by commas or line breaks."""
    return tuple(part for part in (each.strip() for each in text.replace("\n", ",").split(",")) if part)


def _decoded(key: object) -> bytes:
    """Bytes of a base64 key in either alphabet, padded or not; none when it is not base64."""
    text = str(key).strip().rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""
