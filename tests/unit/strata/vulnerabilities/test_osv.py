"""Advisories in OSV's form beside resolved packages: what holds, what does not, and what cannot be said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.repository import open_repository
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.vulnerabilities.checks import Checked, check
from strata.vulnerabilities.fingerprint import fingerprint
from strata.vulnerabilities.matching import affects, fixed_by
from strata.vulnerabilities.model import Advisory, Edition, Range
from strata.vulnerabilities.osv import OsvFolder
from strata.vulnerabilities.versions import python, semantic
from tests.unit.strata.history_builder import History


def advisory(*events: tuple[str, str], kind: str = "SEMVER", versions: tuple[str, ...] = ()) -> Advisory:
    ranges = (Range(kind, events),) if events else ()
    return Advisory("X-1", (), "", (), None, ranges, versions)


@pytest.mark.parametrize(
    ("events", "version", "answer"),
    [
        ((("introduced", "0"), ("fixed", "1.2.0")), "1.1.9", True),
        ((("introduced", "0"), ("fixed", "1.2.0")), "1.2.0", False),
        ((("introduced", "0"), ("fixed", "1.2.0")), "1.2.0-rc.1", True),
        ((("fixed", "1.2.0"), ("introduced", "1.0.0")), "1.1.0", True),  # in whatever order they are written
        ((("introduced", "1.0.0"), ("fixed", "1.2.0")), "0.9.0", False),
        ((("introduced", "1.0.0"), ("last_affected", "1.2.0")), "1.2.0", True),
        ((("introduced", "1.0.0"), ("last_affected", "1.2.0")), "1.2.1", False),
        ((("introduced", "1.0.0"), ("fixed", "1.1.0"), ("introduced", "2.0.0"), ("fixed", "2.1.0")), "2.0.5", True),
        ((("introduced", "1.0.0"), ("fixed", "1.1.0"), ("introduced", "2.0.0"), ("fixed", "2.1.0")), "1.5.0", False),
        ((("introduced", "0"),), "99.0.0", True),
        ((("introduced", "0"), ("limit", "2.0.0")), "2.0.0", False),
        ((("introduced", "0"), ("limit", "*")), "2.0.0", True),
        ((("introduced", "0"), ("fixed", "1.2.0")), "latest", None),
    ],
)
def test_ranges(events: tuple[tuple[str, str], ...], version: str, answer: bool | None) -> None:
    assert affects(advisory(*events), "npm", version) is answer


def test_ecosystems_have_their_own_order() -> None:
    asked = advisory(("introduced", "0"), ("fixed", "1.0"), kind="ECOSYSTEM")

    assert affects(asked, "pypi", "1.0rc1") is True
    assert affects(asked, "pypi", "1.0.post1") is False
    assert affects(asked, "maven", "0.9") is None  # its order is not known here
    assert affects(advisory(("introduced", "0"), kind="ECOSYSTEM", versions=("0.9",)), "maven", "0.9") is True
    assert affects(advisory(("introduced", "0"), kind="ECOSYSTEM", versions=("0.9",)), "maven", "1.0") is False
    assert affects(advisory(("introduced", "abc"), kind="GIT"), "npm", "1.0.0") is None
    assert affects(advisory(("introduced", "0"), ("fixed", "1.2.3")), "golang", "v1.2.2") is True


def test_what_mends_it_is_later() -> None:
    asked = advisory(("introduced", "1.0.0"), ("fixed", "1.1.0"), ("introduced", "2.0.0"), ("fixed", "2.1.0"))

    assert fixed_by(asked, "npm", "2.0.0") == ("2.1.0",)
    assert fixed_by(asked, "npm", "1.0.0") == ("1.1.0", "2.1.0")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=2))
def test_orders_agree_on_plain_versions(pair: list[tuple[int, int, int]]) -> None:
    left, right = (".".join(map(str, each)) for each in pair)

    assert (semantic(left) < semantic(right)) == (pair[0] < pair[1]) == (python(left) < python(right))


@given(st.text(max_size=40))
def test_whatever_a_version_is_nothing_is_raised(text: str) -> None:
    for kind in ("SEMVER", "ECOSYSTEM", "GIT", text):
        asked = advisory(("introduced", "0"), ("fixed", text), kind=kind)
        assert affects(asked, "pypi", text) in (True, False, None)
        fixed_by(asked, "npm", "1.0.0")


def database(folder: Path, **documents: Any) -> Path:
    for place, document in documents.items():
        ecosystem, _, name = place.partition("__")
        file = folder / ecosystem / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document if isinstance(document, str) else json.dumps(document))
    return folder


def entry(identity: str, ecosystem: str, name: str, fixed: str, **more: Any) -> dict[str, Any]:
    events = [{"introduced": "0"}, {"fixed": fixed}]
    package = {"ecosystem": ecosystem, "name": name}
    affected = [{"package": package, "ranges": [{"type": "ECOSYSTEM", "events": events}]}]
    return {"id": identity, "modified": "2026-01-02T03:04:05Z", "affected": affected, **more}


FILES = {
    "requirements.txt": "PyYAML==5.0\njinja2>=3\nother==1.0\n",
    "package-lock.json": '{"packages": {"": {"dependencies": {"a": "^1"}}, "node_modules/a": {"version": "1.0.0"}}}',
    "package.json": '{"dependencies": {"a": "^1"}}',
    "Gemfile.lock": "GEM\n  remote: x\n  specs:\n    rack (1.0)\n",
}


def checked(folder: Path) -> Checked:
    return check(read_dependencies(MemoryFiles(FILES)).dependencies, OsvFolder(folder))


def test_packages_beside_a_folder_of_advisories(tmp_path: Path) -> None:
    severe = {"severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N"}], "database_specific": {"severity": "HIGH"}}
    folder = database(
        tmp_path,
        PyPI__1=entry("X-1", "PyPI", "pyyaml", "5.4", aliases=["CVE-1"], summary="Bad.", **severe),
        PyPI__2=entry("X-2", "PyPI", "PyYAML", "4.0"),
        PyPI__3=entry("X-3", "PyPI", "pyyaml", "9", withdrawn="2026-01-01T00:00:00Z"),
        PyPI__4=entry("X-4", "PyPI", "unrelated", "9", modified="2026-02-02T00:00:00Z"),
        PyPI__5='no JSON, but "name": "other"',
        npm__6=entry("X-6", "npm", "a", "nonsense"),
    )
    found = checked(folder)
    (one,) = found.found

    assert (one.advisory.id, one.package.purl, one.fixed) == ("X-1", "pkg:pypi/pyyaml@5.0", ("5.4",))
    assert (one.advisory.aliases, one.advisory.level) == (("CVE-1",), "HIGH")
    assert one.advisory.severity == (("CVSS_V3", "CVSS:3.1/AV:N"),)
    assert [(place.path, place.line) for place in one.evidence] == [("requirements.txt", 1)]
    assert (found.checked, found.unresolved, found.uncovered, found.undecided) == (2, 1, 1, 1)
    assert found.edition == Edition("2026-02-02T00:00:00Z", 6, 1)


def test_a_folder_that_changed_has_another_fingerprint(tmp_path: Path) -> None:
    folder = database(tmp_path, PyPI__1="{}", npm__2="{}")
    seen = [fingerprint(tmp_path / "nowhere"), fingerprint(folder)]
    (folder / "ids.txt").write_text("no advisory")
    (folder / "npm" / "notes.txt").write_text("nor this")
    (folder / "npm" / "gone.json").symlink_to(folder / "nowhere")
    assert fingerprint(folder) == seen[1]

    database(folder, npm__3="{}")
    seen.append(fingerprint(folder))
    database(folder, npm__3="[]")  # of the same length
    seen.append(fingerprint(folder))
    (folder / "npm" / "3.json").rename(folder / "PyPI" / "3.json")
    seen.append(fingerprint(folder))
    (folder / "PyPI" / "3.json").unlink()

    assert len(set(seen)) == len(seen)
    assert fingerprint(folder) == seen[1]


def test_without_a_database_nothing_is_claimed(tmp_path: Path) -> None:
    found = checked(tmp_path)

    assert (found.found, found.checked, found.uncovered) == ((), 0, 4)
    assert found.edition == Edition(None, 0, 0)


def test_the_report_says_which_edition_was_asked(tmp_path: Path) -> None:
    history = History()
    history.commit(FILES)
    repository = open_repository(history.write(tmp_path / "r"))
    folder = database(tmp_path / "osv", PyPI__1=entry("X-1", "PyPI", "pyyaml", "5.4"))
    state = tmp_path / "state"
    without = analyze(repository, state=state).sections["stack"]
    report = analyze(repository, state=state, advisories=OsvFolder(folder))
    stack = report.sections["stack"]

    assert without.pop("vulnerabilities") is None
    told = stack.pop("vulnerabilities")
    assert told["database"] == {"modified": "2026-01-02T03:04:05Z", "advisories": 1, "unreadable": 0}
    assert [each["id"] for each in told["listed"]] == ["X-1"]
    assert stack == without
