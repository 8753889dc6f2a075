"""Keeps the lock file of the native core without addresses.

    lock.py store    Cargo.lock, which cargo writes, to crates.lock, which is in git
    lock.py restore  and back, before cargo runs

Cargo.lock says for every package which registry it is from; a checksum is enough to pin it.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT, WORKING = HERE / "crates.lock", HERE / "Cargo.lock"


def store() -> None:
    KEPT.write_text(re.sub(r"^source = .*\n", "", WORKING.read_text(), flags=re.MULTILINE))


def restore() -> None:
    """Cargo itself says what it calls its registry."""
    WORKING.unlink(missing_ok=True)
    subprocess.run(["cargo", "generate-lockfile", "--quiet"], cwd=HERE, check=True)
    sources = set(re.findall(r"^source = .*\n", WORKING.read_text(), flags=re.MULTILINE))
    if len(sources) != 1:
        sys.exit("The packages of the native core are not from one registry.")
    WORKING.write_text(re.sub(r"^(?=checksum = )", sources.pop(), KEPT.read_text(), flags=re.MULTILINE))


if __name__ == "__main__":
    {"store": store, "restore": restore}[sys.argv[1]]()
