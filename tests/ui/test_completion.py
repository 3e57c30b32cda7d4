"""Phrases on the drafting surface: real keys, and what they leave in the text."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QMainWindow
from pytestqt.qtbot import QtBot

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.clause import PARAGRAPHS
from editor.model.resolution import Resolution
from editor.model.text import Run, flatten
from editor.model.tree import find
from editor.templating.begin import change_language
from editor.templating.faults import TemplateError, problem
from editor.templating.schema import Template
from editor.ui.draft.completion import Completer
from editor.ui.draft.phrase_popup import PhrasePopup
from editor.ui.draft.surface import Draft
from editor.ui.theme import Scheme, Theme
from tests.ui.sample import named

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Memory:
    """Remembers uses for one test."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}

    def count_word(self, phrase: str) -> None:
        self.words[phrase] = self.words.get(phrase, 0) + 1


class Bench:
    """A surface with phrases, the caret in a new clause behind the one given."""

    def __init__(self, draft: Draft, theme: Theme) -> None:
        self.draft = draft
        self.workspace = draft.workspace
        self.memory = Memory()
        self.on = True
        self.completer = Completer(draft, theme, self.memory, lambda: self.on)

    def begin(self, after: str = "v1") -> None:
        """Begin a clause behind `after`."""
        end = len(flatten(find(self.workspace.body, named(after)).text))
        self.draft.put_span((named(after), end), (named(after), end))
        self.press(Key.Key_Return)

    def type(self, words: str) -> None:
        QTest.keyClicks(self.draft, words)

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.draft, key, modifier)

    @property
    def popup(self) -> PhrasePopup | None:
        """The small window, if it is to be seen."""
        found = self.draft.findChild(PhrasePopup)
        return found if found and found.isVisible() else None

    @property
    def rows(self) -> list[str]:
        """What is offered, as a screen reader finds it."""
        popup = self.popup
        if popup is None:
            return []
        model = popup.list.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.data(model.index(row, 0), role)) for row in range(model.rowCount())]

    @property
    def words(self) -> str:
        """The words of the clause with the caret."""
        place = self.draft.caret()
        assert place
        return flatten(find(self.workspace.body, place[0]).text)

    @property
    def suggestion(self) -> str:
        return self.draft._suggestion


@pytest.fixture
def bench(draft: Draft, theme: Theme) -> Iterator[Bench]:
    bench = Bench(draft, theme)
    bench.begin()
    yield bench
    bench.completer.close()


def with_template(qtbot: QtBot, resolution: Resolution, template: Template, theme: Theme) -> Bench:
    draft = Draft(Workspace(resolution, template), theme)
    qtbot.addWidget(draft)
    draft.show()
    qtbot.waitExposed(draft)
    draft.setFocus()
    return Bench(draft, theme)


# What is shown


def test_phrases_are_offered_while_a_clause_is_begun(bench: Bench) -> None:
    bench.type("E")
    assert bench.rows == []
    bench.type("nc")
    assert bench.rows[:2] == ["Encourages", "Encourages the efforts of"]
    assert bench.suggestion == "ourages"
    bench.type("x")
    assert bench.rows == []
    assert bench.suggestion == ""


def test_the_preamble_has_phrases_of_its_own(bench: Bench) -> None:
    bench.begin("p1")
    bench.type("Rec")
    assert bench.rows[0] == "Recalling"
    popup = bench.popup
    assert popup
    assert popup.accessibleName() == popup.list.accessibleName() == "Preambular phrases"
    shown = [label.text() for label in popup.findChildren(QLabel)]
    assert sorted(shown) == ["Esc closes", "Preambular phrases", "Tab takes"]


def test_it_stands_under_the_words_and_takes_no_focus(bench: Bench) -> None:
    bench.type("Enc")
    popup = bench.popup
    assert popup
    assert QApplication.focusWidget() is bench.draft
    assert popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert popup.windowType() == Qt.WindowType.ToolTip
    assert popup.focusPolicy() == popup.list.focusPolicy() == Qt.FocusPolicy.NoFocus
    line = bench.draft.cursorRect()
    top = bench.draft.viewport().mapToGlobal(line.topLeft()).y()
    card = popup.geometry().adjusted(16, 16, -16, -16)
    assert card.top() > top + line.height() or card.bottom() <= top


