"""Where a checkout keeps its local stack: everything below `.local/`."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from local_stack.process import Identity

CHECKOUT = Path(__file__).resolve().parents[3]


class AlreadyRunningError(Exception):
    """Another supervisor holds this home."""


@dataclass(frozen=True)
class Home:
    """The folder of one stack's data, and the names of what is in it."""

    root: Path

    @classmethod
    def of_checkout(cls) -> Home:
        """The home of the checkout that this package belongs to."""
        return cls(CHECKOUT / ".local")

    @property
    def description(self) -> Path:
        """`stack.json`: each running part's address and process id."""
        return self.root / "stack.json"

    @property
    def secrets(self) -> Path:
        return self.root / "secrets.json"

    @property
    def ports(self) -> Path:
        return self.root / "ports.json"

    @property
    def repositories(self) -> Path:
        """The local repositories that the GitHub stand-in serves."""
        return self.root / "repositories.json"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def tls(self) -> Path:
        return self.root / "tls"

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def nats(self) -> Path:
        return self.root / "nats"

    @property
    def github(self) -> Path:
        return self.root / "github"

    @property
    def work(self) -> Path:
        """The analyzer's temporary clones."""
        return self.root / "work"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold this home; the system lets go of it when the process ends, however it ends.

        Raises AlreadyRunningError when another process holds it.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        with (self.root / "lock").open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyRunningError from None
            yield

    def is_locked(self) -> bool:
        """Whether a supervisor runs here."""
        try:
            with self.locked():
                return False
        except AlreadyRunningError:
            return True

    def describe(self, parts: dict[str, dict[str, Any]]) -> None:
        """Replace `stack.json` in one step."""
        written = self.description.with_suffix(".new")
        written.write_text(json.dumps(parts, indent=2) + "\n")
        written.replace(self.description)

    def described(self) -> dict[str, dict[str, Any]]:
        """What `stack.json` says; empty if there is none."""
        try:
            parts: dict[str, dict[str, Any]] = json.loads(self.description.read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return parts

    def leftovers(self) -> list[Identity]:
        """The processes that `stack.json` names, last started first, the supervisor's own left out."""
        parts = [part for name, part in self.described().items() if name != "supervisor"]
        return [Identity(part["pid"], part["created"]) for part in reversed(parts)]
