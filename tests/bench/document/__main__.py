"""Writes docs/benchmarks.md from the outcomes that the benches left: `python -m tests.bench.document`."""

from __future__ import annotations

from pathlib import Path

from tests.bench.document import correctness, engine, services, stack
from tests.bench.growth.figure import panels
from tests.bench.growth.plot import svg
from tests.bench.results import load
from tests.bench.technologies.page import proofs, technologies

PLACE = Path("docs/benchmarks.md")
PLOT = Path("docs/images/growth.svg")
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
| dependencies beside cdxgen and the ecosystems' own tools | `make bench-stack` |
| technologies beside stack-analyser | `make bench-stack` |
| every rule of technologies on the repository that proves it | `make stack-rules` |
| what jobs and their histories cost | `make bench-pipeline` |
| the gateway beside a bare route | `make bench-api` |
| what befalls a kind cluster | `make kind-up`, then `KIND_RECORD=1 make kind-test` |
| this page from their outcomes | `.venv/bin/python -m tests.bench.document` |
"""


def main() -> None:
    sections = {
        "equality": correctness.equality,
        "generated": correctness.generated,
        "engine": engine.engine,
        "growth": engine.growth,
        "incremental": engine.incremental,
        "push": engine.push,
        "languages": stack.languages,
        "api": services.api,
        "pipeline": services.pipeline,
        "stack": stack.dependencies,
        "resolvers": stack.resolvers,
        "technologies": technologies,
        "technologies-proofs": proofs,
        "kind": services.kind,
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
