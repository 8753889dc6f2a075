from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.exits import EXIT_CODES
from cli.main import app
from strata.errors import StrataError
from strata.metrics.registry import SECTIONS, metrics
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import ADA, BEN, MONDAY, WEEK, History, git

run = CliRunner().invoke


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    history = History()
    history.commit({"src/a.py": "print(1)\n" * 3, "docs/x.md": "x\n"})
    history.commit({"src/b.py": "print(2)\n"}, author=BEN)
    return history.write(tmp_path / "widget")


def test_text_is_one_screen(repository: Path) -> None:
    result = run(app, ["analyze", str(repository)])

    assert result.exit_code == 0
    for expected in ("widget", "2 commits", "Python 100.0%", "Ada Lovelace", "Ben Okri", "2 authors"):
        assert expected in result.stdout
    assert len(result.stdout.splitlines()) <= 50
    assert result.stderr == ""


def test_what_would_go_with_somebody(repository: Path) -> None:
    result = run(app, ["analyze", str(repository), "--without", "Ben Okri"])

    assert result.exit_code == 0
    assert "Ben Okri: " in result.stdout
    assert "would have no active author left" in result.stdout
    page = run(app, ["analyze", str(repository), "--without", "Ben Okri", "--format", "html"]).stdout
    assert "Without Ben Okri: " in page
    assert run(app, ["analyze", str(repository), "--without", ""]).exit_code == 2


def test_who_is_one_person_and_what_kind(repository: Path, tmp_path: Path) -> None:
    mailmap = tmp_path / "mailmap"
    mailmap.write_text("Ada Lovelace <ada@example.org> <ben@example.org>\n")
    command = ["analyze", str(repository), "--format", "json", "--mailmap", str(mailmap)]
    result = run(app, [*command, "--kind", "Ada Lovelace=bot"])
    assert json.loads(result.stdout)["sections"]["overview"]["people"] == {"total": 1, "human": 0, "bot": 1, "agent": 0}

    refused = run(app, [*command, "--kind", "Ada Lovelace"])
    assert (refused.exit_code, refused.stderr) == (
        2,
        "--kind takes WHO=human, WHO=bot or WHO=agent, up to 200 of them.\n",
    )
    mailmap.write_text("\nAda\n")
    refused = run(app, command)
    assert (refused.exit_code, refused.stderr.split(" is none")[0]) == (2, "--mailmap: Line 2")
    mailmap.write_bytes(b"\xff")
    assert "cannot be read as text" in run(app, command).stderr


def test_json_is_the_whole_report(repository: Path) -> None:
    result = run(app, ["analyze", str(repository), "--format", "json"])
    report = json.loads(result.stdout)

    assert report["repository"]["name"] == "widget"
    assert report["sections"]["overview"]["commits"] == 2
    assert list(report["sections"]) == list(SECTIONS)


def test_html_needs_nothing_else(repository: Path) -> None:
    page = run(app, ["analyze", str(repository), "--format", "html"]).stdout

    assert page.startswith("<!doctype html>")
    assert "<svg" in page
    assert not re.search(r"src\s*=|href\s*=(?!.#)|url\(|@import|<script", page)


