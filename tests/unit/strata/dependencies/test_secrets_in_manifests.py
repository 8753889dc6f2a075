"""Credentials in manifests stay there: nothing that is told of a file holds them."""

from __future__ import annotations

import pytest

from strata.stack.dependencies.registry import parse
from strata.stack.dependencies.resolving.resolve import resolve
from strata.stack.dependencies.secrets import without_secrets

SECRET = "hunter2"
ADDRESS = f"https://bot:{SECRET}@git.example.com/team/tool.git"
QUERY = f"https://example.com/tool-1.0.tar.gz?access_token={SECRET}&v=1"
FILES = {
    "requirements.txt": f"tool @ git+{ADDRESS}@v1\ngit+{ADDRESS}#egg=tool\nother @ {QUERY}\n-r {ADDRESS}\n"
    f"!! {ADDRESS}\n",
    "pyproject.toml": f'[tool.poetry.dependencies]\ntool = {{git = "{ADDRESS}"}}\n',
    "Pipfile": f'[packages]\ntool = {{git = "{ADDRESS}"}}\n',
    "uv.lock": f'[[package]]\nname = "tool"\nversion = "1"\nsource = {{git = "{ADDRESS}"}}\n',
    "package.json": f'{{"dependencies": {{"tool": "git+{ADDRESS}#v1", "other": "{QUERY}"}}}}',
    "package-lock.json": '{"packages": {"": {}, "node_modules/tool": {"version": "1.0.0", '
    f'"resolved": "git+{ADDRESS}#abc"}}}}}}',
    "yarn.lock": f'"tool@git+{ADDRESS}":\n  version "1.0.0"\n  resolved "git+{ADDRESS}#abc"\n',
    "pnpm-lock.yaml": f"importers:\n  .:\n    dependencies:\n      tool:\n        specifier: git+{ADDRESS}\n"
    f"        version: git+{ADDRESS}\npackages:\n  tool@git+{ADDRESS}:\n    version: 1.0.0\n",
    "Cargo.toml": f'[dependencies]\ntool = {{git = "{ADDRESS}"}}\n'
    f'[workspace.dependencies]\nx = {{git = "{ADDRESS}"}}\n',
    "Cargo.lock": f'[[package]]\nname = "tool"\nversion = "1.0.0"\nsource = "git+{ADDRESS}#abc"\n',
    "Gemfile": f'gem "tool", git: "{ADDRESS}"\n',
    "Gemfile.lock": f"GIT\n  remote: {ADDRESS}\n  revision: abc\n  specs:\n    tool (1.0)\n",
    "Package.swift": f'let package = Package(name: "a", dependencies: [.package(url: "{ADDRESS}", from: "1.0.0")])\n',
    "Package.resolved": f'{{"pins": [{{"location": "{ADDRESS}", "state": {{"version": "1.0.0"}}}}]}}',
    "Podfile": f"pod 'tool', :git => '{ADDRESS}'\n",
    "mix.exs": f'defp deps do\n [{{:tool, git: "{ADDRESS}"}}]\nend\n',
    "mix.lock": f'%{{\n  "tool": {{:git, "{ADDRESS}", "abc", []}},\n}}\n',
    "composer.lock": f'{{"packages": [{{"name": "a/tool", "version": "1", "source": {{"url": "{ADDRESS}"}}}}]}}',
    "pubspec.yaml": f"name: a\ndependencies:\n  tool:\n    git: {ADDRESS}\n",
    "main.tf": f'module "tool" {{\n  source = "git::{ADDRESS}?ref=v1"\n}}\n',
    "Chart.yaml": f"name: a\nversion: 1.0.0\ndependencies:\n- name: tool\n  version: 1.0.0\n  repository: {ADDRESS}\n",
    ".pre-commit-config.yaml": f"repos:\n- repo: {ADDRESS}\n  rev: v1\n  hooks: [{{id: a}}]\n",
    ".gitlab-ci.yml": f"include:\n- remote: {ADDRESS}\n- component: {ADDRESS}@1\n",
    "environment.yml": f"dependencies:\n- pip:\n  - git+{ADDRESS}\n",
}


@pytest.mark.parametrize("path", FILES)
def test_a_secret_in_an_address_is_not_told(path: str) -> None:
    manifest = parse(path, FILES[path].encode())

    assert manifest.dependencies or manifest.locked or manifest.references, "the file is read"
    assert SECRET not in repr(manifest)
    assert SECRET not in repr(resolve({path: manifest}))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://user:word@example.com/a@1", "https://example.com/a@1"),
        ("git+ssh://git@example.com/a.git", "git+ssh://example.com/a.git"),
        ("https://example.com/@scope/a", "https://example.com/@scope/a"),
        ("https://example.com/a?ref=v1&private_token=x#y", "https://example.com/a?ref=v1&private_token=***#y"),
        ("npm:@scope/a@^1.0.0", "npm:@scope/a@^1.0.0"),
        ("git@example.com:a/b.git", "git@example.com:a/b.git"),
    ],
)
def test_only_what_is_secret_is_taken_out(text: str, told: str) -> None:
    assert without_secrets(text) == told
