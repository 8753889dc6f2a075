"""Little that becomes much: each ends inside its limits."""

from __future__ import annotations

import zlib

import pytest

from tests.integration.analyzer.git_peer import GitPeer
from tests.integration.analyzer.zoo.keeper import MIB, Ended, Keeper, assert_true, heavy
from tests.integration.analyzer.zoo.lying_peer import LyingPeer
from tests.integration.analyzer.zoo.raw import BEN, BLOB, TREE, Bare, Pack, copy, delta_of, insert, sha_of

FILE, FOLDER = b"100644", b"40000"
MEMORY = 400 * MIB
DISK = 100 * MIB


def assert_inside(ended: Ended, seconds: float) -> None:
    """Within its limits, but for what can happen between two looks at them; `seconds` are of the processor."""
    assert ended.attempt.peak.cpu_seconds < seconds
    assert ended.attempt.peak.memory_bytes < 1.5 * MEMORY
    assert ended.attempt.peak.disk_bytes < 2 * DISK


@heavy
async def test_a_tree_of_the_same_tree_ten_times_over(keeper: Keeper, git_server: GitPeer) -> None:
    """Ten levels, ten entries each: ten thousand million files in eleven objects."""
    bare = Bare(git_server.root / "bomb.git")
    sha = bare.tree(*((FILE, b"f%d" % n, bare.blob(b"boom\n")) for n in range(10)))
    for _ in range(9):
        sha = bare.tree(*((FOLDER, b"d%d" % n, sha) for n in range(10)))
    bare.main(bare.commit(sha))

    ended = await keeper.visit(git_server.url("bomb.git"), memory_bytes=MEMORY, max_clone_bytes=DISK)

    assert (ended.code, ended.retryable) == ("too_many_files", False)
    assert_inside(ended, 60)


@heavy
async def test_such_a_tree_in_the_past(keeper: Keeper, git_server: GitPeer) -> None:
    """It came and went: what lies between is no less."""
    bare = Bare(git_server.root / "past.git")
    sha = bare.tree(*((FILE, b"f%d" % n, bare.blob(b"boom\n")) for n in range(10)))
    for _ in range(9):
        sha = bare.tree(*((FOLDER, b"d%d" % n, sha) for n in range(10)))
    small = bare.files(a__py=b"a\n")
    first = bare.commit(small)
    bare.main(bare.commit(small, bare.commit(sha, first)))

    ended = await keeper.visit(git_server.url("past.git"), memory_bytes=MEMORY, max_clone_bytes=DISK, seconds=80)

    assert ended.code in {"out_of_memory", "too_many_files"}
    assert not ended.retryable
    assert_inside(ended, 70)


@heavy
async def test_a_small_pack_of_a_large_file(keeper: Keeper, liar: LyingPeer) -> None:
    """Nothing but zeros: a thousandth of itself."""
    pack = Pack()
    size = 600 * MIB
    squeeze = zlib.compressobj(9)
    packed = b"".join(squeeze.compress(b"\0" * MIB) for _ in range(600)) + squeeze.flush()
    pack.add(BLOB, size, packed)
    big = _sha_of_zeros(size)
    text = pack.blob(b"a\nb\n")
    head = pack.commit(pack.tree((FILE, b"a.py", text), (FILE, b"zeros", big)))

    ended = await keeper.visit(
        liar.serve("zeros", pack.make(), {"refs/heads/main": head}), memory_bytes=MEMORY, max_clone_bytes=DISK
    )

    # a file that large is streamed by git and never looked into: the numbers are those of the other one
    assert ended.code == "COMPLETED", ended
    assert ended.paths == {"a.py": 2}
    assert ended.sections["overview"]["files"] == {"total": 2, "text": 1, "binary": 1, "excluded": 0, "included": 1}
    assert_inside(ended, 60)


