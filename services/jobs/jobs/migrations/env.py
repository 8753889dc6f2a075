"""Alembic's entry: all tables of the jobs service."""

from jobs.tables import metadata
from kit import migrations

migrations.run(metadata)
