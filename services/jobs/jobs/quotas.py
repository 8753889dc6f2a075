"""What users may have, told to the commands that ask for more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import store
from jobs.domain.commands import Command, RetryJob, SubmitJob
from jobs.domain.quota import Quota, Usage
from jobs.settings import Settings
from kit.store import Briefing


class Quotas:
    """Tells submissions and retries what their owners have already."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def __call__(self, connection: AsyncConnection, commands: Sequence[Command]) -> Briefing[Command]:
        """A briefing of commands of one transaction."""
        asking = [command for command in commands if isinstance(command, SubmitJob | RetryJob)]
        if not asking:
            return Briefing()
        owners = {command.owner_id for command in asking}
        usage = await store.usage(connection, owners, max(command.now for command in asking))
        return _Told(self._settings, usage)


class _Told(Briefing[Command]):
    def __init__(self, settings: Settings, usage: Mapping[str, Usage]) -> None:
        self._settings = settings
        self._usage = usage
        self._submitted: Counter[str] = Counter()
        self._retried: Counter[str] = Counter()

    def tell(self, command: Command) -> Command:
        if not isinstance(command, SubmitJob | RetryJob):
            return command
        usage, owner = self._usage[command.owner_id], command.owner_id
        quota = Quota(
            active=usage.active + self._submitted[owner] + self._retried[owner],
            active_allowed=self._settings.active_per_user,
            daily=usage.daily + self._submitted[owner],
            daily_allowed=self._settings.daily_per_user,
            daily_frees_in=usage.daily_frees_in,
            deleted=usage.deleted,
        )
        return replace(command, quota=quota)

    def accepted(self, command: Command) -> None:
        if isinstance(command, SubmitJob):
            self._submitted[command.owner_id] += 1
        elif isinstance(command, RetryJob):
            self._retried[command.owner_id] += 1
