"""The repositories of alice and bob: made by `git fast-import`, the same bytes on every machine."""

from __future__ import annotations

import random
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from local_stack.github import snippets
from local_stack.github.accounts import USERS, Repository

_DAY = 86_400
_BOT = ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com")
_MAILMAP = "Carla Conti <carla@example.com> <carla.conti@old.example.com>\n"
_BRANCH = "refs/heads/main"

Person = tuple[str, str]


@dataclass(frozen=True)
class Plan:
    """What a sample repository is about. `people` come in the order in which they joined."""

    owner: str
    name: str
    private: bool
    description: str
    seed: int
    start: int
    commits: int
    people: tuple[Person, ...]
    paths: tuple[str, ...]
    manifest: str


_ALICE = ("Alice Adler", "alice@example.com")
_BOB = ("Bob Brandt", "bob@example.com")
_CARLA = ("Carla Conti", "carla@example.com")
_CARLA_BEFORE = ("carla", "carla.conti@old.example.com")
_DAE = ("김대현", "daehyun@example.com")

PLANS = (
    Plan(
        owner="alice",
        name="orchard",
        private=False,
        description="Plans a harvest: a web service with a small dashboard",
        seed=11,
        start=1_672_650_000,
        commits=72,
        people=(_ALICE, _CARLA_BEFORE, _BOB, _CARLA, _DAE),
        paths=(
            "README.md",
            "pyproject.toml",
            "app/harvest.py",
            "app/season.py",
            "LICENSE",
            "web/package.json",
            "web/src/chart.ts",
            "web/src/board.ts",
            "web/src/board.css",
            "app/store/tables.sql",
            "tests/test_harvest.py",
            "Dockerfile",
            "scripts/release.sh",
            "deploy/values.yaml",
            "docs/seasons.md",
            "app/store/queries.py",
        ),
        manifest="pyproject.toml",
    ),
    Plan(
        owner="alice",
        name="ledger",
        private=True,
        description="Books of the orchard",
        seed=12,
        start=1_688_200_000,
        commits=41,
        people=(_ALICE, _DAE),
        paths=("README.md", "go.mod", "main.go", "entry.go", "report.go", "schema.sql", ".gitignore"),
        manifest="go.mod",
    ),
    Plan(
        owner="bob",
        name="lighthouse",
        private=False,
        description="Watches the coast",
        seed=21,
        start=1_654_100_000,
        commits=63,
        people=(_BOB, _CARLA_BEFORE, _ALICE, _CARLA),
        paths=(
            "README.md",
            "Cargo.toml",
            "src/beam.rs",
            "src/tide.rs",
            "LICENSE",
            "tools/chart.py",
            "docs/coast.md",
            ".gitignore",
        ),
        manifest="Cargo.toml",
    ),
    Plan(
        owner="bob",
        name="notebook",
        private=True,
        description="Notes to self",
        seed=22,
        start=1_701_000_000,
        commits=40,
        people=(_BOB,),
        paths=("README.md", "package.json", "notes/week.md", "notes/plan.md", "src/note.ts", "src/list.ts"),
        manifest="package.json",
    ),
)


def create(folder: Path) -> list[Repository]:
    """The sample repositories below `folder`; those that are not there yet are made."""
    repositories = []
    for plan in PLANS:
        git_dir = folder / plan.owner / f"{plan.name}.git"
        if not (git_dir / "made").exists():
            _make(plan, git_dir)
        repositories.append(Repository(USERS[plan.owner], plan.name, plan.private, plan.description, git_dir))
    return repositories


def _make(plan: Plan, git_dir: Path) -> None:
    shutil.rmtree(git_dir, ignore_errors=True)
    git_dir.parent.mkdir(parents=True, exist_ok=True)
    # An empty template: no sample hooks, whatever this machine's git is told to copy.
    initialise = ["git", "init", "--quiet", "--bare", "--template=", "--initial-branch=main", str(git_dir)]
    subprocess.run(initialise, check=True, stdin=subprocess.DEVNULL)
    subprocess.run(
        ["git", f"--git-dir={git_dir}", "fast-import", "--quiet"],
        input=_History(plan).stream(),
        check=True,
    )
    (git_dir / "made").touch()


