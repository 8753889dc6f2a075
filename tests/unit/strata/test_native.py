"""The native core says of blobs and trees what git says; where it is not installed there is nothing to compare."""

from __future__ import annotations

import importlib.util
import os
import random
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.errors import CorruptRepository
from strata.git import Git
from strata.history.hunks import read_hunks, unpacked_hunks
from strata.history.patches import KnownHunks
from strata.history.renames import Renames
from strata.history.tree_changes import TreeChange, deleted_files, read_tree_changes
from strata.indentation import Indentation, _measured
from strata.native import SWITCH, Core, native_core, native_module
from strata.options import Options
from strata.repository import open_repository
from strata.stack.line_kinds import entries
from strata.stack.syntax import Syntax
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import git
from tests.unit.strata.test_incremental import compared

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("strata_native") is None or os.environ.get(SWITCH) == "0",
    reason="the native core is not installed (cargo, then make install), or switched off",
)

Blob = bytes


@pytest.fixture
def isolated(tmp_path: Path) -> Iterator[Git]:
    git(tmp_path, "init", "--quiet", "--bare", str(tmp_path / "r"))
    with open_repository(tmp_path / "r").isolated(lambda: False, {}) as found:
        yield found


def written(repository: Path, contents: list[bytes]) -> list[Blob]:
    """The ids of new blobs."""
    folder = repository / "contents"
    folder.mkdir()
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)
    names = "\n".join(str(folder / str(number)) for number in range(len(contents)))
    return git(repository, "hash-object", "-w", "--no-filters", "--stdin-paths", stdin=names.encode()).split()


def says_the_same(isolated: Git, pairs: list[tuple[bytes, bytes]]) -> None:
    core = native_core(isolated, 40)
    assert core is not None
    by_git = [each for batch in read_hunks(isolated, pairs, workers=1) for each in batch]
    found = core.differences(pairs)
    for pair, one, other in zip(pairs, found, by_git, strict=True):
        if isinstance(one, bytes) and isinstance(other, bytes):
            assert list(unpacked_hunks(one)) == list(unpacked_hunks(other)), pair
        else:
            assert one == other, pair


def edited(content: list[bytes], rng: random.Random, words: list[bytes]) -> list[bytes]:
    lines = list(content)
    for _ in range(rng.randint(1, 12)):
        at = rng.randint(0, len(lines))
        size = rng.choice([1, 1, 2, 3, 8, 40])
        match rng.randrange(5):
            case 0:
                lines[at:at] = [rng.choice(words) for _ in range(size)]
            case 1:
                del lines[at : at + size]
            case 2:  # something that is there already: where does the hunk go?
                lines[at:at] = lines[at : at + size]
            case 3:
                block = lines[at : at + size]
                del lines[at : at + size]
                to = rng.randint(0, len(lines))
                lines[to:to] = block
            case _:
                lines[at : at + size] = [rng.choice(words) for _ in range(size)]
    return lines


@pytest.mark.parametrize("seed", range(24))
def test_hunks_of_random_versions(isolated: Git, seed: int) -> None:
    rng = random.Random(seed)
    kinds = [b"", b"}", b"    return x", b"\t\tif y:", b"  ", b"\x0b", b"end", b"\r"]
    # few different lines, some, or hardly any that is found twice
    words = [*kinds, *(b"%*d" % (rng.randrange(12), n) for n in range(rng.choice([0, 3, 60, 5000])))]
    lines = [rng.choice(words) for _ in range(rng.choice([0, 3, 30, 400, 3000]))]
    contents = []
    for _ in range(40):
        lines = edited(lines, rng, words)
        contents.append(b"\n".join(lines) + rng.choice([b"", b"\n"]))
    if seed % 3 == 0:
        rng.shuffle(contents)
    ids = written(Path(str(isolated.objects)).parent, contents)
    says_the_same(isolated, [pair for pair in pairwise(ids) if pair[0] != pair[1]] + [(b"", ids[0])])


