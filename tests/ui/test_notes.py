from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.app.preferences import Preferences
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.notes import note_places, set_note
from editor.model.text import LINE_BREAK, OBJECT, Mark, Note, Reference, Run
from editor.model.tree import find
from editor.ui.draft.surface import Draft
from editor.ui.notes.note_field import NoteField
from editor.ui.notes.row import NoteRow
from editor.ui.notes.slip import NoteText
from editor.ui.notes.strip import NotesStrip
from editor.ui.references.references import References
from editor.ui.theme import Theme
from tests.ui.sample import named, sample

CONTROL = Qt.KeyboardModifier.ControlModifier
ITALIC: frozenset[Mark] = frozenset({"italic"})
FIRST = "Adopted at the third meeting of the parties."


@pytest.fixture
def strip(qtbot: QtBot, draft: Draft, workspace: Workspace, theme: Theme) -> Iterator[NotesStrip]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    notes = NotesStrip(workspace, draft, theme)
    column.addWidget(draft, 1)
    column.addWidget(notes)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    draft.setFocus()
    yield notes
    notes.detach()
    draft.setParent(None)


def rows(strip: NotesStrip) -> list[NoteRow]:
    found = sorted(strip.findChildren(NoteRow), key=lambda row: row.y())
    return [row for row in found if row.isVisibleTo(strip)]


def field(strip: NotesStrip, number: int) -> NoteField:
    return next(row.field for row in rows(strip) if row.number == number)


def texts(workspace: Workspace) -> list[NoteText]:
    return [place.note.text for place in note_places(workspace.body)]


def at_end_of(draft: Draft, name: str) -> None:
    draft.go_to(named(name))
    QTest.keyClick(draft, Qt.Key.Key_End)


class TestFromTheTextToTheNote:
    def test_a_note_is_put_in_at_the_caret_and_written_at_once(
        self, strip: NotesStrip, draft: Draft, workspace: Workspace
    ) -> None:
        at_end_of(draft, "v3")
        strip.footnote()
        assert field(strip, 2).hasFocus()
        QTest.keyClicks(field(strip, 2), "See the report.")
        assert texts(workspace) == [(Run(FIRST),), (Run("See the report."),)]
        QTest.keyClick(field(strip, 2), Qt.Key.Key_Escape)
        assert draft.hasFocus()
        assert draft.caret() == (named("v3"), len("Decides to meet again.") + 1)
        QTest.keyClicks(draft, "!")
        assert find(workspace.body, named("v3")).text[-1] == Run("!")
        assert draft.rows() == tuple(clause.text for clause in workspace.body)

    def test_a_mark_switched_off_stays_off_behind_the_note(
        self, strip: NotesStrip, draft: Draft, workspace: Workspace
    ) -> None:
        at_end_of(draft, "v3")
        draft.commands.toggle("italic")
        QTest.keyClicks(draft, " Basins")
        draft.commands.toggle("italic")
        strip.footnote()
        QTest.keyClicks(field(strip, 2), "See the report.")
        QTest.keyClick(field(strip, 2), Qt.Key.Key_Escape)
        QTest.keyClicks(draft, " of")
        assert find(workspace.body, named("v3")).text[1] == Run(" Basins", ITALIC)
        assert find(workspace.body, named("v3")).text[-1] == Run(" of")

    def test_the_key_goes_back_and_forth(self, strip: NotesStrip, draft: Draft, workspace: Workspace) -> None:
        at_end_of(draft, "v3")
        strip.footnote()
        strip.footnote()
        assert draft.hasFocus()
        strip.footnote()
        assert field(strip, 2).hasFocus()
        assert len(texts(workspace)) == 2, "behind a mark it goes to that note"

    def test_a_selection_stays(self, strip: NotesStrip, draft: Draft, workspace: Workspace) -> None:
        draft.put_span((named("v3"), 0), (named("v3"), 7))
        strip.footnote()
        first, note, last = find(workspace.body, named("v3")).text
        assert (first, last) == (Run("Decides"), Run(" to meet again."))
        assert isinstance(note, Note)

    def test_notes_are_numbered_by_their_place(self, strip: NotesStrip, draft: Draft, workspace: Workspace) -> None:
        draft.go_to(named("p1"))
        strip.footnote()
        QTest.keyClicks(field(strip, 1), "First")
        assert texts(workspace) == [(Run("First"),), (Run(FIRST),)]
        assert [row.number for row in rows(strip)] == [1, 2]

    def test_the_note_of_the_caret_is_current(self, strip: NotesStrip, draft: Draft) -> None:
        at_end_of(draft, "v3")
        strip.footnote()
        draft.go_to(named("p2"))
        assert [row.current for row in rows(strip)] == [True, False]
        at_end_of(draft, "v3")
        assert [row.current for row in rows(strip)] == [False, True]
        draft.go_to(named("a1"))
        assert [row.current for row in rows(strip)] == [False, False]

    def test_without_its_mark_the_note_is_gone_and_undo_brings_it_back(
        self, strip: NotesStrip, draft: Draft, workspace: Workspace
    ) -> None:
        mark = len("Bearing in mind the guidance on floods")
        draft.put_span((named("p2"), mark + 1), (named("p2"), mark + 1))
        QTest.keyClick(draft, Qt.Key.Key_Backspace)
        assert texts(workspace) == []
        assert rows(strip) == []
        workspace.undo()
        assert field(strip, 1).words() == FIRST

    def test_a_button_takes_mark_and_note_away(self, strip: NotesStrip, draft: Draft, workspace: Workspace) -> None:
        button = rows(strip)[0].findChild(QToolButton, "note_delete")
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert texts(workspace) == []
        assert draft.hasFocus()
        assert draft.rows() == tuple(clause.text for clause in workspace.body)

    def test_a_click_on_a_mark_leads_to_its_note(self, strip: NotesStrip, draft: Draft, theme: Theme) -> None:
        references = References(draft, draft.workspace, theme, Preferences)
        references.note_wanted.connect(strip.open_note)
        start = draft.projection.position((named("p2"), len("Bearing in mind the guidance on floods")))
        assert start is not None
        (rect,) = draft.rects_of(start, start + 1)
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
        assert field(strip, 1).hasFocus()


