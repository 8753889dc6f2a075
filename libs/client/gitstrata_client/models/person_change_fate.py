from typing import Literal

PersonChangeFate = Literal["gone", "new", "stayed"]

PERSON_CHANGE_FATE_VALUES: set[PersonChangeFate] = {
    "gone",
    "new",
    "stayed",
}


def check_person_change_fate(value: str) -> PersonChangeFate:
    if value in PERSON_CHANGE_FATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PERSON_CHANGE_FATE_VALUES!r}")
