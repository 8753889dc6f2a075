"""Many analyses at once, on the running service."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput
from tests.integration.jobs.peers import ALICE, BOB, URL, completed, submit

ACCEPTED, RUNNING = pb.SUBMIT_VERDICT_ACCEPTED, pb.SUBMIT_VERDICT_RUNNING
UNCHANGED, REFUSED = pb.SUBMIT_VERDICT_UNCHANGED, pb.SUBMIT_VERDICT_REFUSED


def planned(url=URL, key="", pushed_at=None, **fields):
    made = pb.PlannedAnalysis(request=pb.SubmitAnalysisRequest(repository_url=url, idempotency_key=key, **fields))
    if pushed_at:
        made.pushed_at.FromDatetime(pushed_at)
    return made


async def ask(service, *analyses, user=ALICE, **fields):
    request = pb.SubmitAnalysesRequest(analyses=analyses, **fields)
    return (await rpc.call(service.jobs.SubmitAnalyses, request, user_id=user)).outcomes


async def jobs_of(service, user=ALICE):
    return (await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=user)).jobs


async def test_each_is_accepted_or_refused_on_its_own(service, worker):
    done = await completed(service, worker, "done")
    waiting = await submit(service, url=URL + "2")
    asked = [
        planned(pushed_at=datetime.now(UTC) - timedelta(days=1)),
        planned(URL + "2"),
        planned(URL + "3"),
        planned("http://inside.example/x"),
        planned(URL + "4", ref="-bad"),
        planned(URL + "3"),
    ]
    dry = await ask(service, *asked, dry_run=True)
    assert [each.verdict for each in dry] == [UNCHANGED, RUNNING, ACCEPTED, REFUSED, REFUSED, REFUSED]
    assert len(await jobs_of(service)) == 2
    told = await ask(service, *asked)
    assert [each.verdict for each in told] == [each.verdict for each in dry]
    assert (told[0].job.id, told[1].job.id) == (done, waiting.id)
    assert [each.error.code for each in told[3:]] == ["url_not_allowed", "ref_invalid", "repository_twice"]
    assert {job.id for job in await jobs_of(service)} == {done, waiting.id, told[2].job.id}
    again = await ask(service, asked[0], unchanged=True)
    assert again[0].verdict == ACCEPTED
    # of somebody else nothing is known
    assert [each.verdict for each in await ask(service, *asked[:2], user=BOB, dry_run=True)] == [ACCEPTED, ACCEPTED]


async def test_the_same_request_again_makes_no_second_one(service):
    asked = [planned(f"{URL}{number}", key=f"key {number}") for number in range(3)]
    first, again = await ask(service, *asked), await ask(service, *asked)
    assert [each.job.id for each in again] == [each.job.id for each in first]
    assert [each.verdict for each in again] == [ACCEPTED] * 3
    assert len(await jobs_of(service)) == 3


async def test_a_list_has_its_bounds(service):
    for asked in ([], [planned()] * 101):
        with pytest.raises(InvalidInput):
            await ask(service, *asked)


async def test_reports_of_a_repository_newest_first(service, worker):
    first, second = await completed(service, worker, "first"), await completed(service, worker, "second")
    await submit(service)

    async def reports(user=ALICE, **fields):
        request = pb.ListReportsRequest(repository_url=URL, **fields)
        return [job.id for job in (await rpc.call(service.jobs.ListReports, request, user_id=user)).jobs]

    assert await reports() == [second, first]
    assert await reports(page_size=1) == [second]
    assert await reports(ref="other") == []
    assert await reports(BOB) == []
