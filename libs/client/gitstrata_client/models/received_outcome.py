from typing import Literal

ReceivedOutcome = Literal["ignored", "recorded"]

RECEIVED_OUTCOME_VALUES: set[ReceivedOutcome] = {
    "ignored",
    "recorded",
}


def check_received_outcome(value: str) -> ReceivedOutcome:
    if value in RECEIVED_OUTCOME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RECEIVED_OUTCOME_VALUES!r}")
