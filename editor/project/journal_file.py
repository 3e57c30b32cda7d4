"""The journal of one session on a disk: begun whole, then a line at a time, each down to the disk before it counts.

It lies in the program's own folder of states and is there only while the text has changes that are not in its file.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from editor.model.resolution import Resolution
from editor.project import limits
from editor.project.disk import DISK, Disk
from editor.project.document import ProjectFile
from editor.project.errors import ProjectError
from editor.project.journal import Head, Journal, opening, read, step
from editor.project.saving import refusal, save_bytes

JOURNALS = "journals"
"""The folder of journals in the program's folder of states."""

SUFFIX = ".journal"
"""How the name of a journal ends; before it stands the name of the session."""

STEPS = 256
"""Lines after which a journal is begun again with the whole text, so that it does not grow for ever."""

GROWTH = 4 * 1024 * 1024
"""Bytes after which it is."""

_APPEND = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0)


class JournalFile:
    """The journal at `path`, written by this session alone; it tells of changes to one saved state until `remove`."""

    def __init__(self, path: Path, disk: Disk = DISK) -> None:
        self.path = path
        self._disk = disk
        self._last: Resolution | None = None
        self._number = self._room = 0

    def write(self, head: Head, saved: Callable[[], ProjectFile], now: Resolution, at: float) -> None:
        """Make the journal tell of `now`, at the time `at`, down to the disk; SaveError if that cannot be.

        `head` and `saved` say what the changes are bound to; the latter is asked for when the journal is begun, which
        it is again after a failure.
        """
        before, self._last = self._last, None
        if before is None or self._number >= STEPS or self._room <= 0:
            self._begin(head, saved(), now, at)
        elif before is not now:
            self._append(step(self._number + 1, at, before, now))
            self._number += 1
        self._last = now

    def _begin(self, head: Head, saved: ProjectFile, now: Resolution, at: float) -> None:
        same = saved.resolution == now
        text = None if same else ProjectFile(now, saved.template_revision, saved.template_copy, revision=saved.revision)
        data, self._number = opening(head, at, saved, text)
        self._make_folder()
        save_bytes(self.path, data, disk=self._disk)
        self._room = max(GROWTH, len(data))

    def _make_folder(self) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise refusal(self.path, error) from error

    def _append(self, data: bytes) -> None:
        try:
            handle = self._disk.open(self.path, _APPEND)
            try:
                left = memoryview(data)
                while left:
                    left = left[self._disk.write(handle, left) :]
                self._disk.sync(handle)
            finally:
                self._disk.close(handle)
        except OSError as error:
            raise refusal(self.path, error) from error
        self._room -= len(data)

    def remove(self) -> None:
        """Take the journal away: what it told of is in its file, or is not wanted."""
        self._last = None
        with suppress(OSError):
            self._disk.remove(self.path)


def read_journal(path: Path, disk: Disk = DISK) -> Journal:
    """Return what the journal at `path` tells; ProjectError "no-journal", with `path`, if nothing can be read."""
    try:
        return read(disk.contents(path, limits.JOURNAL_SIZE))
    except (OSError, ProjectError):
        raise ProjectError("no-journal", path=path) from None
