"""The platform around the engine: the gateway, jobs and their histories, a cluster."""

from __future__ import annotations

from typing import Any

from tests.bench.document.form import stamp, table


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
    heads = ["", "requests/s", "requests per CPU second", f"KiB per idle stream ({streams['streams']:,} open)"]
    return f"""## The gateway beside a bare route

{stamp(outcome)} *Bare*: one FastAPI route that makes the same gRPC call on the same server settings and answers
with the same model, without sign-in, limits, tracing, tags, log line. {requests["clients"]} clients, medians of
{requests["rounds"]} rounds in turn; the load and the service behind share the machine, so requests per second of the
server's own CPU say more.

{table(heads, rows)}

The gateway keeps {kept["wall"]:.0%} of the requests per second ({kept["cpu"]:.0%} by CPU); the target is 70 %. A
stream that waits takes {streams["times"]} times the memory of a bare one; the target is at most 1.3.

A local stack takes {submissions["most"]:,.0f} submissions a second at most; at 80 % of that one is accepted after
{submissions["p50_ms"]} ms (p50) and {submissions["p99_ms"]} ms (p99), {submissions["times"]} times as long
(the middle one of {len(submissions["rounds"])} rounds, {submissions["rounds"][0]} to {submissions["rounds"][-1]});
the target is below 3.
"""


def pipeline(outcome: dict[str, Any]) -> str:
    parts = [write(outcome) for name, write in (("whole", whole), ("plain", histories)) if name in outcome]
    return "\n".join(parts)


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
