"""GitHub Actions, GitLab CI and pre-commit."""

from __future__ import annotations

import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Reference
from strata.stack.dependencies.parsers.containers import add_image
from strata.stack.dependencies.parsers.npm import add_npm
from strata.stack.dependencies.parsers.python_requirements import add_requirement
from strata.stack.dependencies.reading.table import Table, items, table, walk, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml
from strata.stack.dependencies.secrets import without_secrets

USES = re.compile(r"([\w.-]+/[\w./-]+)@(\S+)$")
NAMED_HOST = re.compile(r"(?:https?|ssh|git)://(?:[^/@]*@)?([^/]+)/(.+?)(?:\.git)?/?$|git@([^:]+):(.+?)(?:\.git)?$")
NODE_NAME = re.compile(r"(@?[\w./-]+)@(.+)$")
COMMIT = re.compile(r"[0-9a-f]{40}$")


def parse_workflow(source: Source) -> Manifest:
    """A workflow or an action of GitHub's: the actions that it uses, and images of jobs and services."""
    found = Gathering(source, "github")
    for document in read_yaml(source):
        jobs = table(document, "jobs")
        for job in jobs.values():
            _uses(found, table(job))
            for step in items(table(job).get("steps")):
                _uses(found, table(step))
            _image(found, table(job), "container")
            for service in table(job, "services").values():
                _image(found, table(service), "image")
        runs = table(document, "runs")
        for step in items(runs.get("steps")):
            _uses(found, table(step))
        image = word(runs.get("image"))
        if image and image.startswith("docker://"):
            add_image(found, image[9:], "build", runs.line("image"))
    return found.manifest()


def _uses(found: Gathering, entry: Table) -> None:
    used, line = word(entry.get("uses")), entry.line("uses")
    if not used or used.startswith(("./", "../", "$/")):  # the repository's own
        return
    if used.startswith("docker://"):
        add_image(found, used[9:], "build", line)
    elif parts := USES.match(used):
        found.add(
            parts[1], _comment(found, line) if COMMIT.match(parts[2]) else parts[2], "build", line, version=parts[2]
        )
    else:
        found.odd(used, line)


def _comment(found: Gathering, line: int | None) -> str | None:
    """The tag that people note behind a commit: `@8f4b… # v4`."""
    text = found.source.lines[line - 1] if line else ""
    noted = re.search(r"#\s*(?:tag=|pin@)?(v?\d[\w.-]*)\s*$", text)
    return noted[1] if noted else None


def _image(found: Gathering, entry: Table, key: str) -> None:
    image = word(entry.get(key)) or word(table(entry, key).get("image"))
    if image:
        add_image(found, image, "build", entry.line(key))


def parse_gitlab(source: Source) -> Manifest:
    """.gitlab-ci.yml: images, services, and what it includes."""
    found = Gathering(source, "gitlab")
    for document in read_yaml(source):
        for each in walk(document):
            for image in [each.get("image"), *items(each.get("services"))]:
                name = word(image) or word(table(image).get("name"))
                if name:
                    line = each.line("image" if image is each.get("image") else "services")
                    add_image(found, name, "build", line)
        included = table(document).get("include")
        for one in included if isinstance(included, list) else [included]:
            _included(found, one, table(document).line("include"))
    return found.manifest()


def _included(found: Gathering, value: Any, line: int | None) -> None:
    entry = table(value)
    local = word(value) or word(entry.get("local"))
    if component := word(entry.get("component")):
        place, _, version = without_secrets(component).partition("@")
        name = place.partition("/")[2]
        found.add(name, version, "build", entry.line("component"), version=version or None, origin=component)
    elif project := word(entry.get("project")):
        ref = word(entry.get("ref"))
        found.add(project, ref, "build", entry.line("project"), version=ref, origin="include")
    elif local and "://" not in local and "*" not in local and "$" not in local:
        depth = "../" * found.source.folder.count("/") + ("../" if found.source.folder else "")
        found.refer(Reference("include", depth + local.lstrip("/"), entry.line("local") or line, "build"))


def parse_pre_commit(source: Source) -> Manifest:
    """.pre-commit-config.yaml: repositories of hooks at their revisions, and what hooks install beside."""
    found = Gathering(source, "github")
    for each in items(table((read_yaml(source) or [None])[0]).get("repos")):
        entry = table(each)
        address, revision = word(entry.get("repo")), word(entry.get("rev"))
        if address and address not in ("local", "meta"):
            parts = NAMED_HOST.match(address)
            host, path = (parts[1] or parts[3], parts[2] or parts[4]) if parts else ("", address)
            ecosystem = {"github.com": "github", "gitlab.com": "gitlab"}.get(host, "generic")
            name = path if ecosystem != "generic" else f"{host}/{path}".lstrip("/")
            found.add(name, revision, "dev", entry.line("repo"), version=revision, ecosystem=ecosystem, origin=address)
        for hook in items(entry.get("hooks")):
            _beside(found, table(hook))
    return found.manifest()


def _beside(found: Gathering, hook: Table) -> None:
    extra = items(hook.get("additional_dependencies"))
    language = word(hook.get("language"))
    for index, text in enumerate(extra):
        if not isinstance(text, str):
            continue
        line = extra.line(index)
        node = NODE_NAME.match(text)
        if node and language in ("node", None) and not re.search(r"[=<>~]=|://| @ ", text):
            add_npm(found_as(found, "npm"), node[1], node[2], "dev", line)
        elif language in ("python", None) and "://" not in text and not text.startswith((".", "@")):
            add_requirement(found_as(found, "pypi"), text, "dev", line)
        found_as(found, "github")


def found_as(found: Gathering, ecosystem: str) -> Gathering:
    """The same gathering, for packages of another ecosystem."""
    found.ecosystem = ecosystem
    return found
