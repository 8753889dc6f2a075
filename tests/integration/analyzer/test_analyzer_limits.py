"""What a stage cannot do any more, tried by a program in its place; and every limit, met."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from analyzer.messages import Assignment, Failed, Limits
from analyzer.sandbox import Sandbox
from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, history
from tests.integration.analyzer.jobs_peer import JobsPeer
from tests.integration.analyzer.zoo.raw import Bare

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="isolation by the kernel is Linux's")

GIB = 1 << 30
ROOMY = {"memory": GIB, "file": GIB, "cpu_seconds": 60, "open_files": 256, "processes": 500}
SECRET = "s3cret-of-the-warden"
STAGE = """
    import ctypes, json, os, socket, sys, time  # before the rights to read them are gone
    from analyzer import failures, kernel, syscalls, warden
    if "nobody" in sys.argv and os.getuid() == 0:
        os.setgroups([]); os.setgid(65534); os.setuid(65534)
    kernel.no_new_privileges()
    kernel.be_private()
    readable, writable = os.pipe()
    if os.fork() == 0:
        kernel.be_private(private=False)
        if "container" in sys.argv:
            syscalls.refuse(network=False)  # as runtimes do by default: no namespace for those without rights
        held = warden._give_up("analyzer.compute", json.loads(sys.argv[1]))
        sys.argv[1:] = [json.dumps(held), sys.argv[2]]
        exec(sys.argv[2])
        os._exit(0)
    os._exit(os.waitstatus_to_exitcode(os.wait()[1]) % 256)
"""


def in_a_stage(probe: str, *how: str, folder: Path | None = None, **limits: int) -> dict[str, object]:
    """Run a probe as the warden runs the second stage, in its folder; what it printed as JSON."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(STAGE), json.dumps(ROOMY | limits), textwrap.dedent(probe), *how],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": os.environ["PATH"], "PASSWORD": SECRET},
        timeout=60,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def held() -> list[str]:
    """What a stage is held to."""
    found = in_a_stage("import json, sys; print(json.dumps({'held': json.loads(sys.argv[1])}), flush=True)")["held"]
    assert isinstance(found, list)
    return found


NETWORK = """
    import json, socket, sys
    tried = {}
    for name, family in (("v4", socket.AF_INET), ("v6", socket.AF_INET6), ("unix", socket.AF_UNIX), ("netlink", 16)):
        try:
            socket.socket(family).close()
            tried[name] = "opened"
        except OSError as error:
            tried[name] = error.strerror
    try:
        socket.socket().connect(("127.0.0.1", int(PORT)))
        tried["loopback"] = "connected"
    except OSError as error:
        tried["loopback"] = error.strerror
    print(json.dumps({"held": json.loads(sys.argv[1]), **tried}), flush=True)
"""


@pytest.mark.parametrize("how", [(), ("nobody",), ("container",), ("container", "nobody")], ids=" ".join)
def test_no_socket_can_be_had(git_server: GitPeer, how: tuple[str, ...]) -> None:
    found = in_a_stage(NETWORK.replace("PORT", str(git_server.port)), *how)

    held = found.pop("held")
    assert set(found.values()) == {"Operation not permitted"}
    assert "no sockets" in held
    if "container" in how:
        assert "network namespace" not in held  # and still there is no network
    assert git_server.asked == []


NEIGHBOURS = """
    import ctypes, json, os
    parent = os.getppid()
    libc = ctypes.CDLL(None, use_errno=True)
    tried = {}
    for name in ("environ", "mem", "maps", "fd/0", "cwd", "root", "auxv"):
        path = f"/proc/{parent}/{name}"
        try:
            if name in ("fd/0", "cwd", "root"):
                os.readlink(path)
            else:
                with open(path, "rb") as file:
                    file.read(1)
            tried[name] = "read"
        except PermissionError:
            tried[name] = "refused"
    tried["ptrace"] = "refused" if libc.ptrace(16, parent, 0, 0) == -1 else "attached"
    class Part(ctypes.Structure):
        _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
    here = ctypes.create_string_buffer(8)
    mine, theirs = Part(ctypes.addressof(here), 8), Part(id(None), 8)
    done = libc.process_vm_readv(parent, ctypes.byref(mine), 1, ctypes.byref(theirs), 1, 0)
    tried["vm"] = "refused" if done == -1 else "read"
    text = " ".join([*os.environ.values(), open(f"/proc/{parent}/cmdline").read()])
    print(json.dumps({**tried, "text": text}), flush=True)
"""


