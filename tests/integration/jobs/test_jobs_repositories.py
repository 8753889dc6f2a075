"""Repositories that users follow, on the running service: settings, pushes, schedules, untracking."""

from __future__ import annotations

import asyncio
import uuid

import pytest
import sqlalchemy as sa

from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import replay, tables
from kit import rpc
from kit.errors import Conflict, InvalidInput, LimitReached, NotFound, WrongState
from kit.tables import events
from tests.integration.jobs.peers import ALICE, BOB, URL, AuthPeer, get, submit, until

COMMIT = "c" * 40


async def track(service, user=ALICE, url=URL, **settings):
    request = pb.TrackRepositoryRequest(
        repository_url=url, settings=events_pb2.RepositorySettings(**{"on_push": True, **settings})
    )
    return (await rpc.call(service.jobs.TrackRepository, request, user_id=user)).repository


async def repository(service, repository_id, user=ALICE):
    request = pb.GetRepositoryRequest(repository_id=repository_id)
    return (await rpc.call(service.jobs.GetRepository, request, user_id=user)).repository


async def push(service, delivery=None, url=URL, branch="main", *, default=True):
    request = pb.RecordPushRequest(
        repository_url=url,
        branch=branch,
        is_default_branch=default,
        commit=COMMIT,
        delivery_id=delivery or str(uuid.uuid4()),
    )
    return (await rpc.call(service.jobs.RecordPush, request, user_id=ALICE)).repositories


async def jobs_of(service, user=ALICE):
    return list((await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=user)).jobs)


async def finish(service, worker, job_id):
    message, request = await worker.take()
    assert request.job_id == job_id
    granted = await worker.begin(job_id)
    ref = await worker.section(job_id, granted.lease, "overview", job_id)
    await worker.complete(job_id, granted.lease, [ref], head=await worker.blob({}))
    await message.ack_sync()
    return await until(service, job_id, pb.JOB_STATE_COMPLETED)


async def begun(service, repository_id, *, other_than=""):
    """The id of the next analysis that began by itself."""
    async with asyncio.timeout(10):
        while (found := (await repository(service, repository_id)).last_job_id) in ("", other_than):
            await asyncio.sleep(0.05)
    return found


async def consistent(engine):
    found = await replay.verify(engine)
    assert found.problems == []
    return found.histories


async def test_ten_pushes_while_one_runs_cause_one_more_analysis(service, worker, engine):
    followed = await track(service, options=events_pb2.AnalysisOptions(ignore_revs=True, exclude=["docs/", "*.snap"]))
    assert await push(service, "first") == 1
    assert await push(service, "first") == 0  # told twice
    first = await begun(service, followed.id)
    job = await get(service, first)
    assert (job.repository_url, job.options.ignore_revs) == (URL, True)
    assert list(job.options.exclude) == ["docs/", "*.snap"]
    (listed,) = (
        await rpc.call(service.jobs.ListRepositories, pb.ListRepositoriesRequest(), user_id=ALICE)
    ).repositories
    assert list(listed.settings.options.exclude) == ["docs/", "*.snap"]
    for _ in range(10):
        assert await push(service) == 1
    assert [job.id for job in await jobs_of(service)] == [first]

    await finish(service, worker, first)
    second = await begun(service, followed.id, other_than=first)
    await finish(service, worker, second)

    await asyncio.sleep(1.5)  # a round of the dispatcher
    assert [job.id for job in await jobs_of(service)] == [second, first]
    assert (await repository(service, followed.id)).last_job_id == second
    history = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=second), user_id=ALICE)
    assert history.events[0].data["trigger"] == "push"
    assert await consistent(engine) == 3