def test_hunks_where_git_takes_shortcuts(isolated: Git) -> None:
    rng = random.Random(5)
    words = [b"%d" % n for n in range(900)]
    contents = []
    for _ in range(6):  # thousands of lines with hardly anything in common, and lines that are found everywhere
        lines = [rng.choice(words) if rng.random() < 0.7 else b"    }" for _ in range(6000)]
        contents.append(b"\n".join(lines) + b"\n")
        contents.append(b"\n".join(edited(lines, rng, words) + lines[2000:4000]))
    ids = written(Path(str(isolated.objects)).parent, contents)
    says_the_same(isolated, [(old, new) for old in ids for new in ids if old != new])


def test_binary_and_empty_blobs(isolated: Git) -> None:
    text, late = b"a\nb", b"x\n" * 4000
    ids = written(Path(str(isolated.objects)).parent, [b"", text, b"a\0b\n", late + b"\0", late[:7999] + b"\0"])
    pairs = [(old, new) for old in [b"", *ids] for new in ids if old != new]
    says_the_same(isolated, pairs)


def test_packed_blobs_and_alternates(tmp_path: Path) -> None:
    folder = generated(9, commits=80).write(tmp_path / "r")
    git(folder, "repack", "-adf", "--depth=50")
    git(folder, "clone", "--quiet", "--bare", "--shared", str(folder), str(tmp_path / "shared"))
    raw = git(folder, "log", "--raw", "--no-abbrev", "--no-renames", "--format=", "HEAD").splitlines()
    fields = [line.split(b"\t")[0][1:].split(b" ") for line in raw]
    pairs = [
        (b"" if old_mode == b"000000" else old, new)
        for old_mode, new_mode, old, new, _ in fields
        if new_mode[:3] == b"100" and old != new and old_mode[:3] in (b"100", b"000")
    ]
    assert len(pairs) > 50
    for each in (folder, tmp_path / "shared"):
        with open_repository(each).isolated(lambda: False, {}) as isolated:
            says_the_same(isolated, pairs)


def test_what_the_core_cannot_read_git_is_asked_for(isolated: Git) -> None:
    core = native_core(isolated, 40)
    assert core is not None
    # git finds it in a folder that the core knows nothing of
    hidden = isolated.read("hash-object", "-w", "--stdin", stdin=b"a\nb\n").strip()
    with pytest.raises(OSError, match=hidden.decode()):
        core.differences([(b"", hidden)])

    ((found,),) = read_hunks(isolated, [(b"", hidden)], workers=1, core=core)

    assert isinstance(found, bytes)
    assert list(unpacked_hunks(found)) == [(0, 0, 0, 2)]


def test_what_nobody_can_read_is_said(isolated: Git) -> None:
    core = native_core(isolated, 40)
    with pytest.raises(CorruptRepository):
        list(read_hunks(isolated, [(b"", b"1" * 40)], workers=1, core=core))


@pytest.mark.parametrize("seed", [3, 14])
def test_reports_with_and_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    repository = open_repository(generated(seed, commits=80).write(tmp_path / "r"))
    with_it = analyze(repository)
    bounded = analyze(repository, options=Options(memory=1))
    monkeypatch.setenv(SWITCH, "0")
    without_it = analyze(repository)

    assert compared(with_it) == compared(without_it)
    assert bounded.sections == without_it.sections


@pytest.mark.parametrize("seed", range(12))
def test_changes_of_generated_histories(tmp_path: Path, seed: int) -> None:
    """Renames, octopus merges, files that become folders, links: as git's diff-tree says, in its order."""
    folder = generated(seed, commits=60).write(tmp_path / "r")
    if seed % 2:
        git(folder, "repack", "-adf", "--depth=50")
    with open_repository(folder).isolated(lambda: False, {}) as isolated:
        core = native_core(isolated, 40)
        by_core, by_git = changes_of(folder, isolated, core), changes_of(folder, isolated, None)
        assert by_core == by_git
        assert core is not None
        for change in by_git:
            head, *parents = git(folder, "rev-list", "--parents", "-1", shas_of(folder)[change.commit].decode()).split()
            for parent in parents:
                assert deleted_files(isolated, core, parent, head) == deleted_files(isolated, None, parent, head)


def shas_of(folder: Path) -> list[bytes]:
    return git(folder, "rev-list", "--topo-order", "--reverse", "HEAD").split()


