"""The folder a test lives in is its marker: tests/unit/… is `unit`, and so on."""

from __future__ import annotations

from pathlib import Path

import pytest

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