@dataclass
class _History:
    """Writes one repository's history as a fast-import stream."""

    plan: Plan
    tree: dict[str, str] = field(default_factory=dict)
    out: bytearray = field(default_factory=bytearray)
    marks: int = 0
    head: int = 0

    def stream(self) -> bytes:
        plan, rng = self.plan, random.Random(self.plan.seed)  # noqa: S311
        waiting = list(plan.paths)
        when = plan.start
        while self.marks < plan.commits:
            when += int(rng.expovariate(1 / (8 * _DAY))) + rng.randint(1, 9) * 3600
            share = self.marks / plan.commits
            if self.marks > 8 and rng.random() < 0.1 and plan.manifest in self.tree:
                self._bump(when, rng)
            elif waiting and (len(self.tree) < 2 or rng.random() < 0.45):
                self._add(waiting, when, share, rng)
            elif self.marks > 12 and self.marks + 3 < plan.commits and rng.random() < 0.08:
                self._merge(when, share, rng)
            else:
                self._change(when, share, rng)
        self.out += b"tag v1.0.0\nfrom :%d\n" % self.head
        self._signature("tagger", self.plan.people[0], when)
        self._data("First release\n")
        self.out += b"done\n"
        return bytes(self.out)

    def _add(self, waiting: list[str], when: int, share: float, rng: random.Random) -> None:
        paths = [waiting.pop(0) for _ in range(min(len(waiting), rng.randint(1, 2)))]
        self.tree |= {path: snippets.starting(path, rng) for path in paths}
        self._commit(f"Add {' and '.join(paths)}", self._author(share, rng), when, paths)

    def _change(self, when: int, share: float, rng: random.Random) -> None:
        author = self._author(share, rng)
        if share > 0.5 and ".mailmap" not in self.tree and _CARLA in self.plan.people:
            self.tree[".mailmap"] = _MAILMAP
            self._commit("Tell who is who", author, when, [".mailmap"])
            return
        editable = [path for path in self.tree if snippets.block(path, random.Random(0))]  # noqa: S311
        paths = rng.sample(editable, min(len(editable), rng.randint(1, 3)))
        if share > 0.4 and rng.random() < 0.06:
            self._rename(paths[0], author, when)
            return
        for path in paths:
            self.tree[path] = snippets.revised(self.tree[path], path, rng)
        message = rng.choice(("Extend", "Rework", "Correct", "Simplify")) + f" {paths[0]}"
        if len(self.plan.people) > 1 and rng.random() < 0.12:
            other = rng.choice([person for person in self.plan.people if person != author])
            message += f"\n\nCo-authored-by: {other[0]} <{other[1]}>"
        self._commit(message, author, when, paths)

    def _rename(self, path: str, author: Person, when: int) -> None:
        stem, dot, suffix = path.rpartition(".")
        renamed = f"{stem}_kept{dot}{suffix}"
        self.tree[renamed] = self.tree.pop(path)
        self._commit(f"Rename {path}", author, when, [renamed], gone=path)

    def _bump(self, when: int, rng: random.Random) -> None:
        path = self.plan.manifest
        self.tree[path] = snippets.bumped(self.tree[path], rng)
        self._commit(f"Bump a dependency in {path}", _BOT, when, [path])

    def _merge(self, when: int, share: float, rng: random.Random) -> None:
        """A branch of one commit and its merge; nothing happens on the trunk meanwhile."""
        trunk, author = self.head, self._author(share, rng)
        path = rng.choice([path for path in self.tree if snippets.block(path, random.Random(0))])  # noqa: S311
        self.tree[path] = snippets.revised(self.tree[path], path, rng)
        self._commit(f"Try another {path}", author, when - 5 * 3600, [path])
        branch = self.head
        self.head = trunk
        self._commit(f"Merge branch 'try-{branch}'", self.plan.people[0], when, [path], merged=branch)

    def _author(self, share: float, rng: random.Random) -> Person:
        """The founder most often; the others join one after the other, and who has a new address uses it."""
        people = self.plan.people
        joined = list(people[: max(1, round(share * len(people) + 0.7))])
        if _CARLA in joined and _CARLA_BEFORE in joined:
            joined.remove(_CARLA_BEFORE)
        return joined[0] if rng.random() < 0.35 else rng.choice(joined)

    def _commit(
        self, message: str, author: Person, when: int, paths: list[str], *, gone: str = "", merged: int = 0
    ) -> None:
        self.marks += 1
        self.out += f"commit {_BRANCH}\nmark :{self.marks}\n".encode()
        self._signature("author", author, when)
        self._signature("committer", author, when + 60)
        self._data(f"{message}\n")
        if self.head:
            self.out += b"from :%d\n" % self.head
        if merged:
            self.out += b"merge :%d\n" % merged
        if gone:
            self.out += f"D {gone}\n".encode()
        for path in paths:
            mode = "100755" if path.endswith(".sh") else "100644"
            self.out += f"M {mode} inline {path}\n".encode()
            self._data(self.tree[path])
        self.out += b"\n"
        self.head = self.marks

    def _signature(self, role: str, person: Person, when: int) -> None:
        zone = "+0900" if person == _DAE else "+0100"
        self.out += f"{role} {person[0]} <{person[1]}> {when} {zone}\n".encode()

    def _data(self, text: str) -> None:
        content = text.encode()
        self.out += b"data %d\n" % len(content) + content + b"\n"
