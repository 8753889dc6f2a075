"""Upgrade and rollback under a steady load of submissions: no request fails, no job is lost, keys stay."""

from __future__ import annotations

import time

import pytest

from deploy.kind import cluster
from tests.kind.load import completed

SERVICES = ("gateway", "auth", "jobs", "analyzer")
RATE = 3


@pytest.fixture
def secrets(core):
    def read() -> dict[str, object]:
        found = core.list_namespaced_secret(cluster.NAMESPACE, field_selector="type!=helm.sh/release.v1").items
        return {one.metadata.name: one.data for one in found}

    return read


def names(core) -> set[str]:
    return {pod.metadata.name for pod in core.list_namespaced_pod(cluster.NAMESPACE).items if _is_service(pod)}


def _is_service(pod) -> bool:
    return pod.metadata.labels.get("app.kubernetes.io/name") in SERVICES


def check(load, alice, core, before: set[str]) -> None:
    assert not load.failures
    assert not before & names(core), "a pod of before is still there"
    completed(alice, load.accepted)
    load.tell()


def test_an_upgrade_fails_no_request(load, alice, core, secrets, whole):
    before, kept = names(core), secrets()
    rolled = [part for name in SERVICES for part in ("--set-string", f"{name}.podAnnotations.rolled={time.time():.0f}")]
    with load(RATE) as busy:
        cluster.install(*rolled)
        whole()
    check(busy, alice, core, before)
    assert secrets() == kept


def test_a_rollback_fails_no_request(load, alice, core, secrets, whole):
    before, kept = names(core), secrets()
    with load(RATE) as busy:
        cluster.helm("rollback", cluster.RELEASE, "--namespace", cluster.NAMESPACE, "--wait", "--timeout", "10m")
        whole()
    check(busy, alice, core, before)
    assert secrets() == kept
