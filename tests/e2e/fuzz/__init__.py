"""The whole API against what its document promises, by schemathesis, on a running local stack."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SETTINGS = {
    "GATEWAY_REQUESTS_PER_MINUTE": "0",
    "GATEWAY_ADDRESS_REQUESTS_PER_MINUTE": "0",
}
"""Of the stack: one may do all there is to do, as often as one likes."""
LEAVING = ("deleteCurrentUser", "revokeSession", "revokeOtherSessions", "revokeUserSessions", "changeUserRole")
"""After these the same user cannot go on: they are tried with a new session each time."""


@dataclass(frozen=True)
class Outcome:
    """How schemathesis ended, what it said, and how many cases it tried."""

    code: int
    said: str

    @property
    def cases(self) -> int:
        return sum(int(number.replace(",", "")) for number in re.findall(r"([\d,]+) generated", self.said))


def fuzz(gateway: str, *, examples: int, seed: int, leaving: bool = False, phases: str = "") -> Outcome:
    """Try every route with up to so many cases a phase; the same cases for the same seed."""
    chosen = [f"--{'include' if leaving else 'exclude'}-operation-id={name}" for name in LEAVING]
    command = [
        *(str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml")),
        *("run", f"{gateway}/api/v1/openapi.json", "--max-examples", str(examples), "--seed", str(seed)),
        *("--continue-on-failure", "--max-redirects", "0", "--warnings", "off", "--no-color", *chosen),
        *(["--phases", phases] if phases else []),
    ]
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": "tests.e2e.fuzz.hooks",
        "PYTHONPATH": str(HERE.parents[2]),
        "FUZZED_GATEWAY": gateway,
        "FUZZED_SESSIONS": "each" if leaving else "one",
    }
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return Outcome(ended.returncode, ended.stdout + ended.stderr)
