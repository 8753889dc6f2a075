"""Waits until a service's database has its tables: `wait.py AUTH` reads AUTH_DATABASE_URL and AUTH_DATABASE_TLS_CA."""

import asyncio
import os
import ssl
import sys

import asyncpg


async def main(prefix: str) -> None:
    url = os.environ[f"{prefix}_DATABASE_URL"].replace("+asyncpg", "", 1)
    tls = ssl.create_default_context(cafile=os.environ[f"{prefix}_DATABASE_TLS_CA"])
    said = ""
    while True:
        try:
            connection = await asyncpg.connect(url, ssl=tls, timeout=5)
            try:
                # migrations are one transaction: where this table is, all are
                if await connection.fetchval("SELECT to_regclass('alembic_version') IS NOT NULL"):
                    return
            finally:
                await connection.close()
            reason = "the tables are not there yet"
        except (OSError, TimeoutError, asyncpg.PostgresError) as error:
            reason = type(error).__name__
        if reason != said:
            said = reason
            sys.stdout.write(f"waiting: {reason}\n")
            sys.stdout.flush()
        await asyncio.sleep(1)


asyncio.run(main(sys.argv[1]))
