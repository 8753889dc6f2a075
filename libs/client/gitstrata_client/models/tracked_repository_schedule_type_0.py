from typing import Literal

TrackedRepositoryScheduleType0 = Literal["daily", "monthly", "weekly"]

TRACKED_REPOSITORY_SCHEDULE_TYPE_0_VALUES: set[TrackedRepositoryScheduleType0] = {
    "daily",
    "monthly",
    "weekly",
}


def check_tracked_repository_schedule_type_0(value: str) -> TrackedRepositoryScheduleType0:
    if value in TRACKED_REPOSITORY_SCHEDULE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRACKED_REPOSITORY_SCHEDULE_TYPE_0_VALUES!r}")
