"""Directories of attempts: private, locked while their analyzer lives, swept when it does not."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from analyzer.failures import AttemptFailed
from analyzer.left import read_section
from analyzer.workspace import Workspace


def test_attempts_are_private_and_gone_with_the_workspace(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "work")
    workspace.open()
    first, second = workspace.attempt(), workspace.attempt()

    assert first != second
    assert stat.S_IMODE(first.stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "work").stat().st_mode) == 0o700
    workspace.close()
    assert list((tmp_path / "work").glob("analyzer-*")) == []


def test_only_what_nobody_holds_is_swept(tmp_path: Path) -> None:
    living = Workspace(tmp_path)
    living.open()
    attempt = living.attempt()
    dead = tmp_path / "analyzer-1-dead" / "attempt-x"
    dead.mkdir(parents=True)
    (dead / "pack").write_text("x")
    unrelated = tmp_path / "other"
    unrelated.mkdir()

    starting = Workspace(tmp_path)

    assert starting.open() == 1
    assert not dead.exists()
    assert attempt.exists()
    assert unrelated.exists()
    starting.close()
    living.close()


def test_a_section_is_read_from_a_plain_file_only(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(b"{}")
    (tmp_path / "link.json").symlink_to("/etc/hostname")
    os.mkfifo(tmp_path / "pipe.json")

    assert read_section(tmp_path / "good.json", 2) == b"{}"
    for name in ("link.json", "missing.json", "pipe.json"):
        with pytest.raises(AttemptFailed):
            read_section(tmp_path / name, 100)
    with pytest.raises(AttemptFailed) as caught:
        read_section(tmp_path / "good.json", 1)
    assert caught.value.failure.code == "report_too_large"
