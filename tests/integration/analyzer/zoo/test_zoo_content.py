"""Files of every kind and size."""

from __future__ import annotations

import random

from tests.integration.analyzer.git_peer import GitPeer
from tests.integration.analyzer.zoo.keeper import Keeper, assert_true, heavy
from tests.integration.analyzer.zoo.raw import BEN, Bare

FILE = b"100644"


def pointer(size: int) -> bytes:
    return b"version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n" % (b"4d" * 32, size)


async def test_pointers_to_large_files_are_the_text_they_are(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "lfs.git")
    attributes = b"*.psd filter=lfs diff=lfs merge=lfs -text\n*.py filter=evil diff=evil\n"
    config = b'[lfs]\n\turl = http://127.0.0.1:1/\n[filter "evil"]\n\tsmudge = touch /tmp/evil\n'
    first = bare.commit(
        bare.files(__gitattributes=attributes, __lfsconfig=config, a__psd=pointer(1), b__py=b"x\n"),
    )
    bare.main(
        bare.commit(
            bare.files(__gitattributes=attributes, __lfsconfig=config, a__psd=pointer(1 << 40), b__py=b"x\ny\n"),
            first,
            author=BEN,
        )
    )

    ended = await keeper.visit(git_server.url("lfs.git"))

    assert_true(ended, bare.path)
    assert ended.paths["a.psd"] == 3
    assert ended.owners()["a.psd"] == {"ada@example.org": 2, "ben@example.org": 1}


async def test_line_ends_and_encodings(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "ends.git")
    before = {
        "crlf__py": b"a\r\nb\r\nc\r\n",
        "lf__py": b"a\nb\nc\n",
        "cr__txt": b"a\rb\rc",
        "mixed__txt": b"a\r\nb\nc\r\r\n",
        "utf16__txt": "\ufeffa\nb\nc\n".encode("utf-16-le"),
        "utf16be__cs": "\ufeffa\nb\n".encode("utf-16-be"),
        "utf32__txt": "a\nb\n".encode("utf-32"),
        "bom__py": b"\xef\xbb\xbfa\nb\n",
        "latin__txt": b"\xe9\n\xe8\n",
        "separators__txt": "a\u2028b\u2029c\x85d\x0be\x0cf\n".encode(),
        "late__txt": b"a\n" * 5000 + b"\0\n",  # the NUL comes after what git looks at
        "open__txt": b"a\nb",
        "nothing__txt": b"",
        "newline__txt": b"\n",
    }
    after = before | {
        "crlf__py": b"a\nb\nc\n",
        "lf__py": b"a\r\nb\r\nc\r\n",
        "mixed__txt": b"a\r\nb\r\nc\r\r\n",
        "late__txt": b"a\n" * 5000 + b"\0\nx\n",
        "open__txt": b"a\nb\n",
    }
    first = bare.commit(bare.files(**before))
    bare.main(bare.commit(bare.files(**after), first, author=BEN))

    ended = await keeper.visit(git_server.url("ends.git"))

    assert_true(ended, bare.path)
    counted = {name.replace("__", "."): body for name, body in after.items() if b"\0" not in body[:8000]}
    assert set(ended.paths) == set(counted)
    assert ended.paths == {name: len(body.splitlines(keepends=True)) and _lines(body) for name, body in counted.items()}
    assert ended.sections["overview"]["files"]["binary"] == 3


def _lines(body: bytes) -> int:
    return body.count(b"\n") + (body[-1:] not in (b"", b"\n"))


async def test_text_that_becomes_binary_and_comes_back(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "flip.git")
    lines = b"".join(b"line %d\n" % n for n in range(30))
    sha = ""
    for n, body in enumerate((lines, b"\0" + lines, lines + b"end\n", b"\0\0", lines, lines + b"last\n")):
        sha = bare.commit(
            bare.files(flip__txt=body, same__txt=b"x\n"), *([sha] if sha else []), author=b"P <p%d@e>" % n
        )
    bare.main(sha)

    ended = await keeper.visit(git_server.url("flip.git"))

    assert_true(ended, bare.path)


@heavy
async def test_two_thousand_files_in_one_commit_then_all_moved(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "many.git")
    chance = random.Random(8)
    bodies = [bare.blob(b"".join(b"%d\n" % chance.randrange(50) for _ in range(6))) for _ in range(300)]
    entries = [(FILE, b"f%04d.py" % n, bodies[n % 300]) for n in range(2000)]
    first = bare.commit(bare.tree(*entries))
    moved = bare.commit(bare.tree((b"40000", b"moved", bare.tree(*entries))), first, author=BEN)
    bare.main(bare.commit(bare.tree((b"40000", b"moved", bare.tree(*entries[:50]))), moved))

    ended = await keeper.visit(git_server.url("many.git"))

    assert_true(ended, bare.path)
    assert len(ended.paths) == 50


async def test_one_line_without_an_end(keeper: Keeper, git_server: GitPeer) -> None:
    bare = Bare(git_server.root / "line.git")
    first = bare.commit(bare.files(a__txt=b"x" * 5_000_000, b__js=b"var a;" * 500_000))
    bare.main(bare.commit(bare.files(a__txt=b"x" * 5_000_001, b__js=b"var a;" * 500_000 + b"\n"), first, author=BEN))

    ended = await keeper.visit(git_server.url("line.git"))

    assert_true(ended, bare.path)


async def test_folders_in_folders(keeper: Keeper, git_server: GitPeer) -> None:
    """A thousand deep, and a path longer than any system takes."""
    bare = Bare(git_server.root / "deep.git")

    def nested(content: bytes) -> str:
        sha = bare.files(a__py=content)
        for _ in range(1000):
            sha = bare.tree((b"40000", b"folder", sha))
        return sha

    first = bare.commit(nested(b"a\n"))
    bare.main(bare.commit(nested(b"a\nb\n"), first, author=BEN))

    ended = await keeper.visit(git_server.url("deep.git"))

    assert ended.code == "COMPLETED", ended
    assert ended.paths == {"folder/" * 1000 + "a.py": 2}
    assert list(ended.owners().values()) == [{"ada@example.org": 1, "ben@example.org": 1}]
