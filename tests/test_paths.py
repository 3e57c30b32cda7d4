"""Where the program finds its data."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor import paths


def test_in_the_repository_data_lies_at_its_root() -> None:
    root = Path(__file__).resolve().parent.parent
    assert paths.resources_folder() == root / "resources"
    assert paths.templates_folder() == root / "templates"
    assert (paths.fonts_folder() / "LiberationSerif-Regular.ttf").is_file()


def test_in_an_installed_package_data_lies_inside_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "_data").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    assert paths.templates_folder() == tmp_path / "_data" / "templates"


def test_the_users_folder_is_the_users(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert tmp_path in paths.user_templates_folder().parents
    assert paths.user_templates_folder() == paths.user_data_folder() / "templates"
    assert not paths.user_data_folder().exists()
