"""Ports: kept from one start to the next, and no two processes get the same one."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from local_stack import ports
from local_stack.ports import assigned

# waits at the barrier, chooses as a stack does, says what it got and keeps it until it is told to end
CHOOSING = """
import sys
from pathlib import Path
from local_stack import ports
ports._hold = getattr(ports, sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
wanted = {"gateway": int(sys.argv[3]), **{f"part-{number}": None for number in range(200)}}
with ports.assigned(Path(sys.argv[2]), wanted) as got:
    print(*got.values(), flush=True)
    sys.stdin.readline()
"""


def test_ports_are_kept_while_they_are_free(tmp_path: Path) -> None:
    remembered = tmp_path / "ports.json"
    with assigned(remembered, {"a": None, "b": None}) as first:
        assert len(set(first.values())) == 2
        assert all(1024 < port < 32768 for port in first.values())
    with assigned(remembered, {"a": None, "b": None}) as again:
        assert again == first
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first["a"]))
        taken.listen()
        with assigned(remembered, {"a": None, "b": None}) as second:
            assert second["a"] != first["a"]
            assert second["b"] == first["b"]
    assert json.loads(remembered.read_text()) == second


def test_a_wanted_port_is_taken_if_nobody_listens_on_it_or_holds_it(tmp_path: Path) -> None:
    with assigned(tmp_path / "before.json", {"gateway": None}) as before:
        wanted = before["gateway"]
    with assigned(tmp_path / "ports.json", {"gateway": wanted}) as got:
        assert got == {"gateway": wanted}
        with assigned(tmp_path / "other.json", {"gateway": wanted}) as other:
            assert other != got
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", wanted))
        taken.listen()
        with assigned(tmp_path / "third.json", {"gateway": wanted}) as third:
            assert third != got


@pytest.mark.parametrize("way", ["hold_by_file", *(["hold_by_name"] if sys.platform == "linux" else [])])
def test_stacks_that_start_at_once_get_no_port_twice(tmp_path: Path, way: str) -> None:
    with assigned(tmp_path / "ports.json", {"gateway": None}) as got:
        everybodys = got["gateway"]
    # given stacks that all remember the same ports, and are killed before them one that held these
    remembered = tmp_path / "0.json"
    killed = choosing(way, remembered, everybodys)
    (first,) = chosen([killed])
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    for number in range(1, 6):
        (tmp_path / f"{number}.json").write_text(remembered.read_text())

    # when they choose at once
    stacks = [choosing(way, tmp_path / f"{number}.json", everybodys) for number in range(6)]
    got_by = chosen(stacks)
    for stack in stacks:
        stack.communicate("end\n")

    # then none has what another has, and what the killed one had is somebody's again
    assert sum(map(len, got_by)) == len(set().union(*got_by)) == 6 * 201
    assert set(first) <= set().union(*got_by)


def choosing(way: str, remembered: Path, wanted: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", CHOOSING, way, str(remembered), str(wanted)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def chosen(stacks: list[subprocess.Popen[str]]) -> list[list[int]]:
    for stack in stacks:
        assert stack.stdout is not None
        assert stack.stdout.readline() == "ready\n"
    for stack in stacks:
        assert stack.stdin is not None
        stack.stdin.write("go\n")
        stack.stdin.flush()
    return [[int(port) for port in stack.stdout.readline().split()] for stack in stacks if stack.stdout is not None]


def test_a_port_for_good_is_given_once() -> None:
    mine = {ports.free_port() for _ in range(50)}
    asking = "import sys; from local_stack import ports; print(*(ports._one(int(p)) is None for p in sys.argv[1:]))"
    asked = subprocess.run([sys.executable, "-c", asking, *map(str, mine)], capture_output=True, text=True, check=True)
    assert len(mine) == 50
    assert set(asked.stdout.split()) == {"True"}
