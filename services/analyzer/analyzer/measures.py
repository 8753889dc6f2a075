"""What attempts cost and how they end, as OpenTelemetry instruments: whoever runs the platform chooses the exporter."""

from __future__ import annotations

from collections.abc import Mapping

from analyzer import failures
from analyzer.failures import Failure
from analyzer.progress import WEIGHTS
from kit import telemetry

COMPLETED, UNCHANGED = "completed", "unchanged"
"""Outcomes beside the codes of failures."""
_CODES = {COMPLETED, UNCHANGED, "url_not_allowed", "host_not_found", "ref_not_found", "report_too_large"} | {
    each.code for each in vars(failures).values() if isinstance(each, Failure)
}

_meter = telemetry.meter()
_outcomes = _meter.create_counter("gitstrata.analyzer.attempts", unit="{attempt}", description="Attempts by outcome.")
_phases = _meter.create_histogram(
    "gitstrata.analyzer.phase.duration",
    unit="s",
    description="Seconds of a phase in a completed attempt.",
    explicit_bucket_boundaries_advisory=[0.1, 0.3, 1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000],
)
_rates = _meter.create_histogram(
    "gitstrata.analyzer.phase.rate",
    unit="{unit}/s",
    description="Units of work a second in a phase: objects, deltas, commits, files.",
    explicit_bucket_boundaries_advisory=[10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000],
)
_fetched = _meter.create_counter(
    "gitstrata.analyzer.fetched", unit="By", description="Bytes fetched: everything, an increment, or beside a mirror."
)
_fetches = _meter.create_counter("gitstrata.analyzer.fetches", unit="{fetch}", description="Fetches by the same.")


def ended(outcome: str, durations: Mapping[str, float], rates: Mapping[str, float]) -> None:
    """An attempt came to an outcome: one of those above, or the code of a failure.

    Codes and phases are told by processes that read a hostile repository: what is not known has no label of its own.
    """
    _outcomes.add(1, {"outcome": outcome if outcome in _CODES else "other"})
    if outcome == COMPLETED:
        for phase in WEIGHTS:
            if phase in durations:
                _phases.record(durations[phase], {"phase": phase})
            if phase in rates:
                _rates.record(rates[phase], {"phase": phase})


def fetched(how: str, size: int) -> None:
    """A clone is complete, with so many bytes of its own."""
    _fetches.add(1, {"how": how})
    _fetched.add(size, {"how": how})
