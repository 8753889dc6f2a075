"""What the chart's scaling needs of a cluster and kind does not have: a metrics server for HPA, and KEDA."""

from __future__ import annotations

import json
import os

from deploy.kind import cluster
from deploy.kind.tools import CLUSTER, run, say

_PUBLIC = {
    "metrics": (
        "https://github.com/kubernetes-sigs/metrics-server/releases/download/v0.9.0/components.yaml",
        "kube-system",
        ("metrics-server",),
    ),
    "keda": (
        "https://github.com/kedacore/keda/releases/download/v2.16.1/keda-2.16.1.yaml",
        "keda",
        ("keda-operator", "keda-metrics-apiserver"),
    ),
}
_OWN_CERTIFICATES = [
    {"op": "add", "path": "/spec/template/spec/containers/0/args/-", "value": "--kubelet-insecure-tls"}
]


def install() -> None:
    """Both, and wait until they serve. KIND_ADDONS: a program to call with the cluster's name and what it shall bring.

    By default they are the public releases.
    """
    missing = [name for name, (_, namespace, parts) in _PUBLIC.items() if not _there(namespace, parts)]
    if not missing:
        return
    say(f"add-ons: {', '.join(missing)}")
    if program := os.environ.get("KIND_ADDONS"):
        run(program, CLUSTER, *missing, seconds=1800)
        return
    for name in missing:
        address, namespace, parts = _PUBLIC[name]
        cluster.kubectl("apply", "--server-side", "--filename", address)
        if name == "metrics":  # kind's kubelets sign their certificates themselves
            patch = ("patch", "deployment", parts[0], "--type=json", "--patch", json.dumps(_OWN_CERTIFICATES))
            cluster.kubectl("-n", namespace, *patch)
        for part in parts:
            cluster.kubectl("-n", namespace, "rollout", "status", f"deployment/{part}", "--timeout=300s")


def _there(namespace: str, parts: tuple[str, ...]) -> bool:
    return all(cluster.find("deployment", part, namespace) is not None for part in parts)
