"""A bill of materials as CycloneDX 1.6 in JSON.

What CycloneDX has no field for are properties: `gitstrata:resolved` says of each package whether a version is known,
`gitstrata:range` what manifests ask for, `gitstrata:scope` and `gitstrata:direct` how it is used. Of the whole,
`gitstrata:resolved` and `gitstrata:unresolved` count packages, `gitstrata:unread` names files that could not be read.
CycloneDX calls what is not there at run time `excluded`: packages to build, test or develop with.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from strata.licences.expressions import expression
from strata.sbom.bill import Bill, Package, Part, Place, Scope, package_url, plain

if TYPE_CHECKING:
    from cyclonedx.model import HashType
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component
    from cyclonedx.model.component_evidence import ComponentEvidence
    from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression

ROOT = "repository"
SCOPES: dict[Scope, str] = {
    "runtime": "required",
    "optional": "optional",
    "build": "excluded",
    "test": "excluded",
    "development": "excluded",
}


def cyclonedx(bill: Bill) -> str:
    """The document, ending with a newline."""
    from cyclonedx.output.json import JsonV1Dot6  # noqa: PLC0415 only who writes a bill waits for it

    return JsonV1Dot6(_bom(bill.tidy())).output_as_string(indent=2) + "\n"


def _bom(bill: Bill) -> Bom:
    from cyclonedx.model import Property  # noqa: PLC0415
    from cyclonedx.model.bom import Bom, BomMetaData  # noqa: PLC0415
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415
    from cyclonedx.model.tool import ToolRepository  # noqa: PLC0415

    root = Component(
        name=plain(bill.name) or ROOT,
        type=ComponentType.APPLICATION,
        bom_ref=ROOT,
        version=bill.commit,
        licenses=_licences(bill.licence),
    )
    told = [
        ("commit", bill.commit),
        ("resolved", str(bill.resolved)),
        ("unresolved", str(len(bill.packages) - bill.resolved)),
        *(("unread", f"{each.path}: {each.reason}") for each in bill.unread),
    ]
    engine = Component(name="gitstrata", version=bill.engine, type=ComponentType.APPLICATION, bom_ref="gitstrata")
    bom = Bom(
        serial_number=bill.serial,
        metadata=BomMetaData(
            timestamp=bill.time,
            component=root,
            tools=ToolRepository(components=[engine]),
            properties=[Property(name=f"gitstrata:{name}", value=plain(value)) for name, value in told],
        ),
    )
    parts = {part.path: _part(part) for part in bill.parts}
    packages = {package.purl: _package(package) for package in bill.packages}
    bom.components.update([*parts.values(), *packages.values()])
    top = [packages[each.purl] for each in bill.packages if any(path not in parts for path in each.used_by)]
    bom.register_dependency(root, [*parts.values(), *top])
    for path, component in parts.items():
        asked = [packages[each.purl] for each in bill.packages if path in each.used_by]
        bom.register_dependency(component, asked)
    for package in bill.packages:
        bom.register_dependency(packages[package.purl], [packages[purl] for purl in package.needs if purl in packages])
    return bom


def _part(part: Part) -> Component:
    from cyclonedx.model import Property  # noqa: PLC0415
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415

    name = f"part:{plain(part.path)}"
    return Component(
        name=plain(part.name) or ROOT,
        type=ComponentType.APPLICATION,
        bom_ref=name,
        version=plain(part.version) if part.version else None,
        licenses=_licences(part.licence),
        properties=[Property(name="gitstrata:path", value=plain(part.path))],
        evidence=_places(name, [part.manifest] if part.manifest else []),
    )


def _package(package: Package) -> Component:
    from cyclonedx.model import Property  # noqa: PLC0415
    from cyclonedx.model.component import Component, ComponentScope, ComponentType  # noqa: PLC0415

    told = [
        ("resolved", "true" if package.version else "false"),
        ("direct", "true" if package.direct else "false"),
        ("scope", package.scope),
        *(("range", each) for each in package.ranges),
    ]
    return Component(
        name=plain(package.name) or package.purl,
        type=ComponentType.LIBRARY,
        bom_ref=plain(package.purl),
        version=plain(package.version) if package.version else None,
        scope=ComponentScope(SCOPES[package.scope]),
        purl=package_url(package.purl),
        licenses=_licences(package.licence),
        hashes=_hashes(package),
        properties=[Property(name=f"gitstrata:{name}", value=plain(value)) for name, value in told],
        evidence=_places(plain(package.purl), package.evidence),
    )


def _places(owner: str, places: Sequence[Place]) -> ComponentEvidence | None:
    """Occurrences with names of their own, by which the library sorts them."""
    from cyclonedx.model.component_evidence import ComponentEvidence, Occurrence  # noqa: PLC0415

    found = [
        Occurrence(bom_ref=f"{owner}#{number:04}", location=plain(each.path), line=each.line or None)
        for number, each in enumerate(places, 1)
    ]
    return ComponentEvidence(occurrences=found) if found else None


def _hashes(package: Package) -> list[HashType]:
    from cyclonedx.model import HashAlgorithm, HashType  # noqa: PLC0415

    return [HashType(alg=HashAlgorithm(name), content=digits) for name, digits in package.digests]


def _licences(written: str | None) -> list[LicenseExpression | DisjunctiveLicense]:
    from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression  # noqa: PLC0415

    if not written or not plain(written).strip():
        return []
    read = expression(written)
    if read.text is None or read.unknown:
        return [DisjunctiveLicense(name=plain(written))]
    return [LicenseExpression(read.text)]
