"""One analysis from beginning to end."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from strata.errors import CorruptRepository, NoTextFiles, ShallowRepository
from strata.facts import Facts, Stage
from strata.git import Git, git_version
from strata.history.commits import Log, people_of, read_log
from strata.history.revisions import revisions
from strata.known import UnusableState
from strata.licences.claims import Declared
from strata.metrics.registry import SECTIONS, compute_section, section_model, section_stage
from strata.moment import moment, quarter, seconds
from strata.options import Options
from strata.ownership.ignored import Ignored, reassigned
from strata.ownership.lines import Lines
from strata.ownership.trace import Checkpoints, Pass, same_leaving
from strata.people.directory import find, of_kinds
from strata.people.mailmap import own_mailmap
from strata.progress import Progress
from strata.report import CommitInfo, EngineInfo, Mode, Report, RepositoryInfo
from strata.repository import SHALLOW, Repository
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import GitFiles
from strata.stack.dependencies.model import Dependencies
from strata.stack.dependencies.own import own_files, own_paths
from strata.stack.dependencies.remembered import Key, Memory, Remembered, pack_manifests, unpack_manifests
from strata.stack.exclusion import Leaving
from strata.stack.inventory import read_inventory, unpack_files
from strata.stack.linguist import linguist
from strata.stack.technologies.own import speaks
from strata.stack.technologies.recognise import technologies
from strata.stack.technologies.rules import rules
from strata.state import State, joined, load, parted, save, unpack_log
from strata.tags import Ref, pack_refs, read_refs, tags_of, unpack_refs
from strata.version import ENGINE_VERSION, SCHEMA_VERSION
from strata.vulnerabilities.model import Advisories

DEFAULTS = Options()


def analyze(
    repository: Repository,
    *,
    rev: str = "HEAD",
    options: Options = DEFAULTS,
    state: Path | None = None,
    on_section: Callable[[str, dict[str, Any]], None] = lambda _name, _section: None,
    on_progress: Callable[[Progress], None] = lambda _progress: None,
    on_checkpoint: Callable[[str], None] = lambda _head: None,
    checkpoint_wanted: Callable[[], bool] = lambda: False,
    checkpoint_seconds: float | None = None,
    on_state: Callable[[str], None] = lambda _head: None,
    cancelled: Callable[[], bool] = lambda: False,
    advisories: Advisories | None = None,
) -> Report:
    """Analyses the history that `rev` reaches.

    Each section goes to `on_section` once, as soon as it is ready, cheap ones first. `on_progress` and
    `on_section` are called in the caller's thread. `cancelled` is asked several times a second; when it
    says yes, git is stopped and Cancelled raised.

    With `state`, a file that need not exist yet, the work that an earlier analysis of an ancestor left there is
    used, and what the next one needs is left there. An analysis that is killed leaves a checkpoint beside it
    and the next one goes on from that. The report is the same as without, but for `engine.mode` and
    `engine.reason`. `on_state` is told the commit once that file is complete, which is before the report is; nothing
    changes it then. `on_checkpoint` is told of each checkpoint by the commit that is analysed; there is one every
    `checkpoint_seconds`, and soon after `checkpoint_wanted` says so.

    With `advisories` the section `stack` says which vulnerabilities they know of, and which edition of them was asked:
    the report is then a function of that, too. States know nothing of them.

    A shallow or partial clone will do if all that is missing lies behind the state: every commit whose parents are
    missing is one that the state knows.

    Raises EmptyRepository, UnknownRevision, UnknownPerson, NoTextFiles, ShallowRepository, PartialRepository,
    CorruptRepository, Cancelled; OSError if the state cannot be written.
    """
    head = repository.resolve(rev, options.at)
    place = _checkpoint(state) if state else None
    checkpoints = Checkpoints(place, checkpoint_wanted, on_checkpoint, checkpoint_seconds)
    try:
        with rare_collections(), repository.isolated(cancelled, own_mailmap(repository.git(), head)) as git:
            return _analyze(
                repository,
                git,
                head=head,
                rev=rev,
                options=options,
                state=state,
                on_section=on_section,
                on_progress=on_progress,
                checkpoints=checkpoints,
                on_state=on_state,
                advisories=advisories,
            )
    except CorruptRepository as error:
        raise repository.incomplete(error) or error from error


def prepare() -> None:
    """Loads what every analysis needs and nothing has asked for yet, for who has to wait before it can begin."""
    for section in SECTIONS:
        section_model(section)
    linguist()
    rules()


@contextmanager
def rare_collections() -> Iterator[None]:
    """Lets Python look for reference cycles seldom: a plan is a million objects without one."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], 5_000_000), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _analyze(
    repository: Repository,
    git: Git,
    *,
    head: str,
    rev: str,
    options: Options,
    state: Path | None,
    on_section: Callable[[str, dict[str, Any]], None],
    on_progress: Callable[[Progress], None],
    checkpoints: Checkpoints,
    on_state: Callable[[str], None],
    advisories: Advisories | None,
) -> Report:
    sections: dict[str, dict[str, Any]] = {}

    def reached(stage: Stage, facts: Facts) -> None:
        for name in SECTIONS:
            if section_stage(name) == stage:
                git.check()
                sections[name] = compute_section(name, facts)
                on_section(name, sections[name])

    leaving = Leaving(options.exclude)
    since, begun, reason = _find_state(git, head, state, leaving)
    if not since and (refusal := repository.incomplete()):
        raise refusal
    known = since or begun
    log = _log(repository, git, head, known, on_progress)
    commits, directory, _ = people_of(git, log, options.mailmap)
    people = of_kinds(directory.people, options.kinds)
    refs = read_refs(repository.git(), _refs(known))
    facts = Facts(
        name=options.name or repository.name,
        rev=rev,
        branch=repository.branch(),
        options=options,
        commits=commits,
        people=people,
        tags=tags_of(refs, commits),
        since=None if options.since is None else seconds(options.since),
        without=frozenset(find(people, wanted) for wanted in options.without),
        advisories=advisories,
    )
    reached(Stage.COMMITS, facts)
    files = read_inventory(git, head, on_progress, unpack_files(known.columns["files"]) if known else (), leaving)
    if not any(file.text for file in files):
        raise NoTextFiles("The commit has no text files, so there is nothing to analyse.")
    memory = Memory(_manifests(known))
    dependencies = read_dependencies(GitFiles(git, own_files(files)), memory)
    facts = replace(
        facts,
        files=files,
        dependencies=dependencies,
        declared=_declared(dependencies),
        technologies=technologies(GitFiles(git, [file for file in files if speaks(file)]), dependencies),
    )
    reached(Stage.FILES, facts)

    def history(since: State | None, begun: State | None) -> Pass:
        return Pass(
            git,
            log,
            files,
            report=on_progress,
            workers=options.workers,
            memory=options.memory << 20,
            checkpoints=Checkpoints() if since else checkpoints,
            leaving=leaving,
            since=since,
            begun=begun,
        )

    try:
        trace = history(since, begun).run()
    except UnusableState as unusable:
        if refusal := repository.incomplete():
            raise refusal from unusable
        since, begun, reason = None, None, str(unusable)
        trace = history(None, None).run()
    # compressing it leaves the other processor to the sections
    with ThreadPoolExecutor(1) as beside:
        leaving_state = beside.submit(_leave, state, trace.state, refs, memory) if state else None
        table = trace.revisions.table()
        past = trace.manifests.past(own_paths(files, leaving))
        facts = replace(facts, changes=table, revisions=revisions(table, commits), dependency_past=past)
        reached(Stage.CHANGES, facts)
    if leaving_state:
        leaving_state.result()
        on_state(head)
    quarters = np.array([quarter(commit.time) for commit in commits], dtype=np.int32)
    lines, ignored = _owners(git, head, trace.lines, options, on_progress)
    facts = replace(
        facts,
        lines=lines,
        ignored=ignored,
        survival=trace.survival.survival(quarters, facts.author_of, len(people)),
        deaths=trace.deaths.deaths(),
        names=trace.names.past(),
    )
    reached(Stage.LINES, facts)
    mode: Mode = "incremental" if since else "resumed" if begun else "full"
    report = Report(
        schema_version=SCHEMA_VERSION,
        repository=RepositoryInfo(name=facts.name, branch=facts.branch),
        commit=CommitInfo(rev=rev, sha=head, time=moment(facts.head.time)),
        engine=EngineInfo(version=ENGINE_VERSION, git=git_version(), options=options, mode=mode, reason=reason),
        sections={name: sections[name] for name in SECTIONS},
    )
    report._facts = facts  # noqa: SLF001 - what is kept beside the document
    return report


