"""How complicated files look, in any language."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric


class ComplexFile(Row):
    path: str
    language: str | None
    lines_of_code: int
    complexity: int
    mean: float
    deepest: int


class Complexity(Row):
    total: int
    listed: int
    lines_of_code: int
    mean: float
    items: list[ComplexFile]


@metric(section="hotspots", needs=Stage.FILES)
def complexity(facts: Facts) -> Complexity:
    """Included files by complexity, measured by indentation, most complicated first.

    A line's level is its leading tabs + its leading spaces ÷ 4, rounded down. `complexity` = sum of the levels
    of the lines that are not blank (`lines_of_code`, comments included), `mean` = complexity ÷ lines of
    code, `deepest` the largest level. It needs no parser, so it holds for every language; a style of two
    spaces counts half. Files of more than 8 MiB are not measured. The first 100 (option `hotspots_listed`)
    are listed; `lines_of_code` and `mean` at the top are of all. Ties: by path.

    Source: Hindle, Godfrey, Holt, Reading Beside the Lines: Indentation as a Proxy for Complexity Metrics,
    ICPC 2008.
    """
    measured = [(file, file.indentation) for file in facts.included if file.indentation]
    measured.sort(key=lambda each: (-each[1].levels, each[0].path))
    code = sum(indentation.lines for _, indentation in measured)
    rows = [
        ComplexFile(
            path=file.shown,
            language=file.language,
            lines_of_code=indentation.lines,
            complexity=indentation.levels,
            mean=round(indentation.levels / (indentation.lines or 1), 3),
            deepest=indentation.deepest,
        )
        for file, indentation in measured[: facts.options.hotspots_listed]
    ]
    levels = sum(indentation.levels for _, indentation in measured)
    return Complexity(
        total=len(measured), listed=len(rows), lines_of_code=code, mean=round(levels / (code or 1), 3), items=rows
    )
