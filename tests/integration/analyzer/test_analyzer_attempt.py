"""A whole attempt through the real process: repository in, outcomes in the stream, nothing left on disk."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from local_stack.ports import free_port
from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.jobs_peer import JobsPeer


async def test_a_repository_becomes_a_report(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    path = git_server.add("good.git", history(40))
    analyzer.start()
    job = await jobs.request(git_server.url("good.git"))

    completed = await jobs.ended(job)

    assert type(completed).__name__ == "JobCompleted", completed
    assert completed.commit == git(f"--git-dir={path}", "rev-parse", "main").strip()
    assert completed.lease == jobs.leases[job][0]
    assert completed.engine_version
    assert completed.schema_version
    kinds = jobs.kinds(job)
    assert kinds[-1] == "JobCompleted"
    told = {event.section: event.blob for _, event in jobs.outcomes[job][:-1]}
    assert {ref.section: ref.blob for ref in completed.sections} == told
    assert "overview" in told
    for blob in told.values():
        section = json.loads(await jobs.content(blob))
        assert isinstance(section, dict)
    assert completed.durations[0].phase == "clone"
    await jobs.until(lambda: not analyzer.attempts(), 5)
    assert await jobs.pending() == 0
    percents = [event.percent for event in jobs.progress[job]]
    assert percents == sorted(percents)


def known(completed) -> pb.KnownReport:
    return pb.KnownReport(
        commit=completed.commit,
        engine_version=completed.engine_version,
        schema_version=completed.schema_version,
        tags_digest=completed.tags_digest,
        advisories=completed.advisories,
        sections=completed.sections,
        head=completed.head,
    )


@pytest.mark.parametrize("ref", ["", "main", "v1"])
async def test_what_has_not_changed_is_not_analysed_again(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, ref: str
) -> None:
    path = git_server.add("same.git", history(6))
    git(f"--git-dir={path}", "-c", "user.name=t", "-c", "user.email=t@e.org", "tag", "-a", "-m", "one", "v1", "main~2")
    git(f"--git-dir={path}", "tag", "v2", "main~1")
    analyzer.start()
    url = git_server.url("same.git")
    first = await jobs.ended(await jobs.request(url, ref))
    jobs.known = known(first)

    again = await jobs.request(url, ref)
    second = await jobs.ended(again)

    assert jobs.kinds(again) == ["JobCompleted"]  # no section was computed
    assert (second.lease, second.commit) == (jobs.leases[again][0], first.commit)
    assert list(second.sections) == list(first.sections)
    assert second.head == first.head
    assert second.tags_digest == first.tags_digest
    await jobs.until(lambda: not analyzer.attempts(), 5)


@pytest.mark.parametrize("change", ["commit", "tag", "engine", "gone"])
async def test_what_has_changed_is_analysed_again(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, change: str
) -> None:
    path = git_server.add("changed.git", history(6))
    analyzer.start()
    url = git_server.url("changed.git")
    jobs.known = known(await jobs.ended(await jobs.request(url)))
    match change:
        case "commit":
            git(f"--git-dir={path}", "update-ref", "refs/heads/main", "main~1")
        case "tag":
            git(f"--git-dir={path}", "tag", "v1", "main~1")
        case "engine":
            jobs.known.engine_version = "0.1"
        case _:
            git_server.statuses["changed.git"] = 404

    job = await jobs.request(url)
    ended = await jobs.ended(job)

    if change == "gone":
        assert type(ended).__name__ == "JobFailed"
        assert ended.code == "repository_not_found"
    else:
        assert ended.commit == git(f"--git-dir={path}", "rev-parse", "main").strip()
        assert "SectionCompleted" in jobs.kinds(job)


async def test_advisories_of_the_operator_are_looked_through(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, tmp_path: Path
) -> None:
    git_server.add("needs.git", history(2, text="pyyaml==5.0\n", name="requirements.txt"))
    url = git_server.url("needs.git")
    folder = tmp_path / "osv" / "PyPI"
    folder.mkdir(parents=True)

    async def found() -> tuple[str, list[str], list[str]]:
        job = await jobs.request(url)
        ended = await jobs.ended(job)
        jobs.known = known(ended)
        stack = next(ref.blob for ref in ended.sections if ref.section == "stack")
        told = json.loads(await jobs.content(stack))["vulnerabilities"]
        return ended.advisories, [each["id"] for each in told["listed"]], jobs.kinds(job)

    analyzer.start(OSV_DIR=str(tmp_path / "osv"))
    empty, none, _ = await found()
    events = [{"introduced": "0"}, {"fixed": "5.4"}]
    affected = {"package": {"ecosystem": "PyPI", "name": "pyyaml"}, "ranges": [{"type": "ECOSYSTEM", "events": events}]}
    (folder / "X-1.json").write_text(
        json.dumps({"id": "X-1", "modified": "2026-01-02T03:04:05Z", "affected": [affected]})
    )
    # the commit is the same, and yet the report is another; once nothing has changed, it is good again
    filled, one, computed = await found()
    again, same, kinds = await found()

    assert (none, one, same) == ([], ["X-1"], ["X-1"])
    assert len({"", empty, filled}) == 3
    assert again == filled
    assert "SectionCompleted" in computed
    assert kinds == ["JobCompleted"]


async def test_the_options_reach_the_engine(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("options.git", history(4))
    analyzer.start()
    url = git_server.url("options.git")
    told = []
    for ignore_revs in (False, True):
        completed = await jobs.ended(await jobs.request(url, ignore_revs=ignore_revs))
        (ownership,) = (ref.blob for ref in completed.sections if ref.section == "ownership")
        told.append(json.loads(await jobs.content(ownership))["ignored_revisions"])
    assert told == [None, {"listed": 0, "commits": 0, "files": 0, "lines": 0, "files_left": 0}]
    completed = await jobs.ended(await jobs.request(url, exclude=["*"]))
    (stack,) = (ref.blob for ref in completed.sections if ref.section == "stack")
    excluded = json.loads(await jobs.content(stack))["excluded"]
    assert [(row["reason"], row["rule"]) for row in excluded["by_rule"]] == [("requested", "option: *")]
    jobs.people = pb.PeopleRules(mailmap="Ada <ada@example.org>", kinds={"nobody@example.org": "bot"})
    completed = await jobs.ended(await jobs.request(url))
    (contributors,) = (ref.blob for ref in completed.sections if ref.section == "contributors")
    rules = json.loads(await jobs.content(contributors))["kind_rules"]
    assert rules == [{"who": "nobody@example.org", "kind": "bot", "people": 0}]
    head = json.loads(await jobs.content(completed.head))
    assert head["engine"]["options"]["mailmap"] == "Ada <ada@example.org>"


async def test_a_branch_a_tag_and_a_commit_can_be_asked_for(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    path = git_server.add("refs.git", history(6))
    third = git(f"--git-dir={path}", "rev-parse", "main~3").strip()
    git(f"--git-dir={path}", "branch", "feature/x", third)
    git(f"--git-dir={path}", "tag", "v1", "main~2")
    analyzer.start()
    wanted = {
        "feature/x": third,
        "v1": git(f"--git-dir={path}", "rev-parse", "v1").strip(),
        third: third,
        third[:10]: third,
    }

    asked = {ref: await jobs.request(git_server.url("refs.git"), ref) for ref in wanted}

    assert {ref: (await jobs.ended(job)).commit for ref, job in asked.items()} == wanted


async def test_a_private_repository_is_read_with_the_credential_and_it_stays_secret(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("private.git", history(3))
    git_server.tokens["private.git"] = "s3cret-of-the-test"
    gate = git_server.hold("private.git")
    analyzer.start()
    jobs.credential = ("x-access-token", "s3cret-of-the-test")
    job = await jobs.request(git_server.url("private.git"))
    async with asyncio.timeout(15):
        while not git_server.asked:
            await asyncio.sleep(0.05)

    lines = [" ".join(command) for _, command in analyzer.commands()]
    files = [file.read_text("utf-8", "replace") for file in analyzer.work.rglob("*") if file.is_file()]
    gate.set()

    assert type(await jobs.ended(job)).__name__ == "JobCompleted"
    assert any("git" in line for line in lines)
    assert not any("s3cret" in text for text in [*lines, *files, analyzer.log])


async def test_a_refused_lease_ends_the_work(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("good.git", history(2))
    verdicts = (
        pb.BEGIN_ATTEMPT_VERDICT_STALE,
        pb.BEGIN_ATTEMPT_VERDICT_CANCELLED,
        pb.BEGIN_ATTEMPT_VERDICT_FINISHED,
        pb.BEGIN_ATTEMPT_VERDICT_WORKER_LOST,
    )
    requested = [await jobs.request(git_server.url("good.git")) for _ in verdicts]
    jobs.verdicts.update(zip(requested, verdicts, strict=True))

    analyzer.start()
    await jobs.until(lambda: len(jobs.begun) == len(verdicts))

    async with asyncio.timeout(5):
        while await jobs.pending():
            await asyncio.sleep(0.05)
    assert jobs.outcomes == {}
    assert git_server.asked == []


async def test_work_waits_for_jobs_to_answer(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("good.git", history(2))
    jobs.unavailable = True
    job = await jobs.request(git_server.url("good.git"))
    analyzer.start()
    await jobs.until(lambda: len(jobs.begun) >= 2)

    jobs.unavailable = False

    assert type(await jobs.ended(job)).__name__ == "JobCompleted"


async def test_a_message_that_is_no_request_becomes_a_dead_letter(analyzer: AnalyzerProcess, jobs: JobsPeer) -> None:
    await jobs.js.publish("jobs.job.requested.nats", b"\xff\xff", headers={"ce-id": "1"})
    analyzer.start()

    dead = await jobs.js.pull_subscribe("dead.analyzer-work", stream="DEAD")
    letter = (await dead.fetch(1, timeout=15))[0]

    assert letter.data == b"\xff\xff"
    assert letter.headers is not None
    assert letter.headers["dead-subject"] == "jobs.job.requested.nats"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
async def test_probes_answer(analyzer: AnalyzerProcess, jobs: JobsPeer, path: str) -> None:
    port = free_port()
    analyzer.start(HEALTH_LISTEN=f"127.0.0.1:{port}")
    answer = b""
    for _ in range(200):
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.05)
            continue
        writer.write(f"GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        if b" 200 " in answer:
            break
        await asyncio.sleep(0.05)
    assert answer.startswith(b"HTTP/1.1 200 OK")
