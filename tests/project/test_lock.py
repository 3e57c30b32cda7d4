"""One file in two hands: who came first is named, the dead hold nothing, and a lock never stops the work."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from editor.project.lock import Lock, Taken, give, lock_path, take
from editor.project.owner import start_of, this_program
from tests.project.disks import FailingDisk, failure


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "draft.resolution"
    found.write_text("{}")
    return found


def lay(path: Path, **owner: object) -> Lock:
    """Lay down the lock of another program."""
    lock = Lock("Petra Novák", replace(this_program(), **owner), at=7.0)
    lock_path(path).write_bytes(msgspec.json.encode(lock))
    return lock


def test_the_first_has_it_and_may_ask_again(path: Path) -> None:
    assert take(path, "Jo") == Taken(lock_path(path))
    assert take(path, "Jo") == Taken(lock_path(path))
    give(path)
    assert not lock_path(path).exists()


def test_another_living_program_is_named(path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        lock = lay(path, process=other.pid, started=start_of(other.pid))
        assert take(path, "Jo") == lock
        give(path)
        assert lock_path(path).exists(), "another's lock is not ours to give"
        other.kill()
        other.wait()
        assert take(path, "Jo") == Taken(lock_path(path), lock), "taken over, and it is said from whom"
    give(path)
    assert not lock_path(path).exists()


def test_another_machine_is_believed_until_the_user_says_otherwise(path: Path) -> None:
    lock = lay(path, host="TABLE-2")
    assert take(path, "Jo") == lock
    assert take(path, "Jo", over=True) == Taken(lock_path(path), lock)
    assert take(path, "Jo") == Taken(lock_path(path))


@pytest.mark.parametrize("data", [b"", b"{", b"\xff" * 9000])
def test_a_lock_that_says_nothing_holds_only_while_it_may_be_in_writing(path: Path, data: bytes) -> None:
    lock_path(path).write_bytes(data)
    assert isinstance(take(path, "Jo"), Lock)
    os.utime(lock_path(path), (1, 1))
    assert take(path, "Jo") == Taken(lock_path(path), None)


def test_a_link_shares_the_lock_of_its_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.resolution"
    link.symlink_to(path)
    assert lock_path(link) == lock_path(path)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC])
def test_where_no_lock_can_be_the_work_goes_on(path: Path, number: int) -> None:
    assert take(path, "Jo", disk=FailingDisk({"create": [failure(number)]})) == Taken(None)