async def test_following_once_more_under_the_same_key_is_answered_as_before(service):
    request = pb.TrackRepositoryRequest(repository_url=URL)
    first, again = [
        await rpc.call(service.jobs.TrackRepository, request, user_id=ALICE, idempotency_key="k") for _ in range(2)
    ]
    assert first == again
    with pytest.raises(WrongState) as refused:
        await rpc.call(service.jobs.TrackRepository, request, user_id=ALICE, idempotency_key="other")
    assert refused.value.code == "repository_tracked"


async def test_only_the_branch_that_is_analysed_matters(service):
    followed = await track(service, branch="release")
    assert await push(service) == 0
    assert await push(service, branch="release", default=False) == 1
    job = await get(service, await begun(service, followed.id))
    assert job.ref == "release"
    assert await push(service, url="https://git.example.org/nobody/follows") == 0


async def test_a_host_tells_one_follower_or_all(service):
    hers, his = await track(service, url=URL + ".git"), await track(service, user=BOB)
    one = {"branch": "main", "is_default_branch": True, "delivery_id": "only-hers", "repository_id": hers.id}
    told = await rpc.call(service.jobs.RecordPush, pb.RecordPushRequest(**one))  # of another default branch
    assert told.repositories == 1
    assert (await rpc.call(service.jobs.RecordPush, pb.RecordPushRequest(**one))).repositories == 0
    assert (await repository(service, hers.id)).HasField("pushed_at")
    assert not (await repository(service, his.id, BOB)).HasField("pushed_at")
    # an App tells of a repository by its address, which some end with .git and some do not
    assert await push(service, "all") == await push(service, "all again", url=URL + ".git") == 2


@pytest.fixture
def moved(monkeypatch):
    """Where the provider tells users that repositories are now."""
    told = {}
    monkeypatch.setattr(AuthPeer, "moved", told)
    return told


async def test_a_repository_is_followed_where_it_has_moved_to(moved, service, worker, engine):
    followed = await track(service)
    moved[ALICE, URL] = moved[ALICE, URL + "-renamed"] = URL + "-renamed"
    job = (await submit(service)).id
    await finish(service, worker, job)
    move = pb.RecordMoveRequest(repository_url=URL, new_url=URL + "-renamed")
    assert (await rpc.call(service.jobs.RecordMove, move)).repositories == 1
    assert (await rpc.call(service.jobs.RecordMove, move)).repositories == 0
    moved = await repository(service, followed.id)
    assert (moved.id, moved.repository_url) == (followed.id, URL + "-renamed")
    assert await push(service, url=URL + "-renamed") == 1
    assert (await get(service, await begun(service, followed.id))).repository_url == URL + "-renamed"
    with pytest.raises(WrongState):
        await track(service, url=URL + "-renamed")
    other = await track(service)  # another one has the old name by now
    assert other.id != followed.id
    request = pb.UntrackRepositoryRequest(repository_id=followed.id)
    assert (await rpc.call(service.jobs.UntrackRepository, request, user_id=ALICE)).erased == 2
    assert await consistent(engine) == 4


async def test_a_move_is_where_the_provider_tells_its_follower_and_nowhere_else(moved, service):
    hers, his = await track(service), await track(service, user=BOB)
    private = URL.replace("strata", "private")

    async def told(**fields):
        request = pb.RecordMoveRequest(repository_url=URL, new_url=private, **fields)
        return (await rpc.call(service.jobs.RecordMove, request)).repositories

    # somebody has the secret of her webhook and would have her follow what she can read and they cannot
    moved[ALICE, URL] = URL.replace("alice", "Alice") + ".git"
    assert await told(repository_id=hers.id) == 0
    # one of two is told by the provider that it has moved; it is followed there, whatever the delivery says
    moved[ALICE, URL] = "https://git.example.org/acme/strata.git"
    assert await told() == 1
    assert (await repository(service, hers.id)).repository_url == "https://git.example.org/acme/strata.git"
    assert (await repository(service, his.id, BOB)).repository_url == URL
    # no address of a provider is one that is read here
    moved[BOB, URL] = "http://169.254.169.254/strata.git"
    assert await told() == 0
    assert (await repository(service, his.id, BOB)).repository_url == URL
    assert await told(repository_id=str(uuid.uuid4())) == 0


