"""Bills of materials of a report are those that `gitstrata sbom` writes of the repository."""

from __future__ import annotations

import json
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from spdx_tools.spdx.parser.jsonlikedict.json_like_dict_parser import JsonLikeDictParser
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

from reports.bills import bill_of, cyclonedx, spdx
from strata.repository import open_repository
from strata.sbom.making import make_bill
from tests.support.sample_report import REQUIREMENTS
from tests.unit.strata.history_builder import History


def test_both_forms_hold_what_they_promise(report: dict[str, Any]) -> None:
    written = cyclonedx(report)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None
    names = {each["name"] for each in json.loads(written)["components"]}
    assert {"flask", "requests"} <= names
    document = JsonLikeDictParser().parse(json.loads(spdx(report)))
    assert validate_full_spdx_document(document) == []


def test_a_report_gives_the_bill_of_its_repository(tmp_path: Any, report: dict[str, Any]) -> None:
    history = History()
    history.commit({"requirements.txt": REQUIREMENTS, "a.py": "x = 1\n"})
    ours = make_bill(open_repository(history.write(tmp_path / "r")))
    theirs = bill_of(report)
    assert ours.packages == theirs.packages
    assert ours.unread == theirs.unread


def test_a_bill_says_what_the_report_does_not_list(report: dict[str, Any]) -> None:
    report["sections"]["stack"]["dependencies"]["transitive"] = 7_000
    (unread,) = bill_of(report).unread[-1:]
    assert unread.reason == "The report lists 2 of 7,002 dependencies."
