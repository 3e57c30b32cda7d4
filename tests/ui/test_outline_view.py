from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.ui.outline.delegate import CHEVRON
from editor.ui.outline.menu import OutlineMenu
from editor.ui.outline.model import KEY
from editor.ui.outline.pane import OutlinePane
from editor.ui.outline.view import OutlineView
from editor.ui.theme import Theme
from tests.ui.sample import named

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def pane(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[OutlinePane]:
    outline = OutlinePane(workspace, theme)
    qtbot.addWidget(outline)
    outline.resize(264, 640)
    outline.show()
    qtbot.waitExposed(outline)
    outline.activateWindow()
    outline.focus_first()
    yield outline
    outline.detach()


@pytest.fixture
def view(pane: OutlinePane) -> OutlineView:
    return pane.view


def current(view: OutlineView) -> object:
    return view.currentIndex().data(KEY)


def order(workspace: Workspace) -> str:
    """Return the names of all clauses, a dash before each for its level."""
    return " ".join("-" * clause.level + clause.id.lstrip("0") for clause in workspace.body)


def middle(view: OutlineView, name: str) -> QPoint:
    index = view.lines.index_of(name if name in {"cover", "form", "preamble", "operative"} else named(name))
    return view.delegate.row(view.visualRect(index)).center()


def visible(view: OutlineView) -> list[str]:
    """Return the lines that can be seen, by their names."""
    found: list[str] = []
    index = view.lines.index(0, 0)
    index = index if not view.isRowHidden(0, index.parent()) else view.indexBelow(index)
    while index.isValid():
        found.append(str(index.data(KEY)).lstrip("0"))
        index = view.indexBelow(index)
    return found


# Following and leading


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
    with qtbot.waitSignal(view.clause_chosen) as told:
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, "v3"))
    assert told.args == [named("v3")]
    with qtbot.waitSignal(view.cover_chosen):
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, "cover"))
    with qtbot.waitSignal(view.form_chosen):
        QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, "form"))


def test_keys_walk_and_go_to_the_text(view: OutlineView, qtbot: QtBot) -> None:
    view.show_clause(named("p1"))
    with qtbot.waitSignal(view.clause_chosen) as told:
        QTest.keyClick(view, Key.Key_Down)
    assert told.args == [named("p2")]
    for key in (Key.Key_Return, Key.Key_F2):
        with qtbot.waitSignal(view.text_wanted):
            QTest.keyClick(view, key)


def test_walking_over_the_cover_opens_nothing_but_return_does(view: OutlineView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.lines.index_of("preamble"))
    with qtbot.assertNotEmitted(view.cover_chosen):
        QTest.keyClick(view, Key.Key_Up)
    assert current(view) == "cover"
    with qtbot.waitSignal(view.cover_chosen):
        QTest.keyClick(view, Key.Key_Return)


def test_several_are_chosen_while_the_caret_follows(view: OutlineView) -> None:
    view.clause_chosen.connect(view.show_clause)  # as the window does, by way of the caret
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, "v1"))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, middle(view, "v3"))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, middle(view, "p1"))
    assert view.chosen() == (named("p1"), named("v1"), named("v3"))
    QTest.mouseClick(view.viewport(), LEFT, CTRL, middle(view, "v1"))
    assert view.chosen() == (named("p1"), named("v3"))
    QTest.mouseClick(view.viewport(), LEFT, NONE, middle(view, "p1"))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(view, "p3"))
    assert view.chosen() == (named("p1"), named("p2"), named("p3"))


# Folding


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


def test_a_folded_clause_stays_folded_where_it_goes(view: OutlineView, workspace: Workspace) -> None:
    view.setExpanded(view.lines.index_of(named("a2")), False)
    workspace.apply(edits.outdent(workspace.resolution, workspace.grammar, [named("a2")]))
    assert not view.isExpanded(view.lines.index_of(named("a2")))
    assert view.isExpanded(view.lines.index_of(named("v2")))
    workspace.undo()
    assert not view.isExpanded(view.lines.index_of(named("a2")))


# Keys that edit


