"""What can be made of a finished report: a page, tables, bills of materials, comparisons, badges.

Pure functions of a report as plain JSON data, whole or with some of its sections: nothing is read, analysed or sent
here. Of `strata` only what writes bills of materials is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

Report: TypeAlias = Mapping[str, Any]
"""A report in the form of its JSON Schema; sections may be absent from `sections`."""
