from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support import sample_report


@pytest.fixture(scope="session")
def written() -> str:
    return sample_report.written()


@pytest.fixture
def report(written: str) -> dict[str, Any]:
    """A report that a test may change."""
    parsed: dict[str, Any] = json.loads(written)
    return parsed
