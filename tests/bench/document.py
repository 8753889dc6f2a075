"""Writes docs/benchmarks.md from the outcomes that the benches left: `python -m tests.bench.document`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.growth.figure import panels
from tests.bench.growth.plot import svg
from tests.bench.results import load
from tests.bench.technologies.page import proofs, technologies

PLACE = Path("docs/benchmarks.md")
PLOT = Path("docs/images/growth.svg")
FLOOR = "git log -p -U0 -M"
NAMES = ("strata", FLOOR, "git blame", "hercules", "git-of-theseus", "git-fame", "PyDriller")
INTRODUCTION = """# Benchmarks

What the engine does, measured beside its peers in the same run. Absolute times say little, least of all on a shared
machine; the ratios are what counts. CPU is user and system time of a program and of all it starts, memory that of its
largest process. A `>` means that a program was stopped there, so that the figure is a lower bound.

| what | command |
|---|---|
| every line of public repositories beside `git blame` | `make equality` |
| every line of random histories beside `git blame` | `.venv/bin/python -m tests.bench.generated` |
| cost beside peers | `make bench-engine` |
| growth | `.venv/bin/python -m tests.bench.growth` |
| new commits on a saved state | `.venv/bin/python -m tests.bench.incremental` |
| languages beside github-linguist, and their cost beside tokei | `make bench-stack` |
| dependencies beside cdxgen | `make bench-stack` |
| technologies beside stack-analyser | `make bench-stack` |
| every rule of technologies on the repository that proves it | `make stack-rules` |
| what jobs and their histories cost | `make bench-pipeline` |
| the gateway beside a bare route | `make bench-api` |
| what befalls a kind cluster | `make kind-up`, then `KIND_RECORD=1 make kind-test` |
| this page from their outcomes | `.venv/bin/python -m tests.bench.document` |
"""


def stamp(outcome: dict[str, Any]) -> str:
    about = outcome["circumstances"]
    return f"{about['date']}, {about['machine']}, {about['versions']}, engine at {about['commit']}."


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


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


def _shown(cost: dict[str, Any] | None, key: str, scale: float = 1.0) -> str:
    if cost is None:
        return "–"
    value = cost[key] / scale
    if key == "peak" and not value:
        return "–"
    return ("" if cost["finished"] else "> ") + (f"{value:.2f}" if value < 10 else f"{value:.0f}")


def _size(row: dict[str, Any]) -> str:
    return "small" if row["commits"] < 10_000 else "large"


def _kind(row: dict[str, Any]) -> str:
    return "merge-heavy" if row["merges"] / row["commits"] >= 0.2 else _size(row)


def engine(outcome: dict[str, Any]) -> str:
    heads = ["", *(row["name"] for row in outcome["repositories"])]
    measured = []
    for key, unit, scale in (("cpu", "CPU s", 1.0), ("wall", "wall s", 1.0), ("peak", "MB", 1e6)):
        for name in NAMES:
            costs = [row["costs"].get(name) for row in outcome["repositories"]]
            if any(costs) and not (key == "peak" and name == "git blame"):
                measured.append([f"{name}, {unit}", *(_shown(cost, key, scale) for cost in costs)])
    private = [row["costs"]["strata"].get("private", 0) for row in outcome["repositories"]]
    measured.append(
        ["strata, private MB", *(f"{size / 1e6:.0f}" if size else "–" for size in private)],
    )
    sizes = [["commits / merges / text files"]]
    sizes[0] += [f"{row['commits']:,} / {row['merges']:,} / {row['files']:,}" for row in outcome["repositories"]]
    sizes.append(["engine / runs / limit, s"])
    sizes[1] += [f"{row['engine']} / {row['repeat']} / {row['limit']:.0f}" for row in outcome["repositories"]]
    filtered = [row["filtered_blame"] for row in outcome["repositories"]]
    measured.append(
        ["git blame with changed-path filters, CPU s", *("–" if cost is None else f"{cost:.1f}" for cost in filtered)]
    )
    notes = [
        f"- {row['name']}, {name}: {note}" for row in outcome["repositories"] for name, note in row["notes"].items()
    ]
    return f"""## Cost beside peers

