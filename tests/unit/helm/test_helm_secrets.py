"""Secrets: made once, kept, in their place, and nowhere else."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.fernet import Fernet
from cryptography.x509.oid import ExtendedKeyUsageOID

from kit.key_source import signing_keys
from tests.unit.helm import cluster_of_secrets
from tests.unit.helm.rendering import SERVICES, SHAPES, Objects, containers, render, shape

GENERATED = {"jwt-keys", "vault-keys", "jobs-vault-keys", "nats-users", "postgres-users"}
CERTIFIED = (*SERVICES, "postgres", "nats")


def upgraded(before: Objects, folder: Path, values: dict[str, Any] | None = None, *, without: str = "") -> Objects:
    """An upgrade of what an earlier rendering left in the cluster."""
    secrets = {each["metadata"]["name"]: each for each in before.all if each["kind"] == "Secret"}
    secrets.pop(f"gs-{without}", None)
    with cluster_of_secrets.holding(secrets, folder) as kubeconfig:
        options = ("--is-upgrade", "--dry-run=server", "--disable-openapi-validation", "--kubeconfig", str(kubeconfig))
        return render(values, *options)


def data(objects: Objects) -> dict[str, Any]:
    return {name: secret["data"] for name, secret in objects.of("Secret").items()}


def annotations(objects: Objects) -> dict[str, Any]:
    return {
        name: pod["metadata"].get("annotations") for name, pod in objects.pods().items() if not name.startswith("Job/")
    }


@pytest.fixture(scope="module")
def installed() -> Objects:
    return render()


def test_generated_keys_are_what_the_services_take(installed: Objects) -> None:
    assert set(data(installed)) == GENERATED | {"ca"} | {f"tls-{name}" for name in CERTIFIED}
    assert list(signing_keys(installed.secret("jwt-keys")["keys.json"], "keys")) == ["k1"]
    for vault in ("vault-keys", "jobs-vault-keys"):
        Fernet(installed.secret(vault)["keys"])
    for name, users in {
        "nats-users": {"admin", "auth", "jobs", "analyzer"},
        "postgres-users": {"postgres", "auth", "jobs"},
    }.items():
        passwords = installed.secret(name)
        assert set(passwords) == users
        assert len(set(passwords.values())) == len(users)
        # an address takes them as they are, and NATS takes them for text
        assert all(
            password.isalnum() and password[0].isalpha() and len(password) == 32 for password in passwords.values()
        )


def test_an_upgrade_keeps_everything_and_restarts_nothing(installed: Objects, tmp_path: Path) -> None:
    after = upgraded(installed, tmp_path)
    assert data(after) == data(installed)
    assert annotations(after) == annotations(installed)


def test_a_key_added_by_hand_stays(installed: Objects, tmp_path: Path) -> None:
    secret = json.loads(json.dumps(installed.of("Secret")["jwt-keys"]))
    secret["data"]["keys.json"] = base64.b64encode(b'{"k2": "new", "k1": "old"}').decode()
    changed = Objects(tuple(secret if each["metadata"]["name"] == "gs-jwt-keys" else each for each in installed.all))
    assert upgraded(changed, tmp_path).secret("jwt-keys") == {"keys.json": '{"k2": "new", "k1": "old"}'}


def test_rotated_certificates_are_of_the_same_authority(installed: Objects, tmp_path: Path) -> None:
    after = upgraded(installed, tmp_path, {"tls": {"generated": {"rotation": "2"}}})
    changed = {name for name, value in data(after).items() if value != data(installed)[name]}
    assert changed == {f"tls-{name}" for name in CERTIFIED}
    assert all(after.secret(f"tls-{name}")["ca.crt"] == installed.secret("ca")["tls.crt"] for name in CERTIFIED)
    for name in SERVICES:
        verified(after, name)
        assert annotations(after)[f"Deployment/{name}"] != annotations(installed)[f"Deployment/{name}"]


def test_without_its_authority_all_certificates_are_new(installed: Objects, tmp_path: Path) -> None:
    after = upgraded(installed, tmp_path, without="ca")
    assert after.secret("ca")["tls.crt"] != installed.secret("ca")["tls.crt"]
    for name in CERTIFIED:
        verified(after, name)


def test_another_name_makes_that_certificate_anew(installed: Objects, tmp_path: Path) -> None:
    after = upgraded(installed, tmp_path, {"clusterDomain": "corp.local"})
    changed = {name for name, value in data(after).items() if value != data(installed)[name]}
    assert changed == {f"tls-{name}" for name in ("auth", "jobs", "postgres", "nats")}


def test_rotated_passwords_leave_keys_alone(installed: Objects, tmp_path: Path) -> None:
    after = upgraded(installed, tmp_path, {"secrets": {"rotation": "2"}})
    changed = {name for name, value in data(after).items() if value != data(installed)[name]}
    assert changed == {"nats-users", "postgres-users"}
    restarted = {name for name, value in annotations(after).items() if value != annotations(installed)[name]}
    assert restarted == {
        *("Deployment/auth", "Deployment/jobs", "Deployment/analyzer"),
        *("StatefulSet/postgres", "StatefulSet/nats"),
    }


def test_checksums_are_of_what_was_rendered(installed: Objects) -> None:
    for name in SERVICES:
        rendered = json.dumps(data(installed)[f"tls-{name}"], sort_keys=True, separators=(",", ":"))
        assert (
            annotations(installed)[f"Deployment/{name}"]["checksum/certificate"]
            == hashlib.sha256(rendered.encode()).hexdigest()
        )


def verified(objects: Objects, name: str) -> x509.Certificate:
    """The certificate of a part, which its authority has signed."""
    secret = objects.secret(f"tls-{name}")
    certificate = x509.load_pem_x509_certificate(secret["tls.crt"].encode())
    certificate.verify_directly_issued_by(x509.load_pem_x509_certificate(secret["ca.crt"].encode()))
    return certificate


@pytest.mark.parametrize("name", CERTIFIED)
def test_the_first_name_of_a_certificate_is_the_identity(installed: Objects, name: str) -> None:
    certificate = verified(installed, name)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value.get_values_for_type(
        x509.DNSName
    )
    assert names[0] == name
    if name in {"auth", "jobs", "postgres", "nats"}:
        assert f"gs-{name}.team.svc.cluster.local" in names
    uses = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert {*uses} == {ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH}


def test_nobody_mounts_the_authoritys_key(installed: Objects) -> None:
    mounted = {
        volume["secret"]["secretName"]
        for pod in installed.pods().values()
        for volume in pod["spec"]["volumes" if "volumes" in pod["spec"] else "containers"]
        if "secret" in volume
    }
    assert "gs-tls-auth" in mounted
    assert "gs-ca" not in mounted


def test_cert_manager_makes_the_same_names() -> None:
    generated, managed = shape("trial"), shape("cert-manager")
    assert {name for name in managed.of("Secret") if name.startswith("tls-") or name == "ca"} == set()
    for name in CERTIFIED:
        spec = managed.of("Certificate")[name]["spec"]
        annotation = generated.of("Secret")[f"tls-{name}"]["metadata"]["annotations"]["gitstrata/names"]
        assert spec["dnsNames"] == json.loads(annotation)
        assert spec["secretName"] == f"gs-tls-{name}"
        assert spec["issuerRef"] == {"name": "gs-ca", "kind": "Issuer"}
        assert set(spec["usages"]) >= {"server auth", "client auth"}


def test_existing_secrets_leave_nothing_to_make() -> None:
    assert shape("production").of("Secret") == {}


def test_kept_secrets_say_so() -> None:
    policies = {
        name: secret["metadata"].get("annotations", {}).get("helm.sh/resource-policy")
        for name, secret in render({"secrets": {"keep": True}}).of("Secret").items()
        if name in GENERATED
    }
    assert policies == dict.fromkeys(GENERATED, "keep")


@pytest.mark.parametrize("name", SHAPES)
def test_secrets_are_in_secrets_only(name: str) -> None:
    objects = shape(name)
    secret_values = {
        value
        for secret in objects.of("Secret")
        for key, value in objects.secret(secret).items()
        if key not in {"ca.crt", "tls.crt"}
    }
    elsewhere = json.dumps([each for each in objects.all if each["kind"] != "Secret"])
    for value in secret_values:
        assert value not in elsewhere
        assert base64.b64encode(value.encode()).decode() not in elsewhere
    for pod in objects.pods().values():
        for container in containers(pod):
            for variable in container["env"]:
                if variable["name"].endswith(("PASSWORD", "SECRET", "TOKEN", "_KEY", "SECRET_ACCESS_KEY")):
                    assert "secretKeyRef" in variable.get("valueFrom", {}) or variable["name"].endswith("TLS_KEY")


def test_given_values_become_one_secret() -> None:
    values = {
        "github": {
            "existingSecret": "",
            "clientId": "Iv1.x",
            "clientSecret": "s3cret",
            "app": {"id": "7", "privateKey": "PEM"},
        },
        "gitea": {"url": "https://git.example", "clientId": "g", "clientSecret": "t3a"},
    }
    objects = render({"auth": values})
    assert objects.secret("providers") == {
        "github-client-secret": "s3cret",
        "gitea-client-secret": "t3a",
        "private-key": "PEM",
    }
    env = objects.env("auth")
    assert env["AUTH_GITHUB_CLIENT_ID"] == "Iv1.x"
    assert env["AUTH_GITHUB_CLIENT_SECRET"] == {"secretKeyRef": {"name": "gs-providers", "key": "github-client-secret"}}
    assert env["AUTH_GITHUB_APP_PRIVATE_KEY_FILE"] == "/etc/gitstrata/github-app/private-key"
