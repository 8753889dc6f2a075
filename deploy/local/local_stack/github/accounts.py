"""The people and repositories that the stand-in knows."""

from __future__ import annotations

import json
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class User:
    """Somebody with an account."""

    id: int
    login: str
    name: str
    email: str


@dataclass(frozen=True)
class Repository:
    """A repository and the git directory it is served from."""

    owner: User
    name: str
    private: bool
    description: str
    git_dir: Path

    @property
    def full_name(self) -> str:
        """owner/name."""
        return f"{self.owner.login}/{self.name}"

    @property
    def id(self) -> int:
        """A number that stays the same from one start to the next."""
        return zlib.crc32(self.full_name.encode())

    def default_branch(self) -> str:
        """The branch that HEAD names, `HEAD` when it is detached."""
        content = (self.git_dir / "HEAD").read_text().strip()
        return content.removeprefix("ref: refs/heads/") if content.startswith("ref: ") else "HEAD"

    def pushed_at(self) -> datetime:
        """When HEAD or a reference last changed, as the file system tells it."""
        logs = [self.git_dir / name for name in ("HEAD", "packed-refs", "refs/heads")]
        return datetime.fromtimestamp(max(file.stat().st_mtime for file in logs if file.exists()), UTC)


USERS: Mapping[str, User] = {
    user.login: user
    for user in (
        User(1001, "alice", "Alice Adler", "alice@example.com"),
        User(1002, "bob", "Bob Brandt", "bob@example.com"),
    )
}


ORGANIZATIONS: Mapping[str, frozenset[str]] = {"acme": frozenset({"alice"})}
"""The logins of its members, by organization."""


class NotARepositoryError(Exception):
    """A path does not lead to a git repository; the message is a sentence for the user."""


def git_directory(path: Path) -> Path:
    """The git directory of a bare repository, a checkout or a folder inside one.

    Raises NotARepositoryError.
    """
    if not path.exists():
        raise NotARepositoryError(f"there is nothing at {path}")
    if not path.is_dir():
        raise NotARepositoryError(f"{path} is a file, not a git repository")
    done = subprocess.run(
        # Who owns the folder does not matter for being served: it is read, and no hook of it is run.
        ["git", "-c", "safe.directory=*", "-C", str(path), "rev-parse", "--absolute-git-dir"],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode != 0:
        raise NotARepositoryError(f"{path} is not a git repository")
    return Path(done.stdout.strip())


class Repositories:
    """All repositories: the generated ones, and those that the JSON file `listed` names at the moment."""

    def __init__(self, generated: list[Repository], listed: Path | None) -> None:
        self._generated = generated
        self._listed = listed

    def all(self) -> list[Repository]:
        """Every repository, by full name; one whose folder has gone is left out."""
        repositories = {repository.full_name.lower(): repository for repository in self._generated}
        for entry in self._entries():
            path = Path(entry["path"])
            if entry["owner"] not in USERS or not (path / "HEAD").exists():
                continue
            repository = Repository(
                owner=USERS[entry["owner"]],
                name=entry["name"],
                private=False,
                description="A repository of this machine",
                git_dir=path,
            )
            repositories.setdefault(repository.full_name.lower(), repository)
        return [repositories[name] for name in sorted(repositories)]

    def find(self, owner: str, name: str) -> Repository | None:
        """The repository of that name (upper and lower case are the same, as on GitHub)."""
        wanted = f"{owner}/{name}".lower()
        return next((found for found in self.all() if found.full_name.lower() == wanted), None)

    def _entries(self) -> list[dict[str, Any]]:
        if self._listed is None or not self._listed.exists():
            return []
        entries: list[dict[str, Any]] = json.loads(self._listed.read_text())
        return entries
