"""Outcomes of the benches, kept as JSON beside the page that `tests.bench.document` makes of them."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from strata.git import git_version

FOLDER = Path("docs/benchmarks")


def circumstances() -> dict[str, str]:
    """When and on what a bench ran."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    asked = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}",
        "versions": f"git {git_version()}, Python {platform.python_version()}",
        "commit": os.environ.get("BENCH_COMMIT", commit),  # of the engine, where it is not the work tree's
    }


def save(name: str, outcome: dict[str, Any]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"circumstances": circumstances(), **outcome}, indent=1)
    (FOLDER / f"{name}.json").write_text(content + "\n")


def load(name: str) -> dict[str, Any] | None:
    path: Path = FOLDER / f"{name}.json"
    return json.loads(path.read_text()) if path.exists() else None
