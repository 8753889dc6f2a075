"""references to content, whose jobs are under way, repositories that are followed"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "job_view_active",
        "job_view",
        ["owner_id"],
        unique=False,
        postgresql_where=sa.text("status IN ('PENDING', 'PROCESSING')"),
    )
    op.create_index(
        "job_view_completed",
        "job_view",
        ["owner_id", "repository_url", "ref", "finished_at"],
        unique=False,
        postgresql_where=sa.text("status = 'COMPLETED'"),
    )
    op.create_table(
        "job_blob",
        sa.Column("job_id", sa.UUID(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["blob.sha256"], name="job_blob_sha256_fkey"),
        sa.PrimaryKeyConstraint("job_id", "sha256"),
    )
    op.create_index("job_blob_sha256", "job_blob", ["sha256"], unique=False)
    op.add_column("job_view", sa.Column("ignore_revs", sa.Boolean(), server_default=sa.text("false"), nullable=False))
    op.create_table(
        "repository_view",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=False),
        sa.Column("repository_url", sa.Text(), nullable=False),
        sa.Column("branch", sa.Text(), nullable=False),
        sa.Column("on_push", sa.Boolean(), nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("runner", sa.Text(), nullable=False),
        sa.Column("ignore_revs", sa.Boolean(), nullable=False),
        sa.Column("tracked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pushed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("job_id", sa.UUID(), nullable=True),
        sa.Column("push_waits", sa.Boolean(), nullable=False),
        sa.Column("scheduled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("repository_view_owner", "repository_view", ["owner_id", "repository_url", "id"], unique=False)
    op.create_index("repository_view_url", "repository_view", ["repository_url"], unique=False)
    op.create_index(
        "repository_view_pushed",
        "repository_view",
        ["pushed_at"],
        unique=False,
        postgresql_where=sa.text("push_waits"),
    )
    op.create_index(
        "repository_view_scheduled",
        "repository_view",
        ["scheduled_at"],
        unique=False,
        postgresql_where=sa.text("scheduled_at IS NOT NULL"),
    )
    # what completed jobs refer to already
    op.execute("""
        INSERT INTO job_blob (job_id, sha256)
        SELECT DISTINCT view.id, blob.sha256
        FROM job_view AS view
        JOIN events ON events.stream = 'job-' || view.id AND events.type = 'JobCompleted'
        CROSS JOIN LATERAL (
            SELECT section -> 'blob' ->> 'sha256' AS sha256
            FROM jsonb_array_elements(events.payload -> 'sections') AS section
            UNION SELECT events.payload -> 'head' ->> 'sha256'
        ) AS named
        JOIN blob ON blob.sha256 = named.sha256
        WHERE view.status = 'COMPLETED'
    """)


def downgrade() -> None:
    op.drop_table("repository_view")
    op.drop_column("job_view", "ignore_revs")
    op.drop_index("job_blob_sha256", table_name="job_blob")
    op.drop_table("job_blob")
    op.drop_index("job_view_completed", table_name="job_view", postgresql_where=sa.text("status = 'COMPLETED'"))
    op.drop_index(
        "job_view_active", table_name="job_view", postgresql_where=sa.text("status IN ('PENDING', 'PROCESSING')")
    )
