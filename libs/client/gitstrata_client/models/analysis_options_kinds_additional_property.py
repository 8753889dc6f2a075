from typing import Literal

AnalysisOptionsKindsAdditionalProperty = Literal["agent", "bot", "human"]

ANALYSIS_OPTIONS_KINDS_ADDITIONAL_PROPERTY_VALUES: set[AnalysisOptionsKindsAdditionalProperty] = {
    "agent",
    "bot",
    "human",
}


def check_analysis_options_kinds_additional_property(value: str) -> AnalysisOptionsKindsAdditionalProperty:
    if value in ANALYSIS_OPTIONS_KINDS_ADDITIONAL_PROPERTY_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {ANALYSIS_OPTIONS_KINDS_ADDITIONAL_PROPERTY_VALUES!r}"
    )
