"""Lock files that are missing, and those that do not know what their manifest asks for."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from strata.stack.dependencies.limits import EVIDENCE
from strata.stack.dependencies.model import Dependency, Evidence, Manifest
from strata.stack.health.model import Finding

DEPLOYED = ("Dockerfile", "Containerfile", "Procfile", "manage.py", "fly.toml", "app.yaml", "serverless.yml")
"""Who has one of these in its folder is run, not only used by others."""
NOT_LOCKED = frozenset({"peer", "optional"})  # may be left out by who locks


@dataclass(frozen=True, slots=True)
class Place:
    """A manifest in its folder. `paths` are all files of the repository, `folders` all folders."""

    folder: str
    manifest: Manifest
    paths: Set[str]
    folders: Set[str]

    def has(self, *names: str) -> bool:
        return any(posixpath.join(self.folder, name) in self.paths for name in names)

    def ends_with(self, ending: str) -> bool:
        return any(path.endswith(ending) and path.rpartition("/")[0] == self.folder for path in self.paths)

    @property
    def private(self) -> bool:
        """What is nowhere published: it has no name, or says so."""
        component = self.manifest.component
        return component is None or component.private


def _always(_place: Place) -> bool:
    return True


def _python(place: Place) -> bool:
    return place.private or place.has(*DEPLOYED)


def _npm(place: Place) -> bool:
    return place.private or place.has(*DEPLOYED)


def _cargo(place: Place) -> bool:
    return place.has("src/main.rs") or posixpath.join(place.folder, "src/bin") in place.folders


def _gem(place: Place) -> bool:
    return not place.ends_with(".gemspec")


def _composer(place: Place) -> bool:
    return place.private or place.has("artisan", "public/index.php", *DEPLOYED)


def _pub(place: Place) -> bool:
    return place.private or place.has("lib/main.dart")


def _hex(place: Place) -> bool:
    return place.has("config/config.exs", "config/runtime.exs", *DEPLOYED)


@dataclass(frozen=True, slots=True)
class Rule:
    """Which manifests of an ecosystem are to have which lock file beside or above them, and when."""

    ecosystem: str
    manifests: tuple[str, ...]
    locks: tuple[str, ...]
    application: Callable[[Place], bool]


RULES: tuple[Rule, ...] = (
    Rule("pypi", ("Pipfile",), ("Pipfile.lock",), _always),
    Rule("pypi", ("pyproject.toml",), ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"), _python),
    Rule(
        "npm",
        ("package.json",),
        ("package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"),
        _npm,
    ),
    Rule("cargo", ("Cargo.toml",), ("Cargo.lock",), _cargo),
    Rule("golang", ("go.mod",), ("go.sum",), _always),
    Rule("gem", ("Gemfile", "gems.rb"), ("Gemfile.lock", "gems.locked"), _gem),
    Rule("composer", ("composer.json",), ("composer.lock",), _composer),
    Rule("pub", ("pubspec.yaml",), ("pubspec.lock",), _pub),
    Rule("hex", ("mix.exs",), ("mix.lock",), _hex),
    Rule("cocoapods", ("Podfile",), ("Podfile.lock",), _always),
    Rule("helm", ("Chart.yaml", "requirements.yaml"), ("Chart.lock", "requirements.lock"), _always),
)
_RULE_OF = {name: rule for rule in RULES for name in rule.manifests}


def missing_lockfiles(manifests: Mapping[str, Manifest], paths: Sequence[str]) -> Iterator[Finding]:
    """Applications whose ecosystem has a lock file, and that have none."""
    there = frozenset(paths)
    folders = frozenset(path.rpartition("/")[0] for path in paths)
    for path, manifest in sorted(manifests.items()):
        folder, _, name = path.rpartition("/")
        rule = _RULE_OF.get(name)
        if rule is None or rule.ecosystem != manifest.ecosystem:
            continue
        asked = [each for each in manifest.dependencies if _is_locked(each)]
        place = Place(folder, manifest, there, folders)
        if not asked or not rule.application(place) or _has_lock(folder, rule, there):
            continue
        first = min(asked, key=lambda each: each.evidence)
        message = (
            f"{path} asks for {len(asked)} package{'s' if len(asked) > 1 else ''}, and there is no {rule.locks[0]}: "
            "another build may get other versions."
        )
        values = tuple(sorted({each.name for each in asked}))
        yield Finding("missing-lockfile", rule.ecosystem, folder, None, values, first.evidence[:1], message)


def _is_locked(each: Dependency) -> bool:
    """Whether a lock file would have it: not what another program installs, and no folder beside."""
    local = each.origin is not None and ("://" not in each.origin and not each.origin.startswith("replaces "))
    return each.direct and each.scope not in NOT_LOCKED and not local


def _has_lock(folder: str, rule: Rule, there: Set[str]) -> bool:
    """Beside the manifest or above it: a workspace has one for all its members. A module of Go's has its own."""
    while True:
        if any(posixpath.join(folder, name) in there for name in rule.locks):
            return True
        if not folder or rule.ecosystem in ("golang", "helm"):
            return False
        folder = folder.rpartition("/")[0]


def outdated_lockfiles(manifests: Mapping[str, Manifest]) -> Iterator[Finding]:
    """Lock files beside a manifest that lack what it asks for, or have it at another version or range.

    Where a manifest has no lock file in its own folder nothing is said: whether the one above is its own is not known.
    """
    overridden = frozenset(name for manifest in manifests.values() for name in manifest.overridden)
    for path, lock in sorted(manifests.items()):
        if lock.locked is None or lock.warnings:
            continue
        folder = path.rpartition("/")[0]
        wrong: list[tuple[Dependency, str]] = []
        for rule in RULES:
            if path.rpartition("/")[2] not in rule.locks:
                continue
            for name in rule.manifests:
                manifest = manifests.get(posixpath.join(folder, name))
                if manifest is not None and manifest.ecosystem == lock.ecosystem:
                    wrong += _unanswered(manifest, lock, overridden)
        if wrong:
            names = tuple(sorted({each.name for each, _ in wrong}))
            places = dict.fromkeys([Evidence(path), *(each.evidence[0] for each, _ in wrong)])
            first, why = wrong[0]
            rest = f", and {len(names) - 1} more" if len(names) > 1 else ""
            message = f"{path} is older than its manifest: {first.name} {why}{rest}."
            yield Finding("outdated-lockfile", lock.ecosystem, folder, None, names, tuple(places)[:EVIDENCE], message)


def _unanswered(manifest: Manifest, lock: Manifest, overridden: Set[str]) -> Iterator[tuple[Dependency, str]]:
    packages = lock.locked or ()
    for each in manifest.dependencies:
        # what a build system asks for is locked nowhere; what is catalogued or in a workspace has a form of its own
        if not _is_locked(each) or (each.scope == "build" and each.ecosystem == "pypi"):
            continue
        if each.ecosystem != lock.ecosystem or (each.range or "").startswith(("workspace:", "catalog:")):
            continue
        if each.name in overridden:
            continue
        there = [one for one in packages if one.name == each.name]
        if not there:
            yield each, "is not in it"
        elif each.range and all(one.answers for one in there):
            if not any(each.range in one.answers or one.own for one in there):
                yield each, f"is asked for by {each.range}, and it has another range"
        elif each.ecosystem == "pypi" and each.range and not any(_satisfies(each.range, one.version) for one in there):
            yield each, f"is asked for by {each.range}, and it has {there[0].version}"


def _satisfies(range_: str, version: str) -> bool:
    """Whether a version lies in a range of Python's own form; True where that cannot be said."""
    try:
        return Version(version) in SpecifierSet(range_, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return True
