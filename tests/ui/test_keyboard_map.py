"""The keyboard map says what the keys do: held against the surface itself, key by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from editor.app.spans import Span
from editor.ui.draft import keys
from editor.ui.help.keyboard import SURFACE, help_items, keyboard_map, own_keys
from editor.ui.help.page import KeyboardMap
from editor.ui.outline.keys import KEYS as OUTLINE
from editor.ui.outline.view import OutlineView
from editor.ui.palette.items import Group, Item
from editor.ui.theme import Theme
from editor.ui.window.actions import Actions
from editor.ui.window.menus import SECTIONS

_Modifier = Qt.KeyboardModifier
_IN_MENUS = {"copy", "cut", "paste_clipboard", "paste_words", "select_all"}
"""Commands that stand in the Edit menu as well; typed words are no command."""
_ERASES_A_LETTER = "erase one letter"


class Recorder:
    """Takes every command of the surface, and writes its name down; as the hand it has the caret at `position`."""

    def __init__(self, position: int, *, set_for_you: bool) -> None:
        self.names: list[str] = []
        self._set = set_for_you
        self._document = QTextDocument("one two")
        self._position = position

    def textCursor(self) -> QTextCursor:  # noqa: N802
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._position)
        return cursor

    def span_of(self, cursor: QTextCursor) -> Span:
        return Span(("a", cursor.selectionStart()), ("a", cursor.selectionEnd()))

    def take_back(self) -> bool:
        if self._set:
            self.names.append("take_back")
        return self._set

    def erase(self, span: Span) -> None:
        self.names.append(_ERASES_A_LETTER if span.end[1] - span.start[1] == 1 else "erase")

    def type_words(self, words: str) -> None:
        """Take words: every letter can be typed."""

    def __getattr__(self, name: str) -> object:
        return lambda: self.names.append(name)


def pressed(sequence: QKeySequence, position: int, *, set_for_you: bool) -> list[str]:
    """Return the commands that a key does with the caret at `position` of two words."""
    combination: QKeyCombination = sequence[0]  # type: ignore[index]
    recorder = Recorder(position, set_for_you=set_for_you)
    key = combination.key()
    if combination == QKeyCombination(_Modifier.ShiftModifier, Qt.Key.Key_Tab):
        key = Qt.Key.Key_Backtab  # as keyboards send it
    text = chr(key) if 32 <= key < 127 else ""
    event = QKeyEvent(QEvent.Type.KeyPress, key, combination.keyboardModifiers(), text)
    keys.press(event, recorder, recorder)  # type: ignore[arg-type]
    return recorder.names


def done_by(sequence: QKeySequence) -> set[str]:
    """Return all that a key does anywhere in a clause."""
    return {
        name
        for position in (0, 3, 7)
        for set_for_you in (False, True)
        for name in pressed(sequence, position, set_for_you=set_for_you)
    }


def test_every_key_of_the_text_does_what_the_map_says(qapp: object) -> None:  # noqa: ARG001
    for key in SURFACE:
        if not key.sequence().isEmpty():
            assert key.command in done_by(key.sequence()), key.words


def test_every_key_that_does_something_in_the_text_is_in_the_map(qapp: object) -> None:  # noqa: ARG001
    held = (
        _Modifier.NoModifier, _Modifier.ShiftModifier, _Modifier.ControlModifier, _Modifier.AltModifier,
        _Modifier.ControlModifier | _Modifier.ShiftModifier,
    )  # fmt: skip
    shown = {key.command for key in SURFACE}
    for number in (*range(0x20, 0x60), *range(0x01000000, 0x01000040)):
        for modifiers in held:
            names = done_by(QKeySequence(QKeyCombination(modifiers, Qt.Key(number))))
            assert names <= shown | _IN_MENUS | {_ERASES_A_LETTER}, (number, modifiers)


def test_every_key_of_the_outline_is_one_it_answers(qapp: object) -> None:  # noqa: ARG001
    from editor.ui.outline.commands import Commands

    for key in OUTLINE:
        assert key.sequences(), key
        assert hasattr(Commands, key.command) or key.command in {"go_to_text", "select_all", "clear_filter"}
    assert callable(OutlineView.go_to_text)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    found = QMainWindow()
    qtbot.addWidget(found)
    names = [command.name for section in SECTIONS for command in section.commands if command]
    Actions(found, dict.fromkeys(names, list))
    return found


def test_the_map_has_every_action_with_a_key(window: QMainWindow) -> None:
    shown = keyboard_map(window.menuBar())
    lines = [item.title for group in shown for item in group.items]
    wanted = [
        command.words.replace("&", "").removesuffix("…")
        for section in SECTIONS
        for command in section.commands
        if command and command.keys
    ]
    assert wanted
    assert [words for words in wanted if words not in lines] == []
    assert all(item.keys for group in shown for item in group.items)
    assert [group.heading for group in shown][-2:] == ["In the text", "In the outline"]


def test_a_key_given_later_is_in_the_map(window: QMainWindow) -> None:
    action = window.menuBar().actions()[0].menu().addAction("Do &Something New…")  # type: ignore[attr-defined]
    action.setShortcut(QKeySequence("Ctrl+Alt+J"))
    lines = {item.title: item.keys for group in keyboard_map(window.menuBar()) for item in group.items}
    assert lines["Do Something New"] == ("Ctrl", "Alt", "J")


def test_the_page_is_searched(window: QMainWindow, theme: Theme, qtbot: QtBot) -> None:
    more = Group("While phrases are offered", (Item("Take the phrase", list, keys=("Tab",)),))
    page = KeyboardMap.ask(theme, keyboard_map(window.menuBar(), [more]), window)
    assert page.isVisible()
    QTest.keyClicks(page.field, "take phrase")
    rows = [row if isinstance(row, str) else row.item.title for row in page.list.lines.rows]
    assert rows == ["While phrases are offered", "Take the phrase"]
    page.field.setText("helicopter")
    assert page.list.lines.rows == ()
    with qtbot.waitSignal(page.destroyed):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_help_leads_to_the_map(qapp: object) -> None:  # noqa: ARG001
    asked: list[str] = []
    items = help_items(own_keys(), asked.append)
    items[0].act()
    assert asked == [SURFACE[0].words]
    assert {item.aside for item in items} == {"In the text", "In the outline"}
