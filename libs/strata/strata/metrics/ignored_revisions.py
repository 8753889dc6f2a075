"""What became of lines of commits that the repository asks to ignore."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric


class IgnoredRevisions(Row):
    listed: int
    commits: int
    files: int
    lines: int
    files_left: int


@metric(section="ownership", needs=Stage.LINES)
def ignored_revisions(facts: Facts) -> IgnoredRevisions | None:
    """Lines at head that changed their owner because commits are ignored; null without the option `ignore_revs`.

    The commits are those that `.git-blame-ignore-revs` of the analysed commit names: `listed` ones, at most 10,000,
    `commits` of them in this history. A line of such a commit belongs to the commit that `git blame
    --ignore-revs-file` gives for it. `lines` in `files` changed their owner. Git is asked for at most 120 seconds
    (option `ignore_revs_seconds`), files with most such lines first; `files_left` keep their plain owners. Survival,
    churn, overwrites and authorship take no notice: they tell what happened.
    """
    found = facts.ignored
    if found is None:
        return None
    return IgnoredRevisions(
        listed=found.listed, commits=found.commits, files=found.files, lines=found.lines, files_left=found.files_left
    )
