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

# of commands over the API: the first three say how an analysis ended, the others why there was no answer
REMOTE_EXIT_CODES = {
    "analysis_failed": 20,
    "analysis_ended_without_report": 21,
    "threshold_not_met": 22,
    "timed_out": 23,
    "refused": 24,
    "not_logged_in": 25,
    "unauthorised": 26,
    "forbidden": 27,
    "not_found": 28,
    "limit_reached": 29,
    "unavailable": 30,
    "unreachable": 31,
    "unexpected_answer": 32,
}


def described() -> str:
    """The table of exit codes as `--help` shows it."""
    return _table({"success": 0, "output not written": 1, "wrong usage": 2} | EXIT_CODES)


def remote_described() -> str:
    """The same of commands over the API."""
    always = {"success": 0, "output not written": 1, "wrong usage": 2}
    return _table(always | REMOTE_EXIT_CODES | {"cancelled": INTERRUPTED})


def _table(codes: dict[str, int]) -> str:
    return "Exit codes: " + ", ".join(f"{number} {code.replace('_', ' ')}" for code, number in codes.items()) + "."