def changes_of(folder: Path, isolated: Git, core: Core | None) -> list[TreeChange]:
    shas = shas_of(folder)
    number = {sha: at for at, sha in enumerate(shas)}
    rows = git(folder, "log", "--format=%H %P", "HEAD").splitlines()
    parents = {sha: [number[parent] for parent in above] for sha, *above in (row.split() for row in rows)}
    known = KnownHunks(0)
    return list(read_tree_changes(isolated, shas, [parents[sha] for sha in shas], 0, known, workers=1, core=core))


def test_a_commit_that_is_not_there(tmp_path: Path) -> None:
    folder = generated(3, commits=20).write(tmp_path / "r")
    shas = shas_of(folder)
    with open_repository(folder).isolated(lambda: False, {}) as isolated:
        core = native_core(isolated, 40)
        assert core is not None
        lost = b"1" * 40
        with pytest.raises(OSError, match=lost.decode()):
            core.changes([(shas[-1], [lost])])
        blob = git(folder, "rev-parse", "HEAD^{tree}").strip()
        with pytest.raises(OSError, match="not a commit"):
            core.changes([(blob, [])])


@pytest.mark.parametrize("seed", range(16))
def test_sources_of_random_files(isolated: Git, seed: int) -> None:
    """Alike, the same, of the same name, empty, binary, with other line endings or an incomplete last line."""
    rng = random.Random(seed)
    words = [b"%d%s" % (n, b"x" * rng.choice([1, 9, 80])) for n in range(rng.choice([5, 60]))]
    stems = [[rng.choice(words) for _ in range(rng.choice([0, 1, 4, 30, 200]))] for _ in range(4)]
    ends = [(b"\n", b"\n"), (b"\n", b""), (b"\r\n", b"\r\n"), (b"\n", b"\0\n")]

    def content() -> bytes:
        lines = rng.choice(stems)
        for _ in range(rng.choice([0, 0, 1, 3])):
            lines = edited(lines, rng, words)
        between, last = rng.choice(ends)
        return between.join(lines) + (last if lines else b"")

    names = [b"%s/%s" % (folder, name) for folder in (b"a", b"a/b", b"c.d") for name in (b"x", b"y.py", b"z")]
    old, new = ([(name, content()) for name in sorted(rng.sample(names, rng.randint(1, 9)))] for _ in range(2))
    if seed % 4 == 0:  # more of the same than git looks at, the one of the right name behind them
        old += [(b"m/%03d" % number, b"same\n") for number in range(110)] + [(b"n/x", b"same\n")]
        new.append((b"q/x", b"same\n"))
    ids = iter(written(Path(str(isolated.objects)).parent, [text for _, text in old + new]))
    deleted, created = [(path, next(ids)) for path, _ in old], [(path, next(ids)) for path, _ in new]
    core = native_core(isolated, 40)
    assert core is not None
    with Renames(isolated, core, 40) as by_core, Renames(isolated, None, 40) as by_git:
        assert by_core.sources(created, deleted) == by_git.sources(created, deleted)


# pieces of which whatever matters to some language can be made
_WRITTEN = r"""
/* */ /+ +/ // # #= =# -- --[[ ]] {- -} (* *) { } {{! }} <!-- --> =begin =end =cut = ### @ % ; " ' ` \ a é
"""
PIECES = [
    *_WRITTEN.split(),
    '"""',
    "'''",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "\t",
    "      *",
    "rem ",
    "C ",
    "\n////",
    "\n%{",
    "\n%}",
    "\0",
]


@settings(max_examples=1500)
@given(
    entry=st.sampled_from(entries()),
    text=st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join).map(str.encode), st.binary(max_size=80)),
)
def test_lines_are_of_the_same_kind_without_the_core(entry: dict[str, Any], text: bytes) -> None:
    fields = list(entry.values())[1:]

    assert native_module().Syntax(*fields).kinds(text) == Syntax.of(*fields).kinds(text)


@settings(max_examples=500)
@given(text=st.text(alphabet=" \t\n\rx\0", max_size=60).map(str.encode))
def test_lines_are_indented_alike_without_the_core(text: bytes) -> None:
    assert Indentation(*native_module().indentation(text)) == _measured(text)


def test_a_quote_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="quote"):
        native_module().Syntax([], [], [], [b'""'], False)