@pytest.mark.parametrize(
    ("chosen", "key", "modifier", "after"),
    [
        ("v3", Key.Key_Up, ALT, "p1 p2 p3 e1 v1 v3 v2 -a1 -a2 --b1 --b2"),
        ("v2", Key.Key_Down, ALT, "p1 p2 p3 e1 v1 v3 v2 -a1 -a2 --b1 --b2"),
        ("v3", Key.Key_Right, ALT, "p1 p2 p3 e1 v1 v2 -a1 -a2 --b1 --b2 -v3"),
        ("a2", Key.Key_Left, ALT, "p1 p2 p3 e1 v1 v2 -a1 a2 -b1 -b2 v3"),
        ("a2", Key.Key_BracketLeft, CTRL, "p1 p2 p3 e1 v1 v2 -a1 a2 -b1 -b2 v3"),
        ("p1 p2", Key.Key_Down, ALT, "p3 p1 p2 e1 v1 v2 -a1 -a2 --b1 --b2 v3"),
        ("v2", Key.Key_Delete, NONE, "p1 p2 p3 e1 v1 v3"),
        ("p2 v1", Key.Key_Delete, NONE, "p1 p3 e1 v2 -a1 -a2 --b1 --b2 v3"),
    ],
)
def test_keys_arrange_what_is_chosen(
    view: OutlineView, workspace: Workspace, chosen: str, key: Key, modifier: Qt.KeyboardModifier, after: str
) -> None:
    before = order(workspace)
    view.choose([named(name) for name in chosen.split()])
    QTest.keyClick(view, key, modifier)
    assert order(workspace) == after
    if key != Key.Key_Delete:
        assert view.chosen() == tuple(named(name) for name in chosen.split())
    workspace.undo()
    assert order(workspace) == before
    assert not workspace.history.can_undo


def test_after_deleting_the_next_clause_is_shown(view: OutlineView, qtbot: QtBot) -> None:
    view.choose([named("v2")])
    with qtbot.waitSignal(view.clause_chosen) as told:
        QTest.keyClick(view, Key.Key_Delete)
    assert told.args == [named("v3")]
    assert current(view) == named("v3")


def test_what_the_grammar_forbids_is_refused(view: OutlineView, workspace: Workspace, qtbot: QtBot) -> None:
    view.choose([named("p1")])
    with qtbot.waitSignal(view.refused):
        QTest.keyClick(view, Key.Key_Right, ALT)
    assert not workspace.history.can_undo


