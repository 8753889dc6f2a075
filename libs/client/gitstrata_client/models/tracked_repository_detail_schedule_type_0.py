from typing import Literal

TrackedRepositoryDetailScheduleType0 = Literal["daily", "monthly", "weekly"]

TRACKED_REPOSITORY_DETAIL_SCHEDULE_TYPE_0_VALUES: set[TrackedRepositoryDetailScheduleType0] = {
    "daily",
    "monthly",
    "weekly",
}


def check_tracked_repository_detail_schedule_type_0(value: str) -> TrackedRepositoryDetailScheduleType0:
    if value in TRACKED_REPOSITORY_DETAIL_SCHEDULE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRACKED_REPOSITORY_DETAIL_SCHEDULE_TYPE_0_VALUES!r}")
