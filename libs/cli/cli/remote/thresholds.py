"""`--fail-on`: a figure of the report that a build must not have, as `ownership.truck_factor<2`."""

from __future__ import annotations

import operator
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cli.remote.refusals import RemoteError

_FORM = re.compile(r"\s*([a-z][a-z0-9_]*)\.([a-z0-9_]+(?:\.[a-z0-9_]+)*)\s*(<=|>=|==|!=|<|>)\s*(-?\d+(?:\.\d+)?)\s*")
_COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
# what stands for an object where a number is wanted: a metric's value, or how many a bounded list has in all
_STANDING_FOR = ("value", "total")


@dataclass(frozen=True)
class Threshold:
    """A comparison that must not hold."""

    text: str
    section: str
    path: tuple[str, ...]
    compare: str
    limit: float

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """Reads `SECTION.FIGURE<NUMBER`. Raises ValueError with a sentence."""
        found = _FORM.fullmatch(text)
        if found is None:
            raise ValueError(f"'{text}' is no condition: write it as ownership.truck_factor<2 or stack.warnings>0.")
        section, path, compare, limit = found.groups()
        return cls(text.strip(), section, tuple(path.split(".")), compare, float(limit))

    def value(self, section: Mapping[str, Any]) -> float | None:
        """The figure: a list counts as its length; None where the report cannot say it.

        Raises RemoteError where the section has no such figure.
        """
        found: Any = section
        for name in self.path:
            if not isinstance(found, Mapping) or name not in found:
                raise RemoteError("refused", f"The report has no {self.section}.{'.'.join(self.path)}.")
            found = found[name]
        if isinstance(found, Mapping):
            found = next((found[name] for name in _STANDING_FOR if name in found), found)
        if isinstance(found, list):
            return float(len(found))
        if found is None or isinstance(found, int | float):
            return None if found is None else float(found)
        raise RemoteError("refused", f"{self.section}.{'.'.join(self.path)} is not a number.")

    def holds(self, value: float) -> bool:
        """Whether the comparison holds, which is what must not be."""
        return bool(_COMPARE[self.compare](value, self.limit))
