"""What passes between the analyzer and the processes of one attempt: JSON, a line each."""

from __future__ import annotations

import os
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

SECTIONS = "sections"
"""Folder of the attempt's directory that holds `<section>.json` for every section told."""
HEAD = "head"
"""Name, in that folder, of the report without its sections; complete when `Completed` is told."""
REPOSITORY = "repository.git"
"""Where the clone is, below the attempt's directory."""
STATE = "state"
"""Where the engine's state is read and left, below the attempt's directory."""
CHECKPOINT = "state.part"
"""Where the engine leaves how far it has come."""
LONGEST_MESSAGE = 1 << 20
TOLD = 3
"""Exit code of a stage that has told why no other follows."""

SectionName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
PhaseName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]


class _Message(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Credential(_Message):
    username: str
    password: str = Field(repr=False)


class Limits(_Message):
    """The kernel's limits for each process of the attempt."""

    memory: int
    file: int
    cpu_seconds: int
    open_files: int
    processes: int


class Known(_Message):
    """What a finished report was made of; the engine is the same."""

    commit: str
    tags_digest: str


class State(_Message):
    """The file at `STATE`: the commit that it is of, and when that was made, in seconds."""

    commit: str
    committed_at: int


class Assignment(_Message):
    """One attempt's work. The credential is gone before the repository is read."""

    url: str
    ref: str
    credential: Credential | None
    allowed_origins: tuple[str, ...]
    engine_workers: int
    ignore_revs: bool
    exclude: tuple[str, ...] = ()
    mailmap: str = Field("", repr=False)
    kinds: dict[str, str] = Field(default_factory=dict, repr=False)
    limits: Limits
    known: Known | None = None
    """The report that would be good again."""
    keep_state: bool = True
    """Leave a state for the next analysis, and checkpoints on the way."""
    checkpoint_seconds: float = 60
    """How often."""
    state: State | None = None
    """What is there to go on from; None: nothing."""
    no_state: str = ""
    """Why nothing is, where something should be."""
    whole: bool = False
    """Fetch the whole history, although there is a state."""
    mirror: str = ""
    """The path of a mirror that objects may be borrowed from."""
    advisories: str = ""
    """The path of a folder of advisories to look for vulnerabilities in."""
    checkpoint: str = ""
    """The commit whose analysis was begun and is to be continued, from the file at `CHECKPOINT`."""


class Isolated(_Message):
    """What the kernel holds a stage to, beside its limits."""

    kind: Literal["isolated"] = "isolated"
    stage: Literal["acquire", "compute"]
    held: tuple[str, ...] = Field(max_length=16)


class Progressed(_Message):
    kind: Literal["progressed"] = "progressed"
    phase: PhaseName
    done: int = Field(ge=0)
    total: int = Field(ge=0)
    rate: float = Field(ge=0)
    eta_seconds: float | None = None


class Fetched(_Message):
    """The clone is complete. `bytes` lie in it, beside what it borrows from the mirror that was offered."""

    kind: Literal["fetched"] = "fetched"
    how: Literal["whole", "increment", "mirror"]
    bytes: int = Field(ge=0)
    mirror_damaged: bool = False


class SectionReady(_Message):
    """The section's file is complete."""

    kind: Literal["section"] = "section"
    section: SectionName


class Kept(_Message):
    """A state or checkpoint is complete: the commit that it is of, and when that was made, in seconds."""

    kind: Literal["kept"] = "kept"
    commit: str = Field(pattern=r"^[0-9a-f]{40,64}$")
    committed_at: int = Field(ge=0, lt=1 << 37)
    checkpoint: bool


class Completed(_Message):
    """Every section has been told. `sections` is in report order."""

    kind: Literal["completed"] = "completed"
    commit: str = Field(pattern=r"^[0-9a-f]{40,64}$")
    engine_version: str = Field(max_length=64)
    schema_version: str = Field(max_length=64)
    sections: tuple[SectionName, ...]
    tags_digest: str = Field(pattern=r"^[0-9a-f]{64}$")


class Unchanged(_Message):
    """The repository is as it was when the known report was made: that one is good."""

    kind: Literal["unchanged"] = "unchanged"


class NeedsWhole(_Message):
    """What was fetched does not do: the whole history is needed."""

    kind: Literal["needs_whole"] = "needs_whole"
    reason: str = Field(max_length=1000)


class Failed(_Message):
    kind: Literal["failed"] = "failed"
    code: str = Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")
    message: str = Field(max_length=1000)
    retryable: bool


Message = Isolated | Progressed | Fetched | SectionReady | Kept | Completed | Unchanged | NeedsWhole | Failed

_adapter: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Field(discriminator="kind")])


def read(line: bytes) -> Message:
    """The message of one line; ValueError when it is none."""
    return _adapter.validate_json(line)


class Reporter:
    """The stages' end of the pipe. Whoever writes to a pipe that nobody reads any more is ended by SIGPIPE."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def tell(self, message: Message) -> None:
        rest = memoryview(message.model_dump_json().encode() + b"\n")
        while rest:
            rest = rest[os.write(self._descriptor, rest) :]
