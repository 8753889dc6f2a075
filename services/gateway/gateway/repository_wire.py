"""Proto messages about followed repositories as what the public API answers, and back."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlsplit

from gateway import repository_schemas as schemas
from gateway.schemas import AnalysisOptions, JobError
from gateway.wire import moment
from gitstrata_protos.auth.v1 import hooks_service_pb2 as auth
from gitstrata_protos.jobs.v1 import events_pb2 as events
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs


def options_message(options: AnalysisOptions) -> events.AnalysisOptions:
    """Options, without what they say about people."""
    return events.AnalysisOptions(runner=options.runner or "", ignore_revs=options.ignore_revs, exclude=options.exclude)


def people_message(options: AnalysisOptions) -> jobs.PeopleRules:
    """What options say about people."""
    return jobs.PeopleRules(mailmap=options.mailmap, kinds=options.kinds)


def settings_message(settings: schemas.RepositorySettings) -> events.RepositorySettings:
    return events.RepositorySettings(
        branch=settings.branch or "",
        on_push=settings.on_push,
        schedule=settings.schedule or "",
        options=options_message(settings.options),
    )


def settings(message: jobs.Repository) -> schemas.RepositorySettings:
    given = message.settings
    return schemas.RepositorySettings(
        branch=given.branch or None,
        on_push=given.on_push,
        schedule=cast("schemas.Schedule | None", given.schedule or None),
        options=AnalysisOptions(
            runner=cast("Any", given.options.runner) or None,
            ignore_revs=given.options.ignore_revs,
            exclude=list(given.options.exclude),
            mailmap=message.people.mailmap,
            kinds=cast("Any", dict(message.people.kinds)),
        ),
    )


def repository(message: jobs.Repository) -> schemas.TrackedRepository:
    return schemas.TrackedRepository(**_shown(message))


def detail(message: jobs.Repository) -> schemas.TrackedRepositoryDetail:
    return schemas.TrackedRepositoryDetail(**_shown(message), settings=settings(message))


def tracked(
    message: jobs.Repository, hook: schemas.RepositoryWebhookSecret | None
) -> schemas.TrackedRepositoryWithWebhook:
    return schemas.TrackedRepositoryWithWebhook(**_shown(message), settings=settings(message), webhook=hook)


def webhook(message: auth.Hook) -> schemas.RepositoryWebhook:
    return schemas.RepositoryWebhook(**_webhook(message))


def webhook_secret(message: auth.InstallHookResponse) -> schemas.RepositoryWebhookSecret:
    return schemas.RepositoryWebhookSecret(**_webhook(message.hook), secret=message.secret or None)


def _webhook(message: auth.Hook) -> dict[str, Any]:
    return {
        "provider": message.provider,
        "address": message.address,
        "installed": message.installed,
        "created_at": moment(message, "created_at"),
        "last_delivery_at": moment(message, "last_delivery_at"),
    }


def _shown(message: jobs.Repository) -> dict[str, Any]:
    return {
        "id": message.id,
        "full_name": urlsplit(message.repository_url).path.strip("/").removesuffix(".git"),
        "repo_url": message.repository_url,
        "branch": message.settings.branch or None,
        "on_push": message.settings.on_push,
        "schedule": message.settings.schedule or None,
        "tracked_at": moment(message, "tracked_at"),
        "pushed_at": moment(message, "pushed_at"),
        "requested_at": moment(message, "requested_at"),
        "last_analysis_id": message.last_job_id or None,
        "last_error": JobError(code=message.last_error.code, message=message.last_error.message)
        if message.HasField("last_error")
        else None,
    }
