"""Blobs in a bucket of Amazon S3, or of another server that speaks its protocol.

Objects are `PREFIX<sha256>`, in the stored form. What must last is copied by its reader, and the rest is a cache, so a
lifecycle rule may end objects. Credentials come from where AWS programs look for them: environment, profile, or the
role of the pod or machine.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from collections.abc import Sequence
from io import BufferedIOBase
from typing import Any

import boto3
from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from kit.blobs import Blob, Stored, check, describe, pack
from kit.errors import NotFound, Unavailable
from kit.settings import BlobSettings

_CONNECT_SECONDS = 5
_READ_SECONDS = 30
_TRIES = 3
_AT_ONCE = 16
_CHUNK = 1 << 20
_GONE = {"404", "NoSuchKey", "NotFound"}


class S3BlobStore:
    """Raises Unavailable when the bucket does not answer or refuses; the client has tried several times by then."""

    def __init__(self, settings: BlobSettings) -> None:
        self._bucket = settings.s3_bucket
        self._prefix = settings.s3_prefix
        self._client: Any = boto3.client(
            "s3",
            endpoint_url=settings.s3_endpoint_url or None,
            region_name=settings.s3_region or None,
            config=Config(
                connect_timeout=_CONNECT_SECONDS,
                read_timeout=_READ_SECONDS,
                retries={"mode": "standard", "total_max_attempts": _TRIES},
                max_pool_connections=_AT_ONCE,
                # other servers than Amazon's know buckets by path only
                s3={"addressing_style": "path"} if settings.s3_endpoint_url else {},
            ),
        )

    async def put(self, content: bytes, media_type: str) -> Blob:
        blob, stored = await asyncio.to_thread(pack, content, media_type)
        if not await asyncio.to_thread(self._there, blob):
            await asyncio.to_thread(self._write, blob, stored)
        return blob

    async def get(self, blob: Blob) -> bytes:
        return await asyncio.to_thread(self._read, blob)

    async def put_file(self, file: BufferedIOBase, media_type: str) -> Blob:
        blob = await asyncio.to_thread(describe, file, media_type)
        if not await asyncio.to_thread(self._there, blob):
            await asyncio.to_thread(self._send, blob, file)
        return blob

    async def get_file(self, blob: Blob, file: BufferedIOBase) -> None:
        await asyncio.to_thread(self._receive, blob, file)
        await asyncio.to_thread(check, blob, file)

    async def delete(self, sha256: str) -> None:
        await asyncio.to_thread(self._delete, sha256)

    async def listed(self) -> Sequence[Stored]:
        return await asyncio.to_thread(self._list)

    async def tidy(self) -> None:
        """The parts of a put that never ended are a lifecycle rule's: S3 counts them to no object."""

    def _there(self, blob: Blob) -> bool:
        try:
            self._client.head_object(Bucket=self._bucket, Key=self._key(blob.sha256))
        except ClientError as error:
            if _code(error) in _GONE:
                return False
            raise _unavailable(error) from error
        except BotoCoreError as error:
            raise _unavailable(error) from error
        return True

    def _write(self, blob: Blob, stored: bytes) -> None:
        try:
            self._client.put_object(
                Bucket=self._bucket,
                Key=self._key(blob.sha256),
                Body=stored,
                ContentType=blob.media_type,
                ContentEncoding=blob.encoding,
                ChecksumSHA256=base64.b64encode(hashlib.sha256(stored).digest()).decode(),
            )
        except (ClientError, BotoCoreError) as error:
            raise _unavailable(error) from error

    def _read(self, blob: Blob) -> bytes:
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=self._key(blob.sha256))
            return bytes(found["Body"].read())
        except ClientError as error:
            if _code(error) in _GONE:
                raise NotFound("The blob is not in the store.", code="blob_not_found") from None
            raise _unavailable(error) from error
        except BotoCoreError as error:
            raise _unavailable(error) from error

    def _send(self, blob: Blob, file: BufferedIOBase) -> None:
        try:
            # in parts where it is large; the client closes the file
            self._client.upload_fileobj(
                file, self._bucket, self._key(blob.sha256), ExtraArgs={"ContentType": blob.media_type}
            )
        except (ClientError, BotoCoreError, Boto3Error) as error:
            raise _unavailable(error) from error

    def _receive(self, blob: Blob, file: BufferedIOBase) -> None:
        try:
            found = self._client.get_object(Bucket=self._bucket, Key=self._key(blob.sha256))
            file.writelines(found["Body"].iter_chunks(_CHUNK))
        except ClientError as error:
            if _code(error) in _GONE:
                raise NotFound("The blob is not in the store.", code="blob_not_found") from None
            raise _unavailable(error) from error
        except BotoCoreError as error:
            raise _unavailable(error) from error

    def _delete(self, sha256: str) -> None:
        try:
            self._client.delete_object(Bucket=self._bucket, Key=self._key(sha256))
        except (ClientError, BotoCoreError) as error:
            raise _unavailable(error) from error

    def _list(self) -> Sequence[Stored]:
        pages = self._client.get_paginator("list_objects_v2").paginate(Bucket=self._bucket, Prefix=self._prefix)
        try:
            found = [each for page in pages for each in page.get("Contents", ())]
        except (ClientError, BotoCoreError) as error:
            raise _unavailable(error) from error
        names = [(str(each["Key"]).removeprefix(self._prefix), each) for each in found]
        # what lies in a folder below is another store's
        return [Stored(name, each["Size"], each["LastModified"]) for name, each in names if "/" not in name]

    def _key(self, sha256: str) -> str:
        return f"{self._prefix}{sha256}"


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _unavailable(error: Exception) -> Unavailable:
    said = _code(error) if isinstance(error, ClientError) else type(error).__name__
    return Unavailable(f"The blob store does not answer: {said}.")
