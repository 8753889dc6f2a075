"""Pods that end, pods that are killed, a node that is drained: no accepted job is lost, and each ends once."""

from __future__ import annotations

import time
import uuid

import pytest
from kubernetes import client

from deploy.kind import cluster
from tests.kind.load import completed, ended

RATE = 3


def pods(core, name: str) -> list[client.V1Pod]:
    selector = f"app.kubernetes.io/name={name},app.kubernetes.io/part-of=gitstrata"
    return core.list_namespaced_pod(cluster.NAMESPACE, label_selector=selector).items


@pytest.fixture
def long_job(alice, long_repository):
    """A job under way in an analyzer's hands."""
    # what was analysed before is not analysed again: this was not
    options = {"exclude": [f"{uuid.uuid4()}/**"]}
    job = alice.post("/api/v1/analysis", json={"repo_url": long_repository, "options": options}).json()
    until = time.monotonic() + 60
    while (alice.get(f"/api/v1/analysis/{job['id']}").json().get("progress") or {}).get("phase") != "history":
        assert time.monotonic() < until
        time.sleep(0.1)
    return job["id"]


def history(alice, job_id: str) -> list[dict]:
    headers = {"accept": "application/json"}
    return alice.get(f"/api/v1/analysis/{job_id}/events", headers=headers).raise_for_status().json()["items"]


@pytest.mark.parametrize("name", ["gateway", "auth", "jobs", "analyzer"])
def test_a_pod_that_ends_in_order_fails_no_request(core, load, alice, whole, name):
    with load(RATE) as busy:
        core.delete_namespaced_pod(pods(core, name)[0].metadata.name, cluster.NAMESPACE)
        whole()
    assert not busy.failures
    completed(alice, busy.accepted)


@pytest.mark.parametrize("name", ["gateway", "auth", "jobs", "analyzer", "nats", "postgres"])
def test_a_pod_that_is_killed_loses_no_job(core, load, alice, whole, name):
    with load(RATE) as busy:
        core.delete_namespaced_pod(pods(core, name)[0].metadata.name, cluster.NAMESPACE, grace_period_seconds=0)
        time.sleep(1)
        whole()
        time.sleep(2)
    # who was connected to it may be told so; what was accepted is done
    completed(alice, busy.accepted)
    busy.tell()
    alone = name in {"nats", "postgres"}
    assert len(busy.accepted) > (0 if alone else len(busy.failures))


def test_a_job_outlives_its_analyzer(core, alice, whole, long_job):
    running = next(one for one in history(alice, long_job) if one["type"] == "JobStarted")
    worker = next(pod for pod in pods(core, "analyzer") if pod.metadata.name in str(running))
    core.delete_namespaced_pod(worker.metadata.name, cluster.NAMESPACE, grace_period_seconds=0)
    job = ended(alice, long_job, time.monotonic() + 120)
    assert job["status"] == "COMPLETED", job
    told = [one["type"] for one in history(alice, long_job)]
    assert told.count("JobCompleted") == 1
    assert told.count("JobStarted") == 2, told


def test_a_terminating_analyzer_finishes_its_work(core, alice, whole, long_job):
    for pod in pods(core, "analyzer"):
        core.delete_namespaced_pod(pod.metadata.name, cluster.NAMESPACE)
    job = ended(alice, long_job, time.monotonic() + 120)
    assert job["status"] == "COMPLETED", job
    # 60 seconds to drain are enough for it: nothing was begun again
    assert [one["type"] for one in history(alice, long_job)].count("JobStarted") == 1


def test_a_drained_node_fails_no_request(core, load, alice, whole):
    volumes = {node.metadata.name for node in core.list_node(label_selector="gitstrata/volumes").items}
    others = [node.metadata.name for node in core.list_node().items if node.metadata.name not in volumes]
    if not others:
        pytest.skip("the cluster has one node (KIND_NODES)")
    try:
        with load(RATE) as busy:
            drain = ("drain", others[0], "--ignore-daemonsets", "--delete-emptydir-data", "--timeout=300s")
            cluster.kubectl(*drain)
            whole()
        left = core.list_namespaced_pod(cluster.NAMESPACE, field_selector=f"spec.nodeName={others[0]}").items
        assert not [pod for pod in left if pod.status.phase == "Running"]
    finally:
        cluster.kubectl("uncordon", others[0])
    assert not busy.failures
    completed(alice, busy.accepted)
