"""Dependencies of public repositories beside those that cdxgen finds in the same trees, in one run.

    python -m tests.bench.stack [REPOSITORY…]

cdxgen is given a checkout, node and no build tool, so that both read files only: what Maven or Gradle would fetch from
elsewhere is in no file. It is installed under .local, by npm. Whatever it finds and we do not has a reason, or the run
fails. Seconds are of the processor, of a program and all that it starts: on a shared machine the clock says little.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packageurl import PackageURL

from strata.stack.dependencies.names import normal
from strata.stack.dependencies.registry import format_of
from tests.bench.repositories import ENVIRONMENT, Subject, git, subject
from tests.bench.results import save

REPOSITORIES = (
    "pallets/flask",
    "pdm-project/pdm",
    "expressjs/express",
    "vitejs/vite",
    "BookStackApp/BookStack",
    "BurntSushi/ripgrep",
    "gin-gonic/gin",
    "phoenixframework/phoenix",
    "sinatra/sinatra",
    "jbogard/MediatR",
    "jellyfin/jellyfin",
    "felangel/bloc",
    "pointfreeco/swift-composable-architecture",
    "jgm/pandoc",
    "spring-projects/spring-petclinic",
    "apache/commons-lang",
    "terraform-aws-modules/terraform-aws-eks",
)
CDXGEN = "@cyclonedx/cdxgen@12.8.4"
PLACE = Path(".local/bench/cdxgen")
LIMIT = 600.0
Key = tuple[str, str, str | None]
BINARY = (".whl", ".jar", ".dll", ".exe", "METADATA", ".egg-info", ".so", ".nupkg")


@dataclass(frozen=True, slots=True)
class Answer:
    """What one of the two says; `places` are the files that it names."""

    seconds: float
    keys: frozenset[Key]
    ranges: dict[tuple[str, str], set[str]]
    places: dict[Key, str]
    components: frozenset[tuple[str, str]]


def key(purl: str) -> Key:
    """Package and version of a package URL, actions in folders by their repository."""
    url = PackageURL.from_string(purl)
    name = "/".join(part for part in (url.namespace, url.name) if part)
    if url.type == "github":
        name = "/".join(name.split("/")[:2])
    return url.type, normal(url.type, name).lower(), url.version


def spent() -> float:
    """Seconds of the processor that all ended children took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def ours(place: Subject) -> Answer:
    command = [sys.executable, "-m", "tests.bench.stack.detect", str(place.folder), place.head]
    before = spent()
    output = subprocess.run(command, capture_output=True, check=True).stdout
    seconds = spent() - before
    document = json.loads(output)
    ranges: dict[tuple[str, str], set[str]] = {}
    places: dict[Key, str] = {}
    for purl, asked, path in document["dependencies"]:
        found = key(purl)
        places[found] = path
        ranges.setdefault(found[:2], set()).update([asked] if asked else [])
    components = frozenset((kind, (name or "").lower().replace(":", "/")) for kind, name in document["components"])
    return Answer(seconds, frozenset(places), ranges, places, components)


