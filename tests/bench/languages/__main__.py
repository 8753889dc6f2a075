"""Languages beside github-linguist, and the cost of finding them beside tokei.

    python -m tests.bench.languages [REPOSITORY…] [--tokei PROGRAM]

A repository is a folder, or owner/name on GitHub. The exit status is 1 if a language is missing, or a share differs by
more than 0.1 point, from the Linguist that has our data. What only the installed Linguist sees otherwise is put down to
its version: the newer one contradicts it too. tokei reads a work tree, the pass a bare repository; they take turns.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.languages.comparison import compare, ours
from tests.bench.languages.truth import Linguist, installed, of_our_data
from tests.bench.measure import Cost, measure, median
from tests.bench.repositories import Subject, git, subject
from tests.bench.results import save

VARIED = (
    *("psf/requests", "pallets/flask", "pdm-project/pdm", "ansible/ansible", "sinatra/sinatra", "expressjs/express"),
    *("vuejs/core", "vitejs/vite", "BurntSushi/ripgrep", "junegunn/fzf", "gin-gonic/gin", "tmux/tmux", "redis/redis"),
    *("fmtlib/fmt", "spring-projects/spring-petclinic", "apache/commons-lang", "square/okio", "Alamofire/Alamofire"),
    *("AFNetworking/AFNetworking", "vapor/vapor", "App-vNext/Polly", "jbogard/MediatR", "slimphp/Slim"),
    *("phoenixframework/phoenix", "ninenines/cowboy", "jgm/pandoc", "mirage/ocaml-cohttp"),
    *("clojure/clojure", "dart-lang/http", "felangel/bloc", "tidyverse/dplyr", "JuliaData/DataFrames.jl"),
    *("altmany/export_fig", "theory/pgtap", "magit/magit"),
    *("terraform-aws-modules/terraform-aws-vpc", "prometheus-community/helm-charts"),
)
TIMED = "ansible/ansible"  # about 5,000 files
TURNS = 7


def row(given: str, newest: Linguist, older: Linguist) -> dict[str, Any]:
    chosen = subject(given)
    mine = ours(chosen)
    full = newest.counted(chosen)
    theirs = {path: (language, size) for path, (language, size, _) in full.items()}
    before = {path: (language, size) for path, (language, size, _) in older.counted(chosen).items()}
    now, then = compare(mine, theirs), compare(mine, before)
    return {
        "name": chosen.name,
        "commit": chosen.head,
        "files": now.files,
        "languages": now.shown,
        "equal": now.equal,
        "missing": now.missing,
        "surplus": now.surplus,
        "furthest": now.furthest,
        "differing": [[path, mine.get(path), full.get(path)] for path in now.differing],
        "installed": {
            "equal": then.equal,
            "furthest": then.furthest,
            "differing": len(then.differing),
            "by_version": sum(theirs.get(path) != before.get(path) for path in then.differing),
        },
    }


def cost(chosen: Subject, tokei: str) -> dict[str, Any]:
    """The pass, tokei and git's reading of the same files in turns, on the same commit."""
    program = [sys.executable, "-m", "tests.bench.languages.cost", chosen.folder]
    blobs = git(chosen.folder, "ls-tree", "-r", "--format=%(objectname)", chosen.head)
    spent: dict[str, list[Cost]] = {"strata": [], "tokei": [], "git cat-file": [], "start": []}
    with tempfile.TemporaryDirectory(prefix="strata-bench-") as folder:
        tree, asked = Path(folder) / "tree", Path(folder) / "asked"
        tree.mkdir()
        asked.write_bytes(blobs)
        subprocess.run(["tar", "x", "-C", tree], input=git(chosen.folder, "archive", chosen.head), check=True)
        reading = f"git --git-dir={chosen.folder} cat-file --batch --buffer < {asked}"
        for _ in range(TURNS):
            spent["strata"].append(measure(program, limit=120))
            spent["tokei"].append(measure([tokei, tree], limit=120))
            spent["git cat-file"].append(measure(["sh", "-c", reading], limit=120))
            spent["start"].append(measure([sys.executable, "-c", "import strata.stack.inventory"], limit=60))
    later = []
    for back in (1, 10, 100):
        earlier = git(chosen.folder, "rev-parse", f"{chosen.head}~{back}").decode().strip()
        done = subprocess.run([*program, earlier], capture_output=True, text=True, check=True)
        later.append({"commits": back, **json.loads(done.stdout)})
    return {
        "name": chosen.name,
        "files": blobs.count(b"\n"),
        "load": os.getloadavg()[0],
        **{name: {"cpu": median(costs).cpu, "wall": median(costs).wall} for name, costs in spent.items()},
        "later": later,
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.languages")
    parser.add_argument("repositories", nargs="*", default=list(VARIED), metavar="REPOSITORY")
    parser.add_argument("--tokei", default=shutil.which("tokei"), metavar="PROGRAM")
    chosen = parser.parse_args()
    newest, older = of_our_data(), installed()
    print(f"{'repository':<42}{'files':>7}{'languages':>11}{'furthest':>10}  {newest.version:<12}{older.version}")
    rows = []
    for given in chosen.repositories:
        told = row(given, newest, older)
        rows.append(told)
        old = told["installed"]
        print(
            f"{told['name']:<42}{told['files']:>7,}{told['languages']:>11}{told['furthest']:>10.3f}"
            f"  {'equal' if told['equal'] else 'DIFFERS':<12}{'equal' if old['equal'] else 'differs'}"
            f" ({old['differing']} files, {old['by_version']} by version)",
            flush=True,
        )
        for path, mine, theirs in told["differing"]:
            print(f"    {path}: {mine} not {theirs}")
    outcome: dict[str, Any] = {"data": newest.version, "installed": older.version, "rows": rows}
    if chosen.tokei:
        outcome["cost"] = cost(subject(TIMED), chosen.tokei)
        print(outcome["cost"])
    if chosen.repositories == list(VARIED):
        save("languages", outcome)
    return 0 if all(told["equal"] for told in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
