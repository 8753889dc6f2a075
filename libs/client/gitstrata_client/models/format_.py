from typing import Literal

Format = Literal["csv", "cyclonedx", "html", "json", "parquet", "spdx"]

FORMAT_VALUES: set[Format] = {
    "csv",
    "cyclonedx",
    "html",
    "json",
    "parquet",
    "spdx",
}


def check_format(value: str) -> Format:
    if value in FORMAT_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FORMAT_VALUES!r}")
