from typing import Literal

Outcome = Literal["accepted", "refused", "running", "skipped", "unchanged"]

OUTCOME_VALUES: set[Outcome] = {
    "accepted",
    "refused",
    "running",
    "skipped",
    "unchanged",
}


def check_outcome(value: str) -> Outcome:
    if value in OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OUTCOME_VALUES!r}")
