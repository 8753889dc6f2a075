from __future__ import annotations

import shutil
import tempfile
from collections.abc import AsyncIterator, Generator, Iterator
from pathlib import Path

import pytest

from local_stack import demo
from local_stack.client import Client
from tests.e2e.repositories import bare
from tests.support.stack import RunningStack, local_stack

_MOST_LINES = 120


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Beside a failure, what the services complained of: their logs are gone with the stack."""
    report = yield
    stack = getattr(item, "funcargs", {}).get("stack")
    if report.failed and isinstance(stack, RunningStack):
        report.sections.append(("what services complained of", "\n".join(stack.complaints()[-_MOST_LINES:])))
    return report


@pytest.fixture(scope="session")
def stack() -> Iterator[RunningStack]:
    """One stack for all tests here, in a folder that the account of PostgreSQL can reach."""
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-e2e-"))
    folder.chmod(0o711)
    try:
        with local_stack(folder / "home") as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def alice(stack: RunningStack) -> AsyncIterator[Client]:
    async with Client(stack.gateway) as client:
        await client.sign_in("alice", private=True)
        yield client


@pytest.fixture
async def bob(stack: RunningStack) -> AsyncIterator[Client]:
    async with Client(stack.gateway) as client:
        await client.sign_in("bob", private=True)
        yield client


@pytest.fixture
def served(stack, tmp_path):
    """`served(name, stream)`: the address of a repository made from a fast-import stream."""

    def serve(name: str, stream: str) -> str:
        return f"{stack.github}/{demo.serve(stack.home, bare(tmp_path / name, stream), name)}.git"

    return serve
