"""Processes of the bench: jobs and auth in memory, the gateway in front of them, and the bare routes beside it.

`python -m tests.bench.api.peers backend|bare PORT FOLDER`; `FOLDER` has the certificates.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from sse_starlette.sse import EventSourceResponse

from gateway import schemas, wire
from gateway.clients import Clients
from gateway.slowness import unhurried
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import add_AuthServiceServicer_to_server
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import add_JobsServiceServicer_to_server
from kit import process, rpc
from kit.settings import TlsFiles
from tests.integration.gateway import servicers

JOB = "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11"


def files(folder: Path, name: str) -> TlsFiles:
    return TlsFiles(ca=folder / "ca.crt", cert=folder / f"{name}.crt", key=folder / f"{name}.key")


async def backend(stop: asyncio.Event, port: int, folder: Path) -> None:
    """auth on `port`, jobs on the next; jobs knows one analysis of alice's that runs."""
    known = servicers.InMemoryJobs()
    job = jobs.Job(id=JOB, state=jobs.JOB_STATE_PROCESSING, repository_url="https://git.example/a/b", attempt=1)
    known.analyses[JOB] = servicers.Analysis(servicers.ALICE, job)
    await known.analyses[JOB].record("JobStarted", {"attempt": 1}, jobs.JOB_STATE_PROCESSING)
    running = []
    for name, add, servicer, methods, at in (
        ("auth", add_AuthServiceServicer_to_server, servicers.InMemoryAuth(), servicers.AUTH_METHODS, port),
        ("jobs", add_JobsServiceServicer_to_server, known, servicers.JOBS_METHODS, port + 1),
    ):
        access = dict.fromkeys(methods, ("gateway",))
        server = rpc.server(tls=files(folder, name), listen=f"127.0.0.1:{at}", access=access, services=[])
        add(servicer, server)
        await server.start()
        await rpc.set_serving(server, serving=True)
        running.append(server)
    await stop.wait()
    await asyncio.gather(*(server.stop(0) for server in running))


async def bare(_: asyncio.Event, port: int, folder: Path) -> None:
    """One route with one call to jobs, one stream that waits; jobs is on `port` - 1. uvicorn as the gateway has it."""
    app = FastAPI()

    @app.get("/job/{job_id}")
    async def job(job_id: str) -> schemas.Job:
        reply = await clients.jobs.GetJob(
            jobs.GetJobRequest(job_id=job_id), timeout=10, metadata=((rpc.USER_ID, servicers.ALICE),)
        )
        return wire.job(reply.job)

    @app.get("/events")
    async def events() -> EventSourceResponse:
        async def waiting() -> AsyncIterator[dict[str, str]]:
            yield {"data": "x" * 600}
            await asyncio.Event().wait()

        return EventSourceResponse(waiting())

    tls = files(folder, "gateway")
    async with (
        rpc.channel(tls=tls, target=f"127.0.0.1:{port - 2}", service="auth") as auth,
        rpc.channel(tls=tls, target=f"127.0.0.1:{port - 1}", service="jobs") as behind,
    ):
        clients = Clients.over(auth=auth, jobs=behind)
        config = uvicorn.Config(app, port=port, lifespan="off", access_log=False, log_config=None, http=unhurried(15))
        await uvicorn.Server(config).serve()


if __name__ == "__main__":
    chosen = {"backend": backend, "bare": bare}[sys.argv[1]]
    process.run(lambda stop: chosen(stop, int(sys.argv[2]), Path(sys.argv[3])))