def test_out_gets_the_report_and_the_tables(repository: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "folder"
    result = run(app, ["analyze", str(repository), "--out", str(out), "--format", "json"])

    assert result.exit_code == 0
    tables = [f"{name}.parquet" for name in ("coupling", "files", "lines", "people", "survival", "weeks")]
    assert sorted(path.name for path in out.iterdir()) == sorted([*tables, "report.html", "report.json"])
    assert json.loads((out / "report.json").read_text())["commit"]["rev"] == "HEAD"
    assert result.stdout == ""


def test_out_that_cannot_be_written(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = run(app, ["analyze", str(repository), "--out", str(tmp_path / "file" / "x")])

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_rev(repository: Path) -> None:
    result = run(app, ["analyze", str(repository), "--rev", "HEAD~1", "--format", "json"])

    assert json.loads(result.stdout)["sections"]["overview"]["commits"] == 1


def test_at_a_date_and_since(tmp_path: Path) -> None:
    history = History()
    for number in range(4):
        history.commit({"a.py": "x\n" * (number + 1)}, time=MONDAY + number * WEEK)
    folder = history.write(tmp_path / "r")

    def overview(*arguments: str) -> dict:
        return json.loads(run(app, ["analyze", str(folder), "--format", "json", *arguments]).stdout)["sections"]

    assert overview("--at", "2024-01-08")["overview"]["lines"]["included"] == 2
    assert overview("--at", "HEAD~1")["overview"]["commits"] == 3
    since = overview("--since", "2024-01-15")
    assert [week["commits"] for week in since["activity"]["weeks"]] == [1, 1]
    assert since["overview"]["lines"]["included"] == 4
    assert run(app, ["analyze", str(folder), "--at", "2023-12-31"]).exit_code == EXIT_CODES["unknown_revision"]
    assert run(app, ["analyze", str(folder), "--since", "yesterday"]).exit_code == 2


def test_a_state_is_kept_and_used(repository: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"

    def analysed(*arguments: str) -> dict:
        return json.loads(run(app, ["analyze", str(repository), "--format", "json", *arguments]).stdout)

    assert analysed("--rev", "HEAD~1", "--state", str(state))["engine"]["mode"] == "full"
    assert state.exists()
    again = analysed("--state", str(state))
    assert again["engine"]["mode"] == "incremental"
    assert again["sections"] == analysed()["sections"]


def test_a_state_that_cannot_be_written(repository: Path, tmp_path: Path) -> None:
    result = run(app, ["analyze", str(repository), "--state", str(tmp_path / "none" / "state")])

    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


def test_the_page_has_its_charts(tmp_path: Path) -> None:
    history = History()
    for number in range(9):
        lines = "".join(f"    {number // 2} {line}\n" for line in range(60))
        history.commit({"a.py": lines, "b.py": f"{number}\n"}, time=MONDAY + number * WEEK)
    page = run(app, ["analyze", str(history.write(tmp_path / "r")), "--format", "html"]).stdout

    for expected in ("Living lines by the year", "Living lines by author", "How long a line lives", "71 %"):
        assert expected in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "NaN" not in page


def test_hostile_names_reach_neither_terminal_nor_page(tmp_path: Path) -> None:
    history = History()
    history.commit(
        {"\x1b[31mred/<img src=x>.py": "x\n"},
        author="\x1b]0;owned\x07 \u202e&lt;b <evil@example.org>",
    )
    folder = history.write(tmp_path / "r")

    text = run(app, ["analyze", str(folder)]).stdout
    page = run(app, ["analyze", str(folder), "--format", "html"]).stdout

    assert not set("\x1b\x07\u202e") & set(text)
    assert "<script" not in page
    assert "<img" not in page


@pytest.mark.parametrize(
    ("make", "arguments", "code"),
    [
        (lambda folder: folder.mkdir(), [], "not_a_repository"),
        (lambda folder: History().write(folder), [], "empty_repository"),
        (lambda folder: generated(0).write(folder), ["--rev", "nope"], "unknown_revision"),
        (lambda folder: generated(0).write(folder), ["--without", "nobody"], "unknown_person"),
    ],
)
def test_each_refusal_is_one_line_and_its_own_exit_code(tmp_path: Path, make, arguments, code) -> None:
    make(tmp_path / "r")
    result = run(app, ["analyze", str(tmp_path / "r"), *arguments])

    assert result.exit_code == EXIT_CODES[code]
    assert len(result.stderr.splitlines()) == 1
    assert result.stdout == ""


def test_every_refusal_has_its_exit_code() -> None:
    def codes(kind: type[StrataError]) -> set[str]:
        return {kind.code}.union(*(codes(child) for child in kind.__subclasses__()))

    assert codes(StrataError) - {"strata"} == set(EXIT_CODES)
    assert len(set(EXIT_CODES.values())) == len(EXIT_CODES)
    for number in EXIT_CODES.values():
        assert str(number) in run(app, ["--help"]).stdout


@pytest.mark.parametrize(
    "address", ["file:///etc", "ext::sh -c touch% /tmp/x", "ftp://example.org/x.git", "--upload-pack=x://y"]
)
def test_addresses_that_are_not_cloned(address: str, tmp_path: Path) -> None:
    result = run(app, ["analyze", "--", address])

    assert result.exit_code in (EXIT_CODES["clone_failed"], EXIT_CODES["not_a_repository"])
    assert len(result.stderr.splitlines()) == 1


def test_a_clone_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    result = run(app, ["analyze", "http://127.0.0.1:9/none.git"])

    assert result.exit_code == EXIT_CODES["clone_failed"]
    assert "Cloning failed" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_explain() -> None:
    listed = run(app, ["explain"]).stdout
    assert len(listed.splitlines()) == len(metrics())

    assert "ICPC 2016" in run(app, ["explain", "truck_factor"]).stdout
    assert "ownership.people" in run(app, ["explain", "people"]).stdout
    unknown = run(app, ["explain", "truck"])
    assert unknown.exit_code == 2
    assert "ownership.truck_factor" in unknown.stderr


def test_version() -> None:
    assert re.match(r"gitstrata \d+\.\d+\.\d+ \(engine \S+, git version", run(app, ["--version"]).stdout)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupted_leaves_nothing_behind(tmp_path: Path, sent: signal.Signals, code: int) -> None:
    history = History()
    history.commit({"f": "1\n"}, author=ADA)
    folder = history.write(tmp_path / "r")
    # given an analysis that is in the middle of its work: git does not answer one of its questions
    (tmp_path / "bin").mkdir()
    slow = tmp_path / "bin" / "git"
    slow.write_text(
        f'#!/bin/sh\ncase " $* " in *" ls-tree "*) exec sleep 60 ;; esac\nexec {shutil.which("git")} "$@"\n'
    )
    slow.chmod(0o755)
    (tmp_path / "tmp").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "cli.main", "analyze", str(folder)],
        env={**os.environ, "TMPDIR": str(tmp_path / "tmp"), "PATH": f"{slow.parent}:{os.environ['PATH']}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # tests that run in the background have been told to ignore it, and so would this program
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 no thread is there
    )
    deadline = time.monotonic() + 60
    while not list((tmp_path / "tmp").iterdir()) and time.monotonic() < deadline:
        time.sleep(0.01)
    # when it is told to stop
    process.send_signal(sent)
    output, complaint = process.communicate(timeout=20)
    # then it says nothing and leaves nothing
    assert process.returncode == code
    assert output == b""
    assert b"Traceback" not in complaint
    assert list((tmp_path / "tmp").iterdir()) == []


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serves a folder on a free loopback port below the range that outgoing connections use."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    for port in random.sample(range(20_000, 32_000), 50):
        with contextlib.suppress(OSError):
            return ThreadingHTTPServer(("127.0.0.1", port), handler)
    raise AssertionError("no free port")


def test_a_clone_over_http_is_analysed_and_removed(
    tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "update-server-info")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", lambda *_: None)
    with serve(tmp_path) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_address[1]}/widget"
            result = run(app, ["analyze", address, "--format", "json"])
        finally:
            server.shutdown()
            thread.join()

    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["repository"]["name"] == "widget"
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_shallow_clone_will_do_for_what_is_new(tmp_path: Path) -> None:
    history = History()
    for number in range(6):
        history.commit({"a.py": f"{number}\n", f"b{number}.py": "x\n"})
    folder = history.write(tmp_path / "r")
    git(tmp_path, "clone", "-q", "--bare", "--depth=3", f"file://{folder}", "shallow")
    state = tmp_path / "state"
    shallow = ["analyze", str(tmp_path / "shallow"), "--format", "json"]

    assert run(app, shallow).exit_code == EXIT_CODES["shallow_repository"]
    assert run(app, [*shallow, "--state", str(state)]).exit_code == EXIT_CODES["shallow_repository"]
    assert run(app, ["analyze", str(folder), "--rev", "HEAD~2", "--state", str(state)]).exit_code == 0
    result = run(app, [*shallow, "--state", str(state)])
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["sections"]["overview"]["commits"] == 6


def test_places_are_checked_before_the_work(tmp_path: Path) -> None:
    # not a repository: 3 would be said if the work had begun
    (tmp_path / "file").write_text("")
    for option in (["--out", str(tmp_path / "file" / "x")], ["--state", str(tmp_path / "none" / "x")]):
        result = run(app, ["analyze", str(tmp_path), *option])
        assert result.exit_code == 1
        assert "Cannot write" in result.stderr
