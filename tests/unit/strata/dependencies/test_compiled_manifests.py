from __future__ import annotations

from tests.unit.strata.dependencies.reading import codes, read, told


def test_go_modules() -> None:
    found = read(
        {
            "go.mod": (
                "module example.org/app // ours\n\ngo 1.22\n\nrequire github.com/BurntSushi/toml v1.4.0\n\nrequire (\n"
                '\tgolang.org/x/sys v0.20.0 // indirect\n\t"gopkg.in/yaml.v3" v3.0.1\n\texample.org/lib v0.0.0\n'
                "\tbroken\n)\n\n"
                "replace example.org/lib => ../lib\nreplace gopkg.in/yaml.v3 v3.0.1 => github.com/fork/yaml v3.9.9\n"
            ),
            "vendor/github.com/x/go.mod": "module x\nrequire y v1\n",
        }
    )

    assert told(found) == [
        "pkg:golang/example.org/lib@v0.0.0 | v0.0.0 | runtime direct | go.mod:10 from ../lib",
        "pkg:golang/github.com/BurntSushi/toml@v1.4.0 | v1.4.0 | runtime direct | go.mod:5",
        "pkg:golang/github.com/fork/yaml@v3.9.9 | v3.9.9 | runtime direct | go.mod:9 from replaces gopkg.in/yaml.v3",
        "pkg:golang/golang.org/x/sys@v0.20.0 | v0.20.0 | runtime transitive | go.mod:8",
    ]
    assert codes(found) == ["skipped-entry go.mod:11"]
    assert found.components[0].name == "example.org/app"


