"""references to content, and whose jobs are under way"""

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
    op.drop_index("job_blob_sha256", table_name="job_blob")
    op.drop_table("job_blob")
    op.drop_index("job_view_completed", table_name="job_view", postgresql_where=sa.text("status = 'COMPLETED'"))
    op.drop_index(
        "job_view_active", table_name="job_view", postgresql_where=sa.text("status IN ('PENDING', 'PROCESSING')")
    )
