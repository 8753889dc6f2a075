"""More pods when there is more to do, fewer when there is less, and no work done twice because of it."""

from __future__ import annotations

import concurrent.futures
import time
import uuid

import httpx
import pytest

from deploy.kind import addons, cluster
from tests.kind.load import completed, tell

JOBS = 10
KEDA = {
    "enabled": "true",
    "minReplicas": "1",
    "maxReplicas": "5",
    "pollingInterval": "2",
    "cooldownPeriod": "5",
    "scaleDownStabilizationSeconds": "10",
    "scaleDownPodsPerMinute": "20",
}
HPA = {"enabled": "true", "minReplicas": "2", "maxReplicas": "4", "cpu": "50", "scaleDownStabilizationSeconds": "15"}


def settings(prefix: str, values: dict[str, str]) -> list[str]:
    return [part for name, value in values.items() for part in ("--set", f"{prefix}.{name}={value}")]


@pytest.fixture(scope="module", autouse=True)
def _scaled(_connected):
    addons.install()
    cluster.install(*settings("analyzer.keda", KEDA), *settings("gateway.autoscaling", HPA))
    yield
    cluster.install()


def replicas(apps, name: str) -> int:
    return apps.read_namespaced_deployment_scale(f"{cluster.RELEASE}-{name}", cluster.NAMESPACE).spec.replicas


def await_replicas(apps, name: str, good, seconds: float = 240) -> int:
    until = time.monotonic() + seconds
    while not good(found := replicas(apps, name)):
        assert time.monotonic() < until, f"{name} has {found} replicas"
        time.sleep(0.5)
    return found


def test_analyzers_follow_the_work(apps, alice, long_repository):
    # given a fleet with nothing to do
    await_replicas(apps, "analyzer", lambda count: count == 1)
    # when more comes in than it has slots for
    began = time.monotonic()
    options = [{"exclude": [f"{uuid.uuid4()}/**"]} for _ in range(JOBS)]
    submitted = [
        alice.post("/api/v1/analysis", json={"repo_url": long_repository, "options": each}).raise_for_status().json()
        for each in options
    ]
    # then it grows to what is allowed
    await_replicas(apps, "analyzer", lambda count: count == int(KEDA["maxReplicas"]))
    tell(f"1 to {KEDA['maxReplicas']} analyzers in {time.monotonic() - began:.0f} s")
    # and when all is done it shrinks to one, while what was begun went on where it was
    completed(alice, [job["id"] for job in submitted], seconds=600)
    began = time.monotonic()
    await_replicas(apps, "analyzer", lambda count: count == 1)
    tell(f"and back in {time.monotonic() - began:.0f} s")
    headers = {"accept": "application/json"}
    for job in submitted:
        history = alice.get(f"/api/v1/analysis/{job['id']}/events", headers=headers).json()["items"]
        assert [event["type"] for event in history].count("JobStarted") == 1, history


def test_gateways_follow_the_requests(apps, token):
    await_replicas(apps, "gateway", lambda count: count == 2)
    headers = {"authorization": f"Bearer {token}"}
    stop = time.monotonic() + 300
    failed: list[str] = []

    def ask() -> None:
        while time.monotonic() < stop and not failed:
            try:
                answer = httpx.get(f"{cluster.GATEWAY}/api/v1/auth/me", headers=headers, trust_env=False, timeout=30)
            except httpx.HTTPError as error:
                failed.append(repr(error))
            else:
                # its limits hold while it scales
                if answer.status_code not in {200, 429}:
                    failed.append(answer.text)

    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        asking = [pool.submit(ask) for _ in range(12)]
        began = time.monotonic()
        await_replicas(apps, "gateway", lambda count: count >= 3 or failed)
        tell(f"2 to 3 gateways in {time.monotonic() - began:.0f} s")
        stop = 0
        concurrent.futures.wait(asking)
    await_replicas(apps, "gateway", lambda count: count == 2)
    assert not failed