def test_cargo_workspace_with_what_its_members_inherit() -> None:
    found = read(
        {
            "Cargo.toml": (
                '[workspace]\nmembers = ["crates/*"]\n[workspace.package]\nversion = "2.0.0"\n'
                'license = "MIT OR Apache-2.0"\n'
                '[workspace.dependencies]\nserde = { version = "1.0", features = ["derive"] }\n'
                'other = { package = "real", version = "=0.3.1" }\n'
            ),
            "crates/a/Cargo.toml": (
                '[package]\nname = "a"\nversion.workspace = true\nlicense = { workspace = true }\n\n[dependencies]\n'
                'serde.workspace = true\nother = { workspace = true, optional = true }\nrand = "0.8"\n'
                "none.workspace = true\n"
                '[target."cfg(unix)".dependencies]\nlibc = "0.2"\n[build-dependencies]\ncc = "1"\n'
                '[dev-dependencies]\nb = { path = "../b" }\n'
            ),
            "Cargo.lock": (
                '[[package]]\nname = "a"\nversion = "2.0.0"\ndependencies = ["libc", "rand 0.8.5", "serde"]\n\n'
                '[[package]]\nname = "libc"\nversion = "0.2.150"\nsource = "registry+r"\n\n'
                '[[package]]\nname = "rand"\nversion = "0.7.3"\nsource = "registry+r"\n\n'
                '[[package]]\nname = "rand"\nversion = "0.8.5"\nsource = "registry+r"\ndependencies = ["rand_core"]\n\n'
                '[[package]]\nname = "rand_core"\nversion = "0.6.4"\nsource = "registry+r"\n\n'
                '[[package]]\nname = "serde"\nversion = "1.0.200"\nsource = "git+https://example.org/serde#1"\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:cargo/b | * | dev direct | crates/a/Cargo.toml:16 from ../b",
        "pkg:cargo/cc | 1 | build direct | crates/a/Cargo.toml:14",
        "pkg:cargo/libc@0.2.150 | 0.2 | runtime direct | crates/a/Cargo.toml:12 Cargo.lock:6",
        "pkg:cargo/none | * | runtime direct | crates/a/Cargo.toml:10",
        "pkg:cargo/rand@0.8.5 | 0.8 | runtime direct | crates/a/Cargo.toml:9 Cargo.lock:16",
        "pkg:cargo/real@0.3.1 | =0.3.1 | optional direct | crates/a/Cargo.toml:8",
        "pkg:cargo/serde@1.0.200 | 1.0 | runtime direct | crates/a/Cargo.toml:7 Cargo.lock:27"
        " from git+https://example.org/serde#1",
        "pkg:cargo/rand@0.7.3 | * | runtime transitive | Cargo.lock:11",
        "pkg:cargo/rand_core@0.6.4 | * | runtime transitive | Cargo.lock:22",
    ]
    assert codes(found) == ["unknown-workspace-dependency crates/a/Cargo.toml:10"]
    assert [(each.name, each.version, each.licence) for each in found.components] == [
        ("a", "2.0.0", "MIT OR Apache-2.0")
    ]


def test_swift_packages() -> None:
    found = read(
        {
            "Package.swift": (
                'let package = Package(\n    name: "App",\n    dependencies: [\n'
                '        .package(url: "https://github.com/Apple/swift-nio.git", from: "2.0.0"),\n'
                '        .package(url: "git@github.com:owner/exact.git", exact: "1.2.3"),\n'
                '        // .package(url: "https://github.com/owner/commented", from: "1.0.0"),\n'
                '        .package(path: "../Local"),\n        .package(url: address, branch: "main"),\n    ]\n)\n'
            ),
            "Package.resolved": (
                '{\n  "pins": [\n    {\n      "identity": "swift-nio",\n      "kind": "remoteSourceControl",\n'
                '      "location": "https://github.com/apple/swift-nio.git",\n'
                '      "state": { "version": "2.60.0" }\n    },\n'
                '    {\n      "location": "https://github.com/owner/deep",\n'
                '      "state": { "revision": "abc" }\n    }\n  ],\n  "version": 2\n}\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:swift/github.com/apple/swift-nio@2.60.0 | from 2.0.0 | runtime direct | Package.swift:4 "
        "Package.resolved:6",
        "pkg:swift/github.com/owner/exact@1.2.3 | exact 1.2.3 | runtime direct | Package.swift:5",
        "pkg:swift/github.com/owner/deep@abc | * | runtime transitive | Package.resolved:10",
    ]
    assert codes(found) == ["not-static Package.swift:8"]


def test_the_first_form_of_package_resolved() -> None:
    found = read(
        {
            "Package.resolved": '{"object": {"pins": [{"repositoryURL": "https://github.com/a/b.git", "state": '
            '{"version": "1.0.0"}}]}, "version": 1}'
        }
    )

    assert told(found) == ["pkg:swift/github.com/a/b@1.0.0 | * | runtime transitive | Package.resolved:1"]


def test_pods() -> None:
    found = read(
        {
            "Podfile": (
                "platform :ios, '15.0'\ntarget 'App' do\n  pod 'Alamofire', '~> 5.8'\n"
                "  pod 'Mine', :path => '../Mine'\n"
                "  target 'AppTests' do\n    pod 'Quick'\n  end\nend\npod \"#{name}\"\n"
            ),
            "Podfile.lock": (
                "PODS:\n  - Alamofire (5.8.1)\n  - Firebase/Core (10.0.0):\n    - FirebaseAnalytics (= 10.0.0)\n"
                "  - Quick (7.0.0)\n"
            ),
        }
    )

    assert told(found) == [
        "pkg:cocoapods/Alamofire@5.8.1 | ~> 5.8 | runtime direct | Podfile:3 Podfile.lock:2",
        "pkg:cocoapods/Mine | * | runtime direct | Podfile:4 from ../Mine",
        "pkg:cocoapods/Quick@7.0.0 | * | test direct | Podfile:6 Podfile.lock:5",
        "pkg:cocoapods/Firebase@10.0.0#Core | * | runtime transitive | Podfile.lock:3",
    ]
    assert codes(found) == ["not-static Podfile:9"]


def test_pub() -> None:
    found = read(
        {
            "pubspec.yaml": "name: app\ndependencies:\n  flutter:\n    sdk: flutter\n  http: ^1.1.0\n"
            "dev_dependencies:\n  mine:\n    path: ../mine\n",
            "pubspec.lock": (
                'packages:\n  async:\n    dependency: transitive\n    source: hosted\n    version: "2.11.0"\n'
                '  http:\n    dependency: "direct main"\n    source: hosted\n    version: "1.1.2"\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:pub/flutter | * | runtime direct | pubspec.yaml:3 from sdk:flutter",
        "pkg:pub/http@1.1.2 | ^1.1.0 | runtime direct | pubspec.yaml:5 pubspec.lock:6",
        "pkg:pub/mine | * | dev direct | pubspec.yaml:7 from ../mine",
        "pkg:pub/async@2.11.0 | * | runtime transitive | pubspec.lock:2",
    ]


def test_mix() -> None:
    found = read(
        {
            "mix.exs": (
                'defmodule App.MixProject do\n  @version "1.7.0"\n'
                "  def project, do: [app: :app, version: @version]\n  defp deps do\n    [\n"
                '      {:phoenix, "~> 1.7"},\n      {:credo, "== 1.7.1", only: [:dev, :test], runtime: false},\n'
                '      {:umbrella_app, in_umbrella: true},\n      {:fork, git: "https://example.org/fork.git"},\n'
                "      {:error, reason}\n    ]\n"
            ),
            "mix.lock": (
                '%{\n  "phoenix": {:hex, :phoenix, "1.7.10", "hash", [:mix], [{:plug, "~> 1.14", [hex: :plug]}], '
                '"hexpm", "x"},\n'
                '  "plug": {:hex, :plug, "1.15.2", "hash", [:mix], [], "hexpm", "x"},\n'
                '  "fork": {:git, "https://example.org/fork.git", "abcdef", []},\n  nonsense\n}\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:hex/credo@1.7.1 | == 1.7.1 | dev direct | mix.exs:7",
        "pkg:hex/fork@abcdef | * | runtime direct | mix.exs:9 mix.lock:4 from https://example.org/fork.git",
        "pkg:hex/phoenix@1.7.10 | ~> 1.7 | runtime direct | mix.exs:6 mix.lock:2",
        "pkg:hex/umbrella_app | * | runtime direct | mix.exs:8 from umbrella",
        "pkg:hex/plug@1.15.2 | * | runtime transitive | mix.lock:3",
    ]
    assert codes(found) == ["skipped-entry mix.lock:5"]
    assert (found.components[0].name, found.components[0].version) == ("app", "1.7.0")


def test_haskell() -> None:
    found = read(
        {
            "app.cabal": (
                "name: app\nversion: 0.1\nlicense: BSD-3-Clause\n\nlibrary\n  build-depends:\n"
                "      base >=4.14 && <5\n    , text\n"
                "  if os(windows)\n    build-depends: Win32\n\ntest-suite spec\n  type: exitcode-stdio-1.0\n"
                "  build-depends: app, hspec ==2.11.0\n  build-tool-depends: hspec-discover:hspec-discover\n"
            ),
            "cabal.project.freeze": "constraints: any.base ==4.18.0,\n             any.text ==2.0.2,\n"
            "             any.array ==0.5\n",
            "other/stack.yaml": "resolver: lts-21.0\nextra-deps:\n- acme-missiles-0.3@sha256:abc\n- ./local\n",
        }
    )

    assert told(found) == [
        "pkg:hackage/Win32 | * | runtime direct | app.cabal:10",
        "pkg:hackage/acme-missiles@0.3 | 0.3 | runtime direct | other/stack.yaml:3",
        "pkg:hackage/base@4.18.0 | >=4.14 && <5 | runtime direct | app.cabal:7 cabal.project.freeze:1",
        "pkg:hackage/hspec@2.11.0 | ==2.11.0 | test direct | app.cabal:14",
        "pkg:hackage/hspec-discover | * | build direct | app.cabal:15",
        "pkg:hackage/text@2.0.2 | * | runtime direct | app.cabal:8 cabal.project.freeze:2",
        "pkg:hackage/array@0.5 | * | runtime transitive | cabal.project.freeze:3",
    ]


def test_opam() -> None:
    found = read(
        {
            "app.opam": (
                'opam-version: "2.0"\nlicense: "ISC"\ndepends: [\n  "ocaml" {>= "4.08"}\n  "dune" {= "3.0.0" & build}\n'
                '  "alcotest" {with-test}\n]\ndepopts: ["lwt"]\n'
            )
        }
    )

    assert told(found) == [
        "pkg:opam/alcotest | with-test | test direct | app.opam:6",
        'pkg:opam/dune@3.0.0 | = "3.0.0" & build | build direct | app.opam:5',
        "pkg:opam/lwt | * | optional direct | app.opam:8",
        'pkg:opam/ocaml | >= "4.08" | runtime direct | app.opam:4',
    ]
    assert (found.components[0].name, found.components[0].licence) == ("app", "ISC")


def test_conan_and_vcpkg() -> None:
    found = read(
        {
            "a/conanfile.txt": "[requires]\nzlib/1.3.1 # why\nfmt/[>=10]\n[tool_requires]\ncmake/3.28.1@\n",
            "b/conanfile.py": (
                'class App(ConanFile):\n    name = "app"\n    requires = "boost/1.84.0", ("openssl/3.2.0", "private")\n'
                '    def build_requirements(self):\n        self.tool_requires("ninja/1.11.1")\n'
                '        self.test_requires(f"gtest/{v}")\n'
            ),
            "a/conan.lock": '{"version": "0.5", "requires": ["zlib/1.3.1#rev", "fmt/10.2.1#rev"]}',
            "c/vcpkg.json": (
                '{\n  "name": "app",\n  "dependencies": ["zlib", {"name": "fmt", "version>=": "10.0.0"}],\n'
                '  "overrides": [{"name": "zlib", "version": "1.2.13"}],\n'
                '  "features": {"tests": {"dependencies": ["gtest"]}}\n}\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:conan/boost@1.84.0 | 1.84.0 | runtime direct | b/conanfile.py:3",
        "pkg:conan/cmake@3.28.1 | 3.28.1 | build direct | a/conanfile.txt:5",
        "pkg:conan/fmt@10.2.1 | [>=10] | runtime direct | a/conanfile.txt:3 a/conan.lock:1",
        "pkg:conan/ninja@1.11.1 | 1.11.1 | build direct | b/conanfile.py:5",
        "pkg:conan/openssl@3.2.0 | 3.2.0 | runtime direct | b/conanfile.py:3",
        "pkg:conan/zlib@1.3.1 | 1.3.1 | runtime direct | a/conanfile.txt:2 a/conan.lock:1",
        "pkg:vcpkg/fmt | >=10.0.0 | runtime direct | c/vcpkg.json:3",
        "pkg:vcpkg/gtest | * | optional direct | c/vcpkg.json:5",
        "pkg:vcpkg/zlib@1.2.13 | * | runtime direct | c/vcpkg.json:3",
    ]
    assert codes(found) == ["not-static b/conanfile.py:6"]
