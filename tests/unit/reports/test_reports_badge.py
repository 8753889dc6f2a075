"""Badges: wide enough, harmless, and the figures of the report."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.badge import FIGURES, compact, draw


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_is_the_reports(report: dict[str, Any], name: str) -> None:
    figure = FIGURES[name]
    value = figure.of(report["sections"][figure.section])
    expected = {"contributors": "2", "commits": "9", "files": "4", "dependencies": "2"}
    assert value == expected.get(name, value)
    assert value


def test_what_is_not_known_is_said() -> None:
    assert FIGURES["half_life"].of({"lifetime": {"half_life_days": None}}) == "not reached"
    assert FIGURES["language"].of({"top_languages": []}) == "none"


@given(st.text(max_size=100), st.text(max_size=100), st.sampled_from(["auto", "light", "dark"]))
def test_any_text_makes_a_well_formed_image(label: str, value: str, theme: Any) -> None:
    root = ElementTree.fromstring(draw(label, value, theme))
    elements = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert elements == {"svg", "title", "style", "clipPath", "rect", "g", "text"}
    assert [len(text.text or "") for text in root.iter("{http://www.w3.org/2000/svg}text")] == [
        min(len(label), 60),
        min(len(value), 60),
    ]


def test_it_is_as_wide_as_its_text() -> None:
    def width(text: str) -> int:
        found = re.search(r'<svg [^>]*width="(\d+)"', draw(text, ""))
        assert found is not None
        return int(found[1])

    assert width("iiii") < width("aaaa") < width("漢漢漢漢")
    assert width("e\u0301") == width("e")
    # Verdana of 11 px, as browsers measure it within a pixel or two
    assert abs(width("contributors") - width("") - 68) <= 3


def test_dark_is_chosen_or_follows_the_reader() -> None:
    assert "prefers-color-scheme:dark" in draw("a", "b")
    assert "prefers-color-scheme" not in draw("a", "b", "dark")
    assert draw("a", "b", "dark") != draw("a", "b", "light")


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (999, "999"), (1_000, "1.0k"), (17_883, "17.9k"), (123_456, "123k"), (2_500_000, "2.5M")],
)
def test_numbers_are_short(number: int, text: str) -> None:
    assert compact(number) == text
