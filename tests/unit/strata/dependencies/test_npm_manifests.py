from __future__ import annotations

import json

from tests.unit.strata.dependencies.reading import codes, read, told

MANIFEST = """{
  "name": "app",
  "version": "1.0.0",
  "license": "MIT",
  "dependencies": {
    "left-pad": "^1.3.0",
    "alias": "npm:real@2.0.0",
    "hosted": "github:owner/hosted#v1"
  },
  "devDependencies": { "@types/node": "~20.0.0" },
  "peerDependencies": { "react": ">=17", "vue": "*" },
  "peerDependenciesMeta": { "vue": { "optional": true } },
  "optionalDependencies": { "broken": 7 }
}
"""
DIRECT = [
    "pkg:npm/%40types/node | ~20.0.0 | dev direct | package.json:10",
    "pkg:npm/hosted | github:owner/hosted#v1 | runtime direct | package.json:8 from github:owner/hosted#v1",
    "pkg:npm/left-pad | ^1.3.0 | runtime direct | package.json:6",
    "pkg:npm/react | >=17 | peer direct | package.json:11",
    "pkg:npm/real@2.0.0 | 2.0.0 | runtime direct | package.json:7",
]


def test_package_json() -> None:
    found = read({"package.json": MANIFEST, "node_modules/x/package.json": MANIFEST})

    assert told(found) == DIRECT
    assert codes(found) == ["skipped-entry package.json:13"]
    assert [(each.name, each.version, each.licence) for each in found.components] == [("app", "1.0.0", "MIT")]


def test_package_lock_with_workspaces_and_two_versions() -> None:
    lock = """{
  "lockfileVersion": 3,
  "packages": {
    "": { "name": "root", "workspaces": ["packages/*"], "dependencies": { "ms": "^2.0.0" } },
    "packages/a": { "name": "a", "dependencies": { "ms": "^1.0.0", "b": "*" } },
    "packages/b": { "name": "b", "version": "3.0.0", "devDependencies": { "debug": "^4" } },
    "node_modules/a": { "resolved": "packages/a", "link": true },
    "node_modules/b": { "resolved": "packages/b", "link": true },
    "node_modules/debug": { "version": "4.3.4", "dev": true, "dependencies": { "ms": "2.1.2" } },
    "node_modules/ms": { "version": "2.1.2" },
    "packages/a/node_modules/ms": { "version": "1.0.0" },
    "node_modules/deep": { "version": "1.0.0", "optional": true },
    "node_modules/left": { "version": "1.0.0", "extraneous": true }
  }
}
"""
    found = read(
        {
            "package.json": '{"name": "root", "dependencies": {"ms": "^2.0.0"}}',
            "packages/a/package.json": '{"name": "a", "dependencies": {"ms": "^1.0.0", "b": "*"}}',
            "packages/b/package.json": '{"name": "b", "devDependencies": {"debug": "^4"}}',
            "package-lock.json": lock,
        }
    )

    assert told(found) == [
        "pkg:npm/b | * | runtime direct | packages/a/package.json:1 from packages/b",
        "pkg:npm/debug@4.3.4 | ^4 | dev direct | packages/b/package.json:1 package-lock.json:9",
        "pkg:npm/ms@2.1.2 | ^2.0.0 | runtime direct | package.json:1 package-lock.json:10",
        "pkg:npm/ms@1.0.0 | ^1.0.0 | runtime direct | packages/a/package.json:1 package-lock.json:11",
        "pkg:npm/deep@1.0.0 | * | optional transitive | package-lock.json:12",
    ]


def test_the_first_form_of_package_lock() -> None:
    lock = {
        "lockfileVersion": 1,
        "dependencies": {
            "left-pad": {
                "version": "1.3.0",
                "requires": {"inner": "1"},
                "dependencies": {"inner": {"version": "1.0.0"}},
            },
            "inner": {"version": "2.0.0", "dev": True},
        },
    }
    found = read({"package.json": MANIFEST, "package-lock.json": json.dumps(lock, indent=1)})

    assert "pkg:npm/left-pad@1.3.0 | ^1.3.0 | runtime direct | package.json:6 package-lock.json:4" in told(found)
    assert told(found)[-2:] == [
        "pkg:npm/inner@1.0.0 | * | runtime transitive | package-lock.json:10",
        "pkg:npm/inner@2.0.0 | * | dev transitive | package-lock.json:15",
    ]


