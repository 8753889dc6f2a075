from __future__ import annotations

from tests.unit.strata.dependencies.reading import codes, read, told

PARENT = """<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <groupId>org.example</groupId>
  <artifactId>parent</artifactId>
  <version>1.0</version>
  <packaging>pom</packaging>
  <properties><guava.version>33.0-jre</guava.version><junit>${junit.major}.1</junit><junit.major>5</junit.major></properties>
  <modules><module>app</module></modules>
  <dependencyManagement><dependencies>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId><version>${guava.version}</version></dependency>
    <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId><version>${junit}</version><scope>test</scope></dependency>
    <dependency><groupId>org.example</groupId><artifactId>bom</artifactId><version>${project.version}</version><type>pom</type><scope>import</scope></dependency>
  </dependencies></dependencyManagement>
</project>
"""
BOM = """<project><groupId>org.example</groupId><artifactId>bom</artifactId><version>1.0</version>
  <properties><slf4j>2.0.9</slf4j></properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId><version>${slf4j}</version></dependency>
  </dependencies></dependencyManagement></project>
"""
APP = """<project>
  <parent><groupId>org.example</groupId><artifactId>parent</artifactId><version>1.0</version></parent>
  <artifactId>app</artifactId>
  <licenses><license><name>MIT</name></license></licenses>
  <dependencies>
    <dependency><groupId>com.google.guava</groupId><artifactId>guava</artifactId></dependency>
    <dependency><groupId>org.junit</groupId><artifactId>junit</artifactId></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-api</artifactId></dependency>
    <dependency><groupId>${project.groupId}</groupId><artifactId>other</artifactId><version>[1,2)</version><optional>true</optional></dependency>
    <dependency><groupId>a</groupId><artifactId>b</artifactId><version>${nowhere}</version></dependency>
  </dependencies>
  <build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><version>3.3.0</version></plugin></plugins></build>
</project>
"""


def test_maven_with_properties_parent_and_bom() -> None:
    found = read({"pom.xml": PARENT, "bom/pom.xml": BOM, "app/pom.xml": APP})

    assert [each for each in told(found) if "app/pom.xml" in each] == [
        "pkg:maven/a/b | ${nowhere} | runtime direct | app/pom.xml:10",
        "pkg:maven/com.google.guava/guava@33.0-jre | 33.0-jre | runtime direct | app/pom.xml:6",
        "pkg:maven/org.apache.maven.plugins/maven-jar-plugin@3.3.0 | 3.3.0 | build direct | app/pom.xml:12",
        "pkg:maven/org.example/other | [1,2) | optional direct | app/pom.xml:9",
        "pkg:maven/org.example/parent@1.0 | 1.0 | build direct | app/pom.xml:2",
        "pkg:maven/org.junit/junit@5.1 | 5.1 | test direct | app/pom.xml:7",
        "pkg:maven/org.slf4j/slf4j-api@2.0.9 | 2.0.9 | runtime direct | app/pom.xml:8",
    ]
    assert codes(found) == ["unresolved-expression app/pom.xml:10"]
    assert [(each.name, each.version, each.licence) for each in found.components] == [
        ("org.example:parent", "1.0", None),
        ("org.example:app", "1.0", "MIT"),
        ("org.example:bom", "1.0", None),
    ]


def test_parents_in_a_circle_end() -> None:
    one = (
        "<project><parent><groupId>g</groupId><artifactId>b</artifactId><version>1</version>"
        "<relativePath>../b</relativePath></parent><artifactId>a</artifactId></project>"
    )
    other = one.replace(">b<", ">x<").replace(">a<", ">b<").replace(">x<", ">a<").replace("../b", "../a")

    found = read({"a/pom.xml": one, "b/pom.xml": other})

    assert [each.name for each in found.components] == ["g:a", "g:b"]


