"""How the command ends: one exit code per kind of refusal."""

from __future__ import annotations

EXIT_CODES = {
    "not_a_repository": 3,
    "empty_repository": 4,
    "unknown_revision": 5,
    "no_text_files": 6,
    "shallow_repository": 7,
    "corrupt_repository": 8,
    "clone_failed": 9,
    "git_unavailable": 10,
    "unknown_file": 11,
    "partial_repository": 12,
    "unknown_person": 13,
    "too_many_files": 14,
    "git_killed": 15,
    "cancelled": 130,
}
INTERRUPTED = EXIT_CODES["cancelled"]


def described() -> str:
    """The table of exit codes as `--help` shows it."""
    codes = {"success": 0, "output not written": 1, "wrong usage": 2} | {
        code.replace("_", " "): number for code, number in EXIT_CODES.items()
    }
    return "Exit codes: " + ", ".join(f"{number} {code}" for code, number in codes.items()) + "."
