"""Whether a part is ready: gRPC health over mutual TLS, or HTTP."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

# The supervisor starts processes while gRPC's threads run; its fork handlers would only get in the way.
os.environ.setdefault("GRPC_ENABLE_FORK_SUPPORT", "false")
os.environ.setdefault("GRPC_VERBOSITY", "NONE")

import grpc
import httpx
from grpc_health.v1 import health_pb2, health_pb2_grpc

from local_stack.certificates import Identity

Check = Callable[[], Awaitable[bool]]


def serves_grpc(port: int, service: str, identity: Identity) -> Check:
    """Whether the standard health service at 127.0.0.1:`port` says SERVING, to the caller `identity` is."""
    credentials = grpc.ssl_channel_credentials(
        root_certificates=identity.authority.read_bytes(),
        private_key=identity.key.read_bytes(),
        certificate_chain=identity.certificate.read_bytes(),
    )
    options = [("grpc.ssl_target_name_override", service)]

    async def check() -> bool:
        async with grpc.aio.secure_channel(f"127.0.0.1:{port}", credentials, options) as channel:
            try:
                reply = await health_pb2_grpc.HealthStub(channel).Check(health_pb2.HealthCheckRequest(), timeout=1.0)
            except grpc.aio.AioRpcError:
                return False
        return bool(reply.status == health_pb2.HealthCheckResponse.SERVING)

    return check


def answers_http(url: str) -> Check:
    """Whether a GET of that address succeeds."""

    async def check() -> bool:
        async with httpx.AsyncClient(trust_env=False, timeout=2.0) as client:
            try:
                return (await client.get(url)).is_success
            except httpx.HTTPError:
                return False

    return check
