"""Who may be here: everybody, or people named in the settings, or members of organisations named there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from auth.provider import IdentityProvider

CHECKED_EVERY = timedelta(days=1)
"""A session is continued for so long before it is asked again."""
PATIENCE = timedelta(days=7)
"""So long a provider that does not answer is taken to say what it said before."""


@dataclass(frozen=True, slots=True)
class Admission:
    """Names are in lower case; those of another provider than the default one are written `gitea:name`."""

    default_provider: str
    users: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()

    @property
    def everybody(self) -> bool:
        return not self.users and not self.organizations

    async def admits(self, provider: IdentityProvider, login: str, access_token: str) -> bool:
        """Whether the person may be here now. Raises what the provider raises where it has to be asked."""
        if self.everybody or login.lower() in self._of(provider, self.users):
            return True
        organizations = self._of(provider, self.organizations)
        return bool(organizations) and await provider.is_member(access_token, organizations)

    def _of(self, provider: IdentityProvider, names: Collection[str]) -> frozenset[str]:
        """Names at this provider: the same name elsewhere is somebody else."""
        prefix = f"{provider.name}:"
        plain = {name for name in names if ":" not in name} if provider.name == self.default_provider else set()
        return frozenset(plain | {name.removeprefix(prefix) for name in names if name.startswith(prefix)})


def due(admitted_at: datetime | None, at: datetime) -> bool:
    return admitted_at is None or at - admitted_at >= CHECKED_EVERY


def patient(admitted_at: datetime | None, at: datetime) -> bool:
    return admitted_at is not None and at - admitted_at < PATIENCE
