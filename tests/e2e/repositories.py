"""Small repositories with a known history."""

from __future__ import annotations

import subprocess
from pathlib import Path

GIT = ["git", "-c", "safe.directory=*"]


def git(*arguments, cwd=None, data=None) -> str:
    done = subprocess.run([*GIT, *arguments], cwd=cwd, input=data, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def bare(path: Path, stream: str) -> Path:
    git("init", "-q", "--bare", "-b", "main", str(path))
    if stream:
        git("fast-import", "--quiet", cwd=path, data=stream.encode())
    return path


def commits(count: int, files: int = 20, name: str = "f{}.py", line: str = "line {}\n") -> str:
    """A history as git fast-import reads it: each commit appends a line to one file."""
    lines = [[] for _ in range(files)]
    stream = []
    for number in range(count):
        file = number % files
        lines[file].append(line.format(number))
        body = "".join(lines[file])
        who = f"Person {number % 7} <p{number % 7}@example.org> {1_600_000_000 + number * 3600} +0000"
        stream.append(
            f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 1\nx\n"
            f"M 644 inline {name.format(file)}\ndata {len(body)}\n{body}\n"
        )
    return "".join(stream)
