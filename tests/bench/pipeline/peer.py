"""The peer's programs, each at a pinned version: Celery in a virtual environment, Redis built from its sources."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.engine.peers import Unavailable, virtual_environment
from tests.bench.repositories import CACHE, git, subject

PACKAGES = (
    *("celery==5.6.2", "redis==8.1.0", "psycopg[binary]==3.3.9", "asyncpg==0.32.0"),
    *("fastapi==0.165.0", "uvicorn==0.54.0", "uvloop==0.23.0", "httptools==0.9.0"),
    "packaging==25.0",  # which a dependency of Celery wants and does not name
)
REDIS = "7.4.1"
WORKERS = 2
POLL_SECONDS = 0.01
TABLE = """
CREATE TABLE jobs (
    id uuid PRIMARY KEY,
    repo_url text NOT NULL,
    status text NOT NULL DEFAULT 'PENDING',
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    finished_at timestamptz,
    result jsonb
)
"""


@dataclass(frozen=True)
class Installed:
    redis: Path
    programs: Path

    def commands(self, *, redis: int, web: int) -> list[tuple[str, tuple[str, ...]]]:
        """Name and arguments of each of the peer's processes, in the order in which they start."""
        durable = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
        serve = ("--host", "127.0.0.1", "--port", str(web), "--log-level", "warning", "--no-access-log")
        work = ("--concurrency", str(WORKERS), "--loglevel", "warning", "--without-gossip", "--without-mingle")
        return [
            ("redis", (str(self.redis), "--bind", "127.0.0.1", "--port", str(redis), *durable)),
            ("worker", (str(self.programs / "celery"), "-A", "peer_service:tasks", "worker", *work)),
            ("web", (str(self.programs / "uvicorn"), "peer_service:app", *serve)),
        ]


def installed() -> Installed:
    """The programs, made once; Unavailable with the reason if they cannot be had."""
    return Installed(_redis(), virtual_environment("celery", PACKAGES))


def _redis() -> Path:
    folder = (CACHE / "peers" / f"redis-{REDIS}").absolute()
    program = folder / "source/src/redis-server"
    if not program.exists():
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "source").mkdir(parents=True)
        archive = git(subject("redis/redis").folder, "archive", REDIS)
        subprocess.run(["tar", "-x", "-C", folder / "source"], input=archive, check=True)
        make = ["make", "-j2", "MALLOC=libc", "BUILD_TLS=no", "redis-server"]
        built = subprocess.run(make, cwd=folder / "source", capture_output=True, check=False, text=True)
        if built.returncode:
            raise Unavailable(f"Redis: {built.stderr.strip().splitlines()[-1][:200]}")
    return program
