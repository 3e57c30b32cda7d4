"""What the drafting surface shows besides the words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.clause import Body
from editor.ui.draft.formats import BROKEN, WORDS
from editor.ui.draft.looks import looks
from editor.ui.draft.margin import row_at
from editor.ui.draft.places import place_of_change
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import clause, named, sample


def chip(draft: Draft, row: int, offset: int) -> tuple[object, object]:
    """Return the words of the object at `offset` in `row`, and whether it is broken."""
    cursor = QTextCursor(draft.document())
    cursor.setPosition(draft.projection.position_in(row, offset))
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
    found = cursor.charFormat()
    return found.property(WORDS), found.property(BROKEN)


def test_references_and_notes_show_the_present_numbers(draft: Draft, workspace: Workspace) -> None:
    assert chip(draft, 4, 22) == ("paragraph 2", False)
    assert chip(draft, 1, 38) == ("1", False)
    workspace.apply(edits.split(workspace.resolution, workspace.grammar, named("p1"), 9))
    assert chip(draft, 5, 22) == ("paragraph 3", False)
    workspace.apply(edits.delete(workspace.resolution, workspace.grammar, [named("p2")]))
    assert chip(draft, 4, 22) == ("paragraph ?", True)
    workspace.undo()
    assert chip(draft, 5, 22) == ("paragraph 3", False)


def test_signs_stand_over_the_first_clause_of_each_part() -> None:
    body = sample().body
    assert [look.sign for look in looks(body, signs=True)] == ["preamble"] + [""] * 3 + ["operative"] + [""] * 6
    assert not any(look.sign for look in looks(body, signs=False))


def test_every_part_of_a_text_has_its_own_signs() -> None:
    body = (clause("a", "part", "I"), *sample().body, clause("b", "part", "II"), clause("c", "operative", "Urges."))
    signs = [look.sign for look in looks(body, signs=True)]
    assert (signs[1], signs[5], signs[-1]) == ("preamble", "operative", "operative")


def test_sub_items_stand_further_in_and_closer_together() -> None:
    body: Body = (*sample().body[:9], clause("k", "closing", "and so on.", 1))
    found = looks(body, signs=True)
    assert [look.indent for look in found[5:]] == [0, 1, 1, 2, 0]
    assert [look.gap for look in found[3:8]] == ["enacting", "clause", "clause", "clause", "item"]
    assert found[-1].style == "closing-0"


def left_edge(draft: Draft, row: int) -> float:
    layout = draft.document().findBlockByNumber(row).layout()
    return layout.position().x() + layout.lineAt(0).x()


@pytest.mark.parametrize("width", [460, 700, 1000, 1600])
def test_the_column_is_in_the_middle_and_never_too_wide(draft: Draft, width: int) -> None:
    draft.resize(width, 700)
    QApplication.processEvents()
    frame = draft.document().rootFrame().frameFormat()
    measure = draft.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert measure <= 621
    assert frame.leftMargin() >= 52
    if width >= 1000:
        assert abs(frame.leftMargin() - frame.rightMargin()) <= 8
    assert left_edge(draft, 6) - left_edge(draft, 5) == 32


def darkness(draft: Draft, left: float, right: float, top: float, bottom: float) -> int:
    """Return how many pixels of that area are not the ground's."""
    image = draft.viewport().grab().toImage()
    ground = image.pixel(image.width() - 2, image.height() - 2)
    return sum(
        image.pixel(x, y) != ground for x in range(round(left), round(right)) for y in range(round(top), round(bottom))
    )


def test_numbers_and_signs_are_painted_beside_the_words(draft: Draft) -> None:
    layout = draft.document().findBlockByNumber(1).layout()
    at, height = layout.position(), layout.boundingRect().height()
    assert darkness(draft, at.x() - 40, at.x() - 12, at.y(), at.y() + height) > 10
    first = draft.document().findBlockByNumber(0).layout().position()
    assert darkness(draft, first.x(), first.x() + 60, first.y() - 32, first.y() - 8) > 30
    phrase = draft.document().findBlockByNumber(3).layout().position()
    assert darkness(draft, phrase.x() - 40, phrase.x() - 12, phrase.y(), phrase.y() + 20) == 0


@pytest.mark.parametrize("row", range(11))
def test_rows_are_found_by_their_height(draft: Draft, row: int) -> None:
    layout = draft.document().findBlockByNumber(row).layout()
    assert row_at(draft.document(), layout.position().y() + layout.boundingRect().height() / 2) == row
    assert row_at(draft.document(), -5) == 0


def test_lines_keep_their_distance_around_a_reference(draft: Draft) -> None:
    plain = draft.document().findBlockByNumber(0).layout().lineAt(0).height()
    assert draft.document().findBlockByNumber(4).layout().lineAt(0).height() == plain
    assert draft.document().findBlockByNumber(1).layout().lineAt(0).height() == plain


def test_zoom_keeps_the_caret_and_stays_within_bounds(draft: Draft) -> None:
    draft.put_span((named("v3"), 4), (named("v3"), 4))
    size = draft.document().defaultFont().pointSizeF()
    assert size == pytest.approx(12 * 1.08)
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(draft.viewport(), wheel)
    assert draft.zoom == 118
    assert draft.caret() == (named("v3"), 4)
    draft.set_zoom(10_000)
    assert draft.zoom == 240
    assert draft.document().defaultFont().pointSizeF() == pytest.approx(28.8)


def test_the_font_is_the_templates(draft: Draft) -> None:
    assert draft.document().defaultFont().families()[0] == "Liberation Serif"


def test_the_caret_goes_to_what_others_changed(draft: Draft, workspace: Workspace) -> None:
    body = workspace.body
    assert place_of_change(body, body[:-1], (named("v3"), 2)) == (named("b2"), 0)
    assert place_of_change(body[:-1], body, None) == (named("v3"), 22)
    turned = (body[1], body[0], *body[2:])
    assert place_of_change(body, turned, (named("p1"), 3)) == (named("p1"), 3)
    assert place_of_change(body, (), None) is None
    assert draft.accessibleName() == "Draft"


def test_both_halves_are_redrawn_in_other_colours(draft: Draft, theme: Theme) -> None:
    theme.scheme = "dark"
    theme.changed.emit()
    image = draft.viewport().grab().toImage()
    assert image.pixelColor(2, image.height() - 2).name() == theme.hex("surface").lower()


def test_the_caret_never_stands_on_the_edge(draft: Draft, workspace: Workspace) -> None:
    draft.resize(500, 260)
    for each in (*workspace.body, *reversed(workspace.body)):
        draft.go_to(each.id)
        caret = draft.cursorRect()
        room = caret.height()
        bar = draft.verticalScrollBar()
        assert caret.top() >= room or bar.value() == bar.minimum()
        assert caret.bottom() <= draft.viewport().height() - room or bar.value() == bar.maximum()


def test_a_near_jump_is_seen_and_a_still_window_jumps(
    draft: Draft, workspace: Workspace, theme: Theme, qtbot: QtBot
) -> None:
    draft.resize(500, 260)
    bar = draft.verticalScrollBar()
    draft.go_to(workspace.body[-1].id)
    end = bar.value()
    draft.go_to(workspace.body[0].id)
    start = bar.value()
    assert start < end
    theme.still = False
    draft.go_to(workspace.body[-1].id)
    assert bar.value() < end
    qtbot.waitUntil(lambda: bar.value() == end)
