"""XML as elements that know their lines. Whoever declares entities is not read at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from strata.stack.dependencies.limits import DEPTH, NODES
from strata.stack.dependencies.reading.text import Source, Unreadable


@dataclass(slots=True, eq=False)
class Element:
    """`tag` and the attributes are without their namespaces, `text` is what stands directly inside."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def first(self, *tags: str) -> Element | None:
        """The first child of that tag, of it the first child of the next one, and so on."""
        found: Element | None = self
        for tag in tags:
            found = next((child for child in found.children if child.tag == tag), None) if found else None
        return found

    def all(self, *tags: str) -> list[Element]:
        """All children of the last tag along the first children of the others."""
        parent = self.first(*tags[:-1])
        return [child for child in parent.children if child.tag == tags[-1]] if parent else []

    def value(self, *tags: str) -> str | None:
        """The text of `first`, without blanks around it; None if there is none."""
        found = self.first(*tags)
        return (found.text.strip() or None) if found else None

    def attribute(self, name: str) -> str | None:
        """An attribute, however its name is capitalised."""
        wanted = name.lower()
        return next((value.strip() for key, value in self.attributes.items() if key.lower() == wanted), None)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(each.children))


def read_xml(source: Source) -> Element:
    """The root. Raises Unreadable."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    root: list[Element] = []
    path: list[Element] = []
    texts: list[list[str]] = []
    count = 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        line = parser.CurrentLineNumber
        if len(path) >= DEPTH * 4:
            raise Unreadable("too-deep", "Its elements are nested too deep.", line)
        if count > NODES // 4:
            raise Unreadable("too-many", "It has too many elements.", line)
        element = Element(_local(tag), {_local(name): value for name, value in attributes.items()}, line)
        (path[-1].children if path else root).append(element)
        path.append(element)
        texts.append([])

    def end(_tag: str) -> None:
        path.pop().text = "".join(texts.pop())

    def text(data: str) -> None:
        texts[-1].append(data)

    def entity(*_declared: object) -> None:
        raise Unreadable("xml-entities", "It declares entities, so it is not read.", parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, end, text
    parser.EntityDeclHandler = entity
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    document = source.text
    if document.startswith("<?xml"):  # what it says of its encoding is about bytes that are text by now
        close = document.find("?>")
        head = document[: close + 2] if close >= 0 else ""
        document = "\n" * head.count("\n") + document[len(head) :]
    try:
        parser.Parse(document.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise Unreadable(
            "invalid-xml", f"This is not XML: {expat.errors.messages[error.code]}.", error.lineno
        ) from error
    return root[0]


def _local(name: str) -> str:
    return name.rpartition(":")[2]