def _sha_of_zeros(size: int) -> str:
    import hashlib

    digest = hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    for _ in range(size // MIB):
        digest.update(b"\0" * MIB)
    return digest.hexdigest()


async def test_a_delta_of_a_delta_each_twice_as_large(keeper: Keeper, liar: LyingPeer) -> None:
    """Thirty steps from a mebibyte: each copies its base twice."""
    pack = Pack()
    size = MIB
    at = pack.add(BLOB, size, zlib.compress(b"x" * (size - 1) + b"\n", 9))
    for _ in range(30):
        parts = [copy(start, min(8 * MIB, size - start)) for start in range(0, min(size, 1 << 31), 8 * MIB)]
        if 2 * size > 1 << 31:
            break
        at = pack.delta(at, delta_of(size, 2 * size, *parts, *parts))
        size *= 2
    head = pack.commit(pack.tree((FILE, b"a.py", pack.blob(b"a\n"))))

    ended = await keeper.visit(
        liar.serve("doubling", pack.make(), {"refs/heads/main": head}), memory_bytes=MEMORY, max_clone_bytes=DISK
    )

    assert (ended.code, ended.retryable) == ("out_of_memory", False)
    assert_inside(ended, 60)


@heavy
async def test_a_chain_of_deltas_longer_than_git_makes(keeper: Keeper, liar: LyingPeer, git_server: GitPeer) -> None:
    pack = Pack()
    base = b"".join(b"line %d\n" % n for n in range(200))
    at = pack.size
    pack.blob(base)
    content, tree, commit, parents = base, "", "", ()
    bare = Bare(git_server.root / "chain.git")
    for n in range(3000):
        more = b"%04d\n" % n
        changed = content[: len(base)] + more
        at = pack.delta(at, delta_of(len(content), len(changed), copy(0, len(base)), insert(more)))
        content = changed
        if n % 300 == 299:
            tree = pack.tree((FILE, b"a.py", sha_of("blob", content)))
            commit = pack.commit(tree, *parents, author=b"P <p%d@example.org>" % (n % 4))
            assert bare.commit(bare.files(a__py=content), *parents, author=b"P <p%d@example.org>" % (n % 4)) == commit
            parents = (commit,)
    bare.main(commit)

    ended = await keeper.visit(liar.serve("chain", pack.make(), {"refs/heads/main": commit}), memory_bytes=MEMORY)

    assert_true(ended, bare.path)
    assert_inside(ended, 60)


@heavy
async def test_a_tree_in_a_delta_chain(keeper: Keeper, liar: LyingPeer) -> None:
    """A tree whose content appears only when it is unpacked, and is then too many files for any figure."""
    pack = Pack()
    entry = b"100644 %08d\0" + bytes.fromhex(pack.blob(b"x\n"))
    first = b"".join(entry % n for n in range(100))
    at = pack.add(TREE, len(first), zlib.compress(first))
    size = len(first)
    whole = first
    for _ in range(14):
        at = pack.delta(at, delta_of(size, 2 * size, *_copies(size), *_copies(size)))
        size *= 2
        whole += whole
    head = pack.commit(sha_of("tree", whole))

    ended = await keeper.visit(
        liar.serve("names", pack.make(), {"refs/heads/main": head}), memory_bytes=MEMORY, max_clone_bytes=DISK
    )

    assert ended.code in {"too_many_files", "corrupt_repository", "out_of_memory"}
    assert not ended.retryable
    assert_inside(ended, 60)


def _copies(size: int) -> list[bytes]:
    return [copy(at, min(8 * MIB, size - at)) for at in range(0, size, 8 * MIB)]


@heavy
@pytest.mark.parametrize("what", ["message", "trailers", "parents", "author"])
async def test_commits_that_are_huge(keeper: Keeper, git_server: GitPeer, what: str) -> None:
    bare = Bare(git_server.root / "huge.git")
    tree = bare.files(a__py=b"a\n")
    first = bare.commit(tree)
    match what:
        case "message":
            second = bare.commit(tree, first, author=BEN, message=b"word " * (8 * MIB // 5))
        case "trailers":
            said = b"".join(b"Co-authored-by: P%d <p%d@example.org>\n" % (n, n) for n in range(20_000))
            second = bare.commit(tree, first, author=BEN, message=b"x\n\n" + said)
        case "parents":
            second = bare.commit(tree, *([first] * 20_000), author=BEN)
        case _:
            second = bare.commit(tree, first, author=b"B" * MIB + b" <ben@example.org>")
    bare.main(second)

    ended = await keeper.visit(git_server.url("huge.git"), memory_bytes=MEMORY, max_clone_bytes=DISK)

    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.owners() == {"a.py": {"ada@example.org": 1}}
    if what == "trailers":
        assert ended.sections["overview"]["people"]["total"] == 20_002
    assert_inside(ended, 60)


async def test_a_name_of_a_mebibyte_of_dots(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "dots.git")
    bare.main(bare.commit(bare.tree((FILE, b"a" + b".a" * (MIB // 2) + b".py", bare.blob(b"x\n")))))

    ended = await keeper.visit(git_server.url("dots.git"), memory_bytes=MEMORY, max_clone_bytes=DISK)

    assert ended.code == "COMPLETED", ended
    assert list(ended.paths.values()) == [1]
    assert_inside(ended, 45)


@heavy
async def test_blank_files_that_make_expressions_run_back(keeper: Keeper, git_server: GitPeer) -> None:
    """Forty files, each a second's work for the expressions that tell languages apart, were they given all of it."""
    bare = Bare(git_server.root / "blank.git")
    names = ("a.action", "b.al", "c.as", "d.asm", "e.b", "f.bas", "g.h", "h.pl", "i.m", "j.rs")
    entries = [
        (FILE, b"%s%d.%s" % (name[0].encode(), n, name[2:].encode()), bare.blob(fill * 25_000 + b"%d" % n))
        for name in names
        for n, fill in enumerate((b"\n\n", b"  ", b"\t\n", b" \r"))
    ]
    bare.main(bare.commit(bare.tree(*sorted(entries, key=lambda entry: entry[1]))))

    ended = await keeper.visit(git_server.url("blank.git"), memory_bytes=MEMORY, max_clone_bytes=DISK)

    assert ended.code == "COMPLETED", ended
    assert ended.sections["overview"]["files"]["text"] == 40
    assert_inside(ended, 30)
