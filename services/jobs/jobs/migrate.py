"""`python -m jobs.migrate`: bring jobs' database (`JOBS_DATABASE_URL`) to the newest version and say so."""

from __future__ import annotations

import sys

from pydantic_settings import SettingsConfigDict

from kit import migrations
from kit.settings import DatabaseAddress


class Settings(DatabaseAddress):
    model_config = SettingsConfigDict(env_prefix="JOBS_", hide_input_in_errors=True)


if __name__ == "__main__":
    settings = Settings()
    done = migrations.upgrade(settings.database_url.get_secret_value(), "jobs", settings.database_tls)
    sys.stdout.write(done + "\n")
