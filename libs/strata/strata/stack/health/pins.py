"""What may be another thing tomorrow though no line of the repository changes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from strata.stack.dependencies.limits import EVIDENCE
from strata.stack.dependencies.model import Dependency
from strata.stack.health.model import Code, Finding

COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?\Z")
WORKFLOWS = re.compile(r"^\.(?:github|gitea|forgejo)/|(?:^|/)action\.ya?ml$")
LIST = re.compile(r"\.(?:txt|in|pip)$|(?:^|/)environment[^/]*\.ya?ml$|\.(?:tf|tofu)$")
"""Manifests that pin by themselves or not at all: no lock file of their ecosystem has what they ask for."""
FLOATING = re.compile(r"[+*]|latest|SNAPSHOT|^[\[(]", re.IGNORECASE)
DECLARED_EXACTLY = frozenset({"maven", "nuget"})
MESSAGES: dict[Code, str] = {
    "latest-image": "{name} is taken at its latest: nothing says which image that is.",
    "image-by-tag": "{name} is taken by a tag, which can be moved to another image, and not by a digest.",
    "action-by-tag": "{name} is used by a tag or branch, which can be moved to other code, and not by a commit.",
}


def unpinned(found: Sequence[Dependency]) -> Iterator[Finding]:
    """Images without digest, actions without commit, and lists that leave versions open."""
    groups: dict[tuple[Code, str, str], list[Dependency]] = defaultdict(list)
    open_ones: dict[tuple[str, str], list[Dependency]] = defaultdict(list)
    for each in found:
        if not each.direct:
            continue
        if code := _movable(each):
            groups[code, each.ecosystem, each.name].append(each)
        elif _is_open(each):
            open_ones[each.evidence[0].path, each.ecosystem].append(each)
    for (code, ecosystem, name), several in groups.items():
        values = tuple(sorted({each.version or each.range or "" for each in several} - {""}))
        evidence = tuple(dict.fromkeys(each.evidence[0] for each in several))[:EVIDENCE]
        yield Finding(code, ecosystem, None, name, values, evidence, MESSAGES[code].format(name=name))
    for (path, ecosystem), several in open_ones.items():
        names = tuple(sorted({each.name for each in several}))
        evidence = tuple(dict.fromkeys(each.evidence[0] for each in several))[:EVIDENCE]
        count = f"{len(names)} packages" if len(names) > 1 else names[0]
        message = f"The version of {count} is left open, and no lock file says which one is meant."
        yield Finding("open-range", ecosystem, path.rpartition("/")[0], None, names, evidence, message)


def _movable(each: Dependency) -> Code | None:
    version = each.version or ""
    if each.ecosystem == "docker":
        if version in ("", "latest"):
            return "latest-image"
        return None if ":" in version else "image-by-tag"
    if each.ecosystem == "github" and WORKFLOWS.search(each.evidence[0].path) and not COMMIT.match(version):
        return "action-by-tag"
    return None


def _is_open(each: Dependency) -> bool:
    if each.origin is not None or each.scope == "peer":
        return False
    if each.ecosystem in DECLARED_EXACTLY:  # a version that nobody states may come from a parent elsewhere
        return each.range is not None and "${" not in each.range and FLOATING.search(each.range) is not None
    if each.ecosystem == "terraform" and each.name.count("/") < 2:  # a provider: modules leave it to whoever uses them
        return False
    return each.version is None and LIST.search(each.evidence[0].path) is not None
