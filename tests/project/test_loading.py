"""Reading from a disk: every failure has its name, and the file is never touched."""

import errno
import os
from pathlib import Path

import pytest

from editor.project import limits
from editor.project.codec import encode
from editor.project.errors import ProjectError
from editor.project.loading import load_project
from editor.project.stamp import stamp
from tests.project.disks import FailingDisk, failure
from tests.project.samples import PROJECT


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "draft.resolution"
    path.write_bytes(encode(PROJECT))
    return path


def refusal(path: Path, operation: str = "", error: BaseException | None = None) -> ProjectError:
    with pytest.raises(ProjectError) as caught:
        load_project(path, FailingDisk({operation: [error]}))
    assert caught.value.parameters["path"] == path
    return caught.value


def test_gives_the_project_and_its_stamp(path: Path) -> None:
    loaded = load_project(path)
    assert loaded.project.resolution == PROJECT.resolution
    assert loaded.stamp == stamp(path.read_bytes())


def test_follows_links(path: Path) -> None:
    link = path.parent / "link"
    link.symlink_to(path.name)
    assert load_project(link) == load_project(path)


@pytest.mark.parametrize("name", ["none", "draft.resolution/x", "no/such/file", "n" * 300, "nu\0ll", "\ud800"])
def test_says_that_there_is_no_such_file(path: Path, name: str) -> None:
    assert refusal(path.parent / name).code == "no-such-file"


def test_refuses_what_is_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "is-a-folder"
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe").code == "not-a-file"
    (tmp_path / "circle").symlink_to("circle")
    assert refusal(tmp_path / "circle").code == "not-a-file"


def test_refuses_a_huge_file_without_reading_it(tmp_path: Path) -> None:
    huge = tmp_path / "huge"
    huge.touch()
    os.truncate(huge, limits.FILE_SIZE + 1)
    error = refusal(huge, "open", AssertionError("opened"))
    assert (error.code, error.parameters["size"]) == ("too-big", limits.FILE_SIZE + 1)


def test_reads_no_more_of_a_growing_file_than_the_limit(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Growing(FailingDisk):
        def read(self, handle: int, size: int) -> bytes:
            assert size <= limits.FILE_SIZE + 1
            super().read(handle, size)
            return b" " * size

    monkeypatch.setattr(limits, "FILE_SIZE", 100_000)
    with pytest.raises(ProjectError, match="too-big"):
        load_project(path, Growing())


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "no-permission"),
        (errno.EPERM, "no-permission"),
        (errno.ENOENT, "no-such-file"),
        (errno.EIO, "unreadable"),
        (errno.ESTALE, "unreadable"),
    ],
)
@pytest.mark.parametrize("operation", ["stat", "open", "read"])
def test_says_what_failed_wherever_it_did(path: Path, operation: str, number: int, code: str) -> None:
    error = refusal(path, operation, failure(number))
    assert error.code == code
    assert error.parameters.get("reason") == (os.strerror(number) if code == "unreadable" else None)


def test_says_that_another_program_has_the_file(path: Path) -> None:
    error = failure(errno.EACCES)
    error.winerror = 32  # type: ignore[attr-defined]
    assert refusal(path, "open", error).code == "held"


@pytest.mark.parametrize("content", [b"", b"\0", b"{", b"PK", encode(PROJECT)[:-2]])
def test_touches_no_file_it_refuses(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad"
    path.write_bytes(content)
    before = path.stat()
    refusal(path)
    assert path.read_bytes() == content
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert list(tmp_path.iterdir()) == [path]
