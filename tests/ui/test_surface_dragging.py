"""Words carried over the surface by real mouse events; the system's own part of a drag is played by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from editor.app.workspace import Workspace
from editor.model.resolution import Resolution
from editor.model.text import flatten
from editor.ui.draft.dragging import Dragging
from editor.ui.draft.surface import Draft
from tests.ui.sample import named

Action = Qt.DropAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def point(draft: Draft, name: str, offset: int) -> QPoint:
    """Return where the place is in the viewport."""
    position = draft.projection.position((named(name), offset))
    assert position is not None
    cursor = QTextCursor(draft.document())
    cursor.setPosition(position)
    return draft.cursorRect(cursor).center()


def drop(draft: Draft, at: QPoint, data: QMimeData, action: Qt.DropAction) -> Qt.DropAction:
    """Let `data` fall at `at` as the system would, and return what was done with it."""
    both = Action.CopyAction | Action.MoveAction
    viewport = draft.viewport()
    entered = QDragEnterEvent(at, both, data, LEFT, NONE)
    QApplication.sendEvent(viewport, entered)
    if not entered.isAccepted():
        return Action.IgnoreAction
    moved = QDragMoveEvent(at, both, data, LEFT, NONE)
    moved.setDropAction(action)
    QApplication.sendEvent(viewport, moved)
    event = QDropEvent(QPointF(at), both, data, LEFT, NONE)
    event.setDropAction(action)
    QApplication.sendEvent(viewport, event)
    return event.dropAction() if event.isAccepted() else Action.IgnoreAction


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Callable[[QDrag], Qt.DropAction]]]:
    """Return a list into which the test puts what shall happen to the next drag."""
    plans: list[Callable[[QDrag], Qt.DropAction]] = []
    monkeypatch.setattr(Dragging, "run", lambda _self, drag, _actions: plans.pop(0)(drag))
    yield plans
    assert plans == []


def drag(draft: Draft, start: QPoint) -> None:
    viewport = draft.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    QTest.mouseMove(viewport, start + QPoint(40, 0))
    QTest.mouseRelease(viewport, LEFT, NONE, start + QPoint(40, 0))


def select(draft: Draft, name: str, low: int, high: int, end: str = "") -> QPoint:
    draft.put_span((named(name), low), (named(end or name), high))
    return point(draft, name, low + 2)


@pytest.mark.parametrize("action", [Action.MoveAction, Action.CopyAction])
def test_words_are_carried_to_another_clause_in_one_step(
    draft: Draft,
    workspace: Workspace,
    resolution: Resolution,
    system: list[Callable[[QDrag], Qt.DropAction]],
    action: Qt.DropAction,
) -> None:
    start, end = select(draft, "p1", 9, 37), point(draft, "v3", 7)
    system.append(lambda carried: drop(draft, end, carried.mimeData(), action))
    drag(draft, start)
    assert flatten(workspace.body[-1].text) == "Decides that rivers know no borders to meet again."
    left = "Recalling," if action == Action.MoveAction else "Recalling that rivers know no borders,"
    assert flatten(workspace.body[0].text) == left
    assert draft.textCursor().selectedText() == " that rivers know no borders"
    assert draft.rows() == tuple(one.text for one in workspace.body)
    workspace.undo()
    assert workspace.resolution == resolution
    assert not workspace.history.can_undo


def test_what_another_program_took_goes(
    draft: Draft, workspace: Workspace, system: list[Callable[[QDrag], Qt.DropAction]]
) -> None:
    taken: list[str] = []

    def take(carried: QDrag) -> Qt.DropAction:
        taken.append(carried.mimeData().text())
        return Action.MoveAction

    system.append(take)
    drag(draft, select(draft, "v3", 7, 21))
    assert taken == [" to meet again"]
    assert flatten(workspace.body[-1].text) == "Decides."


def test_what_was_dropped_nowhere_stays(
    draft: Draft, workspace: Workspace, resolution: Resolution, system: list[Callable[[QDrag], Qt.DropAction]]
) -> None:
    system.append(lambda _: Action.IgnoreAction)
    drag(draft, select(draft, "v3", 7, 21))
    assert workspace.resolution == resolution
    assert draft.textCursor().selectedText() == " to meet again"


def test_words_of_another_program_fall_where_the_pointer_is(draft: Draft, workspace: Workspace) -> None:
    data = QMimeData()
    data.setText("6. Urges all;\n7. Thanks all;")
    draft.put_span((named("p1"), 0), (named("p1"), 5))
    assert drop(draft, point(draft, "v3", 22), data, Action.CopyAction) == Action.CopyAction
    assert [flatten(one.text) for one in workspace.body[-2:]] == ["Urges all;", "Thanks all;"]
    assert draft.rows() == tuple(one.text for one in workspace.body)


def test_a_caret_shows_where_words_would_fall(draft: Draft) -> None:
    data = QMimeData()
    data.setText("x")
    both = Action.CopyAction | Action.MoveAction
    at = point(draft, "v3", 7)
    before = draft.viewport().grab().toImage()
    QApplication.sendEvent(draft.viewport(), QDragEnterEvent(at, both, data, LEFT, NONE))
    QApplication.sendEvent(draft.viewport(), QDragMoveEvent(at, both, data, LEFT, NONE))
    shown = draft.viewport().grab().toImage()
    rect = draft.viewport().rect()
    changed = {
        (x, y)
        for x in range(at.x() - 3, at.x() + 4)
        for y in range(rect.height())
        if before.pixel(x, y) != shown.pixel(x, y)
    }
    assert any(abs(y - at.y()) < 6 for _, y in changed)


def test_a_click_in_the_selection_puts_the_caret_there(draft: Draft) -> None:
    start = select(draft, "p1", 0, 20)
    QTest.mousePress(draft.viewport(), LEFT, NONE, start)
    assert draft.textCursor().hasSelection()
    QTest.mouseRelease(draft.viewport(), LEFT, NONE, start)
    assert not draft.textCursor().hasSelection()
    assert draft.caret() == (named("p1"), 2)


def test_a_third_click_still_selects_the_paragraph(draft: Draft) -> None:
    at = point(draft, "v3", 9)
    viewport = draft.viewport()
    QTest.mouseClick(viewport, LEFT, NONE, at)
    QTest.mouseDClick(viewport, LEFT, NONE, at)
    assert draft.textCursor().selectedText() == "to"
    QTest.mouseClick(viewport, LEFT, NONE, at)
    assert draft.textCursor().selectedText().strip() == "Decides to meet again."


def test_a_text_that_is_only_read_gives_words_but_takes_none(
    draft: Draft, workspace: Workspace, resolution: Resolution, system: list[Callable[[QDrag], Qt.DropAction]]
) -> None:
    workspace.read_only = True
    draft.setReadOnly(True)
    end = point(draft, "p1", 3)
    system.append(lambda carried: drop(draft, end, carried.mimeData(), Action.MoveAction))
    drag(draft, select(draft, "v3", 7, 21))
    assert workspace.resolution == resolution
