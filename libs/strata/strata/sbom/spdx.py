"""A bill of materials as SPDX 2.3 in JSON.

Nothing was downloaded and no package's files were looked at, so locations, conclusions and copyrights are
NOASSERTION. A package whose version is not known has none, and its comment says which ranges manifests ask for.
"""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING, Any

from strata.licences.expressions import expression
from strata.sbom.bill import Bill, Package, Part, Scope, package_url, plain

if TYPE_CHECKING:
    from spdx_tools.spdx.model import Document, Relationship
    from spdx_tools.spdx.model import Package as SpdxPackage

ROOT = "SPDXRef-Repository"
DOCUMENT = "SPDXRef-DOCUMENT"
RELATIONS: dict[Scope, str] = {
    "runtime": "DEPENDENCY_OF",
    "optional": "OPTIONAL_DEPENDENCY_OF",
    "build": "BUILD_DEPENDENCY_OF",
    "test": "TEST_DEPENDENCY_OF",
    "development": "DEV_DEPENDENCY_OF",
}


def spdx(bill: Bill) -> str:
    """The document, ending with a newline."""
    from spdx_tools.spdx.writer.json.json_writer import write_document_to_stream  # noqa: PLC0415 as below

    stream = io.StringIO()
    write_document_to_stream(spdx_document(bill), stream, validate=False)
    return stream.getvalue().rstrip("\n") + "\n"


def spdx_document(bill: Bill) -> Document:
    """The document as the library's own model."""
    from spdx_tools.spdx.model import Actor, ActorType, CreationInfo, Document  # noqa: PLC0415 who writes a bill waits

    bill = bill.tidy()
    unresolved = len(bill.packages) - bill.resolved
    unread = "".join(f" Not read: {plain(each.path)} ({plain(each.reason)})." for each in bill.unread)
    about = CreationInfo(
        spdx_version="SPDX-2.3",
        spdx_id=DOCUMENT,
        name=plain(bill.name) or "repository",
        document_namespace=f"urn:uuid:{bill.serial}",
        creators=[Actor(ActorType.TOOL, f"gitstrata-{bill.engine}")],
        created=bill.time.replace(tzinfo=None),
        document_comment=f"Commit {bill.commit}. Packages resolved: {bill.resolved}, not: {unresolved}.{unread}",
    )
    parts = {part.path: _id("Part", part.path) for part in bill.parts}
    packages = [_made(ROOT, bill.name, bill.commit, bill.licence)]
    packages += [_part(part, parts[part.path]) for part in bill.parts]
    packages += [_package(package) for package in bill.packages]
    return Document(about, packages=packages, relationships=_relationships(bill, parts))


def _relationships(bill: Bill, parts: dict[str, str]) -> list[Relationship]:
    from spdx_tools.spdx.model import Relationship, RelationshipType  # noqa: PLC0415

    known = {package.purl for package in bill.packages}
    found = [Relationship(DOCUMENT, RelationshipType.DESCRIBES, ROOT)]
    found += [Relationship(ROOT, RelationshipType.CONTAINS, part) for part in parts.values()]
    for package in bill.packages:
        name, relation = _id("Package", package.purl), RelationshipType[RELATIONS[package.scope]]
        users = sorted({parts.get(path, ROOT) for path in package.used_by})
        found += [Relationship(name, relation, user) for user in users]
        needs = [_id("Package", purl) for purl in package.needs if purl in known]
        found += [Relationship(name, RelationshipType.DEPENDS_ON, other) for other in needs]
    return found


def _id(kind: str, name: str) -> str:
    """SPDX allows letters, digits, dots and dashes only."""
    digest = hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    readable = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in name[-60:])
    return f"SPDXRef-{kind}-{readable.strip('-') or 'root'}-{digest}"


def _part(part: Part, name: str) -> SpdxPackage:
    made = _made(name, part.name, part.version, part.licence)
    made.source_info = f"folder: {plain(part.path) or '.'}"
    return made


def _package(package: Package) -> SpdxPackage:
    from spdx_tools.spdx.model import (  # noqa: PLC0415
        Checksum,
        ChecksumAlgorithm,
        ExternalPackageRef,
        ExternalPackageRefCategory,
    )

    made = _made(_id("Package", package.purl), package.name, package.version, package.licence)
    if purl := package_url(package.purl):
        kind = ExternalPackageRefCategory.PACKAGE_MANAGER
        made.external_references = [ExternalPackageRef(kind, "purl", purl.to_string())]
    made.checksums = [Checksum(ChecksumAlgorithm[name.replace("-", "")], digits) for name, digits in package.digests]
    places = ", ".join(
        f"{plain(each.path)}:{each.line}" if each.line else plain(each.path) for each in package.evidence
    )
    made.source_info = f"found in {places}" if places else None
    asked = f" Asked for: {', '.join(map(plain, package.ranges))}." if package.ranges else ""
    made.comment = f"{'Direct' if package.direct else 'Transitive'}, {package.scope}.{asked}"
    if package.version is None:
        made.comment += " Not resolved: nothing in the repository says which version is used."
    return made


def _made(name: str, title: str, version: str | None, licence: str | None) -> SpdxPackage:
    from spdx_tools.spdx.model import Package as SpdxPackage  # noqa: PLC0415
    from spdx_tools.spdx.model import SpdxNoAssertion  # noqa: PLC0415

    declared = _declared(licence)
    return SpdxPackage(
        spdx_id=name,
        name=plain(title) or "unnamed",
        download_location=SpdxNoAssertion(),
        version=plain(version) if version else None,
        files_analyzed=False,
        license_concluded=SpdxNoAssertion(),
        license_declared=SpdxNoAssertion() if declared is None else declared,
        license_comment=f"declared: {plain(licence)}" if licence and declared is None else None,
        copyright_text=SpdxNoAssertion(),
    )


def _declared(written: str | None) -> Any:
    """The expression in the library's form, None where it is no expression of known licences."""
    from spdx_tools.common.spdx_licensing import spdx_licensing  # noqa: PLC0415

    read = expression(written) if written else None
    return spdx_licensing.parse(read.text) if read and read.text and not read.unknown else None
