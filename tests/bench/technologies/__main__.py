"""Whether each rule fires on the real repository that it names, with the evidence that it names there.

    python -m tests.bench.technologies [RULE…]

Prints a table; fails if a rule has no proof, or if one does not hold.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import Any

from strata.stack.technologies.recognise import Use
from tests.bench.results import save
from tests.bench.technologies.reading import fetched, uses
from tests.unit.strata.technologies.written import written


def verdict(rule: dict[str, Any], found: tuple[Use, ...]) -> str | None:
    """What is wrong; None if the rule fires where its proof says."""
    proof = rule["proof"]
    places = {(each.path, each.sign) for use in found if use.technology == rule["id"] for each in use.evidence}
    if not places:
        return "does not fire"
    return None if (proof["path"], proof["sign"]) in places else "fires on other evidence"


def main(chosen: list[str]) -> int:
    rules = [rule for rule in written() if not chosen or rule["id"] in chosen]
    by_place: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    wrong = {rule["id"]: "has no proof" for rule in rules if "proof" not in rule}
    for rule in rules:
        if "proof" in rule:
            by_place[rule["proof"]["repository"], rule["proof"]["commit"]].append(rule)
    for (repository, commit), group in sorted(by_place.items()):
        found = uses(fetched(repository, commit), commit)
        for rule in group:
            why = verdict(rule, found)
            if why:
                wrong[rule["id"]] = why
            evidence = f"{rule['proof']['path']}  {rule['proof']['sign']}"
            sys.stdout.write(f"{rule['id']:28} {repository}@{commit[:10]}  {evidence}  {why or 'holds'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(rules)} rules, {len(by_place)} repositories, {len(wrong)} not proven {sorted(wrong)}\n")
    if not chosen:
        save("technologies-proofs", {"rules": len(rules), "repositories": len(by_place), "wrong": wrong})
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
