"""Static checks of the chart: every shape in `ci/` through helm's linter and Kubernetes' own schemas.

With `--thorough` (`make chart-check`) through kubeconform, with the schemas of KEDA's and cert-manager's kinds, and
kube-score too: those are built by Go.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import helm_tools
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

# the oldest with schemas in the package, and the newest that the chart was tried on
VERSIONS = ("1.28.0", "1.34.0")
RELEASE = ("gitstrata", "--namespace", "gitstrata")

KUBECONFORM = ("github.com/yannh/kubeconform/cmd/kubeconform", "v0.7.0")
KUBE_SCORE = ("github.com/zegl/kube-score/cmd/kube-score", "v1.20.0")
FOREIGN = (
    ("github.com/kedacore/keda/v2", "v2.16.1", "config/crd/bases/keda.sh_scaledobjects.yaml"),
    ("github.com/cert-manager/cert-manager", "v1.17.1", "deploy/crds/crd-certificates.yaml"),
    ("github.com/cert-manager/cert-manager", "v1.17.1", "deploy/crds/crd-issuers.yaml"),
)
DISAGREED = (
    "container-image-pull-policy",  # tags are versions and never move
    "container-security-context-user-group-id",  # the official images of Postgres and NATS have low ids
    "deployment-has-host-podantiaffinity",  # topologySpreadConstraints do that
    "statefulset-has-host-podantiaffinity",
)


def shapes() -> list[Path]:
    return sorted((helm_tools.CHART / "ci").glob("*.yaml"))


def rendered(shape: Path, version: str) -> str:
    return _run(
        *(helm_tools.helm(), "template", *RELEASE, str(helm_tools.CHART), "--values", str(shape)),
        *("--kube-version", version),
    )


def problems() -> list[str]:
    found = []
    for shape in shapes():
        linted = _try(helm_tools.helm(), "lint", "--strict", "--quiet", str(helm_tools.CHART), "--values", str(shape))
        if linted:
            found.append(f"{shape.name}: {linted}")
            continue
        for version in VERSIONS:
            objects = [each for each in yaml.load_all(rendered(shape, version), yaml.CSafeLoader) if each]
            found += [f"{shape.name} on {version}: {problem}" for each in objects for problem in misfits(each, version)]
    return found


def misfits(given: dict[str, Any], version: str) -> list[str]:
    """Where an object is not as its kind's schema says; kinds of others have none here."""
    validator = _validator(_schema_file(given, version))
    if validator is None:
        return []
    name = f"{given['kind']} {given['metadata']['name']}"
    return [f"{name}, {error.json_path}: {error.message[:300]}" for error in validator.iter_errors(given)]


def _schema_file(given: dict[str, Any], version: str) -> Path:
    group, _, api = given["apiVersion"].rpartition("/")
    name = "-".join(filter(None, (given["kind"].lower(), group.partition(".")[0], api)))
    return helm_tools.schemas() / f"v{version}-local-strict" / f"{name}.json"


@cache
def _validator(file: Path) -> Draft202012Validator | None:
    if not file.exists():
        return None
    return Draft202012Validator(
        json.loads(file.read_text()), registry=_definitions(file.with_name("_definitions.json"))
    )


@cache
def _definitions(file: Path) -> Registry[Any]:
    contents = json.loads(file.read_text())
    return Registry().with_resource(contents["$id"], Resource.from_contents(contents))


# ---------------------------------------------------------------- with Go


def thorough() -> list[str]:
    found = []
    with tempfile.TemporaryDirectory() as folder:
        _foreign_schemas(Path(folder))
        conform = [helm_tools.go_program(*KUBECONFORM), "-strict"]
        for place in ("{{.NormalizedKubernetesVersion}}", "."):
            conform += ["-schema-location", f"{folder}/{place}/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json"]
        score = [helm_tools.go_program(*KUBE_SCORE), "score", "--output-format", "ci", "--ignore-container-cpu-limit"]
        for test in DISAGREED:
            score += ["--ignore-test", test]
        for shape in shapes():
            file = Path(folder) / shape.name
            for version in VERSIONS:
                file.write_text(rendered(shape, version))
                _native_schemas(Path(folder), version, file)
                if said := _try(*conform, "-kubernetes-version", version, str(file)):
                    found.append(f"{shape.name} on {version}, kubeconform: {said}")
            if said := _try(*score, str(file)):
                criticised = [line for line in said.splitlines() if not line.startswith(("[OK]", "[SKIPPED]"))]
                found.append(f"{shape.name}, kube-score:\n  " + "\n  ".join(criticised))
    return found


def _native_schemas(folder: Path, version: str, file: Path) -> None:
    """Schemas of the kinds in `file`, each with its definitions inside: kubeconform does not look into other files."""
    place = folder / f"v{version}"
    place.mkdir(exist_ok=True)
    for each in filter(None, yaml.load_all(file.read_text(), yaml.CSafeLoader)):
        source, target = _schema_file(each, version), place / _schema_file(each, version).name
        if source.exists() and not target.exists():
            definitions = json.loads(source.with_name("_definitions.json").read_text())
            schema = json.loads(source.read_text()) | {"$defs": definitions["$defs"]}
            del schema["$id"]
            target.write_text(json.dumps(schema).replace("/api/_definitions.json#", "#"))


def _foreign_schemas(folder: Path) -> None:
    for module, version, path in FOREIGN:
        # those of cert-manager are templates, but in comments and labels only
        definition = yaml.safe_load((helm_tools.go_module(module, version) / path).read_text())["spec"]
        for each in definition["versions"]:
            group = definition["group"].partition(".")[0]
            schema = each["schema"]["openAPIV3Schema"]
            _close(schema)
            schema["properties"]["metadata"] = {"type": "object"}
            (folder / f"{definition['names']['kind'].lower()}-{group}-{each['name']}.json").write_text(
                json.dumps(schema)
            )


def _close(schema: dict[str, Any]) -> None:
    """Allow no property that is not listed."""
    if "properties" in schema and not schema.get("x-kubernetes-preserve-unknown-fields"):
        schema.setdefault("additionalProperties", False)
    for each in (*schema.get("properties", {}).values(), schema.get("items"), schema.get("additionalProperties")):
        if isinstance(each, dict):
            _close(each)


def _run(*arguments: str) -> str:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return done.stdout


def _try(*arguments: str) -> str:
    """What a checker said; empty when it has nothing against it."""
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip() or "failed" if done.returncode else ""


if __name__ == "__main__":
    found = problems()
    if "--thorough" in sys.argv[1:]:
        found += thorough()
    sys.exit("\n".join(found) or 0)
