"""Whether a version is affected, by OSV's own rules (OSV schema 1.7, "Evaluation")."""

from __future__ import annotations

from collections.abc import Iterator

from strata.vulnerabilities.model import Advisory, Range
from strata.vulnerabilities.versions import Order, order_of

PREFIXED = frozenset({"golang", "composer", "swift", "github"})  # where tags are versions


def affects(advisory: Advisory, ecosystem: str, version: str) -> bool | None:
    """None: not decidable, for the version is none or the ecosystem's order is not known here."""
    plain = version.removeprefix("v") if ecosystem in PREFIXED else version
    if plain in advisory.versions or version in advisory.versions:
        return True
    answers = {_in_range(each, ecosystem, plain) for each in advisory.ranges if each.kind != "GIT"}
    if True in answers:
        return True
    if None in answers and not advisory.versions:  # listed versions are all that are affected
        return None
    return False if answers or advisory.versions else None


def fixed_by(advisory: Advisory, ecosystem: str, version: str) -> tuple[str, ...]:
    """The versions that end an affected range, later ones than `version` alone where that is known."""
    plain = version.removeprefix("v") if ecosystem in PREFIXED else version
    return tuple(dict.fromkeys(each for found in advisory.ranges for each in _fixes(found, ecosystem, plain)))


def _fixes(found: Range, ecosystem: str, version: str) -> Iterator[str]:
    order = order_of(ecosystem, found.kind)
    for kind, text in found.events:
        if kind == "fixed" and found.kind != "GIT":
            try:
                if order is None or order(text) > order(version):
                    yield text
            except ValueError:
                yield text


def _in_range(found: Range, ecosystem: str, version: str) -> bool | None:
    order = order_of(ecosystem, found.kind)
    if order is None:
        return None
    try:
        return _decided(found, order, version)
    except ValueError:
        return None


def _decided(found: Range, order: Order, text: str) -> bool:
    version = order(text)
    limits = [order(each) for kind, each in found.events if kind == "limit" and each != "*"]
    if limits and not any(version < limit for limit in limits):
        return False
    affected = ("introduced", "0") in found.events
    events = [
        (order(each), kind) for kind, each in found.events if kind != "limit" and (kind, each) != ("introduced", "0")
    ]
    for at, kind in sorted(events, key=lambda event: event[0]):
        if kind == "introduced" and version >= at:
            affected = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            affected = False
    return affected