def test_gradle_in_groovy() -> None:
    build = """plugins {
    id 'java'
    id 'org.springframework.boot' version '3.2.0'
}
ext { guavaVersion = '33.0' }
def slf4j = "2.0.9"
dependencies {
    implementation "com.google.guava:guava:$guavaVersion"
    implementation group: 'org.slf4j', name: 'slf4j-api', version: slf4j
    testImplementation('org.junit.jupiter:junit-jupiter:5.10.0') { exclude group: 'x' }
    runtimeOnly 'org.postgresql:postgresql'
    implementation project(':other')
    implementation platform('org.example:bom:1.+')
    // implementation 'com.example:commented:1'
    compileOnly "a:b:${unknown}"
    implementation makeIt()
}
"""
    lock = (
        "# header\norg.postgresql:postgresql:42.7.1=runtimeClasspath\norg.deep:deep:1.0=testRuntimeClasspath\n"
        "empty=annotationProcessor\n"
    )
    found = read({"build.gradle": build, "gradle.lockfile": lock})

    assert told(found) == [
        "pkg:maven/a/b | ${unknown} | build direct | build.gradle:15",
        "pkg:maven/com.google.guava/guava@33.0 | 33.0 | runtime direct | build.gradle:8",
        "pkg:maven/org.example/bom | 1.+ | runtime direct | build.gradle:13",
        "pkg:maven/org.junit.jupiter/junit-jupiter@5.10.0 | 5.10.0 | test direct | build.gradle:10",
        "pkg:maven/org.postgresql/postgresql@42.7.1 | * | runtime direct | build.gradle:11 gradle.lockfile:2",
        "pkg:maven/org.slf4j/slf4j-api@2.0.9 | 2.0.9 | runtime direct | build.gradle:9",
        "pkg:maven/org.springframework.boot/org.springframework.boot.gradle.plugin@3.2.0 | 3.2.0 | build direct "
        "| build.gradle:3",
        "pkg:maven/org.deep/deep@1.0 | * | test transitive | gradle.lockfile:3",
    ]
    assert codes(found) == ["unresolved-expression build.gradle:15", "not-static build.gradle:16"]


def test_gradle_in_kotlin_with_a_catalog() -> None:
    catalog = """[versions]
kotlin = "2.0.0"
rich = { strictly = "[1.7, 1.8[", prefer = "1.7.25" }
[libraries]
okhttp-core = { module = "com.squareup.okhttp3:okhttp", version = "4.12.0" }
slf4j = { group = "org.slf4j", name = "slf4j-api", version.ref = "rich" }
plain = "a:b:1.0"
unused = "never:used:1"
[bundles]
logging = ["slf4j", "plain"]
[plugins]
kotlin-jvm = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }
"""
    build = """plugins {
    alias(libs.plugins.kotlin.jvm)
    kotlin("kapt") version "1.9.0"
}
dependencies {
    implementation(libs.okhttp.core)
    api(platform(libs.plain))
    testImplementation(libs.bundles.logging)
    "custom"("x:y:1")
    implementation(projects.core)
    implementation(libs.nowhere)
    implementation("c:d") { version { strictly("1.2") } }
}
"""
    found = read({"gradle/libs.versions.toml": catalog, "app/build.gradle.kts": build})

    assert told(found) == [
        "pkg:maven/a/b@1.0 | 1.0 | runtime direct | app/build.gradle.kts:7 gradle/libs.versions.toml:7",
        "pkg:maven/a/b@1.0 | 1.0 | test direct | app/build.gradle.kts:8 gradle/libs.versions.toml:7",
        "pkg:maven/c/d@1.2 | 1.2 | runtime direct | app/build.gradle.kts:12",
        "pkg:maven/com.squareup.okhttp3/okhttp@4.12.0 | 4.12.0 | runtime direct"
        " | app/build.gradle.kts:6 gradle/libs.versions.toml:5",
        "pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin@2.0.0 | 2.0.0 | build direct"
        " | app/build.gradle.kts:2 gradle/libs.versions.toml:12",
        "pkg:maven/org.jetbrains.kotlin.kapt/org.jetbrains.kotlin.kapt.gradle.plugin@1.9.0 | 1.9.0 | build direct"
        " | app/build.gradle.kts:3",
        "pkg:maven/org.slf4j/slf4j-api | [1.7, 1.8[ | test direct | app/build.gradle.kts:8 gradle/libs.versions.toml:6",
    ]
    assert codes(found) == ["unknown-catalog app/build.gradle.kts:11"]


