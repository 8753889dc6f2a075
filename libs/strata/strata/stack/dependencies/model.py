"""What manifests and lock files say, in one form for all ecosystems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from strata.stack.dependencies.names import package_url

Scope = Literal["runtime", "optional", "peer", "build", "dev", "test"]
Kind = Literal["include", "constraint", "parent", "members", "import"]
SCOPES: tuple[Scope, ...] = ("runtime", "optional", "peer", "build", "dev", "test")
"""The strongest first: what is needed for two reasons has the first of them."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where it is written. `line` counts from 1; None where the form of the file does not let it be known."""

    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package that a component asks for (`direct`), or that a lock file brings along.

    `ecosystem` is the type of its package URL, `name` is as the ecosystem normalises it, `range` as it was declared.
    `version` is the exact one, by a lock file or because the declaration leaves no choice (`pinned`); None: open.
    `origin` is where it comes from if not from the ecosystem's registry: a path, a repository, an address.
    `alias` is what the component's code calls it, where that is not its name.
    """

    ecosystem: str
    name: str
    range: str | None
    scope: Scope
    evidence: tuple[Evidence, ...]
    version: str | None = None
    direct: bool = True
    pinned: bool = False
    origin: str | None = None
    alias: str | None = None

    @property
    def purl(self) -> str:
        return package_url(self.ecosystem, self.name, self.version)


@dataclass(frozen=True, slots=True)
class Component:
    """A project of the repository's own, as one of its manifests describes it; `folder` is "" at the top.

    `private`: the manifest says, or its form implies, that it is not meant to be published as a package.
    """

    ecosystem: str
    name: str | None
    version: str | None
    licence: str | None
    folder: str
    manifest: str
    private: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Caveat:
    """What could not be read or decided: a stable code for programs, a sentence for people."""

    path: str
    code: str
    message: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Locked:
    """A package in a lock file.

    `answers` are ranges that it is the answer to, `users` the components (by folder, or by name) that ask for it
    themselves, where the lock says so. `scope` is None where that follows from `requires`, the names (or
    `name version`) that it needs. `own`: a component of the repository itself.
    """

    name: str
    version: str
    line: int | None = None
    scope: Scope | None = None
    answers: tuple[str, ...] = ()
    users: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    own: bool = False
    origin: str | None = None
    ecosystem: str | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Another file that a manifest rests on: `target` is as written there."""

    kind: Kind
    target: str
    line: int | None = None
    scope: Scope = "runtime"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one file says by itself: a function of its path and content alone.

    `values` are what other files, or later lines, may refer to: properties, catalogs, central versions.
    `overridden` are packages whose ranges something else outweighs.
    `locked` is None for what is no lock file.
    """

    ecosystem: str
    component: Component | None = None
    dependencies: tuple[Dependency, ...] = ()
    locked: tuple[Locked, ...] | None = None
    references: tuple[Reference, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    overridden: tuple[str, ...] = ()
    warnings: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Dependencies:
    """All of a commit: in a stable order.

    `manifests` are what it was made from, by path, each with what it refers to filled in.
    """

    components: tuple[Component, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    warnings: tuple[Caveat, ...] = ()
    warned: int = 0
    files: tuple[str, ...] = ()
    manifests: Mapping[str, Manifest] = field(default_factory=dict, repr=False, compare=False)
