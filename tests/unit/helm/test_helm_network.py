"""Network policies: exactly the arrows of the architecture, and both ends of each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.helm.rendering import SHAPES, Objects, render, shape

ANYWHERE = "anywhere"
INTERNET = "internet"
INSIDE = {
    ("gateway", "auth", 9001),
    ("gateway", "jobs", 9002),
    ("jobs", "auth", 9001),
    ("analyzer", "jobs", 9002),
    ("auth", "postgres", 5432),
    ("jobs", "postgres", 5432),
    ("migrate", "postgres", 5432),
    ("auth", "nats", 4222),
    ("jobs", "nats", 4222),
    ("analyzer", "nats", 4222),
}
OUTSIDE = {("auth", INTERNET, 443), ("analyzer", INTERNET, 443), ("jobs", INTERNET, 443)}
MONITORING = {("keda", "nats", 8222), ("monitoring", "nats", 8222)}


def peers(rule: dict[str, Any], side: str) -> set[str]:
    if side not in rule:
        return {ANYWHERE}
    return {peer(each) for each in rule[side]}


def peer(given: dict[str, Any]) -> str:
    (kind,) = given
    if kind == "ipBlock":
        return INTERNET if given[kind]["cidr"] in {"0.0.0.0/0", "::/0"} else str(given[kind]["cidr"])
    labels = given[kind]["matchLabels"]
    if kind == "podSelector":
        assert labels["app.kubernetes.io/instance"] == "gs"
        return str(labels["app.kubernetes.io/name"])
    return str(labels["kubernetes.io/metadata.name"])


def arrows(objects: Objects, side: str) -> set[tuple[str, str, int]]:
    """(from, to, port) as one side of the policies states it, without name servers."""
    found = set()
    for policy in objects.of("NetworkPolicy").values():
        spec = policy["spec"]
        assert spec["policyTypes"] == ["Ingress", "Egress"]
        own = spec["podSelector"]["matchLabels"].get("app.kubernetes.io/name", "all")
        for rule in spec["egress" if side == "to" else "ingress"]:
            for port in rule["ports"]:
                for other in peers(rule, side):
                    found.add((own, other, port["port"]) if side == "to" else (other, own, port["port"]))
    return {arrow for arrow in found if arrow[2] != 53}


def test_the_arrows_of_a_trial() -> None:
    objects = shape("trial")
    door = {(ANYWHERE, "gateway", 8080)}
    backup = {("backup", "nats", 4222)}
    assert arrows(objects, "to") == INSIDE | OUTSIDE | backup | {("test", "gateway", 8080)}
    assert arrows(objects, "from") == INSIDE | MONITORING | backup | door


def test_the_arrows_of_production() -> None:
    objects = shape("production")
    inside = {arrow for arrow in INSIDE if arrow[1] not in {"postgres", "nats"}}
    database = {(service, "10.20.0.0/24", 5432) for service in ("auth", "jobs", "migrate")}
    bus = {(service, "nats", 4222) for service in ("auth", "jobs", "analyzer")}
    objects_store = {(service, INTERNET, 443) for service in ("jobs", "analyzer")}
    collector = {
        (service, ANYWHERE, port) for service in ("gateway", "auth", "jobs", "analyzer") for port in (4317, 4318)
    }
    assert arrows(objects, "to") == inside | OUTSIDE | database | bus | objects_store | collector | {
        ("test", "gateway", 8080)
    }
    assert arrows(objects, "from") == inside | {("ingress-nginx", "gateway", 8080), ("test", "gateway", 8080)}


def test_servers_of_a_cluster_reach_each_other() -> None:
    between = {("nats", "nats", 6222)}
    assert arrows(shape("nats-cluster"), "to") - arrows(shape("trial"), "to") == between
    assert arrows(shape("nats-cluster"), "from") - arrows(shape("trial"), "from") == between


def test_an_own_git_server_takes_the_internets_place() -> None:
    outside = {arrow for arrow in arrows(shape("gitea"), "to") if arrow not in INSIDE}
    inside = {("test", "gateway", 8080), ("backup", "nats", 4222)}
    webhooks = {("jobs", INTERNET, 443)}
    assert outside == {("auth", "gitea", 3000), ("analyzer", "gitea", 3000)} | webhooks | inside


def test_the_internet_is_not_what_is_behind_the_door() -> None:
    (rule,) = (
        rule
        for rule in shape("trial").of("NetworkPolicy")["analyzer"]["spec"]["egress"]
        if rule["ports"][0]["port"] == 443
    )
    excepted = {block for each in rule["to"] for block in each["ipBlock"]["except"]}
    assert excepted >= {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"}


@pytest.mark.parametrize("name", SHAPES)
def test_every_pod_is_closed_but_for_names(name: str) -> None:
    objects = shape(name)
    default = objects.of("NetworkPolicy")["default"]["spec"]
    assert default["podSelector"] == {"matchLabels": {"app.kubernetes.io/instance": "gs"}}
    assert default["ingress"] == []
    (names,) = default["egress"]
    assert [(each["protocol"], each["port"]) for each in names["ports"]] == [("UDP", 53), ("TCP", 53)]
    assert {peer(each) for each in names["to"]} == {"kube-system"}
    assert all(pod["metadata"]["labels"]["app.kubernetes.io/instance"] == "gs" for pod in objects.pods().values())


@pytest.mark.parametrize("name", SHAPES)
def test_ports_are_those_that_pods_listen_on(name: str) -> None:
    objects = shape(name)
    listening = {
        key.rpartition("/")[2]: {
            port["containerPort"] for container in pod["spec"]["containers"] for port in container.get("ports", [])
        }
        for key, pod in objects.pods().items()
    }
    for _, to, port in arrows(objects, "from"):
        assert port in listening[to]


def test_a_hook_before_all_else_may_ask_for_names() -> None:
    egress = shape("production").of("NetworkPolicy")["migrate"]["spec"]["egress"]
    assert [rule["ports"][0]["port"] for rule in egress] == [5432, 53]


def test_off_is_off() -> None:
    assert render({"networkPolicy": {"enabled": False}}).of("NetworkPolicy") == {}
