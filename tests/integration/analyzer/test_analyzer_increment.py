"""What a state knows, and fetching what is new since then: whatever the shape of the history, it does or is refused."""

from __future__ import annotations

import hashlib
import json
import random
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.increment import Increment, Insufficient
from analyzer.messages import State
from analyzer.server import ask
from analyzer.source import check_source
from kit.addresses import Origin
from strata.analysis import analyze
from strata.errors import NoTextFiles, PartialRepository, ShallowRepository
from strata.known import MAGIC, UnusableState, known_history
from strata.repository import open_repository
from strata.state import load
from strata.version import ENGINE_VERSION
from tests.integration.analyzer.git_peer import GitPeer, git, git_peer
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import History
from tests.unit.strata.test_incremental import compared, mainline


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GitPeer]:
    with git_peer(tmp_path_factory.mktemp("served")) as peer:
        yield peer


def increment(server: GitPeer, name: str, target: Path, state: Path, ref: str = "") -> None:
    """What the first stage does with a state."""
    head = known_history(state).head
    committed = int(git(f"--git-dir={server.root / name}", "show", "-s", "--format=%ct", head))
    source = check_source(server.url(name), {Origin.parse(server.origin)})
    told = ask(source, None)
    assert told is not None
    Increment(source, None, target, told).fetch(ref, State(commit=head, committed_at=committed), state)


@settings(max_examples=6, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000), back=st.integers(1, 12), filters=st.booleans())
def test_what_is_fetched_gives_the_report_of_the_whole_or_is_refused(
    server: GitPeer, tmp_path_factory: pytest.TempPathFactory, seed: int, back: int, filters: bool
) -> None:
    folder = tmp_path_factory.mktemp("increment")
    name = folder.name
    path = generated(seed, commits=30).write(server.root / name)
    git(f"--git-dir={path}", "config", "uploadpack.allowFilter", str(filters).lower())
    line = mainline(path)
    for number, sha in enumerate(random.Random(seed).sample(line, min(3, len(line)))):
        git(f"--git-dir={path}", "tag", "-f", f"t{number}", sha)
    whole = open_repository(path)
    try:
        analyze(whole, rev=line[max(0, len(line) - 1 - back)], state=folder / "state")
        full = analyze(whole)
        increment(server, name, folder / "r.git", folder / "state")
        report = analyze(open_repository(folder / "r.git", shallow=True), state=folder / "state")
    except (NoTextFiles, Insufficient, ShallowRepository, PartialRepository):
        return  # everything is fetched then
    assert report.engine.mode == "incremental"
    assert compared(report) == compared(full)


def test_a_straight_history_never_needs_everything(server: GitPeer, tmp_path: Path) -> None:
    history = History()
    for number in range(60):
        history.commit({f"f{number % 5}.py": f"{number}\n" * (number + 1)})
    path = history.write(server.root / "straight")
    git(f"--git-dir={path}", "config", "uploadpack.allowFilter", "true")
    analyze(open_repository(path), rev="HEAD~10", state=tmp_path / "state")

    increment(server, "straight", tmp_path / "r.git", tmp_path / "state")

    fetched = int(git(f"--git-dir={tmp_path / 'r.git'}", "rev-list", "--count", "HEAD"))
    assert fetched == 10 + 1 + 24  # a day more than would do: clocks differ
    report = analyze(open_repository(tmp_path / "r.git", shallow=True), state=tmp_path / "state")
    assert compared(report) == compared(analyze(open_repository(path)))


def test_what_a_state_knows(tmp_path: Path) -> None:
    history = History()
    for number in range(5):
        history.commit({"a.py": f"{number}\n"})
    path = history.write(tmp_path / "r")
    git(f"--git-dir={path}", "tag", "v-1", "HEAD~1")
    analyze(open_repository(path), state=tmp_path / "state")

    known = known_history(tmp_path / "state")

    assert known.head == load(tmp_path / "state").head
    assert known.commits == frozenset(git(f"--git-dir={path}", "rev-list", "HEAD").split())
    tagged = git(f"--git-dir={path}", "rev-parse", "HEAD~1").strip()
    assert known.tags == {(b"refs/tags/v-1", tagged)}


def sealed(body: bytes) -> bytes:
    packed = zlib.compress(body)
    return MAGIC + hashlib.sha256(packed).digest() + packed


def headed(header: object, rest: bytes = b"") -> bytes:
    text = json.dumps(header).encode()
    return sealed(len(text).to_bytes(4, "little") + text + rest)


@given(junk=st.binary(max_size=300))
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_a_spoilt_state_is_refused_in_words(tmp_path_factory: pytest.TempPathFactory, junk: bytes) -> None:
    file = tmp_path_factory.mktemp("spoilt") / "state"
    whole = {"engine": ENGINE_VERSION, "kind": "finished", "head": "0" * 40}
    for content in (
        junk,
        MAGIC + junk,
        sealed(junk),
        headed([]),
        headed(whole),
        headed({**whole, "arrays": [["log.shas", "|u1", [10**12, 20]]]}, junk),
        headed({**whole, "arrays": [["tags", "|O", [-5]], ["log.shas", "|u1", [0]]]}, junk),
    ):
        file.write_bytes(content)
        with pytest.raises(UnusableState):
            known_history(file)
