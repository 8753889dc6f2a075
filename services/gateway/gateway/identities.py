"""How the gateway knows who calls: access tokens, personal API tokens, and what was revoked of both."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

from gateway import revocations
from gateway.api_tokens import ApiTokens
from gateway.clients import Clients
from gateway.revocations import Revocations
from gateway.settings import Settings
from gateway.tokens import TokenVerifier
from kit import key_source
from kit.key_source import signing_keys


@dataclass(frozen=True, slots=True)
class Identities:
    """One of each for the process; `follow` keeps them up to date."""

    verifier: TokenVerifier
    revocations: Revocations
    api_tokens: ApiTokens
    clients: Clients

    @classmethod
    def of(cls, settings: Settings, clients: Clients) -> Self:
        revoked = Revocations()
        return cls(TokenVerifier(_keys(settings.jwt_source.read())), revoked, ApiTokens(clients.auth, revoked), clients)

    async def follow(self, settings: Settings) -> None:
        """Hear of revocations and of new keys for ever."""
        async with asyncio.TaskGroup() as group:
            group.create_task(revocations.follow(self.clients.auth, self.revocations, self.api_tokens.drop))
            group.create_task(key_source.follow(settings.jwt_source, lambda text: self.verifier.use(_keys(text))))


def _keys(text: str) -> dict[str, bytes]:
    return signing_keys(text, "GATEWAY_JWT_KEYS")
