"""Everything that the engine refuses, each with a stable code and a sentence a person can act on.

StrataError
├── GitUnavailable      git_unavailable      no git on the path, or one that is too old
├── NotARepository      not_a_repository     nothing there that git can open
├── EmptyRepository     empty_repository     a repository without a commit
├── UnknownRevision     unknown_revision     the branch, tag or commit asked for does not exist
├── UnknownPerson       unknown_person       nobody, or more than one, goes by what was asked for
├── NoTextFiles         no_text_files        the commit has no text file to analyse
├── ShallowRepository   shallow_repository   history was cut off when it was cloned
├── PartialRepository   partial_repository   objects were left out when it was cloned, and are needed
├── CorruptRepository   corrupt_repository   objects are missing or damaged
└── Cancelled           cancelled            the caller asked to stop
"""

from __future__ import annotations

from typing import ClassVar


class StrataError(Exception):
    """A refusal. `code` is a stable slug, `message` one sentence for the user."""

    code: ClassVar[str] = "strata"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class GitUnavailable(StrataError):
    code = "git_unavailable"


class NotARepository(StrataError):
    code = "not_a_repository"


class EmptyRepository(StrataError):
    code = "empty_repository"


class UnknownRevision(StrataError):
    code = "unknown_revision"


class UnknownPerson(StrataError):
    code = "unknown_person"


class NoTextFiles(StrataError):
    code = "no_text_files"


class ShallowRepository(StrataError):
    code = "shallow_repository"


class PartialRepository(StrataError):
    code = "partial_repository"


class CorruptRepository(StrataError):
    code = "corrupt_repository"


class TooManyFiles(StrataError):
    code = "too_many_files"


class GitKilled(StrataError):
    """Git was ended by `signal`: by the kernel at a limit, or by somebody else."""

    code = "git_killed"

    def __init__(self, signal: int) -> None:
        super().__init__(f"Git was ended by signal {signal} before it had said all: it met a limit, or was killed.")
        self.signal = signal


class Cancelled(StrataError):
    code = "cancelled"
