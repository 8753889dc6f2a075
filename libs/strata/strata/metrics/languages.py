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
    share: float
    counted: bool
    files: int
    lines: int
    code: int
    comments: int
    blanks: int
    largest: str


class TopLanguage(Row):
    name: str
    color: str | None
    share: float


@metric(section="stack", needs=Stage.FILES)
def languages(facts: Facts) -> list[LanguageRow]:
    """Languages at head as GitHub shows them, largest first.

    By modeline, file name, shebang, extension, XML declaration, manual page and heuristics, with GitHub Linguist's
    data and `.gitattributes` overrides (`linguist-language`, `linguist-detectable`); dialects are counted with their
    group (TSX is TypeScript). `share` = bytes ÷ bytes of all counted files; counted are programming and markup
    languages, as on GitHub; data and prose are listed after them with `counted` false and share 0. Ties: by name.

    `lines` = `code` + `comments` + `blanks`, but for files of more than 8 MiB, whose lines are not told apart. A line
    is blank if it has nothing but white space, a comment if all else on it is comment, and else code. `largest` names
    the largest file. The files are those that GitHub counts, even if a header that it does not know says that they are
    generated, and the other included ones.
    """
    groups: dict[str, list[HeadFile]] = defaultdict(list)
    known = linguist().languages
    for file in facts.files:
        if file.language and (file.counted or file.included):
            groups[known[file.language].group].append(file)
    total = sum(file.size for file in facts.files if file.counted) or 1
    rows = []
    for name, files in groups.items():
        kinds = [file.kinds for file in files if file.kinds]
        counted = [file for file in files if file.counted]
        rows.append(
            LanguageRow(
                name=name,
                type=known[name].type,
                color=known[name].color,
                bytes=sum(file.size for file in counted or files),
                share=sum(file.size for file in counted) / total,
                counted=bool(counted),
                files=len(files),
                lines=sum(file.lines for file in files),
                code=sum(each.code for each in kinds),
                comments=sum(each.comment for each in kinds),
                blanks=sum(each.blank for each in kinds),
                largest=max(files, key=lambda file: file.size).shown,
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
