"""Secrets at rest: encrypted with the first of the installation's keys, readable with any of them."""

from __future__ import annotations

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from kit.errors import Internal
from kit.key_source import listed

SEALED = b"gAAAAA"
"""What everything begins with that a vault has sealed, for some centuries: Fernet's version, and a time."""


class Vault:
    """Seals secrets for an owner. What was sealed for one owner does not open for another.

    `keys` are Fernet keys (32 bytes, URL-safe base64), the newest first; ValueError for anything else.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        self.use(keys)

    def use(self, keys: Sequence[str]) -> None:
        """Seal and open with other keys from now on."""
        fernets = [Fernet(key) for key in keys]
        self._newest, self._fernet = fernets[0], MultiFernet(fernets)

    def is_newest(self, sealed: bytes) -> bool:
        """Whether the newest key sealed it."""
        try:
            self._newest.decrypt(sealed)
        except InvalidToken:
            return False
        return True

    def reseal(self, sealed: bytes) -> bytes:
        """The same secret of the same owner under the newest key; Internal when no key opens it."""
        try:
            return self._fernet.rotate(sealed)
        except InvalidToken:
            raise _unreadable() from None

    def seal(self, owner: str, secret: str) -> bytes:
        """Ciphertext that only `open` with the same owner turns back."""
        return self._fernet.encrypt(f"{owner}\n{secret}".encode())

    def open(self, owner: str, sealed: bytes) -> str:
        """The secret; Internal with code `vault_unreadable` when no key opens it or it is another owner's."""
        try:
            # a row copied to another user's must not lend them the token: Fernet itself binds no context
            found, _, secret = self._fernet.decrypt(sealed).decode().partition("\n")
        except InvalidToken:
            raise _unreadable() from None
        if found != owner:
            raise _unreadable()
        return secret


def _unreadable() -> Internal:
    return Internal(
        "A stored secret cannot be read. The operator should check that the vault's keys still hold the old ones.",
        code="vault_unreadable",
    )


def fernet_keys(text: str, name: str) -> Sequence[str]:
    """The vault's keys, the newest first. Raises ValueError, which names the setting and no value."""
    keys = listed(text)
    if not keys:
        raise ValueError(f"{name} needs at least one key")
    for number, key in enumerate(keys, 1):
        try:
            Fernet(key)
        except ValueError:
            raise ValueError(f"key {number} of {name} is no Fernet key") from None
    return keys
