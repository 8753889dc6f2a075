from typing import Literal

SectionName = Literal["activity", "contributors", "coupling", "hotspots", "overview", "ownership", "stack", "survival"]

SECTION_NAME_VALUES: set[SectionName] = {
    "activity",
    "contributors",
    "coupling",
    "hotspots",
    "overview",
    "ownership",
    "stack",
    "survival",
}


def check_section_name(value: str) -> SectionName:
    if value in SECTION_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SECTION_NAME_VALUES!r}")
