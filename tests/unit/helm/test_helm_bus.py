"""NATS and Postgres of the chart: the same users, rights and safety as the local stack's."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from local_stack.nats import PERMISSIONS
from tests.unit.helm.rendering import Objects, shape

SERVER = Path(sysconfig.get_path("scripts")) / "nats-server"


def configuration(objects: Objects) -> str:
    return str(objects.of("ConfigMap")["nats"]["data"]["nats.conf"])


def test_users_may_what_the_local_stacks_may() -> None:
    users = re.findall(
        r"\{user: (\w+), password: \$(\w+), permissions: (\{.*\})\}$", configuration(shape("trial")), re.MULTILINE
    )
    assert {user: json.loads(may) for user, _, may in users} == {
        user: {
            "publish": {"allow": list(may.publish)},
            "subscribe": {"allow": [*may.subscribe, f"_INBOX_{user}.>"]},
        }
        for user, may in PERMISSIONS.items()
    }
    assert all(variable == f"{user.upper()}_PASSWORD" for user, variable, _ in users)
    assert "{user: admin, password: $ADMIN_PASSWORD}" in configuration(shape("trial"))


@pytest.mark.parametrize("name", ["trial", "nats-cluster"])
def test_the_server_takes_its_configuration(name: str, tmp_path: Path) -> None:
    objects = shape(name)
    for file, data in objects.of("Secret")["tls-nats"]["data"].items():
        (tmp_path / file).write_bytes(base64.b64decode(data))
    text = configuration(objects).replace("/etc/gitstrata/tls", str(tmp_path)).replace("/data/", f"{tmp_path}/")
    (tmp_path / "nats.conf").write_text(text)
    passwords = {f"{user.upper()}_PASSWORD": value for user, value in objects.secret("nats-users").items()}
    done = subprocess.run(
        [SERVER, "-t", "-c", tmp_path / "nats.conf"],
        env={"PATH": os.defpath, "SERVER_NAME": "gs-nats-0"} | passwords,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_nothing_acknowledged_is_lost() -> None:
    assert "sync_interval: always" in configuration(shape("trial"))
    (container,) = shape("trial").of("StatefulSet")["nats"]["spec"]["template"]["spec"]["containers"]
    mounts = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    assert "store_dir: /data/jetstream" in configuration(shape("trial"))
    assert mounts["data"] == "/data"


def test_servers_of_a_cluster_know_each_other_by_name() -> None:
    objects = shape("nats-cluster")
    names = [f"gs-nats-{n}.gs-nats-headless.team.svc.cluster.local" for n in range(3)]
    assert re.findall(r"tls://([^:\s]+):6222", configuration(objects)) == names
    certified = json.loads(objects.of("Secret")["tls-nats"]["metadata"]["annotations"]["gitstrata/names"])
    assert "*.gs-nats-headless.team.svc.cluster.local" in certified
    assert "verify_cert_and_check_known_urls: true" in configuration(objects)
    assert objects.of("Service")["nats-headless"]["spec"]["publishNotReadyAddresses"] is True


def test_postgres_wants_tls_and_passwords() -> None:
    objects = shape("trial")
    (container,) = objects.of("StatefulSet")["postgres"]["spec"]["template"]["spec"]["containers"]
    options = dict(option.split("=", 1) for option in container["args"][2::2])
    assert options["ssl"] == "on"
    assert options["max_connections"] == "200"
    files = objects.of("ConfigMap")["postgres"]["data"]
    outside = [line.split() for line in files["pg_hba.conf"].splitlines() if line.startswith("host")]
    assert outside == [["hostssl", "all", "all", "all", "scram-sha-256"]]
    for service in ("auth", "jobs"):
        env = objects.env(service)
        prefix = service.upper()
        assert env[f"{prefix}_DATABASE_URL"] == (
            f"postgresql+asyncpg://{service}:$(DATABASE_PASSWORD)@gs-postgres.team.svc.cluster.local:5432/{service}"
        )
        assert env["DATABASE_PASSWORD"] == {"secretKeyRef": {"name": "gs-postgres-users", "key": service}}
        assert env[f"{prefix}_DATABASE_TLS_CA"] == "/etc/gitstrata/tls/ca.crt"
        # Kubernetes puts in only what was named before
        assert list(env).index("DATABASE_PASSWORD") < list(env).index(f"{prefix}_DATABASE_URL")


def test_the_authority_of_a_bus_of_others() -> None:
    objects = shape("managed")
    for service in ("auth", "jobs", "analyzer"):
        env = objects.env(service)
        pod = objects.of("Deployment")[service]["spec"]["template"]["spec"]
        secret = next(each["secret"]["secretName"] for each in pod["volumes"] if each["name"] == "nats-ca")
        mounted = next(
            each["mountPath"] for each in objects.container(service)["volumeMounts"] if each["name"] == "nats-ca"
        )
        assert secret == "nats-ca"
        assert env[f"{service.upper()}_NATS_TLS_CA"] == f"{mounted}/ca.crt"
        # its own certificate, and those of the other services, are of the generated authority
        assert env[f"{service.upper()}_TLS_CA"] == "/etc/gitstrata/tls/ca.crt"
    assert "nats-ca" not in str(objects.of("Deployment")["gateway"])
