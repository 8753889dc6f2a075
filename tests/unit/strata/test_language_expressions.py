"""Expressions that tell languages apart, given what would keep careless ones at work for hours."""

from __future__ import annotations

import time

import pytest

from strata.stack.language import detect
from strata.stack.linguist import linguist

TEXTS = {
    "words": (".cairo", b"%builtins " + b"a" * 60 + b"!"),
    "comments": (".e", b"a" + b"--b " * 60 + b"!"),
    "settings": (".txt", b"vi: " + b"a=b:" * 60 + b"\n"),
    "blank settings": (".txt", b" ex: " + b" " * 5000 + b"\n"),
    "line ends of old": (".bas", b"a\r" * 25_000),
    "blanks": (".pl", b"\t\n" * 25_000),
    "new lines": (".h", b"\n" * 50_000),
}


@pytest.mark.parametrize("which", TEXTS)
def test_no_text_keeps_an_expression_at_work(which: str) -> None:
    extension, text = TEXTS[which]
    linguist()
    began = time.process_time()

    found = detect(f"file{extension}", text)

    assert found in linguist().by_extension[extension]
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("name", "text", "language"),
    [
        ("a.cairo", b"%builtins output range_check\n\nfunc main() {\n", "Cairo Zero"),
        ("a.bas", b"B4A=true\nGroup=Default\n", "B4X"),
        ("a.bas", b"'\r\n\r\nB4J=true\r\n", "B4X"),
        ("a.txt", b"*help.txt*\n\n vim:tw=78:ts=8:noet:ft=help:norl:\n", "Vim Help File"),
        ("a.e", b"class A\n\nfeature\n\nend\n", "Eiffel"),
        ("a.e", b"f -- a comment\n   -- another\n  local\n", "Eiffel"),
        ("a.h", b"\n" * 500 + b"@interface Foo : NSObject\n@end\n", "Objective-C"),
        ("a.pl", b" " * 500 + b"\n:- module(x, []).\n", "Prolog"),
        ("a.d.ts", b"export {};\n", "TypeScript"),
        ("a.b.c.d.e.f.py", b"x\n", "Python"),
    ],
)
def test_what_they_find_is_what_was_found(name: str, text: bytes, language: str) -> None:
    assert detect(name, text) == language


def test_known_extensions_have_no_more_dots_than_are_looked_at() -> None:
    assert max(extension.count(".") for extension in linguist().by_extension) == 2
