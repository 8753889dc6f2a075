"""Random histories, the same for the same seed, with everything that makes ownership hard."""

from __future__ import annotations

import random
from dataclasses import dataclass

from tests.unit.strata.history_builder import ADA, BEN, History

AUTHORS = (ADA, BEN, "Cy <cy@example.org>")
WORDS = ("alpha", "beta", "", "{", "}", "gamma", "return 0", "\x0c", "\xe9\xe8")
STEMS = ("f", "dir/g", "dir/sub/h", "sp ace", "new\nline", 'quo"ted', "한", "-x", "t\tab", "deep/a/b/c")


@dataclass
class File:
    """A file of one branch: its lines, how they end, and what kind of thing it is."""

    lines: list[str]
    ending: str = "\n"
    closed: bool = True
    kind: str = "text"  # text, exec, link, binary

    def copy(self) -> File:
        return File(list(self.lines), self.ending, self.closed, self.kind)

    def content(self) -> bytes:
        if self.kind == "link":
            return "/".join(word or "x" for word in self.lines[:3]).encode() or b"x"
        text = self.ending.join(self.lines) + (self.ending if self.lines and self.closed else "")
        return (b"\0" if self.kind == "binary" else b"") + text.encode("latin-1", "replace")


Tree = dict[str, File]


class Dice(random.Random):
    """Throws that shape a history."""

    def words(self, most: int) -> list[str]:
        return [self.choice(WORDS) for _ in range(self.randint(0, most))]

    def chance(self, share: float) -> bool:
        return self.random() < share


def generated(seed: int, commits: int = 25) -> History:
    """Edits, renames, copies, deletions, mode and type changes, binary flips, branches, all kinds of merges."""
    return _Generator(seed).run(commits)


class _Generator:
    def __init__(self, seed: int) -> None:
        self.dice = Dice(seed)
        self.history = History()
        self.trees: dict[str, Tree] = {"main": {"f0": File(["alpha", "beta", "gamma"] * 4), "f1": File(["alpha"])}}
        self.known: dict[str, Tree] = {}
        self.serial = 0

    def run(self, commits: int) -> History:
        self.commit("main")
        while self.history.marks < commits:
            branch = self.dice.choice(list(self.trees))
            throw = self.dice.random()
            if throw < 0.12 and len(self.trees) < 5:
                self.fork(branch)
            elif throw < 0.32 and len(self.trees) > 1:
                self.merge(branch)
            else:
                for _ in range(self.dice.choice([1, 1, 1, 2, 4])):
                    self.change(self.trees[branch])
                self.commit(branch)
        self.merge("main", everything=True)
        return self.history

    def commit(self, branch: str, merge: tuple[str, ...] = ()) -> None:
        """Writes what differs from the branch's last commit."""
        before, now = self.known.get(branch, {}), self.trees[branch]
        files: dict[str | bytes, str | bytes | None] = {path: None for path in before if path not in now}
        files |= {path: file.content() for path, file in now.items() if file.kind != "link"}
        links = {path: file.content().decode() for path, file in now.items() if file.kind == "link"}
        modes = {path: "100755" for path, file in now.items() if file.kind == "exec"}
        author = self.dice.choice(AUTHORS)
        self.history.commit(files, author=author, branch=branch, merge=merge, links=links, modes=modes)
        self.known[branch] = {path: file.copy() for path, file in now.items()}

    def fork(self, branch: str) -> None:
        name = f"b{self.history.marks}-{len(self.trees)}"
        self.trees[name] = {path: file.copy() for path, file in self.trees[branch].items()}
        self.known[name] = {path: file.copy() for path, file in self.known[branch].items()}
        self.history.tips[name] = self.history.tips[branch]

    def merge(self, branch: str, *, everything: bool = False) -> None:
        """Merges some branches, each path taken from any side, now and then changed on the way."""
        tips = self.history.tips
        others = [other for other in self.trees if tips[other] != tips[branch]]
        if not everything:
            others = self.dice.sample(others, min(len(others), self.dice.choice([1, 1, 1, 2, 3])))
        others = [other for at, other in enumerate(others) if tips[other] not in {tips[o] for o in others[:at]}]
        tree = self.trees[branch]
        for other in others:
            for path, file in self.trees[other].items():
                if path in tree and tree[path].kind == file.kind == "text" and self.dice.chance(0.3):
                    cut = self.dice.randint(0, len(file.lines))
                    tree[path] = File(tree[path].lines[:cut] + file.lines[cut:], file.ending, file.closed)
                elif path not in tree or self.dice.chance(0.4):
                    self.put(tree, path, file.copy())
        if self.dice.chance(0.3):
            self.change(tree)
        if others:
            self.commit(branch, tuple(others))

    def put(self, tree: Tree, path: str, file: File) -> None:
        """Adds a file unless a folder has its name or a file is where its folder must be."""
        folders = {"/".join(path.split("/")[:depth]) for depth in range(1, path.count("/") + 1)}
        if not folders & set(tree) and not any(other.startswith(path + "/") for other in tree):
            tree[path] = file

    def change(self, tree: Tree) -> None:
        throw = self.dice.random()
        if not tree or throw < 0.12:
            self.put(tree, self.name(), File(self.dice.words(12), self.dice.choice(["\n", "\n", "\r\n"])))
            return
        path = self.dice.choice(list(tree))
        file = tree[path]
        if throw < 0.17:
            del tree[path]
        elif throw < 0.32:  # renamed, perhaps edited; other files may have the same content
            self.put(tree, self.name(), tree.pop(path))
            if self.dice.chance(0.5):
                self.edit(file)
        elif throw < 0.42:
            self.put(tree, self.name(), file.copy())
        elif throw < 0.52:
            file.kind = self.dice.choice(["text", "text", "exec", "link", "binary"])
        elif throw < 0.57:
            file.closed = not file.closed
        else:
            self.edit(file)

    def edit(self, file: File) -> None:
        at = self.dice.randint(0, len(file.lines))
        file.lines[at : at + self.dice.randint(0, 3)] = self.dice.words(4)

    def name(self) -> str:
        self.serial += 1
        return f"{self.dice.choice(STEMS)}{self.serial}"
