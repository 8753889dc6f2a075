"""Settings of the analyzer, read once in `main` from `ANALYZER_*`."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import SettingsConfigDict

from kit.addresses import Origin
from kit.settings import BlobSettings, CommaList, HealthSettings, NatsSettings, ServiceSettings, split_commas

GIB = 1 << 30


def _cpus() -> int:
    # what this process may use, which in a container is less than the machine has
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Settings(ServiceSettings, NatsSettings, BlobSettings, HealthSettings):
    """Where work comes from, where it is done, and how much one attempt may use."""

    model_config = SettingsConfigDict(env_prefix="ANALYZER_", hide_input_in_errors=True, frozen=True)

    jobs_target: str
    """Host and port of the jobs service's gRPC server."""
    allowed_origins: CommaList = ()
    """Git servers (`scheme://host:port`) that may be http or have a private or loopback address."""
    worker_name: str = Field(default_factory=lambda: f"{socket.gethostname()}-{os.getpid()}")
    work_dir: Path = Field(default_factory=lambda: Path(tempfile.gettempdir()) / "gitstrata-analyzer")
    """Clones are made below it and removed; several analyzers of one machine may share it."""

    slots: int = Field(default_factory=lambda: max(1, _cpus() // 2), ge=1)
    """Attempts at work at once."""
    engine_workers: int = Field(default_factory=lambda: min(2, _cpus()), ge=1, le=64)
    """Git processes of one attempt at work at once."""
    drain_seconds: float = Field(20, ge=0)
    """How long running work may go on after SIGTERM before it is given to another worker."""

    clone_seconds: float = Field(1800, gt=0)
    wall_seconds: float = Field(4 * 3600, gt=0)
    """Longest attempt, clone included."""
    stall_seconds: float = Field(120, gt=0)
    """An attempt that neither tells progress nor uses the processor for this long is stopped."""
    silence_seconds: float = Field(1800, gt=0)
    """So is one that uses the processor for this long without getting any further."""
    max_clone_bytes: int = Field(8 * GIB, gt=0)
    """Most that one attempt may have on disk."""
    memory_bytes: int = Field(4 * GIB, gt=0)
    """Most memory of one attempt, all its processes together."""
    max_processes: int = Field(256, ge=4)
    """Most processes and threads of one attempt, all together."""
    section_max_bytes: int = Field(256 * 1024 * 1024, gt=0)
    """Largest section of a report."""

    cache_dir: Path | None = None
    """Where mirrors of large repositories are kept between attempts; several analyzers may share it. None: nowhere."""
    cache_max_bytes: int = Field(20 * GIB, gt=0)
    """Most that all mirrors take; the one that was not used for longest goes first."""
    cache_min_bytes: int = Field(16 * 1024 * 1024, ge=0)
    """Smallest fetch that is worth a mirror."""

    osv_dir: Path | None = None
    """Advisories in OSV's form, `<ecosystem>/<ID>.json`, to look for vulnerabilities in. None: nobody looks."""

    state_max_bytes: int = Field(512 * 1024 * 1024, ge=0)
    """Largest engine state that is kept for the next analysis of the same history; 0: none is, nor used."""
    checkpoint_seconds: float = Field(60, gt=0)
    """How often a long analysis has kept how far it came, for whoever goes on with it should this analyzer vanish."""

    _split = field_validator("allowed_origins", mode="before")(split_commas)

    @field_validator("allowed_origins")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            Origin.parse(origin)
        return value
