"""pom.xml, as far as one file says. Properties, parents and managed versions come together in `resolving.maven`."""

from __future__ import annotations

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.reading.text import Source, Unreadable
from strata.stack.dependencies.reading.xml_tree import Element, read_xml

SCOPES: dict[str, Scope] = {
    "compile": "runtime",
    "runtime": "runtime",
    "provided": "build",
    "system": "build",
    "test": "test",
}


def parse_pom(source: Source) -> Manifest:
    """A POM. `values` has its properties, and `managed:group:artifact` with version and scope for what it manages."""
    found, root = Gathering(source, "maven"), read_xml(source)
    if root.tag != "project":
        raise Unreadable("invalid-pom", "This is no Maven project.", root.line)
    _identity(found, root)
    for module in root.all("modules", "module"):
        if module.text.strip():
            found.refer(Reference("members", module.text.strip(), module.line))
    _project(found, root)
    for profile in root.all("profiles", "profile"):
        _project(found, profile)
    return found.manifest()


def _identity(found: Gathering, root: Element) -> None:
    """The project's own name and properties, and its parent's."""
    parent = root.first("parent")
    group = root.value("groupId") or (parent.value("groupId") if parent else None)
    version = root.value("version") or (parent.value("version") if parent else None)
    artifact = root.value("artifactId")
    licences = [name for each in root.all("licenses", "license") if (name := each.value("name"))]
    found.own(f"{group or ''}:{artifact}" if artifact else None, version, " OR ".join(licences) or None)
    if properties := root.first("properties"):
        for each in properties.children:
            found.values[each.tag] = each.text.strip()
    for key, value in (("groupId", group), ("artifactId", artifact), ("version", version)):
        if value:
            for prefix in ("project.", "pom."):
                found.values.setdefault(prefix + key, value)
    if parent:
        for key in ("groupId", "version"):
            if value := parent.value(key):
                found.values.setdefault(f"project.parent.{key}", value)
        path = parent.first("relativePath")
        if target := "../pom.xml" if path is None else path.text.strip():
            found.refer(Reference("parent", target, parent.line))
        found.values["parent"] = _name(parent)
        add_artifact(found, parent, "build")


def _name(element: Element) -> str:
    return f"{element.value('groupId') or ''}:{element.value('artifactId') or ''}"


def _project(found: Gathering, project: Element) -> None:
    for each in project.all("dependencyManagement", "dependencies", "dependency"):
        if each.value("scope") == "import":
            found.refer(Reference("import", _name(each), each.line))
            add_artifact(found, each, "build")
        else:
            found.values[f"managed:{_name(each)}"] = f"{each.value('version') or ''}\t{each.value('scope') or ''}"
    for each in project.all("dependencies", "dependency"):
        add_artifact(found, each, SCOPES.get(each.value("scope") or "", "runtime"))
    plugins = [*project.all("build", "plugins", "plugin"), *project.all("build", "extensions", "extension")]
    for managed in project.all("build", "pluginManagement", "plugins", "plugin"):
        found.values[f"plugin:{_plugin(managed)}"] = managed.value("version") or ""
    for plugin in plugins:
        found.add(_plugin(plugin), plugin.value("version"), "build", plugin.line)
        for each in plugin.all("dependencies", "dependency"):
            add_artifact(found, each, "build")


def _plugin(element: Element) -> str:
    return f"{element.value('groupId') or 'org.apache.maven.plugins'}:{element.value('artifactId') or ''}"


def add_artifact(found: Gathering, element: Element, scope: Scope) -> None:
    """One dependency; a scope that is not written is left to be managed."""
    if not element.value("artifactId"):
        found.odd(_name(element), element.line)
        return
    level: Scope = "optional" if element.value("optional") == "true" and scope == "runtime" else scope
    origin = "managed-scope" if element.value("scope") is None and element.tag == "dependency" else None
    found.add(_name(element), element.value("version"), level, element.line, origin=origin)
