from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.app.preferences import Preferences
from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.text import Reference, Run, Text
from editor.model.tree import find
from editor.ui.draft.completion import Completer
from editor.ui.draft.surface import Draft
from editor.ui.references.picker import Picker
from editor.ui.references.references import References
from editor.ui.theme import Theme
from tests.ui.sample import named

CONTROL = Qt.KeyboardModifier.ControlModifier


class Settings:
    """Settings that a test can change."""

    def __init__(self) -> None:
        self.present = Preferences()

    def __call__(self) -> Preferences:
        return self.present


class Taken:
    """A memory of phrases in which none was taken yet."""

    words: Mapping[str, int] = {}

    def count_word(self, phrase: str) -> None:
        """Forget it."""


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def references(draft: Draft, workspace: Workspace, theme: Theme, settings: Settings) -> Iterator[References]:
    found = References(draft, workspace, theme, settings)
    yield found
    found.detach()


def text(workspace: Workspace, name: str) -> Text:
    return find(workspace.body, named(name)).text


def end_of(draft: Draft, name: str) -> None:
    """Put the caret at the end of the clause `name`."""
    draft.go_to(named(name))
    QTest.keyClick(draft, Qt.Key.Key_End)


def offered(references: References) -> list[str]:
    popup = references.offering.popup
    return [target.number for target in popup.list.targets] if popup and references.offering.open else []


