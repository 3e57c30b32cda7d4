"""Disks that fail as real ones do."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from editor.project.disk import Disk

Failures = Mapping[str, Sequence[BaseException | None]]


def failure(number: int) -> OSError:
    """Return the error of the operating system with this number."""
    return OSError(number, os.strerror(number))


class FailingDisk(Disk):
    """A disk that notes every operation, and fails at some.

    `fail` names operations, each with the failures of its first calls; None among them lets a call pass. A write takes
    `piece` bytes at most. Waiting takes no time.
    """

    def __init__(self, fail: Failures = MappingProxyType({}), piece: int = 2**30) -> None:
        self.piece = piece
        self.fail = {name: list(failures) for name, failures in fail.items()}
        self.done: list[str] = []
        self.waited: list[float] = []

    def _now(self, name: str) -> None:
        self.done.append(name)
        failures = self.fail.get(name)
        error = failures.pop(0) if failures else None
        if error is not None:
            raise error

    def resolve(self, path: Path) -> Path:
        self._now("resolve")
        return super().resolve(path)

    def stat(self, path: Path) -> os.stat_result:
        self._now("stat")
        return super().stat(path)

    def writable(self, path: Path) -> bool:
        self._now("writable")
        return super().writable(path)

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        self._now("create" if flags & os.O_CREAT else "open")
        return super().open(path, flags, mode)

    def read(self, handle: int, size: int) -> bytes:
        self._now("read")
        return super().read(handle, size)

    def write(self, handle: int, data: memoryview) -> int:
        self._now("write")
        return super().write(handle, data[: self.piece])

    def sync(self, handle: int) -> None:
        self._now("sync")
        super().sync(handle)

    def close(self, handle: int) -> None:
        super().close(handle)  # whatever close says, the handle is gone
        self._now("close")

    def replace(self, new: Path, old: Path) -> None:
        self._now("replace")
        super().replace(new, old)

    def remove(self, path: Path) -> None:
        self._now("remove")
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._now("sync_folder")
        super().sync_folder(folder)

    def wait(self, seconds: float) -> None:
        self.waited.append(seconds)
