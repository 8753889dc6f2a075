"""The services behind the gateway, as the routes see them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from grpc import aio
from grpc_health.v1 import health_pb2, health_pb2_grpc

from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceStub
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceStub
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import WebhooksServiceStub

if TYPE_CHECKING:
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub
    from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceAsyncStub
    from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceAsyncStub
    from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import WebhooksServiceAsyncStub

_HEALTH_TIMEOUT_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Clients:
    """Stubs of auth and jobs on open channels; call them through `kit.rpc`."""

    auth: AuthServiceAsyncStub
    hooks: HooksServiceAsyncStub
    """Webhooks that Git hosts send, which auth checks."""
    jobs: JobsServiceAsyncStub
    webhooks: WebhooksServiceAsyncStub
    """Outgoing ones, which jobs sends."""
    channels: dict[str, aio.Channel]

    @classmethod
    def over(cls, *, auth: aio.Channel, jobs: aio.Channel) -> Self:
        return cls(
            auth=AuthServiceStub(auth),
            hooks=HooksServiceStub(auth),
            jobs=JobsServiceStub(jobs),
            webhooks=WebhooksServiceStub(jobs),
            channels={"auth": auth, "jobs": jobs},
        )

    async def missing(self) -> list[str]:
        """Names of the services that do not say that they serve, asked all at once with a short deadline."""
        names = list(self.channels)
        answers = await asyncio.gather(*(_serves(self.channels[name]) for name in names))
        return [name for name, serves in zip(names, answers, strict=True) if not serves]


async def _serves(channel: aio.Channel) -> bool:
    check = health_pb2_grpc.HealthStub(channel).Check
    try:
        answer = await check(health_pb2.HealthCheckRequest(), timeout=_HEALTH_TIMEOUT_SECONDS)
    except aio.AioRpcError:
        return False
    return bool(answer.status == health_pb2.HealthCheckResponse.SERVING)
