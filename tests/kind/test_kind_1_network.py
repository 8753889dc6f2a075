"""Default deny: every arrow of the architecture works, and every other connection is refused."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator

import pytest
from kubernetes import client

from deploy.kind import cluster, standin, supply

SERVICES = ("gateway", "auth", "jobs", "analyzer")
API = "Kubernetes"
PORTS = {
    "gateway": f"{cluster.RELEASE}-gateway:8080",
    "auth": f"{cluster.RELEASE}-auth:9001",
    "jobs": f"{cluster.RELEASE}-jobs:9002",
    "postgres": f"{cluster.RELEASE}-postgres:5432",
    "nats": f"{cluster.RELEASE}-nats:4222",
    "nats monitor": f"{cluster.RELEASE}-nats-headless:8222",
    "provider and git host": f"{standin.HOST}:{standin.PORT}",
    API: "kubernetes.default.svc:443",
}
ARROWS = {
    "gateway": {"auth", "jobs"},
    "auth": {"postgres", "nats", "provider and git host"},
    "jobs": {"auth", "postgres", "nats"},
    "analyzer": {"jobs", "nats", "provider and git host"},
    "migrate": {"postgres"},
    "test": {"gateway"},
    "backup": {"nats"},
}
# In the pod of a service, whose image has nothing but Python: all at once, for what is refused takes its time.
_ASK = """
import json, socket, sys, threading
def ask(name, place):
    host, port = place.rsplit(":", 1)
    try:
        socket.create_connection((host, int(port)), timeout=4).close()
        reached.append(name)
    except OSError as error:
        refused[name] = repr(error)
reached, refused = [], {}
asking = [threading.Thread(target=ask, args=one) for one in json.loads(sys.argv[1]).items()]
for each in asking: each.start()
for each in asking: each.join()
print(json.dumps(sorted(reached)))
"""


def reached(where: str, selector: str) -> set[str]:
    """What a pod can connect to."""
    pod = client.CoreV1Api().list_namespaced_pod(where, label_selector=selector).items[0]
    node = client.CoreV1Api().read_node(pod.spec.node_name)
    places = dict(PORTS)
    if "node-role.kubernetes.io/control-plane" in node.metadata.labels:
        del places[API]  # the node that a pod runs on is no policy's concern
    # names as any namespace has them
    own = {name: place.replace(":", f".{cluster.NAMESPACE}:") for name, place in places.items()}
    places = {name: own[name] if place.startswith(cluster.RELEASE) else place for name, place in places.items()}
    asked = ("exec", pod.metadata.name, "--", "python", "-c", _ASK, json.dumps(places))
    return set(json.loads(cluster.kubectl("-n", where, *asked)))


def service(name: str) -> tuple[str, str]:
    return cluster.NAMESPACE, f"app.kubernetes.io/instance={cluster.RELEASE},app.kubernetes.io/name={name}"


STRANGER = (standin.NAMESPACE, "app=github-standin")


@pytest.fixture(scope="module")
def enforced(_connected) -> None:
    if "postgres" in reached(*STRANGER):
        pytest.skip("this cluster's network plugin does not enforce NetworkPolicies")


@pytest.fixture
def impostor(core, request) -> Iterator[str]:
    """A pod that policies take for a component whose own image has no Python; never ready, so nobody is sent to it."""
    name = f"probe-{request.param}"
    labels = {
        "app.kubernetes.io/name": request.param,
        "app.kubernetes.io/instance": cluster.RELEASE,
        "app.kubernetes.io/part-of": "gitstrata",
        "probe": name,
    }
    container = {
        "name": "probe",
        "image": f"gitstrata-gateway:{supply.tag()}",
        "imagePullPolicy": "IfNotPresent",
        "command": ["sleep", "300"],
        "readinessProbe": {"exec": {"command": ["false"]}},
        "securityContext": {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}},
    }
    spec = {
        "automountServiceAccountToken": False,
        "terminationGracePeriodSeconds": 0,
        "securityContext": {"runAsNonRoot": True, "runAsUser": 10001, "seccompProfile": {"type": "RuntimeDefault"}},
        "containers": [container],
    }
    core.create_namespaced_pod(cluster.NAMESPACE, {"metadata": {"name": name, "labels": labels}, "spec": spec})
    try:
        cluster.kubectl("-n", cluster.NAMESPACE, "wait", f"pod/{name}", "--for=jsonpath={.status.phase}=Running")
        yield name
    finally:
        core.delete_namespaced_pod(name, cluster.NAMESPACE, grace_period_seconds=0)


def comes_to(where: str, selector: str, wanted: set[str], apart: str = "") -> None:
    """Asserts what a pod can connect to, once policies have followed it: on a busy machine they and it take a while."""
    until = time.monotonic() + 60
    while (found := reached(where, selector) - {apart}) != wanted:
        assert time.monotonic() < until, f"reached {found}, not {wanted}"


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_reaches_what_the_architecture_says(enforced, whole, name):
    # but for itself, which no policy is asked about
    comes_to(*service(name), ARROWS[name], apart=name)


@pytest.mark.parametrize("impostor", ["postgres", "nats", "migrate", "test", "backup", "nobody"], indirect=True)
def test_so_does_everything_else_of_the_release(enforced, whole, impostor):
    comes_to(cluster.NAMESPACE, f"probe={impostor}", ARROWS.get(impostor.removeprefix("probe-"), set()))


def test_a_stranger_reaches_the_gateway_alone(enforced, whole):
    assert reached(*STRANGER) - {API} == {"gateway", "provider and git host"}
