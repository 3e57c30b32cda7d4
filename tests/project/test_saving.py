"""Whatever fails, the file is the old one or the new one, and nothing else is left in its folder."""

import errno
import os
import stat
from pathlib import Path

import pytest
from msgspec.structs import replace

from editor.project import limits
from editor.project.codec import encode
from editor.project.disk import Disk
from editor.project.document import GENERATOR
from editor.project.errors import SaveError
from editor.project.loading import changed_outside, load_project
from editor.project.saving import PAUSES, save_bytes, save_project
from editor.project.stamp import stamp
from tests.project.disks import FailingDisk, failure
from tests.project.samples import PROJECT

OLD, NEW = b"old content", b"new content, " * 1000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file that is there."""
    path = tmp_path / "draft.resolution"
    path.write_bytes(OLD)
    return path


def refused(path: Path, disk: Disk) -> SaveError:
    """Save to `path`, which must fail and leave everything as it is."""
    before = {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()}
    with pytest.raises(SaveError) as caught:
        save_bytes(path, NEW, disk=disk)
    assert {entry: entry.read_bytes() for entry in path.parent.iterdir() if entry.is_file()} == before
    assert caught.value.parameters["path"] == path
    return caught.value


class TestWriting:
    def test_replaces_the_content_and_leaves_nothing_beside(self, path: Path) -> None:
        assert save_bytes(path, NEW) == stamp(NEW)
        assert path.read_bytes() == NEW
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize("data", [b"", b"x", NEW])
    def test_makes_a_file(self, tmp_path: Path, data: bytes) -> None:
        save_bytes(tmp_path / "new", data)
        assert (tmp_path / "new").read_bytes() == data

    def test_goes_down_to_the_disk_before_it_replaces_and_reads_back(self, path: Path) -> None:
        disk = FailingDisk()
        save_bytes(path, NEW, disk=disk)
        order = [disk.done.index(name) for name in ("create", "write", "sync", "close", "read", "replace")]
        assert order == sorted(order)
        assert disk.done[-2:] == ["replace", "sync_folder"]

    def test_writes_on_where_the_system_took_a_part(self, path: Path) -> None:
        disk = FailingDisk(piece=7)
        save_bytes(path, NEW, disk=disk)
        assert path.read_bytes() == NEW
        assert disk.done.count("write") == -(-len(NEW) // 7)

    def test_takes_a_name_as_long_as_can_be(self, tmp_path: Path) -> None:
        path = tmp_path / ("n" * 255)
        save_bytes(path, NEW)
        assert path.read_bytes() == NEW

    def test_hides_what_is_not_finished(self, path: Path) -> None:
        names: list[str] = []

        class Watching(Disk):
            def replace(self, new: Path, old: Path) -> None:
                names.append(new.name)
                assert new.parent == old.parent
                super().replace(new, old)

        for _ in range(2):
            save_bytes(path, NEW, disk=Watching())
        assert all(name.startswith(".") for name in names)
        assert len(set(names)) == 2


class TestModes:
    def mode(self, path: Path) -> int:
        return stat.S_IMODE(path.stat().st_mode)

    @pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
    def test_the_old_one_is_kept(self, path: Path, mode: int) -> None:
        path.chmod(mode)
        save_bytes(path, NEW)
        assert self.mode(path) == mode

    def test_a_new_file_has_that_of_any_new_file(self, path: Path) -> None:
        usual = path.parent / "usual"
        usual.touch()
        path.chmod(0o600)
        save_bytes(path, NEW, keep_mode=False)
        save_bytes(path.parent / "other", NEW)
        assert self.mode(path) == self.mode(path.parent / "other") == self.mode(usual)

    def test_the_owner_stays_where_that_is_allowed(self, path: Path) -> None:
        owner, group = (12345, 23456) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
        os.chown(path, owner, group)
        save_bytes(path, NEW)
        assert (path.stat().st_uid, path.stat().st_gid) == (owner, group)

    def test_another_group_does_not_get_what_the_old_one_was_allowed(
        self, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(handle: int, owner: int, group: int) -> None:  # noqa: ARG001
            raise failure(errno.EPERM)

        path.chmod(0o664)
        fields = list(path.stat())
        fields[stat.ST_GID] += 1
        handle = os.open(path, os.O_WRONLY)
        try:
            monkeypatch.setattr(os, "fchown", refuse)
            Disk().take_after(handle, os.stat_result(fields))
        finally:
            os.close(handle)
        assert self.mode(path) == 0o644

    def test_a_file_nobody_may_write_to_is_not_replaced(self, path: Path) -> None:
        class Forbidding(Disk):
            def writable(self, path: Path) -> bool:  # noqa: ARG002
                return False

        assert refused(path, Forbidding()).code == "no-permission"


class TestLinks:
    def test_are_followed_and_stay(self, path: Path, tmp_path: Path) -> None:
        folder = tmp_path / "links"
        folder.mkdir()
        (folder / "first").symlink_to("second")
        (folder / "second").symlink_to(Path("..") / path.name)
        save_bytes(folder / "first", NEW)
        assert path.read_bytes() == NEW
        assert (folder / "first").is_symlink()
        assert sorted(folder.iterdir()) == [folder / "first", folder / "second"]

    def test_to_what_is_not_there_yet_make_it(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("target")
        save_bytes(tmp_path / "link", NEW)
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "target").read_bytes() == NEW

    def test_in_a_circle_are_refused(self, tmp_path: Path) -> None:
        (tmp_path / "a").symlink_to("b")
        (tmp_path / "b").symlink_to("a")
        assert refused(tmp_path / "a", Disk()).code == "link-loop"
        assert (tmp_path / "a").is_symlink()


class TestRefusals:
    def test_of_what_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        assert refused(tmp_path / "pipe", Disk()).code == "not-a-file"
        (tmp_path / "folder").mkdir()
        assert refused(tmp_path / "folder", Disk()).code == "is-a-folder"

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("no/such/folder", "folder-gone"),
            ("draft.resolution/x", "folder-gone"),
            ("n" * 256, "name-too-long"),
            ("nu\0ll", "bad-name"),
            ("\ud800", "bad-name"),
        ],
    )
    def test_of_names_that_cannot_be(self, path: Path, name: str, code: str) -> None:
        with pytest.raises(SaveError) as caught:
            save_bytes(path.parent / name, NEW)
        assert caught.value.code == code
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize("operation", ["create", "write", "sync", "close", "open", "read", "replace"])
    @pytest.mark.parametrize(
        ("number", "code"),
        [
            (errno.ENOSPC, "disk-full"),
            (errno.EDQUOT, "disk-full"),
            (errno.EIO, "disk-error"),
            (errno.EACCES, "no-permission"),
            (errno.EROFS, "read-only-filesystem"),
            (errno.ENOENT, "folder-gone"),
            (errno.ESTALE, "drive-gone"),
            (errno.EXDEV, "not-written"),
        ],
    )
    def test_say_what_failed_wherever_it_did(self, path: Path, operation: str, number: int, code: str) -> None:
        disk = FailingDisk({operation: [failure(number)]})
        error = refused(path, disk)
        assert error.code == code
        assert operation in disk.done
        assert refused(path.parent / "new", FailingDisk({operation: [failure(number)]})).code == code

    def test_when_the_disk_is_full_half_way(self, path: Path) -> None:
        disk = FailingDisk({"write": [None, failure(errno.ENOSPC)]}, piece=4000)
        assert refused(path, disk).code == "disk-full"

    def test_when_the_system_writes_nothing_and_says_nothing(self, path: Path) -> None:
        assert refused(path, FailingDisk(piece=0)).code == "disk-error"

    def test_when_what_is_read_back_differs(self, path: Path) -> None:
        class Forgetting(Disk):
            def sync(self, handle: int) -> None:
                os.truncate(handle, len(NEW) - 1)

        assert refused(path, Forgetting()).code == "written-wrong"

    def test_tell_the_first_failure_if_clearing_up_fails_too(self, path: Path) -> None:
        disk = FailingDisk({"write": [failure(errno.ENOSPC)], "remove": [failure(errno.EIO)]})
        with pytest.raises(SaveError, match="disk-full"):
            save_bytes(path, NEW, disk=disk)
        assert path.read_bytes() == OLD

    def test_are_not_made_of_what_is_no_error_of_the_disk(self, path: Path) -> None:
        with pytest.raises(KeyboardInterrupt):
            save_bytes(path, NEW, disk=FailingDisk({"write": [KeyboardInterrupt()]}))
        assert path.read_bytes() == OLD
        assert list(path.parent.iterdir()) == [path]

    def test_are_not_made_of_a_folder_that_cannot_be_synchronised(self, path: Path) -> None:
        save_bytes(path, NEW, disk=FailingDisk({"sync_folder": [failure(errno.EINVAL)]}))
        assert path.read_bytes() == NEW


def sharing_violation(winerror: int) -> OSError:
    error = failure(errno.EACCES)
    error.winerror = winerror  # type: ignore[attr-defined]
    return error


class TestHeldFiles:
    @pytest.mark.parametrize("error", [failure(errno.EBUSY), sharing_violation(32), sharing_violation(5)], ids=str)
    def test_are_tried_again(self, path: Path, error: OSError) -> None:
        disk = FailingDisk({"replace": [error, error]})
        save_bytes(path, NEW, disk=disk)
        assert path.read_bytes() == NEW
        assert disk.waited == list(PAUSES[:2])

    @pytest.mark.parametrize(
        ("error", "code"),
        [(failure(errno.EBUSY), "held"), (sharing_violation(32), "held"), (sharing_violation(5), "no-permission")],
    )
    def test_are_given_up_at_last(self, path: Path, error: OSError, code: str) -> None:
        disk = FailingDisk({"replace": [error] * 20})
        assert refused(path, disk).code == code
        assert disk.waited == list(PAUSES)

    def test_are_not_waited_for_if_it_is_not_that(self, path: Path) -> None:
        disk = FailingDisk({"replace": [failure(errno.EACCES)]})
        assert refused(path, disk).code == "no-permission"
        assert disk.waited == []


class TestProjects:
    def test_are_written_as_this_programs_own(self, path: Path) -> None:
        save_project(path, replace(PROJECT, generator="Something older"), None)
        assert load_project(path).project.generator == GENERATOR
        assert path.read_bytes() == encode(replace(PROJECT, generator=GENERATOR))

    def test_are_saved_again_and_again_with_the_stamp_of_the_last_time(self, path: Path) -> None:
        last = save_project(path, PROJECT, stamp(OLD))
        last = save_project(path, replace(PROJECT, template_revision=5), last)
        assert load_project(path).stamp == last

    @pytest.mark.parametrize("other", [b"another", OLD.upper()])
    def test_are_not_written_over_what_another_program_wrote(self, path: Path, other: bytes) -> None:
        path.write_bytes(other)
        with pytest.raises(SaveError, match="changed-outside"):
            save_project(path, PROJECT, stamp(OLD))
        assert path.read_bytes() == other
        assert list(path.parent.iterdir()) == [path]
        save_project(path, PROJECT, None)
        assert load_project(path).project.resolution == PROJECT.resolution

    def test_are_written_over_what_was_only_touched(self, path: Path) -> None:
        os.utime(path, (1, 1))
        save_project(path, PROJECT, stamp(OLD))
        assert path.read_bytes() != OLD

    def test_tell_when_the_file_is_gone(self, path: Path) -> None:
        path.unlink()
        with pytest.raises(SaveError, match="removed-outside"):
            save_project(path, PROJECT, stamp(OLD))
        assert list(path.parent.iterdir()) == []

    def test_notice_a_change_made_while_they_are_written(self, path: Path) -> None:
        class Late(Disk):
            def sync(self, handle: int) -> None:
                super().sync(handle)
                path.write_bytes(b"late")

        with pytest.raises(SaveError, match="changed-outside"):
            save_project(path, PROJECT, stamp(OLD), Late())
        assert path.read_bytes() == b"late"

    def test_never_replace_one_of_a_newer_version(self, path: Path) -> None:
        newer = encode(PROJECT).replace(b'"version": 1', b'"version": 2', 1)
        path.write_bytes(newer)
        with pytest.raises(SaveError, match="newer-version") as caught:
            save_project(path, PROJECT, None)
        assert caught.value.parameters == {"path": path, "version": 2}
        loaded = load_project(path)
        assert loaded.project.read_only
        with pytest.raises(SaveError, match="newer-version"):
            save_project(path.parent / "copy", loaded.project, None)
        assert path.read_bytes() == newer
        assert list(path.parent.iterdir()) == [path]

    def test_that_could_not_be_read_again_are_not_written(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "FILE_SIZE", 1000)
        with pytest.raises(SaveError, match="too-big"):
            save_project(path, PROJECT, None)
        assert path.read_bytes() == OLD


class TestOutsideChanges:
    def test_are_seen_by_content(self, path: Path) -> None:
        before = stamp(OLD)
        assert not changed_outside(path, before)
        os.utime(path, (1, 1))
        assert not changed_outside(path, before)
        path.write_bytes(OLD.upper())
        assert changed_outside(path, before)
        path.write_bytes(OLD + b"!")
        assert changed_outside(path, before)

    def test_include_that_the_file_is_gone(self, path: Path) -> None:
        path.unlink()
        with pytest.raises(FileNotFoundError):
            changed_outside(path, stamp(OLD))
