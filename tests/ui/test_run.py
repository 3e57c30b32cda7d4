from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app import documents
from editor.templating.schema import Template
from editor.ui import run as running
from editor.ui.program import Program
from tests.ui.sample import sample


def test_without_a_file_the_sample_is_opened_as_a_text_of_its_own(qtbot: QtBot, program: Program) -> None:
    window = running.open_window(None, program)
    qtbot.addWidget(window)
    assert window.session.workspace.body
    assert window.session.document.path is None, "saving must not write to the shipped sample"
    assert not window.isWindowModified()


def test_a_file_is_opened(qtbot: QtBot, program: Program, template: Template, tmp_path: Path) -> None:
    path = tmp_path / "waters.resolution"
    documents.save_new(path, sample(), template)
    window = running.open_window(path, program)
    qtbot.addWidget(window)
    assert window.session.document.path == path
    assert window.session.workspace.resolution == sample()


def test_a_file_that_cannot_be_opened_is_said(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = running.open_window(tmp_path / "none.resolution", program)
    qtbot.addWidget(window)
    assert "none.resolution" in window.shell.strip.sentence()
    assert window.session.document.path is None


def test_the_window_is_shown_until_it_is_closed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from PySide6.QtCore import QTimer

    shown: list[str] = []

    def look() -> None:
        for window in qapp.topLevelWidgets():
            if window.objectName() == "main":
                shown.append(window.windowTitle())
                window.close()

    style, palette = qapp.style().objectName(), qapp.palette()
    QTimer.singleShot(50, look)
    monkeypatch.setattr(qapp, "exec", lambda: QApplication.exec())
    assert running.run([tmp_path / "none.resolution"]) == 0
    assert shown == ["Untitled[*] – Resolution Editor"]
    qapp.setStyleSheet("")
    qapp.setStyle(style or "Fusion")
    qapp.setPalette(palette)
