"""The GitHub stand-in of the local stack, in a namespace of its own: the chart knows nothing of it.

A browser, the sign-in service and the analyzers must all find it under one address, as they would GitHub. Names below
`localhost` are this machine to every browser, which comes in by the NodePort; inside the cluster the name server is
told that the same name is the stand-in's Service, at the same port.
"""

from __future__ import annotations

import base64
import secrets
from typing import Any

from deploy.kind import cluster, supply
from deploy.kind.tools import say

HOST, PORT = "github.localhost", 30082
ADDRESS = f"http://{HOST}:{PORT}"
NAMESPACE = "github"
_NAME = "github-standin"
_REWRITE = f"    rewrite name exact {HOST} {_NAME}.{NAMESPACE}.svc.cluster.local answer auto\n"


def install() -> None:
    """The stand-in, its name, and the client that the platform signs people in with."""
    say("the GitHub stand-in")
    cluster.namespace(NAMESPACE)
    client = _client()
    for namespace in (NAMESPACE, cluster.NAMESPACE):
        cluster.secret(_NAME, client, namespace)
    cluster.apply(_deployment(), _service())
    cluster.kubectl("-n", NAMESPACE, "rollout", "status", f"deployment/{_NAME}", "--timeout=120s")
    _tell_the_name_server()


def _client() -> dict[str, str]:
    kept = cluster.find("secret", _NAME, NAMESPACE)
    if kept is not None:
        return {key: base64.b64decode(value).decode() for key, value in kept["data"].items()}
    return {"client-id": f"Ov23li{secrets.token_hex(7)}", "client-secret": secrets.token_hex(20)}


def _tell_the_name_server() -> None:
    held = cluster.find("configmap", "coredns", "kube-system")
    if held is None:
        raise RuntimeError("this cluster has no CoreDNS")
    corefile: str = held["data"]["Corefile"]
    if _REWRITE in corefile:
        return
    changed = {"Corefile": corefile.replace("    errors\n", f"    errors\n{_REWRITE}", 1)}
    metadata = {"name": "coredns", "namespace": "kube-system"}
    cluster.apply({"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": changed})
    cluster.kubectl("-n", "kube-system", "rollout", "restart", "deployment/coredns")
    cluster.kubectl("-n", "kube-system", "rollout", "status", "deployment/coredns", "--timeout=120s")


def _service() -> dict[str, Any]:
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": _NAME, "namespace": NAMESPACE},
        "spec": {
            "type": "NodePort",
            "selector": {"app": _NAME},
            # one number everywhere: outside, of the Service, of the pod
            "ports": [{"port": PORT, "targetPort": PORT, "nodePort": PORT}],
        },
    }


def _deployment() -> dict[str, Any]:
    def from_secret(name: str, key: str) -> dict[str, Any]:
        return {"name": name, "valueFrom": {"secretKeyRef": {"name": _NAME, "key": key}}}

    settings = {
        "GITHUB_PORT": str(PORT),
        "GITHUB_DATA": "/data",
        "GITHUB_REPOSITORIES": "/data/repositories.json",
        "GITHUB_PUBLIC_URL": ADDRESS,
        "GITHUB_CALLBACK_URL": f"{cluster.GATEWAY}/auth/callback",
    }
    container = {
        "name": _NAME,
        "image": f"gitstrata-github-standin:{supply.tag()}",
        "imagePullPolicy": "IfNotPresent",
        "ports": [{"containerPort": PORT}],
        "env": [
            *({"name": name, "value": value} for name, value in settings.items()),
            from_secret("GITHUB_CLIENT_ID", "client-id"),
            from_secret("GITHUB_CLIENT_SECRET", "client-secret"),
        ],
        "readinessProbe": {"httpGet": {"path": "/readyz", "port": PORT}, "periodSeconds": 2},
        "resources": {"requests": {"cpu": "20m", "memory": "64Mi"}, "limits": {"memory": "2Gi"}},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        },
        "volumeMounts": [{"name": "data", "mountPath": "/data"}, {"name": "tmp", "mountPath": "/tmp"}],  # noqa: S108
    }
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": _NAME, "namespace": NAMESPACE},
        "spec": {
            "replicas": 1,
            "strategy": {"type": "Recreate"},
            "selector": {"matchLabels": {"app": _NAME}},
            "template": {
                "metadata": {"labels": {"app": _NAME}},
                "spec": {
                    "automountServiceAccountToken": False,
                    # what it granted lives as long as its pod: not on the node that may be drained
                    "nodeSelector": {"gitstrata/volumes": "true"},
                    "securityContext": {
                        "runAsNonRoot": True,
                        "fsGroup": 10001,
                        "seccompProfile": {"type": "RuntimeDefault"},
                    },
                    "containers": [container],
                    "volumes": [{"name": name, "emptyDir": {}} for name in ("data", "tmp")],
                },
            },
        },
    }
