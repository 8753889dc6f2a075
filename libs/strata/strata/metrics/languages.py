"""Languages at head."""

from __future__ import annotations

from collections import defaultdict

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.stack.inventory import HeadFile
from strata.stack.linguist import LanguageType, linguist


class LanguageRow(Row):
    name: str
    type: LanguageType
    color: str | None
    bytes: int
    lines: int
    files: int
    counted: bool
    share: float


class TopLanguage(Row):
    name: str
    color: str | None
    share: float


@metric(section="stack", needs=Stage.FILES)
def languages(facts: Facts) -> list[LanguageRow]:
    """Languages of the included files, largest first.

    By file name, shebang, extension and heuristics, with GitHub Linguist's data and `.gitattributes`
    overrides (`linguist-language`, `linguist-detectable`). `share` = bytes ÷ bytes of all counted files;
    counted are programming and markup languages, as on GitHub; data and prose are listed after them
    with `counted` false and share 0. Ties: by name.
    """
    groups: dict[str, list[HeadFile]] = defaultdict(list)
    for file in facts.included:
        if file.language:
            groups[file.language].append(file)
    total = sum(file.size for file in facts.included if file.counted) or 1
    rows = []
    for name, files in groups.items():
        known = linguist().languages[name]
        weight = sum(file.size for file in files if file.counted)
        rows.append(
            LanguageRow(
                name=name,
                type=known.type,
                color=known.color,
                bytes=sum(file.size for file in files),
                lines=sum(file.lines for file in files),
                files=len(files),
                counted=any(file.counted for file in files),
                share=weight / total,
            )
        )
    return sorted(rows, key=lambda row: (not row.counted, -row.bytes, row.name))


@metric(section="overview", needs=Stage.FILES)
def top_languages(facts: Facts) -> list[TopLanguage]:
    """The five largest languages by share of bytes.

    The head of `stack.languages`, counted languages only.
    """
    rows = [row for row in languages(facts) if row.counted][:5]
    return [TopLanguage(name=row.name, color=row.color, share=row.share) for row in rows]
