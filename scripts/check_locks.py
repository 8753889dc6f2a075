"""The lock files pin every package by hash and name no registry: whoever installs chooses where from."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def problems() -> list[str]:
    found = []
    python = (ROOT / "requirements.lock").read_text()
    if re.search(r"https?://", python):
        found.append("requirements.lock holds an address; run `make lock`")
    pinned = re.findall(r"^[a-z0-9][\w.-]*==", python, flags=re.MULTILINE)
    if not pinned or python.count("--hash=sha256:") < len(pinned):
        found.append("requirements.lock holds a package without a hash; run `make lock`")
    for folder in ("frontend", "libs/strata/linguist", "libs/strata/licences", "deploy/helm/tools"):
        packages = json.loads((ROOT / folder / "package-lock.json").read_text())["packages"]
        if any("resolved" in package or "funding" in package for package in packages.values()):
            found.append(f"{folder}/package-lock.json holds an address; run `make lock`")
    crates = (ROOT / "libs/strata/native/crates.lock").read_text()
    if "source = " in crates or crates.count("checksum = ") != crates.count("[[package]]") - 1:
        found.append("crates.lock holds an address, or a package without a checksum; run `make lock`")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    found += [
        f"{path} is in git: it records addresses"
        for path in listed.splitlines()
        if path.rpartition("/")[2] in {"uv.lock", "pylock.toml", "Cargo.lock"}
    ]
    return found


if __name__ == "__main__":
    sys.exit("\n".join(problems()) or 0)
