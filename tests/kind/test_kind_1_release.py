"""What `make kind-up` leaves: everything ready, kept to the strictest standard, and it analyses."""

from __future__ import annotations

import time

import pytest

from deploy.kind import cluster, standin
from tests.kind.load import ended

PARTS = ("gateway", "auth", "jobs", "analyzer", "postgres", "nats")


@pytest.fixture
def pods(core, whole):
    found = core.list_namespaced_pod(cluster.NAMESPACE, label_selector="app.kubernetes.io/part-of=gitstrata").items
    return [pod for pod in found if pod.status.phase == "Running"]


def test_everything_is_ready(core, whole, pods):
    running = {pod.metadata.labels["app.kubernetes.io/name"] for pod in pods}
    assert running == set(PARTS)
    claims = core.list_namespaced_persistent_volume_claim(cluster.NAMESPACE).items
    assert {claim.status.phase for claim in claims} == {"Bound"}


def test_pods_keep_to_the_strictest_standard(core, pods):
    labels = core.read_namespace(cluster.NAMESPACE).metadata.labels
    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"
    for pod in pods:
        assert pod.spec.automount_service_account_token is False, pod.metadata.name
        for container in [*pod.spec.containers, *(pod.spec.init_containers or [])]:
            assert container.security_context.read_only_root_filesystem, pod.metadata.name
            assert container.resources.limits["memory"], pod.metadata.name


def test_nobody_can_write_or_install_in_an_image(core, pods):
    services = [pod for pod in pods if pod.metadata.labels["app.kubernetes.io/name"] in PARTS[:4]]
    for pod in services:
        write = "touch /opt/gitstrata/x 2>/dev/null || echo read-only"
        script = f"id -u; {write}; python -m pip --version 2>/dev/null || echo no-pip"
        said = cluster.kubectl("-n", cluster.NAMESPACE, "exec", pod.metadata.name, "--", "sh", "-c", script)
        assert said.split() == ["10001", "read-only", "no-pip"], pod.metadata.name


def test_the_dashboard_is_there(alice):
    page = alice.get("/")
    assert page.status_code == 200
    assert "<title>" in page.text
    assert alice.get("/api/v1/auth/me").json()["login"] == "alice"


@pytest.mark.parametrize("name", ["alice/orchard", "alice/ledger"])
def test_an_analysis_goes_through(alice, name):
    # the second is private: its credential goes from auth through jobs to an analyzer
    made = alice.post("/api/v1/analysis", json={"repo_url": f"{standin.ADDRESS}/{name}"})
    assert made.status_code == 202, made.text
    job = ended(alice, made.json()["id"], time.monotonic() + 60)
    assert job["status"] == "COMPLETED", job
    assert {"overview", "ownership", "hotspots"} <= set(
        alice.get(f"/api/v1/analysis/{job['id']}/result").json()["sections"]
    )


def test_helm_test_passes(whole):
    cluster.helm("test", cluster.RELEASE, "--namespace", cluster.NAMESPACE, "--timeout", "5m")