def test_bundler() -> None:
    found = read(
        {
            "Gemfile": (
                'source "https://example.org"\ngem "rails", "~> 7.1", ">= 7.1.2"\ngem "mine", path: "../mine"\n'
                "group :development, :test do\n  gem 'rspec', require: false\nend\n"
                "gem 'puma', '6.4.0', group: :production\n"
                'gem "tail", git: "https://example.org/tail.git", tag: "v1.0"\ngemspec\n'
            ),
            "app.gemspec": (
                'Gem::Specification.new do |s|\n  s.name = "app"\n  s.version = App::VERSION\n  s.license = "MIT"\n'
                '  s.add_dependency "rack", ">= 2"\n  s.add_development_dependency("rake")\nend\n'
            ),
            "Gemfile.lock": (
                "GIT\n  remote: https://example.org/tail.git\n  revision: abc\n  specs:\n    tail (1.0)\n\n"
                "PATH\n  remote: .\n  specs:\n    app (0.1)\n      rack (>= 2)\n\n"
                "GEM\n  remote: https://example.org/\n  specs:\n    nokogiri (1.16.0-x86_64-linux)\n"
                "    nokogiri (1.16.0-arm64-darwin)\n"
                "    rails (7.1.3)\n      nokogiri (>= 1)\n    rack (3.0.8)\n    rake (13.1.0)\n"
                "    rspec (3.12.0)\n      diff-lcs\n"
                "    diff-lcs (1.5.0)\n\nPLATFORMS\n  ruby\n\nDEPENDENCIES\n  rails (~> 7.1)\n"
            ),
        }
    )

    assert told(found) == [
        "pkg:gem/mine | * | runtime direct | Gemfile:3 from ../mine",
        "pkg:gem/puma@6.4.0 | 6.4.0 | runtime direct | Gemfile:7",
        "pkg:gem/rack@3.0.8 | >= 2 | runtime direct | app.gemspec:5 Gemfile.lock:20",
        "pkg:gem/rails@7.1.3 | ~> 7.1, >= 7.1.2 | runtime direct | Gemfile:2 Gemfile.lock:18",
        "pkg:gem/rake@13.1.0 | * | dev direct | app.gemspec:6 Gemfile.lock:21",
        "pkg:gem/rspec@3.12.0 | * | test direct | Gemfile:5 Gemfile.lock:22",
        "pkg:gem/tail@1.0 | * | runtime direct | Gemfile:8 Gemfile.lock:5 from https://example.org/tail.git",
        "pkg:gem/diff-lcs@1.5.0 | * | test transitive | Gemfile.lock:24",
        "pkg:gem/nokogiri@1.16.0 | * | runtime transitive | Gemfile.lock:16",
    ]
    assert [(each.name, each.version, each.licence) for each in found.components] == [("app", None, "MIT")]


def test_composer() -> None:
    found = read(
        {
            "composer.json": (
                '{\n  "name": "acme/app",\n  "license": ["MIT", "GPL-2.0-only"],\n  "require": {\n'
                '    "php": ">=8.1",\n    "ext-json": "*",\n'
                '    "Monolog/Monolog": "^3.0"\n  },\n  "require-dev": {"phpunit/phpunit": "10.5.1"}\n}\n'
            ),
            "composer.lock": (
                '{\n  "packages": [\n    {\n      "name": "monolog/monolog",\n      "version": "v3.5.0",\n'
                '      "require": {"psr/log": "^3"}\n    },\n'
                '    {"name": "psr/log", "version": "dev-main"}\n  ],\n'
                '  "packages-dev": [{"name": "phpunit/phpunit", "version": "10.5.1"}, 7]\n}\n'
            ),
        }
    )

    assert told(found) == [
        "pkg:composer/monolog/monolog@v3.5.0 | ^3.0 | runtime direct | composer.json:7 composer.lock:4",
        "pkg:composer/phpunit/phpunit@10.5.1 | 10.5.1 | dev direct | composer.json:9 composer.lock:10",
        "pkg:composer/psr/log@dev-main | * | runtime transitive | composer.lock:8",
    ]
    assert codes(found) == ["skipped-entry composer.lock:None"]
    assert found.components[0].licence == "MIT OR GPL-2.0-only"