def test_yarn_classic_answers_by_range() -> None:
    lock = """# yarn lockfile v1


"@types/node@~20.0.0":
  version "20.0.1"
  resolved "https://example.org/node.tgz"

left-pad@^1.0.0, left-pad@^1.3.0:
  version "1.3.0"
  dependencies:
    "@scope/needed" "^1.0.0 || ^2.0.0"

left-pad@^0.1.0:
  version "0.1.2"

"@scope/needed@^1.0.0 || ^2.0.0":
  version "2.0.0"

hosted@github:owner/hosted#v1:
  version "0.0.1"
  resolved "git+ssh://git@example.org/owner/hosted.git#abc"

"alias@npm:real@2.0.0":
  version "2.0.0"
"""
    found = read({"package.json": MANIFEST, "yarn.lock": lock})

    assert told(found) == [
        "pkg:npm/%40types/node@20.0.1 | ~20.0.0 | dev direct | package.json:10 yarn.lock:4",
        "pkg:npm/hosted@0.0.1 | github:owner/hosted#v1 | runtime direct | package.json:8 yarn.lock:19"
        " from github:owner/hosted#v1",
        "pkg:npm/left-pad@1.3.0 | ^1.3.0 | runtime direct | package.json:6 yarn.lock:8",
        "pkg:npm/react | >=17 | peer direct | package.json:11",
        "pkg:npm/real@2.0.0 | 2.0.0 | runtime direct | package.json:7 yarn.lock:23",
        "pkg:npm/%40scope/needed@2.0.0 | * | runtime transitive | yarn.lock:16",
        "pkg:npm/left-pad@0.1.2 | * | runtime transitive | yarn.lock:13",
    ]


def test_yarn_berry_with_workspaces() -> None:
    lock = """__metadata:
  version: 8

"left-pad@npm:^1.3.0":
  version: 1.3.0
  resolution: "left-pad@npm:1.3.0"
  dependencies:
    ms: "npm:^2.0.0"
  languageName: node

"ms@npm:^2.0.0, ms@npm:^2.1.0":
  version: 2.1.3
  resolution: "ms@npm:2.1.3"

"lib@workspace:*, lib@workspace:packages/lib":
  version: 0.0.0-use.local
  resolution: "lib@workspace:packages/lib"
"""
    found = read(
        {
            "package.json": '{"name": "r", "workspaces": ["packages/*"], "dependencies": {"left-pad": "^1.3.0", '
            '"lib": "workspace:*"}}',
            "packages/lib/package.json": '{"name": "lib", "devDependencies": {"left-pad": "^1.3.0"}}',
            "yarn.lock": lock,
        }
    )

    assert [each for each in told(found) if "lib |" not in each] == [
        "pkg:npm/left-pad@1.3.0 | ^1.3.0 | runtime direct | package.json:1 yarn.lock:4",
        "pkg:npm/left-pad@1.3.0 | ^1.3.0 | dev direct | packages/lib/package.json:1 yarn.lock:4",
        "pkg:npm/lib@0.0.0-use.local | workspace:* | runtime direct | package.json:1 from packages/lib",
        "pkg:npm/ms@2.1.3 | * | runtime transitive | yarn.lock:11",
    ]


