"""Everything has a name and a place on the keyboard's way, the focus is seen, and a clause is told with its number."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.app.documents import Document
from editor.app.store import Store
from editor.templating.schema import Template
from editor.ui.cover.dates import DayLine
from editor.ui.draft.surface import Draft
from editor.ui.program import Program
from editor.ui.theme import Scheme, Theme
from editor.ui.window.main_window import MainWindow
from tests.sample import sample_resolution
from tests.ui.access import name_faults, reached, unseen, wanted
from tests.ui.sample import named
from tests.ui.scaled import Setting, dressed
from tests.ui.scenes import dialogs, main_scenes, palette, settle
from tests.ui.windows import close_all

NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def dressed_program(tmp_path: Path, prepared: object) -> Iterator[Program]:  # noqa: ARG001
    """Return the program in its own style, with a caret that does not blink."""
    blink = QApplication.cursorFlashTime()
    QApplication.setCursorFlashTime(0)
    with dressed(Setting()) as theme:
        program = Program(Store(tmp_path / "settings"), theme)
        yield program
        close_all(program)
    QApplication.setCursorFlashTime(blink)


@pytest.fixture
def window(dressed_program: Program, template: Template, qtbot: QtBot) -> MainWindow:
    window = dressed_program.open_document(Document(sample_resolution(), template))
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: bool(window.shell.open_panel()))  # what the window begins with, a moment after it is shown
    settle()
    return window


def faults(shown: QWidget) -> list[str]:
    """Return what a screen reader or a keyboard misses in the window `shown`."""
    shown.activateWindow()
    settle()
    assert QApplication.focusWidget() is not None
    ways = reached(shown)
    lost = [f"not reached: {widget.objectName()} {widget.accessibleName()}" for widget in wanted(shown) - ways]
    blind = unseen({widget for widget in ways if widget.isVisible()}, shown)
    return [*name_faults(shown), *lost, *(f"focus not seen: {said}" for said in blind)]


def test_the_main_window_with_every_panel_and_strip(window: MainWindow) -> None:
    for scene in main_scenes(window):
        if scene in {"text", "message"}:
            window.session.draft.setFocus()
        assert (scene, faults(window)) == (scene, [])


def test_the_start_page(dressed_program: Program, window: MainWindow) -> None:  # noqa: ARG001
    start = dressed_program.show_start()
    settle()
    assert faults(start) == []


def test_dialogs_settings_and_keyboard_map(dressed_program: Program, window: MainWindow) -> None:
    seen = []
    for dialog in dialogs(dressed_program, window):
        assert (dialog.objectName(), faults(dialog)) == (dialog.objectName(), [])
        seen.append(dialog.objectName())
    assert len(set(seen)) == 7


def test_the_palette(window: MainWindow) -> None:
    assert name_faults(palette(window)) == []


def test_what_opens_over_the_window(window: MainWindow) -> None:
    draft = window.session.draft
    window.commands["reference"].trigger()
    shown = [_popup(window)]
    assert name_faults(shown[0]) == []
    QTest.keyClick(shown[0].focusWidget() or shown[0], Qt.Key.Key_Escape)
    draft.setFocus()
    settle()  # what still comes of the picker's end would close the next popup
    window.commands["add_clause"].trigger()
    QTest.keyClicks(draft, "Enc")
    shown.append(_popup(window))
    assert name_faults(shown[1]) == []
    QTest.keyClick(draft, Qt.Key.Key_Escape)
    window.open_panel("cover")
    day = window.session.panel("cover").findChild(DayLine)
    assert day is not None
    QTest.keyClick(day, Qt.Key.Key_Down)
    shown.append(_popup(window))
    assert name_faults(shown[2]) == []
    shown[2].close()
    assert [type(popup).__name__ for popup in shown] == ["Picker", "PhrasePopup", "CalendarPopup"]


def _popup(window: MainWindow) -> QWidget:
    """Return what has opened over `window` by itself."""
    settle()
    found = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible() and widget is not window]
    assert len(found) == 1
    return found[0]


def test_the_menus_have_keys_of_their_own(window: MainWindow) -> None:
    for menu in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters = [
            action.text().replace("&&", "").partition("&")[2][:1].lower()
            for action in menu.actions()
            if not action.isSeparator() and action.isVisible()
        ]
        assert all(letters), [action.text() for action in menu.actions()]
        doubled = sorted({letter for letter in letters if letters.count(letter) > 1})
        assert not doubled, (menu.objectName(), doubled, [action.text() for action in menu.actions()])


def test_what_is_missing_is_found(qtbot: QtBot, prepared: object) -> None:  # noqa: ARG001
    box = QWidget()
    qtbot.addWidget(box)
    column = QVBoxLayout(box)
    nameless, one, other, lost = QPushButton(), QPushButton("Same"), QPushButton("Same"), QPushButton("Lost")
    for part in (nameless, one, other, lost, QLabel("Words")):
        column.addWidget(part)
    lost.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    box.show()
    box.activateWindow()
    one.setFocus()
    settle()
    assert [fault.split(":")[0] for fault in name_faults(box)] == ["twice", "no name"]
    assert wanted(box) - reached(box) == {lost}
    one.setStyleSheet("QPushButton, QPushButton:focus { border: none; outline: none; }")
    other.setStyleSheet("QPushButton:focus { border: 2px solid red; }")
    assert len(unseen({one}, box)) == 1
    assert unseen({other}, box) == []


# High contrast


@pytest.mark.parametrize("scheme", get_args(Scheme))
def test_words_stand_out_from_every_ground_they_meet(scheme: Scheme, prepared: object) -> None:  # noqa: ARG001
    theme = Theme(scheme)
    least = 7.0 if scheme == "contrast" else 4.5
    grounds = ("window", "surface", "raised", "field", "hover")
    pairs = [(words, ground) for words in ("text", "text-2", "number") for ground in grounds]
    pairs.remove(("number", "hover"))  # numbers stand in the text, which has no pointer over it
    pairs += [("on-selected", "selected"), ("on-selected", "selection"), ("on-accent", "accent")]
    for mark in theme.token("marks").values():
        if "text" in mark and "fill" in mark:
            soft = theme.outlined and mark["fill"].endswith("-soft")
            pairs.append((mark["text"], "surface" if soft else mark["fill"]))
    low = {pair: round(contrast(theme, *pair), 2) for pair in pairs if contrast(theme, *pair) < least}
    assert low == {}
    assert all(contrast(theme, "focus", ground) >= 3 for ground in grounds)


def contrast(theme: Theme, one: str, other: str) -> float:
    """Return the contrast of two roles as WCAG 2 computes it."""
    light, dark = sorted((_luminance(theme, one), _luminance(theme, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(theme: Theme, role: str) -> float:
    colour = theme.colour(role)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


# What is spoken of the text


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Return what a screen reader is told, as it is told."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    was = QAccessible.isActive()
    QAccessible.setActive(True)
    yield said
    QAccessible.setActive(was)


def test_number_and_level_are_spoken_when_the_caret_comes_to_a_clause(draft: Draft, heard: list[str]) -> None:
    draft.go_to(named("v2"))
    for _ in range(2):
        QTest.keyClick(draft, Qt.Key.Key_Down)
    QTest.keyClick(draft, Qt.Key.Key_Down)
    assert heard == ["Clause 5, level 1", "Clause 5 a, level 2", "Clause 5 b, level 2", "Clause 5 b i, level 3"]


def test_painted_words_are_spoken_with_the_clause(draft: Draft, heard: list[str]) -> None:
    draft.go_to(named("p2"))
    draft.go_to(named("e1"))
    draft.go_to(named("v1"))
    assert heard == [
        "Clause 2, level 1: Bearing in mind the guidance on floods "
        "(note 1: Adopted at the third meeting of the parties.) and its use,",
        "Enacting phrase",
        "Operative part. Clause 4, level 1: Calls on all to apply paragraph 2 in full;",
    ]


def test_a_reference_and_a_note_are_spoken_before_which_the_caret_comes(draft: Draft, heard: list[str]) -> None:
    draft.put_span((named("v1"), 21), (named("v1"), 21))
    heard.clear()
    QTest.keyClick(draft, Qt.Key.Key_Right)
    QTest.keyClick(draft, Qt.Key.Key_Right)
    assert heard == ["paragraph 2: Bearing in mind the guidance on floods and its use,"]
    draft.put_span((named("p2"), 37), (named("p2"), 37))
    heard.clear()
    QTest.keyClick(draft, Qt.Key.Key_Right)
    assert heard == ["note 1: Adopted at the third meeting of the parties."]


def test_another_number_is_spoken_and_typing_is_not(draft: Draft, heard: list[str]) -> None:
    draft.go_to(named("v3"))
    heard.clear()
    QTest.keyClicks(draft, "Also ")
    assert heard == []
    QTest.keyClick(draft, Qt.Key.Key_Home)
    QTest.keyClick(draft, Qt.Key.Key_Tab)
    assert heard == ["Clause 5 c, level 2"]


def test_signs_are_spoken_and_an_empty_clause_says_so(draft: Draft, heard: list[str]) -> None:
    draft.set_signs("advice", {named("v3"): "“the” stands here twice."})
    draft.go_to(named("v3"))
    draft.put_span((named("v3"), 20), (named("v3"), 20))
    QTest.keyClick(draft, Qt.Key.Key_End)
    QTest.keyClick(draft, Qt.Key.Key_Return)
    assert heard == ["Clause 6, level 1. “the” stands here twice.", "Clause 7, level 1: empty"]


def test_the_field_describes_its_place_while_the_keyboard_is_elsewhere(draft: Draft, heard: list[str]) -> None:
    draft.go_to(named("a1"))
    assert draft.accessibleDescription() == ""
    draft.clearFocus()
    assert draft.accessibleDescription() == "Clause 5 a, level 2"
    draft.go_to(named("v3"))
    assert draft.accessibleDescription() == "Clause 6, level 1"
    draft.setFocus()
    assert draft.accessibleDescription() == "Clause 6, level 1"
    heard.clear()
    draft.go_to(named("a1"))
    assert (draft.accessibleDescription(), heard) == ("", ["Clause 5 a, level 2"])


def test_nothing_is_worked_out_where_nobody_listens(draft: Draft) -> None:
    was = QAccessible.isActive()
    QAccessible.setActive(False)
    draft.clearFocus()
    draft.go_to(named("a1"))
    assert draft.accessibleDescription() == ""
    QAccessible.setActive(was)
