"""Images in Dockerfiles, Compose files and Kubernetes manifests, and Helm's charts."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
DOCUMENTED = re.compile(r"\s*(?:RUN|COPY|ADD)\b", re.IGNORECASE)
IMAGE = re.compile(
    r"(?P<name>[\w][\w./-]*?(?::\d+/[\w./-]+)?)(?::(?P<tag>[\w][\w.-]*))?(?:@(?P<digest>\w+:[0-9a-f]+))?$"
)
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
    stages = _Stages(Gathering(source, "docker"))
    for line, text in _instructions(source):
        if parts := INSTRUCTION.match(text):
            stages.take(parts[1].upper(), parts[2].strip(), line)
    return stages.found.manifest()


class _Stages:
    """The stages of a Dockerfile so far, and the arguments that stand before the first."""

    def __init__(self, found: Gathering) -> None:
        self.found = found
        self._given: dict[str, str] = {}
        self._stages: set[str] = set()
        self._seen: set[tuple[str, Scope]] = set()
        self._begun = False

    def take(self, verb: str, rest: str, line: int) -> None:
        if verb == "ARG":
            if not self._begun:
                self._arguments(rest)
        elif verb == "FROM":
            self._begun = True
            if stage := STAGE.match(rest):
                self._image(stage[1], "runtime", line)
                if stage[2]:
                    self._stages.add(stage[2].lower())
        else:
            for pattern in (COPIED, MOUNTED):
                for each in pattern.finditer(rest):
                    self._image(each[1], "build", line)

    def _arguments(self, rest: str) -> None:
        for each in rest.split():
            name, equals, value = each.partition("=")
            if equals:
                self._given[name] = _filled(value.strip("\"'"), self._given)

    def _image(self, text: str, scope: Scope, line: int) -> None:
        filled = _filled(text, self._given)
        if filled.lower() in self._stages or filled.isdigit() or filled == "scratch" or (filled, scope) in self._seen:
            return
        self._seen.add((filled, scope))
        add_image(self.found, filled, scope, line)


def _filled(text: str, given: dict[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if found[3] == "+":
            return found[4] if given.get(name) else ""
        return given.get(name) or (found[4] if found[3] == "-" else found[0])

    return PLACEHOLDER.sub(value, text)[:2_000]


def _instructions(source: Source) -> Iterator[tuple[int, str]]:
    """Logical lines with the line that they begin on; what a here-document holds is none."""
    directive = ESCAPE.match(source.lines[0])
    escape = directive[1] if directive else "\\"
    held: list[str] = []
    start = 0
    ends: list[str] = []
    for number, line in enumerate(source.lines, 1):
        if ends:
            if line.strip() == ends[0]:
                ends.pop(0)
        elif not line.lstrip().startswith("#") and line.strip():
            start = start if held else number
            held.append(line.rstrip())
            if held[-1].endswith(escape):
                held[-1] = held[-1][:-1]
                continue
            whole = "".join(held)
            held = []
            yield start, whole
            if DOCUMENTED.match(whole):
                ends = HEREDOC.findall(whole)
    if held:
        yield start, "".join(held)


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
