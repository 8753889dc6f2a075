"""Why an attempt ended without a report: stable codes, each with a sentence for the person who asked."""

from __future__ import annotations

import errno
import signal
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """`message` names no secret and no path of the worker; `retryable`: the same attempt may succeed later."""

    code: str
    message: str
    retryable: bool = False


class AttemptFailed(Exception):
    """Carries a failure to where the attempt ends."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.code)
        self.failure = failure


def url_not_allowed(reason: str) -> Failure:
    return Failure("url_not_allowed", f"This address cannot be analysed: {reason}")


def host_not_found(host: str, *, temporary: bool) -> Failure:
    return Failure("host_not_found", f"There is no server named {host}. Check the address.", retryable=temporary)


REPOSITORY_NOT_FOUND = Failure(
    "repository_not_found", "There is no Git repository at this address, or your account may not read it."
)
CREDENTIALS_REQUIRED = Failure(
    "credentials_required",
    "The repository does not exist, or needs credentials you have not given. "
    "Check the address, and sign in with an account that may read it.",
)
ACCESS_DENIED = Failure(
    "credentials_required",
    "The server refuses to show this repository. Sign in with an account that may read it.",
)
REPOSITORY_MOVED = Failure(
    "repository_moved",
    "The server says that the repository is elsewhere now. Open its address in a browser and use the new one.",
)
REPOSITORY_EMPTY = Failure("repository_empty", "The repository has no commits yet. Push some and try again.")
REPOSITORY_SHALLOW = Failure(
    "repository_shallow",
    "The server has only a part of the repository's history (a shallow clone). Give the address of a complete one.",
)
NO_TEXT_FILES = Failure("no_text_files", "The commit has no text files, so there is nothing to analyse.")
CLONE_FAILED = Failure(
    "clone_failed", "The repository could not be fetched: the server did not answer as it should.", retryable=True
)
CLONE_REFUSED = Failure("clone_failed", "The server does not give out this repository in a form that Git understands.")
CLONE_TIMEOUT = Failure("clone_timeout", "Fetching the repository took longer than this installation allows.")
REPOSITORY_TOO_LARGE = Failure("repository_too_large", "The repository is larger than this installation allows.")
CORRUPT_REPOSITORY = Failure(
    "corrupt_repository",
    "The repository has missing or damaged objects. Check it with git fsck, repair it and try again.",
)
OUT_OF_MEMORY = Failure(
    "out_of_memory", "The analysis needs more memory than this installation allows for one repository."
)
TOO_MANY_FILES = Failure("too_many_files", "The commit has more files than the analysis takes: a million.")
TOO_MANY_PROCESSES = Failure(
    "too_many_processes", "The analysis needs more processes than this installation allows for one repository."
)
TOO_MANY_OPEN_FILES = Failure(
    "too_many_open_files", "The analysis needs more open files than this installation allows for one repository."
)
ANALYSIS_TIMEOUT = Failure("analysis_timeout", "The analysis took longer than this installation allows.")
DEADLINE_EXCEEDED = Failure("deadline_exceeded", "The analysis did not end before its deadline.")
ENGINE_ERROR = Failure(
    "engine_error", "Something went wrong in the analysis on our side. It has been recorded.", retryable=True
)
WORKER_STALLED = Failure(
    "worker_stalled", "The analysis stopped making progress and was ended. It is tried again.", retryable=True
)
CANCELLED = Failure("cancelled", "The analysis was cancelled.")


def ref_not_found(ref: str) -> Failure:
    return Failure("ref_not_found", f"The repository has no branch, tag or commit “{ref}”.")


def of_signal(number: int) -> Failure:
    """Why the kernel ended a process that reads a repository."""
    if number == signal.SIGXCPU:
        return ANALYSIS_TIMEOUT
    if number == signal.SIGXFSZ:
        return REPOSITORY_TOO_LARGE
    # nobody of ours sends it to who may still talk: the kernel did, for want of memory; programs that get none abort
    if number in {signal.SIGKILL, signal.SIGABRT}:
        return OUT_OF_MEMORY
    if number in {signal.SIGSEGV, signal.SIGBUS}:
        return CORRUPT_REPOSITORY  # git falls over what it reads
    return ENGINE_ERROR


def limit_met(error: BaseException) -> Failure | None:
    """The limit that an error speaks of, in one of Python's or git's ways."""
    text = str(error).lower()
    number = error.errno if isinstance(error, OSError) else None

    def said(*words: str) -> bool:
        return any(each in text for each in words)

    # a thread that cannot start wants for its stack
    words = ("out of memory", "cannot allocate memory", "can't start new thread")
    if isinstance(error, MemoryError) or number == errno.ENOMEM or said(*words):
        return OUT_OF_MEMORY
    if number == errno.EMFILE or said("too many open files"):
        return TOO_MANY_OPEN_FILES
    if number == errno.EAGAIN or said("resource temporarily unavailable"):
        return TOO_MANY_PROCESSES
    if number in {errno.EFBIG, errno.ENOSPC, errno.EDQUOT} or said("file too large", "no space left"):
        return REPOSITORY_TOO_LARGE
    return None
