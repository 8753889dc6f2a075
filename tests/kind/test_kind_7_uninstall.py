"""A second release in a namespace of its own runs beside the first, and goes without leaving anything but volumes."""

from __future__ import annotations

import base64
import json
import time

import pytest

from deploy.kind import cluster

SECOND = "second"
# of the namespace itself, or the cluster's notes of what happened
_OTHERS = {"events", "events.events.k8s.io", "pods.metrics.k8s.io"}
_KUBERNETES = {("configmaps", "kube-root-ca.crt"), ("serviceaccounts", "default")}


def everything() -> set[tuple[str, str]]:
    """Kind and name of all objects in the namespace."""
    kinds = cluster.kubectl("api-resources", "--namespaced", "--verbs=list", "--output=name").split()
    found = set()
    for kind in set(kinds) - _OTHERS:
        for one in json.loads(cluster.kubectl("-n", SECOND, "get", kind, "-o", "json"))["items"]:
            found.add((kind, one["metadata"]["name"]))
    return found - _KUBERNETES


@pytest.fixture
def namespace(core):
    cluster.namespace(SECOND)
    client = core.read_namespaced_secret("github-standin", cluster.NAMESPACE).data
    cluster.secret("github-standin", {key: base64.b64decode(value).decode() for key, value in client.items()}, SECOND)
    yield
    core.delete_namespace(SECOND)
    until = time.monotonic() + 120
    while SECOND in {one.metadata.name for one in core.list_namespace().items}:
        assert time.monotonic() < until
        time.sleep(1)


def test_uninstalling_leaves_nothing_but_volumes(namespace, whole):
    before = everything()
    assert before == {("secrets", "github-standin")}
    services = ("gateway", "auth", "jobs", "analyzer")
    other = {f"{name}.replicas": 1 for name in services} | {
        "gateway.service.type": "ClusterIP",
        "test.repository": "",
        "test.apiTokenSecret": "",
    }
    chosen = [part for name, value in other.items() for part in ("--set", f"{name}={value}")]
    cluster.install(*chosen, release="gs", namespace=SECOND)
    assert len(everything()) > 40
    cluster.helm("uninstall", "gs", "--namespace", SECOND, "--wait", "--timeout", "5m")
    until = time.monotonic() + 120  # pods end in their own time
    while (left := everything() - before) and {kind for kind, _ in left} != {"persistentvolumeclaims"}:
        assert time.monotonic() < until, left
        time.sleep(1)
    assert left == {("persistentvolumeclaims", "data-gs-nats-0"), ("persistentvolumeclaims", "data-gs-postgres-0")}
