"""Second stage of an attempt: the engine on the clone. `python -m analyzer.compute`.

Has no credential, and no network where the kernel allows taking it away.
"""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from analyzer import failures
from analyzer.failures import Failure, limit_met
from analyzer.messages import (
    HEAD,
    REPOSITORY,
    SECTIONS,
    STATE,
    TOLD,
    Assignment,
    Completed,
    Failed,
    Kept,
    NeedsWhole,
    Progressed,
    Reporter,
    SectionReady,
)
from analyzer.tags import digest_of
from strata import errors
from strata.analysis import analyze, prepare
from strata.options import Options
from strata.progress import Progress
from strata.repository import Repository, open_repository
from strata.vulnerabilities.osv import OsvFolder

_FAILURES: dict[type[errors.StrataError], Failure] = {
    errors.EmptyRepository: failures.REPOSITORY_EMPTY,
    errors.NoTextFiles: failures.NO_TEXT_FILES,
    errors.TooManyFiles: failures.TOO_MANY_FILES,
    errors.ShallowRepository: failures.REPOSITORY_SHALLOW,
    errors.PartialRepository: failures.REPOSITORY_SHALLOW,
    errors.CorruptRepository: failures.CORRUPT_REPOSITORY,
    errors.NotARepository: failures.CORRUPT_REPOSITORY,
    errors.Cancelled: failures.CANCELLED,
}
_MISSING = (errors.ShallowRepository, errors.PartialRepository)


def main() -> None:
    """Read the assignment from standard input and analyse the clone in the working directory."""
    reporter = Reporter(int(sys.argv[1]))
    prepare()  # the stage before may take its time
    assignment = TypeAdapter(Assignment).validate_json(sys.stdin.buffer.read())
    try:
        run(assignment, Path.cwd(), reporter)
    except Exception as error:
        if not (isinstance(error, errors.StrataError) or limit_met(error)):
            raise
        sys.stderr.write(f"the engine refuses: {type(error).__name__}: {error}\n")
        if assignment.state and not assignment.whole and isinstance(error, _MISSING):
            reporter.tell(NeedsWhole(reason=type(error).__name__))
            sys.exit(TOLD)
        failure = failure_of(error, assignment.ref)
        reporter.tell(Failed(code=failure.code, message=failure.message, retryable=failure.retryable))
        sys.exit(TOLD)


def run(assignment: Assignment, directory: Path, reporter: Reporter) -> None:
    """Analyse, leaving each section as a file and telling of it."""
    folder = directory / SECTIONS
    folder.mkdir()

    def keep(name: str, section: dict[str, Any]) -> None:
        (folder / f"{name}.json").write_bytes(encode(section))
        reporter.tell(SectionReady(section=name))

    def progressed(progress: Progress) -> None:
        reporter.tell(
            Progressed(
                phase=progress.phase,
                done=progress.done,
                total=progress.total,
                rate=progress.rate,
                eta_seconds=progress.eta_seconds,
            )
        )

    asked = _Asked()
    repository = open_repository(directory / REPOSITORY, shallow=assignment.state is not None and not assignment.whole)

    def kept(commit: str, *, checkpoint: bool) -> None:
        made = int(repository.git().read("show", "-s", "--format=%ct", commit))
        reporter.tell(Kept(commit=commit, committed_at=max(made, 0), checkpoint=checkpoint))

    report = analyze(
        repository,
        rev=assignment.ref or "HEAD",
        options=Options(
            name=name_of(assignment.url),
            ignore_revs=assignment.ignore_revs,
            exclude=assignment.exclude,
            mailmap=assignment.mailmap,
            kinds=assignment.kinds,
            workers=assignment.engine_workers,
        ),
        state=directory / STATE if assignment.keep_state else None,
        advisories=OsvFolder(Path(assignment.advisories)) if assignment.advisories else None,
        on_section=keep,
        on_progress=progressed,
        on_checkpoint=lambda commit: kept(commit, checkpoint=True),
        on_state=lambda commit: kept(commit, checkpoint=False),
        checkpoint_wanted=asked,
        checkpoint_seconds=assignment.checkpoint_seconds,
    )
    head = report.model_dump(mode="json", exclude={"sections"})
    if report.engine.mode == "full":
        head["engine"]["reason"] = assignment.no_state or report.engine.reason
    (folder / f"{HEAD}.json").write_bytes(encode(head))
    reporter.tell(
        Completed(
            commit=report.commit.sha,
            engine_version=report.engine.version,
            schema_version=str(report.schema_version),
            sections=tuple(report.sections),
            tags_digest=tags_digest(repository),
        )
    )


class _Asked:
    """Whether the warden has asked for a checkpoint since this was called last."""

    def __init__(self) -> None:
        self._asked = False
        signal.signal(signal.SIGUSR1, self._ask)

    def _ask(self, *_: object) -> None:
        self._asked = True

    def __call__(self) -> bool:
        asked, self._asked = self._asked, False
        return asked


def tags_digest(repository: Repository) -> str:
    """Of the tags that the clone has, as the server names them."""
    said = repository.git().read("for-each-ref", "--format=%(objectname) %(refname)", "refs/tags")
    rows = [line.split(" ", 1) for line in said.decode("utf-8", "surrogateescape").splitlines()]
    return digest_of((name, sha) for sha, name in rows)


def name_of(url: str) -> str:
    """What the repository is called: the last part of its address."""
    return url.rstrip("/").rpartition("/")[2].removesuffix(".git")


def encode(section: dict[str, Any]) -> bytes:
    """A section's bytes, or the head's: the same for the same content, whoever computed it."""
    return json.dumps(section, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode()


def failure_of(error: Exception, ref: str) -> Failure:
    """What the engine's refusal means to the person who asked."""
    if met := limit_met(error):
        return met
    if isinstance(error, errors.GitKilled):
        return failures.of_signal(error.signal)
    if isinstance(error, errors.UnknownRevision):
        return failures.ref_not_found(ref or "HEAD")
    return next((failure for kind, failure in _FAILURES.items() if isinstance(error, kind)), failures.ENGINE_ERROR)


if __name__ == "__main__":
    main()
