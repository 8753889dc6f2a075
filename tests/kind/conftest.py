"""The suite of `make kind-test`: a cluster that `make kind-up` made, and what happens to it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator

import httpx
import pytest
import urllib3
from kubernetes import client, config

from deploy.kind import cluster, session, standin
from deploy.kind.tools import CHECKOUT, CLUSTER
from tests.bench import results
from tests.kind.load import Load, told


@pytest.fixture(scope="session", autouse=True)
def _connected() -> None:
    try:
        config.load_kube_config(context=cluster.CONTEXT)
        client.VersionApi().get_code(_request_timeout=5)
    except (config.ConfigException, client.ApiException, urllib3.exceptions.HTTPError) as error:
        told = f"there is no cluster {cluster.CONTEXT}; make kind-up makes one ({type(error).__name__})"
        # who asked for these tests wants them run
        (pytest.fail if os.environ.get("KIND_TEST") else pytest.skip)(told)


@pytest.fixture(scope="session")
def core() -> client.CoreV1Api:
    return client.CoreV1Api()


@pytest.fixture(scope="session")
def apps() -> client.AppsV1Api:
    return client.AppsV1Api()


@pytest.fixture(scope="session")
def token(_connected) -> str:
    with session.signed_in("alice") as person:
        return session.api_token(person, "kind-test")


@pytest.fixture(scope="session")
def long_repository(_connected) -> str:
    """The address of a repository whose analysis takes ten seconds and more."""
    program = CHECKOUT / "tests" / "kind" / "long_repository.py"
    run = ("exec", "-i", "deployment/github-standin", "--", "python", "-", "long", "60000")
    cluster.kubectl("-n", standin.NAMESPACE, *run, given=program.read_text())
    return f"{standin.ADDRESS}/alice/long"


@pytest.fixture
def alice(token) -> Iterator[httpx.Client]:
    """Alice by her API token, which outlives every session."""
    headers = {"authorization": f"Bearer {token}"}
    with httpx.Client(base_url=cluster.GATEWAY, headers=headers, trust_env=False, timeout=30) as http:
        yield http


@pytest.fixture
def load(token) -> Callable[[float], Load]:
    return lambda rate: Load(token, rate)


@pytest.fixture
def whole(apps, core) -> Iterator[Callable[[], None]]:
    """Waits until the release is whole; each test leaves it so."""

    def wait(seconds: float = 180) -> None:
        until = time.monotonic() + seconds
        while missing := _missing(apps, core):
            assert time.monotonic() < until, f"not ready: {missing}"
            time.sleep(1)

    wait()
    yield wait
    wait()


def _missing(apps: client.AppsV1Api, core: client.CoreV1Api) -> list[str]:
    sets = [
        *apps.list_namespaced_deployment(cluster.NAMESPACE).items,
        *apps.list_namespaced_stateful_set(cluster.NAMESPACE).items,
    ]
    missing = [
        one.metadata.name
        for one in sets
        if (one.status.ready_replicas or 0) < one.spec.replicas
        or (one.status.updated_replicas or 0) < one.spec.replicas
        or (one.status.observed_generation or 0) < one.metadata.generation
    ]
    # a pod that still ends may take connections
    pods = core.list_namespaced_pod(cluster.NAMESPACE).items
    return missing + [pod.metadata.name for pod in pods if pod.metadata.deletion_timestamp]


# ---------------------------------------------------------------- KIND_RECORD: what docs/benchmarks.md says


class Record:
    """Keeps how long each test took and what figures it told."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.tests: dict[str, tuple[float, list[str]]] = {}
        self.counts = {"passed": 0, "failed": 0, "skipped": 0}
        self.pods = [_described(pod) for pod in client.CoreV1Api().list_namespaced_pod(cluster.NAMESPACE).items]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("::")[2].removeprefix("test_")
        seconds, figures = self.tests.get(name, (0.0, []))
        self.tests[name] = (seconds + report.duration, figures + told)
        told.clear()
        if report.when == "call" or report.outcome != "passed":
            self.counts[report.outcome] += 1

    def pytest_sessionfinish(self) -> None:
        tests = [(name, seconds, figures) for name, (seconds, figures) in self.tests.items() if seconds >= 1 or figures]
        about = {
            "kubernetes": client.VersionApi().get_code().git_version,
            "nodes": len(client.CoreV1Api().list_node().items),
            "up": json.loads(cluster.TIMES.read_text())["up"],
            "seconds": time.monotonic() - self.began,
        }
        results.save("kind", about | self.counts | {"tests": tests, "pods": self.pods})


def _described(pod: client.V1Pod) -> dict[str, str]:
    container = pod.spec.containers[0]
    limits = (container.resources.limits or {}) if container.resources else {}
    return {
        "name": pod.metadata.name,
        "node": pod.spec.node_name.removeprefix(f"{CLUSTER}-"),
        "image": container.image,
        "memory": limits.get("memory", ""),
    }


@pytest.fixture(scope="session", autouse=True)
def _recorded(_connected, request) -> None:
    if os.environ.get("KIND_RECORD"):
        request.config.pluginmanager.register(Record(), "kind-record")
