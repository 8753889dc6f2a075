"""docs/metrics.md says what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.exits import described
from strata.metrics.registry import SECTIONS, metrics
from strata.options import Options
from strata.tables.writer import TABLES

PAGE = " ".join((Path(__file__).parents[3] / "docs" / "metrics.md").read_text(encoding="utf-8").split())


def test_every_metric_and_section_is_named() -> None:
    missing = [each.name for each in metrics() if each.section != "overview" and f"`{each.name}`" not in PAGE]

    assert missing == []
    assert all(f"| `{section}` |" in PAGE for section in SECTIONS)


@pytest.mark.parametrize("name", [name for name in Options.model_fields if name != "name"])
def test_every_option_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_every_column_of_every_table_is_named() -> None:
    for name, (schema, _) in TABLES.items():
        assert f"`{name}.parquet`" in PAGE
        for column in schema.names:
            assert f"`{column}`" in PAGE


def test_the_exit_codes_are_those_of_help() -> None:
    assert described() in PAGE