@pytest.mark.parametrize("how", [(), ("nobody",), ("container", "nobody")], ids=" ".join)
def test_neither_environment_nor_memory_of_the_parent_can_be_read(how: tuple[str, ...]) -> None:
    # what is given to the probe here is what a warden's environment has not: only its parent's counts
    found = in_a_stage(NEIGHBOURS.replace("os.environ.values()", "()"), *how)

    assert SECRET not in str(found.pop("text"))
    assert found == dict.fromkeys(found, "refused")


def test_a_stage_has_no_rights_left() -> None:
    probe = """
        import json
        status = dict(line.split(":\\t", 1) for line in open("/proc/self/status").read().splitlines() if ":\\t" in line)
        names = ("CapEff", "CapPrm", "CapInh", "NoNewPrivs", "Seccomp")
        print(json.dumps({name: status[name] for name in names}), flush=True)
    """

    found = in_a_stage(probe)

    assert {found[name] for name in ("CapEff", "CapPrm", "CapInh")} == {"0" * 16}
    assert (found["NoNewPrivs"], found["Seccomp"]) == ("1", "2")


WRITES = """
    import json, os, subprocess
    from pathlib import Path

    def tried(change):
        try:
            change()
            return "done"
        except OSError as error:
            return error.strerror

    def inside():
        subprocess.run(["git", "init", "--quiet", "--bare", "a.git"], check=True, stderr=open(os.devnull, "w"))
        os.mkdir("b"); Path("c").write_text("c"); os.rename("c", "b/c"); os.truncate("b/c", 0)
        os.unlink("b/c"); os.rmdir("b")

    outside = {
        "write": lambda: Path("../kept").write_text("x"),
        "append": lambda: open("../kept", "a"),
        "truncate": lambda: os.truncate("../kept", 0),
        "remove": lambda: os.unlink("../kept"),
        "create": lambda: Path("../new").write_text("x"),
        "folder": lambda: os.mkdir("../folder"),
        "link": lambda: os.link("../kept", "stolen"),
        "move": lambda: os.rename("../kept", "stolen"),
        "pipe": lambda: os.mkfifo("../pipe"),
    }
    print(json.dumps({"inside": tried(inside), **{name: tried(each) for name, each in outside.items()}}), flush=True)
"""


def test_a_stage_changes_nothing_outside_of_its_folder(tmp_path: Path) -> None:
    """Not even where its user may: the folders of other attempts, and mirrors."""
    if "own folder only" not in held():
        pytest.skip("this kernel has no Landlock")
    own = tmp_path / "attempt"
    own.mkdir()
    (tmp_path / "kept").write_text("kept")

    found = in_a_stage(WRITES, folder=own)

    assert found.pop("inside") == "done"
    assert set(found.values()) <= {"Permission denied", "Invalid cross-device link"}
    assert (tmp_path / "kept").read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["attempt", "kept"]


def test_processes_are_bounded_by_the_kernel() -> None:
    probe = """
        import json, os, time
        from analyzer import kernel
        made = 0
        try:
            while made < 200:
                if os.fork() == 0:
                    kernel.die_with_parent(9)
                    time.sleep(20)
                    os._exit(0)
                made += 1
        except OSError as error:
            print(json.dumps({"made": made, "why": error.strerror}), flush=True)
    """

    found = in_a_stage(probe, "nobody", processes=20)

    assert found["why"] == "Resource temporarily unavailable"
    assert 0 < int(str(found["made"])) <= 40


# ---------------------------------------------------------------- met on the way


