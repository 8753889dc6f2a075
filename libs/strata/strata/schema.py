"""The JSON Schema of the whole report: `python -m strata.schema` prints it."""

from __future__ import annotations

import json
import sys
from typing import Any

from pydantic import ConfigDict, create_model

from strata.metrics.registry import SECTIONS, section_model
from strata.report import Report
from strata.version import SCHEMA_VERSION


def report_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, with every section and field described."""
    fields: dict[str, Any] = {name: (section_model(name), ...) for name in SECTIONS}
    closed = ConfigDict(extra="forbid")
    sections = create_model("Sections", __config__=closed, __doc__="The sections of the report.", **fields)
    document = create_model("Report", __base__=Report, __doc__="A Gitstrata report.", sections=(sections, ...))
    schema = document.model_json_schema(mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:gitstrata:report:{SCHEMA_VERSION}",
        **schema,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(report_schema(), indent=2, ensure_ascii=False) + "\n")
