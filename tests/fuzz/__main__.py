"""Fuzzes every reader of manifests for some seconds each, one after the other.

    python -m tests.fuzz [--seconds N] [--seed N] [READER…]

atheris is installed under .local. An input that breaks a reader is left there, and its path is printed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from strata.stack.dependencies.registry import FORMATS
from tests.unit.strata.dependencies.test_hostile_manifests import ALL, reader_of

PLACE = Path(".local/fuzz")
ATHERIS = "atheris==3.0.0"
SEEDS = (
    b'{"name": "a", "version": "1", "dependencies": {"b": "^1"}, "packages": {"": {"dependencies": {"b": "1"}}}}',
    b'[package]\nname = "a"\n[dependencies]\nb = {version = "1", optional = true}\n[[package]]\nname = "c"\n',
    b"name: a\ndependencies:\n  b: ^1.0\n  - c=1\njobs: {x: {steps: [{uses: d/e@v1}]}}\n",
    b"<project><properties><v>1</v></properties><dependencies><dependency><groupId>g</groupId></dependency></dependencies></project>",
    b'gem "a", "~> 1"\nmodule "x" { source = "a/b/c" }\nrequire a.b/c v1.0.0\nFROM a:1 AS b\n{:a, "~> 1"}\n',
)


def install() -> None:
    """Puts atheris below .local, once."""
    if not (PLACE / "packages" / "atheris").exists():
        command = [str(Path(sys.executable).with_name("uv")), "pip", "install", "--quiet", "--python", sys.executable]
        subprocess.run([*command, "--target", str(PLACE / "packages"), ATHERIS], check=True)


def fuzz(reader: str, path: str, seconds: int, seed: int) -> bool:
    """Whether the reader held out."""
    corpus = PLACE / "corpus" / reader.replace(":", "-")
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(SEEDS):
        (corpus / f"seed-{number}").write_bytes(content)
    found = PLACE / "found" / reader.replace(":", "-")
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}", f"-seed={seed}", "-max_len=4000", "-timeout=10", "-rss_limit_mb=2048",
        "-verbosity=0", f"-artifact_prefix={found}/", str(corpus),
    ]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(PLACE / "packages"), "."])}
    command = [sys.executable, "-m", "tests.fuzz.manifests", reader, path, *options]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
    held = ended.returncode == 0
    sys.stdout.write(f"{'held' if held else 'BROKE'} {reader}\n{'' if held else ended.stderr[-4_000:]}")
    sys.stdout.flush()
    return held


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("readers", nargs="*", default=sorted({each.reader for each in FORMATS}))
    asked = parser.parse_args()
    paths = {reader_of(path): path for path in ALL}
    install()
    held = [fuzz(each, paths[each], asked.seconds, asked.seed) for each in asked.readers]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
