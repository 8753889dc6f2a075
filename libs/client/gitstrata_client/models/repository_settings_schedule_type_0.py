from typing import Literal

RepositorySettingsScheduleType0 = Literal["daily", "monthly", "weekly"]

REPOSITORY_SETTINGS_SCHEDULE_TYPE_0_VALUES: set[RepositorySettingsScheduleType0] = {
    "daily",
    "monthly",
    "weekly",
}


def check_repository_settings_schedule_type_0(value: str) -> RepositorySettingsScheduleType0:
    if value in REPOSITORY_SETTINGS_SCHEDULE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REPOSITORY_SETTINGS_SCHEDULE_TYPE_0_VALUES!r}")
