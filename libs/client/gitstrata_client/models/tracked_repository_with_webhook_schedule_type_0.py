from typing import Literal

TrackedRepositoryWithWebhookScheduleType0 = Literal["daily", "monthly", "weekly"]

TRACKED_REPOSITORY_WITH_WEBHOOK_SCHEDULE_TYPE_0_VALUES: set[TrackedRepositoryWithWebhookScheduleType0] = {
    "daily",
    "monthly",
    "weekly",
}


def check_tracked_repository_with_webhook_schedule_type_0(value: str) -> TrackedRepositoryWithWebhookScheduleType0:
    if value in TRACKED_REPOSITORY_WITH_WEBHOOK_SCHEDULE_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {TRACKED_REPOSITORY_WITH_WEBHOOK_SCHEDULE_TYPE_0_VALUES!r}"
    )
