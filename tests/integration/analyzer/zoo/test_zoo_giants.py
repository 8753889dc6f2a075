"""Good repositories of a size that few have."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.integration.analyzer.git_peer import GitPeer, git
from tests.integration.analyzer.zoo.keeper import MIB, Ended, Keeper, assert_true, heavy

pytestmark = [heavy, pytest.mark.timeout(900)]
START = 1_500_000_000


def commit(n: int, files: dict[str, bytes], *, parent: int, author: str = "ada") -> bytes:
    person = b"%s <%s@example.org> %d +0000" % (author.encode(), author.encode(), START + n * 60)
    out = [b"commit refs/heads/main\nmark :%d\nauthor %s\ncommitter %s\ndata 1\nx\n" % (n, person, person)]
    if parent:
        out.append(b"from :%d\n" % parent)
    out += [b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(body), body) for name, body in files.items()]
    return b"".join(out)


def said(what: str, ended: Ended) -> None:
    peak = ended.attempt.peak
    print(  # noqa: T201 the figure is what one runs this for
        f"\n{what}: {ended.code} in {ended.seconds:.1f} s, {peak.cpu_seconds:.1f} s of processor, "
        f"{peak.memory_bytes / 1e6:.0f} MB of memory, {peak.disk_bytes / 1e6:.0f} MB of disk"
    )


async def test_a_file_of_a_million_lines(keeper: Keeper, git_server: GitPeer) -> None:
    lines = [b"line %d\n" % n for n in range(1_000_000)]
    changed = list(lines)
    for n in random.Random(1).sample(range(1_000_000), 1000):
        changed[n] = b"changed %d\n" % n
    stream = commit(1, {"a.txt": b"".join(lines)}, parent=0)
    stream += commit(2, {"a.txt": b"".join(changed)}, parent=1, author="ben")
    path = git_server.add("lines.git", stream + commit(3, {"a.txt": b"".join(lines[:-1])}, parent=2) + b"done\n")

    ended = await keeper.visit(git_server.url("lines.git"), seconds=300)

    said("a million lines", ended)
    assert_true(ended, path)
    assert ended.paths == {"a.txt": 999_999}


async def test_a_binary_of_a_hundred_megabytes(keeper: Keeper, git_server: GitPeer) -> None:
    body = b"\0" + random.Random(2).randbytes(100 * MIB)
    stream = commit(1, {"a.bin": body, "b.py": b"x\n"}, parent=0) + commit(2, {"b.py": b"x\ny\n"}, parent=1)
    path = git_server.add("binary.git", stream + b"done\n")

    ended = await keeper.visit(git_server.url("binary.git"), seconds=300)
    too_large = await keeper.visit(git_server.url("binary.git"), seconds=300, max_clone_bytes=50 * MIB)

    said("a hundred megabytes", ended)
    assert_true(ended, path)
    assert ended.paths == {"b.py": 2}
    assert ended.sections["overview"]["files"]["binary"] == 1
    assert too_large.code == "repository_too_large"
    assert too_large.attempt.peak.disk_bytes < 70 * MIB


async def test_ten_thousand_files_in_one_commit(keeper: Keeper, git_server: GitPeer) -> None:
    files = {f"d{n % 100}/f{n}.py": b"".join(b"%d %d\n" % (n, line) for line in range(n % 7)) for n in range(10_000)}
    changed = {name: body + b"more\n" for name, body in files.items()}
    stream = commit(1, files, parent=0) + commit(2, changed, parent=1, author="ben") + b"done\n"
    path = git_server.add("files.git", stream)

    ended = await keeper.visit(git_server.url("files.git"), seconds=300)

    said("ten thousand files", ended)
    assert ended.code == "COMPLETED", ended
    assert ended.commits == 2
    assert ended.sections["overview"]["files"]["text"] == 10_000
    # the report lists five thousand of them, and each counts all lines: one is Ben's, the others Ada's
    lines = {each["emails"][0]: each["lines"] for each in ended.sections["contributors"]["people"]}
    assert lines == {"ben@example.org": 10_000, "ada@example.org": sum(n % 7 for n in range(10_000))}
    assert git(f"--git-dir={path}", "rev-parse", "main").strip() == ended.commit


async def test_two_hundred_thousand_commits(keeper: Keeper, git_server: GitPeer) -> None:
    count = 200_000
    people = ("ada", "ben", "eve")
    owner: dict[str, str] = {}

    def stream() -> Iterator[bytes]:
        for n in range(1, count + 1):
            name, author = f"f{n % 500}.py", people[n % 7 % 3]
            owner[name] = f"{author}@example.org"
            yield commit(n, {name: b"%d\n" % n}, parent=n - 1, author=author)
        yield b"done\n"

    git_server.add("tiny.git", b"".join(stream()))
    began = time.monotonic()

    ended = await keeper.visit(git_server.url("tiny.git"), seconds=800)

    said(f"two hundred thousand commits ({time.monotonic() - began:.0f} s with the server's part)", ended)
    assert ended.code == "COMPLETED", ended
    assert ended.commits == count
    assert ended.people == Counter(people[n % 7 % 3] for n in range(1, count + 1))
    assert {path: [*lines] for path, lines in ended.owners().items()} == {path: [who] for path, who in owner.items()}


async def test_fifty_thousand_tags(keeper: Keeper, git_server: GitPeer) -> None:
    path = git_server.add("tags.git", commit(1, {"a.py": b"x\n"}, parent=0) + b"done\n")
    sha = git(f"--git-dir={path}", "rev-parse", "main").strip()
    tags = "".join(f"create refs/tags/v{n}.{n % 10}.0 {sha}\n" for n in range(50_000))
    git(f"--git-dir={path}", "update-ref", "--stdin", stdin=tags.encode())
    git(f"--git-dir={path}", "pack-refs", "--all")

    ended = await keeper.visit(git_server.url("tags.git"), seconds=300)

    said("fifty thousand tags", ended)
    assert_true(ended, path)
    assert ended.sections["activity"]["releases"]["total"] in (1, 50_000)
