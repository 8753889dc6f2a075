"""NuGet: project files, central versions, packages.config, packages.lock.json, and Paket's files."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.json_tree import read_json
from strata.stack.dependencies.reading.table import table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.xml_tree import Element, read_xml

EXACT = re.compile(r"\[?\s*(\d+(?:\.\d+)*(?:-[\w.-]+)?(?:\+\S+)?)\s*\]?$")
PAKET = re.compile(r"\s*(nuget|github|clitool)\s+(\S+)(?:\s+(.*))?$")
PAKET_LOCKED = re.compile(r"    (\S+) \(([^)]+)\)")
PAKET_NEEDED = re.compile(r"      (\S+)")


def parse_project(source: Source) -> Manifest:
    """A project, or what several share (Directory.Build.props, Directory.Packages.props)."""
    found, root = Gathering(source, "nuget"), read_xml(source)
    name = source.name.rpartition(".")[0]
    shared = source.name.lower().startswith("directory.") or source.name.lower().endswith((".props", ".targets"))
    elements = list(root.walk())
    stated: dict[str, str] = {}
    for group in elements:
        if group.tag == "PropertyGroup":
            for each in group.children:
                stated.setdefault(each.tag, each.text.strip())
    found.values.update({f"property:{key}": value for key, value in stated.items()})
    if not shared:
        found.own(
            stated.get("PackageId") or stated.get("AssemblyName") or name,
            stated.get("Version") or stated.get("VersionPrefix"),
            stated.get("PackageLicenseExpression"),
        )
    test = "test" in name.lower() or stated.get("IsTestProject", "").lower() == "true"
    for each in elements:
        if each.tag in ("PackageReference", "GlobalPackageReference", "DotNetCliToolReference"):
            _reference(found, each, test=test and not shared)
        elif each.tag == "PackageVersion":
            package = each.attribute("Include") or each.attribute("Update")
            if package:
                found.values[f"central:{package.lower()}"] = each.attribute("Version") or each.value("Version") or ""
    return found.manifest()


def _reference(found: Gathering, element: Element, *, test: bool) -> None:
    package = element.attribute("Include") or element.attribute("Update")
    if not package:
        return
    version = next(
        (value for key in ("Version", "VersionOverride") if (value := element.attribute(key) or element.value(key))),
        None,
    )
    private = (element.attribute("PrivateAssets") or element.value("PrivateAssets") or "").lower()
    scope: Scope = "test" if test else "build" if private == "all" or element.tag != "PackageReference" else "runtime"
    if element.attribute("Include") is None and version is None:
        return  # it only adds to a reference made elsewhere
    for each in package.split(";"):
        found.add(each.strip(), version, scope, element.line, version=exact(version))


def exact(version: str | None) -> str | None:
    """`1.2.3` names the lowest version, which is the one that NuGet takes unless another package asks for more."""
    found = EXACT.match(version) if version else None
    return found[1] if found else None


def parse_packages_config(source: Source) -> Manifest:
    """packages.config of old projects: exact versions, with all that they bring along."""
    found, root = Gathering(source, "nuget"), read_xml(source)
    for each in root.all("package"):
        version = each.attribute("version")
        scope: Scope = "dev" if (each.attribute("developmentDependency") or "").lower() == "true" else "runtime"
        found.add(each.attribute("id"), version, scope, each.line, version=version)
    return found.manifest()


def parse_packages_lock(source: Source) -> Manifest:
    """packages.lock.json: a list per target framework."""
    found, document = Gathering(source, "nuget"), read_json(source)
    found.locks()
    seen: set[tuple[str, str | None]] = set()
    for packages in table(document, "dependencies").values():
        section = table(packages)
        for name, entry in section.items():
            asked = table(entry)
            version = word(asked.get("resolved"))
            if (name, version) in seen:
                continue
            seen.add((name, version))
            own = (word(asked.get("type")) or "").lower() == "project"
            needed = list(table(asked, "dependencies"))
            found.lock(name, version, section.line(name), requires=needed, own=own)
    return found.manifest()


def parse_paket_dependencies(source: Source) -> Manifest:
    """paket.dependencies."""
    found = Gathering(source, "nuget")
    group = ""
    for number, line in enumerate(source.lines, 1):
        if line.startswith("group "):
            group = line[6:].strip()
        elif (entry := PAKET.match(line)) and entry[1] != "github":
            range_ = (entry[3] or "").partition(" framework")[0].strip()
            found.add(entry[2], range_, scope_by_name(group, "runtime"), number, version=exact(range_))
    return found.manifest()


def parse_paket_lock(source: Source) -> Manifest:
    """paket.lock."""
    found = Gathering(source, "nuget")
    found.locks()
    held: tuple[str, str, int] | None = None
    needed: list[str] = []
    nuget = False
    for number, line in enumerate([*source.lines, "END"], 1):
        locked = PAKET_LOCKED.match(line)
        if (locked or not line.startswith(" ")) and held:
            found.lock(held[0], held[1], held[2], requires=needed)
            held, needed = None, []
        if locked and nuget:
            held = (locked[1], locked[2], number)
        elif held and (need := PAKET_NEEDED.match(line)):
            needed.append(need[1])
        elif not line.startswith(" "):
            nuget = line.strip() == "NUGET"
    return found.manifest()
