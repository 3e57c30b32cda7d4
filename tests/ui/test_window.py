"""The whole window, driven by its keys and actions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from editor.app import documents
from editor.app.documents import Document
from editor.model.text import flatten
from editor.templating.schema import Template
from editor.ui import dialogs
from editor.ui.cover.plain import Line
from editor.ui.dialogs import NewDialog, UnsavedDialog
from editor.ui.program import Program
from editor.ui.style import Dress
from editor.ui.theme import Theme
from editor.ui.window.actions import SECTIONS
from editor.ui.window.main_window import MainWindow
from tests.ui.sample import named, sample

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, template: Template, program: Program, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "discard")
    main = MainWindow(program, Document(sample(), template))
    qtbot.addWidget(main)
    main.resize(1440, 900)
    main.show()
    qtbot.waitExposed(main)
    main.activateWindow()
    main.session.draft.setFocus()
    return main


def press(window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key, modifier)


def label(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def first(window: MainWindow) -> str:
    return flatten(window.session.workspace.body[0].text)


def test_the_parts_have_the_names_that_drive_them(window: MainWindow) -> None:
    window.commands["cover"].trigger()
    for name in ("outline", "draft", "cover"):
        part = window.findChild(QWidget, name)
        assert part is not None
        assert part.isVisible()
        assert part.accessibleName()
    assert isinstance(window.findChild(QTreeView, "outline"), QTreeView)


def test_every_command_has_words_a_name_and_a_place(window: MainWindow) -> None:
    commands = [command for section in SECTIONS for command in section.commands if command]
    for command in commands:
        action = window.findChild(QAction, f"action_{command.name}")
        assert isinstance(action, QAction)
        assert action.text()
        assert action.toolTip()
    keys = [keys.toString() for action in window.commands.by_name.values() for keys in action.shortcuts()]
    assert len(keys) == len(set(keys)), "a key stands for one command"
    assert all(button.accessibleName() for button in window.findChildren(QAbstractButton) if button.isVisible())


def test_undo_reaches_over_text_and_cover(window: MainWindow) -> None:
    window.session.draft.put_span((named("p1"), 9), (named("p1"), 9))
    QTest.keyClicks(window.session.draft, "x")
    window.commands["cover"].trigger()
    title = window.session.panel("cover").editors["title"].findChild(Line)
    assert isinstance(title, Line)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Waters")
    assert window.windowTitle() == "Waters[*] – Resolution Editor"
    press(window, Qt.Key.Key_Z, CTRL)
    assert title.text() == "Early Warning in Shared Basins"
    press(window, Qt.Key.Key_Z, CTRL)
    assert first(window).startswith("Recalling that")
    assert not window.isWindowModified()
    press(window, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert first(window).startswith("Recallingx")


def test_the_outline_follows_the_caret_and_leads_it(window: MainWindow) -> None:
    session = window.session
    session.draft.go_to(named("a1"))
    assert session.outline.chosen() == (named("a1"),)
    assert label(window, "status_place") == "Clause 5 a of 6"
    session.outline.setCurrentIndex(session.outline.lines.index_of(named("v3")))
    assert session.clause() == named("v3")
    assert label(window, "status_place") == "Clause 6 of 6"
    session.outline.setFocus()
    press(window, Qt.Key.Key_Return)
    assert session.draft.hasFocus()


def test_clauses_are_moved_by_keys_from_text_and_outline(window: MainWindow) -> None:
    session = window.session
    session.draft.go_to(named("v3"))
    press(window, Qt.Key.Key_Up, ALT)
    assert [one.id for one in session.workspace.body[5:7]] == [named("v3"), named("v2")]
    session.outline.setFocus()
    press(window, Qt.Key.Key_Up, ALT)
    assert session.workspace.body[4].id == named("v3")
    assert session.outline.chosen() == (named("v3"),)
    press(window, Qt.Key.Key_Return, CTRL)
    assert session.clause() == named("v3")


def test_panes_are_walked_through(window: MainWindow) -> None:
    window.commands["cover"].trigger()
    session = window.session
    session.outline.setFocus()
    press(window, Qt.Key.Key_F6)
    assert session.draft.hasFocus()
    press(window, Qt.Key.Key_F6)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert session.panel("cover").isAncestorOf(focus) or focus is session.panel("cover")


def test_the_cover_opens_at_the_right_and_folds_away(window: MainWindow) -> None:
    session = window.session
    session.outline.setCurrentIndex(session.outline.lines.index_of("cover"))
    assert session.panel("cover").isVisible()
    assert label(window, "status_place") == "Cover sheet"
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Up)
    assert session.workspace.history.can_undo
    assert label(window, "status_place") == "Cover sheet", "an edit of the cover leads nowhere else"
    assert session.outline.currentIndex().data() == "Cover sheet"
    session.draft.setFocus()
    assert session.outline.chosen() == (named("p1"),)
    window.commands["cover"].trigger()
    assert not session.panel("cover").isVisible()


def test_in_a_narrow_window_the_outline_makes_room(window: MainWindow, theme: Theme) -> None:
    window.resize(theme.px("window", "outline-folds-below") - 50, 700)
    window.commands["cover"].trigger()
    assert not window.session.outline.isVisible()
    assert not window.commands["outline"].isChecked()
    window.commands["cover"].trigger()
    assert window.session.outline.isVisible()


def test_counts_and_zoom_stand_at_the_foot(window: MainWindow, qtbot: QtBot) -> None:
    assert (label(window, "status_clauses"), label(window, "status_language")) == ("6 clauses", "English")
    before = int(label(window, "status_words").split()[0])
    window.session.draft.go_to(named("v3"))
    QTest.keyClicks(window.session.draft, "One more ")
    qtbot.waitUntil(lambda: label(window, "status_words") == f"{before + 2} words")
    window.commands["zoom_in"].trigger()
    assert label(window, "status_zoom") == "118 %"
    window.commands["zoom_reset"].trigger()
    assert label(window, "status_zoom") == "108 %"


def test_a_refused_key_is_explained_at_the_foot(window: MainWindow) -> None:
    window.session.draft.go_to(named("p1"))
    press(window, Qt.Key.Key_Tab)
    assert label(window, "status_place").startswith("There is no clause above")
    press(window, Qt.Key.Key_Right)
    assert label(window, "status_place") == "Clause 1 of 6"


def test_cut_and_paste_go_where_the_keyboard_is(window: MainWindow) -> None:
    window.commands["cover"].trigger()
    title = window.session.panel("cover").editors["title"].findChild(Line)
    assert isinstance(title, Line)
    title.setFocus()
    window.commands["select_all"].trigger()
    window.commands["cut"].trigger()
    assert window.session.workspace.resolution.cover.text("title") == ""
    window.session.draft.go_to(named("p1"))
    window.session.draft.setFocus()
    window.commands["paste"].trigger()
    assert first(window).startswith("Early Warning in Shared BasinsRecalling")


# Files


def test_a_text_without_a_file_is_never_called_saved(window: MainWindow) -> None:
    assert window.session.document.path is None
    assert label(window, "status_state") == "Not saved"
    assert not window.isWindowModified()


def test_a_text_is_saved_and_opened_again(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: path)
    QTest.keyClicks(window.session.draft, "x")
    assert label(window, "status_state") == "Not saved"
    press(window, Qt.Key.Key_S, CTRL)
    assert label(window, "status_state") == "Saved"
    assert not window.isWindowModified()
    assert documents.open_document(path).resolution == window.session.workspace.resolution
    monkeypatch.setattr(dialogs.OpenFile, "ask", lambda *_: path)
    before = window.session
    press(window, Qt.Key.Key_O, CTRL)
    assert window.session is not before
    assert window.session.workspace.resolution == before.workspace.resolution
    assert not window.session.workspace.history.can_undo


def test_a_file_changed_by_others_is_not_overwritten(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: path)
    assert window.files.save()
    path.write_bytes(path.read_bytes() + b" ")
    QTest.keyClicks(window.session.draft, "x")
    assert not window.files.save()
    assert "another program changed this file" in window.shell.strip.sentence()
    assert path.read_bytes().endswith(b" ")
    assert window.session.workspace.history.modified


def test_a_damaged_file_leaves_what_is_open(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.resolution"
    path.write_bytes(b'{"format": "resolution-editor", "ver')
    before = window.session
    assert not window.files.open_path(path)
    assert window.session is before
    assert window.shell.strip.sentence().startswith(str(path))
    assert path.read_bytes() == b'{"format": "resolution-editor", "ver'


def test_a_newer_file_can_only_be_read(window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: path)
    assert window.files.save()
    path.write_bytes(path.read_bytes().replace(b'"version": 1,', b'"version": 99,'))
    data = path.read_bytes()
    assert window.files.open_path(path)
    assert "newer version" in window.shell.strip.sentence()
    QTest.keyClicks(window.session.draft, "x")
    assert first(window) == flatten(sample().body[0].text)
    assert not window.files.save()
    assert path.read_bytes() == data


@pytest.mark.parametrize(("ending", "command"), [(".pdf", "export_pdf"), (".docx", "export_docx")])
def test_copies_are_written(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, command: str
) -> None:
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: tmp_path / "copy")
    window.commands[command].trigger()
    data = (tmp_path / f"copy{ending}").read_bytes()
    assert data.startswith(b"%PDF" if ending == ".pdf" else b"PK")
    assert window.shell.strip.sentence() == f"The copy is written to {tmp_path / f'copy{ending}'}."


def test_a_copy_that_cannot_be_written_is_said(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: tmp_path / "nowhere" / "copy.pdf")
    window.commands["export_pdf"].trigger()
    assert "folder does not exist" in window.shell.strip.sentence()


def test_a_new_text_takes_the_old_ones_place(
    window: MainWindow, template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewDialog, "ask", lambda *_: (template, "draft-resolution", "fr"))
    press(window, Qt.Key.Key_N, CTRL)
    state = window.session.workspace.resolution
    assert (state.kind, state.language) == ("draft-resolution", "fr")
    assert window.windowTitle() == "Untitled[*] – Resolution Editor"
    window.commands["cover"].trigger()
    assert "committee" in window.session.panel("cover").editors


@pytest.mark.parametrize(("answer", "closed", "written"), [("save", True, True), ("discard", True, False),
                                                           ("cancel", False, False)])  # fmt: skip
def test_closing_asks_what_becomes_of_the_text(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, closed: bool, written: bool
) -> None:
    path = tmp_path / "waters.resolution"
    monkeypatch.setattr(dialogs.SaveFile, "ask", lambda *_: path)
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: answer)
    QTest.keyClicks(window.session.draft, "x")
    assert window.close() is closed
    assert path.exists() is written


def test_a_saved_text_is_closed_without_a_word(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "cancel")
    assert window.close()


# Dialogs and looks


@pytest.mark.parametrize("answer", ["save", "discard", "cancel"])
def test_the_dialog_gives_the_answer_of_its_buttons(qtbot: QtBot, theme: Theme, answer: str) -> None:
    dialog = UnsavedDialog(theme, "Waters")
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QAbstractButton, f"unsaved_{answer}")
    assert isinstance(button, QAbstractButton)
    button.click()
    assert dialog.answer == answer
    assert not dialog.isVisible()


def test_the_new_dialog_offers_what_the_template_has(qtbot: QtBot, theme: Theme, template: Template) -> None:
    dialog = NewDialog(theme, {template.id: template})
    qtbot.addWidget(dialog)
    kinds = [dialog.kind.itemData(row) for row in range(dialog.kind.count())]
    assert kinds == ["supplementary-item", "draft-resolution"]
    assert dialog.kind.value() == template.file.default_kind
    assert dialog.language.count() == len(template.file.languages)


@pytest.fixture
def dressed(theme: Theme, qapp: QApplication) -> Iterator[Theme]:
    """Dress the application as the program does, and undress it afterwards."""
    style, palette = qapp.style().objectName(), qapp.palette()
    dress = Dress(qapp, theme)
    yield theme
    dress.deleteLater()
    qapp.setStyleSheet("")
    qapp.setStyle(style or "Fusion")
    qapp.setPalette(palette)


def test_other_colours_reach_every_part(dressed: Theme, window: MainWindow) -> None:
    window.commands["cover"].trigger()
    for scheme in ("dark", "light", "contrast"):
        dressed.scheme = scheme
        dressed.changed.emit()
        for part, role in ((window.session.draft, "surface"), (window.session.outline, "window")):
            image = part.viewport().grab().toImage()
            corner = image.pixelColor(image.width() - 3, image.height() - 3).name()
            assert corner == dressed.hex(role).lower()
