"""Histories of every shape."""

from __future__ import annotations

import pytest

from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.zoo.keeper import Keeper, assert_true
from tests.integration.analyzer.zoo.raw import BEN, MONDAY, Bare

LINES = [b"line %d\n" % n for n in range(40)]


def text(**changed: bytes) -> bytes:
    """Forty lines, some of them changed: `l7=b"…"`."""
    lines = list(LINES)
    for name, content in changed.items():
        lines[int(name[1:])] = content
    return b"".join(lines)


async def test_an_octopus(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "octopus.git")
    root = bare.commit(bare.files(a__py=text()))
    arms = [
        bare.commit(bare.files(a__py=text(**{f"l{n}": b"arm\n"})), root, author=b"Arm%d <arm%d@e.org>" % (n, n))
        for n in range(0, 30, 10)
    ]
    merged = bare.files(a__py=text(l0=b"arm\n", l10=b"arm\n", l20=b"arm\n", l35=b"evil\n"))
    bare.main(bare.commit(merged, *arms, author=BEN))

    ended = await keeper.visit(git_server.url("octopus.git"))

    assert_true(ended, bare.path)
    assert len(ended.people) == 5


async def test_more_arms_than_any_octopus(keeper: Keeper, git_server: GitPeer) -> None:
    """Three hundred parents, one of them named twice."""
    bare = Bare(git_server.root / "arms.git")
    root = bare.commit(bare.files(a__py=text()))
    arms = [bare.commit(bare.files(a__py=text(l3=b"%d\n" % n)), root, author=BEN) for n in range(300)]
    bare.main(bare.commit(bare.files(a__py=text(l3=b"299\n", l5=b"x\n")), *arms, arms[0]))

    ended = await keeper.visit(git_server.url("arms.git"))

    assert_true(ended, bare.path)
    assert ended.commits == 302


async def test_criss_cross(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "cross.git")
    root = bare.commit(bare.files(a__py=text(), b__py=b"b\n"))
    left = bare.commit(bare.files(a__py=text(l1=b"left\n"), b__py=b"b\n"), root)
    right = bare.commit(bare.files(a__py=text(l30=b"right\n"), b__py=b"b\nright\n"), root, author=BEN)
    for n in range(6):
        merged = text(l1=b"left\n", l30=b"right\n", l15=b"cross %d\n" % n)
        left, right = (
            bare.commit(bare.files(a__py=merged, b__py=b"b\nright\n"), left, right),
            bare.commit(bare.files(a__py=merged, b__py=b"b\nright\nr%d\n" % n), right, left, author=BEN),
        )
    bare.main(bare.commit(bare.files(a__py=merged, b__py=b"b\nright\nend\n"), left, right))

    ended = await keeper.visit(git_server.url("cross.git"))

    assert_true(ended, bare.path)


async def test_roots_that_know_nothing_of_each_other(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "roots.git")
    roots = [bare.commit(bare.files(**{f"f{n}__py": text(l2=b"%d\n" % n)}), author=BEN) for n in range(5)]
    everything = {f"f{n}__py": text(l2=b"%d\n" % n) for n in range(5)}
    both = bare.commit(bare.files(**everything), *roots)
    alone = bare.commit(bare.files(z__py=b"alone\n"))
    bare.main(bare.commit(bare.files(**everything, z__py=b"alone\nnot any more\n"), both, alone))

    ended = await keeper.visit(git_server.url("roots.git"))

    assert_true(ended, bare.path)
    assert ended.commits == 8


async def test_commits_without_a_change_and_trees_without_a_file(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "empty.git")
    sha = bare.commit(bare.tree())
    sha = bare.commit(bare.tree(), sha, message=b"")
    full = bare.files(a__py=b"a\nb\n", empty__py=b"")
    sha = bare.commit(full, sha)
    for _ in range(3):
        sha = bare.commit(full, sha, author=BEN)
    gone = bare.commit(bare.tree((b"40000", b"hollow", bare.tree())), sha)
    bare.main(bare.commit(full, gone, author=BEN))
    bare.ref("refs/heads/nothing", gone)

    ended = await keeper.visit(git_server.url("empty.git"))

    assert_true(ended, bare.path)
    assert ended.paths == {"a.py": 2, "empty.py": 0}
    assert ended.people == {"Ada Lovelace": 4, "Ben Okri": 4}
    assert (await keeper.visit(git_server.url("empty.git"), "nothing")).code == "no_text_files"