def test_clauses_are_copied_cut_pasted_and_doubled(view: OutlineView, workspace: Workspace) -> None:
    view.choose([named("a1"), named("v3")])
    QTest.keyClick(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "  a. the upstream States,\n6. Decides to meet again.\n"
    view.choose([named("p1")])
    QTest.keyClick(view, Key.Key_V, CTRL)
    new = [clause for clause in workspace.body if len(clause.id.lstrip("0")) > 2]
    assert [(clause.kind, clause.level) for clause in new] == [("preambular", 0), ("preambular", 0)]
    workspace.undo()
    view.choose([named("a2")])
    QTest.keyClick(view, Key.Key_X, CTRL)
    assert order(workspace) == "p1 p2 p3 e1 v1 v2 -a1 v3"
    view.choose([named("v1")])
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert order(workspace) == "p1 p2 p3 e1 v1 a2 -b1 -b2 v2 -a1 v3"
    view.choose([named("v1"), named("a2")])
    QTest.keyClick(view, Key.Key_D, CTRL)
    assert [clause.level for clause in workspace.body] == [0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0]
    assert len(view.chosen()) == 2
    assert workspace.labels.of(view.chosen()[0]).bare == "6"


def test_plain_lines_are_pasted_as_clauses(view: OutlineView, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText("in three languages,\n\nfree of charge;\n")
    view.choose([named("a1")])
    QTest.keyClick(view, Key.Key_V, CTRL)
    at = workspace.labels.places[named("a1")]
    assert [clause.level for clause in workspace.body[at : at + 4]] == [1, 1, 1, 1]
    assert workspace.labels.by_place[at + 2].text == "c."


def test_a_text_that_is_read_only_is_only_read(
    qtbot: QtBot, resolution: object, workspace: Workspace, theme: Theme
) -> None:
    del resolution
    workspace.read_only = True
    pane = OutlinePane(workspace, theme)
    qtbot.addWidget(pane)
    pane.view.choose([named("v2")])
    before = workspace.body
    for key, modifier in ((Key.Key_Delete, NONE), (Key.Key_X, CTRL), (Key.Key_Up, ALT)):
        QTest.keyClick(pane.view, key, modifier)
    assert workspace.body is before
    menu = OutlineMenu(pane.view, theme, pane.view.currentIndex())
    enabled = [action.objectName() for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
    assert enabled == ["outline_copy"]
    menu.deleteLater()
    pane.detach()


# Menu


def test_the_right_button_opens_a_menu_and_leaves_the_caret(view: OutlineView, qtbot: QtBot) -> None:
    view.show_clause(named("v3"))
    with qtbot.assertNotEmitted(view.clause_chosen):
        QTest.mousePress(view.viewport(), RIGHT, NONE, middle(view, "a1"))
    assert view.chosen() == (named("a1"),)
    menu = OutlineMenu(view, Theme("light"), view.currentIndex())
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions() if not action.isSeparator()}
    assert enabled["outline_outdent"]
    assert not enabled["outline_move_up"] or not enabled["outline_indent"]
    with qtbot.waitSignal(view.reference_wanted) as told:
        next(action for action in menu.actions() if action.objectName() == "outline_refer").trigger()
    assert told.args == [named("a1")]
    menu.deleteLater()
    view.show_place_again()
    assert view.chosen() == (named("v3"),)


def test_the_menu_adds_a_clause_and_goes_to_the_text(view: OutlineView, workspace: Workspace, qtbot: QtBot) -> None:
    view.choose([named("v2")])
    menu = OutlineMenu(view, Theme("light"), view.currentIndex())
    with qtbot.waitSignal(view.text_wanted):
        next(action for action in menu.actions() if action.objectName() == "outline_add_clause").trigger()
    menu.deleteLater()
    assert [clause.level for clause in workspace.body] == [0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 0, 0]
    assert not workspace.body[10].text
    assert view.chosen() == (workspace.body[10].id,)


def test_the_menu_of_a_part_adds_to_it(view: OutlineView, workspace: Workspace) -> None:
    menu = OutlineMenu(view, Theme("light"), view.lines.index_of("preamble"))
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert [clause.kind for clause in workspace.body[:5]] == ["preambular"] * 4 + ["enacting"]
    assert view.chosen() == (workspace.body[3].id,)


# Filter


def test_typing_filters_by_words_in_any_order(pane: OutlinePane, view: OutlineView) -> None:
    QTest.keyClicks(view, "s")
    assert pane.field.hasFocus()
    QTest.keyClicks(pane.field, "tates part")
    assert pane.field.text() == "states part"
    assert visible(view) == ["operative", "v2"]
    QTest.keyClick(pane.field, Key.Key_Escape)
    assert pane.field.text() == ""
    assert len(visible(view)) == 14
    QTest.keyClick(pane.field, Key.Key_Escape)
    assert view.hasFocus()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5 b", "operative v2 a2 b1 b2"),
        ("5b ii", "operative v2 a2 b2"),
        ("5(a)", "operative v2 a1"),
        ("3", "preamble p3"),
        ("upstream", "operative v2 a1"),
        ("RIVÈRS", "preamble p1"),
        ("concern noting", "preamble p3"),
    ],
)
def test_filter_finds_numbers_and_words(pane: OutlinePane, view: OutlineView, typed: str, found: str) -> None:
    pane.field.setText(typed)
    assert visible(view) == found.split()


def test_filter_that_finds_nothing_says_so(pane: OutlinePane, view: OutlineView) -> None:
    from PySide6.QtWidgets import QLabel

    label = pane.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.isHidden()
    pane.field.setText("helicopters")
    assert visible(view) == []
    assert label.isVisible()
    assert label.text() == "No clause has these words."
    pane.field.clear()
    assert label.isHidden()


def test_filter_unfolds_what_it_finds_and_folds_it_again(pane: OutlinePane, view: OutlineView) -> None:
    view.setExpanded(view.lines.index_of(named("v2")), False)
    view.show_clause(named("v1"))
    pane.field.setText("writing")
    assert visible(view) == ["operative", "v2", "a2", "b1"]
    QTest.keyClick(pane.field, Key.Key_Return)
    assert view.chosen() == (named("b1"),)
    assert view.hasFocus()
    QTest.keyClick(view, Key.Key_Escape)
    assert visible(view) == ["cover", "preamble", "p1", "p2", "p3", "operative", "v1", "v2", "v3", "form"]
    assert current(view) == named("v2")


