from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.app.preferences import Preferences
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.remarks import add_remark, resolve_remark, set_remark
from editor.model.resolution import Remark
from editor.ui.draft.surface import Draft
from editor.ui.notes.field import Field
from editor.ui.remarks.card import RemarkCard
from editor.ui.remarks.panel import RemarksPanel
from editor.ui.remarks.signs import RemarkSigns
from editor.ui.theme import Theme
from tests.ui.sample import named

DAY = datetime.datetime(2027, 3, 4, 9, 30)


def say(workspace: Workspace, name: str, words: str, author: str = "Ana Costa") -> str:
    """Put a remark on a clause, as a colleague's file brings one; return its id."""
    workspace.apply(add_remark(workspace.resolution, named(name), author, words, DAY))
    return next(remark.id for remark in workspace.resolution.remarks if remark.text == words)


@pytest.fixture
def panel(qtbot: QtBot, draft: Draft, workspace: Workspace, theme: Theme) -> Iterator[RemarksPanel]:
    window = QWidget()
    qtbot.addWidget(window)
    line = QHBoxLayout(window)
    remarks = RemarksPanel(workspace, draft, theme, lambda: Preferences(name="Jan Novák"))
    line.addWidget(draft, 1)
    line.addWidget(remarks)
    window.resize(1200, 700)
    window.show()
    qtbot.waitExposed(window)
    draft.setFocus()
    yield remarks
    remarks.detach()
    draft.setParent(None)


def cards(panel: RemarksPanel) -> list[RemarkCard]:
    QApplication.processEvents()
    found = [card for card in panel.findChildren(RemarkCard) if not card.isHidden()]
    return sorted(found, key=lambda card: card.y())


def said(card: RemarkCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel)]


def writing(panel: RemarksPanel) -> Field:
    focus = QApplication.focusWidget()
    assert isinstance(focus, Field)
    assert panel.isAncestorOf(focus)
    return focus


def press(card: RemarkCard, name: str) -> None:
    QTest.mouseClick(card.buttons[name], Qt.MouseButton.LeftButton)


def remarks(workspace: Workspace) -> list[tuple[str, str, str]]:
    return [(remark.clause, remark.author, remark.text) for remark in workspace.resolution.remarks]


def empty(panel: RemarksPanel) -> bool:
    return any(label.text() == "No remarks on this text." and label.isVisible() for label in panel.findChildren(QLabel))


class TestWriting:
    def test_a_remark_is_made_by_its_first_words(self, panel: RemarksPanel, draft: Draft, workspace: Workspace) -> None:
        assert empty(panel)
        draft.go_to(named("v2"))
        panel.add()
        assert not empty(panel)
        assert remarks(workspace) == []
        QTest.keyClicks(writing(panel), "Which States?")
        assert remarks(workspace) == [(named("v2"), "Jan Novák", "Which States?")]
        QTest.keyClick(writing(panel), Qt.Key.Key_Escape)
        assert draft.hasFocus()
        assert "Which States?" in said(cards(panel)[0])
        dates = [one.date for one in workspace.resolution.remarks]
        assert abs(datetime.datetime.now(datetime.UTC) - dates[0]) < datetime.timedelta(minutes=1)

    def test_one_without_words_leaves_nothing_behind(self, panel: RemarksPanel, workspace: Workspace) -> None:
        panel.add()
        QTest.keyClicks(writing(panel), " ")
        QTest.keyClick(writing(panel), Qt.Key.Key_Escape)
        assert remarks(workspace) == []
        assert cards(panel) == []
        assert not workspace.history.can_undo

    def test_typing_is_undone_by_words_with_the_texts_own_undo(
        self, panel: RemarksPanel, draft: Draft, workspace: Workspace
    ) -> None:
        panel.add()
        QTest.keyClicks(writing(panel), "Which States")
        workspace.undo()
        assert writing(panel).words() == "Which "
        workspace.undo()
        assert remarks(workspace) == []
        assert draft.hasFocus(), "the field is gone with its remark"
        workspace.redo()
        workspace.redo()
        assert "Which States" in said(cards(panel)[0])

    def test_undo_is_the_windows(self, panel: RemarksPanel) -> None:
        panel.add()
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        event.ignore()
        QApplication.sendEvent(writing(panel), event)
        assert not event.isAccepted()

    def test_it_can_be_edited_and_emptied(self, panel: RemarksPanel, draft: Draft, workspace: Workspace) -> None:
        say(workspace, "v2", "Which States?")
        press(cards(panel)[0], "edit")
        QTest.keyClicks(writing(panel), " All?")
        assert remarks(workspace) == [(named("v2"), "Ana Costa", "Which States? All?")]
        draft.setFocus()
        assert cards(panel)[0].field is None, "leaving the field ends it"
        press(cards(panel)[0], "edit")
        writing(panel).selectAll()
        QTest.keyClick(writing(panel), Qt.Key.Key_Delete)
        QTest.keyClick(writing(panel), Qt.Key.Key_Escape)
        assert remarks(workspace) == []

    def test_an_answer_stands_behind_it(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "v2", "Which States?")
        say(workspace, "v3", "Meet where?")
        press(cards(panel)[0], "answer")
        QTest.keyClicks(writing(panel), "All.")
        assert remarks(workspace) == [
            (named("v2"), "Ana Costa", "Which States?"),
            (named("v2"), "Jan Novák", "All."),
            (named("v3"), "Ana Costa", "Meet where?"),
        ]
        assert [said(card)[0] for card in cards(panel)] == ["Ana Costa", "Jan Novák", "Ana Costa"]

    def test_it_can_be_deleted_and_comes_back(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "v2", "Which States?")
        press(cards(panel)[0], "delete")
        assert remarks(workspace) == []
        assert empty(panel)
        workspace.undo()
        assert len(cards(panel)) == 1

    def test_nothing_is_written_where_nothing_may(self, panel: RemarksPanel, workspace: Workspace) -> None:
        workspace.read_only = True
        panel.add()
        assert cards(panel) == []


