from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from editor.app import documents
from editor.cli import main
from editor.templating.schema import Template
from editor.ui import run as running
from editor.ui.program import Program
from tests.ui.sample import sample
from tests.ui.windows import close_all, only


@pytest.fixture
def program(program: Program) -> Iterator[Program]:
    yield program
    close_all(program)


def test_the_sample_is_opened_as_a_text_of_its_own(program: Program) -> None:
    running.show(program, [], sample=True)
    window = only(program)
    assert window.session.workspace.body
    assert window.session.document.path is None, "saving must not write to the shipped sample"
    assert not window.isWindowModified()


def test_files_are_opened(program: Program, template: Template, tmp_path: Path) -> None:
    paths = [tmp_path / "waters.resolution", tmp_path / "floods.resolution"]
    for path in paths:
        documents.save_new(path, sample(), template)
    running.show(program, paths)
    assert [window.session.document.path for window in program.windows] == paths
    assert program.windows[0].session.workspace.resolution == sample()


def test_a_file_that_cannot_be_opened_is_said_on_the_start_page(program: Program, tmp_path: Path) -> None:
    running.show(program, [tmp_path / "none.resolution"])
    assert "none.resolution" in program.show_start().strip.sentence()
    assert program.windows == []


def test_the_start_page_is_shown_until_it_is_closed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def look() -> None:
        for window in qapp.topLevelWidgets():
            if window.objectName() == "start":
                shown.append(window.windowTitle())
                window.close()

    style, palette = qapp.style().objectName(), qapp.palette()
    QTimer.singleShot(50, look)
    monkeypatch.setattr(qapp, "exec", lambda: QApplication.exec())
    assert running.run([]) == 0
    assert shown == ["Resolution Editor"]
    qapp.setStyleSheet("")
    qapp.setStyle(style or "Fusion")
    qapp.setPalette(palette)


def test_the_command_line_opens_windows(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[list[Path], bool]] = []

    def run(files: list[Path], *, sample: bool = False) -> int:
        asked.append((files, sample))
        return 0

    monkeypatch.setattr(running, "run", run)
    path = tmp_path / "paper.txt"
    path.write_text("Words.", encoding="utf-8")
    assert [main(words) for words in ([], ["--sample"], [str(path)], ["none.resolution"])] == [0, 0, 0, 2]
    assert asked == [([], False), ([], True), ([path], False)]
