from __future__ import annotations

from tests.unit.strata.dependencies.reading import codes, read, told


def test_requirements_with_what_pip_allows_in_them() -> None:
    found = read(
        {
            "requirements.txt": (
                "# a comment\n"
                "Flask[async]==3.0.0 \\\n"
                "    --hash=sha256:00\n"
                "requests >= 2, < 3 ; python_version > '3.8'  # why\n"
                "--index-url https://example.org\n"
                "-e git+https://user:secret@example.org/a/b.git@v1#egg=inner\n"
                "https://example.org/files/wheel_name-1.2-py3-none-any.whl\n"
                "direct @ https://example.org/direct.zip\n"
                "git+https://example.org/owner/no-egg.git@main\n"
                "./local\n"
                "not a requirement\n"
            )
        }
    )

    assert told(found) == [
        "pkg:pypi/direct | * | runtime direct | requirements.txt:8 from https://example.org/direct.zip",
        "pkg:pypi/flask@3.0.0 | ==3.0.0 | runtime direct | requirements.txt:2",
        "pkg:pypi/inner | * | runtime direct | requirements.txt:6 from git+https://example.org/a/b.git@v1#egg=inner",
        "pkg:pypi/no-egg | * | runtime direct | requirements.txt:9 from git+https://example.org/owner/no-egg.git@main",
        "pkg:pypi/requests | <3,>=2 | runtime direct | requirements.txt:4",
        "pkg:pypi/wheel-name@1.2 | * | runtime direct | requirements.txt:7"
        " from https://example.org/files/wheel_name-1.2-py3-none-any.whl",
    ]
    assert codes(found) == ["skipped-entry requirements.txt:11"]


def test_includes_are_followed_and_constraints_give_versions() -> None:
    found = read(
        {
            "requirements.txt": "-r lists/base.list\n-c constraints.txt\nflask\n",
            "lists/base.list": "-r ../requirements.txt\nclick\n",
            "constraints.txt": "flask==3.0.1\nnever-asked-for==1\n",
            "requirements-dev.txt": "pytest\n",
        }
    )

    assert told(found) == [
        "pkg:pypi/click | * | runtime direct | lists/base.list:2",
        "pkg:pypi/flask@3.0.1 | * | runtime direct | requirements.txt:3",
        "pkg:pypi/pytest | * | dev direct | requirements-dev.txt:1",
    ]
    assert codes(found) == []


def test_includes_that_cannot_be_followed_are_told() -> None:
    found = read(
        {"a/requirements.txt": "-r ../../etc/passwd\n-r missing.txt\n-r https://example.org/r.txt\n-r /abs.txt\n"}
    )

    assert codes(found) == [
        "outside-repository a/requirements.txt:1",
        "missing-include a/requirements.txt:2",
        "remote-include a/requirements.txt:3",
        "outside-repository a/requirements.txt:4",
    ]


def test_compiled_requirements_are_the_lock_file_of_their_source() -> None:
    found = read(
        {
            "requirements.in": "flask>=3\n",
            "requirements.txt": "flask==3.0.1\n    # via -r requirements.in\nclick==8.1\n",
        }
    )

    assert told(found) == [
        "pkg:pypi/flask@3.0.1 | >=3 | runtime direct | requirements.in:1 requirements.txt:1",
        "pkg:pypi/click@8.1 | * | runtime transitive | requirements.txt:3",
    ]


PYPROJECT = """[project]
name = "My_App"
version = "1.0"
license = {text = "MIT"}
dependencies = [
    "httpx>=0.27",
    "Typing.Extensions",
]

[project.optional-dependencies]
test = ["pytest"]
fast = ["uvloop; sys_platform != 'win32'"]

[dependency-groups]
lint = ["ruff==0.12.0", {include-group = "other"}]
other = ["mypy"]

[build-system]
requires = ["hatchling"]
"""


