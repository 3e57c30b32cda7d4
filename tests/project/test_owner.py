"""Whose a file is, whether he is alive, and what the dead left half written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.project.leftovers import sweep
from editor.project.owner import machine, runs, start_of, this_program
from editor.project.temporary import owner_of, temporary_name


@pytest.fixture
def other() -> Iterator[subprocess.Popen[bytes]]:
    """Yield another process that runs."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def test_this_program_runs() -> None:
    assert runs(this_program()) is True


def test_another_that_took_its_number_is_not_it() -> None:
    assert runs(replace(this_program(), started="long ago")) is False


def test_of_another_machine_nothing_is_known() -> None:
    assert runs(replace(this_program(), host="elsewhere.example")) is None


def test_a_process_runs_until_it_is_dead(other: subprocess.Popen[bytes]) -> None:
    owner = replace(this_program(), process=other.pid, started=start_of(other.pid) or "")
    assert owner.started
    assert runs(owner) is True
    other.kill()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert runs(owner) is False, "dead, though its parent has not asked yet"
    other.wait()
    assert runs(owner) is False


def test_only_the_files_of_the_dead_are_swept(tmp_path: Path, other: subprocess.Popen[bytes]) -> None:
    living = f".resolution-editor-{machine()}-{other.pid}-0123abcd.tmp"
    other_machine = f".resolution-editor-{'0' * 8}-{2**22 + 1}-0123abcd.tmp"
    dead = f".resolution-editor-{machine()}-{2**22 + 1}-0123abcd.tmp"
    names = {living, other_machine, dead, temporary_name(), "draft.resolution", ".resolution-editor-x.tmp", ".tmp"}
    for name in names:
        (tmp_path / name).touch()
    sweep(tmp_path, tmp_path / "is not there")
    assert {path.name for path in tmp_path.iterdir()} == names - {dead}


def test_a_new_name_tells_whose_it_is() -> None:
    assert owner_of(temporary_name()) == (machine(), os.getpid())
    assert temporary_name() != temporary_name()
