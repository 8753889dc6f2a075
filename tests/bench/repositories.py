"""The public repositories that the benches run on, as bare clones kept out of the work tree."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

CACHE = Path(".local/bench")
VARIED = (  # small and large, linear and merge-heavy, old and young; all that `equality` compares by itself
    "encode/httpx",
    "BurntSushi/ripgrep",
    "nvm-sh/nvm",
    "vuejs/vue",
    "junegunn/fzf",
    "sinatra/sinatra",
    "pallets/flask",
    "expressjs/express",
    "psf/requests",
    "jquery/jquery",
    "lua/lua",
    "pypa/pip",
    "golang/tools",
    "tmux/tmux",
    "redis/redis",
)
# Nothing but the repository's own content decides.
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
}


def git(folder: Path, *arguments: str | bytes, stdin: bytes | None = None) -> bytes:
    """Plain git under its own defaults."""
    command = ["git", f"--git-dir={folder}", *arguments]
    return subprocess.run(command, env=ENVIRONMENT, input=stdin, stdout=subprocess.PIPE, check=True).stdout


@dataclass(frozen=True, slots=True)
class Subject:
    """A repository at one commit."""

    name: str
    folder: Path
    head: str

    def count(self, *arguments: str) -> int:
        return int(git(self.folder, "rev-list", "--count", *arguments, self.head))


def subject(given: str) -> Subject:
    """The repository `given` as a folder, or as owner/name on GitHub: then cloned once."""
    folder = Path(given)
    name = given
    if re.fullmatch(r"[\w.-]+/[\w.-]+", given) and not folder.is_dir():
        folder = CACHE / "repositories" / given.replace("/", "+")
        if not folder.exists():
            address = f"https://github.com/{given}"
            subprocess.run(["git", "clone", "--quiet", "--bare", address, str(folder)], check=True)
    else:
        name = folder.resolve().name
    git_folder = folder / ".git" if (folder / ".git").is_dir() else folder
    resolved = git_folder.resolve()
    return Subject(name, resolved, git(resolved, "rev-parse", "--verify", "HEAD^{commit}").decode().strip())
