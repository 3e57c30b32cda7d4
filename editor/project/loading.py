"""Reading a project from a disk; the file is opened for reading only and never touched."""

import errno
import stat
from pathlib import Path

from msgspec import Struct

from editor.project import limits
from editor.project.codec import decode
from editor.project.disk import DISK, Disk
from editor.project.document import ProjectFile
from editor.project.errors import ProjectError
from editor.project.stamp import Stamp, stamp

_CODES = {
    errno.ENOENT: "no-such-file",
    errno.ENOTDIR: "no-such-file",
    errno.ENAMETOOLONG: "no-such-file",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EISDIR: "is-a-folder",
}
_HELD = frozenset({32, 33})  # Windows: the file, or a part of it, is another program's for now


class Loaded(Struct, frozen=True):
    """A project and the stamp of the file it came from, to be handed back when it is saved."""

    project: ProjectFile
    stamp: Stamp


def load_project(path: Path, disk: Disk = DISK) -> Loaded:
    """Read the project at `path`; ProjectError, with `path` among its parameters, if that cannot be."""
    try:
        data = _contents(path, disk)
        return Loaded(decode(data), stamp(data))
    except ProjectError as error:
        raise ProjectError(error.code, path=path, **error.parameters) from None


def _contents(path: Path, disk: Disk) -> bytes:
    try:
        target = disk.resolve(path)
        found = disk.stat(target)
        if stat.S_ISDIR(found.st_mode):
            raise ProjectError("is-a-folder")
        if not stat.S_ISREG(found.st_mode):  # a pipe would wait for ever, a device never end
            raise ProjectError("not-a-file")
        if found.st_size > limits.FILE_SIZE:
            raise ProjectError("too-big", size=found.st_size, limit=limits.FILE_SIZE)
        return disk.contents(target, limits.FILE_SIZE)
    except OSError as error:
        raise _refusal(error) from None
    except ValueError:  # a null character, or one that the file system's encoding lacks
        raise ProjectError("no-such-file") from None


def _refusal(error: OSError) -> ProjectError:
    if getattr(error, "winerror", None) in _HELD:
        return ProjectError("held")
    code = _CODES.get(error.errno or 0)
    return ProjectError(code) if code else ProjectError("unreadable", reason=error.strerror)


def changed_outside(path: Path, expected: Stamp, disk: Disk = DISK) -> bool:
    """Return whether the file at `path` no longer holds what `expected` is the stamp of; OSError if it is gone."""
    target = disk.resolve(path)
    if disk.stat(target).st_size != expected.size:
        return True
    return stamp(disk.contents(target, expected.size)) != expected