def test_filter_follows_new_clauses(pane: OutlinePane, view: OutlineView, workspace: Workspace, qtbot: QtBot) -> None:
    pane.field.setText("again")
    assert visible(view) == ["operative", "v3"]
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("v3"), 7))
    qtbot.waitUntil(lambda: len(visible(view)) == 2 and visible(view)[1] == workspace.body[-1].id.lstrip("0"))


# Badges


def test_badges_say_what_they_are(view: OutlineView) -> None:
    view.set_badges("advice", {named("a1"): "Ends <without> a mark"})
    rect = view.delegate.row(view.visualRect(view.lines.index_of(named("a1"))))
    ((box, look),) = view.delegate.badge_boxes(rect, view.lines.index_of(named("a1")))
    assert look.kind == "advice"
    assert view.tip_at(box.center()) == "<qt>Ends &lt;without&gt; a mark</qt>"
    assert view.tip_at(rect.center()) == "<qt>a. the upstream States,</qt>"
    image = view.viewport().grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
    }
    plain = {image.pixelColor(x, box.center().y() + 28).name() for x in range(box.left(), box.right())}
    assert len(colours) > 3
    assert len(plain) == 1


def test_what_is_painted_is_what_is_read(view: OutlineView) -> None:
    index = view.lines.index_of(named("a1"))
    assert index.data() == "a. the upstream States,"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Clause 5 a, level 2: the upstream States,"
    assert view.accessibleName()
    image = view.grab().toImage()
    assert len({image.pixel(x, view.visualRect(index).center().y()) for x in range(60, 200)}) > 2


# Drags


def drag_to(view: OutlineView, ids: list[str], point: QPoint) -> QDragMoveEvent:
    """Carry the clauses `ids` over `point` of the viewport."""
    data = view.lines.mimeData([view.lines.index_of(named(name)) for name in ids])
    event = QDragMoveEvent(point, Qt.DropAction.MoveAction, data, LEFT, NONE)
    event.kept = data  # type: ignore[attr-defined]
    view.dragMoveEvent(event)
    return event


@pytest.mark.parametrize(
    ("dragged", "over", "lower", "depth", "after"),
    [
        ("v3", "v1", False, 0, "p1 p2 p3 e1 v3 v1 v2 -a1 -a2 --b1 --b2"),
        ("v3", "v2", True, 1, "p1 p2 p3 e1 v1 v2 -v3 -a1 -a2 --b1 --b2"),
        ("v3", "b2", True, 0, None),
        ("v1", "b2", True, 0, "p1 p2 p3 e1 v2 -a1 -a2 --b1 --b2 v1 v3"),
        ("v1", "b2", True, 1, "p1 p2 p3 e1 v2 -a1 -a2 --b1 --b2 -v1 v3"),
        ("v1", "b2", True, 2, "p1 p2 p3 e1 v2 -a1 -a2 --b1 --b2 --v1 v3"),
        ("v2", "p1", False, 0, "v2 -a1 -a2 --b1 --b2 p1 p2 p3 e1 v1 v3"),
        ("v1", "form", True, 0, "p1 p2 p3 e1 v2 -a1 -a2 --b1 --b2 v3 v1"),
    ],
)
def test_dragged_clauses_land_where_the_line_is(
    view: OutlineView, workspace: Workspace, dragged: str, over: str, lower: bool, depth: int, after: str | None
) -> None:
    before = order(workspace)
    spot = middle(view, over)
    point = QPoint(round((30 + 18 * depth) * view._theme.scale), spot.y() + (8 if lower else -8))
    event = drag_to(view, [dragged], point)
    if after is None:  # it is there already, so another level is offered
        assert view._drop.landing is None or view._drop.landing.depth != depth
        return
    assert event.isAccepted()
    assert view._drop.landing is not None
    assert view._drop.landing.depth == depth
    drop = QDropEvent(QPointF(point), Qt.DropAction.MoveAction, event.mimeData(), LEFT, NONE)
    view.dropEvent(drop)
    assert drop.isAccepted()
    assert order(workspace) == after
    assert view.chosen() == (named(dragged),)
    workspace.undo()
    assert order(workspace) == before


