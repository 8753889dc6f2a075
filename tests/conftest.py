"""The folder a test lives in is its marker: tests/unit/… is `unit`, and so on."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# the same examples for everybody, and none refused because a machine is busy; --hypothesis-profile=explore for others
settings.register_profile("explore", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", settings.get_profile("explore"), derandomize=True, database=None)
settings.load_profile("repeatable")

pytest_plugins = ["tests.support.fixtures"]

_TESTS = Path(__file__).parent
_KINDS = ("unit", "integration", "e2e", "chaos", "bench")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test by the first folder below tests/."""
    for item in items:
        if _TESTS in item.path.parents:
            kind = item.path.relative_to(_TESTS).parts[0]
            if kind in _KINDS:
                item.add_marker(kind)
