"""Real keys in the drafting surface."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.errors import EditError
from editor.model.ids import new_id
from editor.model.resolution import Resolution
from editor.model.text import Note, Run, flatten
from editor.templating.begin import new_resolution
from editor.templating.schema import Template
from editor.ui.draft.formats import WORDS
from editor.ui.draft.surface import Draft
from editor.ui.theme import Theme
from tests.ui.sample import named

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def put(draft: Draft, name: str, offset: int = 0, *, until: tuple[str, int] | None = None) -> None:
    end = (named(until[0]), until[1]) if until else (named(name), offset)
    draft.put_span((named(name), offset), end)


def words(workspace: Workspace) -> list[str]:
    return [
        f"{label.text} {flatten(one.text)}".strip()
        for one, label in zip(workspace.body, workspace.labels.by_place, strict=True)
    ]


def press(draft: Draft, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(draft, key, modifier)


@pytest.fixture
def blank(qtbot: QtBot, template: Template, theme: Theme) -> Draft:
    """Return a surface with a text that nobody has begun."""
    workspace = Workspace(new_resolution(template, template.file.default_kind, "en"), template)
    draft = Draft(workspace, theme)
    qtbot.addWidget(draft)
    draft.show()
    qtbot.waitExposed(draft)
    draft.setFocus()
    return draft


def test_a_text_is_written_from_nothing(blank: Draft) -> None:
    QTest.keyClicks(blank, "Recalling rivers,")
    press(blank, Key.Key_Return)
    QTest.keyClicks(blank, "Noting floods,")
    press(blank, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(blank, "Urges:")
    press(blank, Key.Key_Return, Key.Key_Tab)
    QTest.keyClicks(blank, "States,")
    press(blank, Key.Key_Return)
    QTest.keyClicks(blank, "cities;")
    press(blank, Key.Key_Return, Key.Key_Return)
    QTest.keyClicks(blank, "Decides.")
    assert words(blank.workspace) == [
        "1. Recalling rivers,",
        "2. Noting floods,",
        "The OSCE Parliamentary Assembly:",
        "3. Urges:",
        "a. States,",
        "b. cities;",
        "4. Decides.",
    ]
    press(blank, Key.Key_Return, Key.Key_Return, Key.Key_Return)
    assert words(blank.workspace)[-1] == "5.", "an empty last clause takes no further ones"


def test_typing_is_undone_word_by_word(blank: Draft) -> None:
    QTest.keyClicks(blank, "Recalling the rivers")
    steps = []
    while blank.workspace.history.can_undo:
        blank.workspace.undo()
        steps.append(flatten(blank.workspace.body[0].text))
    assert steps == ["Recalling the ", "Recalling ", ""]


def test_a_jump_of_the_caret_ends_a_step(blank: Draft) -> None:
    QTest.keyClicks(blank, "ab")
    press(blank, Key.Key_Left, Key.Key_Right)
    QTest.keyClicks(blank, "c")
    blank.workspace.undo()
    assert flatten(blank.workspace.body[0].text) == "ab"


def test_shift_enter_breaks_the_line(draft: Draft, workspace: Workspace) -> None:
    put(draft, "p1", 9)
    press(draft, Key.Key_Return, modifier=SHIFT)
    assert flatten(workspace.body[0].text) == "Recalling\u2028 that rivers know no borders,"
    assert draft.rows()[0] == workspace.body[0].text


def test_backspace_steps_out_then_joins(draft: Draft, workspace: Workspace) -> None:
    put(draft, "a1")
    press(draft, Key.Key_Backspace)
    assert words(workspace)[6] == "6. the upstream States,"
    press(draft, Key.Key_Backspace)
    assert words(workspace)[5] == "5. Urges participating States to inform: the upstream States,"
    assert draft.caret() == (named("v2"), 38)


def test_erased_letters_are_one_step(draft: Draft, workspace: Workspace) -> None:
    put(draft, "v3", 22)
    press(draft, *[Key.Key_Backspace] * 7)
    assert flatten(workspace.body[-1].text) == "Decides to meet"
    workspace.undo()
    assert flatten(workspace.body[-1].text) == "Decides to meet again."


@pytest.mark.parametrize(
    ("key", "modifier", "left"),
    [
        (Key.Key_Backspace, CTRL, "Decides to again."),
        (Key.Key_Delete, CTRL, "Decides to meet ."),
        (Key.Key_Backspace, SHIFT, "Decides to meetagain."),
        (Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "Decides to meet gain."),
    ],
)
def test_words_and_letters_are_erased(
    draft: Draft, workspace: Workspace, key: Qt.Key, modifier: Qt.KeyboardModifier, left: str
) -> None:
    put(draft, "v3", 16)
    press(draft, key, modifier=modifier)
    assert flatten(workspace.body[-1].text) == left


def test_a_reference_is_erased_as_one(draft: Draft, workspace: Workspace) -> None:
    put(draft, "v1", 23)
    press(draft, Key.Key_Backspace)
    assert workspace.body[4].text == (Run("Calls on all to apply  in full;"),)


def test_tab_takes_all_selected_clauses(draft: Draft, workspace: Workspace) -> None:
    put(draft, "p2", 3, until=("p3", 4))
    press(draft, Key.Key_Tab)
    assert [one.level for one in workspace.body[:3]] == [0, 1, 1]
    press(draft, Key.Key_Backtab, modifier=SHIFT)
    assert [one.level for one in workspace.body[:3]] == [0, 0, 0]


def test_what_cannot_be_done_is_said(draft: Draft, workspace: Workspace, resolution: Resolution) -> None:
    refused: list[EditError] = []
    draft.refused.connect(refused.append)
    put(draft, "p1")
    press(draft, Key.Key_Tab)
    assert [error.code for error in refused] == ["no-parent"]
    assert workspace.resolution == resolution


def test_typing_over_a_selection_of_clauses(draft: Draft, workspace: Workspace) -> None:
    put(draft, "p1", 10, until=("p3", 7))
    QTest.keyClicks(draft, "x")
    assert words(workspace)[0] == "1. Recalling xwith concern the floods of this year,"
    assert draft.rows() == tuple(one.text for one in workspace.body)


def test_marks_of_the_next_words(blank: Draft) -> None:
    blank.commands.toggle("italic")
    QTest.keyClicks(blank, "Noting")
    blank.commands.toggle("italic")
    QTest.keyClicks(blank, " that")
    assert blank.workspace.body[0].text == (Run("Noting", frozenset({"italic"})), Run(" that"))


def test_copied_clauses_are_pasted_as_clauses(draft: Draft, workspace: Workspace, qapp: QApplication) -> None:
    put(draft, "a1", 0, until=("v3", 0))
    press(draft, Key.Key_C, modifier=CTRL)
    assert qapp.clipboard().text().splitlines()[0] == "  a. the upstream States,"
    put(draft, "v1", 34)
    press(draft, Key.Key_V, modifier=CTRL)
    assert words(workspace)[5:9] == [
        "5. the upstream States,",
        "6. the river commission:",
        "a. in writing,",
        "b. at once;",
    ]


def test_cut_clauses_go_and_come_back_with_their_ids(
    draft: Draft, workspace: Workspace, resolution: Resolution
) -> None:
    put(draft, "p1", 0, until=("p2", 0))
    press(draft, Key.Key_X, modifier=CTRL)
    assert workspace.body[0].id == named("p2")
    assert draft.caret() == (named("p2"), 0)
    press(draft, Key.Key_V, modifier=CTRL)
    assert workspace.resolution == resolution


def test_plain_lines_become_clauses(draft: Draft, workspace: Workspace) -> None:
    QGuiApplication.clipboard().setText("First,\nSecond,")
    put(draft, "p1", 38)
    press(draft, Key.Key_V, modifier=CTRL)
    assert words(workspace)[:3] == ["1. Recalling that rivers know no borders,", "2. First,", "3. Second,"]


def test_dropped_words_are_taken_like_pasted_ones(draft: Draft, workspace: Workspace) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b> words")
    data.setText("bold words")
    put(draft, "v3", 7)
    assert draft.canInsertFromMimeData(data)
    draft.insertFromMimeData(data)
    bold = Run("bold", frozenset({"bold"}))
    assert workspace.body[-1].text == (Run("Decides"), bold, Run(" words to meet again."))


def test_undo_puts_the_caret_where_the_text_changed(draft: Draft, workspace: Workspace) -> None:
    put(draft, "p1", 9)
    QTest.keyClicks(draft, "x")
    put(draft, "v3", 3)
    workspace.undo()
    assert draft.caret() == (named("p1"), 9)


def test_keys_of_actions_are_left_to_them(draft: Draft) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for key, modifier, theirs in ((Key.Key_Z, CTRL, True), (Key.Key_Z, CTRL | SHIFT, True), (Key.Key_C, CTRL, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
        event.ignore()
        QApplication.sendEvent(draft, event)
        assert event.isAccepted() is not theirs


# Input methods


def compose(draft: Draft, preedit: str = "", commit: str = "", replace: tuple[int, int] = (0, 0)) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit, *replace)
    QApplication.sendEvent(draft, event)


def test_composed_words_reach_the_text_only_when_done(
    draft: Draft, workspace: Workspace, resolution: Resolution, qtbot: QtBot
) -> None:
    put(draft, "p1", 9)
    compose(draft, "´")
    assert draft.textCursor().block().layout().preeditAreaText() == "´"
    qtbot.wait(5)
    assert workspace.resolution == resolution
    compose(draft, commit="é")
    assert flatten(workspace.body[0].text).startswith("Recallingé that")
    assert draft.textCursor().block().layout().preeditAreaText() == ""
    assert draft.rows()[0] == workspace.body[0].text
    assert draft.caret() == (named("p1"), 10)


def test_composing_replaces_the_selection(draft: Draft, workspace: Workspace) -> None:
    put(draft, "p1", 10, until=("p3", 7))
    compose(draft, "に")
    assert len(workspace.body) == 9
    compose(draft, commit="日本")
    assert flatten(workspace.body[0].text) == "Recalling 日本with concern the floods of this year,"
    assert draft.rows() == tuple(one.text for one in workspace.body)


def test_an_input_method_may_mend_what_is_there(draft: Draft, workspace: Workspace) -> None:
    put(draft, "v3", 7)
    compose(draft, commit="Resolves", replace=(-7, 7))
    assert flatten(workspace.body[-1].text) == "Resolves to meet again."


def test_undo_while_composing_keeps_text_and_field_together(
    draft: Draft, workspace: Workspace, resolution: Resolution
) -> None:
    put(draft, "v3", 7)
    QTest.keyClicks(draft, "x")
    compose(draft, "´")
    workspace.undo()
    compose(draft)
    assert workspace.resolution == resolution
    assert draft.rows() == tuple(one.text for one in workspace.body)


# Other hands


def test_what_a_screen_reader_writes_is_taken_over(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    cursor = QTextCursor(draft.document())
    cursor.setPosition(9)
    cursor.insertText("!")
    qtbot.waitUntil(lambda: flatten(workspace.body[0].text) == "Recalling! that rivers know no borders,")
    workspace.undo()
    assert draft.rows() == tuple(one.text for one in workspace.body)


def test_what_makes_no_clauses_is_put_right(
    draft: Draft, workspace: Workspace, resolution: Resolution, qtbot: QtBot
) -> None:
    cursor = QTextCursor(draft.document())
    cursor.setPosition(9)
    cursor.insertBlock()
    qtbot.waitUntil(lambda: draft.rows() == tuple(one.text for one in workspace.body))
    assert workspace.resolution == resolution


def test_a_read_only_text_can_be_walked_and_copied_only(
    draft: Draft, workspace: Workspace, resolution: Resolution
) -> None:
    workspace.read_only = True
    draft.setReadOnly(True)
    put(draft, "p1", 0, until=("p1", 9))
    QTest.keyClick(draft, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Recalling"
    draft.commands.type_words("x")
    draft.commands.enter()
    assert workspace.resolution == resolution


def test_a_note_taken_out_from_outside_leaves_the_numbers_right(
    draft: Draft, workspace: Workspace, qtbot: QtBot
) -> None:
    place = (named("p2"), len("Bearing in mind the guidance on floods"))
    draft.put_span((place[0], place[1] + 1), (place[0], place[1] + 1))
    draft.commands.put((Note(named("n2"), (Run("And again."),)),))
    cursor = QTextCursor(draft.document())
    cursor.setPosition(draft.projection.position(place) or 0)
    cursor.deleteChar()
    qtbot.waitUntil(lambda: len(workspace.note_numbers) == 1)
    assert draft.rows() == tuple(one.text for one in workspace.body)
    assert workspace.note_numbers == {named("n2"): 1}
    cursor.setPosition((draft.projection.position(place) or 0) + 1)
    assert cursor.charFormat().property(WORDS) == "1"


def test_the_caret_has_a_place_in_a_paragraph_from_outside(draft: Draft, workspace: Workspace) -> None:
    draft.moveCursor(QTextCursor.MoveOperation.End)
    cursor = QTextCursor(draft.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock()
    draft.setTextCursor(cursor)
    assert draft.caret() == (workspace.body[-1].id, 0)


def test_every_row_is_laid_out_after_words_from_outside(draft: Draft, workspace: Workspace, qtbot: QtBot) -> None:
    copied = [edits.copies(workspace.body[4:], new_id) for _ in range(12)]
    for clauses in copied:
        change = edits.insert(workspace.resolution, workspace.grammar, len(workspace.body), clauses)
        workspace.apply(change)
    cursor = QTextCursor(draft.document())
    cursor.setPosition(5)
    cursor.insertText("x")
    qtbot.waitUntil(lambda: flatten(workspace.body[0].text).startswith("Recalx"))
    draft.viewport().grab()
    layout, block, lines = draft.document().documentLayout(), draft.document().begin(), []
    while block.isValid():
        layout.blockBoundingRect(block)
        lines.append(block.layout().lineCount())
        block = block.next()
    assert 0 not in lines


def test_an_input_method_reaches_no_further_than_the_text(draft: Draft, workspace: Workspace) -> None:
    draft.moveCursor(QTextCursor.MoveOperation.Start)
    event = QInputMethodEvent("", [])
    event.setCommitString("ô", -2, 1)
    QApplication.sendEvent(draft, event)
    assert flatten(workspace.body[0].text).startswith("ôRecalling")
