"""Which packages source files name, and which direct dependencies nobody imports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strata.stack.dependencies.names import normal
from strata.stack.health.unused import Checked
from strata.stack.imports import FAMILIES, LONGEST, MOST, imports
from strata.stack.modules import by_distribution
from tests.unit.strata.health.examined import examined


@pytest.mark.parametrize(
    ("name", "language", "text", "expected"),
    [
        ("a.py", "Python", "import os, numpy as np\nfrom yaml.x import y\n  import z.w\n", "numpy os yaml z"),
        ("a.py", "Python", "try: pass\nINSTALLED_APPS = ['rest_framework', 'nothing']\n", "rest_framework"),
        (
            "a.ipynb",
            "Jupyter Notebook",
            '"source": [\n "import pandas as pd\\n",\n "from sklearn import x\\n"]',
            "pandas sklearn",
        ),
        ("a.js", "JavaScript", "const a = require('a/b')\nimport '@c/d/e'\nexport * from \"f\"\n", "@c/d a f"),
        ("a.ts", "TypeScript", "import {\n  x,\n} from 'g'\nconst h = await import(`h`)\nimport './own'\n", "g h"),
        ("a.scss", "SCSS", '@import "~i/j";\n@use "k/l" as m;\n', "i k"),
        (
            "b.go",
            "Go",
            'package b\nimport (\n\t"fmt"\n\tx "e.example/x/y"\n)\nfunc f() { g("no.example/z") }\n',
            "e.example/x/y",
        ),
        ("c.rs", "Rust", "use a::b;\nextern crate c;\n#[d::main]\nuse {e as f};\n", "a c d e"),
        ("package.json", "JSON", '{"scripts": {"x": "next dev --a"}, "dependencies": {"no": "1"}}', "--a dev next"),
        (".eslintrc.json", "JSON", '{"plugins": ["@x/eslint-plugin"]}', "@x/eslint-plugin plugins"),
        ("data.json", "JSON", '{"plugins": ["x"]}', ""),
    ],
)
def test_what_a_file_names(name: str, language: str, text: str, expected: str) -> None:
    assert " ".join(imports(name, text.encode(), language)) == expected


@given(st.binary(max_size=400), st.sampled_from(sorted(FAMILIES)), st.sampled_from(["x", "package.json", ".xrc"]))
def test_whatever_a_file_has_names_are_bounded(text: bytes, language: str, name: str) -> None:
    found = imports(name, text, language)

    assert list(found) == sorted(set(found))
    assert len(found) <= MOST
    assert all(0 < len(each) <= LONGEST for each in found)


def test_direct_dependencies_that_nobody_imports() -> None:
    files = {
        "requirements.txt": "pyyaml\njinja2\nsome-unknown-name\npytest\n",
        "main.py": "import yaml\n",
        "web/package.json": '{"dependencies": {"a": "1", "b": "1", "typescript": "5"}, "devDependencies": {"c": "1"}}',
        "web/src/x.ts": "import a from 'a'\n",
        "elsewhere/x.ts": "import b from 'b'\n",
        "go.mod": "module m\nrequire e.example/x v1\nrequire e.example/y v1\nrequire e.example/z v1 // indirect\n",
        "x.go": 'package m\nimport "e.example/x/deep"\n',
        "Cargo.toml": '[dependencies]\nused-one = "1"\nrenamed = { package = "other" }\nnot = "1"\nx-sys = "1"\n',
        "src/lib.rs": "use used_one::A;\nfn f() { renamed::g(); }\n",
    }
    health = examined(files)

    assert [(each.ecosystem, each.name) for each in health.findings if each.code == "not-imported"] == [
        ("cargo", "not"),
        ("golang", "e.example/y"),
        ("npm", "b"),
        ("pypi", "jinja2"),
    ]
    assert health.imports == (
        Checked("cargo", 2, 1, 1),
        Checked("golang", 1, 1, 0),
        Checked("npm", 1, 1, 1),
        Checked("pypi", 1, 1, 2),
    )


def test_compiled_lists_and_folders_without_source_say_nothing() -> None:
    files = {
        "requirements.txt": "jinja2==3.0\nclick==8.0\n",
        "x.py": "import click\n",
        "a/package.json": '{"dependencies": {"b": "1"}}',
    }

    assert [each for each in examined(files).findings if each.code == "not-imported"] == []


def test_the_list_of_modules_is_in_the_spelling_of_the_index() -> None:
    assert all(normal("pypi", name) == name for name in by_distribution())
