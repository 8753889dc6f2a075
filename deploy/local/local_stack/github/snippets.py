"""Small pieces of plausible source text in several languages, for the sample repositories."""

from __future__ import annotations

import random
from pathlib import PurePosixPath

_VERBS = ("load", "merge", "count", "sort", "check", "render", "store", "fetch", "split", "rank", "trim", "plan")
_NOUNS = ("tree", "harvest", "row", "beam", "tide", "entry", "account", "note", "signal", "season", "crate", "chart")

_TEMPLATES = {
    ".py": """
def {verb}_{noun}({other}s: list[{Noun}], limit: int = {number}) -> list[{Noun}]:
    \"\"\"The first {other}s that are worth to {verb}.\"\"\"
    chosen = [{other} for {other} in {other}s if {other}.weight > {small}]
    # heavier ones come first
    chosen.sort(key=lambda {other}: {other}.weight, reverse=True)
    return chosen[:limit]

""",
    ".ts": """
export function {verb}{Noun}({other}s: {Noun}[], limit = {number}): {Noun}[] {{
  // keep what weighs enough, heavier ones first
  const chosen = {other}s.filter(({other}) => {other}.weight > {small});
  chosen.sort((a, b) => b.weight - a.weight);
  return chosen.slice(0, limit);
}}
""",
    ".go": """
// {Verb}{Noun} returns at most limit {other}s that weigh more than {small}.
func {Verb}{Noun}({other}s []{Noun}, limit int) []{Noun} {{
	chosen := make([]{Noun}, 0, {number})
	for _, {other} := range {other}s {{
		if {other}.Weight > {small} && len(chosen) < limit {{
			chosen = append(chosen, {other})
		}}
	}}
	return chosen
}}
""",
    ".rs": """
/// Keeps the {other}s that weigh more than {small}.
pub fn {verb}_{noun}({other}s: &[{Noun}]) -> Vec<&{Noun}> {{
    {other}s
        .iter()
        .filter(|{other}| {other}.weight > {small})
        .take({number})
        .collect()
}}
""",
    ".sql": """
-- {verb} the {noun}s of a season
CREATE TABLE {noun}_{verb}_{number} (
    id bigint PRIMARY KEY,
    weight integer NOT NULL CHECK (weight > {small}),
    made_at timestamptz NOT NULL
);
""",
    ".css": """
.{noun}-{verb} {{
  display: grid;
  gap: {small}rem;
  max-width: {number}rem;
}}
""",
    ".sh": """
{verb}_{noun}() {{
    # {small} tries, then give up
    for try in $(seq {small}); do
        ./bin/{verb} --limit {number} && return 0
    done
    return 1
}}
""",
    ".md": """
## How to {verb} a {noun}

Weigh every {other}, drop what is lighter than {small} and keep at most {number}.
Seasons differ, so look at the chart before you {verb} a second time.
""",
    ".yaml": """
{verb}-{noun}:
  limit: {number}
  weight: {small}
  seasons: [spring, autumn]
""",
}

_FIXED = {
    "LICENSE": "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\n"
    "of this software, to deal in the software without restriction.\n",
    "Dockerfile": "FROM python:3.12-slim\nWORKDIR /app\nCOPY . .\nRUN pip install --no-cache-dir .\n"
    'CMD ["python", "-m", "app"]\n',
    "pyproject.toml": '[project]\nname = "sample"\nversion = "0.1.0"\nrequires-python = ">=3.11"\nlicense = "MIT"\n'
    'dependencies = [\n    "fastapi>=0.100",\n    "httpx>=0.24",\n    "sqlalchemy>=2.0",\n]\n',
    "package.json": '{\n  "name": "sample",\n  "version": "0.1.0",\n  "license": "MIT",\n  "dependencies": {\n'
    '    "react": "^18.2.0",\n    "vite": "^5.0.0"\n  }\n}\n',
    "go.mod": "module example.com/sample\n\ngo 1.21\n\nrequire github.com/go-chi/chi/v5 v5.0.10\n",
    "Cargo.toml": '[package]\nname = "sample"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n'
    'serde = "1.0.180"\n',
    ".gitignore": "__pycache__/\nnode_modules/\ntarget/\n",
}


def starting(path: str, rng: random.Random) -> str:
    """The first content of a file of that name."""
    name = PurePosixPath(path).name
    if name in _FIXED:
        return _FIXED[name]
    head = {".go": "package main\n", ".sh": "#!/bin/sh\nset -eu\n", ".md": f"# {PurePosixPath(path).stem}\n"}
    suffix = PurePosixPath(path).suffix
    return head.get(suffix, "") + "".join(block(path, rng) for _ in range(rng.randint(2, 4)))


def block(path: str, rng: random.Random) -> str:
    """A piece to be added to a file of that name; empty if its content is fixed."""
    template = _TEMPLATES.get(PurePosixPath(path).suffix)
    if template is None or PurePosixPath(path).name in _FIXED:
        return ""
    verb, noun, other = rng.choice(_VERBS), rng.choice(_NOUNS), rng.choice(_NOUNS)
    return template.format(
        verb=verb,
        Verb=verb.capitalize(),
        noun=noun,
        Noun=noun.capitalize(),
        other=other,
        number=rng.randint(10, 99),
        small=rng.randint(2, 9),
    )


def revised(content: str, path: str, rng: random.Random) -> str:
    """The content after one more change: something added, now and then something taken out or reworded."""
    if not block(path, random.Random(0)):  # noqa: S311
        return content + "\n" if not content.endswith("\n\n") else content.rstrip("\n") + "\n"
    lines = content.splitlines(keepends=True)
    if len(lines) > 30 and rng.random() < 0.4:
        first = rng.randrange(5, len(lines) - 10)
        del lines[first : first + rng.randint(2, 8)]
    for _ in range(rng.randint(0, 3)):
        place = rng.randrange(len(lines))
        lines[place] = lines[place].replace(str(rng.randint(0, 9)), str(rng.randint(0, 9)))
    added = block(path, rng)
    if rng.random() < 0.7:
        return "".join(lines) + added
    breaks = [number for number, line in enumerate(lines) if not line.strip()] or [len(lines)]
    place = rng.choice(breaks)
    return "".join(lines[:place]) + added + "".join(lines[place:])


def bumped(content: str, rng: random.Random) -> str:
    """A manifest with the last version number in it raised."""
    digits = [number for number, character in enumerate(content) if character.isdigit()]
    place = digits[-1]
    return f"{content[:place]}{(int(content[place]) + rng.randint(1, 8)) % 10}{content[place + 1 :]}"
