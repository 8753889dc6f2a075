"""A bare clone with its whole history, from the server alone or beside a mirror."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import git
from git.exc import CommandError, GitError

from analyzer import failures
from analyzer.complaints import failure_of, scrub
from analyzer.failures import AttemptFailed
from analyzer.messages import Credential, Progressed
from analyzer.source import Source
from analyzer.transport import environment


def clone(
    source: Source,
    target: Path,
    credential: Credential | None,
    report: Callable[[Progressed], None],
    *,
    mirror: str = "",
) -> None:
    """A bare clone of all branches and tags with their whole history, but for objects that `mirror` has.

    Raises AttemptFailed.
    """
    url = source.url
    options = ["--bare", "--template=", "--reject-shallow", "--no-local"]
    if mirror:
        options.append(f"--reference={mirror}")

    def attempt(url: str) -> None:
        progress = _Progress(report)
        try:
            git.Repo.clone_from(
                url,
                target,
                progress=progress,  # type: ignore[arg-type]  # its stated type forgets its own progress class
                env=dict(environment(source, credential)),
                multi_options=options,
                allow_unsafe_options=True,  # --template: an empty one, so that no hook is even copied
            ).close()
        except (GitError, CommandError) as error:
            said = "\n".join([*progress.error_lines, *progress.other_lines])
            stderr = str(getattr(error, "stderr", "") or "")
            failure = failure_of(said + "\n" + stderr, credential_sent=credential is not None)
            sys.stderr.write(f"clone failed ({failure.code}): {scrub(said, credential)}\n")
            raise AttemptFailed(failure) from None

    try:
        attempt(url)
    except AttemptFailed as failed:
        # GitLab and others answer the address that a browser shows with a redirect to the one with .git
        if failed.failure is not failures.REPOSITORY_MOVED or url.endswith(".git"):
            raise
        try:
            attempt(url.rstrip("/") + ".git")
        except AttemptFailed as again:
            absent = (failures.REPOSITORY_NOT_FOUND, failures.CREDENTIALS_REQUIRED)
            raise (failed if again.failure in absent else again) from None


def is_reached(repository: Path, ref: str) -> bool:
    """Whether what is asked for belongs to a branch or tag that the server has just named.

    What was borrowed holds more: what the server has no longer, or shows to others only.
    """
    bare = git.cmd.Git(repository)
    with suppress(GitError, CommandError):
        commit = str(bare.rev_parse("--verify", "--quiet", "--end-of-options", f"{ref or 'HEAD'}^{{commit}}"))
        return any(bare.for_each_ref("--count=1", how, commit) for how in ("--points-at", "--contains"))
    return False


def bytes_of(repository: Path) -> int:
    return sum(path.stat().st_size for path in (repository / "objects" / "pack").glob("*"))


class _Progress(git.RemoteProgress):
    """Tells the two long parts: `clone` (objects received) and `resolve` (deltas resolved)."""

    _PHASES = {git.RemoteProgress.RECEIVING: "clone", git.RemoteProgress.RESOLVING: "resolve"}  # noqa: RUF012

    def __init__(self, report: Callable[[Progressed], None]) -> None:
        super().__init__()
        self._report = report
        self._phase = ""
        self._began = self._told = 0.0
        report(Progressed(phase="clone", done=0, total=0, rate=0))

    def update(
        self,
        op_code: int,
        cur_count: str | float,
        max_count: str | float | None = None,
        message: str = "",  # noqa: ARG002 the library's signature
    ) -> None:
        phase = self._PHASES.get(op_code & self.OP_MASK)
        now = time.monotonic()
        last = bool(op_code & self.END)
        if phase is None or (phase == self._phase and not last and now - self._told < 0.1):
            return
        if phase != self._phase:
            self._phase, self._began = phase, now
        self._told = now
        done, total = int(cur_count or 0), int(max_count or 0)
        seconds = now - self._began
        rate = done / seconds if seconds > 0 else 0.0
        eta = (total - done) / rate if rate > 0 and total >= done else None
        self._report(Progressed(phase=phase, done=done, total=total, rate=rate, eta_seconds=eta))
