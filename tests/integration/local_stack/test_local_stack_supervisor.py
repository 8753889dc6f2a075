"""The supervisor over tiny programs: order, readiness, deaths, stops, its own sudden end."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from rich.console import Console

from local_stack import process
from local_stack.home import AlreadyRunningError, Home
from local_stack.logs import LogStream
from local_stack.process import Identity, Program
from local_stack.supervisor import Part, StartError, Supervisor


class Site:
    """A supervisor and what it wrote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = Home(folder / "home")
        self.home.root.mkdir()
        self.screen = io.StringIO()
        self.log = LogStream(self.home.logs, Console(file=self.screen, width=200))
        self.supervisor = Supervisor(self.home, self.log)

    def part(self, name: str, code: str, *, ready: str = "", grace: float = 5, start_seconds: float = 20) -> Part:
        """A Python program that is ready once it has made the file `ready` (at once without one)."""
        mark = self.folder / ready

        async def is_ready() -> bool:
            return mark.exists()

        program = Program(
            name=name,
            argv=(sys.executable, "-c", textwrap.dedent(code)),
            environment={"PYTHONUNBUFFERED": "1"},
            cwd=self.folder,
            grace=grace,
        )
        return Part(program=program, address=f"127.0.0.1:{name}", ready=is_ready, start_seconds=start_seconds)

    def pid(self, name: str) -> int:
        return int(self.home.described()[name]["pid"])


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    site = Site(tmp_path)
    yield site
    await site.supervisor.stop()
    site.log.close()


SLEEP = "import time; time.sleep(600)"


async def eventually(condition: Callable[[], bool], seconds: float = 20) -> None:
    async def holds() -> bool:
        return condition()

    await process.until(holds, seconds)


def runs(pid: int) -> bool:
    with suppress(psutil.NoSuchProcess):
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    return False


async def test_a_part_is_started_described_and_logged(site: Site) -> None:
    await site.supervisor.start(
        site.part("one", "open('up', 'w'); print('hello [bold]'); import time; time.sleep(600)", ready="up")
    )
    described = site.home.described()
    assert described["one"]["address"] == "127.0.0.1:one"
    assert runs(described["one"]["pid"])
    assert described["supervisor"]["pid"] == os.getpid()
    await eventually(lambda: "one         │ hello [bold]" in site.screen.getvalue())
    assert (site.home.logs / "one.log").read_text() == "hello [bold]\n"


async def test_a_part_that_ends_before_it_is_ready_is_told_with_its_last_lines(site: Site) -> None:
    with pytest.raises(StartError, match=r"(?s)one ended: exit code 3.*because of this"):
        await site.supervisor.start(site.part("one", "print('because of this'); exit(3)", ready="never"))
    assert set(site.home.described()) == {"supervisor"}


async def test_a_part_that_stays_unready_is_stopped(site: Site) -> None:
    with pytest.raises(StartError, match=r"one ended: not ready after 0 s"):
        await site.supervisor.start(site.part("one", SLEEP, ready="never", start_seconds=0.3))
    assert set(site.home.described()) == {"supervisor"}


async def test_a_program_of_one_run_must_succeed(site: Site) -> None:
    await site.supervisor.run(site.part("migrate", "pass").program)
    with pytest.raises(StartError, match=r"(?s)migrate ended: exit code 1.*no such table"):
        await site.supervisor.run(site.part("migrate", "exit('no such table')").program)


async def test_a_part_that_is_killed_runs_again_and_its_children_do_not(site: Site) -> None:
    code = """
        import subprocess, sys, time, pathlib
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        pathlib.Path("child").write_text(str(child.pid))
        print("last words")
        time.sleep(600)
    """
    await site.supervisor.start(site.part("one", code, ready="child"))
    await eventually(lambda: (site.folder / "child").read_text() != "")
    first, child = site.pid("one"), int((site.folder / "child").read_text())
    os.kill(first, signal.SIGKILL)
    await eventually(lambda: site.pid("one") != first and "one runs again" in site.screen.getvalue())
    assert runs(site.pid("one"))
    assert not runs(child)
    screen = site.screen.getvalue()
    assert "one ended: killed by SIGKILL; its last lines:" in screen
    assert "last words" in screen


async def test_a_part_that_keeps_dying_is_started_less_and_less_often(site: Site) -> None:
    await site.supervisor.start(site.part("one", "import time; open('up', 'w'); time.sleep(0.3); exit(1)", ready="up"))
    await eventually(lambda: "starting it again in 0.8 s" in site.screen.getvalue())
    delays = [line.split(" in ")[1] for line in site.screen.getvalue().splitlines() if "again in" in line]
    assert delays[:3] == ["0.2 s", "0.4 s", "0.8 s"]


