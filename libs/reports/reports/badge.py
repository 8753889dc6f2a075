"""Badges: one figure of a report as a small image."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, Literal, TypeAlias

from reports.text import clean

Theme: TypeAlias = Literal["auto", "light", "dark"]
LONGEST_LABEL = 60
_SIZE = 11  # px
# advance widths of DejaVu Sans, which most others are narrower than, in thousandths of the size, from the space to `~`
_WIDTHS = (
    *(318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337),
    *(636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531),
    *(1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787),
    *(603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500),
    *(500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612),
    *(635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838),
)
_OTHER, _WIDE = 640, 1_000
_PAD = 6
_LIGHT = {"label": "#e6e9ef", "ink": "#24292f", "value": "#2f6fdb", "on": "#ffffff"}
_DARK = {"label": "#30363d", "ink": "#e6edf3", "value": "#4f8ff7", "on": "#0d1117"}
_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Figure:
    """What a badge can tell: the section that it needs, its usual label, and what it says."""

    section: str
    label: str
    of: Callable[[Mapping[str, Any]], str]


def _days(section: Mapping[str, Any]) -> str:
    days = section["lifetime"]["half_life_days"]
    return "not reached" if days is None else f"{days:,} days"


def _language(section: Mapping[str, Any]) -> str:
    top = section["top_languages"]
    return f"{top[0]['name']} {top[0]['share']:.0%}" if top else "none"


FIGURES: Mapping[str, Figure] = {
    "truck_factor": Figure("ownership", "truck factor", lambda section: str(section["truck_factor"]["value"])),
    "lines": Figure("overview", "lines", lambda section: compact(section["lines"]["included"])),
    "files": Figure("overview", "files", lambda section: compact(section["files"]["included"])),
    "commits": Figure("overview", "commits", lambda section: compact(section["commits"])),
    "contributors": Figure("overview", "contributors", lambda section: compact(section["people"]["human"])),
    "language": Figure("overview", "language", _language),
    "half_life": Figure("survival", "half-life", _days),
    "dependencies": Figure("stack", "dependencies", lambda section: compact(section["dependencies"]["direct"])),
    "last_commit": Figure("overview", "last commit", lambda section: str(section["last_commit_at"])[:10]),
}
"""Every figure by name."""


def compact(number: int) -> str:
    """A number in at most four digits: 17.9k."""
    for unit, letter in ((10**9, "G"), (10**6, "M"), (10**3, "k")):
        if number >= unit:
            value = number / unit
            return f"{value:.0f}{letter}" if value >= 100 else f"{value:.1f}{letter}"
    return str(number)


def draw(label: str, value: str, theme: Theme = "auto") -> str:
    """The badge as SVG: any text is safe in it, and wide enough for it in any font."""
    label, value = (_XML.sub("\N{REPLACEMENT CHARACTER}", clean(text))[:LONGEST_LABEL] for text in (label, value))
    left, right = _width(label), _width(value)
    first, second = left + 2 * _PAD, right + 2 * _PAD
    said = f"{escape(label)}: {escape(value)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="20" role="img" aria-label="{said}">'
        f"<title>{said}</title><style>{_style(theme)}</style>"
        f'<clipPath id="r"><rect width="{first + second}" height="20" rx="4"/></clipPath>'
        f'<g clip-path="url(#r)"><rect class="l" width="{first}" height="20"/>'
        f'<rect class="v" x="{first}" width="{second}" height="20"/></g>'
        f'<g font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="{_SIZE}">'
        f'<text class="i" x="{_PAD}" y="14" textLength="{left}">{escape(label)}</text>'
        f'<text class="o" x="{first + _PAD}" y="14" textLength="{right}">{escape(value)}</text></g></svg>\n'
    )


def _style(theme: Theme) -> str:
    if theme == "auto":
        return f"{_rules(_LIGHT)}@media (prefers-color-scheme:dark){{{_rules(_DARK)}}}"
    return _rules(_DARK if theme == "dark" else _LIGHT)


def _rules(colors: Mapping[str, str]) -> str:
    names = {"l": "label", "v": "value", "i": "ink", "o": "on"}
    return "".join(f".{short}{{fill:{colors[name]}}}" for short, name in names.items())


def _width(text: str) -> int:
    return max(1, round(sum(map(_advance, text)) * _SIZE / 1000))


def _advance(letter: str) -> int:
    place = ord(letter) - ord(" ")
    if 0 <= place < len(_WIDTHS):
        return _WIDTHS[place]
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER
