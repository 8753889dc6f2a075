"""Stopping: cancelled, told to end, killed. Nothing is lost, and nothing is left."""

from __future__ import annotations

import asyncio
import signal
import time
from collections.abc import Callable

import nats
import pytest

from analyzer.delivery import Delivery
from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, history
from tests.integration.analyzer.jobs_peer import ACK_WAIT, JobsPeer

NewAnalyzer = Callable[[], AnalyzerProcess]


async def held_at_clone(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> str:
    """Start an attempt that waits for the Git server; its job."""
    git_server.add("held.git", history(20))
    git_server.hold("held.git")
    job = await jobs.request(git_server.url("held.git"))
    async with asyncio.timeout(20):
        while not git_server.asked:
            await asyncio.sleep(0.05)
    assert analyzer.attempts()
    assert any("git" in process.name() for process in analyzer.at_work())
    return job


async def gone(analyzer: AnalyzerProcess, seconds: float = 5) -> None:
    """Wait until no process and no directory of an attempt is there."""
    async with asyncio.timeout(seconds):
        while analyzer.at_work() or analyzer.attempts():
            await asyncio.sleep(0.05)


async def test_a_cancelled_attempt_stops_within_two_seconds(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    analyzer.start()
    job = await held_at_clone(analyzer, jobs, git_server)
    began = time.monotonic()

    await jobs.cancel(job)
    ended = await jobs.ended(job)

    assert (ended.code, ended.retryable) == ("cancelled", False)
    await gone(analyzer, 2)
    assert time.monotonic() - began < 2
    assert await jobs.pending() == 0


async def test_a_killed_analyzer_leaves_nothing_and_its_work_is_done_by_the_next(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start()
    job = await held_at_clone(first, jobs, git_server)

    first.send(signal.SIGKILL)
    first.wait()
    await gone(first)  # by the warden, before anybody sweeps
    git_server.held["held.git"].set()
    second.start()
    completed = await jobs.ended(job, ACK_WAIT + 20)

    assert type(completed).__name__ == "JobCompleted"
    assert len(jobs.leases[job]) == 2
    assert completed.lease == jobs.leases[job][1]
    assert jobs.kinds(job).count("JobCompleted") == 1
    assert "removed what dead analyzers left" in second.log
    second.stop()
    assert list(second.work.glob("analyzer-*")) == []


async def test_what_survives_the_warden_too_is_swept_by_the_next_start(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start()
    await held_at_clone(first, jobs, git_server)
    wardens = [process for process, command in first.commands() if "analyzer.warden" in command]
    assert wardens

    first.send(signal.SIGSTOP)  # so that it cannot tidy up after its wardens
    for warden in wardens:
        warden.kill()
    first.send(signal.SIGKILL)
    first.wait()
    assert first.attempts()
    git_server.held["held.git"].set()
    second.start()

    async with asyncio.timeout(10):
        while "removed what dead analyzers left" not in second.log:
            await asyncio.sleep(0.05)
    assert not [path for path in first.attempts() if f"analyzer-{first.pid}-" in str(path)]


async def test_two_analyzers_do_not_sweep_each_other(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start()
    job = await held_at_clone(first, jobs, git_server)

    second.start()
    async with asyncio.timeout(10):
        while "taking work" not in second.log:
            await asyncio.sleep(0.05)
    git_server.held["held.git"].set()

    assert type(await jobs.ended(job)).__name__ == "JobCompleted"
    assert len(jobs.leases[job]) == 1


async def test_a_killed_stage_is_noticed(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    analyzer.start()
    job = await held_at_clone(analyzer, jobs, git_server)

    # all are looked at before any is killed: those that die with it could not be asked any more
    for process, command in analyzer.commands():
        if "analyzer.warden" in command:
            process.kill()
    ended = await jobs.ended(job)

    assert ended.code == "engine_error"
    assert ended.retryable
    await gone(analyzer)


async def test_sigterm_lets_running_work_end(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    analyzer.start()
    job = await held_at_clone(analyzer, jobs, git_server)

    analyzer.send(signal.SIGTERM)
    async with asyncio.timeout(5):
        while "draining" not in analyzer.log:
            await asyncio.sleep(0.05)
    waiting = await jobs.request(git_server.url("held.git"))
    git_server.held["held.git"].set()
    completed = await jobs.ended(job)

    assert type(completed).__name__ == "JobCompleted"
    assert analyzer.wait() == 0
    assert list(analyzer.work.glob("analyzer-*")) == []
    assert waiting not in jobs.leases
    assert await jobs.pending() == 1


async def test_work_that_does_not_end_in_its_grace_goes_to_another(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start(DRAIN_SECONDS="0.5")
    job = await held_at_clone(first, jobs, git_server)
    second.start()
    async with asyncio.timeout(10):
        while "taking work" not in second.log:
            await asyncio.sleep(0.05)

    first.send(signal.SIGTERM)
    assert first.wait() == 0
    began = time.monotonic()
    await jobs.until(lambda: len(jobs.leases[job]) == 2, ACK_WAIT)
    handed_over = time.monotonic() - began
    git_server.held["held.git"].set()

    assert type(await jobs.ended(job)).__name__ == "JobCompleted"
    assert handed_over < ACK_WAIT / 2  # given back, not timed out


@pytest.mark.timeout(200)
async def test_an_idle_analyzer_swallows_no_message_when_it_stops(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("good.git", history(2))
    # what is swallowed comes again after this only: longer than anybody waits here, however slow the machine
    durable = (await jobs.js.consumer_info("JOBS", "analyzer-work")).config
    durable.ack_wait = 300
    await jobs.js.add_consumer("JOBS", durable)
    first, second = new_analyzer(), new_analyzer()
    first.start()
    async with asyncio.timeout(60):
        while "taking work" not in first.log:
            await asyncio.sleep(0.05)

    first.send(signal.SIGTERM)
    job = await jobs.request(git_server.url("good.git"))
    first.wait(60)
    second.start()

    await jobs.until(lambda: job in jobs.leases, 60)


@pytest.mark.timeout(60)
async def test_a_worker_that_cannot_reach_the_bus_lets_go(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    analyzer.start()
    job = await held_at_clone(analyzer, jobs, git_server)

    analyzer.send(signal.SIGSTOP)
    await asyncio.sleep(ACK_WAIT + 1)
    analyzer.send(signal.SIGCONT)
    async with asyncio.timeout(10):
        while "lost a work message" not in analyzer.log:
            await asyncio.sleep(0.05)
    git_server.held["held.git"].set()
    completed = await jobs.ended(job, 30)

    assert type(completed).__name__ == "JobCompleted"
    assert completed.lease == jobs.leases[job][-1]
    assert len(jobs.leases[job]) == 2


async def test_a_hung_child_is_killed_and_its_work_can_be_tried_again(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    analyzer.start(STALL_SECONDS="2")
    job = await held_at_clone(analyzer, jobs, git_server)

    for process, command in analyzer.commands():
        if "analyzer.acquire" in command or "git" in process.name():
            process.suspend()
    ended = await jobs.ended(job)

    assert (ended.code, ended.retryable) == ("worker_stalled", True)
    await gone(analyzer)
    assert await jobs.pending() == 0


async def test_no_heart_beats_for_work_that_nobody_sees_advance(jobs: JobsPeer, admin: nats.NATS) -> None:
    await jobs.request("https://git.example/a/b")
    subscription = await jobs.js.pull_subscribe_bind(consumer="analyzer-work", stream="JOBS")
    (message,) = await subscription.fetch(1, timeout=5)
    stuck = asyncio.Event()

    async with Delivery(message, admin, ACK_WAIT, lambda: not stuck.is_set()) as delivery:
        await asyncio.sleep(ACK_WAIT * 1.5)
        assert not delivery.lost.is_set()
        stuck.set()
        await asyncio.wait_for(delivery.lost.wait(), ACK_WAIT * 2)

    (again,) = await subscription.fetch(1, timeout=ACK_WAIT * 2)
    assert again.data == message.data
    await again.ack()
