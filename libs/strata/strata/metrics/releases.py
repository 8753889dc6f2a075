"""Releases, as far as tags tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from statistics import median

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import start
from strata.moment import moment

DAY = 86_400


class Release(Row):
    name: str
    time: datetime
    sha: str
    commits: int
    lead_time_days: float | None
    days_since_previous: float | None


class Releases(Row):
    total: int
    listed: int
    median_lead_time_days: float | None
    median_days_between: float | None
    remark: str
    items: list[Release]


REMARK = "Tags stand in for releases: these are proxies of the DORA measures, not the measures."


@metric(section="activity", needs=Stage.CHANGES)
def releases(facts: Facts) -> Releases:
    """Tags of the analysed history with dates, new commits and lead times, latest first.

    `time` is the tagger's (or committer's) date, not before the commit's own. `commits` are those that the tag
    reaches and no earlier tag did. `lead_time_days` = median over them, merges left out, of tag date − commit
    date (author's time, not below 0): a proxy of DORA's lead time for changes. `days_since_previous` and its
    median: a proxy of DORA's deployment frequency. Proxies only: a tag is no deployment. The first 200
    (option `releases_listed`) are listed, medians are of all from the option `since` on. Ties: by name.
    """
    rows: list[Release] = []
    claimed = bytearray(len(facts.commits))
    position = {commit.sha: index for index, commit in enumerate(facts.commits)} if facts.tags else {}
    parents = [[position[sha] for sha in commit.parents if sha in position] for commit in facts.commits if position]
    before: int | None = None
    for tag in sorted(facts.tags, key=lambda tag: (tag.time, tag.name)):
        new = _claim(tag.commit, parents, claimed)
        waits = [max(tag.time - facts.commits[index].time, 0) for index in new if len(parents[index]) < 2]
        rows.append(
            Release(
                name=tag.name,
                time=moment(tag.time),
                sha=facts.commits[tag.commit].sha,
                commits=len(new),
                lead_time_days=round(median(waits) / DAY, 2) if waits else None,
                days_since_previous=None if before is None else round((tag.time - before) / DAY, 2),
            )
        )
        before = tag.time
    rows = [row for row in rows if row.time.timestamp() >= start(facts)]
    leads = [row.lead_time_days for row in rows if row.lead_time_days is not None]
    gaps = [row.days_since_previous for row in rows if row.days_since_previous is not None]
    kept = rows[::-1][: facts.options.releases_listed]
    return Releases(
        total=len(rows),
        listed=len(kept),
        median_lead_time_days=median(leads) if leads else None,
        median_days_between=median(gaps) if gaps else None,
        remark=REMARK,
        items=kept,
    )


def _claim(start: int, parents: Sequence[Sequence[int]], claimed: bytearray) -> list[int]:
    """The commits that `start` reaches and nobody claimed before."""
    found, waiting = [], [start]
    while waiting:
        index = waiting.pop()
        if not claimed[index]:
            claimed[index] = 1
            found.append(index)
            waiting += parents[index]
    return found
