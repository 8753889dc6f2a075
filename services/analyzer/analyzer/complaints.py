"""What git's complaints mean, and what of them may be in a log."""

from __future__ import annotations

import re

from analyzer import failures
from analyzer.failures import Failure
from analyzer.messages import Credential
from analyzer.transport import authorization

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