@pytest.mark.parametrize("end", ["v2", "a1"])
def test_nothing_is_offered_where_a_clause_goes_on_or_is_an_item(bench: Bench, end: str) -> None:
    size = len(flatten(find(bench.workspace.body, named(end)).text))
    bench.draft.put_span((named(end), size), (named(end), size))
    bench.type("Enc")
    assert bench.rows == []


def test_the_opening_of_an_old_clause_can_be_rewritten(bench: Bench) -> None:
    """The words behind it stay, no ghost is painted over them, and Right only moves."""
    bench.draft.put_span((named("v2"), 0), (named("v2"), len("Urges")))
    bench.press(Key.Key_Delete)
    bench.type("Enc")
    assert bench.rows[0] == "Encourages"
    bench.press(Key.Key_Tab)
    assert bench.words == "Encourages participating States to inform:"
    assert bench.draft.caret() == (named("v2"), len("Encourages "))
    bench.workspace.undo()
    bench.type("o")
    bench.press(Key.Key_Right)
    assert bench.words == "Enco participating States to inform:"
    assert bench.rows == []


# What the keys do


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Right])
def test_tab_and_right_take_the_phrase_in_one_step(bench: Bench, key: Qt.Key) -> None:
    bench.type("enc")
    bench.press(key)
    assert bench.words == "Encourages "
    assert bench.rows == []
    assert bench.memory.words == {"encourages": 1}
    bench.type("t")
    assert bench.rows[:2] == ["Encourages the efforts of", "Encourages the participating States to"]
    bench.press(Key.Key_Backspace)
    bench.workspace.undo()
    bench.workspace.undo()
    bench.workspace.undo()
    assert bench.words == "enc"
    bench.workspace.redo()
    assert bench.words == "Encourages "


def test_up_and_down_choose(bench: Bench) -> None:
    bench.type("Enc")
    bench.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert bench.suggestion == "ourages the efforts of"
    bench.press(Key.Key_Tab)
    assert bench.words == "Encourages the efforts of "
    assert bench.memory.words == {"encourages the efforts of": 1}


def test_the_ends_of_the_list_hold(bench: Bench) -> None:
    bench.type("Enc")
    bench.press(Key.Key_Up)
    assert bench.suggestion == "ourages"
    bench.press(*[Key.Key_Down] * 20)
    last = bench.rows[-1]
    bench.press(Key.Key_Tab)
    assert bench.words == f"{last} "


def test_enter_never_takes(bench: Bench) -> None:
    bench.type("Enc")
    before = bench.draft.caret()
    bench.press(Key.Key_Return)
    assert before
    assert flatten(find(bench.workspace.body, before[0]).text) == "Enc"
    assert bench.words == ""
    assert bench.rows == []
    assert bench.memory.words == {}


def test_escape_closes_until_the_opening_words_are_gone(bench: Bench) -> None:
    bench.type("Enc")
    bench.press(Key.Key_Escape)
    assert bench.rows == []
    assert bench.suggestion == ""
    bench.type("o")
    assert bench.rows == []
    bench.press(Key.Key_Home)
    bench.press(Key.Key_End)
    bench.type("u")
    assert bench.rows == []
    bench.press(*[Key.Key_Backspace] * 5)
    bench.type("Enc")
    assert bench.rows


def test_tab_indents_where_nothing_is_offered(bench: Bench) -> None:
    bench.type("Xyz")
    bench.press(Key.Key_Tab)
    place = bench.draft.caret()
    assert place
    assert find(bench.workspace.body, place[0]).kind == "item"


