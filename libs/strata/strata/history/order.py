"""The one order in which the engine takes commits.

Post-order from head, first parent first: a commit comes right after all that its parents reach. So the
commits that an older head on the first-parent line reaches are the first ones, in their own order, and a
newer head only ever adds to the end. What is folded over this order can be continued from a saved state and
gives the same as from the beginning.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def ordered(parents: Mapping[str, Sequence[str]], head: str) -> list[str]:
    """The commits that `head` reaches within `parents`, parents before children."""
    order: list[str] = []
    done: set[str] = set()
    stack = [head]
    while stack:
        commit = stack[-1]
        if commit in done:
            stack.pop()
            continue
        waiting = next((each for each in parents[commit] if each in parents and each not in done), None)
        if waiting is None:
            done.add(commit)
            order.append(commit)
            stack.pop()
        else:
            stack.append(waiting)
    return order


def first_parents(parents: Sequence[Sequence[int]]) -> list[int]:
    """The first-parent line as indexes, oldest first, of commits given by their parents' indexes; head is last."""
    line = [len(parents) - 1]
    while above := parents[line[-1]]:
        line.append(above[0])
    return line[::-1]
