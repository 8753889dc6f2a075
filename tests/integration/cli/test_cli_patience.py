"""What commands over the API make of a server, or of what stands before one, that does not simply answer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from cli.exits import REMOTE_EXIT_CODES as CODES
from cli.main import app
from cli.remote import credentials
from local_stack.ports import free_port
from tests.support.answering import Answer, Seen, Server, answering_server

run = CliRunner().invoke
TOKEN = "gst_" + "s3cret" * 6
ID = "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11"
USER = {
    "id": "u-1",
    "provider": "github",
    "login": "alice",
    "name": None,
    "avatar_url": None,
    "created_at": None,
    "role": "member",
    "connected": True,
    "private_repositories": False,
}
JOB = {
    "id": ID,
    "status": "PROCESSING",
    "repo_url": "https://git.example/alice/widget.git",
    "ref": None,
    "commit": None,
    "attempt": 1,
    "progress": None,
    "created_at": "2026-11-23T09:30:00Z",
    "started_at": None,
    "finished_at": None,
    "error": None,
}


def problem(status: int, code: str, detail: str, **headers: str) -> Answer:
    body = {"type": f"/problems/{code}", "title": code, "status": status, "detail": detail, "code": code}
    return status, {"content-type": "application/problem+json", **headers}, {**body, "errors": [], "request_id": "r-1"}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with answering_server() as answering:
        monkeypatch.setenv(credentials.URL, answering.url)
        monkeypatch.setenv(credentials.TOKEN, TOKEN)
        yield answering


def in_turn(*answers: Answer) -> Any:
    """Each answer once, the last one from then on."""
    left = list(answers)

    def answer(_: Seen) -> Answer:
        return left.pop(0) if len(left) > 1 else left[0]

    return answer


def test_a_server_that_asks_to_wait_is_asked_again(server: Server) -> None:
    busy = problem(503, "unavailable", "A part does not answer.", **{"retry-after": "0"})
    slow = problem(429, "limit_reached", "Too fast.", **{"retry-after": "0"})
    server.answer = in_turn(busy, slow, (200, {}, USER))

    result = run(app, ["whoami", "--json"])

    assert (result.exit_code, json.loads(result.stdout)) == (0, USER)
    assert [seen.path for seen in server.seen] == ["/api/v1/auth/me"] * 3


@pytest.mark.parametrize(
    ("status", "retry_after", "asked", "kind"),
    [
        (429, "3600", 1, "limit_reached"),
        (429, "0", 4, "limit_reached"),
        (503, None, 1, "unavailable"),
        (500, None, 1, "unavailable"),
        (401, None, 1, "unauthorised"),
        (403, None, 1, "forbidden"),
    ],
)
def test_what_is_refused_for_good(server: Server, status: int, retry_after: str | None, asked: int, kind: str) -> None:
    headers = {} if retry_after is None else {"retry-after": retry_after}
    server.answer = in_turn(problem(status, "some_code", "This is the reason.", **headers))

    result = run(app, ["whoami"])

    assert (result.exit_code, len(server.seen)) == (CODES[kind], asked)
    assert "This is the reason." in result.stderr
    assert result.stdout == ""
    assert TOKEN not in result.output


def test_a_repeated_submission_is_the_same_one(server: Server) -> None:
    busy = problem(503, "unavailable", "A part does not answer.", **{"retry-after": "0"})
    server.answer = in_turn(busy, (202, {}, JOB))

    result = run(app, ["submit", JOB["repo_url"], "--ref", "main", "--exclude", "docs/", "--kind", "ci=bot"])

    assert (result.exit_code, result.stdout) == (0, f"{ID}\n")
    first, second = server.seen
    assert first.headers["idempotency-key"] == second.headers["idempotency-key"]
    assert json.loads(second.content) == {
        "repo_url": JOB["repo_url"],
        "ref": "main",
        "options": {"exclude": ["docs/"], "kinds": {"ci": "bot"}},
    }
    assert second.headers["authorization"] == f"Bearer {TOKEN}"
    assert TOKEN not in second.path


def submissions(*items: tuple[str, str, dict[str, Any] | None], dry_run: bool = False) -> Answer:
    reason = {"code": "url_invalid", "message": "That is no address."}
    return (
        200,
        {},
        {
            "dry_run": dry_run,
            "accepted": 1,
            "complete": True,
            "organization": None,
            "items": [
                {
                    "repo_url": address,
                    "ref": None,
                    "outcome": outcome,
                    "job": job,
                    "reason": reason if outcome == "refused" else None,
                    "followed": None,
                }
                for address, outcome, job in items
            ],
        },
    )


def test_several_are_accepted_or_refused_on_their_own(server: Server) -> None:
    server.answer = in_turn(submissions(("https://a/good", "accepted", JOB), ("https://a/bad", "refused", None)))
    command = ["submit", "https://a/good", "https://a/bad", "--idempotency-key", "k", "--exclude", "docs/"]

    result = run(app, [*command, "--json"])

    assert result.exit_code == CODES["refused"]
    assert json.loads(result.stdout) == server.answer(server.seen[0])[2]
    (seen,) = server.seen
    assert seen.headers["idempotency-key"] == "k"
    asked = [{"repo_url": address, "ref": None, "options": {"exclude": ["docs/"]}} for address in command[1:3]]
    assert json.loads(seen.content) == {"repositories": asked, "dry_run": False}
    rows = run(app, command).stdout.splitlines()
    assert [row.split()[:3] for row in rows] == [[ID, "accepted", "https://a/good"], ["-", "refused", "https://a/bad"]]


def test_waiting_for_several_prints_the_answer_once_they_have_ended(server: Server) -> None:
    done = {**JOB, "status": "COMPLETED"}
    batch = submissions(("https://a/good", "accepted", JOB), ("https://a/bad", "refused", None))
    ending = events(("state", 3, {"version": 3, "type": "JobCompleted", "data": {}, "job": done}))

    def answer(seen: Seen) -> Answer:
        if seen.path.endswith("/events"):
            return ending
        return batch if seen.method == "POST" else (200, {}, done)

    server.answer = answer
    result = run(app, ["submit", "https://a/good", "https://a/bad", "--wait", "--json"])

    assert result.exit_code == CODES["refused"]
    assert [each["job"] for each in json.loads(result.stdout)["items"]] == [done, None]


def test_a_dry_run_and_an_organisation(server: Server) -> None:
    server.answer = in_turn(submissions(("https://a/one", "accepted", None), dry_run=True))
    assert run(app, ["submit", "https://a/one", "--dry-run"]).stdout.split() == ["-", "accepted", "https://a/one", "-"]
    assert run(app, ["submit", "--organization", "pallets", "--dry-run"]).exit_code == 0
    first, second = (json.loads(seen.content) for seen in server.seen)
    assert first["dry_run"]
    assert second == {"organization": "pallets", "dry_run": True, "follow": False, "options": {}}

    for wrong in ([], ["https://a/one", "--organization", "pallets"], ["--organization", "pallets", "--ref", "main"]):
        assert run(app, ["submit", *wrong]).exit_code == 2


def test_the_webhook_of_a_repository(server: Server) -> None:
    hook = {
        "provider": "gitea",
        "address": "https://gitstrata.example/api/v1/webhooks/gitea/1",
        "installed": False,
        "created_at": None,
        "last_delivery_at": None,
    }
    server.answer = in_turn(
        (200, {}, {**hook, "installed": True, "last_delivery_at": "2026-11-24T14:00:00Z"}),
        (200, {}, {**hook, "secret": "whsec"}),
        (200, {}, {**hook, "secret": "whsec"}),
        problem(404, "webhook_not_found", "It has no webhook."),
    )
    shown = run(app, ["repos", "webhook", ID]).stdout
    pasted = run(app, ["repos", "webhook", ID, "--install"]).stdout
    told = json.loads(run(app, ["repos", "webhook", ID, "--install", "--json"]).stdout)

    assert "2026-11-24T14:00:00Z" in shown
    assert "secret" not in shown
    assert "to be pasted" in pasted
    assert [row.split()[-1] for row in pasted.splitlines()[-2:]] == [hook["address"], "whsec"]
    assert told["secret"] == "whsec"
    assert [seen.method for seen in server.seen] == ["GET", "POST", "POST"]
    assert "idempotency-key" in server.seen[1].headers
    assert run(app, ["repos", "webhook", ID]).exit_code == CODES["not_found"]


def test_nobody_there(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    nobody = f"http://127.0.0.1:{free_port()}"

    result = run(app, ["whoami", "--server", nobody])

    assert result.exit_code == CODES["unreachable"]
    assert result.stderr.startswith(f"{nobody} does not answer: ")


@pytest.mark.parametrize(
    "answer",
    [
        (200, {"content-type": "text/html"}, b"<!doctype html><title>Something else</title>"),
        (200, {}, {"hello": "world"}),
        (200, {}, [1]),
        (404, {"content-type": "text/html"}, b"<h1>Not here</h1>"),
        (307, {"location": "https://elsewhere.example/"}, {}),
    ],
)
def test_another_server_gets_no_further(server: Server, answer: Answer) -> None:
    server.answer = in_turn(answer)

    result = run(app, ["whoami"])

    assert result.exit_code in (CODES["unexpected_answer"], CODES["not_found"])
    assert result.stderr.startswith(server.url)
    assert len(server.seen) == 1


def events(*told: tuple[str, int | None, dict[str, Any]]) -> Answer:
    parts = [
        f"event: {kind}\n" + (f"id: {number}\n" if number else "") + f"data: {json.dumps(data)}\n\n"
        for kind, number, data in told
    ]
    return 200, {"content-type": "text/event-stream"}, (": hello\n\n" + "".join(parts)).encode()


def test_a_broken_stream_is_resumed_where_it_broke(server: Server) -> None:
    running, done = JOB, {**JOB, "status": "COMPLETED", "commit": "8646edca6f47e2cd57464081b3911218d4734f8d"}
    progress = {"phase": "history", "done": 1, "total": 2, "rate": 1.0, "eta_seconds": 3.0, "percent": 41.5}
    streams = in_turn(
        events(
            ("state", 1, {"version": 1, "type": "JobSubmitted", "data": {}, "job": running}),
            ("progress", None, {"progress": progress, "job_id": ID}),
        ),
        problem(503, "unavailable", "A part does not answer.", **{"retry-after": "0"}),
        events(
            ("section", 2, {"version": 2, "type": "SectionCompleted", "data": {"section": "stack"}, "job": running}),
            ("state", 3, {"version": 3, "type": "JobCompleted", "data": {}, "job": done}),
        ),
    )
    followed: list[str | None] = []

    def answer(seen: Seen) -> Answer:
        if seen.path.endswith("/events"):
            followed.append(seen.headers.get("last-event-id"))
            return streams(seen)
        return 200, {}, done if len(followed) == 3 else running

    server.answer = answer
    result = run(app, ["watch", ID])

    assert result.exit_code == 0
    assert followed == [None, "1", "1"]
    assert result.stderr == "widget: accepted\nwidget: history, 42 %\nwidget: section stack is ready\n"
    assert "COMPLETED" in result.stdout

    followed.clear()
    streams = in_turn(events(("state", 3, {"version": 3, "type": "JobCompleted", "data": {}, "job": done})))
    line = json.loads(run(app, ["watch", ID, "--json"]).stdout)
    assert (line["event"], line["id"], line["data"]["type"]) == ("state", "3", "JobCompleted")


def test_waiting_has_an_end(server: Server) -> None:
    def answer(seen: Seen) -> Answer:
        first = ("state", 1, {"version": 1, "type": "JobSubmitted", "data": {}, "job": JOB})
        return events(first) if seen.path.endswith("/events") else (200, {}, JOB)

    server.answer = answer
    result = run(app, ["watch", ID, "--timeout", "1"])

    assert result.exit_code == CODES["timed_out"]
    assert "goes on without us" in result.stderr


@pytest.mark.parametrize(
    ("status", "kind"), [("FAILED", "analysis_failed"), ("CANCELLED", "analysis_ended_without_report")]
)
def test_how_an_analysis_ended_is_the_exit_code(server: Server, status: str, kind: str) -> None:
    error = {"code": "clone_failed", "message": "No such\nrepository\x1b[31m."} if status == "FAILED" else None
    server.answer = in_turn((200, {}, {**JOB, "status": status, "error": error}))

    result = run(app, ["watch", ID])

    assert result.exit_code == CODES[kind]
    assert f"ended {status}" in result.stderr
    assert "\x1b" not in result.output


def test_conditions_of_a_build(server: Server) -> None:
    done = {**JOB, "status": "COMPLETED"}
    section = {"truck_factor": {"value": 1}, "orphans": {"total": 0}, "active_truck_factor": {"value": None}}

    def answer(seen: Seen) -> Answer:
        if seen.path.endswith("/result/ownership"):
            return 200, {}, section
        if "/result/" in seen.path:
            return problem(404, "section_not_ready", "There is none of that name.")
        return 200, {}, done

    server.answer = answer
    condition = ["--fail-on", "ownership.truck_factor<2"]
    held = run(app, ["watch", ID, *condition])
    assert (held.exit_code, held.stderr) == (CODES["threshold_not_met"], "ownership.truck_factor<2: it is 1.\n")
    assert run(app, ["watch", ID, "--fail-on", "ownership.orphans>0"]).exit_code == 0
    unknown = run(app, ["watch", ID, "--fail-on", "ownership.active_truck_factor<2"])
    assert (unknown.exit_code, "cannot tell" in unknown.stderr) == (0, True)
    for wrong, code in (("ownership.nothing<1", CODES["refused"]), ("nothing.x<1", CODES["refused"]), ("x<1", 2)):
        assert run(app, ["watch", ID, "--fail-on", wrong]).exit_code == code
    submitted = run(app, ["submit", JOB["repo_url"], *condition, "--json"])
    assert submitted.exit_code == CODES["unexpected_answer"]  # 200 is no answer to a submission


def test_pages_are_gathered_up_to_the_limit(server: Server) -> None:
    def answer(seen: Seen) -> Answer:
        following = None if "cursor=b" in seen.path else ("b" if "cursor=a" in seen.path else "a")
        return 200, {}, {"items": [JOB, JOB], "next_cursor": following}

    server.answer = answer
    assert len(json.loads(run(app, ["status", "--json", "--limit", "5"]).stdout)["items"]) == 6
    assert [seen.path.partition("?")[2] for seen in server.seen] == ["limit=5", "limit=3&cursor=a", "limit=1&cursor=b"]


def test_a_download_is_whole_or_not_there(server: Server, tmp_path: Path) -> None:
    out = tmp_path / "report.json"
    server.answer = lambda _: (200, {"content-length": "1000"}, b"{}")
    broken = run(app, ["result", ID, "--out", str(out)])
    assert broken.exit_code == CODES["unreachable"]
    assert list(tmp_path.glob("report*")) == []

    server.answer = lambda _: (200, {}, b'{"a": 1}')
    assert run(app, ["result", ID, "--out", str(out)]).exit_code == 0
    assert out.read_bytes() == b'{"a": 1}'
    assert run(app, ["result", ID, "--out", str(tmp_path / "no" / "file")]).exit_code == 1
    assert run(app, ["result", ID, "--section", "../me"]).exit_code == CODES["not_found"]


def test_login_checks_keeps_and_forgets(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(credentials.TOKEN)
    monkeypatch.delenv(credentials.URL)
    server.answer = lambda seen: (
        (200, {}, USER)
        if seen.headers.get("authorization") == f"Bearer {TOKEN}"
        else problem(401, "token_invalid", "The access token is not one of ours.")
    )
    assert run(app, ["whoami", "--server", server.url]).exit_code == CODES["not_logged_in"]
    wrong = run(app, ["login", "--server", server.url], input="gst_wrong\n")
    assert (wrong.exit_code, "gst_wrong" in wrong.output) == (CODES["unauthorised"], False)
    assert run(app, ["whoami"]).exit_code == CODES["not_logged_in"]

    done = run(app, ["login", "--server", f"{server.url}/"], input=f"{TOKEN}\n")
    assert (done.exit_code, TOKEN in done.output) == (0, False)
    assert "alice" in run(app, ["whoami"]).stdout
    assert run(app, ["logout"]).exit_code == 0
    assert run(app, ["whoami"]).exit_code == CODES["not_logged_in"]
    assert TOKEN not in "".join(path.read_text() for path in tmp_path.rglob("*") if path.is_file())
    assert TOKEN not in " ".join(os.environ.values())
