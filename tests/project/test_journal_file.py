"""A journal on a disk that fails: what was flushed stays, and the next try makes it good."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.model.resolution import Resolution
from editor.project import journal_file
from editor.project.errors import ProjectError, SaveError
from editor.project.journal import Head
from editor.project.journal_file import JournalFile, read_journal
from editor.project.owner import this_program
from tests.project.disks import FailingDisk, failure
from tests.project.samples import PROJECT

HEAD = Head("s000000001", this_program())


def titled(title: str) -> Resolution:
    resolution = PROJECT.resolution
    return replace(resolution, cover=resolution.cover.with_value("title", title))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journals" / "s000000001.journal"


def told(path: Path) -> str:
    return read_journal(path).text.resolution.cover.text("title")


def test_each_write_is_there_at_once(path: Path) -> None:
    file = JournalFile(path)
    for number in range(5):
        file.write(HEAD, lambda: PROJECT, titled(f"Title {number}"), 10.0 + number)
        assert told(path) == f"Title {number}"
    assert read_journal(path).last == 14.0
    file.remove()
    assert list(path.parent.iterdir()) == []


def test_each_write_goes_down_to_the_disk(path: Path) -> None:
    disk = FailingDisk()
    file = JournalFile(path, disk)
    file.write(HEAD, lambda: PROJECT, titled("One"), 1.0)
    disk.done.clear()
    file.write(HEAD, lambda: PROJECT, titled("Two"), 2.0)
    assert disk.done == ["open", "write", "sync", "close"]


def test_a_long_session_begins_its_journal_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_file, "STEPS", 6)
    file = JournalFile(path)
    sizes = []
    for number in range(40):
        file.write(HEAD, lambda: PROJECT, titled(f"Title {number:02}"), float(number))
        sizes.append(path.stat().st_size)
        journal = read_journal(path)
        assert journal.text.resolution == titled(f"Title {number:02}")
        assert journal.saved.resolution == PROJECT.resolution
    assert max(sizes[10:]) == max(sizes[20:])


def test_much_typing_begins_it_again_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_file, "GROWTH", 1)
    file = JournalFile(path)
    for number in range(30):
        file.write(HEAD, lambda: PROJECT, titled(f"{number:02}" * 500), float(number))
        assert told(path) == f"{number:02}" * 500
    assert path.stat().st_size < 40_000


@pytest.mark.parametrize("operation", ["open", "write", "sync"])
@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk-full"), (errno.EIO, "disk-error")])
def test_a_write_that_fails_loses_nothing_and_is_made_good(path: Path, operation: str, number: int, code: str) -> None:
    disk = FailingDisk(piece=40)
    file = JournalFile(path, disk)
    file.write(HEAD, lambda: PROJECT, titled("One"), 1.0)
    disk.fail = {operation: [None, failure(number)] if operation == "write" else [failure(number)]}
    with pytest.raises(SaveError) as caught:
        file.write(HEAD, lambda: PROJECT, titled("Two"), 2.0)
    assert caught.value.code == code
    assert told(path) in {"One", "Two"}
    disk.fail = {}
    file.write(HEAD, lambda: PROJECT, titled("Three"), 3.0)
    assert told(path) == "Three"
    assert read_journal(path).whole


def test_a_journal_that_somebody_removed_is_begun_again(path: Path) -> None:
    file = JournalFile(path)
    file.write(HEAD, lambda: PROJECT, titled("One"), 1.0)
    path.unlink()
    with pytest.raises(SaveError):
        file.write(HEAD, lambda: PROJECT, titled("Two"), 2.0)
    file.write(HEAD, lambda: PROJECT, titled("Two"), 2.0)
    assert told(path) == "Two"


def test_what_is_no_journal_is_refused_in_one_way(path: Path) -> None:
    path.parent.mkdir(parents=True)
    for data in (b"", b"\0" * 900, b"{}\n", b"00000000 {}\n" * 3):
        path.write_bytes(data)
        with pytest.raises(ProjectError, match="no-journal"):
            read_journal(path)
