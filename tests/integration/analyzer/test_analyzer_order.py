"""What is cheap comes first: people see something before the history is read."""

from __future__ import annotations

from pathlib import Path

from analyzer.messages import Assignment, Completed, Fetched, Limits, Progressed, SectionReady
from analyzer.sandbox import Sandbox
from tests.integration.analyzer.git_peer import GitPeer, history

GIB = 1 << 30


async def test_overview_and_stack_are_told_before_the_history_is_read(git_server: GitPeer, tmp_path: Path) -> None:
    git_server.add("good.git", history(300))
    directory = tmp_path / "attempt"
    directory.mkdir()
    work = Assignment(
        url=git_server.url("good.git"),
        ref="",
        credential=None,
        allowed_origins=(git_server.origin,),
        engine_workers=1,
        ignore_revs=False,
        limits=Limits(memory=GIB, file=GIB, cpu_seconds=60, open_files=256, processes=500),
    )

    async with Sandbox(directory, work) as sandbox:
        told = [message async for message in sandbox.messages()]

    def first(*wanted: object) -> int:
        return next(at for at, message in enumerate(told) if (type(message), *_what(message)) == wanted)

    assert first(Fetched, "whole") < first(Progressed, "commits") < first(Progressed, "files")
    long_part = first(Progressed, "history")
    before = [message.section for message in told[:long_part] if isinstance(message, SectionReady)]
    assert before == ["overview", "stack"]
    assert isinstance(told[-1], Completed)


def _what(message: object) -> tuple[str, ...]:
    match message:
        case Fetched():
            return (message.how,)
        case Progressed():
            return (message.phase,)
        case SectionReady():
            return (message.section,)
        case _:
            return ()
