"""Renders the chart with helm and looks into the objects that come out."""

from __future__ import annotations

import base64
import functools
import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts import helm_tools

SERVICES = ("gateway", "auth", "jobs", "analyzer")
RELEASE, NAMESPACE = "gs", "team"
SHAPES = tuple(sorted(path.stem for path in (helm_tools.CHART / "ci").glob("*.yaml")))
PROVIDER = {"auth": {"github": {"existingSecret": "github-client"}}}
"""The one thing without which nothing is rendered."""


@dataclass(frozen=True)
class Objects:
    """What a rendering holds."""

    all: tuple[dict[str, Any], ...]

    def of(self, kind: str) -> dict[str, dict[str, Any]]:
        """Objects of a kind by their name without the release's; hooks too."""
        return {each["metadata"]["name"].removeprefix(f"{RELEASE}-"): each for each in self.all if each["kind"] == kind}

    def secret(self, name: str) -> dict[str, str]:
        """The plain contents of a Secret."""
        data = self.of("Secret")[name]["data"]
        return {key: base64.b64decode(value).decode() for key, value in data.items()}

    def pods(self) -> dict[str, dict[str, Any]]:
        """Everything that becomes pods: `Kind/name` to the pod's metadata and spec."""
        kinds = ("Deployment", "StatefulSet", "Job", "Pod")
        return {
            f"{each['kind']}/{each['metadata']['name'].removeprefix(f'{RELEASE}-')}": (
                each if each["kind"] == "Pod" else each["spec"]["template"]
            )
            for each in self.all
            if each["kind"] in kinds
        }

    def container(self, service: str) -> dict[str, Any]:
        """The container of a service's Deployment."""
        (only,) = self.of("Deployment")[service]["spec"]["template"]["spec"]["containers"]
        return dict(only)

    def env(self, service: str) -> dict[str, Any]:
        """Its environment: values, and for others where they come from."""
        return {each["name"]: each.get("value", each.get("valueFrom")) for each in self.container(service)["env"]}


@functools.cache
def shape(name: str, *options: str) -> Objects:
    """One of the files in `ci/`."""
    return _objects(_helm("template", "--values", str(helm_tools.CHART / "ci" / f"{name}.yaml"), *options))


def render(values: Mapping[str, Any] | None = None, *options: str) -> Objects:
    """The trial's defaults, a sign-in provider, and `values` over them."""
    return _objects(_helm("template", "--values", "-", *options, values=merged(PROVIDER, values or {})))


def refusal(values: Mapping[str, Any]) -> str:
    """Why helm does not render these values, which stand alone."""
    done = _call("template", "--values", "-", values=values)
    assert done.returncode, "helm rendered what it should have refused"
    return done.stderr


def merged(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Nested values, the other's over the one's."""
    both = dict(one)
    for key, value in other.items():
        nested = isinstance(value, Mapping) and isinstance(both.get(key), Mapping)
        both[key] = merged(both[key], value) if nested else value
    return both


def containers(pod: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """All containers of a pod."""
    return [*pod["spec"]["containers"], *pod["spec"].get("initContainers", [])]


def _objects(text: str) -> Objects:
    return Objects(tuple(each for each in yaml.load_all(text, yaml.CSafeLoader) if each))


def _helm(command: str, *options: str, values: Mapping[str, Any] | None = None) -> str:
    done = _call(command, *options, values=values)
    assert done.returncode == 0, done.stderr
    return done.stdout


def _call(command: str, *options: str, values: Mapping[str, Any] | None = None) -> subprocess.CompletedProcess[str]:
    chart: Path = helm_tools.CHART
    if "--kube-version" not in options:
        options += ("--kube-version", "1.34.0")  # a helm that Go built believes in an old one
    return subprocess.run(
        [helm_tools.helm(), command, RELEASE, str(chart), "--namespace", NAMESPACE, *options],
        input=json.dumps(values or {}),  # JSON, as the two sides differ on what of YAML is a word
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
