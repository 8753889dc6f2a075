"""A finished report of a small repository that has a little of everything, as the engine writes it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from strata.analysis import analyze
from strata.repository import open_repository
from tests.unit.strata.history_builder import ADA, BEN, MONDAY, WEEK, History

REQUIREMENTS = "flask==3.1.0\nrequests>=2\n"
FORMULA = "=cmd|' /C calc'!A0.py"
"""A path that a spreadsheet would take for a formula."""


@cache
def written(commits: int = 8) -> str:
    """The report in JSON; another number of commits gives another state of the same repository."""
    history = History()
    for number in range(commits):
        lines = "".join(f"    value_{number // 2} = {line}\n" for line in range(40))
        files = {"src/a.py": f"def a():\n{lines}", "src/b.py": f"b = {number}\n"}
        history.commit(files, author=ADA if number % 3 else BEN, time=MONDAY + number * WEEK)
    history.commit({"requirements.txt": REQUIREMENTS, FORMULA: "x = 1\n"}, time=MONDAY + (commits + 1) * WEEK)
    with tempfile.TemporaryDirectory() as folder:
        return analyze(open_repository(history.write(Path(folder) / "widget"))).model_dump_json()
