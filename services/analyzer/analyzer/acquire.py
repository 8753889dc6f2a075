"""First stage of an attempt: checks the source and makes a bare clone. `python -m analyzer.acquire`.

The only stage with a network and a credential. Git is told by environment alone: where it may connect, that it
may follow no redirect, read no configuration of this machine, run no hook, ask nobody, and the credential.
"""

from __future__ import annotations

import base64
import os
import re
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import git
from git.exc import CommandError, GitError
from pydantic import TypeAdapter

from analyzer import failures
from analyzer.failures import AttemptFailed, Failure, limit_met
from analyzer.messages import (
    REPOSITORY,
    TOLD,
    Assignment,
    Credential,
    Failed,
    Known,
    Progressed,
    Reporter,
    Unchanged,
)
from analyzer.source import Origin, Source, check_ref, check_source
from analyzer.tags import digest_of

_LOW_SPEED_SECONDS = 45
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
        if assignment.known and is_unchanged(source, assignment.ref, assignment.credential, assignment.known):
            reporter.tell(Unchanged())
            sys.exit(TOLD)
        clone(source, Path.cwd() / REPOSITORY, assignment.credential, reporter.tell)
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


def is_unchanged(source: Source, ref: str, credential: Credential | None, known: Known) -> bool:
    """Whether the server names the commit and the tags of the known report. It says no where it cannot tell."""
    try:
        said = str(git.cmd.Git().ls_remote("--", source.url, env=dict(environment(source, credential))))
    except (GitError, CommandError):
        return False  # cloning will say what is wrong
    rows = [line.split("\t", 1) for line in said.splitlines() if "\t" in line]
    refs = {name: sha for sha, name in rows}
    # git's own order (gitrevisions), and a tag stands for what it is put on
    names = [form.format(ref or "HEAD") for form in ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}")]
    commit = next((refs.get(f"{name}^{{}}", refs[name]) for name in names if name in refs), "")
    tags = [(name, sha) for name, sha in refs.items() if name.startswith("refs/tags/") and not name.endswith("^{}")]
    return commit == known.commit and digest_of(tags) == known.tags_digest


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


def environment(source: Source, credential: Credential | None) -> Mapping[str, str]:
    """Everything that git needs to know, beyond PATH and a temporary folder."""
    origin = source.origin
    configuration = {
        "protocol.allow": "never",
        f"protocol.{origin.scheme}.allow": "always",
        "http.followRedirects": "false",
        "http.proxy": "",
        "http.sslVerify": "true",
        "http.lowSpeedLimit": "1",
        "http.lowSpeedTime": str(_LOW_SPEED_SECONDS),
        "credential.helper": "",
        "credential.interactive": "false",
        "core.hooksPath": os.devnull,
        "core.askPass": "",
        "fetch.recurseSubmodules": "false",
        "fetch.unpackLimit": "1",  # one pack, checked by one program, however few objects there are
        "transfer.bundleURI": "false",
        # Objects are checked against their ids either way. Their form is not: many good repositories have old
        # commits that git would refuse to make today, and nothing is ever checked out.
        "transfer.fsckObjects": "false",
        "gc.auto": "0",
        "maintenance.auto": "false",
        "safe.directory": "*",
    }
    if source.addresses != (origin.host,):
        addresses = ",".join(f"[{address}]" if ":" in address else address for address in source.addresses)
        configuration["http.curloptResolve"] = f"{origin.host}:{origin.port}:{addresses}"
    if credential is not None:
        # bound to the origin: git would send it nowhere else even if it went there
        configuration[f"http.{origin.scheme}://{origin.host}:{origin.port}/.extraHeader"] = _authorization(credential)
    variables = {
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "HOME": os.devnull,  # where a .netrc would be
        "NO_PROXY": "*",
        "no_proxy": "*",
        "GIT_ATTR_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ASKPASS": "",
        "GIT_LFS_SKIP_SMUDGE": "1",
        "GIT_CONFIG_COUNT": str(len(configuration)),
    }
    for number, (name, value) in enumerate(configuration.items()):
        variables[f"GIT_CONFIG_KEY_{number}"] = name
        variables[f"GIT_CONFIG_VALUE_{number}"] = value
    return variables


def _authorization(credential: Credential) -> str:
    pair = f"{credential.username}:{credential.password}".encode()
    return f"Authorization: Basic {base64.b64encode(pair).decode()}"


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
        encoded = _authorization(credential).rpartition(" ")[2]
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
