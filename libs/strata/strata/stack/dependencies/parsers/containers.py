"""Images in Dockerfiles, Compose files and Kubernetes manifests, and Helm's charts."""

from __future__ import annotations

import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.table import items, table, walk, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml

INSTRUCTION = re.compile(r"\s*(FROM|ARG|COPY|ADD|RUN|ONBUILD)\s+(.*)", re.IGNORECASE | re.DOTALL)
ESCAPE = re.compile(r"#\s*escape\s*=\s*(\S)", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\$(?:(\w+)|\{(\w+)(?::?([-+])([^}]*))?\})")
STAGE = re.compile(r"(?:--\w+=\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?\s*$", re.IGNORECASE)
COPIED = re.compile(r"--from=(\S+)")
MOUNTED = re.compile(r"--mount=\S*?\bfrom=([^,\s]+)")
HEREDOC = re.compile(r"<<-?\s*[\"']?(\w+)[\"']?")
IMAGE = re.compile(
    r"(?P<name>[\w][\w./-]*?(?::\d+/[\w./-]+)?)(?::(?P<tag>[\w][\w.-]*))?(?:@(?P<digest>\w+:[0-9a-f]+))?$"
)
IMAGE_KEYS = ("image",)
KUBERNETES = frozenset({"containers", "initContainers", "ephemeralContainers"})
EXACT_CHART = re.compile(r"v?(\d+\.\d+\.\d+\S*)$")


def add_image(found: Gathering, text: str, scope: Scope, line: int | None) -> None:
    """An image as Docker writes it: the range is its tag, the version its digest, or the tag where there is none."""
    parts = IMAGE.match(text.strip())
    if not parts or "$" in text or "{{" in text:
        found.warn("unresolved-expression", "An image is an expression that is not known without running it.", line)
        return
    name = parts["name"].removeprefix("docker.io/").removeprefix("index.docker.io/")
    if "/" not in name:
        name = f"library/{name}"
    found.add(name, parts["tag"], scope, line, version=parts["digest"] or parts["tag"], ecosystem="docker")


def parse_dockerfile(source: Source) -> Manifest:
    """A Dockerfile: what its stages build on, and other images that it copies from."""
    found = Gathering(source, "docker")
    given: dict[str, str] = {}
    stages: set[str] = set()
    seen: set[tuple[str, Scope]] = set()
    begun = False

    def image(text: str, scope: Scope, line: int) -> None:
        filled = _filled(text, given)
        if filled.lower() in stages or filled.isdigit() or filled == "scratch" or (filled, scope) in seen:
            return
        seen.add((filled, scope))
        add_image(found, filled, scope, line)

    for line, text in _instructions(source):
        parts = INSTRUCTION.match(text)
        if not parts:
            continue
        verb, rest = parts[1].upper(), parts[2].strip()
        if verb == "ARG" and not begun:
            for each in rest.split():
                name, equals, value = each.partition("=")
                if equals:
                    given[name] = _filled(value.strip("\"'"), given)
        elif verb == "FROM":
            begun = True
            if stage := STAGE.match(rest):
                image(stage[1], "runtime", line)
                if stage[2]:
                    stages.add(stage[2].lower())
        else:
            for pattern in (COPIED, MOUNTED):
                for each in pattern.finditer(rest):
                    image(each[1], "build", line)
    return found.manifest()


def _filled(text: str, given: dict[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if found[3] == "+":
            return found[4] if given.get(name) else ""
        return given.get(name) or (found[4] if found[3] == "-" else found[0])

    return PLACEHOLDER.sub(value, text)[:2_000]


def _instructions(source: Source) -> list[tuple[int, str]]:
    """Logical lines with the line that they begin on; what a here-document holds is none."""
    escape = "\\"
    if source.lines and (directive := ESCAPE.match(source.lines[0])):
        escape = directive[1]
    logical: list[tuple[int, str]] = []
    held: list[str] = []
    start = 0
    ends: list[str] = []
    for number, line in enumerate(source.lines, 1):
        if ends:
            if line.strip() == ends[0]:
                ends.pop(0)
            continue
        if line.lstrip().startswith("#") or (held and not line.strip()):
            continue
        if not held:
            start = number
        stripped = line.rstrip()
        if stripped.endswith(escape):
            held.append(stripped[:-1])
            continue
        whole = " ".join([*held, stripped])
        held = []
        if whole.strip():
            logical.append((start, whole))
            if re.match(r"\s*(?:RUN|COPY|ADD)\b", whole, re.IGNORECASE):
                ends = HEREDOC.findall(whole)
    if held:
        logical.append((start, " ".join(held)))
    return logical


def parse_compose(source: Source) -> Manifest:
    """A Compose file: images of services that are not built here."""
    found = Gathering(source, "docker")
    scope = scope_by_name(source.name, "runtime")
    for document in read_yaml(source):
        for service in table(document, "services").values():
            entry = table(service)
            image = word(entry.get("image"))
            if image and "build" not in entry:
                add_image(found, _filled(image, {}), scope, entry.line("image"))
    return found.manifest()


def parse_kubernetes(source: Source) -> Manifest:
    """A Kubernetes manifest: the images of its containers. Any other YAML says nothing."""
    found = Gathering(source, "docker")
    if "apiVersion" not in source.text or "image" not in source.text or "{{" in source.text:
        return found.manifest()
    for document in read_yaml(source):
        if not word(table(document).get("apiVersion")) or not word(table(document).get("kind")):
            continue
        for each in walk(document):
            for key in KUBERNETES & set(each):
                for container in items(each[key]):
                    entry = table(container)
                    if image := word(entry.get("image")):
                        add_image(found, image, "runtime", entry.line("image"))
    return found.manifest()


def parse_chart(source: Source) -> Manifest:
    """Chart.yaml and the requirements.yaml of old charts."""
    found = Gathering(source, "helm")
    document = table((read_yaml(source) or [None])[0])
    if name := word(document.get("name")):
        found.own(name, word(document.get("version")))
    for each in items(document.get("dependencies")):
        _chart(found, each, locked=False)
    return found.manifest()


def parse_chart_lock(source: Source) -> Manifest:
    """Chart.lock and requirements.lock."""
    found = Gathering(source, "helm")
    found.locks()
    for each in items(table((read_yaml(source) or [None])[0]).get("dependencies")):
        _chart(found, each, locked=True)
    return found.manifest()


def _chart(found: Gathering, value: Any, *, locked: bool) -> None:
    entry = table(value)
    name, range_, repository = (word(entry.get(key)) for key in ("name", "version", "repository"))
    line = entry.line("name")
    if locked:
        found.lock(name, range_, line, origin=repository)
    elif repository and repository.startswith("file:"):
        found.add(name, range_, "runtime", line, origin=repository)
    else:
        exact = EXACT_CHART.match(range_ or "")
        found.add(name, range_, "runtime", line, version=exact[1] if exact else None, origin=repository)
