"""Fetching only what an analysis needs that goes on from a state.

Commits and trees since the state's commit, without the content of files; then, in one more request, the content that
the new commits changed. The clone is shallow and partial, which is enough when every commit that its history is cut at
is one that the state knows. Tags are written down by what the server says; of those that the state knows, no object
is fetched.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import git
from git.exc import CommandError, GitError

from analyzer.messages import Credential, State
from analyzer.server import Server
from analyzer.source import Source
from analyzer.transport import environment
from strata.known import KnownHistory, UnusableState, known_history
from strata.stack.at_head import is_read_at_head

_DEEPER = (1, 10, 100)
"""By how many commits to go on behind the state's, one after the other: side branches began before it."""
_SLACK = 24 * 3600
"""Seconds by which clocks of committers may differ: what is newer than the state may bear an older date."""
_MOST_NEW = 5_000
"""New commits beyond which fetching everything costs no more."""
_SUBMODULE = b"160000"
_RAW = ("diff-tree", "--stdin", "-r", "-z", "--raw", "--no-abbrev", "--no-renames", "--no-commit-id", "--root")


class Insufficient(Exception):
    """Everything has to be fetched; the message says why."""


class Increment:
    """Fetches from a server into a bare repository at `target`, which is not there yet."""

    def __init__(self, source: Source, credential: Credential | None, target: Path, server: Server) -> None:
        self._target = target
        self._server = server
        self._remote = dict(environment(source, credential))
        # without a network, so that nothing that is missing is fetched piece by piece
        self._local = self._remote | {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
        self._git = git.cmd.Git(target)

    def fetch(self, ref: str, state: State, file: Path) -> None:
        """Have what is new. Raises Insufficient; what is at `target` is then worth nothing."""
        try:
            self._fetch(ref, state, known_history(file))
        except (UnusableState, OSError, GitError, CommandError, ValueError) as error:
            raise Insufficient(str(error) or type(error).__name__) from error

    def _fetch(self, ref: str, state: State, known: KnownHistory) -> None:
        name, commit = self._server.name(ref), self._server.commit(ref)
        if name == "HEAD":
            name = self._server.head
        if not name or not self._server.head:
            raise Insufficient("what is asked for has no name on the server")
        if known.head != state.commit:
            raise Insufficient("the state is of another commit than it should be")
        self._make()
        since = max(state.committed_at - _SLACK, 1)
        self._download("--filter=blob:none", f"--shallow-since={since}", "origin", f"+{name}:{name}")
        if known.head.encode() not in self._ask("rev-list", "--first-parent", commit).split():
            raise Insufficient("the commit of the state is not on the first-parent line: history was rewritten")
        for deeper in _DEEPER:
            if self._cut() <= known.commits:
                break
            self._download("--filter=blob:none", f"--deepen={deeper}", "origin", f"+{name}:{name}")
        if not self._cut() <= known.commits:
            raise Insufficient("a side branch began long before the state")
        self._contents(commit, known)
        self._tags(known)

    def _make(self) -> None:
        git.cmd.Git().init("--quiet", "--bare", "--template=", "--", str(self._target), env=self._local)
        for key, value in (
            ("remote.origin.url", self._server.url),
            ("remote.origin.promisor", "true"),
            ("remote.origin.partialclonefilter", "blob:none"),
        ):
            self._git.config("--local", key, value, env=self._local)
        self._git.symbolic_ref("HEAD", self._server.head, env=self._local)

    def _download(self, *arguments: str, wanted: Collection[bytes] = ()) -> None:
        """Fetch by name, or the objects that are wanted."""
        command = ["git", "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-auto-maintenance", *arguments]
        if wanted:
            # a server that is told which commits are here would think that their files are here too
            command[1:1] = ["-c", "fetch.negotiationAlgorithm=noop"]
            command += ["--stdin", "origin"]
        with _file(b"".join(each + b"\n" for each in wanted)) as stdin:
            self._git.execute(command, env=self._remote, istream=stdin)

    def _ask(self, *arguments: str, given: bytes = b"") -> bytes:
        """What git says of what is here."""
        with _file(given) as stdin:
            return self._git.execute(
                ["git", *arguments],
                env=self._local,
                istream=stdin,
                stdout_as_string=False,
                universal_newlines=False,
                strip_newline_in_stdout=False,
            )

    def _cut(self) -> frozenset[str]:
        """The commits that the history is cut at."""
        cut = self._target / "shallow"
        return frozenset(cut.read_text().split()) if cut.exists() else frozenset()

    # ---------------------------------------------------------------- content

    def _contents(self, commit: str, known: KnownHistory) -> None:
        listed = [line.split() for line in self._ask("rev-list", "--parents", commit).splitlines()]
        new = [row for row in listed if row[0].decode() not in known.commits]
        if len(new) > _MOST_NEW:
            raise Insufficient("there is too much that is new")
        wanted = self._changed("--diff-merges=first-parent", [row[0] for row in new])
        wanted |= self._changed("-c", [row[0] for row in new if len(row) > 2])
        for entry in self._ask("ls-tree", "-r", "-z", commit).split(b"\0"):
            told, _, path = entry.partition(b"\t")
            if is_read_at_head(path) and not told.startswith(_SUBMODULE):
                wanted.add(told.split()[2])
        if missing := wanted - self._there():
            self._download("--filter=blob:none", wanted=sorted(missing))

    def _changed(self, how: str, commits: Collection[bytes]) -> set[bytes]:
        """The content of files that commits changed, before and after."""
        found: set[bytes] = set()
        if not commits:
            return found
        said = self._ask(*_RAW, how, given=b"".join(each + b"\n" for each in commits)).split(b"\0")
        for row in said[::2]:  # in between are the paths
            # a colon for each parent, a mode and an id for each parent and the outcome, and what happened
            fields = row.lstrip(b":").split(b" ")
            sides = len(row) - len(row.lstrip(b":")) + 1
            if sides > 1 and len(fields) == 2 * sides + 1:
                pairs = zip(fields[:sides], fields[sides : 2 * sides], strict=True)
                found.update(sha for mode, sha in pairs if mode != _SUBMODULE and sha.strip(b"0"))
        return found

    def _there(self) -> set[bytes]:
        said = self._ask("cat-file", "--batch-all-objects", "--batch-check=%(objectname)", "--unordered")
        return set(said.split())

    # ---------------------------------------------------------------- tags

    def _tags(self, known: KnownHistory) -> None:
        tags = self._server.tags
        new = {sha.encode() for name, sha in tags.items() if (os.fsencode(name), sha) not in known.tags}
        if missing := new - self._there():
            cut = self._target / "shallow"
            before = cut.read_bytes() if cut.exists() else b""
            # only the tags and the commits that they are put on: it must not look as if the history were cut there
            self._download("--filter=tree:0", "--depth=1", wanted=sorted(missing))
            cut.write_bytes(before)
        rows = "".join(f"{sha} {name}\n" for name, sha in sorted(tags.items()))
        (self._target / "packed-refs").write_bytes(os.fsencode(rows))


@contextmanager
def _file(content: bytes) -> Iterator[BinaryIO]:
    """A file without a name, to be read from its beginning."""
    with tempfile.TemporaryFile() as file:
        file.write(content)
        file.seek(0)
        yield file
