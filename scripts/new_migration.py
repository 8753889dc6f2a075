"""`python scripts/new_migration.py SERVICE MESSAGE`: write a migration from what the tables in code say.

Starts a throwaway Postgres, brings it to the newest version, and lets alembic compare. Read what it writes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from alembic import command

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kit import migrations
from tests.support import servers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("service", choices=["auth", "jobs"])
    parser.add_argument("message")
    arguments = parser.parse_args()
    with servers.postgres_server() as server:
        url = server.create_database("migration")
        config = migrations.config(url, arguments.service)
        command.upgrade(config, "head")
        taken = len(list((Path(config.get_main_option("script_location") or "") / "versions").glob("*.py")))
        command.revision(config, message=arguments.message, autogenerate=True, rev_id=f"{taken + 1:04d}")


if __name__ == "__main__":
    main()
