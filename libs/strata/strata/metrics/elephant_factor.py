"""How concentrated commits are among organisations."""

from __future__ import annotations

import re
from collections import defaultdict

from strata.facts import Facts, Stage
from strata.metrics.contributors import commit_shares
from strata.metrics.registry import Row, metric
from strata.people.directory import Person

LISTED = 20
FREE_MAIL = re.compile(
    r"(?:.*\.)?noreply\.[a-z.]+|(?:gmail|googlemail|ymail|rocketmail|aol|icloud|me|mac|msn|hey|qq|126|163|139|yeah"
    r"|foxmail|sina|sohu|naver|hanmail|daum|mail|email|inbox|list|bk|pobox|fastmail|tutanota|tuta|posteo|mailbox"
    r"|zoho|rediffmail|free|laposte|orange|wanadoo|sfr|libero|virgilio|web|t-online|freenet|seznam|centrum|wp|o2"
    r"|interia|ukr|rambler|pm|proton|protonmail|gmx|yahoo|hotmail|outlook|live|yandex|ya|duck|riseup|disroot)"
    r"(?:\.(?:com|net|org|co|ne|de|fr|it|es|uk|jp|br|in|au|ca|ru|cn|kr|pl|cz|ua|at|ch|me|io|eu|fm|is|be|nl|se|no|dk"
    r"|mx|ar))+"
)
NO_ORGANISATION = re.compile(r"localhost|.*\.(?:local|localdomain|lan|internal|invalid|example|test)|[^.]*|[\d.]+")


class Organisation(Row):
    domain: str
    people: int
    commits: float
    share: float


class ElephantFactor(Row):
    value: int
    organisations: int
    unaffiliated_share: float
    items: list[Organisation]
    remark: str | None


@metric(section="contributors", needs=Stage.COMMITS)
def elephant_factor(facts: Facts) -> ElephantFactor:
    """Smallest number of organisations whose people made half of all affiliated commits.

    An organisation is the domain of an e-mail address; addresses of free-mail providers, no-reply addresses and
    names of machines belong to none. A person with addresses at several organisations counts for each in
    equal parts, a commit with k authors 1/k for each. Bots do not count. `unaffiliated_share` is the share of
    commits by people without an organisation, who are left out. The 20 largest are listed. Ties: by domain.

    Source: CHAOSS, Elephant Factor.
    """
    commits: dict[str, float] = defaultdict(float)
    people: dict[str, int] = defaultdict(int)
    unaffiliated = 0.0
    for share, person in zip(commit_shares(facts), facts.people, strict=True):
        domains = organisations(person) if person.kind != "bot" else []
        if person.kind != "bot" and not domains:
            unaffiliated += share
        for domain in domains:
            commits[domain] += share / len(domains)
            people[domain] += 1
    order = sorted(
        (domain for domain in commits if commits[domain]), key=lambda domain: (-round(commits[domain], 6), domain)
    )
    total = sum(commits[domain] for domain in order)
    value, reached = 0, 0.0
    while value < len(order) and reached < total / 2 - 1e-9:
        reached += commits[order[value]]
        value += 1
    rows = [
        Organisation(
            domain=domain,
            people=people[domain],
            commits=round(commits[domain], 2),
            share=round(commits[domain] / (total or 1), 6),
        )
        for domain in order[:LISTED]
    ]
    outside = unaffiliated / ((total + unaffiliated) or 1)
    return ElephantFactor(
        value=value,
        organisations=len(order),
        unaffiliated_share=round(outside, 6),
        items=rows,
        remark=_remark(rows, value, outside),
    )


def organisations(person: Person) -> list[str]:
    """Domains of the person's addresses that stand for an organisation, in alphabetical order."""
    domains = {email.rpartition("@")[2].strip(".") for email in person.emails if "@" in email}
    return sorted(
        domain for domain in domains if not FREE_MAIL.fullmatch(domain) and not NO_ORGANISATION.fullmatch(domain)
    )


def _remark(rows: list[Organisation], value: int, outside: float) -> str | None:
    if len(rows) <= 1:
        return "There is at most one organisation, so this says nothing about dependence on it."
    remarks = []
    if outside > 0.5:
        remarks.append(f"{outside:.0%} of the commits are by people without an organisation.")
    if all(row.people == 1 for row in rows[:value]):
        remarks.append("The largest domains have one person each: they may be personal.")
    return " ".join(remarks) or None