def _leave(path: Path, state: State, refs: Sequence[Ref], memory: Memory) -> None:
    """Writes what the next analysis goes on from. Raises OSError."""
    parsed = np.frombuffer(pack_manifests(memory.kept), dtype=np.uint8)
    # whoever asks a state for its history reads it from the beginning: tags come first and what is large last
    save(path, replace(state, columns={"tags": joined(pack_refs(refs)), **state.columns, "parsed": parsed}))
    _checkpoint(path).unlink(missing_ok=True)


def _owners(
    git: Git, head: str, lines: Lines, options: Options, report: Callable[[Progress], None]
) -> tuple[Lines, Ignored | None]:
    """The lines as they are to be told."""
    if not options.ignore_revs:
        return lines, None
    return reassigned(git, head, lines, seconds=options.ignore_revs_seconds, workers=options.workers, report=report)


def _log(
    repository: Repository, git: Git, head: str, known: State | None, on_progress: Callable[[Progress], None]
) -> Log:
    """The log of `head`, of which a state may know the beginning. Raises ShallowRepository."""
    old = unpack_log(known.part("log")) if known else Log()
    cut = repository.cut()
    if cut and cut - set(old.shas):
        raise ShallowRepository(SHALLOW)
    return read_log(git, head, on_progress, old, cut)


