"""What owners say about people: who is one person, and what kind they are.

That is personal, so it lies in a table that can forget, and histories name it by a random id only.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from dataclasses import dataclass, field
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs.tables import job_view, people_rules, repository_view
from kit.errors import InvalidInput, NotFound

KINDS = ("human", "bot", "agent")
UNUSED = timedelta(hours=1)
"""What nothing refers to after this long was kept for a command that was refused, or has served."""
_LONGEST_MAILMAP = 65_536
_MOST_KINDS = 200
_LONGEST_WHO = 320
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ENTRY = re.compile(r"(?P<name>[^<>]*)<[^<>\s]+>(?P<commits>[^<>]*<[^<>\s]+>)?\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class PeopleRules:
    """A mailmap, and kinds by id, e-mail address, login or name of people."""

    mailmap: str = ""
    kinds: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.mailmap or self.kinds)

    def message(self) -> pb.PeopleRules:
        return pb.PeopleRules(mailmap=self.mailmap, kinds=self.kinds)


def rules_of(message: pb.PeopleRules) -> PeopleRules:
    """The rules of a request. Raises InvalidInput for what the engine could make nothing of."""
    mailmap, kinds = message.mailmap, dict(message.kinds)
    if len(mailmap) > _LONGEST_MAILMAP:
        raise _invalid("options.mailmap", f"A mailmap has at most {_LONGEST_MAILMAP:,} characters.")
    for number, line in enumerate(mailmap.split("\n"), 1):
        if not _says_something(line.strip()):
            raise _invalid(
                "options.mailmap",
                f"Line {number} is none of a mailmap, as 'Name <address>' or 'Name <address> <other>' is.",
            )
    if len(kinds) > _MOST_KINDS:
        raise _invalid("options.kinds", f"At most {_MOST_KINDS} kinds may be given.")
    for who, kind in kinds.items():
        if not 0 < len(who) <= _LONGEST_WHO or _CONTROL.search(who):
            raise _invalid("options.kinds", f"A person is named by 1 to {_LONGEST_WHO} characters.")
        if kind not in KINDS:
            raise _invalid("options.kinds", f"A kind is one of {', '.join(KINDS)}.")
    return PeopleRules(mailmap, kinds)


def _says_something(entry: str) -> bool:
    """Whether a line is a comment, empty, or an entry that git would heed; the engine asks the same."""
    if _CONTROL.search(entry):
        return False
    if not entry or entry.startswith("#"):
        return True
    found = _ENTRY.fullmatch(entry)
    return found is not None and bool(found["name"].strip() or found["commits"])


def _invalid(name: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="people_rules_invalid", fields={name: sentence})


async def keep(engine: AsyncEngine, owner_id: str, rules: PeopleRules) -> str:
    """The id of an owner's rules, kept from now on; the same for the same rules, empty for none."""
    if not rules:
        return ""
    content = {"mailmap": rules.mailmap, "kinds": dict(sorted(rules.kinds.items()))}
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    row = {"id": uuid.uuid4(), "owner_id": owner_id, "digest": digest, "rules": content}
    async with engine.begin() as connection:
        return str(await connection.scalar(_KEEP, row))


async def kept(connection: AsyncConnection, rules_id: str) -> PeopleRules:
    """The rules of an id. Raises NotFound when they have been erased."""
    if not rules_id:
        return PeopleRules()
    found = await connection.scalar(_KEPT, {"wanted": uuid.UUID(rules_id)})
    if found is None:
        raise NotFound("The rules about people of this analysis have been erased.", code="people_rules_gone")
    return PeopleRules(found["mailmap"], found["kinds"])


async def prune(connection: AsyncConnection, limit: int, *, owner_id: str = "", older: timedelta = UNUSED) -> int:
    """Forget rules (of one owner, if given) that no analysis and no repository refers to; how many."""
    given = {"most": limit, "owner": owner_id, "older": older}
    return (await connection.execute(_PRUNE, given)).rowcount


_KEEP = sa.text("""
    INSERT INTO people_rules (id, owner_id, digest, rules) VALUES (:id, :owner_id, :digest, :rules)
    ON CONFLICT (owner_id, digest) DO UPDATE SET kept_at = now()
    RETURNING id
""").bindparams(sa.bindparam("rules", type_=people_rules.c.rules.type))
_KEPT = sa.select(people_rules.c.rules).where(people_rules.c.id == sa.bindparam("wanted", type_=sa.Uuid))
_REFERRED = [
    sa.exists().where(view.c.people_rules_id == sa.cast(people_rules.c.id, sa.Text), view.c.people_rules_id != "")
    for view in (job_view, repository_view)
]
_UNUSED = (
    sa.select(people_rules.c.id)
    .where(
        people_rules.c.kept_at <= sa.func.now() - sa.bindparam("older", type_=sa.Interval),
        sa.or_(
            sa.bindparam("owner", type_=sa.Text) == "",
            people_rules.c.owner_id == sa.bindparam("owner", type_=sa.Text),
        ),
        *(~referred for referred in _REFERRED),
    )
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_PRUNE = sa.delete(people_rules).where(people_rules.c.id.in_(_UNUSED))
