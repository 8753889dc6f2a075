"""Alembic's entry: auth's tables and kit's, in one history."""

from auth.tables import metadata
from kit import migrations

migrations.run(metadata)
