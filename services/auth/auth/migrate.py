"""`python -m auth.migrate`: bring auth's database (`AUTH_DATABASE_URL`) to the newest version and say so."""

from __future__ import annotations

import sys

from auth.settings import MigrationSettings
from kit import migrations

if __name__ == "__main__":
    settings = MigrationSettings()
    done = migrations.upgrade(settings.database_url.get_secret_value(), "auth", settings.database_tls)
    sys.stdout.write(done + "\n")
