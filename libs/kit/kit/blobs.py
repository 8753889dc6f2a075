"""Large payloads: content-addressed by SHA-256, stored compressed, referred to by events.

The JetStream Object Store is the default adapter. A blob store is a way of transport, or a cache: what must last is
copied into the reader's own database.
"""

from __future__ import annotations

import asyncio
import base64
import gzip
import hashlib
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedIOBase
from typing import Protocol

from nats.js import JetStreamContext, api
from nats.js.errors import BucketNotFoundError, DigestMismatchError, NotFoundError, ObjectNotFoundError
from nats.js.object_store import ObjectStore

from kit.errors import NotFound, Unavailable
from kit.settings import BlobSettings

_GET_SECONDS = 30.0
_SLOWEST = 1 << 20  # bytes in a second, of a file that is still thought to arrive
_CHUNK = 512 * 1024  # half of what a bus takes at most in one message unless it is told otherwise


@dataclass(frozen=True, slots=True)
class Blob:
    """A reference: digest and size are those of the uncompressed content."""

    sha256: str
    size: int
    encoding: str
    media_type: str


def pack(content: bytes, media_type: str) -> tuple[Blob, bytes]:
    """The reference of some content, and its stored form: the same bytes for the same content."""
    blob = Blob(sha256=hashlib.sha256(content).hexdigest(), size=len(content), encoding="gzip", media_type=media_type)
    return blob, gzip.compress(content, compresslevel=6, mtime=0)


def unpack(blob: Blob, stored: bytes) -> bytes:
    """The content; ValueError when it is not what the reference says. Never makes more than the stated size."""
    content = stored
    if blob.encoding == "gzip":
        inflater = zlib.decompressobj(wbits=31)
        try:
            content = inflater.decompress(stored, blob.size + 1)
        except zlib.error as error:
            raise ValueError("the blob is not valid gzip") from error
        # readers get the stored form as it is: it must be whole even where the content already is
        if not inflater.eof or inflater.unused_data:
            raise ValueError("the blob is not one whole gzip member")
    if len(content) != blob.size or hashlib.sha256(content).hexdigest() != blob.sha256:
        raise ValueError("the blob is not what its reference says")
    return content


def describe(file: BufferedIOBase, media_type: str) -> Blob:
    """The reference of a file's content, as it is; the file is then at its beginning again."""
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = file.tell()
    file.seek(0)
    return Blob(sha256=digest, size=size, encoding="", media_type=media_type)


def check(blob: Blob, file: BufferedIOBase) -> None:
    """ValueError when the file is not what the reference says."""
    if describe(file, blob.media_type) != blob:
        raise ValueError("the blob is not what its reference says")


@dataclass(frozen=True, slots=True)
class Stored:
    """An object of a store, by the digest of its content."""

    sha256: str
    size: int
    stored_at: datetime


class BlobStore(Protocol):
    """Where blobs travel. Those of files are stored as they are, and never whole in memory."""

    async def put(self, content: bytes, media_type: str) -> Blob:
        """Store the content; storing the same content again is the same blob."""
        ...

    async def get(self, blob: Blob) -> bytes:
        """The stored (encoded) form; NotFound when it is gone, Unavailable when the store does not answer."""
        ...

    async def put_file(self, file: BufferedIOBase, media_type: str) -> Blob:
        """Store the content of a file that is open for reading and does not change meanwhile."""
        ...

    async def get_file(self, blob: Blob, file: BufferedIOBase) -> None:
        """Write the content into an empty file that is open for both. Raises as `get`, and ValueError when it is
        not what the reference says."""
        ...

    async def delete(self, sha256: str) -> None:
        """Have the blob gone; it need not be there."""
        ...

    async def listed(self) -> Sequence[Stored]:
        """All that is stored."""
        ...

    async def tidy(self) -> None:
        """Remove what is left of puts that never ended: what was unfinished when this was called last, and still is.

        For the owner of the bucket, at intervals that no put outlasts.
        """
        ...


class MemoryBlobStore:
    """Blobs of one process, for tests."""

    def __init__(self) -> None:
        self._stored: dict[str, bytes] = {}
        self._stored_at: dict[str, datetime] = {}

    async def put(self, content: bytes, media_type: str) -> Blob:
        blob, stored = pack(content, media_type)
        self._keep(blob, stored)
        return blob

    async def get(self, blob: Blob) -> bytes:
        try:
            return self._stored[blob.sha256]
        except KeyError:
            raise NotFound("The blob is not in the store.", code="blob_not_found") from None

    async def put_file(self, file: BufferedIOBase, media_type: str) -> Blob:
        blob = describe(file, media_type)
        self._keep(blob, file.read())
        return blob

    async def get_file(self, blob: Blob, file: BufferedIOBase) -> None:
        file.write(await self.get(blob))
        check(blob, file)

    async def delete(self, sha256: str) -> None:
        self._stored.pop(sha256, None)

    async def listed(self) -> Sequence[Stored]:
        return [Stored(name, len(stored), self._stored_at[name]) for name, stored in self._stored.items()]

    async def tidy(self) -> None:
        """Puts end in one go."""

    def _keep(self, blob: Blob, stored: bytes) -> None:
        self._stored[blob.sha256] = stored
        self._stored_at[blob.sha256] = datetime.now(UTC)


