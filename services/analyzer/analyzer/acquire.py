"""First stage of an attempt: checks the source and makes a bare clone. `python -m analyzer.acquire`.

The only stage with a network and a credential. Git is told by environment alone: where it may connect, that it
may follow no redirect, read no configuration of this machine, run no hook, ask nobody, and the credential.

Where an earlier analysis left a state, only what is new since then is fetched, if that will do.
"""

from __future__ import annotations

import re
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import git
from git.exc import CommandError, GitError
from pydantic import TypeAdapter

from analyzer import failures
from analyzer.failures import AttemptFailed, Failure, limit_met
from analyzer.increment import Increment, Insufficient
from analyzer.messages import (
    REPOSITORY,
    STATE,
    TOLD,
    Assignment,
    Credential,
    Failed,
    Known,
    Progressed,
    Reporter,
    Unchanged,
)
from analyzer.server import Server, ask
from analyzer.source import Source, check_ref, check_source
from analyzer.transport import authorization, environment
from kit.addresses import Origin

_HTTP_STATUS = re.compile(r"returned error: (\d{3})")
_CHARACTERS_SHOWN = 300
_BROKEN_OFF = (
    "rpc failed",
    "early eof",
    "unexpected disconnect",
    "connect",
    "timed out",
    "operation too slow",
    "bad pack header",
)
_DAMAGED = (
    "pack has",
    "pack is corrupted",
    "bad object",
    "bad pack",
    "bad ref",
    "bogus ref",
    "inflate returned",
    "did not send all necessary",
    "sha1 mismatch",
    "hash mismatch",
    "collision",
    "delta",
    "missing blob",
    "missing tree",
    "missing commit",
    "object corrupt",
    "at the same time",  # a branch that is a folder of another
    "invalid index-pack",
)


def main() -> None:
    """Read the assignment from standard input and clone into the working directory."""
    reporter = Reporter(int(sys.argv[1]))
    assignment = TypeAdapter(Assignment).validate_json(sys.stdin.buffer.read())
    try:
        check_ref(assignment.ref)
        allowed = {Origin.parse(origin) for origin in assignment.allowed_origins}
        source = check_source(assignment.url, allowed)
        acquire(assignment, source, Path.cwd(), reporter)
    except AttemptFailed as failed:
        failure = failed.failure
    except Exception as error:
        met = limit_met(error)
        if met is None:
            raise
        failure = met
    else:
        return
    reporter.tell(Failed(code=failure.code, message=failure.message, retryable=failure.retryable))
    sys.exit(TOLD)


def acquire(assignment: Assignment, source: Source, directory: Path, reporter: Reporter) -> None:
    """Have in `directory` what the analysis needs, or tell that nothing has changed and end. Raises AttemptFailed."""
    target, credential = directory / REPOSITORY, assignment.credential
    state = None if assignment.whole else assignment.state
    if assignment.known or state:
        server = ask(source, credential)
        if server and assignment.known and is_unchanged(server, assignment.ref, assignment.known):
            reporter.tell(Unchanged())
            sys.exit(TOLD)
        if server and state:
            reporter.tell(Progressed(phase="clone", done=0, total=0, rate=0))
            try:
                Increment(source, credential, target, server).fetch(assignment.ref, state, directory / STATE)
            except Insufficient as why:
                sys.stderr.write(f"everything is fetched: {scrub(str(why), credential)}\n")
                shutil.rmtree(target, ignore_errors=True)
            else:
                return
    clone(source, target, credential, reporter.tell)
    if assignment.checkpoint:
        pin(target, assignment.ref, assignment.checkpoint)


def is_unchanged(server: Server, ref: str, known: Known) -> bool:
    """Whether the server names the commit and the tags of the known report."""
    return server.commit(ref) == known.commit and server.tags_digest == known.tags_digest


def pin(repository: Path, ref: str, commit: str) -> None:
    """Have the branch in question be at the commit whose analysis was begun, if it was there: what came meanwhile is
    analysed another time."""
    bare = git.cmd.Git(repository)
    with suppress(GitError, CommandError):
        name = str(bare.rev_parse("--symbolic-full-name", "--verify", "--quiet", ref or "HEAD"))
        if name.startswith("refs/heads/"):
            bare.merge_base("--is-ancestor", commit, name)
            bare.update_ref(name, commit)


