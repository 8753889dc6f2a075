"""Lines as git blame tells them, of real and of random histories."""

from __future__ import annotations

from typing import Any

from tests.bench.document.form import stamp, table


def equality(outcome: dict[str, Any]) -> str:
    rows = [
        [
            row["name"] + (f" ({row['files']:,} files picked by a hash)" if row["sampled"] else ""),
            *(f"{row[key]:,}" for key in ("commits", "merges", "files", "lines")),
            f"**{row['differing']:,}**",
            f"{row['blamed']:,} ({row['blamed'] / row['files']:.3%})",
            f"{row['ours']:.1f}",
            f"{row['theirs']:.1f}",
            row["engine"],
        ]
        for row in outcome["rows"].values()
    ]
    lines, differing = (sum(row[key] for row in outcome["rows"].values()) for key in ("lines", "differing"))
    heads = [
        "repository",
        "commits",
        "merges",
        "text files",
        "lines",
        "differ",
        "by git",
        "CPU s",
        "blame, CPU s",
        "engine",
    ]
    return f"""## Lines equal to `git blame`

{stamp(outcome)} {lines:,} lines of {len(rows)} repositories; {differing:,} of them differ.

{table(heads, rows)}

*By git*: files of which an ancestor is binary, so that their lines cannot be followed; git itself is asked, and the
report names them. *Blame* is one `git blame` a file on a clone with a commit-graph and changed-path filters, which
makes it two to five times cheaper than without (see below).
"""


def generated(outcome: dict[str, Any]) -> str:
    rows = [
        [
            str(run["seed"]),
            *(f"{run[key]:,}" for key in ("cases", "commits", "files", "lines", "blamed")),
            run["engine"],
            "none" if not run["differs"] else run["differs"],
        ]
        for run in outcome["runs"]
    ]
    total = sum(run["cases"] for run in outcome["runs"])
    heads = ["seed", "histories", "commits", "files", "lines", "files by git", "engine", "differences"]
    return f"""## Random histories

{stamp(outcome)} {total:,} histories.

{table(heads, rows)}
"""
