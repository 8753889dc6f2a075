"""How evidence becomes technologies: components, roles, versions, confidence, bounds."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from strata.stack.at_head import is_read_at_head
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.stack.technologies.paths import Patterns, expression, key_of
from strata.stack.technologies.places import Place, Places
from strata.stack.technologies.recognise import Use, joined, of_package, technologies
from strata.stack.technologies.rules import Rules, rule_of, rules
from tests.unit.strata.history_builder import History
from tests.unit.strata.technologies.written import packages

LOCK = (
    '{"packages": {"": {"dependencies": {"next": "^14.0.0"}}, "node_modules/next": {"version": "14.2.3"},'
    ' "node_modules/vue": {"version": "3.0.0"}}}'
)


def uses(files: dict[str, str], known: Rules | None = None) -> dict[tuple[str, str], Use]:
    """By technology and folder."""
    memory = MemoryFiles(files)
    found = technologies(memory, read_dependencies(memory), known)
    return {(use.technology, use.place.folder): use for use in found}


def one(**signs: object) -> Rules:
    entry = {"id": "it", "name": "It", "category": "data", "website": "https://example.org", **signs}
    return Rules([rule_of(entry)])


def test_versions_and_ranges_are_those_of_what_it_is() -> None:
    found = uses({"package.json": '{"dependencies": {"next": "^14.0.0"}}', "package-lock.json": LOCK})

    assert found["nextjs", ""].versions == ("14.2.3",)
    assert found["nextjs", ""].ranges == ("^14.0.0",)
    assert found["nextjs", ""].confidence == 0.95
    assert ("vue", "") not in found


def test_a_client_tells_no_version_and_an_image_tells_its_tag() -> None:
    found = uses({"package.json": packages("pg"), "compose.yaml": "services: {d: {image: 'postgres:16.2-alpine'}}"})

    use = found["postgresql", ""]
    assert use.versions == ("16.2",)
    assert [each.kind for each in use.evidence] == ["dependency", "client"]
    assert use.confidence == joined([0.95, 0.85]) == 0.992


def test_what_is_not_needed_to_run_counts_less() -> None:
    found = uses({"package.json": '{"devDependencies": {"vitest": "1.0.0"}}'})

    assert found["vitest", ""].confidence == 0.855


def test_implied_where_nothing_shows_it() -> None:
    found = uses({"package.json": packages("next")})

    react = found["react", ""]
    assert [(each.kind, each.sign) for each in react.evidence] == [("implied", "nextjs")]
    assert react.confidence == round(0.95 * 0.9, 3)
    assert uses({"package.json": packages("next", "react")})["react", ""].evidence[0].kind == "dependency"


def test_each_component_has_its_own() -> None:
    found = uses({"web/package.json": packages("react"), "api/pyproject.toml": '[project]\ndependencies=["django"]\n'})

    assert found["react", "web"].place == Place("web", "main")
    assert ("react", "") not in found
    assert found["django", "api"].evidence[0].path == "api/pyproject.toml"


@pytest.mark.parametrize(
    ("path", "category", "place"),
    [
        ("package.json", "data", Place("", "main")),
        ("a/b/c.txt", "data", Place("a", "main")),
        ("a/examples/x/compose.yaml", "data", Place("a/examples", "example")),
        ("a/examples/y/package.json", "data", Place("a/examples/y", "example")),
        ("tests/docker/Dockerfile", "data", Place("tests", "test")),
        ("tests/conftest.py", "testing", Place("", "main")),
        ("docs/conf.py", "documentation", Place("", "main")),
        ("docs/conf.py", "data", Place("docs", "docs")),
        ("a/docs/book.toml", "documentation", Place("a", "main")),
    ],
)
def test_places(path: str, category: str, place: Place) -> None:
    places = Places(["package.json", "a/package.json", "a/examples/y/package.json", "a/src/Dockerfile"])

    assert places.of(path, category) == place


def test_deep_folders_have_places_too() -> None:
    deep = "x/" * 2_000 + "f"

    assert Places([]).of(deep, "data") == Place("", "main")


def test_groups_must_all_be_there_in_one_component() -> None:
    known = one(
        dependency=["npm/it"], together=[{"file": ["a.txt"]}, {"content": [{"line": "^yes", "paths": ["b.txt"]}]}]
    )

    assert uses({"a.txt": "", "b.txt": "yes"}, known)["it", ""].confidence == joined([0.8, 0.7])
    assert uses({"a.txt": "", "b.txt": "no"}, known) == {}
    assert uses({"p/a.txt": "", "p/package.json": "{}", "b.txt": "yes"}, known) == {}
    assert list(uses({"a.txt": "", "package.json": packages("it")}, known)) == [("it", "")]


def test_a_line_tells_a_version_and_its_number() -> None:
    found = uses({"package.json": '{\n  "name": "p",\n  "packageManager": "pnpm@9.1.0"\n}'})

    assert found["pnpm", ""].versions == ("9.1.0",)
    assert found["pnpm", ""].evidence[0].line == 3


def test_modules_of_go_in_any_major_version() -> None:
    assert of_package("golang", "github.com/labstack/echo/v4") == of_package("golang", "github.com/labstack/echo")
    assert of_package("golang", "github.com/labstack/echo/v4") == ("echo",)
    assert of_package("golang", "github.com/labstack/echo-contrib") == ()


def test_hostile_trees_take_bounded_time() -> None:
    """What is measured is the processor's time: the machine may be busy."""
    many = {f"d{number % 100}/{number}.yaml": "" for number in range(50_000)}
    many |= {f"k8s/{number}.yaml": "a: b\n" * 5 for number in range(20_000)}
    many |= {f"e/{number}/Dockerfile": "" for number in range(10_000)}
    memory = MemoryFiles(many)
    dependencies = read_dependencies(MemoryFiles({}))
    rules()
    before = time.process_time()
    technologies(memory, dependencies)

    assert time.process_time() - before < 15


