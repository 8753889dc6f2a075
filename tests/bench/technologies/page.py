"""What docs/benchmarks.md says of technologies."""

from __future__ import annotations

from typing import Any


def technologies(outcome: dict[str, Any]) -> str:
    """The peer's findings beside ours, by repository."""
    rows = outcome["rows"]
    total = {key: sum(row[key] for row in rows.values()) for key in ("theirs", "ours", "both")}
    lines = [
        f"| {name} | {row['theirs']} | {row['ours']} | {row['both']} | {_reasons(row['reasons'])} "
        f"| {len(row['unexplained'])} |"
        for name, row in rows.items()
    ]
    table = "\n".join(
        [
            "| repository | stack-analyser | strata | both | stack-analyser only, why | unexplained |",
            "| --- | ---: | ---: | ---: | --- | ---: |",
            *lines,
        ]
    )
    return f"""
## Technologies beside stack-analyser

{outcome["circumstances"]["date"]}, {outcome["peer"]}, in the same trees of {len(rows)} repositories:
{total["theirs"]:,} technologies there, {total["ours"]:,} here, {total["both"]:,} in both. Languages are left out.

{table}
"""


def _reasons(reasons: dict[str, str]) -> str:
    return "; ".join(f"{name}: {why}" for name, why in reasons.items())


def proofs(outcome: dict[str, Any]) -> str:
    """How many rules hold on the real repositories that they name."""
    wrong = ", ".join(outcome["wrong"]) or "none"
    return f"""
## Rules of technologies

{outcome["circumstances"]["date"]}: {outcome["rules"]} rules on {outcome["repositories"]} public repositories, each with
the evidence that it names there; not proven: {wrong}.
"""
