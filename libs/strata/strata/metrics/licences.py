"""Licences at head."""

from __future__ import annotations

from collections import defaultdict
from typing import Literal

from strata.facts import Facts, Stage
from strata.licences.claims import Verdict, claims
from strata.licences.expressions import expression
from strata.licences.licensing import component, is_licence_text
from strata.licences.matching import Found
from strata.metrics.registry import Row, metric
from strata.stack.exclusion import Reason
from strata.stack.inventory import HeadFile

OWN: tuple[Reason, ...] = ("documentation",)  # Linguist takes licences for documentation


class LicenceFound(Row):
    id: str
    same_text: list[str]
    coverage: float


class LicenceText(Row):
    path: str
    component: str
    excluded: Reason | None
    licences: list[LicenceFound]
    other: float
    nearest: LicenceFound | None


class LicenceHeader(Row):
    expression: str
    written: str
    known: bool
    files: int
    example: str
    line: int


class LicenceDeclared(Row):
    path: str
    line: int | None
    written: str
    expression: str | None


class LicenceComponent(Row):
    component: str
    licences: list[str]
    relation: Literal["one", "choice", "unknown"]
    texts: list[str]
    declared: list[LicenceDeclared]
    verdict: Verdict
    missing: list[str]
    surplus: list[str]


class Licences(Row):
    texts: list[LicenceText]
    not_compared: int
    headers: list[LicenceHeader]
    components: list[LicenceComponent]


@metric(section="stack", needs=Stage.FILES)
def licences(facts: Facts) -> Licences:
    """Licences of the repository and of its parts, as SPDX ids.

    `texts`: files whose names promise a licence text (LICENSE, COPYING, NOTICE, UNLICENSE, folders of licences),
    compared with the texts of the SPDX licence list. Both are bags of pairs of words, after SPDX's matching guidelines;
    a licence is found where at least 90 % of the pairs that a copy must have are there (`coverage`). `same_text` are
    ids that the text cannot tell apart, `other` is the share of the text that is of none of the licences, `nearest` is
    what came closest where none was found. The first 256 KiB of a file are looked at, and the first 500 such files by
    path; `not_compared` counts the others.

    `headers`: `SPDX-License-Identifier` in the first 4 KiB of text files, by expression, most files first.

    `components`: what the texts of a folder come to, beside what manifests declare for it. `relation` is `choice` where
    each text of several is named after its licence (LICENSE-MIT, LICENSE-APACHE), as is the custom for one that the
    user may choose; `unknown` where the texts do not tell whether one or all hold. `verdict` is `conflict` if a text
    has a licence that the manifests do not name (`surplus`), or they name only such that no text has (`missing`). The
    texts of vendored and generated folders are listed, but make no component.
    """
    promised = [file for file in facts.files if file.text and file.size and is_licence_text(file.shown)]
    texts = [file for file in promised if file.licensing and file.licensing.text]
    return Licences(
        not_compared=len(promised) - len(texts),
        texts=[_text(file) for file in texts],
        headers=_headers(facts),
        components=_components(facts, [file for file in texts if not file.exclusion or file.exclusion.reason in OWN]),
    )


def _text(file: HeadFile) -> LicenceText:
    assert file.licensing and file.licensing.text  # noqa: S101, PT018 - chosen by it
    told = file.licensing.text
    return LicenceText(
        path=file.shown,
        component=component(file.shown),
        excluded=file.exclusion.reason if file.exclusion else None,
        licences=[_found(each) for each in told.found],
        other=told.other,
        nearest=_found(told.nearest) if told.nearest else None,
    )


def _found(found: Found) -> LicenceFound:
    return LicenceFound(id=found.id, same_text=list(found.same), coverage=found.coverage)


def _headers(facts: Facts) -> list[LicenceHeader]:
    by_header: dict[str, list[HeadFile]] = defaultdict(list)
    for file in facts.files:
        if file.licensing and file.licensing.header:
            by_header[file.licensing.header].append(file)
    rows = []
    for written, files in by_header.items():
        read, first = expression(written), files[0]
        rows.append(
            LicenceHeader(
                expression=read.text or written,
                written=written,
                known=read.text is not None and not read.unknown,
                files=len(files),
                example=first.shown,
                line=first.licensing.line if first.licensing else 0,
            )
        )
    return sorted(rows, key=lambda row: (-row.files, row.written))


def _components(facts: Facts, files: list[HeadFile]) -> list[LicenceComponent]:
    rows = []
    for claim in claims(((file.shown, file.licensing) for file in files if file.licensing), facts.declared):
        ids = list(dict.fromkeys(name for _, names in claim.texts for name in names))
        rows.append(
            LicenceComponent(
                component=claim.component,
                licences=ids,
                relation="one" if len(ids) < 2 else "choice" if _named_after(claim.texts) else "unknown",
                texts=[path for path, _ in claim.texts],
                declared=[
                    LicenceDeclared(
                        path=each.path,
                        line=each.line,
                        written=each.written,
                        expression=expression(each.written).text,
                    )
                    for each in claim.declared
                ],
                verdict=claim.verdict,
                missing=list(claim.missing),
                surplus=list(claim.surplus),
            )
        )
    return rows


def _named_after(texts: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    """Whether each of several texts is one licence and bears its name."""

    def bears(path: str, ids: tuple[str, ...]) -> bool:
        return len(ids) == 1 and ids[0].split("-")[0].lower() in path.rsplit("/", 1)[-1].lower()

    told = [(path, ids) for path, ids in texts if ids]
    return len(told) > 1 and all(bears(path, ids) for path, ids in told)
