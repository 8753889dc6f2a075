"""First stage of an attempt: checks the source and makes a bare clone. `python -m analyzer.acquire`.

The only stage with a network and a credential. Git is told by environment alone: where it may connect, that it
may follow no redirect, read no configuration of this machine, run no hook, ask nobody, and the credential.

Where an earlier analysis left a state, only what is new since then is fetched, if that will do. Else, where there is a
mirror, only what the mirror lacks.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import git
from git.exc import CommandError, GitError
from pydantic import TypeAdapter

from analyzer import failures
from analyzer.clone import bytes_of, clone, is_reached
from analyzer.complaints import scrub
from analyzer.failures import AttemptFailed, limit_met
from analyzer.increment import Increment, Insufficient
from analyzer.messages import (
    REPOSITORY,
    STATE,
    TOLD,
    Assignment,
    Failed,
    Fetched,
    Known,
    Progressed,
    Reporter,
    Unchanged,
)
from analyzer.server import Server, ask
from analyzer.source import Source, check_ref, check_source
from kit.addresses import Origin

# what a mirror may be to blame for
_DOUBTFUL = (failures.CLONE_FAILED, failures.CORRUPT_REPOSITORY, failures.ENGINE_ERROR)


def main() -> None:
    """Read the assignment from standard input and clone into the working directory."""
    reporter = Reporter(int(sys.argv[1]))
    assignment = TypeAdapter(Assignment).validate_json(sys.stdin.buffer.read())
    try:
        check_ref(assignment.ref)
        allowed = {Origin.parse(origin) for origin in assignment.allowed_origins}
        source = check_source(assignment.url, allowed)
        acquire(assignment, source, Path.cwd(), reporter)
    except AttemptFailed as failed:
        failure = failed.failure
    except Exception as error:
        met = limit_met(error)
        if met is None:
            raise
        failure = met
    else:
        return
    reporter.tell(Failed(code=failure.code, message=failure.message, retryable=failure.retryable))
    sys.exit(TOLD)


def acquire(assignment: Assignment, source: Source, directory: Path, reporter: Reporter) -> None:
    """Have in `directory` what the analysis needs, or tell that nothing has changed and end. Raises AttemptFailed."""
    target, credential = directory / REPOSITORY, assignment.credential
    state = None if assignment.whole else assignment.state
    if assignment.known or state:
        server = ask(source, credential)
        if server and assignment.known and is_unchanged(server, assignment.ref, assignment.known):
            reporter.tell(Unchanged())
            sys.exit(TOLD)
        if server and state:
            reporter.tell(Progressed(phase="clone", done=0, total=0, rate=0))
            try:
                Increment(source, credential, target, server).fetch(assignment.ref, state, directory / STATE)
            except Insufficient as why:
                sys.stderr.write(f"everything is fetched: {scrub(str(why), credential)}\n")
                shutil.rmtree(target, ignore_errors=True)
            else:
                reporter.tell(Fetched(how="increment", bytes=bytes_of(target)))
                return
    reporter.tell(_whole(assignment, source, target, reporter.tell))
    if assignment.checkpoint:
        pin(target, assignment.ref, assignment.checkpoint)


def _whole(assignment: Assignment, source: Source, target: Path, report: Callable[[Progressed], None]) -> Fetched:
    """Clone everything, but for what a mirror has if that will do."""
    damaged = False
    if assignment.mirror:
        try:
            clone(source, target, assignment.credential, report, mirror=assignment.mirror)
            if is_reached(target, assignment.ref):
                return Fetched(how="mirror", bytes=bytes_of(target))
        except AttemptFailed as failed:
            if failed.failure not in _DOUBTFUL:
                raise
            damaged = True  # if the server does better alone
        shutil.rmtree(target, ignore_errors=True)
    clone(source, target, assignment.credential, report)
    return Fetched(how="whole", bytes=bytes_of(target), mirror_damaged=damaged)


def is_unchanged(server: Server, ref: str, known: Known) -> bool:
    """Whether the server names the commit and the tags of the known report."""
    return server.commit(ref) == known.commit and server.tags_digest == known.tags_digest


def pin(repository: Path, ref: str, commit: str) -> None:
    """Have the branch in question be at the commit whose analysis was begun, if it was there: what came meanwhile is
    analysed another time."""
    bare = git.cmd.Git(repository)
    with suppress(GitError, CommandError):
        name = str(bare.rev_parse("--symbolic-full-name", "--verify", "--quiet", ref or "HEAD"))
        if name.startswith("refs/heads/"):
            bare.merge_base("--is-ancestor", commit, name)
            bare.update_ref(name, commit)


if __name__ == "__main__":
    main()