async def declare_bucket(
    js: JetStreamContext, bucket: str, *, max_bytes: int, ttl: float | None, replicas: int = 1
) -> None:
    """Make the bucket where it is missing; without `ttl` its objects stay for good. Only for its owner."""
    try:
        await js.object_store(bucket)
    except (BucketNotFoundError, NotFoundError):
        config = api.ObjectStoreConfig(bucket=bucket, max_bytes=max_bytes, ttl=ttl, replicas=replicas)
        await js.create_object_store(bucket, config=config)


class NatsBlobStore:
    """Blobs in a bucket of the JetStream Object Store, declared by its owner."""

    def __init__(self, js: JetStreamContext, bucket: str) -> None:
        self._js = js
        self._bucket = bucket
        self._unfinished: frozenset[str] = frozenset()

    async def put(self, content: bytes, media_type: str) -> Blob:
        blob, stored = await asyncio.to_thread(pack, content, media_type)
        store = await self._js.object_store(self._bucket)
        try:
            await store.get_info(blob.sha256)
        except (ObjectNotFoundError, NotFoundError):
            await store.put(blob.sha256, stored)
        return blob

    async def get(self, blob: Blob) -> bytes:
        try:
            # a get whose chunks are gone would wait for ever
            async with asyncio.timeout(_GET_SECONDS):
                store = await self._js.object_store(self._bucket)
                found = await store.get(blob.sha256)
        except (ObjectNotFoundError, NotFoundError):
            raise NotFound("The blob is not in the store.", code="blob_not_found") from None
        except TimeoutError:
            raise Unavailable("The blob store does not answer.") from None
        return found.data or b""

    async def put_file(self, file: BufferedIOBase, media_type: str) -> Blob:
        blob = await asyncio.to_thread(describe, file, media_type)
        store = await self._js.object_store(self._bucket)
        try:
            await store.get_info(blob.sha256)
        except (ObjectNotFoundError, NotFoundError):
            options = api.ObjectMetaOptions(max_chunk_size=_CHUNK)
            await store.put(blob.sha256, file, api.ObjectMeta(options=options))
        return blob

    async def get_file(self, blob: Blob, file: BufferedIOBase) -> None:
        try:
            async with asyncio.timeout(_GET_SECONDS + blob.size / _SLOWEST):
                store = await self._js.object_store(self._bucket)
                await store.get(blob.sha256, writeinto=file)
        except (ObjectNotFoundError, NotFoundError):
            raise NotFound("The blob is not in the store.", code="blob_not_found") from None
        except DigestMismatchError:
            raise ValueError("the blob is not what its reference says") from None
        except TimeoutError:
            raise Unavailable("The blob store does not answer.") from None
        await asyncio.to_thread(check, blob, file)

    async def delete(self, sha256: str) -> None:
        store = await self._js.object_store(self._bucket)
        with suppress(ObjectNotFoundError, NotFoundError):
            await store.delete(sha256)
            # else the note that it was there would stay for ever
            name = base64.urlsafe_b64encode(sha256.encode()).decode()
            await self._js.purge_stream(f"OBJ_{self._bucket}", subject=f"$O.{self._bucket}.M.{name}")

    async def listed(self) -> Sequence[Stored]:
        return [Stored(each.name, each.size or 0, _moment(each.mtime)) for each in await self._infos()]

    async def tidy(self) -> None:
        chunks = f"$O.{self._bucket}.C."
        stream = f"OBJ_{self._bucket}"
        state = (await self._js.stream_info(stream, subjects_filter=f"{chunks}>")).state
        # in this order: what ends in between is known then
        whole = {f"{chunks}{each.nuid}" for each in await self._infos()}
        unfinished = frozenset(state.subjects or {}) - whole
        for subject in sorted(unfinished & self._unfinished):
            await self._js.purge_stream(stream, subject=subject)
        self._unfinished = unfinished

    async def _infos(self) -> Sequence[api.ObjectInfo]:
        store: ObjectStore = await self._js.object_store(self._bucket)
        try:
            return await store.list(ignore_deletes=True)
        except NotFoundError:
            return []


def _moment(text: str | None) -> datetime:
    return datetime.fromisoformat(text) if text else datetime.min.replace(tzinfo=UTC)


def blob_store(settings: BlobSettings, js: JetStreamContext, bucket: str, folder: str = "") -> BlobStore:
    """The store that the settings name: `bucket` is JetStream's, `folder` the place below the prefix in S3's."""
    if not settings.s3_bucket:
        return NatsBlobStore(js, bucket)
    from kit.s3 import S3BlobStore  # noqa: PLC0415 half a second and 30 MB that only its users pay

    return S3BlobStore(settings.model_copy(update={"s3_prefix": settings.s3_prefix + folder}))
