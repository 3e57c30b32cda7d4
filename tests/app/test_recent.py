from __future__ import annotations

import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from msgspec.structs import replace

from editor.app import documents, recent
from editor.app.recent import Standing, day, drive_of, place, standing
from editor.app.store import Store
from editor.model.resolution import Resolution
from editor.templating.schema import Template

NOON = datetime.datetime(2027, 1, 1, 12, tzinfo=datetime.UTC)


def test_a_text_is_remembered_by_title_and_code(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    store = Store(tmp_path / "settings")
    document = documents.save_new(tmp_path / "a.resolution", resolution, template)
    recent.remember(store, document)
    recent.remember(store, replace(document, path=None))
    assert [(entry.path, entry.title) for entry in store.recent] == [
        (str(tmp_path / "a.resolution"), resolution.cover.text("title"))
    ]


def test_what_became_of_a_text(tmp_path: Path, resolution: Resolution, template: Template) -> None:
    path = tmp_path / "a.resolution"
    documents.save_new(path, resolution, template)
    assert standing(path) == Standing("draft")
    documents.save_new(path, replace(resolution, revision="Rev.1"), template, replace=True)
    assert standing(path) == Standing("issued", "Rev.1")
    path.write_bytes(path.read_bytes().replace(b'"version": 1,', b'"version": 99,'))
    assert standing(path) == Standing("newer")
    path.write_bytes(b"{")
    assert standing(path) == Standing("damaged")
    path.unlink()
    assert standing(path) == Standing(missing="file")
    assert standing(tmp_path / "none" / "a.resolution") == Standing(missing="folder")
    assert standing(Path("/media/nobody-here/STICK-7/a.resolution")) == Standing(missing="drive")


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/media/anna/STICK/a.resolution", "/media/anna/STICK"),
        ("/media/anna/STICK/deep/er/a.resolution", "/media/anna/STICK"),
        ("/run/media/anna/STICK/a.resolution", "/run/media/anna/STICK"),
        ("/media/STICK/a.resolution", "/media/STICK"),
        ("/mnt/share/b/a.resolution", "/mnt/share"),
        ("/Volumes/STICK/a.resolution", "/Volumes/STICK"),
        ("/home/anna/a.resolution", None),
        ("/mnt/a.resolution", None),
    ],
)
def test_drives_that_come_and_go(path: str, drive: str | None) -> None:
    assert drive_of(Path(path)) == (Path(drive) if drive else None)


def test_places_are_named_from_home() -> None:
    home = PurePosixPath("/home/anna")
    assert place(home / "Documents" / "Tallinn" / "a.resolution", home) == ("Documents", "Tallinn")
    assert place(home / "a" / "b" / "c" / "d.resolution", home) == ("b", "c")
    assert place(home / "a.resolution", home) == ("anna",)
    assert place(PurePosixPath("/srv/office/a.resolution"), home) == ("srv", "office")
    assert place(PurePosixPath("/a.resolution"), home) == ("/",)
    assert place(PureWindowsPath("E:/a.resolution"), PureWindowsPath("C:/Users/anna")) == ("E:\\",)


def test_days_have_names() -> None:
    days = [(NOON, "today"), (NOON - datetime.timedelta(hours=13), "yesterday"), (NOON.replace(year=2026), "earlier"),
            (NOON.replace(month=3), "this-year")]  # fmt: skip
    assert [day(when, NOON) for when, _ in days] == [name for _, name in days]
