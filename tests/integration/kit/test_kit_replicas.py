"""A caller of several replicas: calls are spread, and none fails when one goes away."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from grpc import aio

from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1 import auth_service_pb2_grpc as pb_grpc
from kit import health, rpc
from kit.settings import TlsFiles
from local_stack import certificates
from local_stack.ports import free_port


class Replica(pb_grpc.AuthServiceServicer):
    """Counts the calls that it gets."""

    def __init__(self) -> None:
        self.calls = 0

    async def GetUser(self, request: Any, context: Any) -> pb.GetUserResponse:
        self.calls += 1
        await asyncio.sleep(0.002)
        return pb.GetUserResponse()


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TlsFiles]:
    issued = certificates.issue(tmp_path_factory.mktemp("replicas"), ["auth", "gateway"])
    return {
        name: TlsFiles(ca=identity.authority, cert=identity.certificate, key=identity.key)
        for name, identity in issued.items()
    }


@pytest.fixture
async def replicas(tls: dict[str, TlsFiles]) -> AsyncIterator[list[tuple[Replica, aio.Server, str]]]:
    made = []
    for _ in range(2):
        listen = f"127.0.0.1:{free_port()}"
        server = rpc.server(tls=tls["auth"], listen=listen, access={"GetUser": ["gateway"]}, services=[])
        replica = Replica()
        pb_grpc.add_AuthServiceServicer_to_server(replica, server)
        await server.start()
        made.append((replica, server, listen))
    yield made
    for _, server, _ in made:
        await server.stop(0)


async def test_calls_are_spread_and_none_fails_when_a_replica_goes(
    replicas: list[tuple[Replica, aio.Server, str]], tls: dict[str, TlsFiles]
) -> None:
    target = "ipv4:" + ",".join(listen for _, _, listen in replicas)
    async with rpc.channel(tls=tls["gateway"], target=target, service="auth") as channel:
        stub = pb_grpc.AuthServiceStub(channel)
        failed: list[Exception] = []
        enough = asyncio.Event()

        async def caller() -> None:
            while not enough.is_set():
                try:
                    await rpc.call(stub.GetUser, pb.GetUserRequest())
                except Exception as error:  # noqa: BLE001 counted
                    failed.append(error)

        callers = [asyncio.create_task(caller()) for _ in range(8)]
        async with asyncio.timeout(60):
            while min(replica.calls for replica, _, _ in replicas) == 0:
                await asyncio.sleep(0.01)
            await replicas[0][1].stop(2)  # as when it is replaced
            left = replicas[1][0].calls + 100
            while replicas[1][0].calls < left:
                await asyncio.sleep(0.01)
        enough.set()
        await asyncio.gather(*callers)
    assert failed == []


async def test_probes_are_answered_in_plain_http() -> None:
    ready, listen = True, f"127.0.0.1:{free_port()}"

    async def ask(path: str) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", int(listen.rpartition(":")[2]))
        writer.write(f"GET {path} HTTP/1.1\r\nhost: x\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
        return answer.split(b"\r\n")[0]

    async with health.serve(listen, lambda: ready):
        assert await ask("/healthz") == await ask("/readyz") == b"HTTP/1.1 200 OK"
        ready = False
        assert await ask("/healthz") == b"HTTP/1.1 200 OK"
        assert await ask("/readyz") == b"HTTP/1.1 503 Service Unavailable"
        assert await ask("/else") == b"HTTP/1.1 404 Not Found"
    async with health.serve("", lambda: ready):
        pass
