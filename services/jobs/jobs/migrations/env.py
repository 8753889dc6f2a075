"""Alembic's entry: all tables of the jobs service."""

import jobs.store  # noqa: F401 adds its tables
from kit import migrations
from kit.tables import metadata

migrations.run(metadata)
