"""`python -m jobs.migrate`: bring jobs' database (`JOBS_DATABASE_URL`) to the newest version and say so."""

from __future__ import annotations

import sys

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from kit import migrations


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="JOBS_", hide_input_in_errors=True)

    database_url: SecretStr


if __name__ == "__main__":
    sys.stdout.write(migrations.upgrade(Settings().database_url.get_secret_value(), "jobs") + "\n")
