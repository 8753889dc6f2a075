"""A finished report of a small repository that has a little of everything."""

from __future__ import annotations

import json
from typing import Any

import pytest

from strata.analysis import analyze
from strata.repository import open_repository
from tests.unit.strata.history_builder import ADA, BEN, MONDAY, WEEK, History

REQUIREMENTS = "flask==3.1.0\nrequests>=2\n"


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> str:
    history = History()
    for number in range(8):
        lines = "".join(f"    value_{number // 2} = {line}\n" for line in range(40))
        files = {"src/a.py": f"def a():\n{lines}", "src/b.py": f"b = {number}\n"}
        history.commit(files, author=ADA if number % 3 else BEN, time=MONDAY + number * WEEK)
    history.commit({"requirements.txt": REQUIREMENTS, "=cmd|' /C calc'!A0.py": "x = 1\n"}, time=MONDAY + 9 * WEEK)
    folder = history.write(tmp_path_factory.mktemp("report") / "widget")
    return analyze(open_repository(folder)).model_dump_json()


@pytest.fixture
def report(written: str) -> dict[str, Any]:
    """A report that a test may change."""
    parsed: dict[str, Any] = json.loads(written)
    return parsed
