"""Which files speak of the repository's own tools."""

from __future__ import annotations

from strata.stack.dependencies.detect import counts
from strata.stack.inventory import HeadFile

_PATTERNS = (
    r"\.vscode/", r"\.github/", r"\.teamcity/", r"\.gitpod\.Dockerfile$", r"\.yarn/releases/", r"\.sublime-project",
    r"\.sublime-workspace", "Jenkinsfile$", "Vagrantfile$", "gradlew$", r"gradlew\.bat$", "gradle/wrapper/", "mvnw$",
    r"mvnw\.cmd$", r"\.mvn/wrapper/", r"fabfile\.py$",
)  # fmt: skip
SETTINGS = frozenset(f"path: (^|/){pattern}" for pattern in _PATTERNS)
"""Linguist's rules that call settings of tools vendored, so that they count for no language."""


def speaks(file: HeadFile) -> bool:
    """Whether a file shows what the repository uses: it was not copied into it, nor left out on request."""
    why = file.exclusion
    if why is not None and why.reason in ("requested", "vendored") and why.rule not in SETTINGS:
        return False
    return counts(file.shown)
