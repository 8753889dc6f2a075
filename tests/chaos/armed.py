"""A service with weak points: `python -m tests.chaos.armed SERVICE`.

The service is the real one. At each point it looks for a file named `SERVICE.point` in the folder of CHAOS_FOLDER;
whoever of the replicas takes it away dies there by SIGKILL. Its clock is off by CHAOS_SKEW seconds. While there is a
file `meddle`, what the analyzer says comes twice, late, and out of order. A repository that a file `doomed` names kills
every analyzer that works on it.
"""

from __future__ import annotations

import asyncio
import datetime as clock
import importlib
import io
import os
import random
import signal
import sys
from pathlib import Path

FOLDER = Path(os.environ.get("CHAOS_FOLDER", "."))
SERVICE = sys.argv[1] if len(sys.argv) > 1 else ""
POINTS = {
    "jobs": ("committed", "publishing", "published", "acking"),
    "auth": ("committed", "publishing", "published"),
    "analyzer": ("begun", "uploading", "publishing", "published", "acking"),
}
"""Between commit and publish: `committed`, `publishing`. Between publish and mark: `published`. Between effect and
ack: `acking`. In the middle of a section's upload: `uploading`."""


def point(name: str) -> None:
    try:
        (FOLDER / f"{SERVICE}.{name}").unlink()
    except FileNotFoundError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


class _Interrupted(io.BytesIO):
    """Content of which no second piece is ever read."""

    def read(self, size: int = -1) -> bytes:
        if self.tell():
            point("uploading")
        return super().read(min(size, 64) if size > 0 else 64)

    def readinto(self, buffer) -> int:
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def arm() -> None:
    from nats.aio.msg import Msg
    from nats.js.object_store import ObjectStore

    from kit.bus import Publisher
    from kit.group_commit import GroupCommit
    from kit.store import EventStore

    def before(owner, method, name):
        original = getattr(owner, method)

        async def wrapped(self, *arguments, **named):
            point(name)
            return await original(self, *arguments, **named)

        setattr(owner, method, wrapped)

    def after(owner, method, name):
        original = getattr(owner, method)

        async def wrapped(self, *arguments, **named):
            answer = await original(self, *arguments, **named)
            point(name)
            return answer

        setattr(owner, method, wrapped)

    before(Publisher, "__call__", "publishing")
    after(Publisher, "__call__", "published")
    before(Msg, "ack_sync", "acking")
    after(GroupCommit, "_commit", "committed")
    after(EventStore, "execute", "committed")
    put = ObjectStore.put

    async def interrupted(self, name, data, *arguments, **named):
        if (FOLDER / f"{SERVICE}.uploading").exists() and isinstance(data, bytes):
            data = _Interrupted(data)
        return await put(self, name, data, *arguments, **named)

    ObjectStore.put = interrupted
    if SERVICE == "analyzer":
        from analyzer.attempt import Attempt

        before(Attempt, "run", "begun")
        doom(Attempt)
        meddle(Publisher)


def doom(attempt) -> None:
    """Have repositories whose address holds what is in the file `doomed` kill whoever works on them, every time."""
    run = attempt.run

    async def doomed(self, lease, work) -> None:
        mark = FOLDER / "doomed"
        if mark.exists() and mark.read_text() in work.repository_url:
            os.kill(os.getpid(), signal.SIGKILL)
        await run(self, lease, work)

    attempt.run = doomed


def meddle(publisher) -> None:
    """Have outcomes come twice and late: the bus knows the second as another message, jobs as the same event."""
    publish = publisher.__call__
    chance = random.Random(os.getpid())
    later = set()

    async def meddled(self, message) -> None:
        if not (FOLDER / "meddle").exists() or not message.subject.startswith("analyzer.job."):
            await publish(self, message)
            return

        async def again() -> None:
            await asyncio.sleep(chance.random() * 2)
            from kit.cloudevents import headers_of

            headers = {key: value for key, value in headers_of(message, "analyzer").items() if key != "Nats-Msg-Id"}
            await self._js.publish(message.subject, message.body, headers=headers, timeout=10)

        task = asyncio.create_task(again())
        later.add(task)
        task.add_done_callback(later.discard)
        if not message.subject.endswith("section_completed") or chance.random() < 0.5:
            await publish(self, message)

    publisher.__call__ = meddled


def skew(seconds: float) -> None:
    """Have every module of ours read a clock that is so much ahead."""
    real = clock.datetime
    ahead = clock.timedelta(seconds=seconds)

    class Kind(type):
        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, real)

    class Skewed(real, metaclass=Kind):
        @classmethod
        def now(cls, tz=None):
            return real.now(tz) + ahead

    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("kit", "auth", "jobs", "analyzer") and getattr(module, "datetime", None) is real:
            module.datetime = Skewed


def main() -> None:
    from kit import process

    module = importlib.import_module(f"{SERVICE}.main")
    arm()
    if seconds := float(os.environ.get("CHAOS_SKEW", "0")):
        skew(seconds)
    process.run(getattr(module, "main", None) or module.serve)


if __name__ == "__main__":
    main()
