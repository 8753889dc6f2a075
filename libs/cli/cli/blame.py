"""Who wrote each line of one file."""

from __future__ import annotations

import os
import posixpath
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from pydantic import BaseModel

from strata.errors import StrataError
from strata.git import Git
from strata.history.commits import Log, authored_at, people_of
from strata.known import UnusableState
from strata.moment import moment
from strata.ownership.vectors import unpacked
from strata.people.directory import merge
from strata.people.ident import Ident
from strata.repository import Repository
from strata.state import State, load, parted, unpack_log, unpack_vectors
from strata.tree import BINARY_PROBE, REGULAR


class UnknownFile(StrataError):
    code: ClassVar[str] = "unknown_file"


class BlamedLine(BaseModel):
    """One line: `person` and `commit` own it, `time` is the author's (UTC)."""

    line: int
    commit: str
    person: str
    name: str
    time: datetime
    text: str


def blame(repository: Repository, rev: str, file: str, state: Path | None = None) -> list[BlamedLine]:
    """The lines of `file` at `rev` with their owners, as plain `git blame` gives them, under the mailmap of `rev`.

    The owners come from `state`, if an analysis of that very commit left it; else they are found. Raises UnknownFile
    besides what opening and resolving raise.
    """
    head = repository.resolve(rev)
    path = _inside(repository, file)
    with repository.isolated(lambda: False, {"mailmap.blob": f"{head}:.mailmap"}) as git:
        content = _content(git, head, path, file)
        known = _kept(state, head)
        if known:
            return _from_state(git, known, os.fsencode(path), content)
        return _parsed(git.read("blame", "--line-porcelain", "--no-textconv", "--encoding=UTF-8", head, "--", path))


def _kept(file: Path | None, head: str) -> State | None:
    """The state of an analysis of `head`, None if there is no such thing."""
    if file is None:
        return None
    try:
        state = load(file)
    except (UnusableState, FileNotFoundError):
        return None
    return state if state.kind == "finished" and state.head == head else None


def _from_state(git: Git, state: State, path: bytes, content: bytes) -> list[BlamedLine]:
    heads = state.part("heads")
    packed = dict(zip(parted(heads["paths"]), unpack_vectors(heads), strict=True))[path]
    owners = unpacked(packed or b"").tolist()
    log = unpack_log(state.part("log"))
    place = {commit: number for number, commit in enumerate(sorted(set(owners)))}
    records = [log.records[commit] for commit in place]
    idents = sorted({record.author for record in records})
    used = Log(
        [replace(record, author=idents.index(record.author), co_authors=()) for record in records],
        [log.idents[ident] for ident in idents],
    )
    commits, people, _ = people_of(git, used)
    texts = content.split(b"\n")
    lines = []
    for number, (owner, text) in enumerate(zip(owners, texts, strict=False), 1):
        commit = commits[place[owner]]
        person = people.people[commit.author]
        lines.append(
            BlamedLine(
                line=number,
                commit=commit.sha,
                person=person.id,
                name=person.name,
                time=moment(commit.time),
                text=text.decode("utf-8", "replace"),
            )
        )
    return lines


def _inside(repository: Repository, file: str) -> str:
    """The path in the repository; a path of the work tree on this machine will do."""
    given = Path(file)
    top = repository.directory.parent
    if given.is_absolute() and not repository.bare and given.is_relative_to(top):
        return given.relative_to(top).as_posix()
    return posixpath.normpath(file) if file else file


def _content(git: Git, head: str, path: str, file: str) -> bytes:
    inside = path and not path.startswith(("../", "/")) and path not in (".", "..")
    found = git.read("ls-tree", "-z", head, "--", path).split(b"\0")[0] if inside else b""
    described = found.split(b"\t")[0].split()
    if len(described) != 3:
        raise UnknownFile(f"There is no file '{file}' in this commit.")
    if described[0] not in REGULAR:
        kind = "a folder" if described[1] == b"tree" else "no regular file"
        raise UnknownFile(f"'{file}' is {kind}, so it has no lines to tell the owners of.")
    content = git.read("cat-file", "blob", described[2].decode())
    if b"\0" in content[:BINARY_PROBE]:
        raise UnknownFile(f"'{file}' is a binary file, so it has no lines to tell the owners of.")
    return content


def _parsed(output: bytes) -> list[BlamedLine]:
    rows: list[tuple[str, Ident, int, str]] = []
    header: dict[bytes, str] = {}
    commit = ""
    for line in output.split(b"\n"):
        if line.startswith(b"\t"):
            ident = Ident(header[b"author"], header[b"author-mail"].removeprefix("<").removesuffix(">"))
            when = f"{header[b'author-time']} {header[b'author-tz']}"
            time, _ = authored_at(when, header[b"committer-time"])
            rows.append((commit, ident, time, line[1:].decode("utf-8", "replace")))
            header = {}
        elif not header and line:
            commit = line.split(b" ", 1)[0].decode()
            header[b"commit"] = commit
        elif line:
            name, _, value = line.partition(b" ")
            header[name] = value.decode("utf-8", "replace")
    people = merge((ident, 1) for _, ident in dict.fromkeys((commit, ident) for commit, ident, _, _ in rows))
    owners = [people.people[people.index[ident]] for _, ident, _, _ in rows]
    return [
        BlamedLine(line=number, commit=commit, person=owner.id, name=owner.name, time=moment(time), text=text)
        for number, ((commit, _, time, text), owner) in enumerate(zip(rows, owners, strict=True), 1)
    ]
