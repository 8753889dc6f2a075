"""Backup, destroy, restore: histories, reports, sessions and keys are what they were."""

from __future__ import annotations

import os
import subprocess
import time

import pytest
from kubernetes import client

from deploy.kind import cluster, standin, supply
from deploy.kind.tools import CHECKOUT
from tests.kind.load import Load, completed, ended, tell


@pytest.fixture
def script():
    def run(name: str, *arguments: str) -> str:
        told = {"KUBE_CONTEXT": cluster.CONTEXT, "RELEASE": cluster.RELEASE, "NAMESPACE": cluster.NAMESPACE}
        command = [str(CHECKOUT / "deploy" / "backup" / name), *arguments]
        environment = os.environ | told | {"NATS_BOX_IMAGE": supply.load_nats_box()}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=900)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stderr

    return run


def everything(alice) -> dict[str, object]:
    """What alice can see: her account, and of each analysis its record, its history and its report."""
    seen: dict[str, object] = {"me": alice.get("/api/v1/auth/me").raise_for_status().json()}
    address = "/api/v1/analysis?limit=100"
    while address:
        page = alice.get(address).raise_for_status()
        for job in page.json()["items"]:
            one = f"/api/v1/analysis/{job['id']}"
            history = alice.get(f"{one}/events", headers={"accept": "application/json"}).raise_for_status().json()
            report = alice.get(f"{one}/result").json() if job["status"] == "COMPLETED" else None
            seen[job["id"]] = {"job": alice.get(one).json(), "history": history, "report": report}
        address = page.links.get("next", {}).get("url", "")
    return seen


def generated() -> dict[str, object]:
    """The keys and passwords that the chart made."""
    ours = f"app.kubernetes.io/instance={cluster.RELEASE}"
    found = client.CoreV1Api().list_namespaced_secret(cluster.NAMESPACE, label_selector=ours).items
    return {one.metadata.name: one.data for one in found}


def test_what_was_backed_up_comes_back(alice, token, whole, script, tmp_path):
    # given analyses that have ended, of public and private repositories
    with Load(token, 3) as busy:
        time.sleep(5)
    completed(alice, busy.accepted)
    before = everything(alice)
    assert len(before) > len(busy.accepted)
    keys = generated()
    # when a backup is made while more comes in, and all is destroyed
    with Load(token, 1):
        said = script("backup.sh", str(tmp_path / "backup"))
    tell("; ".join(line for line in said.splitlines() if line.endswith("bytes")))
    cluster.destroy()
    # and restored into an empty cluster
    began = time.monotonic()
    script("restore.sh", "secrets", str(tmp_path / "backup"))
    cluster.install()
    script("restore.sh", "data", str(tmp_path / "backup"))
    whole()
    tell(f"restored in {time.monotonic() - began:.0f} s")
    # then histories and reports are identical, alice's token is good, and keys are the same
    after = everything(alice)
    assert {name: after.get(name) for name in before} == before
    assert generated() == keys
    # what was under way at the backup ends, and new work is done: a private repository needs the vault's key
    completed(alice, [name for name in after if name != "me"])
    made = alice.post("/api/v1/analysis", json={"repo_url": f"{standin.ADDRESS}/alice/ledger"}).raise_for_status()
    assert ended(alice, made.json()["id"], time.monotonic() + 60)["status"] == "COMPLETED"
    said = cluster.kubectl("-n", cluster.NAMESPACE, "exec", f"deployment/{cluster.RELEASE}-jobs", "--", *_VERIFY)
    tell(f"{' '.join(said.split())}")


_VERIFY = ("python", "-m", "jobs.command", "verify")
