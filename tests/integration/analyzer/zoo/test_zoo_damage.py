"""Repositories that are broken, by accident or on purpose: each is refused by a code of its own, or read rightly."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest

from tests.integration.analyzer.git_peer import GitPeer
from tests.integration.analyzer.zoo.keeper import Keeper, assert_true
from tests.integration.analyzer.zoo.lying_peer import LyingPeer
from tests.integration.analyzer.zoo.raw import (
    BEN,
    BLOB,
    Bare,
    Pack,
    commit_body,
    copy,
    delta_of,
    insert,
    sha_of,
    tree_body,
)

FILE, FOLDER = b"100644", b"40000"
NOBODY = "12" * 20


def whole(pack: Pack) -> str:
    """A good commit; its id."""
    return pack.commit(pack.tree((FILE, b"a.py", pack.blob(b"a\nb\n"))))


def missing_blob(pack: Pack) -> str:
    return pack.commit(pack.tree((FILE, b"a.py", NOBODY)))


def missing_old_blob(pack: Pack) -> str:
    first = pack.commit(pack.tree((FILE, b"a.py", NOBODY)))
    return pack.commit(pack.tree((FILE, b"a.py", pack.blob(b"a\n"))), first)


def missing_tree(pack: Pack) -> str:
    return pack.commit(NOBODY)


def missing_folder(pack: Pack) -> str:
    return pack.commit(pack.tree((FOLDER, b"folder", NOBODY)))


def missing_parent(pack: Pack) -> str:
    return pack.commit(pack.tree((FILE, b"a.py", pack.blob(b"a\n"))), NOBODY)


def blob_for_a_tree(pack: Pack) -> str:
    return pack.commit(pack.blob(b"no tree\n"))


def blob_for_a_parent(pack: Pack) -> str:
    blob = pack.blob(b"a\n")
    return pack.commit(pack.tree((FILE, b"a.py", blob)), blob)


def tree_for_a_file(pack: Pack) -> str:
    return pack.commit(pack.tree((FILE, b"a.py", pack.tree((FILE, b"b.py", pack.blob(b"b\n"))))))


def file_for_a_folder(pack: Pack) -> str:
    return pack.commit(pack.tree((FOLDER, b"a", pack.blob(b"b\n"))))


def tree_cut_off(pack: Pack) -> str:
    body = tree_body([(FILE, b"a.py", pack.blob(b"a\n")), (FILE, b"b.py", NOBODY)])[:-7]
    return pack.commit(pack.put("tree", body))


def tree_of_garbage(pack: Pack) -> str:
    return pack.commit(pack.put("tree", b"\xff" * 300))


def tree_with_a_strange_mode(pack: Pack) -> str:
    return pack.commit(pack.put("tree", tree_body([(b"999999", b"a.py", pack.blob(b"a\n"))])))


def commit_of_garbage(pack: Pack) -> str:
    return pack.put("commit", b"\0\0\0 nothing like it")


def commit_without_a_tree(pack: Pack) -> str:
    return pack.put("commit", b"author A <a@e.org> 1 +0000\ncommitter A <a@e.org> 1 +0000\n\nx\n")


def its_own_parent(pack: Pack) -> str:
    # an id cannot be known before its content, so the closest is a parent that is not what it says
    tree = pack.tree((FILE, b"a.py", pack.blob(b"a\n")))
    return pack.commit(tree, tree)


DAMAGE = (
    missing_blob,
    missing_old_blob,
    missing_tree,
    missing_folder,
    missing_parent,
    blob_for_a_tree,
    blob_for_a_parent,
    tree_for_a_file,
    file_for_a_folder,
    tree_cut_off,
    tree_of_garbage,
    tree_with_a_strange_mode,
    commit_of_garbage,
    commit_without_a_tree,
    its_own_parent,
)


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
async def test_objects_that_do_not_fit(keeper: Keeper, liar: LyingPeer, damage: Callable[[Pack], str]) -> None:
    pack = Pack()
    head = damage(pack)

    ended = await keeper.visit(liar.serve("damaged", pack.make(), {"refs/heads/main": head}))

    assert (ended.code, ended.retryable) == ("corrupt_repository", False)


def bad_sum(pack: bytes) -> bytes:
    return pack[:-1] + bytes([pack[-1] ^ 1])


def cut_off(pack: bytes) -> bytes:
    return pack[: len(pack) // 2]


def bits_turned(pack: bytes) -> bytes:
    return pack[:40] + bytes(byte ^ 0x55 for byte in pack[40:60]) + pack[60:]


def too_many_promised(pack: bytes) -> bytes:
    return pack[:8] + struct.pack(">I", 2**32 - 1) + pack[12:]


def no_pack(pack: bytes) -> bytes:
    return b"JUNK" + pack[4:]


def another_version(pack: bytes) -> bytes:
    return pack[:4] + struct.pack(">I", 9) + pack[8:]


def nothing(_pack: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    "break_it",
    [bad_sum, cut_off, bits_turned, too_many_promised, no_pack, another_version, nothing],
    ids=lambda each: each.__name__,
)
async def test_packs_that_are_none(keeper: Keeper, liar: LyingPeer, break_it: Callable[[bytes], bytes]) -> None:
    pack = Pack()
    head = whole(pack)

    ended = await keeper.visit(liar.serve("broken", break_it(pack.make()), {"refs/heads/main": head}))

    # a pack that ends too early, or never begins, looks like a connection that broke off, and is fetched again
    cut = break_it in (cut_off, nothing, no_pack, another_version)
    assert (ended.code, ended.retryable) == (("clone_failed", True) if cut else ("corrupt_repository", False))


def base_is_missing(pack: Pack) -> None:
    pack.ref_delta(NOBODY, delta_of(10, 5, insert(b"hello")))


def base_is_itself(pack: Pack) -> None:
    pack.delta(pack.size, delta_of(10, 5, insert(b"hello")))


def copy_beyond_the_base(pack: Pack) -> None:
    at = pack.add(BLOB, 4, zlib.compress(b"base"))
    pack.delta(at, delta_of(4, 1 << 20, copy(1 << 24, 1 << 20)))


def size_is_a_lie(pack: Pack) -> None:
    pack.add(BLOB, 1 << 62, zlib.compress(b"small"))


def result_is_a_lie(pack: Pack) -> None:
    at = pack.add(BLOB, 4, zlib.compress(b"base"))
    pack.delta(at, delta_of(4, 1 << 61, copy(0, 4)))


def kind_is_none(pack: Pack) -> None:
    pack.add(5, 4, zlib.compress(b"base"))


LIES = (base_is_missing, base_is_itself, copy_beyond_the_base, size_is_a_lie, result_is_a_lie, kind_is_none)


@pytest.mark.parametrize("lie", LIES, ids=lambda each: each.__name__)
async def test_packs_that_lie(keeper: Keeper, liar: LyingPeer, lie: Callable[[Pack], None]) -> None:
    pack = Pack()
    head = whole(pack)
    lie(pack)

    ended = await keeper.visit(liar.serve("lies", pack.make(), {"refs/heads/main": head}))

    assert (ended.code, ended.retryable) in (("corrupt_repository", False), ("out_of_memory", False))


async def test_refs_that_lead_nowhere(keeper: Keeper, liar: LyingPeer) -> None:
    pack = Pack()
    head = whole(pack)

    ended = await keeper.visit(liar.serve("refs", pack.make(), {"refs/heads/main": head, "refs/heads/gone": NOBODY}))

    assert ended.code == "corrupt_repository"


@pytest.mark.parametrize(
    "name", ["refs/heads/../../config", "refs/heads/a..b", "refs/heads/x.lock", "refs/heads/a b", "refs/../config"]
)
async def test_ref_names_that_are_paths(keeper: Keeper, liar: LyingPeer, name: str) -> None:
    """Git leaves out what it would not write; nothing but the good branch arrives."""
    pack = Pack()
    head = whole(pack)

    ended = await keeper.visit(liar.serve("names", pack.make(), {"refs/heads/main": head, name: head}))

    assert ended.code in {"COMPLETED", "corrupt_repository", "clone_failed"}
    if ended.code == "COMPLETED":
        assert ended.commit == head


async def test_a_branch_that_is_a_folder_of_another(keeper: Keeper, liar: LyingPeer) -> None:
    pack = Pack()
    head = whole(pack)
    refs = {"refs/heads/main": head, "refs/heads/main/x": head}

    ended = await keeper.visit(liar.serve("folders", pack.make(), refs))

    assert (ended.code, ended.retryable) == ("corrupt_repository", False)


async def test_a_damaged_file_on_the_server(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "loose.git")
    blob = bare.blob(b"a\n" * 1000)
    bare.main(bare.commit(bare.tree((FILE, b"a.py", blob))))
    bare.loose(blob).write_bytes(b"not zlib at all")

    ended = await keeper.visit(git_server.url("loose.git"))

    # it is the server that cannot read it, and says so in the middle of an answer
    assert ended.code in {"clone_failed", "corrupt_repository"}


async def test_old_mistakes_that_are_none(keeper: Keeper, git_server: GitPeer) -> None:
    """What `git fsck` complains about and real histories have: it is read like anything else."""
    bare = Bare(git_server.root / "old.git")
    two = bare.blob(b"a\nb\n")
    unsorted_tree = bare.tree(
        (b"100664", b"z.py", two), (b"0100644", b"a.py", two), (b"040000", b"m", bare.files(x__py=b"x\n"))
    )
    body = commit_body(unsorted_tree).replace(b"\n\n", b"\nencoding \xff\xfe\nmergetag nothing\ngpgsig x\n y\n\n", 1)
    first = bare.put("commit", body)
    no_message = bare.put(
        "commit", commit_body(unsorted_tree, [first], author=BEN).rstrip(b"\n").removesuffix(b"change").rstrip()
    )
    bare.main(no_message)

    ended = await keeper.visit(git_server.url("old.git"))

    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.paths == {"z.py": 2, "a.py": 2, "m/x.py": 1}
    assert ended.people == {"Ada Lovelace": 1, "Ben Okri": 1}
    assert all(owners == {"ada@example.org": ended.paths[path]} for path, owners in ended.owners().items())


async def test_a_tree_that_has_a_name_twice(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "twice.git")
    entries = [(FILE, b"a.py", bare.blob(b"one\n")), (FILE, b"a.py", bare.blob(b"two\nlines\n"))]
    first = bare.commit(bare.tree(*entries))
    bare.main(bare.commit(bare.tree(*entries, (FILE, b"b.py", bare.blob(b"b\n"))), first))

    ended = await keeper.visit(git_server.url("twice.git"))

    # no answer to "whose is a.py" would be right
    assert (ended.code, ended.retryable) == ("corrupt_repository", False)


def test_the_tools_make_what_git_makes() -> None:
    assert sha_of("blob", b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert sha_of("tree", b"") == "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


async def test_good_deltas_are_good(keeper: Keeper, git_server: GitPeer, liar: LyingPeer) -> None:
    """The packs of these tests are packs: one without a lie is read."""
    pack = Pack()
    at = pack.size
    base = b"".join(b"line %d\n" % n for n in range(50))
    old = pack.blob(base)
    changed = base + b"end\n"
    pack.delta(at, delta_of(len(base), len(changed), copy(0, len(base)), insert(b"end\n")))
    first = pack.commit(pack.tree((FILE, b"a.py", old)))
    head = pack.commit(pack.tree((FILE, b"a.py", sha_of("blob", changed))), first, author=BEN)
    bare = Bare(git_server.root / "same.git")
    first = bare.commit(bare.tree((FILE, b"a.py", bare.blob(base))))
    bare.main(bare.commit(bare.tree((FILE, b"a.py", bare.blob(changed))), first, author=BEN))

    ended = await keeper.visit(liar.serve("good", pack.make(), {"refs/heads/main": head}))

    assert_true(ended, bare.path)
