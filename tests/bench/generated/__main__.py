"""Thousands of random histories: the engine's lines beside `git blame`'s.

    python -m tests.bench.generated [--cases N] [--commits N] [--seed N]

Hypothesis draws the histories and shrinks the first one that differs; its fast-import stream is then in
.local/bench/generated. The same seed draws the same histories.
"""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.errors import NoTextFiles
from strata.repository import open_repository
from tests.bench.generated.random_history import RandomHistory
from tests.bench.reference import blame, text_files
from tests.bench.repositories import CACHE, Subject, git
from tests.bench.results import circumstances, load, save


class Tally:
    """What was compared so far."""

    cases = commits = files = lines = blamed = 0

    def __str__(self) -> str:
        return (
            f"{self.cases:,} histories, {self.commits:,} commits, {self.files:,} files, {self.lines:,} lines, "
            f"{self.blamed:,} files blamed by git"
        )


def written(stream: bytes, folder: Path) -> Subject:
    """The repository that fast-import makes of `stream`."""
    git(folder, "init", "--quiet", "--bare", "-b", "main")
    git(folder, "fast-import", "--quiet", "--force", stdin=stream)
    return Subject("generated", folder, git(folder, "rev-parse", "main").decode().strip())


def difference(subject: Subject, tally: Tally) -> str | None:
    """The first file whose owners are not blame's, in words."""
    paths = text_files(subject)
    try:
        lines = analyze(open_repository(subject.folder)).lines
    except NoTextFiles:
        return f"no text files, but {paths}" if paths else None
    if sorted(lines) != sorted(paths):
        return f"text files {sorted(lines)} instead of {sorted(paths)}"
    tally.blamed += len(lines.blamed)
    for path in paths:
        ours, theirs = lines.of(path), blame(subject.folder, subject.head, path)[0]
        if ours != theirs:
            return f"{path!r}:\n{_beside(ours, theirs)}"
        tally.files += 1
        tally.lines += len(ours)
    return None


def _beside(ours: list[str], theirs: list[str]) -> str:
    longest = max(len(ours), len(theirs))
    columns = zip(ours + [""] * (longest - len(ours)), theirs + [""] * (longest - len(theirs)), strict=True)
    return "\n".join(f"{one[:10]:<11}{other[:10]:<11}{'' if one == other else '<'}" for one, other in columns)


def search(cases: int, commits: int, seed: int, kept: Path) -> tuple[Tally, str | None]:
    """Looks at `cases` histories of up to `commits` commits. What differs, shrunk, or None."""
    tally = Tally()
    found: list[str] = []

    @seeded(seed)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    @given(dice=st.randoms(use_true_random=True) | st.randoms(use_true_random=False), size=st.integers(2, commits))
    def check(dice: random.Random, size: int) -> None:
        history = RandomHistory(dice, size)
        stream = history.stream()
        with tempfile.TemporaryDirectory() as name:
            subject = written(stream, Path(name))
            told = difference(subject, tally)
            if told:
                found.append(told)
                kept.write_bytes(stream)
                raise AssertionError(told)
        tally.cases += 1
        tally.commits += size
        if tally.cases % 100 == 0:
            print(f"  {tally}", flush=True)

    try:
        check()
    except AssertionError:
        return tally, found[-1]
    return tally, None


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generated")
    parser.add_argument("--cases", type=int, default=2_000)
    parser.add_argument("--commits", type=int, default=40, help="commits of the longest history")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1 << 32))
    chosen = parser.parse_args()
    print(f"seed {chosen.seed}: {chosen.cases:,} histories of up to {chosen.commits} commits", flush=True)
    folder = CACHE / "generated"
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{chosen.seed}.fast-import"
    tally, told = search(chosen.cases, chosen.commits, chosen.seed, kept)
    runs = (load("generated") or {"runs": []})["runs"]
    figures = {name: getattr(tally, name) for name in ("cases", "commits", "files", "lines", "blamed")}
    engine = circumstances()["commit"]
    save("generated", {"runs": [*runs, {"seed": chosen.seed, "engine": engine, "differs": told, **figures}]})
    if told:
        print(f"differs after {tally.cases:,} histories: {told}\n(left ours, right git's; the history is {kept})")
        return 1
    print(f"{tally}: all lines equal to git blame")
    return 0


if __name__ == "__main__":
    sys.exit(main())
