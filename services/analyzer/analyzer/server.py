"""What a Git server says that it has, before anything is fetched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import git
from git.exc import CommandError, GitError

from analyzer.messages import Credential
from analyzer.source import Source
from analyzer.tags import digest_of
from analyzer.transport import environment

_REDIRECTED = re.compile(r"returned error: 3\d\d")


@dataclass(frozen=True, slots=True)
class Server:
    """What answered at `url`.

    `refs`: full name to object id, `NAME^{}` for what an annotated tag is put on. `head`: the default branch's full
    name; empty if the server names none.
    """

    url: str
    refs: Mapping[str, str]
    head: str

    def name(self, ref: str) -> str:
        """The full name of what is asked for, in git's own order (gitrevisions); empty if it is not there by name."""
        names = [form.format(ref or "HEAD") for form in ("{}", "refs/{}", "refs/tags/{}", "refs/heads/{}")]
        return next((name for name in names if name in self.refs), "")

    def commit(self, ref: str) -> str:
        """The commit that is asked for; empty if it is not there by name."""
        name = self.name(ref)
        return self.refs.get(f"{name}^{{}}", self.refs.get(name, ""))

    @property
    def tags(self) -> Mapping[str, str]:
        """Full name to object id."""
        return {
            name: sha for name, sha in self.refs.items() if name.startswith("refs/tags/") and not name.endswith("^{}")
        }

    @property
    def tags_digest(self) -> str:
        return digest_of(self.tags.items())


def ask(source: Source, credential: Credential | None) -> Server | None:
    """What the server says; None where it does not: fetching will say what is wrong."""
    # GitLab and others answer the address that a browser shows with a redirect to the one with .git
    for url in dict.fromkeys([source.url, source.url.rstrip("/").removesuffix(".git") + ".git"]):
        try:
            said = git.cmd.Git().ls_remote("--symref", "--", url, env=dict(environment(source, credential)))
        except (GitError, CommandError) as error:
            if not _REDIRECTED.search(str(getattr(error, "stderr", ""))):
                return None
        else:
            return _server(url, str(said))
    return None


def _server(url: str, said: str) -> Server:
    refs: dict[str, str] = {}
    head = ""
    for line in said.splitlines():
        what, _, name = line.partition("\t")
        if what.startswith("ref: refs/heads/") and name == "HEAD":
            head = what.removeprefix("ref: ")
        elif name:
            refs[name] = what
    return Server(url, refs, head)
