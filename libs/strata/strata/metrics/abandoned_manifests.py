"""Manifests that stand still while the code beside them moves."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import numpy as np

from strata.facts import Facts, Stage
from strata.folders import folders_above
from strata.metrics.knowledge_loss import MONTH
from strata.metrics.registry import Row, metric
from strata.moment import moment
from strata.stack.dependencies.model import Dependencies
from strata.stack.dependencies.past import is_manifest

QUIET_MONTHS = 24
WINDOW_MONTHS = 12
REVISIONS = 10


class AbandonedManifest(Row):
    path: str
    last_commit: str
    last_changed_at: datetime
    revisions: int


@metric(section="activity", needs=Stage.CHANGES)
def abandoned_manifests(facts: Facts) -> list[AbandonedManifest]:
    """Manifests that nobody has touched for long though the code below them is worked on.

    A manifest with direct dependencies whose last commit (no merge) is more than 24 months before the latest commit,
    while included files for which it is the nearest manifest had 10 or more `revisions` in the 12 months before that.
    Lock files are no manifests. Most revisions first; ties: by path. The thresholds are ours: there is no usual one.
    """
    assert facts.changes is not None  # noqa: S101 - Stage.CHANGES brings them
    table = facts.changes
    now = int(facts.times.max())
    manifests = _asking(facts)
    recent = table.where(facts.times[table.commit] >= now - WINDOW_MONTHS * MONTH).revisions()
    moved: Counter[bytes] = Counter()
    folders = {path.rpartition(b"/")[0] for path in manifests}
    for each in facts.included:
        number = table.files.get(each.path, -1)
        if each.path not in manifests and 0 <= number < len(recent):
            nearest = next((folder for folder in folders_above(each.path) if folder in folders), None)
            if nearest is not None:
                moved[nearest] += int(recent[number])
    last = np.full(table.width, np.iinfo(np.int64).min)
    np.maximum.at(last, table.file, facts.times[table.commit])
    rows = []
    for path in manifests:
        number, count = table.files.get(path, -1), moved[path.rpartition(b"/")[0]]
        if number >= 0 and count >= REVISIONS and last[number] < now - QUIET_MONTHS * MONTH:
            commits = table.commit[table.file == number]
            touched = facts.commits[int(commits[facts.times[commits] == last[number]][-1])]
            shown = path.decode("utf-8", "replace")
            when = moment(touched.time)
            rows.append(AbandonedManifest(path=shown, last_commit=touched.sha, last_changed_at=when, revisions=count))
    return sorted(rows, key=lambda row: (-row.revisions, row.path))


def _asking(facts: Facts) -> list[bytes]:
    """The manifests with direct dependencies."""
    found = facts.dependencies or Dependencies()
    asking = {each.evidence[0].path for each in found.dependencies if each.direct}
    return [file.path for file in facts.files if file.shown in asking and is_manifest(file.shown)]