@pytest.mark.usefixtures("references")
class TestTheOffer:
    def test_opens_behind_the_word_and_follows_the_digits(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " as paragraph")
        assert offered(references) == []
        QTest.keyClicks(draft, " ")
        assert offered(references) == ["1", "2", "3", "4", "5", "5 a", "5 b", "5 b i", "5 b ii"]
        QTest.keyClicks(draft, "5")
        assert offered(references) == ["5", "5 a", "5 b", "5 b i", "5 b ii"]
        QTest.keyClicks(draft, " b")
        assert offered(references) == ["5 b", "5 b i", "5 b ii"]
        QTest.keyClick(draft, Qt.Key.Key_Backspace)
        assert offered(references) == ["5 a", "5 b", "5 b i", "5 b ii"]
        QTest.keyClicks(draft, "of")
        assert offered(references) == []

    @pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Right])
    def test_is_taken_in_place_of_the_word_in_one_step(
        self, draft: Draft, references: References, workspace: Workspace, key: Qt.Key
    ) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " See paragraph 2")
        typed = text(workspace, "v3")
        QTest.keyClick(draft, key)
        assert text(workspace, "v3") == (Run("Decides to meet again. See "), Reference(named("p2")))
        assert offered(references) == []
        QTest.keyClicks(draft, ";")
        assert text(workspace, "v3")[-1] == Run(";"), "the caret stands behind it"
        workspace.undo()
        workspace.undo()
        assert text(workspace, "v3") == typed
        assert draft.rows() == tuple(clause.text for clause in workspace.body)

    def test_the_arrows_choose_and_the_text_keeps_the_keyboard(self, draft: Draft, workspace: Workspace) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        assert draft.hasFocus()
        QTest.keyClick(draft, Qt.Key.Key_Down)
        QTest.keyClick(draft, Qt.Key.Key_Down)
        QTest.keyClick(draft, Qt.Key.Key_Up)
        QTest.keyClick(draft, Qt.Key.Key_Tab)
        assert text(workspace, "v3")[-1] == Reference(named("p2"))

    def test_return_never_takes(self, draft: Draft, references: References, workspace: Workspace) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        clauses = len(workspace.body)
        QTest.keyClick(draft, Qt.Key.Key_Return)
        assert offered(references) == []
        assert len(workspace.body) == clauses + 1
        assert text(workspace, "v3") == (Run("Decides to meet again. paragraph "),)

    def test_escape_closes_it_until_the_word_is_typed_anew(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        QTest.keyClick(draft, Qt.Key.Key_Escape)
        assert offered(references) == []
        QTest.keyClicks(draft, "5")
        assert offered(references) == []
        QTest.keyClicks(draft, ", paragraph ")
        assert offered(references) != []

    def test_escape_goes_before_the_shortcuts_of_the_window(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(draft, event)
        assert event.isAccepted()
        references.offering.close()
        event.ignore()
        QApplication.sendEvent(draft, event)
        assert not event.isAccepted()

    def test_a_plural_stays_and_gets_the_number(self, draft: Draft, workspace: Workspace) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " Paragraphs 2")
        QTest.keyClick(draft, Qt.Key.Key_Tab)
        assert text(workspace, "v3") == (
            Run("Decides to meet again. Paragraphs "),
            Reference(named("p2"), "number"),
        )

    def test_goes_on_behind_the_first_of_several(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " Paragraphs 2")
        QTest.keyClick(draft, Qt.Key.Key_Tab)
        QTest.keyClicks(draft, " and 3")
        assert offered(references) == ["3"]
        QTest.keyClick(draft, Qt.Key.Key_Tab)
        assert text(workspace, "v3")[1:] == (
            Reference(named("p2"), "number"),
            Run(" and "),
            Reference(named("p3"), "number"),
        )

    def test_never_offers_the_clause_itself(self, draft: Draft, references: References) -> None:
        end_of(draft, "v1")
        QTest.keyClicks(draft, " paragraph ")
        assert "4" not in offered(references)

    def test_goes_when_the_text_is_left(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        draft.clearFocus()
        assert offered(references) == []

    def test_goes_when_the_caret_leaves_the_word(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        QTest.keyClick(draft, Qt.Key.Key_Home)
        assert offered(references) == []

    def test_a_click_takes(self, draft: Draft, references: References, workspace: Workspace) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        popup = references.offering.popup
        assert popup is not None
        rows = popup.list
        spot = rows.visualRect(rows.model().index(1, 0)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert text(workspace, "v3")[-1] == Reference(named("p2"))
        assert draft.hasFocus()

    def test_goes_while_something_is_composed(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        QApplication.sendEvent(draft, QInputMethodEvent("ni", []))
        assert offered(references) == []
        commit = QInputMethodEvent()
        commit.setCommitString("5")
        QApplication.sendEvent(draft, commit)
        assert offered(references) == ["5", "5 a", "5 b", "5 b i", "5 b ii"]

    def test_is_never_there_together_with_phrases(self, draft: Draft, references: References, theme: Theme) -> None:
        phrases = Completer(draft, theme, Taken(), lambda: True)
        end_of(draft, "v3")
        QTest.keyClick(draft, Qt.Key.Key_Return)
        seen = set()
        for letter in "Calls for paragraph 5 b and":
            QTest.keyClicks(draft, letter)
            seen.add((phrases.visible, references.offering.open))
        assert seen >= {(True, False), (False, True)}
        assert (True, True) not in seen

    def test_is_not_made_where_nobody_wants_it(self, draft: Draft, references: References, settings: Settings) -> None:
        settings.present = Preferences(offers=False)
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph ")
        assert references.offering.popup is None


def picker(references: References) -> Picker:
    assert references.picker is not None
    return references.picker


class TestThePicker:
    def test_filters_by_number_and_by_words(self, draft: Draft, references: References) -> None:
        end_of(draft, "v3")
        references.choose()
        field = picker(references).field
        assert field.hasFocus()
        QTest.keyClicks(field, "5b")
        assert picker(references).list.targets == ()
        field.clear()
        QTest.keyClicks(field, "5 b")
        assert [target.number for target in picker(references).list.targets] == ["5 b", "5 b i", "5 b ii"]
        field.clear()
        QTest.keyClicks(field, "rivers borders")
        assert [target.number for target in picker(references).list.targets] == ["1"]

    def test_return_takes_and_the_text_has_the_keyboard_again(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        end_of(draft, "v3")
        references.choose()
        QTest.keyClicks(picker(references).field, "upstream")
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        assert text(workspace, "v3") == (Run("Decides to meet again."), Reference(named("a1")))
        assert not picker(references).isVisible()
        assert draft.hasFocus()
        workspace.undo()
        assert text(workspace, "v3") == (Run("Decides to meet again."),)

    def test_escape_leaves_everything_as_it_was(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        before = workspace.resolution
        end_of(draft, "v3")
        references.choose()
        QTest.keyClick(picker(references).field, Qt.Key.Key_Escape)
        assert not picker(references).isVisible()
        assert workspace.resolution is before

    def test_takes_the_place_of_the_selection(self, draft: Draft, references: References, workspace: Workspace) -> None:
        draft.put_span((named("v3"), 8), (named("v3"), 15))
        references.choose()
        QTest.keyClick(picker(references).field, Qt.Key.Key_Down)
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        assert text(workspace, "v3") == (Run("Decides "), Reference(named("p2")), Run(" again."))

    def test_behind_the_typed_word_it_goes_on_from_there(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        end_of(draft, "v3")
        QTest.keyClicks(draft, " paragraph 5 b")
        references.choose()
        assert offered(references) == []
        assert picker(references).field.text() == "5 b"
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        assert text(workspace, "v3") == (Run("Decides to meet again. "), Reference(named("a2")))

    def test_items_of_the_same_clause_need_no_number_of_it(self, draft: Draft, references: References) -> None:
        end_of(draft, "a1")
        references.choose()
        QTest.keyClicks(picker(references).field, "b ii")
        assert [target.number for target in picker(references).list.targets] == ["5 b ii"]

    def test_is_as_high_with_nothing_found(self, draft: Draft, references: References, qtbot: QtBot) -> None:
        end_of(draft, "v3")
        references.choose()
        popup = picker(references)
        high = popup.sizeHint().height(), popup.height()
        QTest.keyClicks(popup.field, "nowhere")
        qtbot.waitUntil(lambda: not popup.list.isVisible())
        QApplication.processEvents()
        assert (popup.sizeHint().height(), popup.height()) == high

    def test_a_mark_switched_off_stays_off_behind_what_is_taken(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        end_of(draft, "v3")
        draft.commands.toggle("italic")
        QTest.keyClicks(draft, " soon")
        draft.commands.toggle("italic")
        references.choose()
        QTest.keyClicks(picker(references).field, "upstream")
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        assert draft.commands.marks() == frozenset()
        QTest.keyClicks(draft, "er")
        assert text(workspace, "v3") == (
            Run("Decides to meet again."),
            Run(" soon", frozenset({"italic"})),
            Reference(named("a1")),
            Run("er"),
        )

    def test_a_mark_that_is_on_goes_on_behind_what_is_taken(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        end_of(draft, "v3")
        draft.commands.toggle("italic")
        references.choose()
        QTest.keyClicks(picker(references).field, "upstream")
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        QTest.keyClicks(draft, "er")
        assert text(workspace, "v3")[-1] == Run("er", frozenset({"italic"}))

    def test_a_mark_set_is_forgotten_when_the_caret_leaves(self, draft: Draft, workspace: Workspace) -> None:
        end_of(draft, "v3")
        draft.commands.toggle("italic")
        QTest.keyClick(draft, Qt.Key.Key_Left)
        QTest.keyClick(draft, Qt.Key.Key_Right)
        QTest.keyClicks(draft, "!")
        assert text(workspace, "v3") == (Run("Decides to meet again.!"),)

    def test_does_nothing_where_nothing_can_be_written(self, draft: Draft, references: References) -> None:
        draft.setReadOnly(True)
        references.choose()
        assert references.picker is None


def spot_of(draft: Draft, name: str, offset: int) -> QPoint:
    """Return the middle of the character at `offset` of a clause, in the viewport."""
    start = draft.projection.position((named(name), offset))
    assert start is not None
    (rect,) = draft.rects_of(start, start + 1)
    return rect.center().toPoint()


def entries(draft: Draft, name: str, offset: int) -> dict[str, object]:
    """Return the entries over the usual ones in the menu that opens at a place."""
    menu = QMenu(draft)
    for fill in draft._pointer.menus:
        fill(menu, (named(name), offset))
    return {action.text().replace("&", ""): action for action in menu.actions()}


REFERENCE = len("Calls on all to apply ")


@pytest.mark.usefixtures("references")
class TestOneInTheText:
    def test_says_where_it_leads(self, draft: Draft) -> None:
        tip = draft._pointer._words_at(spot_of(draft, "v1", REFERENCE))
        assert tip == "paragraph 2\nBearing in mind the guidance on floods and its use,"

    def test_a_click_with_control_goes_there(self, draft: Draft) -> None:
        draft.go_to(named("v3"))
        spot = spot_of(draft, "v1", REFERENCE)
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert draft.caret() != (named("p2"), 0)
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)
        assert draft.caret() == (named("p2"), 0)

    def test_its_menu_goes_there(self, draft: Draft) -> None:
        for offset in (REFERENCE, REFERENCE + 1):
            draft.go_to(named("v3"))
            entries(draft, "v1", offset)["Go to Clause"].trigger()  # type: ignore[attr-defined]
            assert draft.caret() == (named("p2"), 0)
        assert entries(draft, "v1", 3) == {}

    def test_follows_its_clause(self, draft: Draft, workspace: Workspace) -> None:
        workspace.apply(edits.move(workspace.resolution, workspace.grammar, [named("p2")], 0, 0))
        tip = draft._pointer._words_at(spot_of(draft, "v1", REFERENCE))
        assert tip.startswith("paragraph 1\n")

    def test_broken_it_can_be_given_another_clause(
        self, draft: Draft, references: References, workspace: Workspace
    ) -> None:
        workspace.apply(edits.delete(workspace.resolution, workspace.grammar, [named("p2")]))
        assert "deleted" in draft._pointer._words_at(spot_of(draft, "v1", REFERENCE))
        menu = entries(draft, "v1", REFERENCE)
        assert not menu["Go to Clause"].isEnabled()  # type: ignore[attr-defined]
        menu["Choose Another Clause…"].trigger()  # type: ignore[attr-defined]
        QTest.keyClicks(picker(references).field, "floods of this year")
        QTest.keyClick(picker(references).field, Qt.Key.Key_Return)
        assert Reference(named("p3")) in text(workspace, "v1")

    def test_can_show_the_number_alone(self, draft: Draft, workspace: Workspace) -> None:
        entries(draft, "v1", REFERENCE)["Number Alone"].trigger()  # type: ignore[attr-defined]
        assert Reference(named("p2"), "number") in text(workspace, "v1")
        entries(draft, "v1", REFERENCE)["Number Alone"].trigger()  # type: ignore[attr-defined]
        assert Reference(named("p2"), "full") in text(workspace, "v1")

    def test_a_note_mark_leads_to_its_note(self, draft: Draft, references: References) -> None:
        wanted: list[str] = []
        references.note_wanted.connect(wanted.append)
        mark = len("Bearing in mind the guidance on floods")
        QTest.mouseClick(draft.viewport(), Qt.MouseButton.LeftButton, pos=spot_of(draft, "p2", mark))
        entries(draft, "p2", mark + 1)["Edit Footnote"].trigger()  # type: ignore[attr-defined]
        assert wanted == [named("n1")] * 2

    def test_a_note_mark_says_its_note(self, draft: Draft) -> None:
        tip = draft._pointer._words_at(spot_of(draft, "p2", len("Bearing in mind the guidance on floods")))
        assert tip == "Footnote 1\nAdopted at the third meeting of the parties."