def test_pyproject_of_the_standards_with_uv_lock() -> None:
    lock = """version = 1
[[package]]
name = "anyio"
version = "4.9"
source = { registry = "r" }

[[package]]
name = "httpx"
version = "0.28.1"
source = { registry = "r" }
dependencies = [{ name = "anyio" }]

[[package]]
name = "mypy"
version = "1.17"
source = { registry = "r" }
dependencies = [{ name = "typing-extensions" }, { name = "pathspec" }]

[[package]]
name = "my-app"
source = { editable = "." }
dependencies = [{ name = "httpx" }, { name = "typing-extensions" }]

[package.dev-dependencies]
lint = [{ name = "ruff" }, { name = "mypy" }]

[[package]]
name = "pathspec"
version = "0.12"

[[package]]
name = "typing-extensions"
version = "4.14"

[[package]]
version = "1"
"""
    found = read({"app/pyproject.toml": PYPROJECT, "app/uv.lock": lock})

    assert told(found) == [
        "pkg:pypi/hatchling | * | build direct | app/pyproject.toml:19",
        "pkg:pypi/httpx@0.28.1 | >=0.27 | runtime direct | app/pyproject.toml:6 app/uv.lock:7",
        "pkg:pypi/mypy@1.17 | * | dev direct | app/pyproject.toml:16 app/uv.lock:13",
        "pkg:pypi/pytest | * | test direct | app/pyproject.toml:11",
        "pkg:pypi/ruff@0.12.0 | ==0.12.0 | dev direct | app/pyproject.toml:15",
        "pkg:pypi/typing-extensions@4.14 | * | runtime direct | app/pyproject.toml:7 app/uv.lock:31",
        "pkg:pypi/uvloop | * | optional direct | app/pyproject.toml:12",
        "pkg:pypi/anyio@4.9 | * | runtime transitive | app/uv.lock:2",
        "pkg:pypi/pathspec@0.12 | * | dev transitive | app/uv.lock:27",
    ]
    assert codes(found) == ["skipped-entry app/uv.lock:35"]
    assert [(each.name, each.version, each.licence, each.folder) for each in found.components] == [
        ("My_App", "1.0", "MIT", "app")
    ]


def test_two_answers_for_two_platforms_are_two_dependencies() -> None:
    lock = """[[package]]
name = "app"
source = { virtual = "." }
dependencies = [{ name = "numpy", version = "1.0", marker = "a" }, { name = "numpy", version = "2.0", marker = "b" }]
[[package]]
name = "numpy"
version = "1.0"
[[package]]
name = "numpy"
version = "2.0"
"""
    found = read({"pyproject.toml": '[project]\nname = "app"\ndependencies = ["numpy"]\n', "uv.lock": lock})

    assert [each.version for each in found.dependencies] == ["1.0", "2.0"]
    assert all(each.direct for each in found.dependencies)


def test_poetry() -> None:
    manifest = """[tool.poetry]
name = "app"

[tool.poetry.dependencies]
python = "^3.9"
requests = "^2.31"
uvloop = { version = "0.19.0", optional = true }
mine = { path = "../mine" }
numpy = [{ version = "1.0", python = "<3.9" }, { version = ">=2", python = ">=3.9" }]

[tool.poetry.group.test.dependencies]
pytest = "*"
"""
    lock = """[[package]]
name = "requests"
version = "2.32.0"
groups = ["main"]
[package.dependencies]
urllib3 = ">=1"

[[package]]
name = "urllib3"
version = "2.2"
groups = ["main", "test"]

[[package]]
name = "iniconfig"
version = "2.0"
groups = ["test"]

[[package]]
name = "colorama"
version = "0.4"
category = "dev"
"""
    found = read({"pyproject.toml": manifest, "poetry.lock": lock})

    assert told(found) == [
        "pkg:pypi/mine | * | runtime direct | pyproject.toml:8 from ../mine",
        "pkg:pypi/numpy | >=2 | runtime direct | pyproject.toml:9",
        "pkg:pypi/numpy@1.0 | 1.0 | runtime direct | pyproject.toml:9",
        "pkg:pypi/pytest | * | test direct | pyproject.toml:12",
        "pkg:pypi/requests@2.32.0 | ^2.31 | runtime direct | pyproject.toml:6 poetry.lock:1",
        "pkg:pypi/uvloop@0.19.0 | 0.19.0 | optional direct | pyproject.toml:7",
        "pkg:pypi/colorama@0.4 | * | dev transitive | poetry.lock:18",
        "pkg:pypi/iniconfig@2.0 | * | test transitive | poetry.lock:13",
        "pkg:pypi/urllib3@2.2 | * | runtime transitive | poetry.lock:8",
    ]


