"""Writing a file so that at every moment, whatever fails, it is wholly the old one or wholly the new one.

The new content goes into a hidden file beside the old one, down to the disk, is read back and compared, and takes the
old one's place in one step. Every file the program writes is written here.
"""

import errno
import re
import stat
from collections.abc import Callable
from contextlib import suppress
from os import stat_result, strerror
from pathlib import Path

from msgspec.structs import replace

from editor.project import limits
from editor.project.codec import encode
from editor.project.disk import CREATE, DISK, Disk
from editor.project.document import FORMAT, GENERATOR, VERSION, ProjectFile
from editor.project.errors import SaveError
from editor.project.loading import changed_outside
from editor.project.stamp import Stamp, stamp
from editor.project.temporary import temporary_name

PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to replace a file that a virus scanner or a synchronising program holds for a moment."""

_CODES = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EIO: "disk-error",
    errno.EROFS: "read-only-filesystem",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.ENOENT: "folder-gone",
    errno.ENOTDIR: "folder-gone",
    errno.EISDIR: "is-a-folder",
    errno.ELOOP: "link-loop",
    errno.ENAMETOOLONG: "name-too-long",
    errno.EBUSY: "held",
    errno.ETXTBSY: "held",
    errno.ESTALE: "drive-gone",
    errno.ENODEV: "drive-gone",
    errno.ENXIO: "drive-gone",
    errno.ETIMEDOUT: "drive-gone",
    errno.EHOSTDOWN: "drive-gone",
    errno.ENOTCONN: "drive-gone",
}
_WINDOWS_CODES = {19: "read-only-filesystem", 32: "held", 33: "held", 123: "bad-name"}
_MOMENTARY = frozenset({5, 32, 33})  # Windows says "access denied" of a held file as well
_HEAD = 4096  # bytes
_VERSION = re.compile(rb'"version"\s*:\s*(\d+)')


def save_project(path: Path, project: ProjectFile, expected: Stamp | None, disk: Disk = DISK) -> Stamp:
    """Write `project` to `path` as this program's own, and return the new stamp.

    `expected` is the stamp of what was last read from or written to `path`: if another program has changed the file
    since, SaveError "changed-outside", or "removed-outside". None overwrites what is there: the user has said so. A
    file of a newer major version is never overwritten ("newer-version"), nor is a read-only project written.
    """
    if project.read_only:
        raise SaveError("newer-version", path=path, version=project.version)
    data = encode(replace(project, generator=GENERATOR))
    if len(data) > limits.FILE_SIZE:
        raise SaveError("too-big", path=path, size=len(data), limit=limits.FILE_SIZE)

    def check(target: Path) -> None:
        if expected is not None:
            _refuse_changed(target, expected, disk)
        _refuse_newer(target, disk)

    return _save(path, data, True, check, disk)


def save_bytes(path: Path, data: bytes, *, keep_mode: bool = True, disk: Disk = DISK) -> Stamp:
    """Write `data` to `path` and return its stamp; SaveError, and everything as it was, if that cannot be.

    Links are followed. `keep_mode` gives the new file the owner, group and mode of the old one as far as the user may;
    other names of the old file (hard links) keep the old content. After the return the new content is on the disk;
    where a file system cannot assure its name, a power cut may bring back the old one.
    """
    return _save(path, data, keep_mode, lambda target: None, disk)  # noqa: ARG005


def _refuse_changed(target: Path, expected: Stamp, disk: Disk) -> None:
    """Refuse to write over what is not the content that `expected` is the stamp of."""
    try:
        if changed_outside(target, expected, disk):
            raise SaveError("changed-outside")
    except FileNotFoundError:
        raise SaveError("removed-outside") from None


def _refuse_newer(target: Path, disk: Disk) -> None:
    """Refuse to write over a project of a newer major version; the marks of one stand at its start."""
    try:
        head = disk.contents(target, _HEAD)
    except FileNotFoundError:
        return
    version = _VERSION.search(head)
    if version and FORMAT.encode() in head and int(version[1]) > VERSION:
        raise SaveError("newer-version", version=int(version[1]))


def _save(path: Path, data: bytes, keep_mode: bool, check: Callable[[Path], None], disk: Disk) -> Stamp:
    """Do what `save_bytes` says; `check` gets the file to be replaced at the last moment, and may raise SaveError."""
    try:
        target = disk.resolve(path)
        old = _old(target, disk)
        temporary = target.with_name(temporary_name())
        _write(temporary, data, old if keep_mode else None, disk)
        try:
            check(target)  # nothing can exclude a change between this and the next step
            _replace(temporary, target, disk)
        except BaseException:
            _discard(temporary, disk)
            raise
    except SaveError as error:
        raise SaveError(error.code, path=path, **error.parameters) from None
    except OSError as error:
        raise refusal(path, error) from error
    except ValueError:  # a null character, or one that the file system's encoding lacks
        raise SaveError("bad-name", path=path) from None
    with suppress(OSError):  # the new file is in place and whole; some file systems cannot do more
        disk.sync_folder(target.parent)
    return stamp(data)


def _old(target: Path, disk: Disk) -> stat_result | None:
    """Return what is known of the file to be replaced, None if there is none; refuse what is no file."""
    try:
        found = disk.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found.st_mode):
        raise SaveError("is-a-folder")
    if stat.S_ISLNK(found.st_mode):  # resolved, and still a link
        raise SaveError("link-loop")
    if not stat.S_ISREG(found.st_mode):
        raise SaveError("not-a-file")
    if not disk.writable(target):
        raise SaveError("no-permission")
    return found


def _write(temporary: Path, data: bytes, model: stat_result | None, disk: Disk) -> None:
    """Write `data` to a new file like `model` and make sure of it; on failure no file is left."""
    handle = disk.open(temporary, CREATE, 0o666 if model is None else 0o600)
    try:
        try:
            _fill(handle, data, disk)
            if model is not None:
                disk.take_after(handle, model)
            disk.sync(handle)
        finally:
            disk.close(handle)
        if disk.contents(temporary, len(data)) != data:
            raise SaveError("written-wrong")
    except BaseException:
        _discard(temporary, disk)
        raise


def _fill(handle: int, data: bytes, disk: Disk) -> None:
    left = memoryview(data)
    while left:
        written = disk.write(handle, left)
        if written <= 0:
            raise OSError(errno.EIO, strerror(errno.EIO))
        left = left[written:]


def _replace(temporary: Path, target: Path, disk: Disk) -> None:
    for pause in PAUSES:
        try:
            return disk.replace(temporary, target)
        except OSError as error:
            if not _momentary(error):
                raise
        disk.wait(pause)
    return disk.replace(temporary, target)


def _momentary(error: OSError) -> bool:
    return getattr(error, "winerror", None) in _MOMENTARY or error.errno in (errno.EBUSY, errno.ETXTBSY)


def _discard(temporary: Path, disk: Disk) -> None:
    with suppress(OSError):  # the failure before is the one to tell
        disk.remove(temporary)


def refusal(path: Path, error: OSError) -> SaveError:
    """Return what `error`, met in writing to `path`, is to the user."""
    code = _WINDOWS_CODES.get(getattr(error, "winerror", None) or 0) or _CODES.get(error.errno or 0)
    return SaveError(code, path=path) if code else SaveError("not-written", path=path, reason=error.strerror)
