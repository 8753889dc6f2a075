"""The cluster, and the release of the chart in it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from deploy.kind import supply
from deploy.kind.tools import CHECKOUT, CLUSTER, HERE, run, say

CONTEXT = f"kind-{CLUSTER}"
NAMESPACE = RELEASE = "gitstrata"
GATEWAY = "http://127.0.0.1:30080"
"""Where cluster.yaml puts the dashboard; values.yaml names it too."""
TIMES = CHECKOUT / ".local" / "kind-times.json"
"""How long it took."""


def create() -> None:
    """Make the cluster, if there is none."""
    if CLUSTER in run("kind", "get", "clusters").split():
        return
    wanted = yaml.safe_load((HERE / "cluster.yaml").read_text())
    # KIND_NODES=1: for a small machine, or one whose firewall lets no pods talk across nodes
    wanted["nodes"] = wanted["nodes"][: int(os.environ.get("KIND_NODES") or len(wanted["nodes"]))]
    say(f"a cluster of {len(wanted['nodes'])} node(s)")
    image = os.environ.get("KIND_NODE_IMAGE")
    chosen = ("--image", image) if image else ()
    create = ("kind", "create", "cluster", "--name", CLUSTER, "--config", "-", "--wait", "240s")
    run(*create, *chosen, given=json.dumps(wanted))
    if len(wanted["nodes"]) > 1:  # of a single one kind has done so
        first = "node-role.kubernetes.io/control-plane"
        kubectl("taint", "nodes", "--selector", first, f"{first}:NoSchedule-")


def delete() -> None:
    """Remove the cluster and nothing else; images stay."""
    run("kind", "delete", "cluster", "--name", CLUSTER)


def kubectl(*arguments: str, given: str | None = None) -> str:
    """kubectl on this cluster, whatever the current context is."""
    return run("kubectl", "--context", CONTEXT, *arguments, given=given)


def helm(*arguments: str) -> str:
    """helm on this cluster."""
    return run("helm", "--kube-context", CONTEXT, *arguments)


def apply(*objects: Mapping[str, Any]) -> None:
    """Create these objects or bring them up to date."""
    kubectl("apply", "--server-side", "--force-conflicts", "-f", "-", given="\n---\n".join(map(json.dumps, objects)))


def find(kind: str, name: str, namespace: str = NAMESPACE) -> dict[str, Any] | None:
    """An object; None if there is none."""
    text = kubectl("-n", namespace, "get", kind, name, "--ignore-not-found", "-o", "json")
    found: dict[str, Any] | None = json.loads(text) if text.strip() else None
    return found


def namespace(name: str) -> None:
    """A namespace whose pods keep to the strictest standard."""
    labels = {f"pod-security.kubernetes.io/{mode}": "restricted" for mode in ("enforce", "warn")}
    apply({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": labels}})


def secret(name: str, data: Mapping[str, str], namespace: str = NAMESPACE) -> None:
    """A Secret with these values."""
    metadata = {"name": name, "namespace": namespace}
    apply({"apiVersion": "v1", "kind": "Secret", "metadata": metadata, "stringData": dict(data)})


def install(
    *arguments: str, release: str = RELEASE, namespace: str = NAMESPACE, checkout: Path = CHECKOUT, tag: str = ""
) -> None:
    """Install the chart or upgrade the release, and wait until everything is ready.

    `checkout` and `tag`: of another version of the platform.
    """
    say(f"the chart, as release {release}")
    tag = tag or supply.tag()
    settings = {"image.tag": tag, "postgres.image": supply.postgres(), "nats.image": supply.nats()}
    settings |= {f"{name}.podAnnotations.image": image for name, image in supply.identities(tag).items()}
    chosen = [part for name, value in settings.items() for part in ("--set-string", f"{name}={value}")]
    where = ("--namespace", namespace, "--values", str(checkout / "deploy" / "kind" / "values.yaml"))
    chart = str(checkout / "deploy" / "helm" / "gitstrata")
    helm("upgrade", "--install", release, chart, *where, *chosen, *arguments, "--wait", "--timeout", "10m")


def destroy(release: str = RELEASE, namespace: str = NAMESPACE) -> None:
    """Uninstall the release and remove its volumes: nothing of it is left."""
    helm("uninstall", release, "--namespace", namespace, "--wait", "--timeout", "5m")
    ours = ("--selector", f"app.kubernetes.io/instance={release}", "--timeout=300s")
    # pods end in their own time, and a volume goes when nobody holds it
    kubectl("-n", namespace, "wait", "pod", "--for=delete", *ours)
    kubectl("-n", namespace, "delete", "persistentvolumeclaim", *ours)