{stamp(outcome)}
The engine and `{FLOOR}` took turns, medians of so many runs; the others ran once and were stopped at the limit of
wall time. *strata* is a whole analysis with every section, from the start of the
interpreter; *git blame* is one process for each text file, two at a time; *git-fame*, too, blames every file;
*hercules* draws the burndown of people; *git-of-theseus* takes a sample a week; *PyDriller* sums up churn. *Private*
memory is what is not mapped from the repository's packs, which the system may drop at any time.

{table(heads, sizes + measured)}

{chr(10).join(notes)}

### Against what was set out to reach

{table(["ratio", "must", *heads[1:]], _ratios(outcome["repositories"]))}
"""


def _ratios(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Each ratio per repository, with whether it is reached; unknown where a lower bound does not tell."""
    cpu, wall = {"small": 2.2, "large": 1.5, "merge-heavy": 2.0}, {"small": 1.8, "large": 1.0}

    def most(label: str, must: str, key: str, wanted: list[float]) -> list[str]:
        cells = []
        for row, limit in zip(rows, wanted, strict=True):
            ratio = row["costs"]["strata"][key] / row["costs"][FLOOR][key]
            cells.append(f"{ratio:.2f} {_verdict(ratio <= limit)}")
        return [label, must, *cells]

    def least(name: str, must: str, wanted: list[float]) -> list[str]:
        cells = []
        for row, limit in zip(rows, wanted, strict=True):
            cost = row["costs"].get(name)
            if cost is None:
                cells.append("–")
                continue
            ratio = cost["cpu"] / row["costs"]["strata"]["cpu"]
            reached = ratio >= limit
            if cost["finished"] or reached:
                cells.append(f"{'' if cost['finished'] else '> '}{ratio:.1f} {_verdict(reached)}")
            else:
                cells.append(f"> {ratio:.1f}")
        return [f"{name} ÷ strata, CPU", must, *cells]

    peaks = [f"{row['costs']['strata']['private'] / 1e6:.0f} MB" for row in rows]
    return [
        most(
            f"strata ÷ {FLOOR}, CPU", "≤ 2.2 small, 1.5 large, 2 merge-heavy", "cpu", [cpu[_kind(row)] for row in rows]
        ),
        most(f"strata ÷ {FLOOR}, wall", "≤ 1.8 small, 1 large", "wall", [wall[_size(row)] for row in rows]),
        least("hercules", "≥ 12, 25 merge-heavy", [25 if _kind(row) == "merge-heavy" else 12 for row in rows]),
        least("git-of-theseus", "≥ 50", [50 for _ in rows]),
        least("git blame", "≥ 3 small, 9 redis-sized, 30 ansible-sized", [_blame(row) for row in rows]),
        ["peak of private memory", "≤ 250 MB redis-sized", *peaks],
    ]


def _blame(row: dict[str, Any]) -> float:
    """How many times the engine's CPU time blame of every file must cost, by the size of the history."""
    return 3 if _size(row) == "small" else 9 if row["commits"] < 40_000 else 30


def _verdict(reached: bool) -> str:
    return "reached" if reached else "**not reached**"


def growth(outcome: dict[str, Any]) -> str:
    rows = [
        [
            f"{key}: {row[key]:.0%}" if key == "merges" else f"{key}: {row[key]:,}",
            f"{row['cpu']:.2f}",
            f"{row['peak'] / 1e6:.0f}",
            f"{row['floor']:.2f}",
        ]
        for key in ("commits", "files", "merges")
        for row in outcome[key]
    ]
    return f"""## Growth

{stamp(outcome)} Generated histories in which a commit changes a few lines of three files.

![CPU seconds, peak memory and the time of git log against commits, files and share of merges](images/growth.svg)

{table(["history", "CPU s", "peak MB", f"{FLOOR}, CPU s"], rows)}
"""


def incremental(outcome: dict[str, Any]) -> str:
    rows = [
        [
            row["name"],
            f"{row['new']:,}",
            f"{row['cpu']:.2f}",
            f"{row['wall']:.2f}",
            f"{row['state'] / 1e6:.1f}",
            "yes" if row["equal"] else "**no**",
            row["mode"],
        ]
        for row in outcome["rows"]
    ]
    return f"""## New commits on a saved state

{stamp(outcome)} Medians; the start of the interpreter, in every figure, takes {outcome["start"]:.2f} s CPU.

{table(["repository", "new commits", "CPU s", "wall s", "state, MB", "equal to a full run", "mode"], rows)}
"""


