"""Large payloads: content-addressed by SHA-256, stored compressed, referred to by events.

The port is two methods; the JetStream Object Store is the default adapter. A blob store is a way of transport:
what must last is copied into the reader's own database.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import zlib
from dataclasses import dataclass
from typing import Protocol

from nats.js import JetStreamContext, api
from nats.js.errors import BucketNotFoundError, NotFoundError, ObjectNotFoundError

from kit.errors import NotFound, Unavailable
from kit.settings import BlobSettings

_GET_SECONDS = 30.0


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


class BlobStore(Protocol):
    """Where blobs travel."""

    async def put(self, content: bytes, media_type: str) -> Blob:
        """Store the content; storing the same content again is the same blob."""
        ...

    async def get(self, blob: Blob) -> bytes:
        """The stored (encoded) form; NotFound when it is gone, Unavailable when the store does not answer."""
        ...


class MemoryBlobStore:
    """Blobs of one process, for tests."""

    def __init__(self) -> None:
        self._stored: dict[str, bytes] = {}

    async def put(self, content: bytes, media_type: str) -> Blob:
        blob, stored = pack(content, media_type)
        self._stored[blob.sha256] = stored
        return blob

    async def get(self, blob: Blob) -> bytes:
        try:
            return self._stored[blob.sha256]
        except KeyError:
            raise NotFound("The blob is not in the store.", code="blob_not_found") from None


async def declare_bucket(js: JetStreamContext, bucket: str, *, max_bytes: int, ttl: float, replicas: int = 1) -> None:
    """Make the bucket where it is missing. Only for its owner."""
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


def blob_store(settings: BlobSettings, js: JetStreamContext, bucket: str) -> BlobStore:
    """The store that the settings name; `bucket` is JetStream's."""
    if not settings.s3_bucket:
        return NatsBlobStore(js, bucket)
    from kit.s3 import S3BlobStore  # noqa: PLC0415 half a second and 30 MB that only its users pay

    return S3BlobStore(settings)
