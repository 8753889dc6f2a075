from typing import Literal

FigureName = Literal[
    "commits", "contributors", "dependencies", "files", "half_life", "language", "last_commit", "lines", "truck_factor"
]

FIGURE_NAME_VALUES: set[FigureName] = {
    "commits",
    "contributors",
    "dependencies",
    "files",
    "half_life",
    "language",
    "last_commit",
    "lines",
    "truck_factor",
}


def check_figure_name(value: str) -> FigureName:
    if value in FIGURE_NAME_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FIGURE_NAME_VALUES!r}")
