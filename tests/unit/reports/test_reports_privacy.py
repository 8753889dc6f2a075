"""What others see of a report."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reports.page import render
from reports.privacy import for_others

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}")


def test_no_address_is_left(report: dict[str, Any]) -> None:
    assert "ada@example.org" in json.dumps(report)
    report["sections"]["contributors"]["people"][0]["name"] = "Ada <ada.lovelace+git@mail.example.org>"
    report["sections"]["ownership"]["truck_factor"]["people"][0]["name"] = "ada@example.org"
    text = json.dumps(for_others(report, addresses=False), ensure_ascii=False)
    assert not ADDRESS.search(text)
    assert "Ada <…@mail.example.org>" in text
    assert not ADDRESS.search(render(for_others(report, addresses=False)).replace("@media", ""))


def test_the_owners_rules_go_either_way(report: dict[str, Any]) -> None:
    options = report["engine"]["options"]
    options |= {"mailmap": "Ada <ada@example.org> <secret@home.example>", "kinds": {"secret@home.example": "bot"}}
    options["without"] = ["secret@home.example"]
    report["sections"]["contributors"]["kind_rules"] = [{"who": "secret@home.example", "kind": "bot", "people": 1}]
    report["sections"]["ownership"]["offboarding"] = {"people": [{"name": "secret@home.example"}]}
    for addresses in (True, False):
        shown = for_others(report, addresses=addresses)
        assert "secret" not in json.dumps(shown)
        assert shown["engine"]["options"]["exclude"] == options["exclude"]
    assert for_others(report, addresses=True)["sections"]["contributors"]["people"][0]["emails"]
    assert "secret" in json.dumps(report)  # what was given stays as it was


def test_files_and_packages_keep_their_names(report: dict[str, Any]) -> None:
    row = report["sections"]["stack"]["dependencies"]["listed"][0]
    row["purl"], row["range"] = "pkg:npm/%40scope/a@1.0.rc", "git@example.org"
    report["sections"]["hotspots"]["files"]["items"] = [{"path": "mail/ada@example.org.eml"}]
    shown = for_others(report, addresses=False)["sections"]
    assert shown["stack"]["dependencies"]["listed"][0] == row
    assert shown["hotspots"]["files"]["items"] == [{"path": "mail/ada@example.org.eml"}]


@given(st.emails(), st.text(max_size=20), st.text(max_size=20))
def test_no_address_survives_in_any_text(address: str, before: str, after: str) -> None:
    report = {"sections": {"overview": {"name": f"{before} {address} {after}"}}}
    name = for_others(report, addresses=False)["sections"]["overview"]["name"]
    local = address.rpartition("@")[0]
    if re.fullmatch(r"[\w.+-]+", local) and re.search(r"\.[A-Za-z]{2,}$", address):
        assert f" {address} " not in name
