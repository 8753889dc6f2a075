"""Names of files, people and refs that nobody should have chosen."""

from __future__ import annotations

import pytest

from tests.integration.analyzer.git_peer import GitPeer, git
from tests.integration.analyzer.zoo.keeper import Keeper, assert_true
from tests.integration.analyzer.zoo.raw import ADA, BEN, MONDAY, Bare

FILE, LINK, FOLDER, MODULE = b"100644", b"120000", b"40000", b"160000"


@pytest.mark.parametrize("attributes", [False, True])
async def test_paths_that_lead_elsewhere_are_only_names(keeper: Keeper, git_server: GitPeer, attributes: bool) -> None:
    bare = Bare(git_server.root / "paths.git")
    two, three = bare.blob(b"a\nb\n"), bare.blob(b"a\nb\nc\n")
    hooks = bare.tree((FILE, b"post-checkout", two))
    names = [b"..", b"../../escape", b".GIT", b".git", b"/etc/passwd", b"a\\b", b"con", b"git~1", b"x/../../y"]
    plain = [(FILE, b".gitattributes", bare.blob(b"con linguist-vendored\n"))] if attributes else []
    tree = bare.tree(
        *plain,
        *((FILE, name, two) for name in names),
        (FOLDER, b".git ", hooks),
        (FOLDER, b"hooks", hooks),
        (FILE, b"last.c", three),
    )
    bare.main(bare.commit(tree))

    ended = await keeper.visit(git_server.url("paths.git"))

    assert ended.code == "COMPLETED", ended
    marked = {"con"}
    expected = {name.decode(): 2 for name in [*names, b".git /post-checkout", b"hooks/post-checkout"]} | {"last.c": 3}
    assert ended.paths == {path: n for path, n in expected.items() if not (attributes and path in marked)}
    assert ended.sections["overview"]["files"]["text"] == len(expected) + attributes


async def test_what_is_no_plain_file_is_not_counted(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "links.git")
    around = [(LINK, b"a", bare.blob(b"b")), (LINK, b"b", bare.blob(b"a")), (LINK, b"self", bare.blob(b"self"))]
    away = [(LINK, b"passwd", bare.blob(b"/etc/passwd")), (LINK, b"up", bare.blob(b"../../.."))]
    module = [(MODULE, b"module", "1234567890" * 4), (FILE, b"z.py", bare.blob(b"one\ntwo\n"))]
    modules = bare.blob(b'[submodule "module"]\n\tpath = module\n\turl = ext::sh -c "touch /tmp/x"\n')
    first = bare.commit(bare.tree((FILE, b".gitmodules", modules), *around, *module))
    turned = [(FILE, b"a", bare.blob(b"a file now\n")), (MODULE, b"b", "1234567890" * 4)]
    tree = bare.tree((FILE, b".gitmodules", modules), *turned, *module[:1], *away, *module[1:])
    bare.main(bare.commit(tree, first, author=BEN))

    ended = await keeper.visit(git_server.url("links.git"))

    assert_true(ended, bare.path)
    assert ended.paths == {"a": 1, "z.py": 2}  # .gitmodules is git's own


async def test_case_and_form_do_not_make_two_files_one(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "case.git")
    names = ["FILE.py", "File.py", "e\u0301a.py", "file.py", "\u00e9a.py"]
    first = bare.commit(bare.tree(*((FILE, name.encode(), bare.blob(b"a\n")) for name in names)))
    tree = bare.tree(*((FILE, name.encode(), bare.blob(b"a\n" * n + b"b\n")) for n, name in enumerate(names)))
    bare.main(bare.commit(tree, first, author=BEN))

    ended = await keeper.visit(git_server.url("case.git"))

    assert_true(ended, bare.path)
    assert len(ended.paths) == 5


