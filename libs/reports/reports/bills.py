"""Bills of materials made of a report's section `stack`: CycloneDX and SPDX, as `gitstrata sbom` writes them.

A report lists a bounded number of dependencies. A bill of one that left some out says so, among what was not read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reports import Report

if TYPE_CHECKING:
    from strata.sbom.bill import Bill


def cyclonedx(report: Report) -> str:
    """CycloneDX 1.6 in JSON. The report must be of a finished analysis and have its section `stack`."""
    from strata.sbom.cyclonedx import cyclonedx as write  # noqa: PLC0415 - takes long to load, for bills alone

    return write(bill_of(report))


def spdx(report: Report) -> str:
    """SPDX 2.3 in JSON. The report must be of a finished analysis and have its section `stack`."""
    from strata.sbom.spdx import spdx as write  # noqa: PLC0415 - as above

    return write(bill_of(report))


def bill_of(report: Report) -> Bill:
    """What the section says, as a bill. Its time is the author's time of the commit."""
    from strata.sbom import making  # noqa: PLC0415 - as above

    stack, head = report["sections"]["stack"], report["commit"]
    return making.bill_of(
        _found(stack),
        name=report["repository"]["name"],
        commit=head["sha"],
        time=datetime.fromisoformat(head["time"]),
    )


def _found(stack: Mapping[str, Any]) -> Any:
    from strata.stack.dependencies import model  # noqa: PLC0415 - as above

    named = stack["dependencies"]
    warnings = [
        model.Caveat(row["path"], row["code"], row["message"], row["line"]) for row in stack["warnings"]["listed"]
    ]
    total, listed = named["direct"] + named["transitive"], len(named["listed"])
    if listed < total:
        warnings.append(model.Caveat("", "not_listed", f"The report lists {listed:,} of {total:,} dependencies."))
    return model.Dependencies(
        components=tuple(
            model.Component(**_fields(row, "ecosystem", "name", "version", "licence", "folder", "manifest"))
            for row in stack["components"]
        ),
        dependencies=tuple(
            model.Dependency(
                **_fields(row, "ecosystem", "name", "range", "scope", "version", "direct", "origin"),
                evidence=tuple(model.Evidence(each["path"], each["line"]) for each in row["evidence"]),
            )
            for row in named["listed"]
        ),
        warnings=tuple(warnings),
    )


def _fields(row: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: row[name] for name in names}
