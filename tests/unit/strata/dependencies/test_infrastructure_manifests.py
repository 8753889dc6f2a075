from __future__ import annotations

from tests.unit.strata.dependencies.reading import codes, read, told


def test_dockerfile() -> None:
    found = read(
        {
            "Dockerfile": (
                "# syntax=docker/dockerfile:1\nARG VERSION=3.12 REGISTRY=ghcr.io\n"
                "FROM --platform=$BUILDPLATFORM python:${VERSION}-slim AS build\n"
                "RUN <<EOF\nFROM not:this\nEOF\nFROM \\\n  ${REGISTRY}/owner/image@sha256:0a\nCOPY --from=build /a /a\n"
                "COPY --from=busybox:1.36 /b /b\nFROM scratch\nFROM ${UNKNOWN}\nFROM ${TAG:-alpine:3.19}\n"
            ),
            "Dockerfile.erb": "FROM <%= image %>\n",
        }
    )

    assert told(found) == [
        "pkg:docker/owner/image@sha256:0a?repository_url=ghcr.io | * | runtime direct | Dockerfile:7",
        "pkg:docker/library/alpine@3.19 | 3.19 | runtime direct | Dockerfile:13",
        "pkg:docker/library/busybox@1.36 | 1.36 | build direct | Dockerfile:10",
        "pkg:docker/library/python@3.12-slim | 3.12-slim | runtime direct | Dockerfile:3",
    ]
    assert codes(found) == ["unresolved-expression Dockerfile:12"]


def test_compose_and_kubernetes() -> None:
    found = read(
        {
            "docker-compose.yml": (
                "services:\n  db:\n    image: postgres:16\n  app:\n    build: .\n    image: mine\n  cache:\n"
                "    image: ${CACHE:-redis:7}\n"
            ),
            "k8s/app.yaml": (
                "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
                "      - name: a\n"
                "        image: quay.io/owner/app:v1\n---\napiVersion: v1\nkind: Pod\nspec:\n"
                "  initContainers: [{image: 'busybox'}]\n"
            ),
            "k8s/values.yaml": "containers:\n- image: nothing\n",
        }
    )

    assert told(found) == [
        "pkg:docker/library/busybox | * | runtime direct | k8s/app.yaml:13",
        "pkg:docker/library/postgres@16 | 16 | runtime direct | docker-compose.yml:3",
        "pkg:docker/library/redis@7 | 7 | runtime direct | docker-compose.yml:8",
        "pkg:docker/owner/app@v1?repository_url=quay.io | v1 | runtime direct | k8s/app.yaml:8",
    ]


def test_helm() -> None:
    found = read(
        {
            "charts/a/Chart.yaml": (
                "name: a\nversion: 0.1.0\ndependencies:\n- name: postgresql\n  version: ~12.0\n"
                "  repository: https://example.org/charts\n"
                "- name: lib\n  version: 1.0.0\n  repository: file://../lib\n"
            ),
            "charts/a/Chart.lock": "dependencies:\n- name: postgresql\n  repository: https://example.org/charts\n"
            "  version: 12.1.9\n",
        }
    )

    assert told(found) == [
        "pkg:helm/lib | 1.0.0 | runtime direct | charts/a/Chart.yaml:7 from file://../lib",
        "pkg:helm/postgresql@12.1.9 | ~12.0 | runtime direct | charts/a/Chart.yaml:4 charts/a/Chart.lock:2"
        " from https://example.org/charts",
    ]


def test_terraform() -> None:
    found = read(
        {
            "main.tf": (
                'terraform {\n  required_version = ">= 1.5"\n  required_providers {\n    aws = {\n'
                '      source  = "hashicorp/aws"\n'
                '      version = "~> 5.0"\n    }\n    random = ">= 3"\n  }\n}\n'
                '# module "commented" { source = "a/b/c" }\n'
                'module "vpc" {\n  source  = "terraform-aws-modules/vpc/aws//modules/x"\n  version = "5.1.2"\n'
                '  tags = { source = "no" }\n}\n'
                'module "own" { source = "./own" }\nmodule "git" {\n'
                '  source = "git::https://github.com/owner/mod.git//sub?ref=v1.2"\n}\n'
                'module "computed" {\n  source = var.source\n}\n'
            ),
            ".terraform.lock.hcl": 'provider "registry.terraform.io/hashicorp/aws" {\n  version     = "5.31.0"\n'
            '  constraints = "~> 5.0"\n}\n',
        }
    )

    assert told(found) == [
        "pkg:terraform/github.com/owner/mod@v1.2 | v1.2 | build direct | main.tf:19"
        " from git::https://github.com/owner/mod.git//sub?ref=v1.2",
        "pkg:terraform/hashicorp/aws@5.31.0 | ~> 5.0 | build direct | main.tf:4 .terraform.lock.hcl:1",
        "pkg:terraform/hashicorp/random | >= 3 | build direct | main.tf:8",
        "pkg:terraform/terraform-aws-modules/vpc/aws@5.1.2 | 5.1.2 | build direct | main.tf:13",
    ]
    assert codes(found) == ["not-static main.tf:21"]


