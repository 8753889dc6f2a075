"""Licences from texts, headers and manifests."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.licences.claims import Declared, claims
from strata.licences.expressions import expression
from strata.licences.licensing import Licensing, component, is_licence_text, licensing
from strata.licences.matching import THRESHOLD, Match, match
from strata.licences.texts import texts
from strata.repository import open_repository
from strata.stack import inventory
from tests.unit.strata.history_builder import History

SOURCE = Path(__file__).parents[3] / "libs/strata/licences/node_modules/spdx-license-list/spdx-full.json"
COMMON = [
    *("MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MPL-2.0", "GPL-2.0-only", "GPL-3.0-only"),
    *("LGPL-2.1-only", "LGPL-3.0-only", "AGPL-3.0-only", "Unlicense", "0BSD", "Zlib", "BSL-1.0", "CC0-1.0", "EPL-2.0"),
    *(
        "Artistic-2.0",
        "MIT-0",
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "OFL-1.1",
        "WTFPL",
        "PostgreSQL",
        "EUPL-1.2",
        "X11",
        "NCSA",
    ),
]
HOSTILE = ["(", "<p ", "copyright (c) ", "a. ", "1) ", "\n", "© ", "word ", "\ud800é", "END OF TERMS AND "]


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """The texts of the list, which the build left there."""
    listed = json.loads(SOURCE.read_text(encoding="utf-8"))
    return {name: entry["licenseText"] for name, entry in listed.items()}


def ids(found: Match) -> list[str]:
    return [each.id for each in found.found]


@pytest.mark.parametrize("name", COMMON)
def test_every_common_licence_is_found_alone(name: str, known: dict[str, str]) -> None:
    found = match(known[name].encode())

    assert ids(found) == [name]
    assert found.other < 0.05


@pytest.mark.parametrize("name", COMMON)
def test_what_says_nothing_changes_nothing(name: str, known: dict[str, str]) -> None:
    text = known[name]
    reflowed = " ".join(text.split()) if "\n#" not in text else text
    commented = "\n".join(f" * {line}" for line in text.splitlines())
    owned = "Copyright (c) 1999-2026 Jane Doe <jane@example.org>\nCopyright 2020 Others\n\n" + text
    dressed = text.upper().replace("'", "\u2019").replace('"', "\u201c")

    for variant in (commented, owned, dressed, text.replace("\n", "\r\n"), "\ufeff" + text):
        assert ids(match(variant.encode())) == [name]
    assert ids(match(reflowed.encode())) == [name] or "copyright" in reflowed[:400].lower()


@pytest.mark.parametrize("name", ["MIT", "Apache-2.0", "BSD-3-Clause", "GPL-2.0-only", "MPL-2.0"])
def test_a_truncated_text_is_no_licence_but_near_one(name: str, known: dict[str, str]) -> None:
    text = known[name]
    half = match(text[: int(len(text) * 0.62)].encode())

    assert name not in ids(half)
    assert half.nearest is None or half.nearest.coverage < THRESHOLD
    assert match(text[: len(text) // 8].encode()).found == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("MIT", "Apache-2.0"), ("BSD-3-Clause", "MIT"), ("GPL-2.0-only", "MIT"), ("Zlib", "BSL-1.0"), ("ISC", "CC0-1.0")],
)
def test_two_licences_in_one_file(one: str, other: str, known: dict[str, str]) -> None:
    found = match(f"{known[one]}\n\n{'-' * 70}\n\n{known[other]}".encode())

    assert set(ids(found)) == {one, other}
    assert found.other < 0.1


def test_a_bundle_of_many_copies_has_each_licence_once(known: dict[str, str]) -> None:
    def held(name: str, number: int) -> str:
        return f"## package-{number}\nCopyright (c) {2000 + number} Somebody\n\n{known[name]}\n"

    bundle = "".join(held(name, number) for number in range(20) for name in ("MIT", "ISC", "BSD-3-Clause"))
    found = match(bundle.encode())

    assert sorted(ids(found)) == ["BSD-3-Clause", "ISC", "MIT"]
    assert found.other < 0.1


def test_more_than_a_licence_is_told_by_the_share_of_the_rest(known: dict[str, str]) -> None:
    more = known["MIT"] + "\nThe software must never be sold to anybody who lives by the sea or near a lake. " * 8

    assert ids(match(more.encode())) == ["MIT"]
    assert match(more.encode()).other > 0.3


@pytest.mark.parametrize(
    ("name", "near"),
    [("BSD-3-Clause", "BSD-2-Clause"), ("MIT", "MIT-0"), ("GPL-3.0-only", "AGPL-3.0-only"), ("ISC", "0BSD")],
)
def test_near_misses_are_told_apart(name: str, near: str, known: dict[str, str]) -> None:
    assert ids(match(known[name].encode())) == [name]
    assert ids(match(known[near].encode())) == [near]


def test_the_text_alone_does_not_say_whether_later_versions_may_be_used(known: dict[str, str]) -> None:
    found = match(known["GPL-2.0-only"].encode()).found[0]

    assert (found.id, found.same) == ("GPL-2.0-only", ("GPL-2.0-or-later",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MIT",
        "See https://example.org/license for details.",
        "Permission is hereby granted to nobody. " * 30,
        "The quick brown fox jumps over the lazy dog. " * 200,
        "YEAR: 2026\nCOPYRIGHT HOLDER: dplyr authors",
    ],
)
def test_other_words_are_no_licence(text: str) -> None:
    assert match(text.encode()).found == ()


def test_shuffled_words_of_a_licence_are_none(known: dict[str, str]) -> None:
    shuffled = known["MIT"].split()
    random.Random(1).shuffle(shuffled)

    assert match(" ".join(shuffled).encode()).found == ()


@settings(max_examples=60)
@given(text=st.one_of(st.binary(max_size=600), st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace"))))
def test_any_text_has_an_answer(text: bytes) -> None:
    found = match(text)

    assert 0 <= found.other <= 1
    assert all(each.coverage >= THRESHOLD for each in found.found)
    said = licensing("LICENSE", text)
    assert said is not None
    assert Licensing.unpacked(json.loads(json.dumps(said.packed()))) == said


@pytest.mark.parametrize(
    "piece", ["(", "<p ", "copyright (c) ", "a. ", "1) ", "\n", "© ", "word ", "\ud800é", "END OF TERMS AND "]
)
def test_hostile_texts_take_bounded_time(piece: str) -> None:
    text = (piece * (2_000_000 // len(piece))).encode("utf-8", "replace")
    texts()
    began = time.process_time()
    licensing("COPYING", text)
    assert time.process_time() - began < 6


@pytest.mark.parametrize(
    ("path", "is_text"),
    [
        ("LICENSE", True),
        ("licence.txt", True),
        ("COPYING.LESSER", True),
        ("LICENSE-MIT", True),
        ("MIT-LICENSE.md", True),
        ("pkg/UNLICENSE", True),
        ("NOTICE", True),
        ("LICENSES/Apache-2.0.txt", True),
        ("licenses/whatever", True),
        ("license.py", False),
        ("src/license_check.go", False),
        ("licenses/list.json", False),
        ("notice_board.rb", False),
        ("COPYINGS", False),
        ("README.md", False),
    ],
)
def test_which_files_promise_a_text(path: str, is_text: bool) -> None:
    assert is_licence_text(path) is is_text


def test_whose_licence_a_text_is() -> None:
    assert component("LICENSE") == ""
    assert component("LICENSES/MIT.txt") == ""
    assert component("pkg/a/COPYING") == "pkg/a"
    assert component("pkg/licenses/MIT.txt") == "pkg"


@pytest.mark.parametrize(
    ("text", "header", "line"),
    [
        ("// SPDX-License-Identifier: MIT\n", "MIT", 1),
        ("#!/bin/sh\n# SPDX-License-Identifier: GPL-2.0-or-later OR MIT\n", "GPL-2.0-or-later OR MIT", 2),
        ("/* SPDX-License-Identifier: (GPL-2.0 WITH Linux-syscall-note) */\n", None, 0),
        ("/* SPDX-License-Identifier: GPL-2.0 WITH Linux-syscall-note */\n", "GPL-2.0 WITH Linux-syscall-note", 1),
        ("SPDX-License-Identifier:\nMIT", None, 0),
        ("x" * 5000 + "SPDX-License-Identifier: MIT", None, 0),
        ("SPDX-License-Identifier: " + "A " * 500, None, 0),
    ],
)
def test_headers(text: str, header: str | None, line: int) -> None:
    said = licensing("a.c", text.encode())

    assert (said.header, said.line) == (header, line) if said else header is None


@pytest.mark.parametrize(
    ("written", "text", "unknown", "choice"),
    [
        ("MIT", "MIT", (), False),
        ("mit or apache-2.0", "MIT OR Apache-2.0", (), True),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0", (), True),
        ("(MIT AND (BSD-3-Clause OR ISC))", "MIT AND (BSD-3-Clause OR ISC)", (), True),
        ("GPL-2.0+", "GPL-2.0-or-later", (), False),
        ("Apache-2.0 WITH LLVM-exception", "Apache-2.0 WITH LLVM-exception", (), False),
        ("Foo-1.0", "Foo-1.0", ("Foo-1.0",), False),
        ("SEE LICENSE IN x", None, (), False),
        ("", None, (), False),
        ("MIT OR", None, (), False),
        ("((((", None, (), False),
        ("(" * 5000, None, (), False),
    ],
)
def test_expressions(written: str, text: str | None, unknown: tuple[str, ...], choice: bool) -> None:
    read = expression(written)

    assert (read.text, read.unknown, read.choice) == (text, unknown, choice)


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_any_expression_is_read_or_refused(written: str) -> None:
    read = expression(written)
    assert read.text is not None or read.ids == ()


def said(name: str, known: dict[str, str]) -> Licensing:
    return Licensing(None, 0, match(known[name].encode()))


@pytest.mark.parametrize(
    ("there", "written", "expected"),
    [
        (["MIT"], "MIT", ("agree", (), ())),
        (["MIT", "Apache-2.0"], "MIT OR Apache-2.0", ("agree", (), ())),
        (["MIT"], "MIT OR Apache-2.0", ("agree", ("Apache-2.0",), ())),
        (["MIT"], "Apache-2.0", ("conflict", ("Apache-2.0",), ("MIT",))),
        (["MIT", "GPL-3.0-only"], "MIT", ("conflict", (), ("GPL-3.0-only",))),
        (["GPL-3.0-only"], "GPL-3.0-or-later", ("agree", (), ())),
        ([], "MIT", ("text missing", ("MIT",), ())),
        (["MIT"], None, ("not declared", (), ("MIT",))),
        (["MIT"], "ask us first", ("not declared", (), ("MIT",))),
    ],
)
def test_texts_beside_what_a_manifest_says(
    there: list[str], written: str | None, expected: tuple[str, tuple[str, ...], tuple[str, ...]], known: dict[str, str]
) -> None:
    files = [(f"pkg/LICENSE-{name}", said(name, known)) for name in there]
    declared = [Declared("pkg", "pkg/Cargo.toml", 4, written)] if written else []
    claim = claims(files, declared)[0]

    assert (claim.verdict, claim.missing, claim.surplus) == expected
    assert (claim.component, claim.declared) == ("pkg", tuple(declared))


def test_licences_in_the_report(tmp_path: Path, known: dict[str, str]) -> None:
    history = History()
    history.commit(
        {
            "LICENSE-MIT": known["MIT"],
            "LICENSE-APACHE": known["Apache-2.0"],
            "vendor/x/COPYING": known["ISC"],
            "lib/COPYING": "Do what we say.\n" * 30,
            "a.py": "# SPDX-License-Identifier: MIT\n",
            "b.py": "# SPDX-License-Identifier: MIT\n",
            "c.py": "# SPDX-License-Identifier: Nonsense-1.0\n",
        }
    )
    found = analyze(open_repository(history.write(tmp_path / "r"))).sections["stack"]["licences"]

    by_path = {row["path"]: row for row in found["texts"]}
    assert by_path["vendor/x/COPYING"]["excluded"] == "vendored"
    assert [each["id"] for each in by_path["vendor/x/COPYING"]["licences"]] == ["ISC"]
    assert by_path["lib/COPYING"]["licences"] == []
    assert [
        (row["expression"], row["known"], row["files"], row["example"], row["line"]) for row in found["headers"]
    ] == [
        ("MIT", True, 2, "a.py", 1),
        ("Nonsense-1.0", False, 1, "c.py", 1),
    ]
    root, lib = found["components"]
    assert (root["component"], sorted(root["licences"]), root["relation"]) == ("", ["Apache-2.0", "MIT"], "choice")
    assert (lib["component"], lib["verdict"]) == ("lib", "unknown text")


def test_texts_beyond_the_first_are_counted_whatever_was_known_before(
    tmp_path: Path, known: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inventory, "LICENCES", 2)
    history = History()
    history.commit({"a/LICENSE": known["MIT"], "b/LICENSE": known["ISC"], "c/LICENSE": known["Zlib"]})
    history.commit({"a/LICENSE": None})
    repository, state = open_repository(history.write(tmp_path / "r")), tmp_path / "state"
    first = analyze(repository, rev="HEAD~1", state=state).sections["stack"]["licences"]
    later = analyze(repository, state=state)

    assert ([row["path"] for row in first["texts"]], first["not_compared"]) == (["a/LICENSE", "b/LICENSE"], 1)
    assert later.engine.mode == "incremental"
    assert later.sections["stack"]["licences"] == analyze(repository).sections["stack"]["licences"]
    assert [row["path"] for row in later.sections["stack"]["licences"]["texts"]] == ["b/LICENSE", "c/LICENSE"]