async def test_bytes_that_are_no_text(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "bytes.git")
    names = [
        b"\x01\x02.py",
        b"\x1b[31m.py",
        b"a\nb.py",
        b'back\\slash".py',
        b"tab\t.py",
        b"\xc3\x28.py",
        b"\xed\xa0\x80.py",
    ]
    names += [b"\xf0\x9f\x98\x80.py", b"\xff\xfe.py", "\u202egnp.py".encode()]
    first = bare.commit(
        bare.tree(*((FILE, name, bare.blob(b"a\n")) for name in names)),
        author=b"\xff\x1b[2J\x07 <\x80@example.org>",
        message=b"\xff\xfe \x1b]0;title\x07\r\n\x00after nul\n\nCo-authored-by: \xff <\xfe@example.org>\n",
    )
    second = bare.commit(
        bare.tree(*((FILE, name, bare.blob(b"a\nb\n")) for name in names)),
        first,
        author=b"Ben\tOkri\x7f  <ben@example.org>",
        message=b"",
    )
    bare.main(second)

    ended = await keeper.visit(git_server.url("bytes.git"))

    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.sections["overview"]["lines"]["included"] == 20
    assert len(ended.sections["ownership"]["files"]["items"]) == len(names)
    assert ended.people == {"\ufffd [2J": 1, "Ben Okri": 1}
    assert {n for owners in ended.owners().values() for n in owners.values()} == {1}


ODD_AUTHORS = {
    "empty": (b" <>", b"%d +0000" % MONDAY),
    "brackets": (b"<<a>> <<b@c>>", b"%d +0000" % MONDAY),
    "long": (b"x" * 100_000 + b" <" + b"y" * 100_000 + b"@e.org>", b"%d +0000" % MONDAY),
    "only a name": (b"nobody", b"%d +0000" % MONDAY),
    "no time": (ADA, b""),
    "words for time": (ADA, b"yesterday noon"),
}


@pytest.mark.parametrize("which", ODD_AUTHORS)
async def test_authors_that_are_none(keeper: Keeper, git_server: GitPeer, which: str) -> None:
    bare = Bare(git_server.root / "authors.git")
    author, when = ODD_AUTHORS[which]
    first = bare.commit(bare.files(a__py=b"a\n"), author=author, when=when)
    bare.main(bare.commit(bare.files(a__py=b"a\nb\nc\n"), first))

    ended = await keeper.visit(git_server.url("authors.git"))

    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.paths == {"a.py": 3}
    assert sorted(owner["lines"] for owner in ended.sections["ownership"]["files"]["items"][0]["owners"]) in (
        [1, 2],
        [3],  # without an address, and with the same name, it is the same person
    )


async def test_refs_by_names_that_mean_something(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "refs.git")
    first = bare.commit(bare.files(a__py=b"a\n"))
    second = bare.commit(bare.files(a__py=b"a\nb\n"), first)
    bare.main(second)
    for name in ("heads/HEAD", "heads/-x", "heads/--upload-pack=x", "tags/main", "heads/refs/heads/main", "tags/HEAD"):
        bare.ref(f"refs/{name}", first)
    bare.ref("refs/replace/" + second, first)

    ended = await keeper.visit(git_server.url("refs.git"))

    assert_true(ended, bare.path)
    assert ended.commit == second
    assert (await keeper.visit(git_server.url("refs.git"), "refs/heads/HEAD")).commit == first
    assert (await keeper.visit(git_server.url("refs.git"), "--upload-pack=x")).code == "ref_not_found"


async def test_ref_names_from_a_server_that_lies(keeper: Keeper, git_server: GitPeer) -> None:
    """Refs that would be files elsewhere, were they written; git itself refuses them or leaves them out."""
    bare = Bare(git_server.root / "good.git")
    sha = bare.commit(bare.files(a__py=b"a\n"))
    bare.main(sha)
    assert git(f"--git-dir={bare.path}", "fsck").strip() == ""

    assert (await keeper.visit(git_server.url("good.git"), "main")).commit == sha