class TestWhatIsShown:
    def test_they_stand_in_the_order_of_the_text(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "v3", "Third")
        say(workspace, "p1", "First")
        say(workspace, "a2", "Second")
        assert [said(card)[2] for card in cards(panel)] == ["First", "Second", "Third"]

    def test_author_date_and_words_are_text(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "p1", "<b>First</b>", "<i>A</i>")
        card = cards(panel)[0]
        assert said(card)[0] == "<i>A</i>"
        assert "2027" in said(card)[1] or "27" in said(card)[1]
        assert said(card)[2] == "<b>First</b>"
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in card.findChildren(QLabel))
        assert "<b>First</b>" in card.accessibleName()

    def test_resolved_ones_are_folded_away(self, panel: RemarksPanel, workspace: Workspace) -> None:
        remark_id = say(workspace, "p1", "First")
        say(workspace, "p1", "Second")
        press(cards(panel)[0], "resolve")
        assert [said(card)[2] for card in cards(panel)] == ["Second"]
        switch = panel.findChild(QToolButton, "remarks_resolved")
        assert isinstance(switch, QToolButton)
        assert switch.isVisible()
        assert switch.text() == "Resolved (1)"
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
        assert [said(card)[2] for card in cards(panel)] == ["First", "Second"]
        press(cards(panel)[0], "reopen")
        assert not any(remark.resolved for remark in workspace.resolution.remarks)
        assert not switch.isVisible()
        workspace.apply(resolve_remark(workspace.resolution, remark_id, True))
        assert switch.isVisible()

    def test_those_of_a_deleted_clause_wait_for_it(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "p1", "First")
        say(workspace, "v3", "Last")
        workspace.apply(edits.delete(workspace.resolution, workspace.grammar, [named("p1")]))
        assert [said(card)[2] for card in cards(panel)] == ["Last", "First"]
        heads = [part.accessibleName() for part in panel.findChildren(QAbstractButton, "remark_clause")]
        assert sorted(heads) == ["5. Decides to meet again.", "A clause that was deleted"]
        workspace.undo()
        assert [said(card)[2] for card in cards(panel)] == ["First", "Last"]

    def test_everything_in_it_has_a_name(self, panel: RemarksPanel, workspace: Workspace) -> None:
        say(workspace, "p1", "First")
        panel.add()
        parts = [*panel.findChildren(QAbstractButton), *panel.findChildren(Field)]
        assert len(parts) >= 10
        assert all(part.accessibleName() or (isinstance(part, QPushButton) and part.text()) for part in parts)


class TestCaretAndPanel:
    def test_the_caret_leads_the_panel(self, panel: RemarksPanel, draft: Draft, workspace: Workspace) -> None:
        say(workspace, "p1", "First")
        say(workspace, "v3", "Last")
        draft.go_to(named("v3"))
        assert [card.current for card in cards(panel)] == [False, True]
        draft.go_to(named("p2"))
        assert [card.current for card in cards(panel)] == [False, False]

    def test_the_panel_leads_the_caret(self, panel: RemarksPanel, draft: Draft, workspace: Workspace) -> None:
        say(workspace, "p1", "First")
        say(workspace, "v3", "Last")
        QTest.mouseClick(cards(panel)[1], Qt.MouseButton.LeftButton)
        assert draft.caret() == (named("v3"), 0)
        heads = panel.findChildren(QAbstractButton, "remark_clause")
        first = next(head for head in heads if head.accessibleName().startswith("1."))
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Space)
        assert draft.caret() == (named("p1"), 0)

    def test_it_shows_the_remarks_of_a_sign(self, panel: RemarksPanel, draft: Draft, workspace: Workspace) -> None:
        say(workspace, "v3", "Last")
        panel.show_clause(named("v3"))
        assert draft.caret() == (named("v3"), 0)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus.accessibleName() == "6. Decides to meet again."


class TestSigns:
    def test_they_tell_of_open_remarks(self, qtbot: QtBot, draft: Draft, workspace: Workspace) -> None:
        signs = RemarkSigns(draft, workspace)
        assert signs.count == 0
        with qtbot.waitSignals([signs.count_changed, signs.changed], timeout=500):
            remark_id = say(workspace, "p1", "First")
        assert signs.count == 1
        assert signs.clauses() == {named("p1"): "Ana Costa: First"}
        with qtbot.waitSignal(signs.changed, timeout=500), qtbot.assertNotEmitted(signs.count_changed):
            workspace.apply(set_remark(workspace.resolution, remark_id, "First of all"))
        assert draft._signs.of(named("p1")) == "Ana Costa: First of all"
        workspace.undo()
        assert draft._signs.of(named("p1")) == "Ana Costa: First"
        workspace.apply(resolve_remark(workspace.resolution, remark_id, True))
        assert draft._signs.of(named("p1")) == ""
        assert signs.count == 0
        workspace.undo()
        assert signs.count == 1
        signs.detach()

    def test_a_text_comes_with_them(self, draft: Draft, workspace: Workspace) -> None:
        say(workspace, "p1", "First")
        signs = RemarkSigns(draft, workspace)
        assert signs.count == 1
        assert draft._signs.of(named("p1")) == "Ana Costa: First"
        signs.detach()
        assert isinstance(workspace.resolution.remarks[0], Remark)