class TestWriting:
    def test_words_are_steps_of_the_texts_own_undo(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        note = field(strip, 1)
        QTest.keyClicks(note, " See also")
        workspace.undo()
        assert note.words() == FIRST + " See "
        workspace.undo()
        assert note.words() == FIRST + " "
        workspace.undo()
        assert texts(workspace) == [(Run(FIRST),)]
        assert not workspace.history.can_undo
        workspace.redo()
        workspace.redo()
        assert note.words() == FIRST + " See "

    def test_a_jump_of_the_caret_ends_a_step(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        note = field(strip, 1)
        QTest.keyClicks(note, "x")
        QTest.keyClick(note, Qt.Key.Key_Home)
        QTest.keyClicks(note, "y")
        workspace.undo()
        assert note.words() == FIRST + "x"

    def test_undo_is_the_windows(self, strip: NotesStrip) -> None:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CONTROL)
        event.ignore()
        QApplication.sendEvent(field(strip, 1), event)
        assert not event.isAccepted()

    def test_return_begins_a_line(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        before = field(strip, 1).height()
        QTest.keyClick(field(strip, 1), Qt.Key.Key_Return)
        QTest.keyClicks(field(strip, 1), "More")
        assert texts(workspace) == [(Run(FIRST + LINE_BREAK + "More"),)]
        assert field(strip, 1).height() > before, "the field grows with its lines"

    def test_marks(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        note = field(strip, 1)
        QTest.keyClick(note, Qt.Key.Key_I, CONTROL)
        QTest.keyClicks(note, " ibid.")
        QTest.keyClick(note, Qt.Key.Key_I, CONTROL)
        QTest.keyClicks(note, " 7")
        assert texts(workspace) == [(Run(FIRST), Run(" ibid.", ITALIC), Run(" 7"))]
        QTest.keyClick(note, Qt.Key.Key_A, CONTROL)
        QTest.keyClick(note, Qt.Key.Key_I, CONTROL)
        assert texts(workspace) == [(Run(FIRST + " ibid. 7", ITALIC),)]
        assert note.textCursor().selectedText() == FIRST + " ibid. 7"
        workspace.undo()
        assert texts(workspace) == [(Run(FIRST), Run(" ibid.", ITALIC), Run(" 7"))]

    def test_signs_become_those_of_print_and_backspace_gives_the_typed_ones_back(
        self, strip: NotesStrip, draft: Draft, workspace: Workspace
    ) -> None:
        strip.focus_first()
        note = field(strip, 1)
        QTest.keyClicks(note, ' See "a')
        assert texts(workspace) == [(Run(FIRST + " See \u201ca"),)]
        QTest.keyClick(note, Qt.Key.Key_Backspace)
        QTest.keyClick(note, Qt.Key.Key_Backspace)
        QTest.keyClicks(note, '"')
        assert texts(workspace) == [(Run(FIRST + " See \u201c"),)]
        QTest.keyClick(note, Qt.Key.Key_Backspace)
        assert texts(workspace) == [(Run(FIRST + ' See "'),)]
        QTest.keyClicks(note, "b")
        assert texts(workspace) == [(Run(FIRST + ' See "b'),)]
        draft.commands.smart_typing = False
        QTest.keyClicks(note, '"')
        assert texts(workspace) == [(Run(FIRST + ' See "b"'),)]

    def test_the_keys_of_marks_are_not_the_windows(self, strip: NotesStrip) -> None:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_I, CONTROL)
        event.ignore()
        QApplication.sendEvent(field(strip, 1), event)
        assert event.isAccepted()

    def test_what_comes_in_is_cleaned_and_has_no_look(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        data = QMimeData()
        data.setHtml("<b>Bre\u0301st</b><br>and\u0007 " + OBJECT)
        data.setText("Bre\u0301st\nand\u0007 " + OBJECT)
        field(strip, 1).insertFromMimeData(data)
        assert texts(workspace) == [(Run(FIRST + "Br\u00e9st" + LINE_BREAK + "and\ufffd \ufffd"),)]

    def test_an_accent_joins_its_letter(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        QTest.keyClicks(field(strip, 1), "e")
        commit = QInputMethodEvent()
        commit.setCommitString("\u0301")
        QApplication.sendEvent(field(strip, 1), commit)
        QTest.keyClicks(field(strip, 1), "t")
        assert texts(workspace) == [(Run(FIRST + "\u00e9t"),)]

    def test_what_is_composed_is_not_yet_in_the_note(self, strip: NotesStrip, workspace: Workspace) -> None:
        strip.focus_first()
        QApplication.sendEvent(field(strip, 1), QInputMethodEvent("ni", []))
        assert texts(workspace) == [(Run(FIRST),)]
        commit = QInputMethodEvent()
        commit.setCommitString("\u4f60\U0001f30a")
        QApplication.sendEvent(field(strip, 1), commit)
        assert texts(workspace) == [(Run(FIRST + "\u4f60\U0001f30a"),)]

    def test_references_stand_in_notes_and_follow(self, strip: NotesStrip, workspace: Workspace) -> None:
        (place,) = note_places(workspace.body)
        text: NoteText = (Run("\U0001f30a See "), Reference(named("v3")), Run("."))
        workspace.apply(set_note(workspace.resolution, place.note.id, text))
        strip.focus_first()
        note = field(strip, 1)
        QTest.keyClick(note, Qt.Key.Key_Left)
        QTest.keyClicks(note, " b")
        assert texts(workspace) == [(*text[:2], Run(" b."))]
        note.selectAll()
        assert note.createMimeDataFromSelection().text() == "\U0001f30a See paragraph 6 b."
        note.moveCursor(QTextCursor.MoveOperation.End)
        workspace.apply(edits.delete(workspace.resolution, workspace.grammar, [named("p1")]))
        note.selectAll()
        assert note.createMimeDataFromSelection().text() == "\U0001f30a See paragraph 5 b."
        QTest.keyClick(note, Qt.Key.Key_Delete)
        assert texts(workspace) == [()]

    def test_nothing_is_written_where_nothing_may(
        self, qtbot: QtBot, draft: Draft, workspace: Workspace, theme: Theme
    ) -> None:
        workspace.read_only = True
        strip = NotesStrip(workspace, draft, theme)
        qtbot.addWidget(strip)
        strip.show()
        at_end_of(draft, "v3")
        strip.footnote()
        QTest.keyClicks(field(strip, 1), "x")
        assert texts(workspace) == [(Run(FIRST),)]
        assert field(strip, 1).isReadOnly()
        strip.detach()


class TestTheStrip:
    def test_says_when_it_is_closed(self, qtbot: QtBot, strip: NotesStrip) -> None:
        close = strip.findChild(QToolButton, "notes_close")
        assert isinstance(close, QToolButton)
        with qtbot.waitSignal(strip.closed, timeout=500):
            QTest.mouseClick(close, Qt.MouseButton.LeftButton)

    def test_all_in_it_has_a_name(self, strip: NotesStrip) -> None:
        parts = [*strip.findChildren(NoteField), *strip.findChildren(QToolButton)]
        assert len(parts) == 3
        assert all(part.accessibleName() for part in parts)
        assert field(strip, 1).accessibleName() == "Footnote 1"

    def test_random_work_keeps_fields_and_notes_equal(self, strip: NotesStrip, workspace: Workspace) -> None:
        dice = random.Random(7)
        (place,) = note_places(workspace.body)
        text: NoteText = (Run("\U0001f30a See "), Reference(named("v3")), Reference(named("v1")), Run(".", ITALIC))
        workspace.apply(set_note(workspace.resolution, place.note.id, text))
        workspace.history.close()
        start = sample()
        keys = [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Return]
        strip.focus_first()
        for _ in range(300):
            note = field(strip, 1)
            match dice.randrange(6):
                case 0:
                    QTest.keyClick(note, dice.choice(keys))
                case 1:
                    QTest.keyClick(note, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
                case 2:
                    QTest.keyClick(note, Qt.Key.Key_I, CONTROL)
                case 3:
                    dice.choice([workspace.undo, workspace.redo])()
                case _:
                    QTest.keyClicks(note, dice.choice(["a", " ", "bc", "d e"]))
            assert field(strip, 1)._slip.text() == texts(workspace)[0]
        while workspace.history.can_undo:
            workspace.undo()
        assert workspace.resolution == start
        assert field(strip, 1)._slip.text() == texts(workspace)[0]