def check_out(place: Subject, folder: Path) -> None:
    """Writes the regular files of a commit; a copy of a repository may lack its largest ones."""
    entries = [
        entry.split(b"\t", 1) for entry in git(place.folder, "ls-tree", "-r", "-z", place.head).split(b"\0") if entry
    ]
    regular = [(described.split()[2], path) for described, path in entries if described[:3] == b"100"]
    output = git(place.folder, "cat-file", "--batch", stdin=b"".join(sha + b"\n" for sha, _ in regular))
    at = 0
    for _, path in regular:
        end = output.index(b"\n", at)
        header, at = output[at:end].split(), end + 1
        if len(header) == 3:
            size = int(header[2])
            file = folder / os.fsdecode(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(output[at : at + size])
            at += size + 1


def theirs(place: Subject, folder: Path) -> Answer:
    check_out(place, folder)
    bom = folder.with_suffix(".json")
    program = PLACE / "node_modules/.bin/cdxgen"
    tools = folder.with_suffix(".bin")
    tools.mkdir()
    (tools / "node").symlink_to(shutil.which("node") or "node")
    command = [
        str(tools / "node"), str(program.resolve()), "-r", "--no-install-deps", "--no-babel", "--no-validate",
        "--spec-version", "1.6", "-o", str(bom), str(folder),
    ]  # fmt: skip
    before = spent()
    environment = {**ENVIRONMENT, "PATH": str(tools), "HOME": str(tools)}
    subprocess.run(command, env=environment, capture_output=True, timeout=LIMIT, check=False)
    seconds = spent() - before
    document: dict[str, Any] = json.loads(bom.read_text()) if bom.exists() else {}
    places: dict[Key, str] = {}
    for component in document.get("components", ()):
        if component.get("purl"):
            named = [each["value"] for each in component.get("properties", ()) if each["name"] == "SrcFile"]
            places[key(component["purl"])] = (named[0] if named else "").rpartition("/tree/")[2]
    return Answer(seconds, frozenset(places), {}, places, frozenset())


def reason(missed: Key, there: Answer, here: Answer) -> str | None:
    """Why we do not have what they have; None: for no good one."""
    kind, name, version = missed
    package = (kind, name)
    if there.places[missed].endswith(BINARY) or "jar-deps" in there.places[missed]:
        return "from a built package in the tree, which is no manifest"
    if package in here.components:
        return "the repository's own project, which we list as a component"
    asked = here.ranges.get(package)
    if asked is None:
        read = format_of(there.places[missed])
        return None if read else "in a form of file that is not read here (flake.lock)"
    if version is None:
        return "no version there, a version here"
    open_here = any(each[:2] == package and each[2] is None for each in here.keys)
    if any(version in each for each in asked):
        return "takes the range for the version"
    return "a version that no file states" if open_here else None


def compared(place: Subject) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="cdxgen-") as name:
        folder = Path(name) / "tree"
        folder.mkdir()
        there = theirs(place, folder)
    here = ours(place)
    missed = sorted(there.keys - here.keys, key=str)
    reasons: Counter[str] = Counter()
    unexplained = []
    for each in missed:
        why = reason(each, there, here)
        if why is None:
            unexplained.append([*each, there.places[each]])
        else:
            reasons[why] += 1
    return {
        "ours": len(here.keys),
        "theirs": len(there.keys),
        "both": len(there.keys & here.keys),
        "only_ours": len(here.keys - there.keys),
        "reasons": dict(reasons.most_common()),
        "unexplained": unexplained,
        "seconds": here.seconds,
        "their_seconds": there.seconds,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repositories", nargs="*", default=list(REPOSITORIES))
    asked = parser.parse_args()
    if not (PLACE / "node_modules/.bin/cdxgen").exists():
        PLACE.mkdir(parents=True, exist_ok=True)
        install = ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(PLACE), CDXGEN]
        subprocess.run(install, check=True)
    rows: dict[str, Any] = {}
    for given in asked.repositories:
        place = subject(given)
        row = rows[place.name] = compared(place)
        ratio = row["their_seconds"] / row["seconds"]
        sys.stdout.write(
            f"{place.name}: {row['theirs']} there, {row['ours']} here, {row['both']} in both; "
            f"{row['their_seconds']:.1f} s there, {row['seconds']:.1f} s here ({ratio:.1f}×)\n"
        )
        for why, count in row["reasons"].items():
            sys.stdout.write(f"    {count} only there: {why}\n")
        for each in row["unexplained"]:
            sys.stdout.write(f"    unexplained: {each}\n")
        sys.stdout.flush()
    save("stack", {"cdxgen": CDXGEN, "rows": rows})
    return 1 if any(row["unexplained"] for row in rows.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
