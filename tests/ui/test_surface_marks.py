"""What is laid over the words and put beside them, and what the mouse and other hands meet there."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.edits import Place
from editor.model.text import Reference, flatten, length
from editor.model.tree import find
from editor.templating.begin import change_language
from editor.ui.draft.formats import WORDS
from editor.ui.draft.layers import Stretch
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import named


def grounds(draft: Draft) -> list[Qt.BrushStyle]:
    selections = draft.extraSelections()
    return [selection.format.background().style() for selection in selections]


def laid(draft: Draft) -> list[str]:
    return [selection.cursor.selectedText() for selection in draft.extraSelections()]


def test_a_layer_is_asked_for_the_rows_in_sight_and_follows_the_text(
    draft: Draft, workspace: Workspace, qtbot: QtBot
) -> None:
    asked: list[tuple[int, int]] = []

    def layer(first: int, last: int) -> Iterable[Stretch]:
        asked.append((first, last))
        return [Stretch(0, 0, 3, "spelling"), Stretch(len(workspace.body) + 5, 0, 3, "spelling")]

    words = flatten(workspace.body[0].text)
    draft.set_layer("spelling", layer)
    qtbot.waitUntil(lambda: laid(draft) == [words[:3]])
    assert asked[-1][0] == 0
    assert asked[-1][1] < len(workspace.body)
    draft.put_span((workspace.body[0].id, 0), (workspace.body[0].id, 0))
    QTest.keyClicks(draft, "Xy")
    qtbot.waitUntil(lambda: laid(draft) == ["Xy" + words[:1]])
    draft.set_layer("spelling", None)
    qtbot.waitUntil(lambda: laid(draft) == [])
    assert draft.rows() == tuple(clause.text for clause in workspace.body), "marks are no part of the text"


def test_marks_look_as_the_tokens_say(draft: Draft, theme: Theme, qtbot: QtBot) -> None:
    draft.set_layer("spelling", lambda _first, _last: [Stretch(0, 0, 3, "spelling"), Stretch(0, 4, 6, "remark")])
    qtbot.waitUntil(lambda: len(draft.extraSelections()) == 2)
    selections = draft.extraSelections()
    wave, remark = selections[0].format, selections[1].format
    assert wave.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert wave.underlineColor() == theme.colour("error")
    assert remark.background().color() == theme.colour("comment-soft")
    theme.fix("contrast")
    qtbot.waitUntil(lambda: grounds(draft)[1] == Qt.BrushStyle.NoBrush)


def test_a_hit_is_boxed(draft: Draft, theme: Theme, qtbot: QtBot) -> None:
    draft.set_layer("search", lambda _first, _last: [Stretch(0, 0, 5, "search-hit")])
    qtbot.waitUntil(lambda: len(draft.extraSelections()) == 1)
    box = draft.rects_of(draft.projection.position_in(0, 0), draft.projection.position_in(0, 5))[0]
    picture = draft.viewport().grab().toImage()
    edge = {picture.pixelColor(round(box.center().x()), round(box.top()) + by).name() for by in range(-1, 3)}
    assert theme.colour("advice").name() in edge


def test_a_box_goes_with_its_words(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    last = len(workspace.body) - 1
    draft.set_layer("search", lambda _first, _last: [Stretch(last, 0, 5, "search-hit")])
    qtbot.waitUntil(lambda: len(draft.extraSelections()) == 1)
    ids = [clause.id for clause in workspace.body[2:]]
    workspace.apply(edits.delete(workspace.resolution, workspace.grammar, ids))
    draft.viewport().grab()  # before the layers are asked again


def test_references_read_as_the_language_of_the_text_says(draft: Draft, workspace: Workspace) -> None:
    rows = {language: workspace.template.scheme(language).reference for language in ("en", "fr")}
    assert rows["en"] != rows["fr"]
    before = draft.viewport().grab().toImage()
    workspace.apply(change_language(workspace.resolution, workspace.template, "fr"))
    after = draft.viewport().grab().toImage()
    place = next((clause.id, 0) for clause in workspace.body for piece in clause.text if isinstance(piece, Reference))
    cursor = QTextCursor(draft.document())
    cursor.setPosition((draft.projection.position(place) or 0) + length(find(workspace.body, place[0]).text[:1]) + 1)
    assert cursor.charFormat().property(WORDS) == workspace.labels.reference(Reference(named("p2")))
    assert after != before


def test_a_sign_is_shown_said_and_chosen(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    clause = workspace.body[1].id
    draft.set_signs("advice", {clause: "Two spaces follow each other."})
    draft.set_signs("remark", {clause: "Éliane: is this so?"})
    spots = [
        QPointF(x, y)
        for x in range(0, draft.viewport().width(), 4)
        for y in range(0, draft.viewport().height(), 4)
        if draft.sign_at(QPointF(x, y))
    ]
    found = {draft.sign_at(spot) for spot in spots}
    assert found == {
        ("advice", clause, "Two spaces follow each other."),
        ("remark", clause, "Éliane: is this so?"),
    }
    with qtbot.waitSignal(draft.sign_chosen) as chosen:
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=spots[0].toPoint())
    assert chosen.args[1] == clause
    draft.set_signs("advice", {})
    draft.set_signs("remark", {})
    assert draft.sign_at(spots[0]) is None


def test_a_click_on_a_reference_tells_which(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    target = workspace.body[0].id
    place = (workspace.body[1].id, 0)
    draft.put_span(place, place)
    draft.commands.put((Reference(target, "full"),))
    position = draft.projection.position(place)
    assert position is not None
    spot = draft.rects_of(position, position + 1)[0].center().toPoint()
    with qtbot.waitSignal(draft.piece_clicked) as clicked:
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert clicked.args is not None
    assert clicked.args[0] == place
    assert clicked.args[1].target == target
    assert clicked.args[2] is True


def test_what_is_put_is_one_step_and_the_caret_stands_behind_it(draft: Draft, workspace: Workspace) -> None:
    before = workspace.resolution
    clause = workspace.body[0]
    draft.put_span((clause.id, 0), (clause.id, 4))
    draft.commands.put((Reference(workspace.body[1].id, "full"),))
    assert length(find(workspace.body, clause.id).text) == length(clause.text) - 3
    assert draft.caret() == (clause.id, 1)
    workspace.undo()
    assert workspace.resolution == before


def test_a_key_filter_has_the_first_say(draft: Draft, workspace: Workspace) -> None:
    before = workspace.resolution
    seen: list[int] = []

    def takes(event: QKeyEvent) -> bool:
        seen.append(event.key())
        return event.key() == Qt.Key.Key_Tab

    draft.add_key_filter(takes)
    QTest.keyClick(draft, Qt.Key.Key_Tab)
    assert workspace.resolution == before
    QTest.keyClick(draft, Qt.Key.Key_A)
    assert workspace.resolution != before
    assert seen == [Qt.Key.Key_Tab, Qt.Key.Key_A]


def test_typed_words_are_told_and_pasted_ones_not(draft: Draft) -> None:
    typed: list[str] = []
    draft.typed.connect(typed.append)
    QTest.keyClicks(draft, "ab")
    QTest.keyClick(draft, Qt.Key.Key_Backspace)
    draft.commands.put(())
    assert typed == ["a", "b"]


@pytest.mark.parametrize("words", ["", "ourages the efforts of"])
def test_a_suggestion_is_seen_but_not_in_the_text(draft: Draft, workspace: Workspace, words: str) -> None:
    clause = workspace.body[0]
    end = (clause.id, length(clause.text))
    draft.put_span(end, end)
    before = draft.viewport().grab().toImage()
    draft.suggest(words)
    after = draft.viewport().grab().toImage()
    assert (before != after) == bool(words)
    assert draft.rows() == tuple(clause.text for clause in workspace.body)


def test_the_menu_of_a_place_begins_with_what_others_have_for_it(draft: Draft) -> None:
    asked: list[Place] = []

    def fill(menu: QMenu, place: Place) -> None:
        asked.append(place)
        menu.addAction("hydrological")

    draft.add_menu(fill)
    draft.addAction("Copy")
    draft.put_span((named("v1"), 0), (named("v1"), 0))
    spot = QPoint(5, 5)
    draft.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, draft.mapToGlobal(spot)))
    menu = next(menu for menu in draft.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["hydrological", "", "Copy"]
    assert asked == [draft.caret()]
    menu.close()


def test_another_size_keeps_the_selection_and_the_marks(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    words = flatten(workspace.body[0].text)
    draft.set_layer("spelling", lambda _first, _last: [Stretch(0, 0, 3, "spelling")])
    qtbot.waitUntil(lambda: laid(draft) == [words[:3]])
    draft.put_span((workspace.body[0].id, 4), (workspace.body[0].id, 9))
    draft.set_zoom(draft.zoom + 20)
    assert draft.textCursor().selectedText() == words[4:9]
    qtbot.waitUntil(lambda: laid(draft) == [words[:3]])