def test_pnpm_nine_with_catalogs_aliases_and_links() -> None:
    lock = """lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      typescript:
        specifier: ^5.0.0
        version: 5.4.5

  packages/a:
    dependencies:
      b:
        specifier: workspace:*
        version: link:../b
      react:
        specifier: 'catalog:'
        version: 18.3.1
      slash5:
        specifier: npm:slash@^5.1.0
        version: slash@5.1.0

packages:

  loose-envify@1.4.0:
    resolution: {integrity: x}

  react@18.3.1:
    resolution: {integrity: x}

  slash@5.1.0:
    resolution: {integrity: x}

  typescript@5.4.5:
    resolution: {integrity: x}

snapshots:

  loose-envify@1.4.0: {}

  react@18.3.1:
    dependencies:
      loose-envify: 1.4.0
"""
    found = read(
        {
            "package.json": '{"name": "r", "devDependencies": {"typescript": "^5.0.0"}}',
            "pnpm-workspace.yaml": "packages:\n  - 'packages/*'\ncatalog:\n  react: ^18.0.0\n",
            "packages/a/package.json": (
                '{"name": "a", "dependencies": {"b": "workspace:*", "react": "catalog:", "slash5": "npm:slash@^5.1.0"}}'
            ),
            "packages/b/package.json": '{"name": "b", "version": "2.0.0"}',
            "pnpm-lock.yaml": lock,
        }
    )

    assert told(found) == [
        "pkg:npm/b | workspace:* | runtime direct | packages/a/package.json:1 from packages/b",
        "pkg:npm/react@18.3.1 | ^18.0.0 | runtime direct | packages/a/package.json:1 pnpm-lock.yaml:28",
        "pkg:npm/slash@5.1.0 | ^5.1.0 | runtime direct | packages/a/package.json:1 pnpm-lock.yaml:31",
        "pkg:npm/typescript@5.4.5 | ^5.0.0 | dev direct | package.json:1 pnpm-lock.yaml:34",
        "pkg:npm/loose-envify@1.4.0 | * | runtime transitive | pnpm-lock.yaml:25",
    ]


def test_older_pnpm() -> None:
    five = """lockfileVersion: 5.4
specifiers:
  a: ^1.0.0
dependencies:
  a: 1.2.0_react@18.0.0
packages:
  /a/1.2.0_react@18.0.0:
    dev: false
  /@s/c/2.0.0:
    dev: true
"""
    six = """lockfileVersion: '6.0'
dependencies:
  a:
    specifier: ^1.0.0
    version: 1.2.0(react@18.0.0)
packages:
  /a@1.2.0(react@18.0.0):
    dev: false
  /@s/c@2.0.0:
    dev: true
"""
    for lock, at in ((five, 7), (six, 7)):
        found = read({"package.json": '{"dependencies": {"a": "^1.0.0"}}', "pnpm-lock.yaml": lock})

        assert told(found) == [
            f"pkg:npm/a@1.2.0 | ^1.0.0 | runtime direct | package.json:1 pnpm-lock.yaml:{at}",
            f"pkg:npm/%40s/c@2.0.0 | * | dev transitive | pnpm-lock.yaml:{at + 2}",
        ]


def test_bun_writes_loose_json() -> None:
    lock = """{
  // a comment
  "lockfileVersion": 1,
  "workspaces": {
    "": { "name": "r", "dependencies": { "ms": "^2.0.0", }, },
  },
  "packages": {
    "debug": ["debug@4.3.4", "", { "dependencies": { "ms": "2.1.2" } }, "sha512-x"],
    "ms": ["ms@2.1.3", "", {}, "sha512-x=="],
    "odd": [],
  }
}
"""
    found = read({"package.json": '{"name": "r", "dependencies": {"ms": "^2.0.0"}}', "bun.lock": lock})

    assert told(found) == [
        "pkg:npm/ms@2.1.3 | ^2.0.0 | runtime direct | package.json:1 bun.lock:9",
        "pkg:npm/debug@4.3.4 | * | runtime transitive | bun.lock:8",
    ]
    assert codes(found) == ["skipped-entry bun.lock:10"]


def test_a_lock_file_that_is_older_than_the_manifest_gives_no_version() -> None:
    found = read({"package.json": '{"dependencies": {"a": "^2.0.0"}}', "yarn.lock": 'a@^1.0.0:\n  version "1.2.0"\n'})

    assert told(found) == [
        "pkg:npm/a | ^2.0.0 | runtime direct | package.json:1",
        "pkg:npm/a@1.2.0 | * | runtime transitive | yarn.lock:1",
    ]
