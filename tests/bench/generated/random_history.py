"""Random histories of any shape, drawn by hypothesis, so that a failing one shrinks to its core.

Drawn are: edits, renames (with edits, several at once, of files with the same content), copies, deletions and
returns, reverts of a whole tree or of one file, mode and type changes, binary flips, submodules, empty files
and empty commits, CRLF, files without a final newline, odd names, folders that become files, attributes,
several roots, forks off any commit, merges of any commits (criss-cross, octopus, of ancestors, with changes
of their own, with a parent named twice), clocks that run backwards.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.unit.strata.history_builder import HOUR, MONDAY, quote

WORDS = (
    b"",
    b"{",
    b"}",
    b"alpha",
    b"beta",
    b"gamma",
    b"return 0",
    b"\x0c",
    b"\xe9\xe8",
    b"\xef\xbb\xbfx",
    b"\rx",
    b"  x",
)
NAMES = (
    b"a", b"b", b"c.txt", b"d/e", b"d/f", b"d/g/h", b"sp ace", b"new\nline", b'quo"ted', b"-x", b"t\tab", b"\xe9",
    "한".encode(), b":(glob)*", b"back\\slash", b"d",
)  # fmt: skip
MODES = {"file": b"100644", "exec": b"100755", "link": b"120000", "module": b"160000"}
ATTRIBUTES = (b"* -diff\n", b"*.txt binary\n", b"a diff=cpp\n", b"* text eol=crlf\n", b"d/* -text\n")


@dataclass(frozen=True)
class File:
    """What a path holds. A module's content is the id of a commit."""

    lines: tuple[bytes, ...]
    ending: bytes = b"\n"
    closed: bool = True
    kind: str = "file"
    binary: bool = False

    def content(self) -> bytes:
        if self.kind == "link":
            return b"/".join(word.strip() or b"x" for word in self.lines[:3]) or b"x"
        if self.kind == "module":
            return b"%040x" % (len(self.lines) + 1)
        text = self.ending.join(self.lines) + (self.ending if self.lines and self.closed else b"")
        return (b"\0" if self.binary else b"") + text


Tree = dict[bytes, File]


