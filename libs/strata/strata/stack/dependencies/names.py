"""How ecosystems spell the names of packages, and package URLs (purl-spec)."""

from __future__ import annotations

import re
from functools import lru_cache

from packageurl import PackageURL

SEPARATORS = re.compile(r"[-_.]+")
NAMESPACED = frozenset({"golang", "composer", "swift", "github", "gitlab", "terraform", "docker", "npm"})


def normal(ecosystem: str, name: str) -> str:
    """The one spelling of a name."""
    if ecosystem == "pypi":
        return SEPARATORS.sub("-", name).lower()
    if ecosystem in ("composer", "github", "gitlab", "hex", "vcpkg", "terraform", "docker", "swift"):
        return name.lower()
    return name


@lru_cache(maxsize=20_000)
def package_url(ecosystem: str, name: str, version: str | None) -> str:
    """The package URL; maven's names are `group:artifact`, images' may begin with a registry."""
    namespace: str | None = None
    qualifiers: dict[str, str] = {}
    if ecosystem == "docker":
        registry, _, rest = name.partition("/")
        if rest and ("." in registry or ":" in registry or registry == "localhost"):
            qualifiers["repository_url"], name = registry, rest
    if ecosystem == "maven":
        namespace, _, name = name.rpartition(":")
    elif ecosystem in NAMESPACED:
        namespace, _, name = name.rpartition("/")
    subpath = None
    if ecosystem == "github" and namespace and "/" in namespace:  # an action in a folder: owner/repository/folder
        owner, repository, *folders = [*namespace.split("/"), name]
        namespace, name, subpath = owner, repository, "/".join(folders)
    if ecosystem == "cocoapods" and "/" in name:
        name, _, subpath = name.partition("/")
    try:
        return PackageURL(ecosystem, namespace or None, name, version, qualifiers or None, subpath).to_string()
    except ValueError:
        # nothing but slashes, say: a name that no package can have, spelled out as it is
        return PackageURL("generic", None, name.strip("/") or "unnamed", version).to_string()