DATES = (b"-1 +0000", b"-62135596800 +0000", b"0 +0000", b"1 +9999", b"4102444801 +0000", b"9223372036854775807 -9959")
DATES += (b"18446744073709551615 +0000", b"99999999999999999999999 +0000", b"2147483648 +2400", b"%d -0001" % MONDAY)


async def test_clocks_that_are_wrong(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "dates.git")
    sha, content = "", b""
    for n, date in enumerate(DATES):
        content += b"%d\n" % n
        sha = bare.commit(bare.files(a__py=content), *([sha] if sha else []), when=date, author=BEN)
    for n, date in enumerate(reversed(DATES)):  # the author's clock against the committer's
        content += b"again %d\n" % n
        sha = bare.commit(bare.files(a__py=content), sha, when=date, made=b"%d +0000" % MONDAY)
    bare.main(sha)

    ended = await keeper.visit(git_server.url("dates.git"))

    assert_true(ended, bare.path)
    times = [ended.sections["overview"][name] for name in ("first_commit_at", "last_commit_at")]
    assert times == ["1970-01-01T00:00:00Z", "2100-01-01T00:00:00Z"]
    assert sum(week["commits"] for week in ended.sections["activity"]["weeks"]) == ended.commits == 20


async def test_what_replaces_history_replaces_nothing(keeper: Keeper, git_server: GitPeer) -> None:
    path = git_server.add("replaced.git", history(8))
    shas = git(f"--git-dir={path}", "rev-list", "main").split()
    git(f"--git-dir={path}", "replace", shas[2], shas[5])
    git(f"--git-dir={path}", "replace", "--graft", shas[1])

    assert_true(await keeper.visit(git_server.url("replaced.git")), path)

    git(f"--git-dir={path}", "update-ref", "-d", f"refs/replace/{shas[2]}")
    git(f"--git-dir={path}", "update-ref", "-d", f"refs/replace/{shas[1]}")
    (path / "info").mkdir(exist_ok=True)
    (path / "info/grafts").write_text(f"{shas[3]}\n")
    # a server that believes its own grafts leaves commits out
    assert (await keeper.visit(git_server.url("replaced.git"))).code == "corrupt_repository"


async def test_a_shallow_source(keeper: Keeper, git_server: GitPeer) -> None:
    whole = git_server.add("whole.git", history(8))
    git("clone", "--quiet", "--bare", "--depth=3", f"file://{whole}", str(git_server.root / "shallow.git"))

    ended = await keeper.visit(git_server.url("shallow.git"))

    assert (ended.code, ended.retryable) == ("repository_shallow", False)


@pytest.mark.parametrize("head", ["detached", "tag of a tag", "nowhere", "tag of a tree", "tag of a file"])
async def test_heads_that_are_no_branch(keeper: Keeper, git_server: GitPeer, head: str) -> None:
    bare = Bare(git_server.root / "head.git")
    tree = bare.files(a__py=b"a\n")
    first = bare.commit(tree)
    second = bare.commit(bare.files(a__py=b"a\nb\n"), first)
    bare.main(second)

    def tag(sha: str, kind: str) -> str:
        return bare.put(
            "tag", b"object %s\ntype %s\ntag x\ntagger A <a@e> 1 +0000\n\nx\n" % (sha.encode(), kind.encode())
        )

    url = git_server.url("head.git")
    match head:
        case "detached":
            (bare.path / "HEAD").write_text(first + "\n")
            assert (await keeper.visit(url)).commit == first
        case "tag of a tag":
            bare.ref("refs/tags/v1", tag(tag(first, "commit"), "tag"))
            assert (await keeper.visit(url, "v1")).commit == first
        case "nowhere":
            (bare.path / "HEAD").write_text("ref: refs/heads/gone\n")
            assert (await keeper.visit(url)).code == "ref_not_found"
            assert (await keeper.visit(url, "main")).commit == second
        case "tag of a tree":
            bare.ref("refs/tags/tree", tag(tree, "tree"))
            assert (await keeper.visit(url, "tree")).code == "ref_not_found"
            assert_true(await keeper.visit(url), bare.path)
        case _:
            bare.ref("refs/tags/file", tag(bare.blob(b"x"), "blob"))
            assert (await keeper.visit(url, "file")).code == "ref_not_found"
            assert_true(await keeper.visit(url), bare.path)


async def test_ids_of_the_other_length(keeper: Keeper, git_server: GitPeer) -> None:
    path = git_server.root / "sha256.git"
    git("init", "--quiet", "--bare", "--object-format=sha256", "--initial-branch=main", str(path))
    git(f"--git-dir={path}", "fast-import", "--quiet", stdin=history(6))

    assert_true(await keeper.visit(git_server.url("sha256.git")), path)
