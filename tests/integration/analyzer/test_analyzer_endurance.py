"""A small part of `make analyzer-endurance`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.integration.analyzer.endurance import endurance


@pytest.mark.skipif(sys.platform != "linux", reason="descriptors and threads are counted as Linux tells them")
async def test_nothing_is_left(tmp_path: Path) -> None:
    async with endurance(tmp_path, seed=5) as trial:
        result = await trial.run(24)

    assert result.wrong == []
    assert result.left == []
    assert sum(result.ended.values()) == 24
    assert result.deaths
    assert result.warm is not None
    assert result.last is not None
    assert result.last.descriptors <= result.warm.descriptors + 8
    assert result.last.threads <= result.warm.threads + 8
    assert result.last.memory < result.warm.memory + (16 << 20)
