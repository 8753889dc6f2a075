from typing import Literal

RedrivenOutcome = Literal["handled", "refused", "sent"]

REDRIVEN_OUTCOME_VALUES: set[RedrivenOutcome] = {
    "handled",
    "refused",
    "sent",
}


def check_redriven_outcome(value: str) -> RedrivenOutcome:
    if value in REDRIVEN_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REDRIVEN_OUTCOME_VALUES!r}")
