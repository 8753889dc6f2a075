"""What a state keeps of manifests is what they said, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.repository import open_repository
from strata.stack.dependencies import registry, remembered
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.stack.dependencies.model import Manifest
from strata.stack.dependencies.remembered import Memory, pack_manifests, unpack_manifests
from tests.unit.strata.dependencies.test_hostile_manifests import ALL
from tests.unit.strata.history_builder import History

FILES = {
    "package.json": '{"name": "a", "private": true, "dependencies": {"x": "npm:y@^1"}, "overrides": {"z": "1"}}',
    "package-lock.json": '{"packages": {"": {"dependencies": {"x": "^1"}}, "node_modules/x": {"version": "1.0.0"}}}',
    "requirements.txt": "-r base.txt\na==1\nbroken entry\n",
    "base.txt": "b>=1\n",
    "pom.xml": "<project><properties><v>1</v></properties><dependencies><dependency><groupId>g</groupId>"
    "<artifactId>a</artifactId><version>${v}</version></dependency></dependencies></project>",
    "Cargo.toml": '[dependencies]\nq = { package = "r", version = "1" }\n',
}


class Counted(MemoryFiles):
    """Files with ids, that count what is read of them."""

    def __init__(self, contents: dict[str, str]) -> None:
        super().__init__(contents)
        self.contents = contents
        self.asked: list[str] = []

    def blob(self, path: str) -> str | None:
        return str(hash(self.contents[path]))

    def read(self, paths: Sequence[str], limit: int) -> Iterator[tuple[str, bytes | None]]:
        self.asked += paths
        return super().read(paths, limit)


def test_only_what_changed_is_read_again() -> None:
    memory = Memory()
    before = read_dependencies(Counted(FILES), memory)
    kept = unpack_manifests(pack_manifests(memory.kept))
    same, changed = Counted(FILES), Counted({**FILES, "base.txt": "c\n"})
    later = Memory(kept)

    assert read_dependencies(same, later) == before
    assert read_dependencies(same, later).manifests == before.manifests
    assert same.asked == []
    assert later.kept.keys() == memory.kept.keys()
    assert read_dependencies(changed, Memory(kept)) == read_dependencies(Counted({**FILES, "base.txt": "c\n"}))
    assert changed.asked == ["base.txt"]


@pytest.mark.parametrize("path", ALL)
def test_every_form_of_manifest_is_kept_as_it_is(path: str) -> None:
    chosen = registry.format_of(path)
    assert chosen is not None
    memory = Memory()
    manifest = memory.parse(path, "id", b'{"name": "x"}\nname = "y"\n', chosen)
    (found,) = unpack_manifests(pack_manifests(memory.kept)).values()

    assert found.manifest == manifest


def test_what_is_kept_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    read_dependencies(Counted(FILES), memory)
    monkeypatch.setattr(remembered, "KEPT_BYTES", 300)

    assert len(pack_manifests(memory.kept)) <= 300
    assert all(isinstance(each.manifest, Manifest) for each in unpack_manifests(pack_manifests(memory.kept)).values())


def test_a_push_parses_the_manifests_that_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = History()
    history.commit(FILES)
    history.commit({"package.json": '{"name": "b"}', "x.py": "1\n"})
    repository = open_repository(history.write(tmp_path / "r"))
    analyze(repository, rev="HEAD~1", state=tmp_path / "state")
    read: list[str] = []

    def parse(path: str, content: bytes, known: registry.Format | None = None) -> Manifest:
        read.append(path)
        return registry.parse(path, content, known)

    monkeypatch.setattr(remembered, "parse", parse)
    report = analyze(repository, state=tmp_path / "state")

    assert read == ["package.json"]
    assert report.sections["stack"] == analyze(repository).sections["stack"]