async def test_a_follower_reads_why_the_last_analysis_failed(service, worker):
    followed = await track(service)
    assert not followed.HasField("last_error")
    # its host says that it is gone, which is looked into
    assert await push(service, "gone") == 1
    job = await begun(service, followed.id)
    message, _ = await worker.take()
    granted = await worker.begin(job)
    await worker.fail(job, granted.lease, code="repository_not_found")
    await message.ack_sync()
    await until(service, job, pb.JOB_STATE_FAILED)
    (listed,) = (
        await rpc.call(service.jobs.ListRepositories, pb.ListRepositoriesRequest(), user_id=ALICE)
    ).repositories
    assert listed.last_error.code == "repository_not_found"
    assert (await repository(service, followed.id)).last_error == listed.last_error
    # it was not, or is there again
    assert await push(service, "back") == 1
    await finish(service, worker, await begun(service, followed.id, other_than=job))
    assert not (await repository(service, followed.id)).HasField("last_error")


async def test_a_schedule_makes_an_analysis_due(service, engine):
    followed = await track(service, on_push=False, schedule="daily")
    assert await push(service) == 0
    await asyncio.sleep(1.5)
    assert await jobs_of(service) == []
    async with engine.begin() as connection:  # a day passes
        long_ago = sa.text("jsonb_set(payload, '{occurred_at}', '\"2026-01-01T00:00:00Z\"')")
        events = sa.table("events", sa.column("payload"), sa.column("stream"))
        of_it = events.c.stream == f"repository-{followed.id}"
        await connection.execute(sa.update(events).where(of_it).values(payload=long_ago))
    await replay.rebuild(engine)
    job = await begun(service, followed.id)
    history = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job), user_id=ALICE)
    assert history.events[0].data["trigger"] == "schedule"


async def test_settings_can_be_changed_and_repositories_are_their_followers_alone(service, engine):
    followed = await track(service)
    with pytest.raises(WrongState):
        await track(service, url=URL + "/")
    theirs = await track(service, user=BOB)
    assert theirs.id != followed.id
    settings = events_pb2.RepositorySettings(branch="main", schedule="weekly")
    request = pb.ChangeRepositorySettingsRequest(repository_id=followed.id, settings=settings)
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.ChangeRepositorySettings, request, user_id=BOB)
    changed = (await rpc.call(service.jobs.ChangeRepositorySettings, request, user_id=ALICE)).repository
    assert (changed.settings.branch, changed.settings.on_push, changed.settings.schedule) == ("main", False, "weekly")
    assert (await repository(service, followed.id)).version == 2
    stale = pb.ChangeRepositorySettingsRequest(repository_id=followed.id, expected_tags=[followed.settings_tag])
    with pytest.raises(Conflict) as refused:
        await rpc.call(service.jobs.ChangeRepositorySettings, stale, user_id=ALICE)
    assert refused.value.code == "settings_changed"
    for wrong in (followed.id, str(uuid.uuid4()), "nonsense"):
        with pytest.raises(NotFound):
            await repository(service, wrong, user="somebody")
    assert await consistent(engine) == 2


async def test_untracking_erases_the_reports_of_it_and_no_other(service, worker, engine):
    followed, other = await track(service), await track(service, url=URL + "2")
    job = (await submit(service)).id
    await finish(service, worker, job)
    kept = (await submit(service, url=URL + "2")).id
    request = pb.UntrackRepositoryRequest(repository_id=followed.id)
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.UntrackRepository, request, user_id=BOB)
    assert (await rpc.call(service.jobs.UntrackRepository, request, user_id=ALICE)).erased == 1
    with pytest.raises(NotFound):
        await repository(service, followed.id)
    assert [each.id for each in await jobs_of(service)] == [kept]
    async with engine.connect() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(tables.blob)) == 0
    assert await push(service) == 0
    again = await track(service)
    assert (again.id, again.last_job_id) == (followed.id, "")
    listed = await rpc.call(service.jobs.ListRepositories, pb.ListRepositoriesRequest(), user_id=ALICE)
    assert [each.id for each in listed.repositories] == [followed.id, other.id]
    assert await consistent(engine) == 4


