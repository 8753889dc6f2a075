"""`python -m jobs.migrate`: brings the database in JOBS_DATABASE_URL to the newest version."""

from __future__ import annotations

from pydantic_settings import SettingsConfigDict

from kit import migrations, telemetry
from kit.settings import DatabaseSettings, LogSettings


class Settings(DatabaseSettings):
    model_config = SettingsConfigDict(env_prefix="JOBS_")


if __name__ == "__main__":
    telemetry.configure("jobs-migrate", LogSettings())
    migrations.upgrade(Settings().database_url.get_secret_value(), "jobs")
    telemetry.log.info("database is at the newest version")
