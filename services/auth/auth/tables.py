"""Tables of auth's database. Secrets are hashes where we only compare them, ciphertext where we need them back."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, UUID

from kit import tables as kit_tables

metadata = sa.MetaData()
kit_tables.copy_into(metadata)

_Moment = sa.DateTime(timezone=True)

users = sa.Table(
    "users",
    metadata,
    sa.Column("id", UUID(as_uuid=False), primary_key=True),
    sa.Column("provider", sa.Text, nullable=False),
    # where the provider is: number 5 of one GitHub is not number 5 of another
    sa.Column("provider_origin", sa.Text, nullable=False),
    sa.Column("provider_user_id", sa.Text, nullable=False),
    sa.Column("login", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("avatar_url", sa.Text, nullable=False),
    sa.Column("created_at", _Moment, nullable=False),
    sa.Column("role", sa.Text, nullable=False, server_default=sa.text("'member'")),
    # when it was last seen that the person may be here; nobody asks where everybody may
    sa.Column("admitted_at", _Moment),
    sa.UniqueConstraint("provider", "provider_origin", "provider_user_id", name="users_provider_identity"),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", UUID(as_uuid=False), primary_key=True),
    sa.Column("user_id", UUID(as_uuid=False), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("family_hash", sa.LargeBinary, nullable=False),
    sa.Column("refresh_hash", sa.LargeBinary, nullable=False),
    sa.Column("previous_hash", sa.LargeBinary),
    # the current token, sealed under the previous one
    sa.Column("successor", sa.LargeBinary),
    sa.Column("rotated_at", _Moment),
    sa.Column("user_agent", sa.Text, nullable=False),
    sa.Column("created_at", _Moment, nullable=False),
    sa.Column("last_used_at", _Moment, nullable=False),
    sa.Column("expires_at", _Moment, nullable=False),
    sa.Column("revoked_at", _Moment),
    sa.UniqueConstraint("family_hash", name="sessions_family_hash"),
    sa.Index("sessions_user_id", "user_id"),
    sa.Index("sessions_expires_at", "expires_at"),
)

sign_in_states = sa.Table(
    "sign_in_states",
    metadata,
    sa.Column("state_hash", sa.LargeBinary, primary_key=True),
    sa.Column("browser_hash", sa.LargeBinary, nullable=False),
    sa.Column("verifier", sa.LargeBinary, nullable=False),
    sa.Column("expires_at", _Moment, nullable=False),
    sa.Index("sign_in_states_expires_at", "expires_at"),
)

vault = sa.Table(
    "vault",
    metadata,
    sa.Column("user_id", UUID(as_uuid=False), sa.ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("token", sa.LargeBinary, nullable=False),
    sa.Column("scopes", sa.Text, nullable=False),
    sa.Column("expires_at", _Moment),
    sa.Column("updated_at", _Moment, nullable=False),
    sa.Column("refresh_token", sa.LargeBinary),
    sa.Column("refresh_expires_at", _Moment),
    # the provider takes it for void: the person has to sign in again
    sa.Column("void_at", _Moment),
)

api_tokens = sa.Table(
    "api_tokens",
    metadata,
    sa.Column("id", UUID(as_uuid=False), primary_key=True),
    sa.Column("user_id", UUID(as_uuid=False), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("scopes", ARRAY(sa.Text), nullable=False),
    sa.Column("token_hash", sa.LargeBinary, nullable=False),
    sa.Column("hint", sa.Text, nullable=False),
    sa.Column("created_at", _Moment, nullable=False),
    sa.Column("expires_at", _Moment),
    sa.Column("last_used_at", _Moment),
    sa.UniqueConstraint("token_hash", name="api_tokens_token_hash"),
    sa.Index("api_tokens_user_id", "user_id"),
)

revocations = sa.Table(
    "revocations",
    metadata,
    # "session", "user" or "api_token"
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("target", UUID(as_uuid=False), primary_key=True),
    sa.Column("at", _Moment, nullable=False),
    sa.Index("revocations_at", "at"),
)
"""What access tokens that have not expired yet may no longer be accepted for."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
    sa.Column("at", _Moment, nullable=False),
    # whom it concerns and who did it; no foreign keys: what happened stays when they have gone
    sa.Column("user_id", UUID(as_uuid=False), nullable=False),
    sa.Column("actor_id", UUID(as_uuid=False), nullable=False),
    sa.Column("action", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False),
    # personal: blanked when the user is deleted
    sa.Column("address", sa.Text, nullable=False),
    sa.Column("user_agent", sa.Text, nullable=False),
    sa.Index("audit_user_id", "user_id", "id"),
    sa.Index("audit_actor_id", "actor_id", "id"),
)
"""Append-only: a trigger refuses deletions, and every change but blanking the personal columns."""

hooks = sa.Table(
    "hooks",
    metadata,
    sa.Column("id", UUID(as_uuid=False), primary_key=True),
    sa.Column("user_id", UUID(as_uuid=False), sa.ForeignKey("users.id", ondelete="CASCADE"), nullable=False),
    # as jobs knows it; where it is may change
    sa.Column("repository_id", UUID(as_uuid=False), nullable=False),
    sa.Column("repository_url", sa.Text, nullable=False),
    sa.Column("provider", sa.Text, nullable=False),
    sa.Column("origin", sa.Text, nullable=False),
    # sealed, for the hook
    sa.Column("secret", sa.LargeBinary, nullable=False),
    # empty where the person has to paste it
    sa.Column("provider_hook_id", sa.Text, nullable=False),
    sa.Column("created_at", _Moment, nullable=False),
    # to the minute
    sa.Column("last_delivery_at", _Moment),
    sa.UniqueConstraint("user_id", "repository_id", name="hooks_user_repository"),
)
"""Webhooks that Git hosts send here."""
