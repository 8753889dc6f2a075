"""One whole analysis, as a process of its own to be measured: `python -m tests.bench.analyze FOLDER [REV [STATE]]`."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from strata.analysis import analyze
from strata.repository import open_repository


def main() -> None:
    folder, *more = sys.argv[1:]
    rev = more[0] if more else "HEAD"
    analyze(open_repository(folder), rev=rev, state=Path(more[1]) if len(more) > 1 else None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(f"Python's own peak: {peak / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
