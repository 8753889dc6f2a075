"""A readable page made from the OpenAPI document: plain HTML, no script, nothing fetched from elsewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8881; }
body { font: 16px/1.55 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 2rem 1rem 6rem; }
h1 { margin-bottom: 0; } h2 { margin-top: 3rem; text-transform: capitalize; }
article { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; padding: 0 1rem; }
summary { cursor: pointer; padding: .75rem 0; } .method { display: inline-block; min-width: 3.6rem; font-weight: 700; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { background: var(--soft); border-radius: 6px; overflow-x: auto; padding: .75rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border-top: 1px solid var(--line); text-align: left; vertical-align: top;
padding: .35rem .5rem .35rem 0; } .quiet { opacity: .7; }
"""
_TEMPLATE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><style>{style}</style></head><body>
<h1>{title}</h1><p class="quiet">Version {version} · <a href="/api/v1/openapi.json">openapi.json</a></p>
{intro}
{sections}
</body></html>
"""


def render(document: Mapping[str, Any]) -> str:
    """The whole page."""
    info = document["info"]
    sections = []
    for tag in document["tags"]:
        operations = "".join(_operations(document, tag["name"]))
        sections.append(
            f"<section><h2>{escape(tag['name'])}</h2><p>{_prose(tag['description'])}</p>{operations}</section>"
        )
    return _TEMPLATE.format(
        title=escape(info["title"]),
        version=escape(info["version"]),
        style=_STYLE,
        intro=_paragraphs(info["description"]),
        sections="\n".join(sections),
    )


def _operations(document: Mapping[str, Any], tag: str) -> Iterator[str]:
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if tag in operation["tags"]:
                yield _operation(document, method, path, operation)


def _operation(document: Mapping[str, Any], method: str, path: str, operation: Mapping[str, Any]) -> str:
    lock = " · signed in" if operation.get("security") else ""
    return (
        f'<article id="{escape(operation["operationId"])}"><details><summary>'
        f'<span class="method">{method.upper()}</span> <code>{escape(path)}</code><br>'
        f'<span class="quiet">{escape(operation["summary"])}{lock}</span></summary>'
        f"{_paragraphs(operation.get('description', ''))}{_parameters(operation)}{_body(document, operation)}"
        f"{_answers(document, operation)}</details></article>"
    )


def _parameters(operation: Mapping[str, Any]) -> str:
    rows = [
        f"<tr><td><code>{escape(item['name'])}</code></td><td>{escape(item['in'])}</td>"
        f"<td>{_prose(item.get('description', ''))}</td></tr>"
        for item in operation.get("parameters", ())
    ]
    return f"<h4>Parameters</h4><table>{''.join(rows)}</table>" if rows else ""


def _body(document: Mapping[str, Any], operation: Mapping[str, Any]) -> str:
    content = operation.get("requestBody", {}).get("content", {})
    return "".join(f"<h4>Body</h4>{_example(_sample(document, media))}" for media in content.values())


def _answers(document: Mapping[str, Any], operation: Mapping[str, Any]) -> str:
    rows = []
    for status, answer in operation["responses"].items():
        content = answer.get("content", {})
        codes = [code for media in content.values() for code in media.get("examples", ())]
        named = " ".join(f"<code>{escape(code)}</code>" for code in codes)
        sample = "" if codes else "".join(_example(_sample(document, media)) for media in content.values())
        rows.append(f"<tr><td>{status}</td><td>{_prose(answer['description'])} {named}{sample}</td></tr>")
    return f"<h4>Answers</h4><table>{''.join(rows)}</table>"


def _sample(document: Mapping[str, Any], media: Mapping[str, Any]) -> Any:
    """The media type's own example, else that of its schema."""
    if "example" in media:
        return media["example"]
    schema = media.get("schema", {})
    for candidate in (schema, *schema.get("anyOf", ())):
        name = candidate.get("$ref", "").rpartition("/")[2]
        examples = document["components"]["schemas"].get(name, {}).get("examples")
        if examples:
            return examples[0]
    return None


def _example(sample: Any) -> str:
    if sample is None:
        return ""
    text = sample if isinstance(sample, str) else json.dumps(sample, indent=2, ensure_ascii=False)
    return f"<pre>{escape(text)}</pre>"


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{_prose(part)}</p>" for part in re.split(r"\n\s*\n|\n(?=\*\*)", text.strip()) if part)


def _prose(text: str) -> str:
    """The little markdown our descriptions use: `code` and **bold**."""
    marked = re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text, quote=False))
    return re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", marked)
