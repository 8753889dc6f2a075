"""Where the repository comes from: a folder, or a clone that lives as long as the analysis."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

from strata.errors import StrataError
from strata.progress import Progress

TRANSPORTS = ("https", "http", "ssh")
SCP_STYLE = re.compile(r"^[\w.+-]+@[\w.-]+:(?!//)\S+$")
PERCENT = re.compile(rb"(?P<phase>[A-Z][a-z]+ [a-z]+):\s+\d+% \((?P<done>\d+)/(?P<total>\d+)\)")


class CloneFailed(StrataError):
    code: ClassVar[str] = "clone_failed"


def is_url(source: str) -> bool:
    """Whether `source` is an address; a folder of that very name wins."""
    return not Path(source).exists() and ("://" in source or bool(SCP_STYLE.match(source)))


@contextmanager
def local_copy(source: str, report: Callable[[Progress], None]) -> Iterator[Path]:
    """The folder to analyse. A clone made for an address is removed whatever happens.

    Raises CloneFailed.
    """
    if not is_url(source):
        yield Path(source)
        return
    scheme = source.split("://", 1)[0].lower() if "://" in source else "ssh"
    if scheme not in TRANSPORTS:
        known = ", ".join(TRANSPORTS)
        raise CloneFailed(f"'{scheme}' addresses are not cloned, only {known}. Give the path of a local repository.")
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-"))
    try:
        target = folder / "clone.git"
        clone(source, target, report)
        yield target
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def clone(url: str, target: Path, report: Callable[[Progress], None]) -> None:
    """A bare clone with the user's own git: their credentials, proxies and certificates apply."""
    process = subprocess.Popen(
        ["git", "clone", "--bare", "--progress", "--", url, str(target)],
        env={**os.environ, "GIT_ALLOW_PROTOCOL": ":".join(TRANSPORTS), "LC_ALL": "C"},
        stdin=None if os.isatty(0) else subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None  # noqa: S101 - PIPE above
    said = b""
    try:
        while chunk := os.read(process.stderr.fileno(), 4096):
            said = (said + chunk)[-8192:]
            steps = list(PERCENT.finditer(said))
            if steps:
                last = steps[-1]
                done, total = int(last["done"]), int(last["total"])
                report(Progress("clone: " + last["phase"].decode().lower(), done, total, 0.0, None))
        status = process.wait()
    finally:
        process.kill()
        process.wait()
        process.stderr.close()
    if status != 0:
        lines = [line.strip() for line in re.split(r"[\r\n]+", said.decode("utf-8", "replace"))]
        fatal = [line.removeprefix("fatal: ") for line in lines if line.startswith(("fatal:", "ERROR:"))]
        raise CloneFailed(f"Cloning failed: {fatal[0] if fatal else 'git gave no reason'}")