def test_backspace_widens_what_is_offered_but_never_opens(bench: Bench) -> None:
    bench.type("Enco")
    bench.press(Key.Key_Backspace, Key.Key_Backspace)
    assert "Endorses" in bench.rows
    bench.press(Key.Key_Backspace)
    assert bench.rows == []
    bench.type("zz")
    bench.press(Key.Key_Backspace, Key.Key_Backspace)
    assert bench.rows == []


def test_the_keys_are_kept_from_the_windows_actions(bench: Bench) -> None:
    def override() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(bench.draft, event)
        return event.isAccepted()

    assert not override()
    bench.type("Enc")
    assert override()


def test_a_click_takes(bench: Bench) -> None:
    bench.type("Enc")
    popup = bench.popup
    assert popup
    rect = popup.list.visualRect(popup.list.model().index(1, 0))
    QTest.mouseClick(
        popup.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center() + QPoint(1, 0)
    )
    assert bench.words == "Encourages the efforts of "


# When it goes


def test_it_goes_when_the_text_is_left(bench: Bench, qtbot: QtBot) -> None:
    other = QMainWindow()
    qtbot.addWidget(other)
    bench.type("Enc")
    bench.draft.clearFocus()
    assert bench.rows == []
    assert bench.suggestion == ""


def test_it_goes_with_the_caret(bench: Bench) -> None:
    bench.type("Enc")
    bench.press(Key.Key_Home)
    assert bench.rows == []
    bench.press(Key.Key_End)
    assert bench.rows == []
    bench.type("o")
    assert bench.rows
    bench.press(Key.Key_Left, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert bench.rows == []


def test_it_goes_while_an_input_method_composes(bench: Bench) -> None:
    bench.type("Enc")
    QApplication.sendEvent(bench.draft, QInputMethodEvent("o", []))
    assert bench.rows == []
    composed = QInputMethodEvent()
    composed.setCommitString("o")
    QApplication.sendEvent(bench.draft, composed)
    assert bench.words == "Enco"
    assert bench.rows[0] == "Encourages"


def test_it_goes_with_its_clause(bench: Bench) -> None:
    bench.type("Enc")
    bench.workspace.undo()
    bench.workspace.undo()
    assert bench.rows == []
    bench.begin("v2")
    bench.type("Enc")
    place = bench.draft.caret()
    assert place
    bench.workspace.apply(edits.delete(bench.workspace.resolution, bench.workspace.grammar, [place[0]]))
    assert bench.rows == []
    bench.press(Key.Key_Tab)


def test_pasted_words_open_nothing(bench: Bench) -> None:
    bench.draft.commands.put((Run("Enc"),))
    assert bench.rows == []


def test_it_can_be_made_ready_without_being_seen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.completer.prepare()
    assert bench.popup is None
    monkeypatch.setattr("editor.app.phrases.find_bank", lambda *names: pytest.fail(f"read late: {names}"))
    bench.type("Enc")
    assert bench.rows


def test_it_can_be_switched_off(bench: Bench) -> None:
    bench.on = False
    bench.type("Enc")
    assert bench.rows == []


def test_a_text_for_reading_offers_nothing(
    qtbot: QtBot, resolution: Resolution, template: Template, theme: Theme
) -> None:
    bench = with_template(qtbot, resolution, template, theme)
    bench.draft.setReadOnly(True)
    bench.draft.put_span((named("v3"), 0), (named("v3"), 0))
    bench.type("Enc")
    assert bench.rows == []


# What decides the offers


def test_most_used_phrases_come_first(bench: Bench) -> None:
    bench.memory.words["endorses"] = 4
    bench.type("En")
    assert bench.rows[0] == "Endorses"


def test_the_language_of_the_text_decides(bench: Bench) -> None:
    workspace = bench.workspace
    workspace.apply(change_language(workspace.resolution, workspace.template, "fr"))
    bench.begin("p1")
    bench.type("Con")
    assert bench.rows[0] == "Consciente"
    place = bench.draft.caret()
    enacting = find(workspace.body, named("e1"))
    workspace.apply(edits.set_text(workspace.resolution, enacting.id, (Run("Le Comité permanent :"),)), bench.draft)
    assert place
    bench.draft.put_span(place, place)
    bench.press(Key.Key_Backspace, Key.Key_Backspace)
    bench.type("on")
    assert bench.rows[0] == "Conscient"


def test_later_forms_are_offered_where_the_template_says_so(
    qtbot: QtBot, resolution: Resolution, template: Template, theme: Theme
) -> None:
    later = replace(template, file=replace(template.file, later_forms=True))
    bench = with_template(qtbot, resolution, later, theme)
    bench.begin("v3")
    bench.type("Cal")
    assert bench.rows[:2] == ["Also calls on", "Calls on"]
    assert bench.suggestion == ""
    bench.press(Key.Key_Tab)
    assert bench.words == "Also calls on "
    assert bench.memory.words == {"calls on": 1}
    bench.press(Key.Key_Return)
    bench.type("Cal")
    assert bench.rows[0] == "Further calls on"


def test_the_marks_of_the_words_stay(bench: Bench) -> None:
    bench.press(Key.Key_I)
    bench.press(Key.Key_Backspace)
    bench.draft.commands.toggle("italic")
    bench.type("Enc")
    bench.press(Key.Key_Tab)
    place = bench.draft.caret()
    assert place
    assert find(bench.workspace.body, place[0]).text == (Run("Encourages ", frozenset({"italic"})),)


def test_a_damaged_bank_is_told_once_and_offers_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    bench.completer.broken.connect(told.append)

    def fail(*names: str) -> None:  # noqa: ARG001
        raise TemplateError("template-invalid", (problem("phrases/en.toml", "operative", "wrong-type"),))

    monkeypatch.setattr("editor.app.phrases.find_bank", fail)
    bench.type("Enco")
    bench.begin("p1")
    bench.type("Rec")
    assert bench.rows == []
    assert len(told) == 1


def test_random_keys_leave_text_and_surface_equal(bench: Bench, resolution: Resolution) -> None:
    """Phrases are taken, chosen and closed in any order; undo leads back to the start."""
    chance = random.Random(5)
    keys = [Key.Key_Tab, Key.Key_Right, Key.Key_Down, Key.Key_Up, Key.Key_Escape, Key.Key_Backspace, Key.Key_Return]
    for _ in range(400):
        match chance.randrange(4):
            case 0 | 1:
                bench.press(chance.choice(keys))
            case 2:
                bench.type(chance.choice(["c", " on", " t", "x"]))
            case _:
                paragraphs = [one for one in bench.workspace.body if one.kind in PARAGRAPHS]
                clause = chance.choice(paragraphs)
                bench.draft.put_span((clause.id, 0), (clause.id, len(flatten(clause.text))))
                bench.type(chance.choice(["En", "Re", "Calls"]))
        assert bench.draft.rows() == tuple(clause.text for clause in bench.workspace.body)
        assert bool(bench.rows) == bench.completer.visible
        assert bench.completer.visible or not bench.suggestion
    assert sum(bench.memory.words.values()) > 5
    while bench.workspace.history.can_undo:
        bench.workspace.undo()
    assert bench.workspace.body == resolution.body


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_the_chosen_row_is_plain_to_see(
    qtbot: QtBot,
    resolution: Resolution,
    template: Template,
    prepared: QApplication,  # noqa: ARG001
    scheme: Scheme,
) -> None:
    theme = Theme(scheme)
    bench = with_template(qtbot, resolution, template, theme)
    bench.begin()
    bench.type("Enc")
    popup = bench.popup
    assert popup
    picture = popup.grab().toImage()
    ratio = picture.devicePixelRatio()
    found: list[str] = []
    for row in range(2):
        rect = popup.list.visualRect(popup.list.model().index(row, 0))
        corner = popup.list.viewport().mapTo(popup, rect.bottomRight() - QPoint(8, 3))
        found.append(picture.pixelColor(corner * ratio).name())
    assert found == [theme.hex("selected").lower(), theme.hex("raised").lower()]
    assert isinstance(popup.list, QListView)
    bench.completer.close()
