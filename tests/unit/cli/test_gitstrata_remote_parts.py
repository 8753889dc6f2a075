"""The pure parts of commands over the API."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.remote import credentials
from cli.remote.refusals import RemoteError, refused
from cli.remote.retrying import seconds_of
from cli.remote.sse import Decoder, Event
from cli.remote.thresholds import Threshold

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SOME_JSON = st.dictionaries(st.text(), st.one_of(st.none(), st.integers(), st.text()), max_size=3)
EVENTS = st.lists(
    st.builds(Event, st.sampled_from(["state", "section"]), st.none() | st.integers(1, 99).map(str), SOME_JSON),
    max_size=5,
)


# ---------------------------------------------------------------- server-sent events


@given(EVENTS, st.sampled_from(["\n", "\r\n", "\r"]), st.data())
def test_events_are_the_same_however_their_bytes_are_cut(events: list[Event], end: str, data: st.DataObject) -> None:
    lines = [": a comment", ""]
    for event in events:
        lines += [f"event: {event.kind}", f"data: {json.dumps(event.data)}"]
        lines += [f"id: {event.id}"] if event.id else []
        lines += ["", ": between", ""]
    sent = end.join([*lines, "data: unfinished"]).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=8)))
    decoder = Decoder()

    found = [
        event
        for start, stop in zip([0, *cuts], [*cuts, len(sent)], strict=True)
        for event in decoder.feed(sent[start:stop])
    ]

    assert found == events


def test_data_of_several_lines_and_characters_that_look_like_line_ends() -> None:
    separators = json.dumps({"a": "\u2028\x85"}, ensure_ascii=False).encode()

    assert list(Decoder().feed(b'data: {"a":\ndata:1}\n\ndata: ' + separators + b"\n\n")) == [
        Event("message", None, {"a": 1}),
        Event("message", None, {"a": "\u2028\x85"}),
    ]


# ---------------------------------------------------------------- conditions


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("ownership.truck_factor<2", 1, True),
        ("ownership.truck_factor<1", 1, False),
        ("ownership.knowledge_loss.share >= 0.5", 0.5, True),
        ("ownership.orphans>3", 4, True),
        ("ownership.people!=2", 2, False),
        ("ownership.people == 2", 2, True),
        ("ownership.people<=-1.5", 2, False),
    ],
)
def test_a_condition_is_read_and_compared(text: str, value: float, holds: bool) -> None:
    section = {
        "truck_factor": {"value": 1, "remark": None},
        "knowledge_loss": {"share": 0.5, "months": 12},
        "orphans": {"total": 4, "items": [{}]},
        "people": [{}, {}],
    }
    threshold = Threshold.parse(text)

    assert threshold.section == "ownership"
    assert threshold.value(section) == value
    assert threshold.holds(value) is holds


@pytest.mark.parametrize(
    "text", ["", "truck_factor<2", "ownership.truck_factor", "ownership.x<y", "ownership.x<2 or 1"]
)
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(ValueError, match="is no condition"):
        Threshold.parse(text)


def test_a_figure_that_is_not_there_and_one_that_the_report_cannot_tell() -> None:
    assert Threshold.parse("a.b<1").value({"b": {"value": None, "remark": "no people"}}) is None
    for section in ({}, {"b": "text"}, {"b": {"other": 1}}):
        with pytest.raises(RemoteError):
            Threshold.parse("a.b<1").value(section)


# ---------------------------------------------------------------- when to ask again


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("0", 0),
        ("7", 7),
        ("Sat, 28 Nov 2026 12:00:09 GMT", 9),
        ("Sat, 28 Nov 2026 11:00:00 GMT", 0),
        ("3600", None),
        ("soon", None),
        ("-1", None),
        (None, None),
    ],
)
def test_how_long_a_server_has_us_wait(said: str | None, seconds: float | None) -> None:
    assert seconds_of(said, NOW) == seconds


# ---------------------------------------------------------------- what a server refuses


def test_a_problem_is_told_with_all_its_fields_and_a_code_of_its_own() -> None:
    problem = {
        "detail": "The request is not valid: a: is missing (1 more).",
        "code": "invalid_input",
        "errors": [{"field": "a", "message": "is missing"}, {"field": "b", "message": "is too long"}],
        "request_id": "r-1",
    }
    error = refused(422, problem, "https://s")
    assert (error.exit_code, error.code) == (24, "invalid_input")
    assert error.message == "The request is not valid: a: is missing (1 more). b: is too long"

    assert refused(500, problem, "https://s").message.endswith("Request r-1.")
    codes = [refused(status, None, "https://s").exit_code for status in (400, 401, 403, 404, 429, 500, 503)]
    assert codes == [24, 26, 27, 28, 29, 30, 30]
    assert refused(502, "<html>", "https://s").message == "https://s answered 502 without saying why."


# ---------------------------------------------------------------- servers and tokens


@pytest.fixture
def nothing_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv(credentials.URL, raising=False)
    monkeypatch.delenv(credentials.TOKEN, raising=False)
    return tmp_path / "gitstrata" / "credentials.json"


@pytest.mark.parametrize(
    ("said", "normal"),
    [
        ("https://Example.org/", "https://example.org"),
        ("https://example.org:443/git/", "https://example.org/git"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://[::1]:80/", "http://[::1]"),
    ],
)
def test_an_address_has_one_form(said: str, normal: str) -> None:
    assert credentials.normal(said) == normal


@pytest.mark.parametrize(
    "said",
    ["example.org", "ftp://example.org", "https://", "https://a:b@example.org", "https://e.org/?token=1", "http://e:x"],
)
def test_what_is_no_address_of_a_server_is_not_repeated(said: str) -> None:
    with pytest.raises(RemoteError) as refusal:
        credentials.normal(said)

    assert "a:b" not in refusal.value.message


def test_a_token_is_kept_for_its_owner_and_its_server_alone(nothing_kept: Path) -> None:
    credentials.keep("https://one", "gst_1")
    credentials.keep("https://two", "gst_2")

    assert stat.S_IMODE(nothing_kept.stat().st_mode) == 0o600
    assert [each.name for each in nothing_kept.parent.iterdir()] == [nothing_kept.name]
    assert credentials.target(None) == credentials.Target("https://two", "gst_2")
    assert credentials.target("https://ONE/").token == "gst_1"
    assert credentials.target("https://three").token is None
    assert "gst_2" not in repr(credentials.target(None))

    assert credentials.forget("https://two")
    assert not credentials.forget("https://two")
    assert credentials.target(None).url == "https://one"


def test_the_environment_outranks_what_is_kept(nothing_kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    credentials.keep("https://kept", "gst_kept")
    monkeypatch.setenv(credentials.URL, "https://ci")
    assert credentials.target(None) == credentials.Target("https://ci", None)
    monkeypatch.setenv(credentials.TOKEN, "gst_ci\n")
    assert credentials.target(None) == credentials.Target("https://ci", "gst_ci")
    assert credentials.target("https://kept") == credentials.Target("https://kept", "gst_ci")


def test_a_file_that_others_can_read_is_not_used(nothing_kept: Path) -> None:
    credentials.keep("https://one", "gst_1")
    nothing_kept.chmod(0o644)
    with pytest.raises(RemoteError, match="Others can read"):
        credentials.target(None)

    nothing_kept.chmod(0o600)
    nothing_kept.write_text("{}")
    with pytest.raises(RemoteError, match="remove it"):
        credentials.target(None)


def test_without_a_server_or_with_what_is_no_token(nothing_kept: Path) -> None:
    with pytest.raises(RemoteError, match="No server is known"):
        credentials.target(None)
    for said in ("", " \n", "two words", "gst_\u00e9"):
        with pytest.raises(RemoteError):
            credentials.usable(said)
