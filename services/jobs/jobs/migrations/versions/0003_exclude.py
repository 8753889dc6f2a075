"""files that do not count, of jobs and of repositories that are followed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLES = ("job_view", "repository_view")


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("exclude", sa.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False))


def downgrade() -> None:
    for table in _TABLES:
        op.drop_column(table, "exclude")
