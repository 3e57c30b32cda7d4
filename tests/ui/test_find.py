"""Finding and replacing with real keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.app.finding import Hit
from editor.app.workspace import Workspace
from editor.model.text import flatten
from editor.ui.draft.layers import Stretch
from editor.ui.draft.surface import Draft
from editor.ui.find.bar import FindBar
from editor.ui.theme import Theme
from tests.ui.sample import named

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot: QtBot, workspace: Workspace, theme: Theme) -> Iterator[FindBar]:
    window = QWidget()
    qtbot.addWidget(window)
    box = QVBoxLayout(window)
    draft = Draft(workspace, theme)
    found = FindBar(workspace, draft, theme)
    box.addWidget(draft, 1)
    box.addWidget(found)
    window.resize(900, 700)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield found
    found.detach()
    draft.detach()


def draft_of(bar: FindBar) -> Draft:
    draft = bar.window().findChild(Draft)
    assert isinstance(draft, Draft)
    return draft


def look_for(bar: FindBar, words: str, *, replacing: bool = False) -> None:
    bar.open(replacing=replacing)
    bar.words.clear()
    QTest.keyClicks(bar.words, words)


def state(bar: FindBar) -> str:
    labels = [bar.findChild(QLabel, name) for name in ("find_sentence", "find_state")]
    return " / ".join(label.text() for label in labels if isinstance(label, QLabel) and label.text())


def press(bar: FindBar, name: str) -> None:
    button = bar.findChild(QToolButton, name) or bar.findChild(QPushButton, name)
    assert isinstance(button, QToolButton | QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words(workspace: Workspace, name: str) -> str:
    return flatten(next(clause.text for clause in workspace.body if clause.id == named(name)))


def marks(bar: FindBar) -> list[Stretch]:
    assert bar.search._by_clause
    return list(bar.search._stretches(0, 20))


def test_tab_leads_from_what_is_looked_for_to_what_replaces_it(bar: FindBar) -> None:
    look_for(bar, "river", replacing=True)
    QTest.keyClick(bar.words, Key.Key_Tab)
    assert bar.replacement.hasFocus()


def test_typing_counts_and_leads_to_the_first_hit_after_the_caret(bar: FindBar) -> None:
    draft = draft_of(bar)
    draft.go_to(named("e1"))
    look_for(bar, "river")
    assert state(bar) == "2 of 2"
    assert draft.caret() == (named("a2"), 9)
    assert bar.words.hasFocus()


def test_return_and_f3_go_round_and_say_so(bar: FindBar) -> None:
    look_for(bar, "floods")
    seen = [state(bar)]
    for key, modifier in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, SHIFT),
        (Key.Key_Return, SHIFT),
    ):
        QTest.keyClick(bar.words, key, modifier)
        seen.append(state(bar))
    assert seen == ["1 of 2", "2 of 2", "1 of 2, again from the top", "2 of 2, again from the end", "1 of 2"]


def test_the_caret_leads_where_somebody_moved_it(bar: FindBar) -> None:
    look_for(bar, "the")
    draft_of(bar).go_to(named("a2"))
    QTest.keyClick(bar.words, Key.Key_F3)
    assert draft_of(bar).caret() == (named("a2"), 3)
    draft_of(bar).go_to(named("a2"))
    QTest.keyClick(bar.words, Key.Key_F3, SHIFT)
    assert draft_of(bar).caret() == (named("a1"), 3)


def test_hits_are_marked_the_current_one_otherwise(bar: FindBar) -> None:
    look_for(bar, "floods")
    assert marks(bar) == [Stretch(1, 32, 38, "search-current"), Stretch(2, 24, 30, "search-hit")]
    QTest.keyClick(bar.words, Key.Key_Return)
    assert [mark.mark for mark in marks(bar)] == ["search-hit", "search-current"]


def test_marks_follow_what_is_typed_meanwhile(bar: FindBar, workspace: Workspace) -> None:
    look_for(bar, "floods")
    draft = draft_of(bar)
    draft.go_to(named("p2"))
    QTest.keyClicks(draft, "The floods. ")
    assert [mark[1:3] for mark in marks(bar)] == [(4, 10), (44, 50), (24, 30)]
    assert state(bar) == "3 found"
    QTest.keyClick(bar.words, Key.Key_F3)
    assert state(bar) == "2 of 3"
    workspace.undo()
    assert len(bar.search.hits) == 2 + (words(workspace, "p2").startswith("The floods"))


def test_hits_in_notes_and_on_the_cover_are_led_to(bar: FindBar) -> None:
    revealed: list[Hit] = []
    bar.reveal.connect(revealed.append)
    look_for(bar, "parties")
    assert state(bar) == "1 of 1, in note 1"
    assert draft_of(bar).caret() == (named("p2"), 39)
    look_for(bar, "Vautrin")
    assert state(bar) == "1 of 1, on the cover"
    assert [(hit.where, hit.note, hit.field, hit.part) for hit in (revealed[-2], revealed[-1])][-1] == (
        "cover",
        "",
        "sponsor",
        "family",
    )
    assert any(hit.note == named("n1") for hit in revealed)


def test_selected_words_are_looked_for(bar: FindBar) -> None:
    draft_of(bar).put_span((named("p3"), 20), (named("p3"), 30))
    bar.open()
    assert bar.words.text() == "the floods"
    assert state(bar) == "1 of 1"


def test_options(bar: FindBar) -> None:
    look_for(bar, "The")
    assert state(bar).endswith(" of 7")
    press(bar, "button_find_case")
    assert state(bar) == "1 of 1"
    press(bar, "button_find_case")
    look_for(bar, "and")
    assert state(bar).endswith(" of 1")
    look_for(bar, "an")
    press(bar, "button_find_whole")
    assert state(bar) == "Nothing found"


def test_a_pattern_that_is_none_is_told_in_a_sentence(bar: FindBar) -> None:
    press(bar, "button_find_pattern")
    look_for(bar, "(flo")
    assert state(bar).startswith("This pattern is not complete at sign 4, so nothing was looked for: ")
    assert bar.words.property("wrong") is True
    QTest.keyClicks(bar.words, ")")
    assert state(bar).endswith(" of 2")
    assert bar.words.property("wrong") is False


def test_a_pattern_without_end_is_told_in_a_sentence(bar: FindBar, workspace: Workspace) -> None:
    draft = draft_of(bar)
    draft.go_to(named("v3"))
    QTest.keyClicks(draft, "a" * 50)
    press(bar, "button_find_pattern")
    look_for(bar, "(a|aa)+$")
    assert state(bar) == "This pattern takes too long, so nothing was looked for; make it simpler."
    assert workspace.history.can_undo


def test_one_hit_after_another_is_replaced(bar: FindBar, workspace: Workspace) -> None:
    look_for(bar, "floods", replacing=True)
    bar.replacement.setFocus()
    QTest.keyClicks(bar.replacement, "floods and more floods")
    QTest.keyClick(bar.replacement, Key.Key_Return)
    assert "on floods and more floods" in words(workspace, "p2")
    assert (words(workspace, "p3").count("floods"), state(bar)) == (1, "3 of 3")
    QTest.keyClick(bar.replacement, Key.Key_Return)
    assert "the floods and more floods of" in words(workspace, "p3")
    workspace.undo()
    assert "and more" not in words(workspace, "p3")
    assert "and more" in words(workspace, "p2")


def test_replacing_leads_first_where_the_caret_was_moved(bar: FindBar, workspace: Workspace) -> None:
    look_for(bar, "floods", replacing=True)
    draft_of(bar).go_to(named("p3"))
    press(bar, "find_replace")
    assert not workspace.history.can_undo
    assert state(bar) == "2 of 2"


def test_all_are_replaced_as_one_step(bar: FindBar, workspace: Workspace) -> None:
    before = workspace.resolution
    press(bar, "button_find_pattern")
    look_for(bar, r"(\w+)ing (that|in|with)", replacing=True)
    bar.replacement.setFocus()
    QTest.keyClicks(bar.replacement, r"$1ed \2")
    press(bar, "find_all")
    assert words(workspace, "p1") == "Recalled that rivers know no borders,"
    assert words(workspace, "p3").startswith("Noted with")
    assert workspace.resolution.cover.text("title") == "Early Warned in Shared Basins"
    assert state(bar) == "4 places replaced; Ctrl+Z takes them back. / Nothing found"
    assert draft_of(bar).rows() == tuple(clause.text for clause in workspace.body)
    workspace.undo()
    assert workspace.resolution == before


def test_nothing_is_replaced_in_a_text_that_is_read_only(bar: FindBar, workspace: Workspace) -> None:
    workspace.read_only = True
    look_for(bar, "floods", replacing=True)
    bar.replacement.setFocus()
    QTest.keyClick(bar.replacement, Key.Key_Return)
    assert not workspace.history.can_undo


def test_esc_closes_and_leaves_the_hit_selected(bar: FindBar) -> None:
    bar.closed.connect(bar.hide)
    look_for(bar, "floods")
    QTest.keyClick(bar.words, Key.Key_Escape)
    span = draft_of(bar).span()
    assert span is not None
    assert (span.start, span.end) == ((named("p2"), 32), (named("p2"), 38))
    assert bar.search.hits == ()
    bar.go_on()
    assert draft_of(bar).caret() == (named("p3"), 30)


def test_every_control_has_a_name_and_can_be_reached(bar: FindBar) -> None:
    bar.show_replacing(True)
    controls = [*bar.findChildren(QToolButton), *bar.findChildren(QPushButton)]
    assert len(controls) == 8
    for control in controls:
        assert control.accessibleName() or control.text()
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
