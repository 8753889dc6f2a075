"""One analysis from beginning to end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from strata.errors import NoTextFiles
from strata.facts import Facts, Stage
from strata.git import Git, git_version
from strata.history.commits import read_commits
from strata.history.revisions import read_revisions
from strata.metrics.registry import SECTIONS, compute_section, section_stage
from strata.moment import moment
from strata.options import Options
from strata.ownership.trace import trace_files
from strata.progress import Progress
from strata.report import CommitInfo, EngineInfo, Report, RepositoryInfo
from strata.repository import Repository
from strata.stack.inventory import read_inventory
from strata.version import ENGINE_VERSION, SCHEMA_VERSION

DEFAULTS = Options()


def analyze(
    repository: Repository,
    *,
    rev: str = "HEAD",
    options: Options = DEFAULTS,
    on_section: Callable[[str, dict[str, Any]], None] = lambda _name, _section: None,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Report:
    """Analyses the history that `rev` reaches.

    Each section goes to `on_section` once, as soon as it is ready, cheap ones first. `on_progress` and
    `on_section` are called in the caller's thread. `cancelled` is asked several times a second; when it
    says yes, git is stopped and Cancelled raised.

    Raises EmptyRepository, UnknownRevision, NoTextFiles, CorruptRepository, Cancelled.
    """
    head = repository.resolve(rev)
    with repository.isolated(cancelled, {"mailmap.blob": f"{head}:.mailmap"}) as git:
        return _analyze(
            repository, git, head=head, rev=rev, options=options, on_section=on_section, on_progress=on_progress
        )


def _analyze(
    repository: Repository,
    git: Git,
    *,
    head: str,
    rev: str,
    options: Options,
    on_section: Callable[[str, dict[str, Any]], None],
    on_progress: Callable[[Progress], None],
) -> Report:
    sections: dict[str, dict[str, Any]] = {}

    def reached(stage: Stage, facts: Facts) -> None:
        for name in SECTIONS:
            if section_stage(name) == stage:
                git.check()
                sections[name] = compute_section(name, facts)
                on_section(name, sections[name])

    commits, people = read_commits(git, head, on_progress)
    facts = Facts(
        name=options.name or repository.name,
        rev=rev,
        branch=repository.branch(),
        options=options,
        commits=commits,
        people=people.people,
    )
    reached(Stage.COMMITS, facts)
    files = read_inventory(git, head, on_progress)
    if not any(file.text for file in files):
        raise NoTextFiles("The commit has no text files, so there is nothing to analyse.")
    facts = replace(facts, files=files)
    reached(Stage.FILES, facts)
    facts = replace(facts, revisions=read_revisions(git, head, commits, on_progress))
    reached(Stage.CHANGES, facts)
    shas = [commit.sha for commit in commits]
    lines = trace_files(git, head, files, shas, workers=options.workers, report=on_progress)
    facts = replace(facts, lines=lines)
    reached(Stage.LINES, facts)
    report = Report(
        schema_version=SCHEMA_VERSION,
        repository=RepositoryInfo(name=facts.name, branch=facts.branch),
        commit=CommitInfo(rev=rev, sha=head, time=moment(facts.head.time)),
        engine=EngineInfo(version=ENGINE_VERSION, git=git_version(), options=options),
        sections={name: sections[name] for name in SECTIONS},
    )
    report._lines = lines  # noqa: SLF001 - the artifact beside the document
    return report
