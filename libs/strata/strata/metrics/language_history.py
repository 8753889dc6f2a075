"""Languages through time."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.lifetimes import NamePast
from strata.metrics.cohorts import Sample, samples
from strata.metrics.registry import Row, metric
from strata.moment import moment
from strata.stack.language import by_key, name_key
from strata.stack.linguist import linguist


class LanguageCohort(Row):
    language: str | None
    name: str
    color: str | None
    lines: list[int]


class LanguageCohorts(Row):
    samples: list[Sample]
    cohorts: list[LanguageCohort]


class LanguageMoment(Row):
    commit: str
    time: datetime
    person: str


class LanguagePast(Row):
    language: str
    present: bool
    first: LanguageMoment
    last: LanguageMoment | None


@metric(section="survival", needs=Stage.LINES)
def by_language(facts: Facts) -> LanguageCohorts:
    """Living lines of included files at the points of `by_year`, by the language that their files' names tell.

    How many lines files of one name or extension have is exact at every point. Their language is the one in which
    included files at head so named have most lines; where there are none, the likeliest by name alone. The 12 languages
    (option `cohorts_listed`) with most line-points, largest first, and the others together (`language` null), files
    without a language among them. Dialects are counted with their group. Ties: by name.
    """
    past = _past(facts)
    columns: dict[str | None, list[int]] = defaultdict(list)
    for place, language in enumerate(_languages(facts, past)):
        columns[language].append(place)
    series = {language: past.lines[:, places].sum(axis=1) for language, places in columns.items()}
    order = sorted((each for each in series if each), key=lambda each: (-int(series[each].sum()), each))
    named = [each for each in order[: facts.options.cohorts_listed] if series[each].any()]
    rest: NDArray[np.int64] = past.lines.sum(axis=1) - sum(series[each] for each in named)
    known = linguist().languages
    cohorts = [
        LanguageCohort(language=each, name=each, color=known[each].color, lines=series[each].tolist()) for each in named
    ]
    if rest.any():
        cohorts.append(LanguageCohort(language=None, name="others", color=None, lines=rest.tolist()))
    return LanguageCohorts(samples=samples(facts), cohorts=cohorts)


@metric(section="survival", needs=Stage.LINES)
def languages_seen(facts: Facts) -> list[LanguagePast]:
    """When each language came and, if it did, went: by which commit of the first-parent line and whose.

    A language is there while included files have a line of it; which language a file's name tells is said under
    `by_language`. `first` is the first commit with such a line, `last` the commit that took the last one away, null
    while there is one. By language.
    """
    past = _past(facts)
    languages = _languages(facts, past)
    there: Counter[str] = Counter()
    first: dict[str, int] = {}
    last: dict[str, int] = {}
    at = 0
    while at < len(past.changes):
        commit = past.changes[at][0]
        while at < len(past.changes) and past.changes[at][0] == commit:
            _, key, present = past.changes[at]
            if language := languages[key]:
                there[language] += 1 if present else -1
                first.setdefault(language, commit)
                last[language] = commit
            at += 1
    return [
        LanguagePast(
            language=language,
            present=there[language] > 0,
            first=_moment(facts, first[language]),
            last=None if there[language] > 0 else _moment(facts, last[language]),
        )
        for language in sorted(first)
    ]


def _past(facts: Facts) -> NamePast:
    assert facts.names is not None  # noqa: S101 - Stage.LINES brings it
    return facts.names


def _languages(facts: Facts, past: NamePast) -> list[str | None]:
    """The language of each key, with its group's name."""
    known = linguist().languages
    lines: dict[str, Counter[str]] = defaultdict(Counter)
    for file in facts.included:
        if file.language:
            lines[name_key(file.shown)][known[file.language].group] += file.lines
    found: list[str | None] = []
    for key in past.names:
        if at_head := lines.get(key):
            found.append(min(at_head, key=lambda each: (-at_head[each], each)))
        else:
            language = by_key(key)
            found.append(known[language].group if language else None)
    return found


def _moment(facts: Facts, index: int) -> LanguageMoment:
    commit = facts.commits[index]
    return LanguageMoment(commit=commit.sha, time=moment(commit.time), person=facts.people[commit.author].id)