def push(outcome: dict[str, Any]) -> str:
    full, pushes, fetched = outcome["full"], outcome["pushes"], outcome["strategies"]
    equal = "yes" if outcome["equal"] else "**no**"
    rows = [
        ["everything", f"{full['wall']:.2f}", f"{full['first']:.2f}", f"{full['bytes'] / 1e6:.2f}"],
        *(
            [f"push {number}", f"{each['wall']:.2f}", f"{each['first']:.2f}", f"{each['bytes'] / 1e6:.2f}"]
            for number, each in enumerate(pushes, 1)
        ),
    ]
    ways = [[each["way"], f"{each['bytes'] / 1e6:.2f}", f"{each['wall']:.2f}"] for each in fetched]
    return f"""## From a push to its result

{stamp(outcome)} A made repository of {outcome["commits"]:,} commits and {outcome["files"]:,} files, pushes of
{outcome["pushed"]} commits, through the real stages: from the request to the outcome, over HTTP on loopback. A state
has {pushes[-1]["state"] / 1e6:.1f} MB. Equal to a full run: {equal}. Median of the pushes: {outcome["median"]:.2f} s
(target: below 5 s).

{table(["analysis of", "seconds", "to the first section", "fetched, MB"], rows)}

What ways of fetching the last push cost, by git alone (the last one without the content that changed):

{table(["fetched", "MB", "seconds"], ways)}
"""


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


def whole(outcome: dict[str, Any]) -> str:
    """Analyses that do nothing, through both."""
    found = outcome["whole"]
    ours, peer = found["ours"], found["peer"]
    rows = [
        [
            label,
            *(f"{side['burst'][name]:,.0f}" for name in ("per_second", "accepted_per_second")),
            f"{side['burst']['cpu_ms_per_job']:.1f}",
            *(f"{side['visible'][name]:.1f}" for name in ("p50", "p99")),
        ]
        for label, side in (("Gitstrata", ours), ("FastAPI, Celery, Redis, Postgres", peer))
    ]
    columns = ["", "completed/s", "accepted/s", "CPU, ms per job", "visible p50, ms", "visible p99, ms"]
    jobs = ours["burst"]["per_second"] / peer["burst"]["per_second"]
    latency = ours["visible"]["p50"] / peer["visible"]["p50"]
    shares = sorted(ours["shares"].items(), key=lambda item: -item[1])
    return f"""## Analyses that do nothing

From the request to the visible result, beside what one would build with Celery. Both commit to a Postgres that waits
for the disk, and both queues wait for it too (JetStream `sync_interval: always`, Redis `appendfsync always`). A burst
is {ours["burst"]["jobs"]:,.0f} jobs by {found["clients"]} clients; *visible* is from acceptance to the client's seeing
the result at {found["visible_rate"]:.0f} jobs a second: of ours by server-sent events, of the peer by asking every
{found["poll_ms"]:.0f} ms. The middle of {found["rounds"]} rounds, turn by turn, load generator on the same cores.

{table(columns, rows)}

Jobs per second over the peer's: {jobs:.2f} (must: 1.5). Median latency over the peer's: {latency:.2f} (must: 0.25).
CPU of ours by part, ms per job: {", ".join(f"{name} {value:.1f}" for name, value in shares)}.
What the peer has not: calls between processes under mutual TLS (gateway to jobs, analyzer to jobs, jobs to auth), a
clone credential for each attempt, leases, and the full history of each job.
"""