def test_nuget_with_central_versions_and_lock() -> None:
    found = read(
        {
            "Directory.Packages.props": (
                "<Project><PropertyGroup><Xunit>2.6.1</Xunit></PropertyGroup><ItemGroup>\n"
                '<PackageVersion Include="Serilog" Version="3.1.1" />\n'
                '<PackageVersion Include="xunit" Version="$(Xunit)" />\n</ItemGroup></Project>'
            ),
            "src/App/App.csproj": (
                '\ufeff<Project Sdk="Microsoft.NET.Sdk">\n'
                "<PropertyGroup><Version>1.0</Version><PackageLicenseExpression>MIT</PackageLicenseExpression></PropertyGroup>\n"
                '<ItemGroup>\n<PackageReference Include="serilog" />\n'
                '<PackageReference Include="Newtonsoft.Json" Version="[13.0.1,14)" />\n'
                "<PackageReference "
                'Include="MinVer"><Version>4.3.0</Version><PrivateAssets>all</PrivateAssets></PackageReference>\n'
                "</ItemGroup></Project>"
            ),
            "src/App/packages.lock.json": (
                '{\n  "version": 1,\n  "dependencies": {\n    "net8.0": {\n'
                '      "Newtonsoft.Json": {"type": "Direct", "resolved": "13.0.3"},\n'
                '      "Deep": {"type": "Transitive", "resolved": "1.0.0"},\n      "other": {"type": "Project"}\n'
                "    }\n  }\n}\n"
            ),
            "tests/App.Tests/App.Tests.csproj": '<Project><ItemGroup>\n<PackageReference Include="xunit" />\n'
            '<PackageReference Include="x" Version="$(Nowhere)" '
            "/></ItemGroup></Project>",
            "old/packages.config": '<packages>\n<package id="jQuery" version="3.7.1" '
            'developmentDependency="true" />\n</packages>',
        }
    )

    assert told(found) == [
        "pkg:nuget/MinVer@4.3.0 | 4.3.0 | build direct | src/App/App.csproj:6",
        "pkg:nuget/Newtonsoft.Json@13.0.3 | [13.0.1,14) | runtime direct | src/App/App.csproj:5 "
        "src/App/packages.lock.json:5",
        "pkg:nuget/jQuery@3.7.1 | 3.7.1 | dev direct | old/packages.config:2",
        "pkg:nuget/serilog@3.1.1 | 3.1.1 | runtime direct | src/App/App.csproj:4",
        "pkg:nuget/x | $(Nowhere) | test direct | tests/App.Tests/App.Tests.csproj:3",
        "pkg:nuget/xunit@2.6.1 | 2.6.1 | test direct | tests/App.Tests/App.Tests.csproj:2",
        "pkg:nuget/Deep@1.0.0 | * | runtime transitive | src/App/packages.lock.json:6",
    ]
    assert codes(found) == ["unresolved-expression tests/App.Tests/App.Tests.csproj:3"]


def test_paket() -> None:
    found = read(
        {
            "paket.dependencies": "source https://example.org\nnuget FSharp.Core >= 6.0\ngroup Test\n"
            "  nuget Expecto 10.1.0\n",
            "paket.lock": "NUGET\n  remote: https://example.org\n    FSharp.Core (8.0.100)\n"
            "    Expecto (10.1.0)\n      Mono.Cecil (>= 0.11)\n    Mono.Cecil (0.11.5)\n",
        }
    )

    assert told(found) == [
        "pkg:nuget/Expecto@10.1.0 | 10.1.0 | test direct | paket.dependencies:4 paket.lock:4",
        "pkg:nuget/FSharp.Core@8.0.100 | >= 6.0 | runtime direct | paket.dependencies:2 paket.lock:3",
        "pkg:nuget/Mono.Cecil@0.11.5 | * | test transitive | paket.lock:6",
    ]
