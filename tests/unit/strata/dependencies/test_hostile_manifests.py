"""What strangers may write into manifests: every parser ends soon, raises nothing, and says what it left out."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strata.stack.dependencies import detect, limits
from strata.stack.dependencies.files import MemoryFiles, beside
from strata.stack.dependencies.model import Dependencies
from strata.stack.dependencies.registry import FORMATS, Format, format_of, parse
from tests.unit.strata.dependencies.reading import codes, read

PATHS = {
    "requirements.txt": "python_requirements:parse_requirements",
    "build.gradle.kts": "gradle:parse_gradle",
    "libs.versions.toml": "gradle:parse_catalog",
    "gradle.lockfile": "gradle:parse_gradle_lock",
    "a.gemspec": "ruby:parse_gemspec",
    "A.csproj": "dotnet:parse_project",
    "Package.swift": "apple:parse_package_swift",
    "a.cabal": "haskell:parse_cabal",
    "a.opam": "ocaml:parse_opam",
    "environment.yml": "conda:parse_environment",
    "main.tf": "terraform:parse_terraform",
    "Dockerfile": "containers:parse_dockerfile",
    "compose.yaml": "containers:parse_compose",
    ".github/workflows/a.yml": "pipelines:parse_workflow",
    ".gitlab-ci.yml": "pipelines:parse_gitlab",
    "k8s/a.yaml": "containers:parse_kubernetes",
}
ALL = [
    *PATHS,
    *{each.reader: each.names[0] for each in FORMATS if each.names and each.reader not in PATHS.values()}.values(),
]
# Of the processor's time, which on a shared machine may do a third of its work; what is not linear takes hours.
SECONDS = 20.0
BIG = 10 << 20
MANY = 30_000  # bytes that every format is tried with
LARGEST = ("requirements.txt", "package.json", "pnpm-lock.yaml", "uv.lock", "pom.xml", "build.gradle.kts", "yarn.lock")


def reader_of(path: str) -> str:
    """Who reads what lies at `path`."""
    found = format_of(path)
    assert found is not None
    return found.reader


def test_every_format_is_tried_here() -> None:
    tried = {format_of(path) for path in ALL}

    assert {each.reader for each in FORMATS} == {each.reader for each in tried if each}
    assert all((found := format_of(path)) and found.reader == reader for path, reader in PATHS.items())


def bounded(path: str, content: bytes) -> Dependencies:
    began = time.process_time()
    found = detect.read_dependencies(MemoryFiles({path: content}))
    assert time.process_time() - began < SECONDS, f"{path} took too long"
    return found


@pytest.mark.parametrize("path", ALL)
@given(content=st.binary(max_size=400))
@settings(max_examples=10)
def test_any_bytes(path: str, content: bytes) -> None:
    found = detect.read_dependencies(MemoryFiles({path: content}))

    assert all(each.purl.startswith("pkg:") and each.evidence for each in found.dependencies)
    assert all(each.message.endswith(".") for each in found.warnings)
    json.dumps([each.purl for each in found.dependencies]).encode()


PIECES = st.sampled_from(
    [
        *"[](){}\"':=,@/<>&*\\#|.\n\t",
        *("\n  ", "\n    ", "- ", "a", "1.0", "package", "dependencies", "name", "version", "implementation", "gem "),
        *("require ", "FROM ", "uses: ", "[[package]]\n", "=> ", "~> ", "${", "null", "true", "image: ", "end", "do"),
        *("%{", ":hex", "&& ", "\ufeff", "é"),
    ]
)


@pytest.mark.parametrize("path", ALL)
@given(pieces=st.lists(PIECES, max_size=60))
@settings(max_examples=20)
def test_anything_that_looks_like_a_manifest(path: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = detect.read_dependencies(MemoryFiles({path: text}))
    again = detect.read_dependencies(MemoryFiles({path: text}))
    lines = text.count("\n") + 1

    assert found == again
    for each in found.dependencies:
        assert each.name
        assert all(place.line is None or 1 <= place.line <= lines for place in each.evidence)


NAMES = (
    "dependencies",
    "name",
    "version",
    "packages",
    "",
    "a",
    "default",
    "pins",
    "node_modules/a",
    "license",
    "object",
)
TOPS = (
    "dependencies",
    "packages",
    "package",
    "devDependencies",
    "importers",
    "pins",
    "require",
    "default",
    "snapshots",
)
OTHER_TOPS = ("repos", "jobs", "include", "services", "graph_lock", "workspaces")
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from([*NAMES, "workspaces", "require"]), inner, max_size=5)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize(
    "path", [name for name in ALL if name.endswith((".json", ".lock", ".yaml", ".yml", ".resolved"))]
)
@given(document=st.dictionaries(st.sampled_from([*TOPS, *OTHER_TOPS]), VALUES, max_size=4))
@settings(max_examples=20)
def test_documents_whose_values_are_of_other_kinds(path: str, document: dict[str, object]) -> None:
    found = detect.read_dependencies(MemoryFiles({path: json.dumps(document)}))

    assert "unreadable" not in {each.code for each in found.warnings}, found.warnings


ENDLESS = (
    b"a",
    b'"',
    b"[",
    b'\\"',
    b"a.",
    b"{",
    b"(",
    b" ",
    b"<a>",
    b"- ",
    b"a:",
    b"$",
    b"'",
    b"&a ",
    b"/*",
    b"\\",
    b"@",
)


@pytest.mark.parametrize("path", LARGEST)
def test_ten_megabytes_in_one_line(path: str) -> None:
    for piece in (b"a", b"[", b'\\"'):
        bounded(path, piece * (BIG // len(piece)))


@pytest.mark.parametrize("path", ALL)
def test_what_never_ends(path: str) -> None:
    for piece in ENDLESS:
        bounded(path, piece * (MANY // len(piece)))
        bounded(path, (piece + b"\n") * (MANY // (len(piece) + 1)))


@pytest.mark.parametrize("path", ALL)
def test_many_short_lines(path: str) -> None:
    for line in (
        b"  x\n",
        b"gem 'a'\n",
        b"FROM a\\\n",
        b"[a]\n",
        b"a==1\\\n",
        b"a do\n",
        b"[[package]]\n",
        b"    a: b\n",
        b"a {\n",
        b"{:a, {\n",
        b"group :test do\n",
        b"target 'a' do\n",
    ):
        bounded(path, line * (MANY // len(line)))


def test_yaml_bombs_are_never_unfolded() -> None:
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    merges = ["b0: &b0 {k: v}"] + [f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}], k{n}: v}}" for n in range(1, 60)]
    text = "\n".join([*rows, *merges, "jobs: *a59", "image: *b59", "cycle: &c [*c]", "containers: *a59", ""]).encode()

    for path in (".github/workflows/a.yml", ".gitlab-ci.yml", "pnpm-lock.yaml", "k8s/a.yaml", "environment.yml"):
        bounded(path, b"apiVersion: v1\nkind: Pod\n" + text)


def test_xml_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<project><artifactId>&b;</artifactId></project>'
    file = '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><project><artifactId>&a;</artifactId></project>'

    found = read({"a/pom.xml": bomb, "b/pom.xml": file})

    assert codes(found) == ["xml-entities a/pom.xml:1", "xml-entities b/pom.xml:1"]
    assert found.dependencies == found.components == ()


def test_properties_that_grow_without_end() -> None:
    grown = "".join(f"<p{n}>${{p{n - 1}}}${{p{n - 1}}}${{p{n - 1}}}</p{n}>" for n in range(1, 60))
    pom = (
        f"<project><artifactId>a</artifactId><properties><p0>xxxxxxxx</p0>{grown}<q>${{q}}</q></properties>"
        "<dependencies><dependency><groupId>g</groupId><artifactId>b</artifactId><version>${p59}${q}</version>"
        "</dependency></dependencies></project>"
    )

    found = bounded("pom.xml", pom.encode())

    assert len(found.dependencies[0].range or "") <= 3 * limits.WORD


def test_deep_nesting_is_told() -> None:
    found = read(
        {
            "package.json": "[" * 100_000,
            "uv.lock": "a = " + "[" * 100_000,
            "pnpm-lock.yaml": "[" * 2_000,
            "pom.xml": "<a>" * 5_000,
        }
    )

    assert codes(found) == [
        "too-deep package.json:None",
        "too-deep pnpm-lock.yaml:1",
        "too-deep pom.xml:1",
        "too-deep uv.lock:None",
    ]


def test_encodings() -> None:
    found = read(
        {
            "a/requirements.txt": "flask==1.0\r\nclick\r\n".encode("utf-16"),
            "b/package.json": b'\xef\xbb\xbf{"dependencies": {"a": "1.0.0"}}',
            "c/requirements.txt": b"caf\xe9\nflask\n",
            "d/package.json": b"\xff\xfe\x00",
        }
    )

    assert [(each.name, each.evidence[0].path) for each in found.dependencies] == [
        ("a", "b/package.json"),
        ("click", "a/requirements.txt"),
        ("flask", "a/requirements.txt"),
        ("flask", "c/requirements.txt"),
    ]
    assert codes(found) == [
        "invalid-encoding c/requirements.txt:None",
        "skipped-entry c/requirements.txt:1",
        "invalid-json d/package.json:1",
    ]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(detect, "FILES", 2)
    monkeypatch.setattr(detect, "FILE_BYTES", 100)
    monkeypatch.setattr(detect, "TOTAL_BYTES", 120)

    found = read({"a/go.mod": "x" * 101, "b/go.mod": "require a v1\n", "c/go.mod": "require b v1\n"})

    assert codes(found) == ["too-large a/go.mod:None", "too-many-files c/go.mod:None"]
    assert [each.name for each in found.dependencies] == ["a"]


def test_too_many_entries_are_cut_off() -> None:
    found = bounded("requirements.txt", b"".join(b"p%d\n" % n for n in range(limits.ENTRIES + 10)))

    assert len(found.dependencies) == limits.ENTRIES
    assert [each.code for each in found.warnings] == ["too-many"]


def test_names_that_no_package_has_are_skipped() -> None:
    found = read(
        {"package.json": json.dumps({"dependencies": {"a\nb": "1", "x" * 2_000: "1", "": "1", "ok": "y" * 2_000}})}
    )

    assert found.dependencies == ()
    assert {each.code for each in found.warnings} == {"skipped-entry"}


@given(st.text(), st.text())
def test_no_reference_leads_out_of_the_repository(path: str, target: str) -> None:
    found = beside(path.strip("/"), target)

    assert found is None or not (found.startswith(("/", "../")) or found == "..")


def test_a_parser_that_fails_ends_nothing() -> None:
    class Odd(Format):
        pass

    found = parse("x", b"", Odd("no_such_module:nothing"))

    assert [each.code for each in found.warnings] == ["unreadable"]
