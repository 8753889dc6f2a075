"""What the detector says of a commit, from its tree alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

from strata.git import Git
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import GitFiles
from strata.stack.dependencies.own import own_files
from strata.stack.exclusion import exclusion
from strata.stack.inventory import HeadFile
from strata.stack.technologies.own import speaks
from strata.stack.technologies.recognise import Use, technologies
from tests.bench.repositories import CACHE


def uses(folder: Path, commit: str) -> tuple[Use, ...]:
    """The technologies of a commit; files whose content is not in the repository's copy are left out."""
    git = Git(folder)
    files = tree(git, commit)
    told = [file for file in files if speaks(file)]
    return technologies(GitFiles(git, told), read_dependencies(GitFiles(git, own_files(files))))


def tree(git: Git, commit: str) -> list[HeadFile]:
    rows = []
    for entry in git.fields("ls-tree", "-r", "-z", "--full-tree", commit):
        described, path = entry.split(b"\t", 1)
        mode, _, sha = described.split()
        if mode in (b"100644", b"100755"):
            rows.append((path, sha.decode()))
    asked = "".join(f"{sha}\n" for _, sha in rows).encode()
    said = git.read("cat-file", "--batch-check=%(objectname) %(objectsize)", stdin=asked).decode().splitlines()
    return [_file(path, sha, told.split()[1]) for (path, sha), told in zip(rows, said, strict=True) if _there(told)]


def _there(told: str) -> bool:
    return told.split()[1].isdigit()


def _file(path: bytes, sha: str, size: str) -> HeadFile:
    why = exclusion(path.decode("utf-8", "replace"), b"", {})
    return HeadFile(path, sha, int(size), text=True, lines=0, language=None, counted=False, exclusion=why)


def fetched(repository: str, commit: str) -> Path:
    """The folder of a public repository that has a commit; it is fetched by itself where it is not there."""
    folder = CACHE / "repositories" / repository.replace("/", "+")
    if not folder.exists():
        subprocess.run(["git", "init", "--quiet", "--bare", str(folder)], check=True)
    folder = (folder / ".git" if (folder / ".git").is_dir() else folder).resolve()
    asked = ["git", f"--git-dir={folder}", "cat-file", "-e", f"{commit}^{{tree}}"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        address = f"https://github.com/{repository}"
        subprocess.run(["git", f"--git-dir={folder}", "fetch", "--quiet", "--depth=1", address, commit], check=True)
    return folder
