"""The outline in the whole window: keys that the window's commands have as well, and the caret beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.documents import Document
from editor.model.resolution import Resolution
from editor.templating.schema import Template
from editor.ui.outline.view import OutlineView
from editor.ui.program import Program
from editor.ui.window.main_window import MainWindow
from tests.ui.sample import named
from tests.ui.windows import close_all

Key = Qt.Key
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, program: Program, resolution: Resolution, template: Template) -> Iterator[MainWindow]:
    found = program.open_document(Document(resolution, template))
    found.resize(1200, 800)
    qtbot.waitExposed(found)
    found.activateWindow()
    found.session.outline.setFocus()
    qtbot.waitUntil(found.session.outline.hasFocus)
    yield found
    close_all(program)


@pytest.fixture
def view(window: MainWindow) -> OutlineView:
    return window.session.outline


def order(window: MainWindow) -> str:
    return " ".join(clause.id.lstrip("0") for clause in window.session.workspace.body)


def click(view: OutlineView, name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    rect = view.visualRect(view.lines.index_of(named(name)))
    QTest.mouseClick(view.viewport(), LEFT, modifier, rect.center())


def test_the_caret_goes_where_the_outline_does(window: MainWindow, view: OutlineView) -> None:
    click(view, "v3")
    assert window.session.clause() == named("v3")
    QTest.keyClick(view, Key.Key_Up)
    assert window.session.clause() == named("b2")
    QTest.keyClick(view, Key.Key_Return)
    assert window.session.draft.hasFocus()
    window.session.draft.go_to(named("p1"))
    assert view.chosen() == (named("p1"),)


def test_several_clauses_are_moved_by_the_key_the_text_has_as_well(window: MainWindow, view: OutlineView) -> None:
    click(view, "p2")
    click(view, "p3", SHIFT)
    assert view.chosen() == (named("p2"), named("p3"))
    QTest.keyClick(view, Key.Key_Up, ALT)
    assert order(window).startswith("p2 p3 p1 e1")
    assert view.chosen() == (named("p2"), named("p3"))
    assert window.session.clause() == named("p2")
    QTest.keyClick(view, Key.Key_Z, CTRL)
    assert order(window).startswith("p1 p2 p3 e1")
    assert not window.session.workspace.history.can_undo


def test_deleting_is_one_step_and_the_caret_stays_near(window: MainWindow, view: OutlineView) -> None:
    before = order(window)
    click(view, "v2")
    QTest.keyClick(view, Key.Key_Delete)
    assert order(window) == "p1 p2 p3 e1 v1 v3"
    assert window.session.clause() == named("v3")
    assert view.hasFocus()
    QTest.keyClick(view, Key.Key_Z, CTRL)
    assert order(window) == before


def test_cut_and_paste_by_key_are_the_outlines(window: MainWindow, view: OutlineView) -> None:
    click(view, "v1")
    QTest.keyClick(view, Key.Key_X, CTRL)
    click(view, "v3")
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert order(window) == "p1 p2 p3 e1 v2 a1 a2 b1 b2 v3 v1"


def test_letters_filter_and_the_first_found_is_gone_to(window: MainWindow, view: OutlineView) -> None:
    QTest.keyClick(view, Key.Key_M)
    field = window.session.pane.field
    assert field.hasFocus()
    QTest.keyClicks(field, "eet")
    QTest.keyClick(field, Key.Key_Return)
    assert window.session.clause() == named("v3")
    assert view.hasFocus()
    QTest.keyClick(view, Key.Key_Escape)
    assert field.text() == ""
    assert view.chosen() == (named("v3"),)
