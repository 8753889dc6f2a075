"""Small repositories for tests, written by one `git fast-import` each."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ADA = "Ada Lovelace <ada@example.org>"
BEN = "Ben Okri <ben@example.org>"
MONDAY = 1_704_067_200  # 2024-01-01 00:00 UTC, a Monday
HOUR, DAY, WEEK = 3_600, 86_400, 604_800
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "LC_ALL": "C",
}


def git(folder: Path, *arguments: str | bytes, stdin: bytes | None = None) -> bytes:
    """Plain git, with no configuration but the repository's own."""
    command = ["git", *arguments]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, input=stdin, capture_output=True, check=True).stdout


@dataclass
class History:
    """Collects commits, then `write`s them as a bare repository. Files map paths to content, None deletes."""

    stream: list[bytes] = field(default_factory=list)
    marks: int = 0
    tips: dict[str, int] = field(default_factory=dict)

    def commit(
        self,
        files: dict[str | bytes, str | bytes | None] | None = None,
        *,
        author: str = ADA,
        committer: str | None = None,
        time: int | None = None,
        zone: str = "+0000",
        committed: int | None = None,
        message: str | bytes = "change",
        branch: str = "main",
        start: str | None = None,
        merge: tuple[str, ...] = (),
        renames: dict[str, str] | None = None,
        links: dict[str, str] | None = None,
        modes: dict[str, str] | None = None,
        encoding: str | None = None,
    ) -> int:
        """Adds a commit to `branch` (begun at `start`'s tip), merging the tips of `merge`; gives its mark."""
        self.marks += 1
        when = MONDAY + self.marks * HOUR if time is None else time
        made = when if committed is None else committed
        text = message if isinstance(message, bytes) else message.encode()
        codec = encoding or "utf-8"
        lines = [
            f"commit refs/heads/{branch}".encode(),
            f"mark :{self.marks}".encode(),
            f"author {author} {when} {zone}".encode(codec),
            f"committer {committer or author} {made} {zone}".encode(codec),
            *([f"encoding {encoding}".encode()] if encoding else []),
            f"data {len(text)}".encode(),
            text,
        ]
        parent = self.tips.get(branch) or (self.tips[start] if start else None)
        if parent:
            lines.append(f"from :{parent}".encode())
        lines += [f"merge :{self.tips[other]}".encode() for other in merge]
        for old, new in (renames or {}).items():
            lines.append(b"R " + quote(old) + b" " + quote(new))
        for path, content in (files or {}).items():
            lines += self._file(path, content, (modes or {}).get(str(path), "100644"))
        for path, target in (links or {}).items():
            lines += self._file(path, target, "120000")
        self.stream += lines
        self.tips[branch] = self.marks
        return self.marks

    def _file(self, path: str | bytes, content: str | bytes | None, mode: str) -> list[bytes]:
        if content is None:
            return [b"D " + quote(path)]
        data = content if isinstance(content, bytes) else content.encode()
        return [f"M {mode} inline ".encode() + quote(path), f"data {len(data)}".encode(), data]

    def write(self, folder: Path, *, bare: bool = True, form: str = "sha1") -> Path:
        """Makes the repository at `folder`, its HEAD on main; with a work tree unless `bare`."""
        folder.mkdir(parents=True, exist_ok=True)
        git(folder, "init", "-q", "-b", "main", f"--object-format={form}", *(["--bare"] if bare else []))
        if self.stream:
            git(folder, "fast-import", "--quiet", "--date-format=raw-permissive", stdin=b"\n".join([*self.stream, b""]))
            if not bare:
                git(folder, "checkout", "-q", "-f", "main")
        return folder


def quote(path: str | bytes) -> bytes:
    """A path as fast-import reads it."""
    data = path if isinstance(path, bytes) else path.encode()
    escaped = b"".join(bytes([c]) if 32 < c < 127 and c not in b'"\\' else b"\\%03o" % c for c in data)
    return b'"' + escaped + b'"'


def blamed(folder: Path, path: bytes, rev: str = "HEAD") -> list[str]:
    """The commit of each line, as plain `git blame` prints it."""
    output = git(folder, "blame", "--line-porcelain", rev, "--", path)
    owners, header = [], True
    for line in output.split(b"\n"):
        if line.startswith(b"\t"):
            header = True
        elif header and line:
            owners.append(line.split()[0].decode())
            header = False
    return owners


def text_files(folder: Path, rev: str = "HEAD") -> list[bytes]:
    """Regular files without a NUL in their first 8,000 bytes."""
    paths = []
    for entry in git(folder, "ls-tree", "-r", "-z", rev).split(b"\0"):
        if entry.startswith(b"100"):
            described, path = entry.split(b"\t", 1)
            content = git(folder, "cat-file", "blob", described.split()[2].decode())
            if b"\0" not in content[:8000]:
                paths.append(path)
    return paths
