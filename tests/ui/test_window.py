"""The whole window, driven by its keys and actions."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from editor.app.documents import Document
from editor.model.text import Run, flatten
from editor.model.tree import find
from editor.templating.schema import Template
from editor.ui.cover.form import CoverForm
from editor.ui.cover.wrapping import Wrapping
from editor.ui.dialogs import NewDialog, UnsavedDialog
from editor.ui.dialogs.number import NumberAnswer, NumberDialog
from editor.ui.program import Program
from editor.ui.style import Dress
from editor.ui.theme import Theme
from editor.ui.window.language_menu import LanguageMenu
from editor.ui.window.main_window import MainWindow
from editor.ui.window.menus import SECTIONS
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


def cover_of(window: MainWindow) -> CoverForm:
    form = window.session.panel("cover")
    assert isinstance(form, CoverForm)
    return form


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
    title = cover_of(window).editors["title"].findChild(Wrapping)
    assert isinstance(title, Wrapping)
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Waters")
    assert window.windowTitle() == "Waters[*]"
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
    QTest.keyClick(session.outline, Qt.Key.Key_Return)
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
    title = cover_of(window).editors["title"].findChild(Wrapping)
    assert isinstance(title, Wrapping)
    title.setFocus()
    window.commands["select_all"].trigger()
    window.commands["cut"].trigger()
    assert window.session.workspace.resolution.cover.text("title") == ""
    window.session.draft.go_to(named("p1"))
    window.session.draft.setFocus()
    window.commands["paste"].trigger()
    assert first(window).startswith("Early Warning in Shared BasinsRecalling")


# Dialogs and looks


@pytest.mark.parametrize("answer", ["save", "discard", "cancel"])
def test_the_dialog_gives_the_answer_of_its_buttons(qtbot: QtBot, theme: Theme, answer: str) -> None:
    dialog = UnsavedDialog(theme, "Waters")
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QAbstractButton, f"unsaved_{answer}")
    assert isinstance(button, QAbstractButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)  # which presses no other, though one of them is the main one
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


def test_words_are_given_a_language(window: MainWindow) -> None:
    draft, workspace = window.session.draft, window.session.workspace
    draft.put_span((named("p1"), 0), (named("p1"), 9))
    menu = window.findChild(LanguageMenu)
    assert menu is not None
    menu.fill()
    next(action for action in menu.actions() if action.objectName() == "action_language_fr").trigger()
    assert [piece.language for piece in workspace.body[0].text if isinstance(piece, Run)] == ["fr", None]
    assert draft.rows() == tuple(clause.text for clause in workspace.body)
    draft.put_span((named("p1"), 3), (named("p1"), 3))
    menu.fill()
    menu.actions()[0].trigger()
    assert [piece.language for piece in workspace.body[0].text if isinstance(piece, Run)] == [None]
    workspace.undo()
    workspace.undo()
    assert workspace.resolution == sample()


def test_a_heading_and_a_number_are_begun_from_the_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace = window.session.workspace
    window.session.draft.go_to(named("v2"))
    window.commands["add_heading"].trigger()
    assert workspace.body[workspace.labels.places[named("v2")] - 1].kind == "heading"
    monkeypatch.setattr(NumberDialog, "ask", lambda *_: NumberAnswer("12 bis"))
    window.session.draft.go_to(named("v2"))
    window.commands["number"].trigger()
    assert workspace.labels.of(named("v2")).text.startswith("12 bis")
    window.commands["add_closing"].trigger()
    assert workspace.body[workspace.labels.places[named("v3")] - 1].kind == "closing"
    monkeypatch.setattr(NumberDialog, "ask", lambda *_: NumberAnswer(None))
    window.session.draft.go_to(named("v2"))
    window.commands["number"].trigger()
    assert find(workspace.body, named("v2")).number is None


def shows(window: MainWindow, panel: str) -> bool:
    return window.shell.open_panel() == panel


def test_the_panel_that_was_open_is_open_the_next_time(
    qtbot: QtBot, template: Template, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UnsavedDialog, "ask", lambda *_: "discard")
    for before, after in (("preview", "remarks"), ("remarks", "")):
        window = MainWindow(program, Document(sample(), template))
        qtbot.addWidget(window)
        window.resize(1440, 900)
        window.show()
        qtbot.waitUntil(partial(shows, window, before))
        window.commands[after or before].trigger()
        assert window.shell.open_panel() == after
        window.close()
    assert program.store.state("panel") == "none"
