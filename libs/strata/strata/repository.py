"""A repository on this machine, bare or not, opened for reading."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from strata.errors import (
    CorruptRepository,
    EmptyRepository,
    NotARepository,
    PartialRepository,
    ShallowRepository,
    StrataError,
    UnknownRevision,
)
from strata.git import Git, git_version
from strata.moment import last_second


@dataclass(frozen=True, slots=True)
class Repository:
    """`directory` is the git directory itself; nothing is ever written there.

    `shallow`: early commits are missing; `partial`: objects were left out when it was cloned.
    """

    directory: Path
    name: str
    bare: bool
    shallow: bool = False
    partial: bool = False

    def git(self) -> Git:
        """Git on the repository itself, under its own configuration: for its refs."""
        return Git(self.directory)

    @contextmanager
    def isolated(self, cancelled: Callable[[], bool], pins: dict[str, str]) -> Iterator[Git]:
        """Git on the repository's objects alone: no refs, no index, none of its configuration.

        What a `config` in there could do (ignore revisions, run a program to show a diff, fetch what is
        missing) it cannot do here.
        """
        git = self.git()
        objects = os.fsdecode(git.read("rev-parse", "--path-format=absolute", "--git-path", "objects")).rstrip("\n")
        form = git.read("rev-parse", "--show-object-format").decode().strip()
        with tempfile.TemporaryDirectory(prefix="strata-") as name:
            folder = Path(name)
            (folder / "refs").mkdir()
            (folder / "objects").mkdir()
            (folder / "HEAD").write_text("ref: refs/heads/none\n")
            extension = f"[extensions]\n\tobjectFormat = {form}\n" if form != "sha1" else ""
            version = 1 if extension else 0
            (folder / "config").write_text(f"[core]\n\trepositoryFormatVersion = {version}\n\tbare = true\n{extension}")
            quoted = '"' + objects.replace("\\", "\\\\").replace('"', '\\"') + '"'  # a colon would end it
            variables = {"GIT_ALTERNATE_OBJECT_DIRECTORIES": quoted}
            yield Git(folder, cancelled, pins, variables, Path(objects), self.shallow)

    def resolve(self, rev: str, at: str | None = None) -> str:
        """The full id of the commit that `rev` names, or had as its first-parent ancestor at `at`.

        `at` is a date (the last commit not after it, by the committer's time) or a revision of its own.

        Raises EmptyRepository, UnknownRevision.
        """
        if at is None:
            return self._resolve(rev)
        until = last_second(at)
        if until is None:
            return self._resolve(at)
        head = self._resolve(rev)
        for line in self.git().read("log", "--first-parent", "--format=%H %ct", head).splitlines():
            sha, time = line.split()
            if int(time) <= until:
                return sha.decode()
        raise UnknownRevision(f"'{rev}' has no commit before {at}.")

    def _resolve(self, rev: str) -> str:
        git = self.git()
        try:
            found = git.read("rev-parse", "--verify", "--quiet", "--end-of-options", f"{rev}^{{commit}}")
            return found.decode().strip()
        except (CorruptRepository, ValueError):
            branches = (
                git.read("for-each-ref", "--count=5", "--format=%(refname:short)").decode("utf-8", "replace").split()
            )
        if not branches:
            if rev != "HEAD" and self._has_head():
                raise UnknownRevision(f"There is no branch, tag or commit '{rev}' here.") from None
            raise EmptyRepository("The repository has no commits yet.") from None
        known = ", ".join(branches)
        raise UnknownRevision(f"There is no branch, tag or commit '{rev}' here. There is: {known}.") from None

    def branch(self) -> str | None:
        """The branch that HEAD names, None if it is detached."""
        try:
            return self.git().read("symbolic-ref", "--quiet", "--short", "HEAD").decode("utf-8", "replace").strip()
        except CorruptRepository:
            return None

    def _has_head(self) -> bool:
        try:
            self.git().read("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except CorruptRepository:
            return False
        return True

    def cut(self) -> frozenset[str]:
        """In a shallow clone, the commits whose parents are not there."""
        if not self.shallow:
            return frozenset()
        place = self.git().read("rev-parse", "--path-format=absolute", "--git-path", "shallow")
        return frozenset(Path(os.fsdecode(place).rstrip("\n")).read_text().split())

    def incomplete(self, error: CorruptRepository | None = None) -> StrataError | None:
        """What `error` comes down to if parts of the repository were never fetched."""
        if self.shallow:
            return ShallowRepository(SHALLOW)
        if self.partial and error is not None:
            return PartialRepository(PARTIAL)
        return None


SHALLOW = "This is a shallow clone: its early history is missing. Run: git fetch --unshallow"
PARTIAL = (
    "This is a partial clone: objects that the analysis needs were left out (--filter). "
    "Clone it again without a filter."
)


def open_repository(path: str | os.PathLike[str], *, shallow: bool = False) -> Repository:
    """Opens the repository at `path`: a bare one, a work tree's top folder, or a git directory.

    A shallow clone is opened only if `shallow` says so: a saved state may have what it lacks.

    Raises GitUnavailable, NotARepository, ShallowRepository.
    """
    git_version()
    folder = Path(path).absolute()
    if not folder.is_dir():
        raise NotARepository(f"There is no folder {str(path)!r}.")
    # The user's own git decides whether this may be opened (safe.directory); only this very folder counts.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    found = subprocess.run(
        ["git", "rev-parse", "--absolute-git-dir", "--is-bare-repository", "--is-shallow-repository"],
        cwd=folder,
        env={**kept, "LC_ALL": "C", "GIT_CEILING_DIRECTORIES": str(folder.resolve().parent)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if found.returncode != 0:
        complaint = found.stderr.decode("utf-8", "replace")
        if "dubious ownership" in complaint:
            raise NotARepository(
                f"{str(path)!r} belongs to another user, so git will not open it. "
                f"If you trust it: git config --global --add safe.directory {folder}"
            )
        raise NotARepository(f"{str(path)!r} is not the top of a Git repository.")
    directory, bare, cut_off = os.fsdecode(found.stdout).rstrip("\n").rsplit("\n", 2)
    if cut_off == "true" and not shallow:
        raise ShallowRepository(SHALLOW)
    repository = Repository(Path(directory), "", bare == "true", cut_off == "true")
    name, partial = _name(repository, folder), _is_partial(repository)
    return replace(repository, name=name, partial=partial)


def _is_partial(repository: Repository) -> bool:
    try:
        return bool(repository.git().read("config", "--local", "--get-regexp", r"^remote\..*\.promisor$").strip())
    except CorruptRepository:
        return False


def _name(repository: Repository, folder: Path) -> str:
    """The last part of the origin's address, else the folder's name, without `.git`."""
    try:
        origin = os.fsdecode(repository.git().read("config", "--local", "--get", "remote.origin.url")).strip()
    except CorruptRepository:
        origin = ""
    last = origin.rstrip("/").replace(":", "/").rsplit("/", 1)[-1]
    place = folder.parent if folder.name == ".git" else folder
    return (last or place.name).removesuffix(".git").encode("utf-8", "replace").decode("utf-8") or "repository"