def assignment(git_server: GitPeer, name: str, **limits: int) -> Assignment:
    return Assignment(
        url=git_server.url(name),
        ref="",
        credential=None,
        allowed_origins=(git_server.origin,),
        engine_workers=1,
        ignore_revs=False,
        limits=Limits(**ROOMY | limits),
    )


async def ended(directory: Path, work: Assignment) -> tuple[int, list[str]]:
    """The exit code of the stages, and the codes of the failures that they told."""
    directory.mkdir()
    async with Sandbox(directory, work) as sandbox:
        messages: AsyncIterator[object] = sandbox.messages()
        told = [each.code async for each in messages if isinstance(each, Failed)]
        return await sandbox.exit_code(), told


def tiny(commits: int) -> bytes:
    """A fast-import stream of many small commits."""
    out = bytearray()
    for n in range(1, commits + 1):
        person = b"P <p@example.org> %d +0000" % (1_700_000_000 + n)
        out += b"commit refs/heads/main\nmark :%d\nauthor %s\ncommitter %s\ndata 1\nx\n" % (n, person, person)
        out += b"from :%d\n" % (n - 1) if n > 1 else b""
        out += b"M 100644 inline f%d\ndata 4\n%03d\n\n" % (n % 50, n % 1000)
    return bytes(out) + b"done\n"


async def test_processor_time(git_server: GitPeer, tmp_path: Path) -> None:
    git_server.add("busy.git", tiny(60_000))

    code, told = await ended(tmp_path / "a", assignment(git_server, "busy.git", cpu_seconds=1))

    # git's end is told by the stage, its own by nobody but the signal
    assert told == ["analysis_timeout"] or (told, code) == ([], 128 + signal.SIGXCPU)


def test_open_files() -> None:
    probe = """
        from analyzer.failures import limit_met
        held = []
        try:
            while len(held) < 100:
                held.append(os.pipe())
        except OSError as error:
            print(json.dumps({"held": len(held), "code": limit_met(error).code}), flush=True)
    """

    found = in_a_stage(probe, open_files=32)

    assert found["code"] == "too_many_open_files"
    assert 0 < int(str(found["held"])) < 16


async def test_the_size_of_a_file(git_server: GitPeer, tmp_path: Path) -> None:
    git_server.add("large.git", history(40, text="{n}" + "".join(f"{n * n * 7919:x}" for n in range(9000)) + "\n"))

    _, told = await ended(tmp_path / "a", assignment(git_server, "large.git", file=20_000))

    assert told == ["repository_too_large"]


async def test_memory(git_server: GitPeer, tmp_path: Path) -> None:
    bare = Bare(git_server.root / "lines.git")
    bare.main(bare.commit(bare.files(a__txt=b"\n" * 50_000_000)))

    code, told = await ended(tmp_path / "a", assignment(git_server, "lines.git", memory=150 << 20))

    # the engine's native core aborts where there is none
    assert told == ["out_of_memory"] or (told, code) == ([], 128 + signal.SIGABRT)


async def test_wall_time_disk_and_processes(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("held.git", history(3))
    git_server.hold("held.git")
    analyzer.start(WALL_SECONDS="2", CLONE_SECONDS="1000")
    slow = await jobs.ended(await jobs.request(git_server.url("held.git")))
    analyzer.stop()
    analyzer.start(MAX_PROCESSES="4")
    many = await jobs.ended(await jobs.request(git_server.url("held.git")))

    assert (slow.code, slow.retryable) == ("analysis_timeout", False)
    assert (many.code, many.retryable) == ("too_many_processes", False)
    await jobs.until(lambda: not analyzer.attempts(), 5)
    assert analyzer.at_work() == []


async def test_one_that_is_busy_and_gets_nowhere(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    """It uses the processor all the time; that alone is no progress."""
    git_server.add("busy.git", tiny(60_000))
    analyzer.start(SILENCE_SECONDS="0.2")

    stuck = await jobs.ended(await jobs.request(git_server.url("busy.git")))

    assert (stuck.code, stuck.retryable) == ("worker_stalled", True)
