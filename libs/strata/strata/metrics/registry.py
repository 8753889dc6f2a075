"""How a metric joins the report: one decorated function in a module of `strata.metrics`.

The function's name is the field, its return type the field's schema, its docstring the definition
that `gitstrata explain` prints and whose first line describes the field in the JSON Schema. Adding a
metric touches one file.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, create_model

import strata.metrics
from strata.facts import Facts, Stage

SectionName = Literal["overview", "stack", "activity", "hotspots", "coupling", "ownership", "contributors", "survival"]
T = TypeVar("T")

SECTIONS: dict[SectionName, str] = {
    "overview": "The repository at a glance.",
    "stack": "What the head commit is made of.",
    "activity": "When work happened.",
    "hotspots": "Complicated files that change often.",
    "coupling": "Files that change together.",
    "ownership": "Who owns the lines at head, exactly as git blame says.",
    "contributors": "The people of the repository.",
    "survival": "How long lines live.",
}


class Row(BaseModel):
    """What the values of metrics are made of: closed, so that the schema says everything."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Metric:
    """One field of one section."""

    section: SectionName
    name: str
    stage: Stage
    definition: str
    type: Any
    compute: Callable[[Facts], Any]

    @property
    def title(self) -> str:
        return self.definition.partition("\n")[0]


_declared: dict[tuple[str, str], Metric] = {}


def metric(*, section: SectionName, needs: Stage) -> Callable[[Callable[[Facts], T]], Callable[[Facts], T]]:
    """Declares a function as the field of its name in `section`, to be computed after stage `needs`."""

    def declare(compute: Callable[[Facts], T]) -> Callable[[Facts], T]:
        name = compute.__name__
        if (section, name) in _declared:
            raise ValueError(f"two metrics are called {section}.{name}")
        definition = inspect.getdoc(compute) or ""
        returned = typing.get_type_hints(compute)["return"]
        _declared[section, name] = Metric(section, name, needs, definition, returned, compute)
        return compute

    return declare


@cache
def metrics() -> tuple[Metric, ...]:
    """Every metric, by section and name."""
    for module in pkgutil.iter_modules(strata.metrics.__path__):
        importlib.import_module(f"strata.metrics.{module.name}")
    order = list(SECTIONS)
    return tuple(sorted(_declared.values(), key=lambda each: (order.index(each.section), each.name)))


@cache
def section_model(section: SectionName) -> type[BaseModel]:
    """The pydantic model of a section, made of its metrics."""
    fields: dict[str, Any] = {
        each.name: (each.type, Field(description=each.title)) for each in metrics() if each.section == section
    }
    made: type[BaseModel] = create_model(
        section.capitalize(), __config__=ConfigDict(extra="forbid"), __doc__=SECTIONS[section], **fields
    )
    return made


def section_stage(section: SectionName) -> Stage:
    """The stage after which a section can be computed."""
    return max(each.stage for each in metrics() if each.section == section)


def compute_section(section: SectionName, facts: Facts) -> dict[str, Any]:
    """A section as plain JSON data, checked against its model."""
    values = {each.name: each.compute(facts) for each in metrics() if each.section == section}
    return section_model(section)(**values).model_dump(mode="json")
