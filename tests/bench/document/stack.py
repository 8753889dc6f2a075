"""Languages and dependencies beside what others find."""

from __future__ import annotations

from typing import Any

from tests.bench.document.form import stamp, table


def languages(outcome: dict[str, Any]) -> str:
    rows = []
    for row in outcome["rows"]:
        old = row["installed"]
        rows.append(
            [
                row["name"],
                f"{row['files']:,}",
                str(row["languages"]),
                "equal" if row["equal"] else f"**differs** {', '.join(row['missing'] + row['surplus'])}",
                f"{row['furthest']:.3f}",
                str(len(row["differing"])),
                "equal" if old["equal"] else "differs",
                f"{old['differing']} / {old['by_version']}",
            ]
        )
    heads = ["repository", "files", "languages", "set and shares", "furthest, points", "files otherwise"]
    heads += [f"{outcome['installed']}", "files otherwise / by its version"]
    told = [
        f"- {row['name']}: `{path}` is {_language(mine)} here, {_language(theirs)} there"
        for row in outcome["rows"]
        for path, mine, theirs in row["differing"]
    ]
    equal = sum(row["equal"] for row in outcome["rows"])
    return f"""## Languages beside github-linguist

{stamp(outcome)}
{equal} of {len(rows)} repositories have the same languages above 0.1 %, each with the same share within 0.1 points, as
Linguist {outcome["data"]}, from which the engine has its data. Debian's package is
{outcome["installed"]}; a file that both new ones call otherwise than it differs *by its version*.

{table(heads, rows)}

{chr(10).join(told)}

{_cost_of_languages(outcome["cost"]) if "cost" in outcome else ""}"""


def _language(told: list[Any] | None) -> str:
    return "not counted" if told is None else f"{told[0]}" + (f" by its {told[2].lower()}" if told[2:] else "")


def _cost_of_languages(cost: dict[str, Any]) -> str:
    names = ("strata", "tokei", "git cat-file", "start")
    rows = [[name, f"{cost[name]['cpu']:.2f}", f"{cost[name]['wall']:.2f}"] for name in names]
    cpu, wall = (max(cost["strata"][key] - 3 * cost["tokei"][key], 0) for key in ("cpu", "wall"))
    later = [
        [f"{row['commits']:,}", f"{row['new']:,}", f"{row['seconds']:.2f}", "yes" if row["equal"] else "**no**"]
        for row in cost["later"]
    ]
    return f"""The whole pass (languages, lines of code, exclusions, licences) over {cost["name"]}, a tree of
{cost["files"]:,} files, beside tokei on a checkout. `git cat-file` is git's reading of the same blobs, *start* the
interpreter with the modules. The pass costs three times what tokei does and {cpu:.2f} s of CPU, {wall:.2f} s of wall
time, on a machine whose two cores had {cost["load"]:.0f} programs to run.

{table(["", "CPU s", "wall s"], rows)}

After an earlier commit's pass:

{table(["commits between", "files read", "wall s", "equal to a full pass"], later)}
"""


def dependencies(outcome: dict[str, Any]) -> str:
    rows = [
        [
            name,
            *(f"{row[key]:,}" for key in ("theirs", "ours", "both")),
            "; ".join(f"{count:,}: {why}" for why, count in row["reasons"].items()),
            f"{len(row['unexplained']):,}",
            f"{row['their_seconds']:.1f}",
            f"{row['seconds']:.1f}",
            f"{row['their_seconds'] / row['seconds']:.1f}×",
        ]
        for name, row in outcome["rows"].items()
    ]
    heads = [
        "repository",
        "cdxgen",
        "strata",
        "both",
        "cdxgen only, why",
        "unexplained",
        "cdxgen s",
        "strata s",
        "ratio",
    ]
    return f"""
## Dependencies beside cdxgen

{stamp(outcome)} {outcome["cdxgen"]}, without build tools, in the same trees; packages with their versions, each counted
once; projects of the repository's own are components here. Seconds are of the processor, of whole processes.

{table(heads, rows)}
"""


def resolvers(outcome: dict[str, Any]) -> str:
    rows = []
    for name, files in outcome["rows"].items():
        read = [each for each in files if "refused" not in each]
        rows.append(
            [
                name,
                f"{len(read):,}",
                f"{sum(each['theirs'] for each in read):,}",
                f"{sum(len(each['missed']) for each in read):,}",
                f"{sum(len(each['invented']) for each in read):,}",
                f"{len(files) - len(read):,}",
            ]
        )
    heads = ["repository", "files", "packages there", "only there", "only here", "files that the tool refuses"]
    return f"""
## Dependencies beside the ecosystems' own tools

{stamp(outcome)} What `npm ls` and `uv export` say of lock files, and `go mod edit` of go.mod, offline and
installing nothing, beside what is said here of the same files. The repository's own projects are left out on both
sides.

{table(heads, rows)}
"""