def test_github_actions() -> None:
    found = read(
        {
            ".github/workflows/ci.yml": (
                "on: push\njobs:\n  reused:\n    uses: owner/shared/.github/workflows/build.yml@v2\n  test:\n"
                "    container: node:20\n"
                "    services:\n      db:\n        image: postgres:16\n    steps:\n    - uses: actions/checkout@v4\n"
                "    - uses: owner/action/sub@0123456789012345678901234567890123456789 # v1.2.3\n    - uses: ./local\n"
                "    - uses: docker://alpine:3.19\n    - run: echo\n    - uses: ${{ matrix.action }}\n"
            ),
            "action.yml": "runs:\n  using: composite\n  steps:\n  - uses: actions/cache@v4\n",
        }
    )

    assert told(found) == [
        "pkg:docker/library/alpine@3.19 | 3.19 | build direct | .github/workflows/ci.yml:14",
        "pkg:docker/library/node@20 | 20 | build direct | .github/workflows/ci.yml:6",
        "pkg:docker/library/postgres@16 | 16 | build direct | .github/workflows/ci.yml:9",
        "pkg:github/actions/cache@v4 | v4 | build direct | action.yml:4",
        "pkg:github/actions/checkout@v4 | v4 | build direct | .github/workflows/ci.yml:11",
        "pkg:github/owner/action@0123456789012345678901234567890123456789#sub | v1.2.3 | build direct"
        " | .github/workflows/ci.yml:12",
        "pkg:github/owner/shared@v2#.github/workflows/build.yml | v2 | build direct | .github/workflows/ci.yml:4",
    ]
    assert codes(found) == ["skipped-entry .github/workflows/ci.yml:16"]


def test_gitlab_and_what_it_includes() -> None:
    found = read(
        {
            ".gitlab-ci.yml": (
                "include:\n- local: /ci/jobs.yml\n- project: group/templates\n  ref: v3\n"
                "- component: $CI_SERVER_FQDN/group/comp/job@1.0\n"
                "- remote: https://example.org/x.yml\nimage: ruby:3.2\ntest:\n  services:\n"
                "  - name: postgres:16\n  - redis:7\n"
            ),
            "ci/jobs.yml": "build:\n  image: {name: golang:1.22}\n",
        }
    )

    assert [each.partition(" |")[0] for each in told(found)] == [
        "pkg:docker/library/golang@1.22",
        "pkg:docker/library/postgres@16",
        "pkg:docker/library/redis@7",
        "pkg:docker/library/ruby@3.2",
        "pkg:gitlab/group/comp/job@1.0",
        "pkg:gitlab/group/templates@v3",
    ]
    assert codes(found) == []


def test_pre_commit() -> None:
    found = read(
        {
            ".pre-commit-config.yaml": (
                "repos:\n- repo: https://github.com/astral-sh/ruff-pre-commit\n  rev: v0.5.0\n  hooks:\n  - id: ruff\n"
                "- repo: local\n  hooks:\n  - id: mypy\n"
                "    additional_dependencies: [types-requests==2.31, 'prettier@3.0.0']\n"
            )
        }
    )

    assert told(found) == [
        "pkg:github/astral-sh/ruff-pre-commit@v0.5.0 | v0.5.0 | dev direct | .pre-commit-config.yaml:2"
        " from https://github.com/astral-sh/ruff-pre-commit",
        "pkg:npm/prettier@3.0.0 | 3.0.0 | dev direct | .pre-commit-config.yaml:9",
        "pkg:pypi/types-requests@2.31 | ==2.31 | dev direct | .pre-commit-config.yaml:9",
    ]
