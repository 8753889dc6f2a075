from typing import Literal

AnalysisOptionsRunnerType0 = Literal["batch", "nats"]

ANALYSIS_OPTIONS_RUNNER_TYPE_0_VALUES: set[AnalysisOptionsRunnerType0] = {
    "batch",
    "nats",
}


def check_analysis_options_runner_type_0(value: str) -> AnalysisOptionsRunnerType0:
    if value in ANALYSIS_OPTIONS_RUNNER_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ANALYSIS_OPTIONS_RUNNER_TYPE_0_VALUES!r}")
