"""Two hands on one file: a hidden file beside it names who has it open, where and since when.

It is a word to people, not what keeps texts safe: that is the stamp, which is compared before every write. Where a
folder takes no new file there is no lock, and no saving there either.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from editor.project.disk import CREATE, DISK, Disk
from editor.project.document import GENERATOR
from editor.project.owner import Owner, runs, this_program

_SIZE = 4096
_WRITING = 10.0
"""Seconds after which a lock that says nothing is no longer one that is just being written."""


class Lock(Struct, frozen=True):
    """Who has a file open: the person's name, the program, and since when (seconds since 1970, UTC)."""

    person: str
    owner: Owner
    program: str = GENERATOR
    at: float = 0.0


class Taken(Struct, frozen=True):
    """A file that is ours now; `stale` is the lock of a dead program that stood there before, `path` that of ours.

    `path` is None where the folder takes no lock.
    """

    path: Path | None
    stale: Lock | None = None


def lock_path(path: Path) -> Path:
    """Return where the lock of the file `path` lies; links to one file share it."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def take(path: Path, person: str, *, over: bool = False, disk: Disk = DISK) -> Taken | Lock:
    """Lock the file `path` for `person`, and return the lock of another who has it open, if there is one.

    The lock of a program that is dead on this machine is taken over; `over` takes over any, as the user says so.
    """
    lock = lock_path(path)
    mine = Lock(person, this_program(), at=time.time())
    with suppress(OSError):
        if _create(lock, mine, disk):
            return Taken(lock)
        other = _read(lock, disk)
        if other is not None and other.owner == mine.owner:
            return Taken(lock)
        if other is not None and not over and runs(other.owner) is not False:
            return other
        if other is None and not over and time.time() - disk.stat(lock).st_mtime < _WRITING:
            return Lock("", Owner())
        disk.remove(lock)  # two who do this in the same moment may both have it: the stamp still tells them apart
        if _create(lock, mine, disk):
            return Taken(lock, other)
        return _read(lock, disk) or Lock("", Owner())
    return Taken(None)


def give(path: Path, disk: Disk = DISK) -> None:
    """Unlock the file `path`, if the lock is this program's."""
    lock = lock_path(path)
    with suppress(OSError):
        found = _read(lock, disk)
        if found is not None and found.owner == this_program():
            disk.remove(lock)


def _create(lock: Path, mine: Lock, disk: Disk) -> bool:
    """Write the lock, and return whether there was none."""
    try:
        handle = disk.open(lock, CREATE)
    except FileExistsError:
        return False
    try:
        disk.write(handle, memoryview(msgspec.json.encode(mine)))
    finally:
        disk.close(handle)
    return True


def _read(lock: Path, disk: Disk) -> Lock | None:
    """Return what the lock says, None if it says nothing."""
    try:
        return msgspec.json.decode(disk.contents(lock, _SIZE), type=Lock)
    except (msgspec.MsgspecError, ValueError):
        return None
