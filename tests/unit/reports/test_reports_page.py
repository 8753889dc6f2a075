"""The page: every set of sections, hostile names, no script and nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.page import PARTS, render
from reports.words import words
from strata.metrics.registry import SECTIONS

HOSTILE = "\u202e<script>alert(1)</script>\x1b[31m\" onload='x' &amp;"


def with_sections(report: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {**report, "sections": {name: report["sections"][name] for name in names}}


def everywhere(value: Any, text: str) -> Any:
    """The same data with every text that is no time, date or digest replaced."""
    if isinstance(value, dict):
        kept = {"scope", "kind", "type", "relation", "verdict", "reason", "color"}
        return {key: item if key in kept else everywhere(item, text) for key, item in value.items()}
    if isinstance(value, list):
        return [everywhere(item, text) for item in value]
    return text if isinstance(value, str) and not re.match(r"\d{4}-\d\d-\d\d|[0-9a-f]{12,}$", value) else value


def test_every_section_has_its_part(report: dict[str, Any]) -> None:
    assert set(PARTS) == set(SECTIONS)
    page = render(report)
    for name, title in PARTS.items():
        assert f'<section id="{name}">\n<h2>{title}</h2>' in page


@pytest.mark.parametrize("size", [0, 1, 2, 7])
def test_any_sections_make_a_page(report: dict[str, Any], size: int) -> None:
    for names in combinations(report["sections"], size):
        page = render(with_sections(report, names))
        assert re.findall(r'<section id="(\w+)"', page) == [name for name in PARTS if name in names]
        assert "None" not in page


def test_a_report_under_way_makes_a_page(report: dict[str, Any]) -> None:
    partial = with_sections(report, ("overview",)) | {"commit": None, "engine": None}
    assert "under way" in render(partial)


def test_there_is_no_script_and_only_its_own_style(report: dict[str, Any]) -> None:
    page = render(report)
    assert "<script" not in page
    assert " style=" not in page
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].replace("&#39;", "'").startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
    assert not re.search(r"https?://|src\s*=|url\(|@import", page)


def test_hostile_text_stays_text(report: dict[str, Any]) -> None:
    hostile = everywhere(report, HOSTILE)
    page = render(hostile)
    assert "<script" not in page
    assert not set("\u202e\x1b") & set(page)
    assert "onload=&#39;x&#39;" in page
    assert "onload='x'" not in page


@given(text=st.text(max_size=40))
def test_no_text_breaks_out(written: str, text: str) -> None:
    page = render(everywhere(json.loads(written), text))
    bare = render(everywhere(json.loads(written), "x"))
    assert page.count("<") == bare.count("<")
    assert page.count('"') == bare.count('"')


def test_a_colour_that_is_none_is_not_written(report: dict[str, Any]) -> None:
    report["sections"]["stack"]["languages"][0]["color"] = "red;} body{display:none"
    assert "display:none" not in render(report)


def test_the_same_report_gives_the_same_page(report: dict[str, Any]) -> None:
    assert render(report) == render(report)


def test_it_is_told_in_words(report: dict[str, Any]) -> None:
    told = " ".join(words(report))
    assert re.search(
        r"^widget has [\d,]+ lines, from 9 commits by 2 people since \d{4}, mostly Python \(\d+%\)\.", told
    )
    assert "is the author of more than half" in told or "were" in told.lower()
    assert "It asks for 2 packages." in told
    assert words(with_sections(report, ())) == []
