"""Every line of every text file at head: the engine's owner beside `git blame`'s.

    python -m tests.bench.equality [REPOSITORY…] [--sample FILES] [--differences FILE]

A repository is a folder, or owner/name on GitHub. Git's answers are kept in .local/bench, so that only the
first run is slow. The exit status is 1 if any line differs.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from strata.analysis import analyze
from strata.errors import StrataError
from strata.repository import open_repository
from tests.bench.reference import Blame, text_files
from tests.bench.repositories import VARIED, Subject, subject
from tests.bench.results import circumstances, load, save

COLUMNS = (
    f"{'repository':<22}{'commits':>9}{'merges':>8}{'files':>7}{'lines':>10}{'differ':>8}"
    f"{'by git':>8}{'share':>9}{'CPU ours':>10}{'CPU blame':>11}"
)


@dataclass
class Comparison:
    """One repository's outcome. `differing` maps a path to (line, ours, blame's)."""

    subject: Subject
    files: int
    lines: int
    blamed: list[bytes]
    ours: float
    theirs: float
    differing: dict[bytes, list[tuple[int, str, str]]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(lines) for lines in self.differing.values())

    def kept(self, *, sampled: bool) -> dict[str, Any]:
        return {
            "name": self.subject.name,
            "engine": circumstances()["commit"],
            "commits": self.subject.count(),
            "merges": self.subject.count("--merges"),
            "files": self.files,
            "lines": self.lines,
            "differing": self.count,
            "blamed": len(self.blamed),
            "ours": self.ours,
            "theirs": self.theirs,
            "sampled": sampled,
        }

    def row(self) -> str:
        commits, merges = self.subject.count(), self.subject.count("--merges")
        return (
            f"{self.subject.name:<22}{commits:>9,}{merges:>8,}{self.files:>7,}{self.lines:>10,}{self.count:>8,}"
            f"{len(self.blamed):>8,}{len(self.blamed) / max(self.files, 1):>9.3%}{self.ours:>10.1f}{self.theirs:>11.1f}"
        )


def spent() -> float:
    """CPU seconds of this process and of those that it waited for."""
    usages = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def compare(subject: Subject, sample: int | None = None) -> Comparison:
    """The engine's whole analysis against blame of all files, or of `sample` files picked by a hash."""
    before = spent()
    lines = analyze(open_repository(subject.folder)).lines
    ours = spent() - before
    paths = text_files(subject)
    if sorted(lines) != sorted(paths):
        odd = sorted(set(lines) ^ set(paths))
        raise SystemExit(f"{subject.name}: not the same text files: {odd[:10]}")
    chosen = sorted(paths, key=lambda path: hashlib.sha256(path).digest())[:sample]
    reference = Blame(subject)
    differing = {}
    compared = 0
    for path, owners in reference.of(chosen):
        compared += len(owners)
        own = lines.of(path)
        if own != owners:
            plain = zip(own, reference.plainly(path), strict=True)
            different = [(line, mine, theirs) for line, (mine, theirs) in enumerate(plain, 1) if mine != theirs]
            if different:
                differing[path] = different
    blamed = sorted(set(lines.blamed) & set(chosen))
    return Comparison(subject, len(chosen), compared, blamed, ours, reference.seconds(chosen), differing)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.equality")
    parser.add_argument("repositories", nargs="*", default=list(VARIED), metavar="REPOSITORY")
    parser.add_argument("--sample", type=int, metavar="FILES", help="compare this many files only, picked by a hash")
    parser.add_argument("--differences", type=Path, metavar="FILE", help="write every differing line there")
    chosen = parser.parse_args()
    print(COLUMNS)
    outcomes = []
    refused = 0
    kept = {}
    for given in chosen.repositories:
        try:
            outcome = compare(subject(given), chosen.sample)
        except StrataError as error:
            refused += 1
            print(f"{given:<22}{error.message}", flush=True)
            continue
        outcomes.append(outcome)
        print(outcome.row(), flush=True)
        kept[outcome.subject.name] = outcome.kept(sampled=bool(chosen.sample))
        save("equality", {"rows": (load("equality") or {"rows": {}})["rows"] | kept})
    told = []
    for outcome in outcomes:
        for path in outcome.blamed:
            print(f"{outcome.subject.name}: {path.decode('utf-8', 'backslashreplace')}: blamed by git")
        for path, triples in outcome.differing.items():
            number, mine, theirs = triples[0]
            shown = path.decode("utf-8", "backslashreplace")
            print(f"{outcome.subject.name}: {shown}: {len(triples)} lines, first {number}: {mine} not {theirs}")
            told += [f"{outcome.subject.name}\t{shown}\t{line}\t{ours}\t{blames}" for line, ours, blames in triples]
    if chosen.differences:
        chosen.differences.write_text("".join(line + "\n" for line in told))
    total, count = sum(outcome.lines for outcome in outcomes), sum(outcome.count for outcome in outcomes)
    print(f"{len(outcomes)} repositories, {total:,} lines, {count:,} differ from git blame")
    return 1 if count or refused else 0


if __name__ == "__main__":
    sys.exit(main())
