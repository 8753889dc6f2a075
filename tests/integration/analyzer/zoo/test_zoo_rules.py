"""Files that say how a repository is to be read, written by somebody who means ill."""

from __future__ import annotations

import pytest

from tests.integration.analyzer.git_peer import GitPeer
from tests.integration.analyzer.zoo.keeper import MIB, Keeper, assert_true
from tests.integration.analyzer.zoo.raw import BEN, Bare

FILE, FOLDER, LINK = b"100644", b"40000", b"120000"

ATTRIBUTES = {
    "runs back": b"".join(b"%s linguist-vendored\n" % (b"*a" * n + b"b") for n in (20, 60, 200)),
    "stars": b"/".join([b"**"] * 300) + b"/x linguist-vendored\n",
    "macros": b"[attr]a a b\n[attr]b b a\n* a b\n"
    + b"".join(b"[attr]m%d m%d m%d\n" % (n, n + 1, n + 1) for n in range(60)),
    "long line": b"x" * 5_000_000 + b" linguist-vendored\n",
    "many": b"".join(b"f%d linguist-vendored\n" % n for n in range(60_000)),
    "bytes": b"\xff\xfe\0* linguist-vendored\n\x00\x01\n* linguist-language=\xff\n* linguist-language\n",
    "drivers": b"* diff=evil filter=evil merge=evil ident text eol=crlf working-tree-encoding=UTF-16 export-subst\n",
    "binary": b"* binary -diff -text\n* -linguist-vendored\n",
}


@pytest.mark.parametrize("which", ATTRIBUTES)
async def test_attributes(keeper: Keeper, git_server: GitPeer, which: str) -> None:
    bare = Bare(git_server.root / "attributes.git")
    name = b"a" * 120
    rules = (FILE, b".gitattributes", bare.blob(ATTRIBUTES[which]))
    files = [(FILE, name, bare.blob(b"a\nb\n")), (FILE, b"b.py", bare.blob(b"x\n"))]
    first = bare.commit(bare.tree(rules, *files))
    changed = (FILE, b"b.py", bare.blob(b"x\ny\n"))
    bare.main(bare.commit(bare.tree(rules, files[0], changed), first, author=BEN))

    ended = await keeper.visit(git_server.url("attributes.git"), seconds=60)

    assert ended.code == "COMPLETED", ended
    assert_true(ended, bare.path)
    rules_count = {".gitattributes": 2} if which == "binary" else {}  # they say that nothing is vendored, they neither
    assert ended.paths == {"a" * 120: 2, "b.py": 2} | rules_count
    assert ended.sections["overview"]["files"]["binary"] == (which == "bytes")


async def test_attributes_where_none_can_be(keeper: Keeper, git_server: GitPeer) -> None:
    """A link, a folder, and one in a folder that no work tree can have."""
    bare = Bare(git_server.root / "where.git")
    rule = bare.blob(b"* linguist-vendored\n")
    inner = bare.tree((FOLDER, b".gitattributes", bare.tree((FILE, b"x.py", bare.blob(b"x\n")))))
    hidden = bare.tree((FILE, b".gitattributes", rule), (FILE, b"y.py", bare.blob(b"y\n")))
    bare.main(
        bare.commit(
            bare.tree(
                (LINK, b".gitattributes", bare.blob(b"rule")),
                (FOLDER, b".git", hidden),
                (FOLDER, b"inner", inner),
                (FILE, b"rule", rule),
            )
        )
    )

    ended = await keeper.visit(git_server.url("where.git"))

    assert ended.code == "COMPLETED", ended
    assert {"inner/.gitattributes/x.py", "rule", ".git/y.py"} <= set(ended.paths)


MAILMAPS = {
    "in a circle": b"A <a@e.org> <b@e.org>\nB <b@e.org> <c@e.org>\nC <c@e.org> <a@e.org>\n<ada@example.org> <x@e>\n",
    "large": b"".join(b"P%d <p%d@example.org> <q%d@example.org>\n" % (n, n, n) for n in range(30_000)),
    "endless": b"".join(b"One Person <one@example.org> <q%d@example.org>\n" % n for n in range(200_000)),
    "one line": b"x" * (8 * MIB) + b" <y@e.org>\n",
    "bytes": b"\0\xff <\xfe> <ada@example.org\n<> <>\n<<<>>> <a>\n\xff <ben@example.org> \0 <ben@example.org>\n",
    "everybody": b"One Person <one@example.org> <ada@example.org>\nOne Person <one@example.org> <ben@example.org>\n",
}


@pytest.mark.parametrize("which", MAILMAPS)
async def test_mailmaps(keeper: Keeper, git_server: GitPeer, which: str) -> None:
    bare = Bare(git_server.root / "mailmap.git")
    mailmap = bare.blob(MAILMAPS[which])
    first = bare.commit(bare.tree((FILE, b".mailmap", mailmap), (FILE, b"a.py", bare.blob(b"a\nb\n"))))
    tree = bare.tree((FILE, b".mailmap", mailmap), (FILE, b"a.py", bare.blob(b"a\nb\nc\n")))
    bare.main(bare.commit(tree, first, author=BEN))

    ended = await keeper.visit(git_server.url("mailmap.git"), seconds=60)

    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.paths["a.py"] == 3
    people = {"everybody": {"One Person": 2}}.get(which)
    assert ended.people == people if people else len(ended.people) == 2


IGNORED = {
    "nothing": b"",
    "everything": b"",  # filled in with the commits themselves
    "nobody's": b"".join(b"%040x\n" % n for n in range(300_000)),
    "bytes": b"\0\xff\xfe\nHEAD\n--all\n-x\n$(touch /tmp/x)\n" + b"1" * 5_000_000,
    "cut": b"1234\n" * 100_000,
}


@pytest.mark.parametrize("which", IGNORED)
async def test_revisions_to_ignore(keeper: Keeper, git_server: GitPeer, which: str) -> None:
    bare = Bare(git_server.root / "ignored.git")
    sha, content, shas = "", b"", []
    for n in range(12):
        content = content.replace(b"line", b"Line" if n % 2 else b"line") + b"line %d\n" % n
        sha = bare.commit(bare.files(a__py=content), *([sha] if sha else []), author=BEN if n % 3 else b"C <c@e.org>")
        shas.append(sha)
    listed = "\n".join(shas).encode() if which == "everything" else IGNORED[which]
    tree = bare.tree((FILE, b".git-blame-ignore-revs", bare.blob(listed)), (FILE, b"a.py", bare.blob(content)))
    bare.main(bare.commit(tree, sha))

    ended = await keeper.visit(git_server.url("ignored.git"), ignore_revs=True, seconds=60)

    assert ended.code == "COMPLETED", ended
    told = ended.sections["ownership"]["ignored_revisions"]
    assert told["commits"] == (12 if which == "everything" else 0)
    assert told["listed"] <= 10_000
    assert ended.paths["a.py"] == 12
    assert sum(ended.owners()["a.py"].values()) == 12
