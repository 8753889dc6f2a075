"""what users let others read, and organisations that they follow"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "share",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("job_id", sa.UUID(), nullable=True),
        sa.Column("repository_url", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("sections", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("figures", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("addresses", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("secret_hash", name="share_secret"),
    )
    op.create_index("share_owner", "share", ["owner_id", "created_at", "id"])
    op.create_index("share_expires", "share", ["expires_at"])
    op.create_table(
        "organization",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("forks", sa.Boolean(), nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("runner", sa.Text(), nullable=False),
        sa.Column("ignore_revs", sa.Boolean(), nullable=False),
        sa.Column("exclude", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("followed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error_code", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("error_message", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("organization_owner", "organization", ["owner_id", "name"])
    op.create_index("organization_checked", "organization", ["checked_at"])
    op.create_table(
        "organization_repository",
        sa.Column("organization_id", sa.UUID(), nullable=False),
        sa.Column("repository_url", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"], ["organization.id"], name="organization_repository_of", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("organization_id", "repository_url"),
    )


def downgrade() -> None:
    op.drop_table("organization_repository")
    op.drop_table("organization")
    op.drop_table("share")
