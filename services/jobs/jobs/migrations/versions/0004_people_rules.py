"""what owners say about people, beside the histories that name it"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_VIEWS = ("job_view", "repository_view")


def upgrade() -> None:
    op.create_table(
        "people_rules",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("rules", postgresql.JSONB(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), server_default=sa.text("now()"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("owner_id", "digest", name="people_rules_owner"),
    )
    for view in _VIEWS:
        op.add_column(view, sa.Column("people_rules_id", sa.Text(), server_default=sa.text("''"), nullable=False))
        op.create_index(f"{view}_people", view, ["people_rules_id"], postgresql_where=sa.text("people_rules_id <> ''"))


def downgrade() -> None:
    for view in _VIEWS:
        op.drop_index(f"{view}_people", table_name=view)
        op.drop_column(view, "people_rules_id")
    op.drop_table("people_rules")
