"""Bills of materials are valid, say what is not known, and are the same for the same commit."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from hypothesis import given, settings
from hypothesis import strategies as st
from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from strata.sbom.bill import Bill, Package, Part, Place, Unread, plain
from strata.sbom.cyclonedx import cyclonedx
from strata.sbom.spdx import spdx, spdx_document

BILL = Bill(
    name="shop",
    commit="0123456789abcdef0123456789abcdef01234567",
    time=datetime(2026, 5, 4, 12, 30, tzinfo=UTC),
    engine="9.9",
    licence="MIT OR Apache-2.0",
    parts=(
        Part("", "shop", "1.2.0", "MIT", Place("pyproject.toml", 1)),
        Part("web", "@shop/web", None, "Our own terms", Place("web/package.json")),
    ),
    packages=(
        Package(
            "pkg:pypi/flask@3.1.0",
            "flask",
            "3.1.0",
            ranges=(">=3",),
            licence="BSD-3-Clause",
            used_by=("",),
            needs=("pkg:pypi/click@8.1.7",),
            hashes=(("SHA-256", "AB" * 32), ("SHA-256", "short"), ("ROT-13", "00")),
            evidence=(Place("uv.lock", 40), Place("pyproject.toml", 9)),
        ),
        Package("pkg:pypi/click@8.1.7", "click", "8.1.7", evidence=(Place("uv.lock", 12),)),
        Package(
            "pkg:npm/vite",
            "vite",
            None,
            "development",
            ("^6.0.0",),
            used_by=("web",),
            evidence=(Place("web/package.json", 7),),
        ),
        Package("pkg:pypi/pytest@8", "pytest", "8", "test", used_by=("elsewhere",), licence="Foo-1.0"),
    ),
    unread=(Unread("web/yarn.lock", "not to be parsed"),),
)


VALIDATOR = JsonStrictValidator(SchemaVersion.V1_6)


def read(bill: Bill) -> tuple[dict[str, Any], dict[str, Any]]:
    return json.loads(cyclonedx(bill)), json.loads(spdx(bill))


def properties(of: dict[str, Any]) -> dict[str, str]:
    return {each["name"].removeprefix("gitstrata:"): each["value"] for each in of["properties"]}


def assert_valid(bill: Bill, folder: Path) -> None:
    problem = VALIDATOR.validate_str(cyclonedx(bill))
    assert problem is None, problem
    file = folder / "bill.spdx.json"
    file.write_text(spdx(bill), encoding="utf-8")
    document = parse_file(str(file))
    assert validate_full_spdx_document(document, "SPDX-2.3") == []


def test_both_are_valid_under_the_validators_of_their_fields(tmp_path: Path) -> None:
    assert_valid(BILL, tmp_path)
    assert validate_full_spdx_document(spdx_document(BILL), "SPDX-2.3") == []


def test_a_bill_with_a_flaw_is_not_valid() -> None:
    broken = json.loads(cyclonedx(BILL))
    broken["components"][0]["type"] = "thing"

    assert VALIDATOR.validate_str(json.dumps(broken)) is not None


def test_what_was_resolved_and_what_was_not() -> None:
    one, other = read(BILL)

    by_name = {each["name"]: each for each in one["components"]}
    assert properties(by_name["vite"]) == {
        "resolved": "false",
        "direct": "true",
        "scope": "development",
        "range": "^6.0.0",
    }
    assert "version" not in by_name["vite"]
    assert by_name["vite"]["scope"] == "excluded"
    assert properties(by_name["flask"])["resolved"] == "true"
    told = properties(one["metadata"])
    assert (told["resolved"], told["unresolved"], told["unread"]) == ("3", "1", "web/yarn.lock: not to be parsed")

    named = {each["name"]: each for each in other["packages"]}
    assert "versionInfo" not in named["vite"]
    assert "Not resolved" in named["vite"]["comment"]
    assert "Not resolved" not in named["flask"]["comment"]
    assert "not: 1" in other["creationInfo"].get("comment", "") + other.get("comment", "")


def test_evidence_hashes_and_licences() -> None:
    one, other = read(BILL)

    flask = next(each for each in one["components"] if each["name"] == "flask")
    assert [(each["location"], each["line"]) for each in flask["evidence"]["occurrences"]] == [
        ("pyproject.toml", 9),
        ("uv.lock", 40),
    ]
    assert flask["hashes"] == [{"alg": "SHA-256", "content": "ab" * 32}]
    assert flask["licenses"] == [{"expression": "BSD-3-Clause"}]
    web = next(each for each in one["components"] if each["name"] == "@shop/web")
    assert web["licenses"] == [{"license": {"name": "Our own terms"}}]
    assert one["metadata"]["component"]["licenses"] == [{"expression": "MIT OR Apache-2.0"}]
    named = {each["name"]: each for each in other["packages"]}
    assert named["flask"]["licenseDeclared"] == "BSD-3-Clause"
    assert named["pytest"]["licenseDeclared"] == "NOASSERTION"
    assert named["pytest"]["licenseComments"] == "declared: Foo-1.0"
    assert named["flask"]["externalRefs"][0]["referenceLocator"] == "pkg:pypi/flask@3.1.0"


def test_who_needs_what() -> None:
    one, other = read(BILL)

    needs = {each["ref"]: set(each.get("dependsOn", [])) for each in one["dependencies"]}
    assert needs["repository"] == {"part:", "part:web", "pkg:pypi/pytest@8"}
    assert needs["part:"] == {"pkg:pypi/flask@3.1.0"}
    assert needs["part:web"] == {"pkg:npm/vite"}
    assert needs["pkg:pypi/flask@3.1.0"] == {"pkg:pypi/click@8.1.7"}
    ids = {each["SPDXID"]: each["name"] for each in other["packages"]}
    relations = {
        (ids.get(each["spdxElementId"]), each["relationshipType"], ids.get(each["relatedSpdxElement"]))
        for each in other["relationships"]
    }
    assert ("flask", "DEPENDENCY_OF", "shop") in relations
    assert ("vite", "DEV_DEPENDENCY_OF", "@shop/web") in relations
    assert ("flask", "DEPENDS_ON", "click") in relations
    assert (None, "DESCRIBES", "shop") in relations


def test_the_same_commit_gives_the_same_bytes_in_whatever_order_and_zone() -> None:
    elsewhere = BILL.time.astimezone(timezone(timedelta(hours=9)))
    turned = replace(BILL, time=elsewhere, parts=BILL.parts[::-1], packages=(*BILL.packages[::-1], BILL.packages[0]))

    assert cyclonedx(turned) == cyclonedx(BILL)
    assert spdx(turned) == spdx(BILL)
    assert json.loads(cyclonedx(BILL))["metadata"]["timestamp"] == "2026-05-04T12:30:00+00:00"
    assert json.loads(spdx(BILL))["creationInfo"]["created"] == "2026-05-04T12:30:00Z"


def test_another_content_has_another_serial_number() -> None:
    other = replace(BILL, packages=BILL.packages[:-1])

    assert json.loads(cyclonedx(other))["serialNumber"] != json.loads(cyclonedx(BILL))["serialNumber"]
    assert json.loads(spdx(other))["documentNamespace"] != json.loads(spdx(BILL))["documentNamespace"]


def test_a_package_that_several_ask_for_is_there_once_with_its_strongest_scope() -> None:
    twice = replace(BILL, packages=(*BILL.packages, replace(BILL.packages[3], scope="runtime", used_by=("web",))))
    one, _ = read(twice)

    pytests = [each for each in one["components"] if each["name"] == "pytest"]
    assert len(pytests) == 1
    assert properties(pytests[0])["scope"] == "runtime"


@pytest.mark.parametrize("name", ["", "a\x00b", "\ud800", "x" * 5000, "<script>", "ü\n\t"])
def test_hostile_names_stay_valid(name: str, tmp_path: Path) -> None:
    package = Package(
        f"pkg:generic/{name}", name, name or None, ranges=(name,), licence=name, evidence=(Place(name, 1),)
    )
    assert_valid(replace(BILL, name=name, packages=(package,), unread=(Unread(name, name),)), tmp_path)


@settings(max_examples=10)
@given(name=st.text(max_size=40), version=st.text(max_size=20), licence=st.text(max_size=40), path=st.text(max_size=30))
def test_any_text_is_valid(
    tmp_path_factory: pytest.TempPathFactory, name: str, version: str, licence: str, path: str
) -> None:
    package = Package(
        f"pkg:generic/{name}@{version}",
        name,
        version or None,
        licence=licence,
        used_by=(path,),
        evidence=(Place(path),),
    )
    bill = replace(BILL, parts=(Part(path, name, version, licence),), packages=(package,))
    assert_valid(bill, tmp_path_factory.mktemp("bill"))


def test_plain_text() -> None:
    assert plain("a\x07b\u202ec") == "a\ufffdb\ufffdc"
    assert plain("ok ü") == "ok ü"


def test_nobody_who_writes_no_bill_waits_for_the_libraries() -> None:
    asked = (
        "import sys, strata.analysis, strata.sbom.cyclonedx, strata.sbom.spdx;"
        "print({'cyclonedx', 'spdx_tools', 'license_expression', 'regex'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
