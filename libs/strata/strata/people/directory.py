"""The people of a repository: every ident that git's mailmap gives, merged by address."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from strata.errors import UnknownPerson
from strata.people.ident import Ident, github_login, key, normalise_email
from strata.people.kind import Kind, kind_of


@dataclass(frozen=True, slots=True)
class Person:
    """`id` depends on the person's merging key only, so it stays the same from analysis to analysis."""

    id: str
    name: str
    emails: tuple[str, ...]
    login: str | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Directory:
    """People, and the index of the person behind each ident."""

    people: tuple[Person, ...]
    index: Mapping[Ident, int]


def merge(idents: Iterable[tuple[Ident, int]]) -> Directory:
    """Merges idents, each given with the number of its uses, into people in order of first appearance.

    A person goes by the name used most (ties: the longest, then the one that sorts first).
    """
    groups: dict[str, Counter[Ident]] = {}
    for ident, uses in idents:
        groups.setdefault(key(ident), Counter())[ident] += uses
    people = tuple(_person(merged, members) for merged, members in groups.items())
    place = {merged: number for number, merged in enumerate(groups)}
    return Directory(people, {ident: place[key(ident)] for members in groups.values() for ident in members})


def matching(people: Sequence[Person], wanted: str) -> list[int]:
    """The indexes of those who have this id, else this e-mail address, else this login, else this name."""
    text = wanted.strip().lower()
    ways: tuple[Callable[[Person], Collection[str]], ...] = (
        lambda person: (person.id,),
        lambda person: person.emails,
        lambda person: (person.login or "",),
        lambda person: (person.name.lower(),),
    )
    for said in ways:
        if found := [index for index, person in enumerate(people) if text and text in said(person)]:
            return found
    return []


def find(people: Sequence[Person], wanted: str) -> int:
    """The index of the person who has this id, e-mail address, login or name, looked for in that order.

    Raises UnknownPerson if there is nobody, or if several share a name.
    """
    found = matching(people, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownPerson(f"{len(found)} people go by {wanted!r}. Name one by an e-mail address.")
    raise UnknownPerson(f"Nobody in this history goes by {wanted!r}: not as an id, e-mail address, login or name.")


def of_kinds(people: Sequence[Person], kinds: Mapping[str, Kind]) -> tuple[Person, ...]:
    """The people, those whom `kinds` names (as `matching` finds them) being of that kind; later ones count."""
    told = list(people)
    for who, kind in kinds.items():
        for index in matching(people, who):
            told[index] = replace(told[index], kind=kind)
    return tuple(told)


def _person(merged: str, members: Counter[Ident]) -> Person:
    names: Counter[str] = Counter()
    for ident, uses in members.items():
        names[ident.name] += uses
    name = min(names, key=lambda each: (not each, -names[each], -len(each), each))
    kinds = {kind_of(ident) for ident in members}
    emails = sorted({normalise_email(ident.email) for ident in members} - {""})
    logins = sorted({login for ident in members if (login := github_login(ident.email))})
    return Person(
        id=hashlib.sha256(merged.encode("utf-8", "replace")).hexdigest()[:16],
        name=name or (logins[0] if logins else emails[0].split("@")[0] if emails else "unknown"),
        emails=tuple(emails),
        login=logins[0] if logins else None,
        kind="agent" if "agent" in kinds else "bot" if "bot" in kinds else "human",
    )