@pytest.mark.parametrize(("dragged", "over"), [("v2", "a1"), ("v2", "b1"), ("p1", "cover")])
def test_no_line_where_clauses_cannot_go(view: OutlineView, workspace: Workspace, dragged: str, over: str) -> None:
    event = drag_to(view, [dragged], middle(view, over))
    assert not event.isAccepted()
    before = workspace.body
    view.dropEvent(QDropEvent(QPointF(middle(view, over)), Qt.DropAction.MoveAction, event.mimeData(), LEFT, NONE))
    assert workspace.body is before


def test_the_drop_line_is_painted_at_its_level(view: OutlineView, theme: Theme) -> None:
    point = QPoint(90, middle(view, "b2").y() + 8)
    drag_to(view, ["v1"], point)
    landing = view._drop.landing
    assert landing is not None
    assert landing.depth == 3
    image = view.viewport().grab().toImage()
    focus, ground = theme.colour("focus").rgb(), theme.colour("window").rgb()
    ring = round((30 + 18 * landing.depth) * theme.scale)
    assert image.pixel(ring, landing.y) == ground, "the ring is open"
    assert [image.pixel(x, landing.y) == focus for x in (ring - 10, ring + 10, 250)] == [False, True, True]
    assert [image.pixel(200, landing.y + by) == focus for by in (-2, -1, 0, 1)] == [False, True, True, False]
    view._drop.end()
    again = view.viewport().grab().toImage()
    assert again.pixel(200, landing.y) != focus


def test_a_foreign_clause_is_not_taken(view: OutlineView) -> None:
    data = view.lines.mimeData([])
    data.setData("application/x-resolution-editor-moved", b"zzzzzzzzzz")
    event = QDragMoveEvent(middle(view, "v1"), Qt.DropAction.MoveAction, data, LEFT, NONE)
    view.dragMoveEvent(event)
    assert not event.isAccepted()


def test_a_drag_by_the_mouse_carries_a_sub_tree(
    view: OutlineView, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform without a screen has no drags of its own: what it would do is done by hand."""
    port, end = view.viewport(), QPoint(34, middle(view, "v3").y() + 9)
    seen: list[object] = []

    def carry(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        QApplication.sendEvent(port, QDragEnterEvent(end, action, drag.mimeData(), LEFT, NONE))
        move = QDragMoveEvent(end, action, drag.mimeData(), LEFT, NONE)
        QApplication.sendEvent(port, move)
        seen.append((view._drop.landing and view._drop.landing.depth, view.delegate.dragged, move.isAccepted()))
        QApplication.sendEvent(port, QDropEvent(QPointF(end), action, drag.mimeData(), LEFT, NONE))
        return action

    def send(kind: QEvent.Type, point: QPoint, button: Qt.MouseButton) -> None:
        there = QPointF(port.mapToGlobal(point))
        QApplication.sendEvent(port, QMouseEvent(kind, QPointF(point), there, button, LEFT, NONE))

    monkeypatch.setattr(QDrag, "exec", carry)
    start = middle(view, "v2")
    send(QEvent.Type.MouseButtonPress, start, LEFT)
    for by in (4, 24):
        send(QEvent.Type.MouseMove, start + QPoint(0, by), Qt.MouseButton.NoButton)
    assert seen == [(0, frozenset(map(named, ("v2", "a1", "a2", "b1", "b2"))), True)]
    assert order(workspace) == "p1 p2 p3 e1 v1 v3 v2 -a1 -a2 --b1 --b2"
    assert view.delegate.dragged == frozenset()
    assert view.chosen() == (named("v2"),)


def test_keys_held_elsewhere_do_not_choose_several(view: OutlineView) -> None:
    view.show_clause(named("p1"))
    QTest.keyPress(view.window(), Key.Key_Control, CTRL)
    view.show_clause(named("v1"))
    QTest.keyRelease(view.window(), Key.Key_Control, NONE)
    assert view.chosen() == (named("v1"),)
