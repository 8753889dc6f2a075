"""Keeps proto/ and the generated classes in step.

Without arguments: buf lint, buf breaking against the committed baseline, and a check that the generated code
and the baseline are what proto/ gives. With --write: the same rules first, then writes both. A break on purpose
is made by deleting proto/baseline.binpb and writing an ADR that says why.
"""

from __future__ import annotations

import argparse
import filecmp
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROTO = ROOT / "proto"
BASELINE = PROTO / "baseline.binpb"
GENERATED = ROOT / "libs" / "protos"
BIN = Path(sys.executable).parent


def run(*command: str | Path) -> None:
    outcome = subprocess.run([str(part) for part in command], cwd=ROOT, check=False)
    if outcome.returncode:
        sys.exit(f"{Path(command[0]).name} {command[1]} refused proto/ (see above)")


def generate(target: Path) -> list[Path]:
    """Write the Python classes below `target`; the paths are relative to it."""
    sources = sorted(PROTO.rglob("*.proto"))
    include = Path(sys.prefix) / "lib"
    well_known = next(include.glob("python*/site-packages/grpc_tools/_proto"))
    run(
        sys.executable,
        "-m",
        "grpc_tools.protoc",
        f"-I{PROTO}",
        f"-I{well_known}",
        f"--plugin=protoc-gen-mypy={BIN / 'protoc-gen-mypy'}",
        f"--plugin=protoc-gen-mypy_grpc={BIN / 'protoc-gen-mypy_grpc'}",
        f"--python_out={target}",
        f"--grpc_python_out={target}",
        f"--mypy_out=quiet:{target}",
        f"--mypy_grpc_out=quiet:{target}",
        *sources,
    )
    # grpc's plugin makes an empty service module for files without a service
    for module in target.rglob("events_pb2_grpc.py*"):
        module.unlink()
    for package in sorted({module.parent for module in target.rglob("*_pb2.py")}):
        for folder in (package, *package.parents):
            if folder == target:
                break
            init = folder / "__init__.py"
            if not init.exists():
                init.write_text('"""Generated from proto/ by `make proto`."""\n')
    (target / "gitstrata_protos" / "py.typed").touch()
    return sorted(
        path.relative_to(target)
        for path in (target / "gitstrata_protos").rglob("*")
        if path.suffix in {".py", ".pyi", ".typed"}
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the generated code and the baseline")
    write = parser.parse_args().write

    run(BIN / "buf", "lint", PROTO)
    if BASELINE.exists():
        run(BIN / "buf", "breaking", PROTO, "--against", BASELINE)

    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        image = fresh / "baseline.binpb"
        run(BIN / "buf", "build", PROTO, "--exclude-source-info", "-o", image)
        paths = generate(fresh)
        committed = sorted(
            path.relative_to(GENERATED)
            for path in (GENERATED / "gitstrata_protos").rglob("*")
            if path.suffix in {".py", ".pyi", ".typed"}
        )
        if write:
            for stale in set(committed) - set(paths):
                (GENERATED / stale).unlink()
            for path in paths:
                (GENERATED / path).parent.mkdir(parents=True, exist_ok=True)
                (GENERATED / path).write_bytes((fresh / path).read_bytes())
            BASELINE.write_bytes(image.read_bytes())
            return
        differing = set(paths) ^ set(committed)
        differing |= {
            path
            for path in set(paths) & set(committed)
            if not filecmp.cmp(fresh / path, GENERATED / path, shallow=False)
        }
        if differing:
            names = ", ".join(str(path) for path in sorted(differing))
            sys.exit(f"generated code is not what proto/ gives; run `make proto` ({names})")
        if not BASELINE.exists() or BASELINE.read_bytes() != image.read_bytes():
            sys.exit("proto/baseline.binpb is behind proto/; run `make proto`")


if __name__ == "__main__":
    main()
