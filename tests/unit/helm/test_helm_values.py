"""Values: nothing unknown is taken, and what cannot work is refused with a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from scripts import helm_tools
from tests.unit.helm.rendering import PROVIDER, SHAPES, merged, refusal, render, shape

VALUES = yaml.safe_load((helm_tools.CHART / "values.yaml").read_text())
SCHEMA = json.loads((helm_tools.CHART / "values.schema.json").read_text())

EXTERNAL_NATS = {
    "tls": {"mode": "certManager"},
    "nats": {"enabled": False, "existingSecret": "users", "external": {"url": "tls://nats.example:4222"}},
}


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in schema:
        return resolved(SCHEMA["definitions"][schema["$ref"].rpartition("/")[2]])
    return schema


def objects(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    schema = resolved(schema)
    if schema.get("type") == "object":
        yield path, schema
    for key, value in schema.get("properties", {}).items():
        yield from objects(value, f"{path}.{key}")
    if "items" in schema:
        yield from objects(schema["items"], f"{path}[]")


def test_the_schema_knows_every_value_and_no_other() -> None:
    def compare(values: dict[str, Any], schema: dict[str, Any], path: str) -> None:
        known = resolved(schema).get("properties")
        if known is None or not isinstance(values, dict):
            return
        # what is an object of Kubernetes' own stands in values.yaml as an empty one
        assert not values or set(values) == set(known), path
        for key, value in values.items():
            compare(value, known[key], f"{path}.{key}")

    compare(VALUES, SCHEMA, "")


def test_nothing_unknown_is_taken_anywhere() -> None:
    free = {path for path, schema in objects(SCHEMA) if schema.get("additionalProperties", True) is True}
    # three kinds of affinity are Kubernetes' own, and it checks them itself
    assert {path.rpartition(".affinity.")[2] for path in free} == {"nodeAffinity", "podAffinity", "podAntiAffinity"}


@pytest.mark.parametrize(
    ("values", "where"),
    [
        ({"gatewy": {}}, "gatewy"),
        ({"gateway": {"replica": 2}}, "/gateway"),
        ({"analyzer": {"autoscaling": {"enabled": True}}}, "/analyzer"),
        ({"auth": {"github": {"clientSecret": 5}}}, "/auth/github/clientSecret"),
        ({"nats": {"replicas": 2}}, "/nats/replicas"),
        ({"nats": {"external": {"url": "nats://open.example:4222"}}}, "/nats/external/url"),
        ({"publicUrl": "gitstrata.example"}, "/publicUrl"),
        ({"publicUrl": "https://gitstrata.example/?x"}, "/publicUrl"),
        ({"networkPolicy": {"gatewayFrom": [{"podSelektor": {}}]}}, "/networkPolicy/gatewayFrom"),
        ({"gateway": {"image": {"digest": "latest"}}}, "/gateway/image/digest"),
        ({"jobs": {"resources": {"limits": {"memory": "plenty"}}}}, "/jobs/resources/limits/memory"),
        ({"jobs": {"extraEnv": [{"value": "x"}]}}, "/jobs/extraEnv"),
    ],
)
def test_the_schema_refuses(values: dict[str, Any], where: str) -> None:
    said = refusal(merged(PROVIDER, values))
    assert "don't meet the specifications of the schema" in said
    assert where in said


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"auth": {"github": {"existingSecret": ""}}}, "Nobody could sign in"),
        (
            {"auth": {"github": {"existingSecret": "", "clientId": "x"}}},
            "auth.github: clientId and clientSecret go together",
        ),
        ({"auth": {"github": {"clientId": "x", "clientSecret": "y"}}}, "auth.github: give existingSecret, or clientId"),
        ({"auth": {"gitea": {"existingSecret": "x"}}}, "auth.gitea: url and the client go together"),
        ({"auth": {"gitea": {"url": "https://git.example"}}}, "auth.gitea: url and the client go together"),
        ({"auth": {"github": {"app": {"id": "5"}}}}, "auth.github.app: id and privateKey"),
        ({"auth": {"github": {"app": {"existingSecret": "x"}}}}, "auth.github.app: id and privateKey"),
        ({"gateway": {"cookieSecure": "true"}}, "publicUrl is http: browsers would not send the cookie back"),
        (
            {"gateway": {"cookieSecure": "false"}, "publicUrl": "https://x.example"},
            "the cookie would be sent in the open",
        ),
        ({"ingress": {"enabled": True}}, "ingress.enabled needs ingress.host"),
        (
            {"ingress": {"enabled": True, "host": "y.example"}, "publicUrl": "https://x.example"},
            "the host of publicUrl differ",
        ),
        (
            {"ingress": {"enabled": True, "host": "localhost", "tlsSecret": "s"}},
            "ingress.tlsSecret is given and publicUrl is http",
        ),
        ({"postgres": {"enabled": False}}, "auth.database.existingSecret must name a Secret"),
        (
            {"postgres": {"enabled": False}, "auth": {"database": {"existingSecret": "a"}}},
            "jobs.database.existingSecret must name",
        ),
        ({"jobs": {"database": {"existingSecret": "a"}}}, "switch postgres.enabled off"),
        ({"nats": {"external": {"url": "tls://nats.example:4222"}}}, "switch nats.enabled off"),
        ({"nats": {"external": {"caSecret": "nats-ca"}}}, "switch nats.enabled off"),
        ({"nats": {"enabled": False}}, "nats.external.url must say where NATS is"),
        ({"nats": {"enabled": False}}, "nats.existingSecret must name a Secret"),
        ({"nats": {"enabled": False}}, "nats.external.caSecret must name a Secret"),
        (
            EXTERNAL_NATS | {"analyzer": {"keda": {"enabled": True}}},
            "analyzer.keda needs nats.external.monitoringEndpoint",
        ),
        ({"tls": {"mode": "certManager", "certManager": {"issuerRef": {"kind": "Issuer"}}}}, "issuerRef needs a name"),
        (
            {"jobs": {"autoscaling": {"enabled": True, "minReplicas": 9}}},
            "jobs.autoscaling: maxReplicas is below minReplicas",
        ),
        (
            {"analyzer": {"keda": {"enabled": True, "minReplicas": 9, "maxReplicas": 3}}},
            "analyzer.keda: maxReplicas is below minReplicas",
        ),
        ({"analyzer": {"keda": {"enabled": True, "maxReplicas": 2}}}, "maxReplicas is below fallbackReplicas"),
        ({"analyzer": {"drainSeconds": 600}}, "analyzer.drainSeconds must be 20 seconds and more below"),
        ({"auth": {"preStopSeconds": 45}}, "auth.terminationGracePeriodSeconds must be longer than preStopSeconds"),
        ({"s3": {"existingSecret": "x"}}, "s3.bucket is empty"),
        ({"test": {"apiTokenSecret": "x"}}, "test.apiTokenSecret needs test.repository"),
        ({"test": {"repository": "https://git.example/x"}}, "test.repository needs test.apiTokenSecret"),
    ],
)
def test_what_cannot_work_is_refused(values: dict[str, Any], sentence: str) -> None:
    assert sentence in refusal(merged(PROVIDER, values))


def test_all_that_is_wrong_is_said_at_once() -> None:
    said = refusal({"ingress": {"enabled": True}, "analyzer": {"drainSeconds": 600}})
    assert [line[:2] for line in said.splitlines() if line.startswith("- ")] == ["- "] * 3


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_says_what_it_is_and_is_rendered(name: str) -> None:
    assert (helm_tools.CHART / "ci" / f"{name}.yaml").read_text().startswith("# ")
    found = shape(name).all
    identities = [(each["apiVersion"], each["kind"], each["metadata"]["name"]) for each in found]
    assert len(identities) == len(set(identities))
    assert all(each["metadata"]["labels"]["app.kubernetes.io/part-of"] == "gitstrata" for each in found)


def test_names_can_be_chosen() -> None:
    names = {each["metadata"]["name"] for each in render({"fullnameOverride": "strata"}).all}
    assert all(name.startswith("strata-") for name in names)
