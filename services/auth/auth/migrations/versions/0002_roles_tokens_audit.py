"""roles, personal API tokens, revocations, the audit log; tokens of providers that expire"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_Moment = sa.DateTime(timezone=True)

_APPEND_ONLY = """
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.address = '' AND NEW.user_agent = ''
        AND (NEW.id, NEW.at, NEW.user_id, NEW.actor_id, NEW.action, NEW.target)
            IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.user_id, OLD.actor_id, OLD.action, OLD.target) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END
$$
"""
_TRIGGERS = (
    "CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit"
    " FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
    "CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
)


def upgrade() -> None:
    op.add_column("users", sa.Column("role", sa.Text(), server_default=sa.text("'member'"), nullable=False))
    op.add_column("users", sa.Column("admitted_at", _Moment, nullable=True))
    op.add_column("vault", sa.Column("refresh_token", sa.LargeBinary(), nullable=True))
    op.add_column("vault", sa.Column("refresh_expires_at", _Moment, nullable=True))
    op.add_column("vault", sa.Column("void_at", _Moment, nullable=True))
    op.create_table(
        "api_tokens",
        sa.Column("id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("user_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("scopes", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("created_at", _Moment, nullable=False),
        sa.Column("expires_at", _Moment, nullable=True),
        sa.Column("last_used_at", _Moment, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash", name="api_tokens_token_hash"),
    )
    op.create_index("api_tokens_user_id", "api_tokens", ["user_id"], unique=False)
    op.create_table(
        "revocations",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("at", _Moment, nullable=False),
        sa.PrimaryKeyConstraint("kind", "target"),
    )
    op.create_index("revocations_at", "revocations", ["at"], unique=False)
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", _Moment, nullable=False),
        sa.Column("user_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("actor_id", sa.UUID(as_uuid=False), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("user_agent", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("audit_user_id", "audit", ["user_id", "id"], unique=False)
    op.create_index("audit_actor_id", "audit", ["actor_id", "id"], unique=False)
    for statement in (_APPEND_ONLY, *_TRIGGERS):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("audit")
    op.execute("DROP FUNCTION audit_is_append_only()")
    op.drop_table("revocations")
    op.drop_table("api_tokens")
    for column in ("void_at", "refresh_expires_at", "refresh_token"):
        op.drop_column("vault", column)
    for column in ("admitted_at", "role"):
        op.drop_column("users", column)