async def test_stopping_goes_backwards_and_leaves_no_child(tmp_path: Path) -> None:
    site = Site(tmp_path)
    code = """
        import signal, subprocess, sys, time
        name = {name!r}
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
        def end(*_):
            open("stopped", "a").write(name)
            sys.exit(0)
        signal.signal(signal.SIGTERM, end)
        open(name, "w").write(str(child.pid))
        time.sleep(600)
    """
    for name in ("a", "b", "c"):
        await site.supervisor.start(site.part(name, code.format(name=name), ready=name))
    await eventually(lambda: all((tmp_path / name).read_text() for name in "abc"))
    pids = [site.pid(name) for name in "abc"] + [int((tmp_path / name).read_text()) for name in "abc"]
    await site.supervisor.stop()
    assert (tmp_path / "stopped").read_text() == "cba"
    assert not any(runs(pid) for pid in pids)
    assert not site.home.description.exists()


async def test_a_part_that_does_not_want_to_stop_is_killed_after_its_grace(tmp_path: Path) -> None:
    site = Site(tmp_path)
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); open('up', 'w'); time.sleep(600)"
    await site.supervisor.start(site.part("one", code, ready="up", grace=0.3))
    pid, began = site.pid("one"), time.monotonic()
    await site.supervisor.stop()
    assert not runs(pid)
    assert time.monotonic() - began < 5


async def test_a_restart_replaces_the_process(site: Site) -> None:
    await site.supervisor.start(site.part("one", "open('up', 'w'); import time; time.sleep(600)", ready="up"))
    first = site.pid("one")
    await site.supervisor.restart("one")
    assert not runs(first)
    assert runs(site.pid("one"))


async def test_output_of_any_form_is_kept(site: Site) -> None:
    code = "import sys; sys.stdout.write('x' * 300_000 + '\\n'); sys.stdout.buffer.write(b'\\xff\\nno line break')"
    await site.supervisor.run(site.part("one", code).program)
    lines = (site.home.logs / "one.log").read_bytes().split(b"\n")
    assert [len(lines[0]), *lines[1:]] == [300_000, b"\xff", b"no line break", b""]


SUPERVISE = """
import asyncio, io, sys
from pathlib import Path
from rich.console import Console
from local_stack.home import Home
from local_stack.logs import LogStream
from local_stack.process import Program
from local_stack.supervisor import Part, Supervisor

async def ready():
    return True

async def main():
    home = Home(Path(sys.argv[1]))
    supervisor = Supervisor(home, LogStream(home.logs, Console(file=io.StringIO())))
    child = "import subprocess, sys, time; subprocess.Popen(['sleep', '600']); open('up', 'w'); time.sleep(600)"
    program = Program(name="one", argv=(sys.executable, "-c", child), cwd=home.root)
    await supervisor.start(Part(program=program, address="", ready=ready))
    await asyncio.sleep(600)

asyncio.run(main())
"""


async def test_nothing_outlives_a_supervisor_that_is_killed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    supervisor = subprocess.Popen([sys.executable, "-c", SUPERVISE, str(tmp_path)])  # noqa: ASYNC220
    await eventually(lambda: (tmp_path / "up").exists() and "one" in home.described())
    part = psutil.Process(home.described()["one"]["pid"])
    await eventually(lambda: len(part.children()) == 1)
    family = [part.pid, *(child.pid for child in part.children())]
    supervisor.kill()
    supervisor.wait()
    await eventually(lambda: not any(runs(pid) for pid in family))


async def test_what_a_supervisor_and_its_guard_left_is_swept(tmp_path: Path) -> None:
    sleeper = subprocess.Popen(["sleep", "600"], start_new_session=True)  # noqa: ASYNC220
    identity = Identity.of(sleeper.pid)
    assert identity is not None
    home = Home(tmp_path)
    home.describe({"one": {"pid": identity.pid, "created": identity.created}})
    assert await asyncio.to_thread(process.sweep, home.leftovers()) == [sleeper.pid]
    assert sleeper.wait() == -signal.SIGTERM


def test_a_process_that_took_over_an_old_id_is_left_alone(tmp_path: Path) -> None:
    sleeper = subprocess.Popen(["sleep", "600"], start_new_session=True)
    home = Home(tmp_path)
    home.describe({"one": {"pid": sleeper.pid, "created": time.time() - 3600}})
    assert process.sweep(home.leftovers()) == []
    assert sleeper.poll() is None
    sleeper.kill()
    sleeper.wait()


def test_a_home_has_one_supervisor(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert not home.is_locked()
    with home.locked():
        assert home.is_locked()
        with pytest.raises(AlreadyRunningError), home.locked():
            pass
    assert not home.is_locked()


def test_the_description_is_json_with_an_address_and_a_pid(tmp_path: Path) -> None:
    home = Home(tmp_path)
    assert home.described() == {}
    home.describe({"gateway": {"address": "http://127.0.0.1:8080", "pid": 1, "created": 0.0}})
    assert json.loads((tmp_path / "stack.json").read_text())["gateway"]["address"] == "http://127.0.0.1:8080"