def test_pdm_and_hatch() -> None:
    manifest = """[project]
name = "app"
dependencies = ["hishel"]
[tool.pdm.dev-dependencies]
doc = ["mkdocs"]
[tool.hatch.envs.test]
extra-dependencies = ["coverage"]
"""
    lock = """[[package]]
name = "hishel"
version = "1.0"
groups = ["default"]
dependencies = ["anyio>=4"]

[[package]]
name = "hishel"
version = "1.0"
extras = ["httpx"]
groups = ["default"]

[[package]]
name = "anyio"
version = "4.1"
groups = ["default"]
"""
    found = read({"pyproject.toml": manifest, "pdm.lock": lock})

    assert told(found) == [
        "pkg:pypi/coverage | * | test direct | pyproject.toml:7",
        "pkg:pypi/hishel@1.0 | * | runtime direct | pyproject.toml:3 pdm.lock:1 pdm.lock:7",
        "pkg:pypi/mkdocs | * | dev direct | pyproject.toml:5",
        "pkg:pypi/anyio@4.1 | * | runtime transitive | pdm.lock:13",
    ]


def test_pipenv() -> None:
    found = read(
        {
            "Pipfile": '[packages]\nrequests = "*"\n[dev-packages]\npytest = ">=7"\n',
            "Pipfile.lock": (
                '{\n "_meta": {},\n "default": {\n  "requests": {"version": "==2.31.0"},\n'
                '  "idna": {"version": "==3.7"}\n },\n "develop": {\n  "pytest": {"version": "==8.0"}\n }\n}\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:pypi/pytest@8.0 | >=7 | dev direct | Pipfile:4 Pipfile.lock:8",
        "pkg:pypi/requests@2.31.0 | * | runtime direct | Pipfile:2 Pipfile.lock:4",
        "pkg:pypi/idna@3.7 | * | runtime transitive | Pipfile.lock:5",
    ]


def test_setup_files_are_read_and_not_run() -> None:
    setup = """import os
os.abort()
TESTS = ["pytest"]
setup(
    name="app",
    install_requires=["click>=8", computed()],
    extras_require={"test": TESTS, "fast": ["uvloop"]},
)
"""
    config = "[metadata]\nname = app\n[options]\ninstall_requires =\n    attrs>=20 # why\n    file: more.txt\n"
    found = read({"a/setup.py": setup, "b/setup.cfg": config, "b/more.txt": "idna\n"})

    assert told(found) == [
        "pkg:pypi/attrs | >=20 | runtime direct | b/setup.cfg:5",
        "pkg:pypi/click | >=8 | runtime direct | a/setup.py:6",
        "pkg:pypi/idna | * | runtime direct | b/more.txt:1",
        "pkg:pypi/pytest | * | test direct | a/setup.py:3",
        "pkg:pypi/uvloop | * | optional direct | a/setup.py:7",
    ]
    assert codes(found) == ["not-static a/setup.py:6"]


def test_conda_with_pip_inside() -> None:
    found = read(
        {
            "environment.yml": (
                "name: x\ndependencies:\n  - python=3.11\n  - conda-forge::numpy>=1.20\n  - pip:\n"
                "    - Flask==2.0\n    - -r r.txt\n"
            ),
            "r.txt": "click\n",
        }
    )

    assert told(found) == [
        "pkg:conda/numpy | >=1.20 | runtime direct | environment.yml:4",
        "pkg:conda/python@3.11 | =3.11 | runtime direct | environment.yml:3",
        "pkg:pypi/click | * | runtime direct | r.txt:1",
        "pkg:pypi/flask@2.0 | ==2.0 | runtime direct | environment.yml:6",
    ]
