from typing import Literal

PackageChangeChange = Literal["added", "changed", "downgraded", "removed", "upgraded"]

PACKAGE_CHANGE_CHANGE_VALUES: set[PackageChangeChange] = {
    "added",
    "changed",
    "downgraded",
    "removed",
    "upgraded",
}


def check_package_change_change(value: str) -> PackageChangeChange:
    if value in PACKAGE_CHANGE_CHANGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PACKAGE_CHANGE_CHANGE_VALUES!r}")