class RandomHistory:
    """Draws `commits` commits; `stream` is what `git fast-import` makes the branch main of."""

    def __init__(self, dice: random.Random, commits: int) -> None:
        self.dice = dice
        self.trees: list[Tree] = []
        self.parents: list[list[int]] = []
        self.skews = [0 if dice.random() < 0.8 else dice.randint(-20, 20) for _ in range(commits)]
        for number in range(commits):
            self._commit(number, last=number == commits - 1)

    def stream(self) -> bytes:
        """Every commit with its whole tree. The last one is main."""
        parts = [b"feature done"]
        for number, (tree, parents) in enumerate(zip(self.trees, self.parents, strict=True)):
            when = MONDAY + (number + self.skews[number]) * HOUR
            who = f"P{number % 3} <p{number % 3}@example.org> {when} +0000".encode()
            branch = b"main" if number == len(self.trees) - 1 else b"side-%d" % number
            parts += [b"commit refs/heads/" + branch, b"mark :%d" % (number + 1)]
            parts += [b"author " + who, b"committer " + who, b"data 1\nx"]
            parts += [(b"merge" if at else b"from") + b" :%d" % (parent + 1) for at, parent in enumerate(parents)]
            parts.append(b"deleteall")
            for path, file in sorted(tree.items()):
                content = file.content()
                if file.kind == "module":
                    parts.append(b"M 160000 " + content + b" " + quote(path))
                else:
                    parts += [b"M " + MODES[file.kind] + b" inline " + quote(path), b"data %d" % len(content), content]
        return b"\n".join([*parts, b"done", b""])

    def _commit(self, number: int, *, last: bool) -> None:
        dice = self.dice
        leaves = sorted(set(range(number)) - {parent for parents in self.parents for parent in parents})
        parents: list[int] = []
        throw = dice.random()
        if number and (throw > 0.02 or last):  # else another root
            parents = [number - 1] if throw < 0.6 else [dice.choice(leaves) if throw < 0.8 else dice.randrange(number)]
            more = dice.choice([1, 1, 1, 1, 2, 3]) if last or dice.random() < 0.25 else 0
            for _ in range(more):
                other = dice.choice(leaves) if last or dice.random() < 0.6 else dice.randrange(number)
                if other not in parents or dice.random() < 0.02:
                    parents.append(other)
        tree = self._joined([self.trees[parent] for parent in parents])
        if dice.random() < (0.35 if len(parents) > 1 else 0.97):
            for _ in range(dice.choice([1, 1, 1, 2, 3, 6])):
                self._change(tree)
        if not parents:
            for _ in range(dice.randint(1, 8)):
                self._add(tree)
        self.trees.append(tree)
        self.parents.append(parents)

    def _joined(self, trees: list[Tree]) -> Tree:
        """A tree from those of the parents: mostly as a merge would do it, now and then at will."""
        tree = dict(trees[0]) if trees else {}
        for other in trees[1:]:
            whole = self.dice.random()
            for path, file in other.items():
                mine = tree.get(path)
                if mine is None or whole > 0.9:
                    if whole > 0.1:
                        self._put(tree, path, file)
                elif mine != file:
                    throw = self.dice.random()
                    if throw < 0.4:
                        tree[path] = file
                    elif throw < 0.7:
                        cut = self.dice.randint(0, min(len(mine.lines), len(file.lines)))
                        tree[path] = replace(mine, lines=mine.lines[:cut] + file.lines[cut:])
            if whole < 0.3:
                for path in [path for path in tree if path not in other and self.dice.random() < 0.3]:
                    del tree[path]
        return tree

    def _change(self, tree: Tree) -> None:
        changes: list[Callable[[Tree], None]] = [self._add, self._edit, self._edit, self._edit, self._edit, self._move]
        changes += [self._move, self._copy, self._remove, self._alter, self._return, self._swap]
        (self.dice.choice(changes) if tree else self._add)(tree)

    def _words(self, most: int) -> tuple[bytes, ...]:
        return tuple(self.dice.choice(WORDS) for _ in range(self.dice.randint(0, most)))

    def _name(self) -> bytes:
        name = self.dice.choice(NAMES)
        return name if self.dice.random() < 0.7 else name + b"%d" % self.dice.randint(1, 3)

    def _put(self, tree: Tree, path: bytes, file: File) -> None:
        """Puts a file there; what stands in its way goes."""
        parts = path.split(b"/")
        blocking = {b"/".join(parts[:depth]) for depth in range(1, len(parts))}
        for other in [other for other in tree if other in blocking or other.startswith(path + b"/")]:
            del tree[other]
        tree[path] = file

    def _add(self, tree: Tree) -> None:
        if self.dice.random() < 0.03:
            self._put(tree, b".gitattributes", File(tuple(self.dice.choice(ATTRIBUTES).split(b"\n")[:-1])))
            return
        lines = self._words(12)
        if self.dice.random() < 0.5:  # unique lines: what rename detection finds alike
            lines = tuple(b"%d of %d" % (at, len(self.trees)) for at in range(self.dice.randint(1, 20)))
        elif self.dice.random() < 0.3:  # long and alike: what a diff can cut in many ways, over git's blocks of 1 KiB
            lines = self._words(5) * self.dice.randint(20, 90) + self._words(12) * self.dice.randint(1, 9)
        self._put(tree, self._name(), File(lines, self.dice.choice([b"\n", b"\n", b"\r\n"])))

    def _edited(self, file: File) -> File:
        lines = list(file.lines)
        for _ in range(self.dice.choice([1, 1, 2, 4]) if len(lines) > 40 else 1):
            at = self.dice.randint(0, len(lines))
            lines[at : at + self.dice.randint(0, 3)] = self._words(4)
        return replace(file, lines=tuple(lines))

    def _edit(self, tree: Tree) -> None:
        path = self.dice.choice(list(tree))
        tree[path] = self._edited(tree[path])

    def _move(self, tree: Tree) -> None:
        """Some files get other names, keep their content or nearly so; one may leave several heirs."""
        for _ in range(self.dice.choice([1, 1, 2, 3])):
            if tree:
                file = tree.pop(self.dice.choice(list(tree)))
                for _ in range(self.dice.choice([1, 1, 1, 2])):
                    self._put(tree, self._name(), self._edited(file) if self.dice.random() < 0.4 else file)

    def _copy(self, tree: Tree) -> None:
        self._put(tree, self._name(), tree[self.dice.choice(list(tree))])

    def _remove(self, tree: Tree) -> None:
        del tree[self.dice.choice(list(tree))]

    def _alter(self, tree: Tree) -> None:
        path = self.dice.choice(list(tree))
        file = tree[path]
        throw = self.dice.random()
        if throw < 0.5:
            kind = self.dice.choice(["file", "file", "exec", "exec", "link", "module"])
            tree[path] = replace(file, kind=kind)
        elif throw < 0.7:
            tree[path] = replace(file, closed=not file.closed)
        elif throw < 0.85:
            tree[path] = replace(file, binary=not file.binary)
        else:
            tree[path] = replace(file, ending=b"\r\n" if file.ending == b"\n" else b"\n")

    def _return(self, tree: Tree) -> None:
        """A file, or the whole tree, as it was in some commit."""
        if not self.trees:
            return
        past = self.dice.choice(self.trees)
        if self.dice.random() < 0.3:
            tree.clear()
            tree |= past
        elif past:
            path = self.dice.choice(list(past))
            self._put(tree, path, past[path])

    def _swap(self, tree: Tree) -> None:
        one, other = self.dice.choice(list(tree)), self.dice.choice(list(tree))
        tree[one], tree[other] = tree[other], tree[one]
