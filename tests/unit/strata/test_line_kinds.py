"""Lines of code, comment and blank."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strata.stack.line_kinds import LineKinds, entries, line_kinds
from strata.stack.linguist import linguist

LANGUAGES = ["C", "Python", "Rust", "JavaScript", "OCaml", "Shell", "HTML", "Lua", "Ruby", "Perl", "Pascal", "D", "SQL"]


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("C", "", (0, 0, 0)),
        ("C", "int a; // b\n\n// c\n", (1, 1, 1)),
        ("C", "/* a\n\n b */ int x;\n/* d */ /* e */\n", (1, 2, 1)),
        ("C", 'char *s = "/*";\nint a;\n', (2, 0, 0)),
        ("C", "char q = '\"'; /* a */\n/* b */\n", (1, 1, 0)),
        ("C", "// a /* b\nint c;\n", (1, 1, 0)),
        ("C", "int a; /* never\nclosed\n", (1, 1, 0)),
        ("C", "int a;\r\n\r\n// b\r\n", (1, 1, 1)),
        ("Rust", "/* a /* b */\nc */ fn d() {}\n", (1, 1, 0)),
        ("Rust", "fn f<'a>(x: &'a str) {}\n/* c */\n", (1, 1, 0)),
        ("Swift", 'let s = """\n// no\n"""\n// yes\n', (3, 1, 0)),
        ("Python", 'def f():\n    """Says.\n\n    # no\n    """\n    # yes\n', (4, 1, 1)),
        ("Python", "a = 'it''s'  # b\n# c", (1, 1, 0)),
        ("JavaScript", "let a = `\n// no\n`;\n/** yes */\n", (3, 1, 0)),
        ("Shell", "#!/bin/sh\necho $#\n  # b\n", (1, 2, 0)),
        ("OCaml", "(* a (* b *) *)\nlet c = 1\n", (1, 1, 0)),
        ("Lua", "--[[ a\nb ]]\n-- c\nlocal d\n", (1, 3, 0)),
        ("Ruby", "=begin\na\n=end\nb = 1 # c\n", (1, 3, 0)),
        ("Perl", "a();\n\n=pod\n\nwords\n\n=cut\n\nb();\n", (2, 3, 4)),
        ("HTML", "<!-- a\nb -->\n<p>c</p>\n", (1, 2, 0)),
        ("Pascal", "{ a }\n(* b *)\n// c\nbegin end.\n", (1, 3, 0)),
        ("Haskell", "{- a {- b -} -}\n-- c\nd = 1\n", (1, 2, 0)),
        ("PowerShell", "<# a\nb #>\n# c\nd\n", (1, 3, 0)),
        ("JSON", '{\n\n"a": "// b"}\n', (2, 0, 1)),
        ("Markdown", "# a\n\nb\n", (2, 0, 1)),
        (None, "a\n\nb\n", (2, 0, 1)),
    ],
)
def test_kinds_of_lines(language: str | None, text: str, kinds: tuple[int, int, int]) -> None:
    assert line_kinds(text.encode(), language) == LineKinds(*kinds)


@settings(max_examples=100)
@given(text=st.binary(max_size=300), times=st.integers(20, 60))
def test_small_and_large_texts_are_counted_alike(text: bytes, times: int) -> None:
    one, many = line_kinds(text + b"\n", None), line_kinds((text + b"\n") * times * 10, None)

    assert (many.code, many.blank) == (one.code * times * 10, one.blank * times * 10)


def test_every_syntax_is_of_a_known_language() -> None:
    assert {language for entry in entries() for language in entry["languages"]} <= set(linguist().languages)


@settings(max_examples=300)
@given(
    language=st.sampled_from(LANGUAGES),
    text=st.one_of(
        st.binary(max_size=200), st.text(alphabet="/*-#(){}'\"`\\ \n\r=[]<>!;acd", max_size=120).map(str.encode)
    ),
)
def test_every_line_is_of_one_kind(language: str, text: bytes) -> None:
    kinds = line_kinds(text, language)

    assert kinds.code >= 0
    assert kinds.comment >= 0
    assert kinds.code + kinds.comment + kinds.blank == text.count(b"\n") + (not text.endswith(b"\n") and text != b"")
    # a comment of its own line more, before everything, is one line of comment more
    begin = {"HTML": b"<!-- x -->\n", "OCaml": b"(* x *)\n", "Lua": b"-- x\n", "SQL": b"-- x\n"}
    begin |= dict.fromkeys(("Python", "Shell", "Ruby", "Perl"), b"# x\n")
    more = line_kinds(begin.get(language, b"// x\n") + text, language)
    if not text.startswith((b"=", b"\n=")):
        assert (more.code, more.comment - 1, more.blank) == (kinds.code, kinds.comment, kinds.blank)


@pytest.mark.parametrize("piece", [b"/*", b'"', b"'", b"\\", b"`", b'"""', b"(*", b"{-", b"--[[", b"\n=", b"x", b"\n"])
@pytest.mark.parametrize("language", ["C", "Rust", "Python", "JavaScript", "OCaml", "Lua", "Perl", "Haskell"])
def test_hostile_texts_take_linear_time(language: str, piece: bytes) -> None:
    text = piece * ((1 << 20) // len(piece))
    began = time.process_time()
    line_kinds(text, language)
    assert time.process_time() - began < 4