def _declared(found: Dependencies) -> list[Declared]:
    """The licences that manifests name."""
    return [Declared(each.folder, each.manifest, None, each.licence) for each in found.components if each.licence]


def _refs(known: State | None) -> list[Ref]:
    """The tags that a state knows; states of before they were kept know none."""
    column = known.columns.get("tags") if known else None
    return [] if column is None else unpack_refs(parted(column))


def _manifests(known: State | None) -> dict[Key, Remembered]:
    """What a state knows of manifests; a checkpoint knows nothing."""
    column = known.columns.get("parsed") if known else None
    return {} if column is None else unpack_manifests(column.tobytes())


def _checkpoint(state: Path) -> Path:
    return state.with_name(state.name + ".part")


def _find_state(
    git: Git, head: str, file: Path | None, leaving: Leaving
) -> tuple[State | None, State | None, str | None]:
    """The finished state to start from or the checkpoint to go on from, or why there is neither."""
    if file is None:
        return None, None, None
    reason = None
    for path in (_checkpoint(file), file):
        try:
            found = load(path)
            if not same_leaving(found, leaving):
                reason = "other files were left out"
            elif found.kind == "checkpoint":
                if found.head == head:
                    return None, found, None
            elif (reason := _gap(git, found.head, head)) is None:
                return found, None, None
        except FileNotFoundError:
            continue
        except UnusableState as unusable:
            reason = str(unusable)
    return None, None, reason or "there was no state yet"


def _gap(git: Git, old: str, head: str) -> str | None:
    """Why a state of `old` says nothing of `head`."""
    try:
        new = git.read("rev-list", "--first-parent", "--parents", f"^{old}", head).splitlines()
    except CorruptRepository:
        return "the commit of the state is no longer there"
    # of the oldest new commit all parents are named, and the first is the one that counts
    first_parent = new[-1].split()[1:2] if new else [head.encode()]
    if first_parent == [old.encode()]:
        return None
    return "the commit of the state is not on the first-parent line: another branch, or history was rewritten"