def clone(source: Source, target: Path, credential: Credential | None, report: Callable[[Progressed], None]) -> None:
    """A bare clone of all branches and tags with their whole history.

    Raises AttemptFailed.
    """
    url = source.url
    try:
        _clone(url, source, target, credential, report)
    except AttemptFailed as failed:
        # GitLab and others answer the address that a browser shows with a redirect to the one with .git
        if failed.failure is not failures.REPOSITORY_MOVED or url.endswith(".git"):
            raise
        try:
            _clone(url.rstrip("/") + ".git", source, target, credential, report)
        except AttemptFailed as again:
            absent = (failures.REPOSITORY_NOT_FOUND, failures.CREDENTIALS_REQUIRED)
            raise (failed if again.failure in absent else again) from None


def _clone(
    url: str, source: Source, target: Path, credential: Credential | None, report: Callable[[Progressed], None]
) -> None:
    progress = _Progress(report)
    try:
        git.Repo.clone_from(
            url,
            target,
            progress=progress,  # type: ignore[arg-type]  # its stated type forgets its own progress class
            env=dict(environment(source, credential)),
            multi_options=["--bare", "--template=", "--reject-shallow", "--no-local"],
            allow_unsafe_options=True,  # --template: an empty one, so that no hook is even copied
        ).close()
    except (GitError, CommandError) as error:
        said = "\n".join([*progress.error_lines, *progress.other_lines])
        stderr = str(getattr(error, "stderr", "") or "")
        failure = failure_of(said + "\n" + stderr, credential_sent=credential is not None)
        sys.stderr.write(f"clone failed ({failure.code}): {scrub(said, credential)}\n")
        raise AttemptFailed(failure) from None


def failure_of(stderr: str, *, credential_sent: bool) -> Failure:  # noqa: C901, PLR0911 one line per case
    """What git's complaint means. What the server says (`remote: …`) is not evidence: only git's own words are."""
    lines = [line.strip() for line in stderr.splitlines()]
    own = "\n".join(line for line in lines if not line.startswith("remote:")).lower()
    own = re.sub(r"'[^'\n]*'", "''", own)  # nor is the address, whose words are anybody's choice

    def said(*words: str) -> bool:
        return any(word in own for word in words)

    denied = failures.REPOSITORY_NOT_FOUND if credential_sent else failures.CREDENTIALS_REQUIRED
    status = _HTTP_STATUS.search(own)
    if said("could not read username", "could not read password", "authentication failed"):
        return denied
    if status:
        return _of_status(int(status[1]), denied)
    if said("' not found", "is this a git repository"):
        return failures.REPOSITORY_NOT_FOUND
    if said("source repository is shallow"):
        return failures.REPOSITORY_SHALLOW
    if said("out of memory", "cannot allocate memory", "unable to create thread"):
        return failures.OUT_OF_MEMORY
    if ended := re.search(r"died of signal (\d+)", own):
        return failures.of_signal(int(ended[1]))
    if said("file too large", "no space left", "disk quota exceeded"):
        return failures.REPOSITORY_TOO_LARGE
    if said("could not resolve host"):
        return failures.CLONE_FAILED
    # a connection that breaks off looks like a broken pack at first sight, so it is asked first
    if said(*_BROKEN_OFF):
        return failures.CLONE_FAILED
    # index-pack prints why it gives up, unless the kernel ended it at the limit for one file
    if "fetch-pack: invalid index-pack output" in own and own.count("fatal:") == 1 and "error:" not in own:
        return failures.REPOSITORY_TOO_LARGE
    if said(*_DAMAGED):
        return failures.CORRUPT_REPOSITORY
    if said("ssl", "tls", "certificate"):
        return failures.CLONE_REFUSED
    return failures.CLONE_FAILED


def _of_status(status: int, denied: Failure) -> Failure:
    if status == 401:
        return denied
    if status in {403, 451}:
        return failures.ACCESS_DENIED
    if status in {404, 410}:
        return failures.REPOSITORY_NOT_FOUND
    if 300 <= status < 400:
        return failures.REPOSITORY_MOVED
    return failures.CLONE_FAILED if status in {408, 425, 429} or status >= 500 else failures.CLONE_REFUSED


def scrub(text: str, credential: Credential | None) -> str:
    """The text for the log: short, on one line, printable, and without the credential in any form."""
    if credential is not None:
        encoded = authorization(credential).rpartition(" ")[2]
        for secret in (credential.password, encoded):
            if secret:
                text = text.replace(secret, "[redacted]")
    text = re.sub(r"(?i)(://)[^/\s@]+@", r"\1", text)
    text = re.sub(r"(?i)authorization:\s*\S+\s+\S+", "[redacted]", text)
    return "".join(c if c.isprintable() else " " for c in text)[:_CHARACTERS_SHOWN]


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


if __name__ == "__main__":
    main()
