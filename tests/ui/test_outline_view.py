from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.ui.outline.delegate import CHEVRON
from editor.ui.outline.model import KEY
from editor.ui.outline.view import OutlineView
from editor.ui.theme import Theme
from tests.ui.sample import named

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[OutlineView]:
    outline = OutlineView(workspace, theme)
    qtbot.addWidget(outline)
    outline.resize(264, 600)
    outline.show()
    qtbot.waitExposed(outline)
    yield outline
    outline.detach()


def current(view: OutlineView) -> object:
    return view.currentIndex().data(KEY)


def test_shows_the_caret_without_leading_it(view: OutlineView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(view.clause_chosen):
        view.show_clause(named("b1"))
    assert current(view) == named("b1")
    assert view.chosen() == (named("b1"),)
    view.show_clause(named("e1"))
    assert current(view) == "operative"
    view.show_clause(None)
    assert view.chosen() == ()


def test_shows_the_clause_above_a_folded_one(view: OutlineView) -> None:
    view.setExpanded(view.lines.index_of(named("v2")), False)
    view.show_clause(named("b1"))
    assert current(view) == named("v2")


def test_a_click_leads_the_caret(view: OutlineView, qtbot: QtBot) -> None:
    row = view.visualRect(view.lines.index_of(named("v3"))).center()
    with qtbot.waitSignal(view.clause_chosen) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, row)
    assert told.args == [named("v3")]
    with qtbot.waitSignal(view.cover_chosen):
        QTest.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(view.lines.index_of("cover")).center())


def test_keys_walk_and_go_to_the_text(view: OutlineView, qtbot: QtBot) -> None:
    view.setFocus()
    view.show_clause(named("p1"))
    with qtbot.waitSignal(view.clause_chosen) as told:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert told.args == [named("p2")]
    with qtbot.waitSignal(view.text_wanted):
        QTest.keyClick(view, Qt.Key.Key_Return)


def test_the_arrow_folds_and_opens(view: OutlineView, qtbot: QtBot) -> None:
    index = view.lines.index_of(named("v2"))
    arrow = QPoint(CHEVRON // 2, view.visualRect(index).center().y())
    with qtbot.assertNotEmitted(view.clause_chosen):
        QTest.mouseClick(view.viewport(), LEFT, NONE, arrow)
    assert not view.isExpanded(index)
    QTest.mouseClick(view.viewport(), LEFT, NONE, arrow)
    assert view.isExpanded(index)


def test_new_lines_are_open_and_folded_ones_stay_so(view: OutlineView, workspace: Workspace) -> None:
    view.setExpanded(view.lines.index_of(named("a2")), False)
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("v3"), 7))
    assert not view.isExpanded(view.lines.index_of(named("a2")))
    workspace.apply(edits.indent(workspace.resolution, workspace.grammar, [named("v3")]))
    assert view.isExpanded(view.lines.index_of(named("v2")))


def test_what_is_painted_is_what_is_read(view: OutlineView) -> None:
    index = view.lines.index_of(named("a1"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "a. the upstream States,"
    assert view.accessibleName()
    image = view.grab().toImage()
    assert len({image.pixel(x, view.visualRect(index).center().y()) for x in range(60, 200)}) > 2