def api(outcome: dict[str, Any]) -> str:
    requests, streams, submissions = (outcome[name] for name in ("requests", "streams", "submissions"))
    rows = [
        [
            name,
            *(f"{requests['per_second'][name][clock]:,.0f}" for clock in ("wall", "cpu")),
            f"{streams['kib'][name]:.1f}",
        ]
        for name in ("bare", "gateway")
    ]
    kept = requests["kept"]
    return f"""## The gateway beside a bare route

{stamp(outcome)} *Bare*: one FastAPI route that makes the same gRPC call on the same server settings and answers with the
same model, without sign-in, limits, tracing, tags, log line. {requests["clients"]} clients, medians of {requests["rounds"]}
rounds in turn; the load and the service behind share the machine, so requests per second of the server's own CPU say more.

{table(["", "requests/s", "requests per CPU second", f"KiB per idle stream ({streams['streams']:,} open)"], rows)}

The gateway keeps {kept["wall"]:.0%} of the requests per second ({kept["cpu"]:.0%} by CPU); the target is 70 %. A stream that
waits takes {streams["times"]} times the memory of a bare one; the target is at most 1.3.

A local stack takes {submissions["most"]:,.0f} submissions a second at most; at 80 % of that one is accepted after
{submissions["p50_ms"]} ms (p50) and {submissions["p99_ms"]} ms (p99), {submissions["times"]} times as long; the target is below 3.
"""


def pipeline(outcome: dict[str, Any]) -> str:
    parts = [write(outcome) for name, write in (("whole", whole), ("plain", histories)) if name in outcome]
    return "\n".join(parts)


def histories(outcome: dict[str, Any]) -> str:
    floor = outcome["plain"]["per_second"]
    rows = [
        [
            label,
            f"{row['per_second']:,.0f}",
            f"{row['per_second'] / floor:.2f}",
            f"{row['p50']:.1f}",
            f"{row['p99']:.1f}",
        ]
        for label, row in (
            ("plain `INSERT` and commit", outcome["plain"]),
            ("submit a job: load, decide, append, project, outbox", outcome["submit"]),
            ("the same in a full store", outcome["submit_full"]),
            ("a job from submission to completion: four commands", outcome["life"]),
            ("the same in a full store", outcome["life_full"]),
        )
    ]
    watch = outcome["watch"]
    replays = [
        [name, f"{row['seconds']:.1f}", f"{row['per_second']:,.0f}", f"{row['grown_mb']:.0f}", f"{row['problems']:.0f}"]
        for name, row in (("rebuild", outcome["rebuild"]), ("verify", outcome["verify"]))
    ]
    return f"""## What histories cost

{stamp(outcome)} One Postgres that waits for the disk at each commit, {outcome["at_once"]} at a time, the bench on the
same two cores. A full store has {outcome["events"]:,} events.

{table(["what", "per second", "of the floor", "p50, ms", "p99, ms"], rows)}

{table(["replay of all events", "seconds", "events per second", "memory grown, MB", "differences"], replays)}

{watch["watchers"]:,.0f} watchers of one job: the last of them has an event {watch["p50"]:.0f} ms after the command was
given (median of 20; at most {watch["most"]:.0f} ms).
"""


def kind(outcome: dict[str, Any]) -> str:
    told = [
        [test.replace("_", " "), f"{seconds:.0f}", "; ".join(figures)] for test, seconds, figures in outcome["tests"]
    ]
    pods = [[pod["name"], pod["node"], pod["image"], pod["memory"]] for pod in outcome["pods"]]
    return f"""## On a kind cluster

{stamp(outcome)} Kubernetes {outcome["kubernetes"]}, {outcome["nodes"]} nodes. `make kind-up` took
{outcome["up"]:.0f} s (images were built before), `make kind-test` {outcome["seconds"]:.0f} s:
{outcome["passed"]} passed, {outcome["failed"]} failed, {outcome["skipped"]} skipped.

{table(["test", "s", "figures"], told)}

After `make kind-up` these pods run:

{table(["pod", "node", "image", "memory limit"], pods)}
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


def main() -> None:
    sections = {
        "equality": equality,
        "generated": generated,
        "engine": engine,
        "growth": growth,
        "incremental": incremental,
        "push": push,
        "languages": languages,
        "api": api,
        "pipeline": pipeline,
        "stack": dependencies,
        "technologies": technologies,
        "technologies-proofs": proofs,
        "kind": kind,
    }
    parts = [INTRODUCTION]
    for name, write in sections.items():
        outcome = load(name)
        if outcome:
            parts.append(write(outcome))
            if name == "growth":
                PLOT.parent.mkdir(parents=True, exist_ok=True)
                PLOT.write_text(svg(panels(outcome)))
    PLACE.write_text("\n".join(parts))


if __name__ == "__main__":
    main()
