"""What the engine leaves for later analyses, carried between the store and an attempt's folder.

It is a cache: whatever is wrong with it, the attempt does without, and says why. The files come from processes that
read a hostile repository, and lead the analyzer nowhere.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path

import nats.errors
from google.protobuf.timestamp_pb2 import Timestamp
from nats.js.errors import Error as JetStreamError

from analyzer.left import opened
from analyzer.messages import Kept
from analyzer.outcomes import Lease, blob_message
from gitstrata_protos.analyzer.v1 import events_pb2
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KeepCheckpointRequest, KeepCheckpointResponse
from kit import telemetry
from kit.blobs import Blob, BlobStore
from kit.errors import AppError, NotFound
from strata.version import ENGINE_VERSION

MEDIA_TYPE = "application/vnd.gitstrata.state"
_PUT_SECONDS = _GET_SECONDS = 60.0
_PASSING = (AppError, nats.errors.Error, JetStreamError, OSError, TimeoutError)

KeepCheckpoint = Callable[[KeepCheckpointRequest], Awaitable[KeepCheckpointResponse]]
"""Tells jobs how far an attempt has come; raises AppError."""


class States:
    """`max_bytes` is the size of the largest state; with 0 none is kept and none is used."""

    def __init__(self, blobs: BlobStore, keep_checkpoint: KeepCheckpoint, max_bytes: int) -> None:
        self._blobs = blobs
        self._keep_checkpoint = keep_checkpoint
        self._max_bytes = max_bytes

    @property
    def wanted(self) -> bool:
        return self._max_bytes > 0

    async def fetch(self, state: events_pb2.EngineState, path: Path) -> str | None:
        """Have the state at `path`, a place that is empty; why it is not there, if it is not."""
        if state.engine_version != ENGINE_VERSION:
            return f"the state is of engine {state.engine_version}"
        if state.blob.size > self._max_bytes:
            return "the state is larger than this installation allows"
        ref = state.blob
        blob = Blob(sha256=ref.sha256, size=ref.size, encoding=ref.encoding, media_type=ref.media_type)
        reason = None
        with path.open("x+b") as file:
            try:
                async with asyncio.timeout(_GET_SECONDS):
                    await self._blobs.get_file(blob, file)
            except NotFound:
                reason = "the state is no longer kept"
            except ValueError:
                reason = "the state is damaged"
            except _PASSING as error:
                telemetry.log.warning("a state could not be fetched", reason=repr(error))
                reason = "the state could not be fetched"
        if reason:
            await asyncio.to_thread(path.unlink)
        return reason

    async def keep(self, path: Path, kept: Kept) -> events_pb2.EngineState | None:
        """Store the state at `path`; None if it could not be."""
        if not self.wanted:
            return None
        try:
            with opened(path) as file:
                return await self._put(file, kept)
        except _PASSING as error:
            telemetry.log.warning("a state could not be kept", reason=repr(error))
            return None

    async def keep_checkpoint(self, lease: Lease, path: Path, kept: Kept) -> bool:
        """Store the checkpoint at `path` and tell jobs; whether that was done."""
        state = await self.keep(path, kept)
        if state is None:
            return False
        request = KeepCheckpointRequest(job_id=lease.job_id, attempt=lease.attempt, lease=lease.token, checkpoint=state)
        try:
            await self._keep_checkpoint(request)
        except _PASSING as error:
            telemetry.log.warning("a checkpoint could not be told", reason=repr(error))
            return False
        telemetry.log.info("checkpoint kept", bytes=state.blob.size)
        return True

    async def _put(self, file: BufferedReader, kept: Kept) -> events_pb2.EngineState | None:
        size = os.fstat(file.fileno()).st_size
        if size > self._max_bytes:
            telemetry.log.info("a state is too large to be kept", bytes=size)
            return None
        async with asyncio.timeout(_PUT_SECONDS):
            blob = await self._blobs.put_file(file, MEDIA_TYPE)
        committed = Timestamp()
        committed.FromDatetime(datetime.fromtimestamp(kept.committed_at, UTC))
        return events_pb2.EngineState(
            blob=blob_message(blob), commit=kept.commit, engine_version=ENGINE_VERSION, committed_at=committed
        )