def test_a_long_line_and_a_large_file_are_cut() -> None:
    known = one(content=[{"line": "^a.*b", "paths": ["x.conf"]}])

    assert uses({"x.conf": "a" * 600 + "b"}, known) == {}
    assert uses({"x.conf": "\n" * 70_000 + "ab"}, known) == {}
    assert uses({"x.conf": "ab"}, known) != {}


SEGMENTS = st.sampled_from(["a", "b", ".c", "d.json", "e.x.json", "f.ts", "a.d"])
PIECES = st.sampled_from(["a", "b", ".c", "*", "**", "d.json", "*.json", "e.*", "[af].ts", "?"])


@given(st.lists(SEGMENTS, min_size=1, max_size=4), st.lists(PIECES, min_size=1, max_size=3), st.booleans())
def test_patterns_hold_as_in_gitignore(segments: list[str], pieces: list[str], from_the_top: bool) -> None:
    """For files, with one difference: a slash inside of a pattern does not bind it to the top."""
    path, pattern = "/".join(segments), "/".join(pieces)
    written = ("/" if from_the_top else "**/") + pattern
    if pieces[-1] == "**" or "**/**" in pattern:
        return
    expected = GitIgnoreSpec.from_lines([written]).check_file(path)
    whole = expected.include is True and not any(
        GitIgnoreSpec.from_lines([written]).match_file("/".join(segments[:depth])) for depth in range(1, len(segments))
    )
    if whole or not expected.include:
        assert bool(expression(("/" if from_the_top else "") + pattern).search(path)) == whole


@given(st.lists(SEGMENTS, min_size=1, max_size=4), st.lists(PIECES, min_size=1, max_size=3))
def test_keys_lose_nothing(segments: list[str], pieces: list[str]) -> None:
    path, pattern = "/".join(segments), "/".join(pieces)
    try:
        key_of(pattern)
    except ValueError:
        return
    found = bool(list(Patterns([(pattern, True)]).found([path])))
    assert found == bool(expression(pattern).search(path))


def test_a_folder_is_shown_once() -> None:
    folders = Patterns([(".claude/", "it")])

    assert list(folders.found([".claude/a.md", ".claude/b/c.md", "x/.claude/d", "claude/e"])) == [
        (".claude/a.md", "it"),
        ("x/.claude/d", "it"),
    ]


def test_patterns_that_nothing_tells_are_refused() -> None:
    for pattern in ("*", "a*", "**/*", "x/*"):
        with pytest.raises(ValueError, match="nothing in a name"):
            key_of(pattern)


def test_what_lines_are_looked_for_in_is_fetched() -> None:
    assert is_read_at_head(b"prisma/schema.prisma")
    assert not is_read_at_head(b"vendor/schema.prisma")
    assert not is_read_at_head(b"src/schema.rs")


def test_in_the_report(tmp_path: Path) -> None:
    history = History()
    history.commit(
        {
            "package.json": packages("express"),
            "examples/shop/package.json": packages("vue"),
            "node_modules/it/package.json": packages("koa"),
            "left/package.json": packages("fastify"),
            ".vscode/settings.json": "{}",
            ".github/workflows/ci.yml": "jobs: {}\n",
            "Jenkinsfile": "node {}\n",
        }
    )
    report = analyze(open_repository(history.write(tmp_path / "r")), options=Options(exclude=("left/",)))
    stack = report.sections["stack"]
    rows = {row["id"]: row for row in stack["technologies"]}

    assert {"express", "vue", "vscode", "github-actions", "jenkins"} <= set(rows)
    assert not {"koa", "fastify"} & set(rows)
    assert rows["express"]["role"] == "main"
    assert rows["express"]["listed"][0]["evidence"] == [
        {"path": "package.json", "line": 1, "kind": "dependency", "sign": "npm/express"}
    ]
    assert rows["vue"]["role"] == "example"
    assert rows["vue"]["listed"][0]["folder"] == "examples/shop"
    assert [each["folder"] for each in stack["component_stacks"]] == ["", "examples/shop"]
    assert "vue" in stack["component_stacks"][1]["technologies"]
