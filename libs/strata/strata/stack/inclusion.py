"""Which paths of the past count, by what head says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from strata.git import Git
from strata.stack.attributes import read_attributes
from strata.stack.exclusion import NOTHING, Leaving, exclusion
from strata.stack.inventory import HeadFile


class Inclusion:
    """Says whether the lines that a path has or had count, and remembers what it was asked.

    A path that is a file at head counts if that file is not excluded. Any other is judged by its name, head's
    `.gitattributes` and what is left out on request.
    """

    def __init__(
        self,
        git: Git,
        head: str,
        files: Sequence[HeadFile],
        paths: Iterable[bytes],
        *,
        judged: Mapping[bytes, bool] | None = None,
        leaving: Leaving = NOTHING,
    ) -> None:
        """`paths` are all that may be asked about; `judged` were by their names and on the same terms before."""
        self._known = {**(judged or {}), **{file.path: file.exclusion is None for file in files}}
        others = [path for path in dict.fromkeys(paths) if path not in self._known]
        stated = read_attributes(git, head, [*self._known, *others]) if others else {}
        for path in others:
            switches = {name: value not in ("unset", "false") for name, value in stated.get(path, {}).items()}
            self._known[path] = exclusion(path.decode("utf-8", "replace"), b"", switches, leaving) is None
        self.asked: dict[bytes, bool] = {}

    def __call__(self, path: bytes) -> bool:
        answer = self.asked.get(path)
        if answer is None:
            answer = self.asked[path] = self._known[path]
        return answer

    def agrees(self, asked: dict[bytes, bool]) -> bool:
        """Whether an earlier head said the same of all that it was asked; what it was is taken over."""
        if any(self._known[path] != answer for path, answer in asked.items()):
            return False
        self.asked |= asked
        return True
