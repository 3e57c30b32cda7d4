"""The file operations that loading and saving use, as one object, so that a test can hand in a disk that fails."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

_BYTES: int = getattr(os, "O_BINARY", 0)  # Windows would change line ends

CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BYTES
"""Flags to write a file that must not exist yet."""

READ = os.O_RDONLY | _BYTES
"""Flags to read a file."""


class Disk:
    """The operating system's own file operations; all raise OSError, all take whole paths."""

    def resolve(self, path: Path) -> Path:
        """Return the file that `path` stands for, links followed, whether it exists or not."""
        return Path(os.path.realpath(path))

    def stat(self, path: Path) -> os.stat_result:
        """Return what is known of the file, of the link itself if it is one."""
        return os.lstat(path)

    def writable(self, path: Path) -> bool:
        """Return whether this user may write to the file; a file can be replaced without that."""
        return os.access(path, os.W_OK)

    def open(self, path: Path, flags: int, mode: int = 0o666) -> int:
        """Return a handle; a new file gets `mode` less the umask."""
        return os.open(path, flags, mode)

    def read(self, handle: int, size: int) -> bytes:
        """Return up to `size` bytes, none at the end."""
        return os.read(handle, size)

    def contents(self, path: Path, limit: int) -> bytes:
        """Return what the file holds; of more than `limit` bytes the first `limit` + 1."""
        handle = self.open(path, READ)
        try:
            found: list[bytes] = []
            left = limit + 1
            while left and (piece := self.read(handle, left)):
                found.append(piece)
                left -= len(piece)
            return b"".join(found)
        finally:
            self.close(handle)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of `data` and return how many bytes."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Wait until what was written is on the disk itself."""
        if sys.platform == "darwin":
            import fcntl

            with suppress(OSError):  # fsync leaves it in the drive's own memory there
                fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
                return
        os.fsync(handle)

    def take_after(self, handle: int, old: os.stat_result) -> None:
        """Give the file the owner, group and mode of `old`, as far as this user may."""
        if sys.platform != "win32":
            mode = old.st_mode & 0o777
            if not _owned(handle, old):  # another group must not get what the old one was allowed
                mode = mode & ~0o070 | (mode & 0o007) << 3
            with suppress(OSError):  # some file systems have no modes
                os.fchmod(handle, mode)

    def close(self, handle: int) -> None:
        """Close the file."""
        os.close(handle)

    def replace(self, new: Path, old: Path) -> None:
        """Put the file `new` in the place of `old` in one step."""
        new.replace(old)

    def remove(self, path: Path) -> None:
        """Remove the file."""
        path.unlink()

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in `folder` are on the disk itself, where the system can do that."""
        if sys.platform != "win32":
            handle = os.open(folder, READ | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def wait(self, seconds: float) -> None:
        """Do nothing for a while."""
        time.sleep(seconds)


def _owned(handle: int, old: os.stat_result) -> bool:
    """Give the file the owner and group of `old`; return whether it has the group."""
    if sys.platform == "win32":
        return True
    now = os.fstat(handle)
    if (now.st_uid, now.st_gid) == (old.st_uid, old.st_gid):
        return True
    for owner in (old.st_uid, -1):  # only the administrator gives files away, but a member shares with a group
        try:
            os.fchown(handle, owner, old.st_gid)
        except OSError:
            continue
        return True
    return now.st_gid == old.st_gid


DISK = Disk()
