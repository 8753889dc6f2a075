"""Tables of jobs' database: what its histories come to, and the content that reports show."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID

from kit import tables as kit_tables

metadata = sa.MetaData()
kit_tables.copy_into(metadata)

job_view = sa.Table(
    "job_view",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("repository_url", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("commit", sa.Text, nullable=False),
    sa.Column("runner", sa.Text, nullable=False),
    sa.Column("ignore_revs", sa.Boolean, nullable=False, server_default=sa.text("false")),
    sa.Column("exclude", ARRAY(sa.Text), nullable=False, server_default=sa.text("'{}'")),
    sa.Column("people_rules_id", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("error_code", sa.Text, nullable=False),
    sa.Column("error_message", sa.Text, nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("deadline", sa.DateTime(timezone=True), nullable=False),
    sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
    sa.Column("requested_at", sa.DateTime(timezone=True)),
    sa.Column("started_at", sa.DateTime(timezone=True)),
    sa.Column("finished_at", sa.DateTime(timezone=True)),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Index("job_view_owner", "owner_id", "created_at", "id"),
    sa.Index("job_view_created", "created_at", "id"),
    sa.Index("job_view_active", "owner_id", postgresql_where=sa.text("status IN ('PENDING', 'PROCESSING')")),
    sa.Index(
        "job_view_completed",
        "owner_id",
        "repository_url",
        "ref",
        "finished_at",
        postgresql_where=sa.text("status = 'COMPLETED'"),
    ),
    sa.Index("job_view_people", "people_rules_id", postgresql_where=sa.text("people_rules_id <> ''")),
    # what the dispatcher looks at: only jobs that have not ended
    sa.Index("job_view_open", "not_before", postgresql_where=sa.text("status IN ('PENDING', 'PROCESSING')")),
)

job_blob = sa.Table(
    "job_blob",
    metadata,
    sa.Column("job_id", PG_UUID(as_uuid=True), primary_key=True),
    # what a job refers to cannot go, and nothing can refer to what has gone
    sa.Column("sha256", sa.Text, sa.ForeignKey("blob.sha256", name="job_blob_sha256_fkey"), primary_key=True),
    sa.Index("job_blob_sha256", "sha256"),
)

repository_view = sa.Table(
    "repository_view",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("repository_url", sa.Text, nullable=False),
    sa.Column("branch", sa.Text, nullable=False),
    sa.Column("on_push", sa.Boolean, nullable=False),
    sa.Column("schedule", sa.Text, nullable=False),
    sa.Column("runner", sa.Text, nullable=False),
    sa.Column("ignore_revs", sa.Boolean, nullable=False),
    sa.Column("exclude", ARRAY(sa.Text), nullable=False, server_default=sa.text("'{}'")),
    sa.Column("people_rules_id", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("tracked_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("pushed_at", sa.DateTime(timezone=True)),
    sa.Column("requested_at", sa.DateTime(timezone=True)),
    sa.Column("job_id", PG_UUID(as_uuid=True)),
    sa.Column("push_waits", sa.Boolean, nullable=False),
    sa.Column("scheduled_at", sa.DateTime(timezone=True)),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Index("repository_view_owner", "owner_id", "repository_url", "id"),
    sa.Index("repository_view_url", "repository_url"),
    sa.Index("repository_view_people", "people_rules_id", postgresql_where=sa.text("people_rules_id <> ''")),
    # what may be due
    sa.Index("repository_view_pushed", "pushed_at", postgresql_where=sa.text("push_waits")),
    sa.Index("repository_view_scheduled", "scheduled_at", postgresql_where=sa.text("scheduled_at IS NOT NULL")),
)


def _engine_state() -> list[sa.Column[Any]]:
    """What there is to know of an engine state: its content in the blob store, and what it is of."""
    return [
        sa.Column("sha256", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("encoding", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("commit", sa.Text, nullable=False),
        sa.Column("engine_version", sa.Text, nullable=False),
        sa.Column("committed_at", sa.DateTime(timezone=True), nullable=False),
    ]


job_state = sa.Table(
    "job_state",
    metadata,
    sa.Column("job_id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("repository_url", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("exclude", ARRAY(sa.Text), nullable=False),
    sa.Column("finished_at", sa.DateTime(timezone=True), nullable=False),
    *_engine_state(),
    sa.Index("job_state_newest", "owner_id", "repository_url", "ref", "exclude", "finished_at"),
)
"""The engine states that completed jobs left; of those of one history, the newest is worth keeping."""

VIEWS = (job_view, job_blob, job_state, repository_view)
"""What is made of the histories, and can be made again."""

blob = sa.Table(
    "blob",
    metadata,
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("encoding", sa.Text, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("body", sa.LargeBinary, nullable=False),
    sa.Column("stored_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
)

job_checkpoint = sa.Table(
    "job_checkpoint",
    metadata,
    sa.Column("job_id", PG_UUID(as_uuid=True), primary_key=True),
    *_engine_state(),
    sa.Column("lease", sa.Text, nullable=False),
    sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
)
"""How far workers came with jobs that have not ended. No part of the histories: without it, work is done again."""

deleted_user = sa.Table(
    "deleted_user",
    metadata,
    sa.Column("user_id", sa.Text, primary_key=True),
    sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
)
"""Users whose account is no more: nothing begins for them."""

people_rules = sa.Table(
    "people_rules",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("rules", JSONB, nullable=False),
    sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("now()")),
    sa.UniqueConstraint("owner_id", "digest", name="people_rules_owner"),
)

webhook_endpoint = sa.Table(
    "webhook_endpoint",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("url", sa.Text, nullable=False),
    sa.Column("description", sa.Text, nullable=False),
    sa.Column("events", ARRAY(sa.Text), nullable=False),
    # sealed, for the endpoint
    sa.Column("secret", sa.LargeBinary, nullable=False),
    sa.Column("previous_secret", sa.LargeBinary),
    sa.Column("previous_until", sa.DateTime(timezone=True)),
    sa.Column("enabled", sa.Boolean, nullable=False),
    sa.Column("disabled_reason", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("disabled_at", sa.DateTime(timezone=True)),
    sa.Column("failing_since", sa.DateTime(timezone=True)),
    sa.Column("succeeded_at", sa.DateTime(timezone=True)),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.Index("webhook_endpoint_owner", "owner_id", "created_at", "id"),
)
"""Addresses that users want told. No part of the histories: an address may hold what is secret or personal."""

webhook_delivery = sa.Table(
    "webhook_delivery",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column(
        "endpoint_id",
        PG_UUID(as_uuid=True),
        sa.ForeignKey("webhook_endpoint.id", name="webhook_delivery_endpoint_id_fkey", ondelete="CASCADE"),
        nullable=False,
    ),
    sa.Column("event_id", PG_UUID(as_uuid=True), nullable=False),
    # the job, repository or endpoint that it tells of
    sa.Column("about", PG_UUID(as_uuid=True), nullable=False),
    sa.Column("type", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("clock_timestamp()")),
    # when it was first to be sent, or sent again because somebody asked
    sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("clock_timestamp()")),
    sa.Column("attempts", sa.Integer, nullable=False, server_default=sa.text("0")),
    # attempts since then
    sa.Column("tries", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("next_attempt_at", sa.DateTime(timezone=True)),
    sa.Column("lease", PG_UUID(as_uuid=True)),
    sa.Column("leased_until", sa.DateTime(timezone=True)),
    sa.Column("delivered_at", sa.DateTime(timezone=True)),
    sa.Column("last_status", sa.Integer, nullable=False, server_default=sa.text("0")),
    sa.Column("last_error", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.UniqueConstraint("endpoint_id", "event_id", name="webhook_delivery_once"),
    sa.Index("webhook_delivery_log", "endpoint_id", "created_at", "id"),
    sa.Index("webhook_delivery_due", "endpoint_id", "next_attempt_at", postgresql_where=sa.text("state = 'PENDING'")),
    sa.Index("webhook_delivery_created", "created_at"),
)

webhook_attempt = sa.Table(
    "webhook_attempt",
    metadata,
    sa.Column(
        "delivery_id",
        PG_UUID(as_uuid=True),
        sa.ForeignKey("webhook_delivery.id", name="webhook_attempt_delivery_id_fkey", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("status", sa.Integer, nullable=False),
    sa.Column("error", sa.Text, nullable=False),
    sa.Column("milliseconds", sa.Integer, nullable=False),
)

webhook_reader = sa.Table(
    "webhook_reader",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("transaction_id", sa.BigInteger, nullable=False),
    sa.Column("position", sa.BigInteger, nullable=False),
)
"""How far the histories have been read for messages."""

share = sa.Table(
    "share",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("secret_hash", sa.LargeBinary, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("job_id", PG_UUID(as_uuid=True)),
    sa.Column("repository_url", sa.Text, nullable=False),
    sa.Column("ref", sa.Text, nullable=False),
    sa.Column("sections", ARRAY(sa.Text), nullable=False),
    sa.Column("figures", ARRAY(sa.Text), nullable=False),
    sa.Column("addresses", sa.Boolean, nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("expires_at", sa.DateTime(timezone=True)),
    sa.Column("suspended_at", sa.DateTime(timezone=True)),
    sa.UniqueConstraint("secret_hash", name="share_secret"),
    sa.Index("share_owner", "owner_id", "created_at", "id"),
    sa.Index("share_expires", "expires_at"),
)
"""What users let others read. No part of the histories: each is granted and revoked at will."""

organization = sa.Table(
    "organization",
    metadata,
    sa.Column("id", PG_UUID(as_uuid=True), primary_key=True),
    sa.Column("owner_id", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("forks", sa.Boolean, nullable=False),
    sa.Column("archived", sa.Boolean, nullable=False),
    sa.Column("runner", sa.Text, nullable=False),
    sa.Column("ignore_revs", sa.Boolean, nullable=False),
    sa.Column("exclude", ARRAY(sa.Text), nullable=False),
    sa.Column("followed_at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("checked_at", sa.DateTime(timezone=True)),
    sa.Column("error_code", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Column("error_message", sa.Text, nullable=False, server_default=sa.text("''")),
    sa.Index("organization_owner", "owner_id", "name"),
    sa.Index("organization_checked", "checked_at"),
)
"""Organisations that users follow."""

organization_repository = sa.Table(
    "organization_repository",
    metadata,
    sa.Column(
        "organization_id",
        PG_UUID(as_uuid=True),
        sa.ForeignKey("organization.id", name="organization_repository_of", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("repository_url", sa.Text, primary_key=True),
)
"""Repositories of organisations that are known: one whose follower left it is not followed again."""
