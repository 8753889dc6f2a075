from __future__ import annotations

import re

import pytest

from cli.bar import WEIGHTS, Estimate, left
from reports.charts import HEIGHT, WIDTH, across, line, ramp, stack, years
from reports.page import churn_bars, cohorts, curve
from strata.progress import Progress

DAY = 86_400


def progress(phase: str, done: int, total: int) -> Progress:
    return Progress(phase, done, total, 0.0, None)


def test_times_fill_the_width() -> None:
    assert across([0, 5, 20]) == [0, 250, 1000]
    assert across([7, 7]) == [0, 0]


def test_layers_lie_on_each_other() -> None:
    below, above = stack([0, 10], [[1, 3], [1, 1]], ["#000", "#fff"], ["a", "b"])

    assert below.path == f"M0.0,180.0L{WIDTH}.0,60.0L{WIDTH}.0,{HEIGHT}.0L0.0,{HEIGHT}.0Z"
    assert above.path == f"M0.0,120.0L{WIDTH}.0,0.0L{WIDTH}.0,60.0L0.0,180.0Z"
    assert (below.last, above.last) == (3, 1)


def test_a_single_point_is_a_band() -> None:
    (band,) = stack([5], [[4]], ["#000"], ["a"])

    assert band.path == f"M0,0.0L{WIDTH}.0,0.0L{WIDTH}.0,{HEIGHT}.0L0,{HEIGHT}.0Z".replace("M0,", "M0.0,").replace(
        "L0,", "L0.0,"
    )


def test_nothing_at_all_is_flat() -> None:
    (flat,) = stack([0, 1], [[0, 0]], ["#000"], ["a"])

    assert "NaN" not in flat.path
    assert f"0.0,{HEIGHT}.0" in flat.path


def test_a_curve_goes_from_top_to_bottom() -> None:
    assert line([0, 10], [1.0, 0.0]) == f"M0.0,0.0L{WIDTH}.0,{HEIGHT}.0"


def test_years_are_few_and_inside() -> None:
    decades = years([0, 50 * 365.25 * DAY])

    assert 5 <= len(decades) <= 11
    assert decades[0].label == "1971"
    assert years([0, 10 * DAY]) == []
    assert years([5, 5]) == []


def test_colours_are_colours() -> None:
    assert all(re.fullmatch(r"#[0-9a-f]{6}", color) for count in (1, 2, 17) for color in ramp(count))


def test_what_is_not_there_has_no_chart() -> None:
    assert cohorts({"samples": [], "cohorts": []}) is None
    assert curve({"half_life_days": None, "died": 0, "alive": 1, "curve": [{"days": 0, "surviving": 1.0}]}) is None
    assert churn_bars([{"start": "2024-01-01", "added": 0, "deleted": 0}])[0][0].height == 0


def test_the_half_life_is_marked() -> None:
    points = [{"days": 0, "surviving": 1.0}, {"days": 40, "surviving": 0.2}]
    chart = curve({"half_life_days": 10, "died": 8, "alive": 2, "curve": points})

    assert chart is not None
    assert chart["half"] == WIDTH / 4


def test_the_estimate_is_of_the_whole() -> None:
    now = 100.0
    estimate = Estimate({"read": 1, "write": 3}, clock=lambda: now)

    assert estimate.update(progress("read", 0, 10)) is None
    now += 10
    assert estimate.update(progress("read", 5, 10)) == pytest.approx(10 * 7)
    assert estimate.update(progress("clone: counting objects", 1, 2)) is None
    assert estimate.update(progress("write", 0, 9)) == pytest.approx(30)
    assert estimate.done == 0.25
    now += 20
    assert estimate.update(progress("write", 3, 9)) == pytest.approx(30)
    assert estimate.update(progress("read", 1, 10)) == pytest.approx(30), "it never goes back"
    assert estimate.update(progress("write", 9, 9)) == 0


def test_phases_are_those_of_the_engine(tmp_path) -> None:
    from strata.analysis import analyze
    from strata.repository import open_repository
    from tests.unit.strata.generated_history import generated

    seen: list[Progress] = []
    analyze(open_repository(generated(2).write(tmp_path / "r")), on_progress=seen.append)

    assert list(dict.fromkeys(step.phase for step in seen)) == list(WEIGHTS)


@pytest.mark.parametrize(
    ("seconds", "said"), [(None, ""), (4.4, "4 s left"), (90, "2 min left"), (9_000, "2 h 30 min left")]
)
def test_time_left_as_people_say_it(seconds: float | None, said: str) -> None:
    assert left(seconds) == said
