"""Keeps libs/client in step with docs/openapi.json.

Without arguments: fails when the generated client is not what the document gives. With --write: writes it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
DOCUMENT = ROOT / "docs" / "openapi.json"
CLIENT = ROOT / "libs" / "client" / "gitstrata_client"
_CONFIG = f"""\
package_name_override: {CLIENT.name}
literal_enums: true
content_type_overrides:
  image/svg+xml: text/plain
post_hooks:
  - "{BIN / "ruff"} check --isolated --quiet --fix-only --select F,I,UP --target-version py311 ."
  - "{BIN / "ruff"} format --isolated --quiet --line-length 120 --target-version py311 ."
"""


def generate(target: Path) -> None:
    """Write the package to `target`."""
    config = target.with_suffix(".yaml")
    config.write_text(_CONFIG)
    command = [BIN / "openapi-python-client", "generate", "--meta", "none", "--fail-on-warning", "--overwrite"]
    options = ["--path", DOCUMENT, "--output-path", target, "--config", config]
    outcome = subprocess.run([*map(str, command), *map(str, options)], capture_output=True, text=True, check=False)
    if outcome.returncode:
        sys.exit(f"docs/openapi.json gives no client:\n{outcome.stdout}{outcome.stderr}")
    # the generator adds it only where it writes a pyproject.toml too; without it checkers take all types for Any
    (target / "py.typed").touch()


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".py", ".typed"}
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the client")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch) / CLIENT.name
        generate(fresh)
        wanted = contents(fresh)
    if not write:
        if wanted != contents(CLIENT):
            sys.exit("libs/client is not what docs/openapi.json gives: run `make openapi`")
        return
    for gone in contents(CLIENT).keys() - wanted.keys():
        (CLIENT / gone).unlink()
    for name, text in wanted.items():
        file = CLIENT / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


if __name__ == "__main__":
    main()
