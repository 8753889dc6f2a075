"""Pods: how they run, what they are told, how they are asked and how they end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml

from analyzer.settings import Settings as AnalyzerSettings
from auth.settings import MigrationSettings as AuthMigrationSettings
from auth.settings import Settings as AuthSettings
from gateway.settings import Settings as GatewaySettings
from jobs.migrate import Settings as JobsMigrationSettings
from jobs.settings import Settings as JobsSettings
from kit.health import _response
from scripts import helm_tools
from tests.unit.helm.rendering import SERVICES, SHAPES, Objects, containers, render, shape

SETTINGS = {"gateway": GatewaySettings, "auth": AuthSettings, "jobs": JobsSettings, "analyzer": AnalyzerSettings}
MIGRATIONS = {"auth": AuthMigrationSettings, "jobs": JobsMigrationSettings}
NOT_SETTINGS = {
    *("LOG_LEVEL", "LOG_FORMAT", "OTEL_EXPORTER_OTLP_ENDPOINT"),
    *("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
    "DATABASE_PASSWORD",  # what the address is put together with
}
PORTS = {"gateway": 8080, "auth": 8081, "jobs": 8081, "analyzer": 8081}


@pytest.mark.parametrize("name", SHAPES)
def test_pods_are_restricted(name: str) -> None:
    for key, pod in shape(name).pods().items():
        spec = pod["spec"]
        assert spec["automountServiceAccountToken"] is False, key
        assert spec["enableServiceLinks"] is False, key
        assert "hostNetwork" not in spec, key
        security = spec["securityContext"]
        assert security["runAsNonRoot"] is True
        assert (
            security["runAsUser"]
            == security["fsGroup"]
            == {"postgres": 999, "nats": 1000}.get(key.rpartition("/")[2], 10001)
        )
        assert security["seccompProfile"] == {"type": "RuntimeDefault"}
        for container in containers(pod):
            assert container["securityContext"] == {
                "allowPrivilegeEscalation": False,
                "readOnlyRootFilesystem": True,
                "capabilities": {"drop": ["ALL"]},
            }
            assert {"memory", "ephemeral-storage"} <= set(container["resources"]["limits"]), key
            assert {"cpu", "memory", "ephemeral-storage"} <= set(container["resources"]["requests"]), key
        for volume in spec.get("volumes", []):
            assert set(volume) <= {"name", "secret", "configMap", "emptyDir", "persistentVolumeClaim"}
            assert volume.get("emptyDir", {"sizeLimit": 1}).get("sizeLimit"), f"{key}: {volume['name']} has no bound"


@pytest.mark.parametrize("name", SHAPES)
def test_mounts_and_volumes_belong_together(name: str) -> None:
    objects = shape(name)
    claims = {
        key: {each["metadata"]["name"] for each in of["spec"]["volumeClaimTemplates"]}
        for key, of in objects.of("StatefulSet").items()
    }
    for key, pod in objects.pods().items():
        mounted = {mount["name"] for each in containers(pod) for mount in each.get("volumeMounts", [])}
        volumes = {volume["name"] for volume in pod["spec"].get("volumes", [])}
        assert mounted == volumes | claims.get(key.removeprefix("StatefulSet/"), set()), key


@pytest.mark.parametrize("name", SHAPES)
def test_service_accounts_have_no_token_and_exist(name: str) -> None:
    objects = shape(name)
    accounts = objects.of("ServiceAccount")
    assert all(account["automountServiceAccountToken"] is False for account in accounts.values())
    for pod in objects.pods().values():
        assert pod["spec"]["serviceAccountName"].removeprefix("gs-") in accounts


@pytest.mark.parametrize("name", SHAPES)
def test_variables_are_settings(name: str) -> None:
    objects = shape(name)
    for key, pod in objects.pods().items():
        service = (
            key.removeprefix("Job/migrate-").removesuffix("-first")
            if key.startswith("Job/")
            else key.rpartition("/")[2]
        )
        known = MIGRATIONS if key.startswith("Job/") else SETTINGS
        if service not in known:
            continue
        fields = {f"{service}_{field}".upper() for field in known[service].model_fields}
        for container in containers(pod):
            names = [variable["name"] for variable in container["env"]]
            assert len(names) == len(set(names))
            assert set(names) - NOT_SETTINGS <= fields, f"{key}, {container['name']}"


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("service", SERVICES)
def test_settings_accept_what_they_are_told(
    name: str, service: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keys.json").write_text('{"2026-11": "%s"}' % ("A" * 44))
    (tmp_path / "keys").write_text("A" * 43 + "=")
    (tmp_path / "private-key").write_text("PEM")
    for variable, value in shape(name).env(service).items():
        if isinstance(value, dict):
            value = "postgresql+asyncpg://u:p@h/d" if variable.endswith("URL") else "something"  # noqa: PLW2901
        if variable.endswith("_FILE"):
            value = str(tmp_path / Path(value).name)  # noqa: PLW2901
        monkeypatch.setenv(variable, value)
    settings = SETTINGS[service]()
    listen = settings.listen if isinstance(settings, GatewaySettings) else settings.health_listen
    assert listen == f"0.0.0.0:{PORTS[service]}"
    if isinstance(settings, GatewaySettings):
        assert settings.cookie_secure is settings.served_over_https
        assert (settings.auth_target, settings.jobs_target) == (
            "dns:///gs-auth.team.svc.cluster.local:9001",
            "dns:///gs-jobs.team.svc.cluster.local:9002",
        )
    if isinstance(settings, JobsSettings):
        assert settings.nats_replicas == (3 if name in {"nats-cluster", "production", "managed"} else 1)
        assert (settings.database_read_url is not None) is (name == "production")


@pytest.mark.parametrize("service", SERVICES)
def test_probes_ask_where_the_service_answers(service: str) -> None:
    container = shape("trial").container(service)
    port = PORTS[service]
    assert port in {each["containerPort"] for each in container["ports"]}
    for probe, path in {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}.items():
        assert container[probe]["httpGet"] == {"path": path, "port": port}
        assert b" 200 " in _response(path.encode(), ready=True)
    # a start may take as long as the first migration does, and a busy process is not a dead one
    assert container["startupProbe"]["periodSeconds"] * container["startupProbe"]["failureThreshold"] >= 120
    assert container["livenessProbe"]["periodSeconds"] * container["livenessProbe"]["failureThreshold"] >= 60


@pytest.mark.parametrize(
    ("version", "hook"), [("1.34.0", "sleep"), ("1.30.0", "sleep"), ("1.29.9", "exec"), ("1.27.0", "exec")]
)
def test_pods_wait_until_nobody_is_sent_to_them(version: str, hook: str) -> None:
    objects = shape("trial", "--kube-version", version)
    for service in ("gateway", "auth", "jobs"):
        assert set(objects.container(service)["lifecycle"]["preStop"]) == {hook}
    assert "lifecycle" not in objects.container("analyzer")  # it fetches its work: nobody sends it any


@pytest.mark.parametrize("service", SERVICES)
def test_there_is_time_to_end(service: str) -> None:
    # gateway: 20 s for answers under way; auth: 10 s and 2 s; jobs: 5 s and its consumers' 5 s
    needed = {
        "gateway": 20,
        "auth": 12,
        "jobs": 10,
        "analyzer": float(shape("trial").env("analyzer")["ANALYZER_DRAIN_SECONDS"]),
    }
    deployment = shape("trial").of("Deployment")[service]["spec"]["template"]["spec"]
    waited = 0 if service == "analyzer" else 5
    assert deployment["terminationGracePeriodSeconds"] >= waited + needed[service] + 10


def test_upgrades_take_nothing_away() -> None:
    for deployment in shape("trial").of("Deployment").values():
        assert deployment["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"] == 0


def test_images() -> None:
    image = {service: shape("production").container(service)["image"] for service in SERVICES}
    assert image["auth"] == f"registry.example/gitstrata/gitstrata-auth:{app_version()}"
    assert image["gateway"] == f"registry.example/gitstrata/gitstrata-gateway@sha256:{'0' * 64}"
    assert shape("trial").container("jobs")["image"] == f"gitstrata-jobs:{app_version()}"
    own = render({"image": {"tag": "7"}, "jobs": {"image": {"repository": "mine/jobs", "tag": "8"}}})
    assert (own.container("auth")["image"], own.container("jobs")["image"]) == ("gitstrata-auth:7", "mine/jobs:8")
    for pod in shape("production").pods().values():
        assert pod["spec"]["imagePullSecrets"] == [{"name": "registry"}]


def app_version() -> str:
    return str(yaml.safe_load((helm_tools.CHART / "Chart.yaml").read_text())["appVersion"])


def hooks(objects: Objects) -> dict[str, str]:
    return {
        name: job["metadata"].get("annotations", {}).get("helm.sh/hook", "") for name, job in objects.of("Job").items()
    }


def test_an_external_database_is_migrated_first() -> None:
    objects = shape("production")
    assert hooks(objects) == dict.fromkeys(("migrate-auth", "migrate-jobs"), "pre-install,pre-upgrade")
    # what a hook needs is a hook that comes before it
    for kind in ("ServiceAccount", "NetworkPolicy"):
        annotations = objects.of(kind)["migrate"]["metadata"]["annotations"]
        assert annotations["helm.sh/hook"] == "pre-install,pre-upgrade"
        assert int(annotations["helm.sh/hook-weight"]) < 0
    assert "initContainers" not in objects.of("Deployment")["auth"]["spec"]["template"]["spec"]


def test_the_charts_database_is_migrated_when_it_is_there() -> None:
    installed = hooks(shape("trial"))
    assert {name: hook for name, hook in installed.items() if name.endswith("-first")} == {
        "migrate-auth-first": "",
        "migrate-jobs-first": "",
    }
    assert hooks(shape("trial", "--is-upgrade")) == dict.fromkeys(("migrate-auth", "migrate-jobs"), "pre-upgrade")
    for service in ("auth", "jobs"):
        (wait,) = shape("trial").of("Deployment")[service]["spec"]["template"]["spec"]["initContainers"]
        assert wait["args"] == [(helm_tools.CHART / "files/wait.py").read_text(), service.upper()]
        compile(wait["args"][0], "wait.py", "exec")


def test_hooks_leave_nothing_behind() -> None:
    for each in (*shape("trial").all, *shape("production").all):
        annotations = each["metadata"].get("annotations") or {}
        if "helm.sh/hook" in annotations:
            assert annotations["helm.sh/hook-delete-policy"] == "before-hook-creation,hook-succeeded"


def test_volumes_stay() -> None:
    for each in shape("trial").of("StatefulSet").values():
        assert each["spec"]["persistentVolumeClaimRetentionPolicy"] == {"whenDeleted": "Retain", "whenScaled": "Retain"}


def test_replicas_are_left_to_the_scaler() -> None:
    objects = shape("production")
    assert set(objects.of("HorizontalPodAutoscaler")) == {"gateway", "auth", "jobs"}
    assert all("replicas" not in each["spec"] for each in objects.of("Deployment").values())
    assert all(each["spec"]["replicas"] == 1 for each in shape("trial").of("Deployment").values())
    assert shape("trial").of("HorizontalPodAutoscaler") == {}


def test_analyzers_follow_the_work() -> None:
    spec = shape("keda").of("ScaledObject")["analyzer"]["spec"]
    (trigger,) = spec["triggers"]
    assert spec["scaleTargetRef"] == {"name": "gs-analyzer"}
    assert (spec["minReplicaCount"], spec["maxReplicaCount"]) == (1, 100)
    assert spec["fallback"]["replicas"] == 3
    assert spec["cooldownPeriod"] == dt.timedelta(minutes=5).seconds
    assert trigger == {
        "type": "nats-jetstream",
        "metadata": {
            # the headless name: KEDA puts a server's before it to ask the consumer's leader
            "natsServerMonitoringEndpoint": "gs-nats-headless.team.svc.cluster.local:8222",
            "useHttps": "false",
            "account": "$G",
            "stream": "JOBS",
            "consumer": "analyzer-work",
            "lagThreshold": "2",
            "activationLagThreshold": "0",
        },
    }
    # twice the slots of the largest fleet may be with analyzers
    assert shape("keda").env("jobs")["JOBS_MAX_OUTSTANDING"] == "400"
    assert shape("nats-cluster").of("StatefulSet")["nats"]["spec"]["serviceName"] == "gs-nats-headless"


def test_budgets_and_spread() -> None:
    objects = shape("nats-cluster")
    assert set(objects.of("PodDisruptionBudget")) == {*SERVICES, "nats"}
    for name, budget in objects.of("PodDisruptionBudget").items():
        kind = "StatefulSet" if name == "nats" else "Deployment"
        of = objects.of(kind)[name]["spec"]
        assert budget["spec"]["maxUnavailable"] == 1
        assert budget["spec"]["selector"] == of["selector"]
        keys = [each["topologyKey"] for each in of["template"]["spec"]["topologySpreadConstraints"]]
        assert keys == ["kubernetes.io/hostname", "topology.kubernetes.io/zone"]


@pytest.mark.parametrize("name", SHAPES)
def test_selectors_find_their_pods_and_no_others(name: str) -> None:
    objects = shape(name)
    labels = {key: pod["metadata"]["labels"].items() for key, pod in objects.pods().items()}
    for kind in ("Deployment", "StatefulSet"):
        for key, each in objects.of(kind).items():
            selector = each["spec"]["selector"]["matchLabels"].items()
            assert [pod for pod, has in labels.items() if selector <= has] == [f"{kind}/{key}"]
    for key, service in objects.of("Service").items():
        found = {pod for pod, has in labels.items() if service["spec"]["selector"].items() <= has}
        assert {pod.rpartition("/")[2] for pod in found} == {key.removesuffix("-headless")}


def test_a_new_chart_alone_restarts_nobody() -> None:
    for key, pod in shape("trial").pods().items():
        if key.startswith(("Deployment/", "StatefulSet/")):
            assert not {"helm.sh/chart", "app.kubernetes.io/version"} & set(pod["metadata"]["labels"]), key


def test_calls_are_shared_out_by_the_caller() -> None:
    services = shape("trial").of("Service")
    for name in ("auth", "jobs"):
        assert services[name]["spec"]["clusterIP"] == "None"
        assert services[name]["spec"]["ports"][0]["port"] == {"auth": 9001, "jobs": 9002}[name]


def test_ingress() -> None:
    (ingress,) = shape("gitea").of("Ingress").values()
    assert ingress["spec"]["tls"] == [{"hosts": ["gitstrata.example"], "secretName": "gitstrata-web"}]
    backend = ingress["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
    assert backend == {"name": "gs-gateway", "port": {"name": "http"}}
    env = shape("gitea").env("gateway")
    assert (env["GATEWAY_PUBLIC_URL"], env["GATEWAY_COOKIE_SECURE"]) == ("https://gitstrata.example", "true")
    assert shape("trial").env("gateway")["GATEWAY_COOKIE_SECURE"] == "false"
    assert shape("gitea").env("auth")["AUTH_PUBLIC_URL"] == "https://gitstrata.example"


def test_the_smoke_test_asks_the_gateway() -> None:
    (pod,) = shape("production").of("Pod").values()
    (container,) = pod["spec"]["containers"]
    env = {each["name"]: each.get("value", each.get("valueFrom")) for each in container["env"]}
    assert env["SMOKE_GATEWAY"] == "http://gs-gateway.team.svc.cluster.local:8080"
    assert env["SMOKE_TOKEN"] == {"secretKeyRef": {"name": "gitstrata-test", "key": "token"}}
    compile(container["args"][0], "smoke.py", "exec")
    (short,) = shape("trial").of("Pod").values()
    assert {each["name"] for each in short["spec"]["containers"][0]["env"]} == {"SMOKE_GATEWAY", "SMOKE_SECONDS"}


@pytest.mark.parametrize(
    ("cache", "volume"),
    [
        ({}, None),
        ({"enabled": True}, {"emptyDir": {"sizeLimit": "24Gi"}}),
        ({"enabled": True, "existingClaim": "mine"}, {"persistentVolumeClaim": {"claimName": "mine"}}),
    ],
)
def test_mirrors_have_a_volume_where_they_are_wanted(cache: dict[str, Any], volume: dict[str, Any] | None) -> None:
    made = render({"analyzer": {"cache": cache}})
    volumes = {each.pop("name"): each for each in made.pods()["Deployment/analyzer"]["spec"]["volumes"]}
    mounts = {each["name"]: each["mountPath"] for each in made.container("analyzer")["volumeMounts"]}

    assert volumes.get("cache") == volume
    assert ("cache" in mounts) == (volume is not None)
    folder = made.env("analyzer").get("ANALYZER_CACHE_DIR", "")
    assert bool(folder) == (volume is not None)
    assert folder.startswith(mounts.get("cache", ""))


def test_advisories_are_mounted_read_only_where_there_are_some() -> None:
    made = render({"analyzer": {"advisories": {"existingClaim": "osv"}}})
    volumes = {each.pop("name"): each for each in made.pods()["Deployment/analyzer"]["spec"]["volumes"]}
    mounts = {each["name"]: each for each in made.container("analyzer")["volumeMounts"]}

    assert volumes["advisories"] == {"persistentVolumeClaim": {"claimName": "osv", "readOnly": True}}
    assert mounts["advisories"]["readOnly"]
    assert made.env("analyzer")["ANALYZER_OSV_DIR"] == mounts["advisories"]["mountPath"]
    assert "ANALYZER_OSV_DIR" not in render({}).env("analyzer")