async def test_lists_are_paged_by_address(service):
    made = [(await track(service, url=f"{URL}-{n}")).id for n in (3, 1, 2)]
    seen, token = [], ""
    while True:
        request = pb.ListRepositoriesRequest(page_size=2, page_token=token)
        page = await rpc.call(service.jobs.ListRepositories, request, user_id=ALICE)
        seen += [each.id for each in page.repositories]
        if not (token := page.next_page_token):
            break
    assert seen == [made[1], made[2], made[0]]


@pytest.fixture
def two_at_most(monkeypatch):
    monkeypatch.setenv("JOBS_REPOSITORIES_PER_USER", "2")


async def test_limits_hold_in_a_race(two_at_most, service):
    tried = await asyncio.gather(*(track(service, url=f"{URL}-{n}") for n in range(6)), return_exceptions=True)
    assert sum(isinstance(each, LimitReached) for each in tried) == 4


@pytest.mark.parametrize(
    ("call", "request_", "code"),
    [
        ("TrackRepository", pb.TrackRepositoryRequest(repository_url="ssh://git.example.org/x"), "url_not_allowed"),
        (
            "TrackRepository",
            pb.TrackRepositoryRequest(repository_url=URL, settings=events_pb2.RepositorySettings(schedule="hourly")),
            "schedule_invalid",
        ),
        (
            "TrackRepository",
            pb.TrackRepositoryRequest(repository_url=URL, settings=events_pb2.RepositorySettings(branch="-x")),
            "ref_invalid",
        ),
        ("ListRepositories", pb.ListRepositoriesRequest(page_token="%%%"), "page_token_invalid"),
        ("ListRepositories", pb.ListRepositoriesRequest(page_size=101), "invalid_input"),
        (
            "RecordPush",
            pb.RecordPushRequest(repository_url=URL, branch="main", commit="main", delivery_id="1"),
            "push_invalid",
        ),
        (
            "RecordPush",
            pb.RecordPushRequest(repository_url=URL, branch="main", commit=COMMIT, delivery_id="x" * 256),
            "push_invalid",
        ),
    ],
)
async def test_bad_requests_are_refused_in_words_and_change_nothing(service, engine, call, request_, code):
    with pytest.raises(InvalidInput) as refused:
        await rpc.call(getattr(service.jobs, call), request_, user_id=ALICE)
    assert refused.value.code == code
    assert await consistent(engine) == 0


@pytest.mark.parametrize("patterns", [[""], ["a\nb"], ["x" * 201], ["!"], ["x"] * 101])
async def test_files_are_left_out_by_patterns_only(service, patterns):
    with pytest.raises(InvalidInput) as refused:
        await track(service, options=events_pb2.AnalysisOptions(exclude=patterns))
    assert refused.value.code == "exclude_invalid"


async def test_a_job_that_cannot_be_read_holds_up_nobody(service, worker, engine):
    sound = await submit(service)
    async with engine.begin() as connection:
        broken = uuid.uuid4()
        row = (await connection.execute(sa.select(tables.job_view).where(tables.job_view.c.id == sound.id))).one()
        await connection.execute(
            sa.insert(tables.job_view).values({**row._mapping, "id": broken, "requested_at": None})
        )
        await connection.execute(
            sa.insert(events).values(
                stream=f"job-{broken}", version=1, event_id=broken, type="Nonsense", payload={}, metadata={}
            )
        )
    followed = await track(service)
    await push(service, "first")
    assert await begun(service, followed.id)
