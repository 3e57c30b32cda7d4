from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editor.paths import templates_folder
from editor.templating import kept as keeping
from editor.templating.faults import TemplateError
from editor.templating.kept import load_kept
from editor.templating.load import load_template
from editor.templating.schema import Template


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "osce-pa"
    shutil.copytree(templates_folder() / "osce-pa", copy)
    return copy


def no_reading(_: Path) -> Template:
    raise AssertionError("the files were read in full")


def test_what_was_read_once_is_kept(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "cache" / "templates"
    first = load_kept(folder, kept)
    monkeypatch.setattr(keeping, "load_template", no_reading)
    assert load_kept(folder, kept) == first == load_template(folder)


@pytest.mark.parametrize("file", ["template.toml", "words/fr.toml"])
def test_a_changed_file_is_read(folder: Path, tmp_path: Path, file: str) -> None:
    before = load_kept(folder, tmp_path)
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace("OSCE", "ABCD"), encoding="utf-8")
    after = load_kept(folder, tmp_path)
    assert after != before
    assert after == load_template(folder)


def test_a_fault_is_told_though_a_good_one_is_kept(folder: Path, tmp_path: Path) -> None:
    load_kept(folder, tmp_path)
    (folder / "words" / "de.toml").write_text("broken = [")
    with pytest.raises(TemplateError):
        load_kept(folder, tmp_path)


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff"])
def test_what_is_damaged_is_read_anew(folder: Path, tmp_path: Path, damage: bytes) -> None:
    good = load_kept(folder, tmp_path)
    path = tmp_path / "osce-pa.json"
    mark = path.read_bytes().partition(b"\n")[0]
    path.write_bytes(mark + b"\n" + damage)
    assert load_kept(folder, tmp_path) == good
    assert path.read_bytes() != mark + b"\n" + damage


def test_nowhere_to_keep_is_no_reason_to_fail(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file stands here")
    assert load_kept(folder, tmp_path / "file") == load_template(folder)
