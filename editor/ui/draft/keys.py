"""Which key of the drafting surface is which command."""

import unicodedata
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from editor.ui.draft.commands import Commands, Hand

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier
_Move = QTextCursor.MoveOperation
_Standard = QKeySequence.StandardKey

_CARET = {
    _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down,
    _Key.Key_Home, _Key.Key_End, _Key.Key_PageUp, _Key.Key_PageDown,
}  # fmt: skip

_ERASERS = (
    (_Standard.DeleteStartOfWord, _Move.PreviousWord),
    (_Standard.DeleteEndOfWord, _Move.NextWord),
    (_Standard.Backspace, _Move.PreviousCharacter),
    (_Standard.Delete, _Move.NextCharacter),
)


def press(event: QKeyEvent, hand: Hand, commands: Commands) -> bool:
    """Do what the key of `event` stands for; False if it stands for no command."""
    if _is_paste_of_words(event):
        commands.paste_words()
        return True
    for standard, act in _clipboard(commands):
        if event.matches(standard):
            act()
            return True
    if event.key() == _Key.Key_Backspace and not event.modifiers() & ~_Modifier.ShiftModifier and commands.take_back():
        return True
    for standard, move in _ERASERS:
        if event.matches(standard):
            _erase(hand, commands, move)
            return True
    if event.key() in {_Key.Key_Return, _Key.Key_Enter} and not event.modifiers() & ~_Modifier.KeypadModifier:
        commands.enter()
    elif event.key() in {_Key.Key_Return, _Key.Key_Enter} and event.modifiers() == _Modifier.ShiftModifier:
        commands.break_line()
    elif event.key() == _Key.Key_Backspace and not event.modifiers() & ~_Modifier.ShiftModifier:
        _erase(hand, commands, _Move.PreviousCharacter)
    elif event.key() == _Key.Key_Tab and not event.modifiers():
        commands.indent()
    elif event.key() == _Key.Key_Backtab:
        commands.outdent()
    elif is_words(event):
        commands.type_words(event.text())
    else:
        return False
    return True


def _clipboard(commands: Commands) -> tuple[tuple[QKeySequence.StandardKey, Callable[[], None]], ...]:
    return (
        (_Standard.Copy, commands.copy),
        (_Standard.Cut, commands.cut),
        (_Standard.Paste, commands.paste_clipboard),
        (_Standard.SelectAll, commands.select_all),
    )


def _is_paste_of_words(event: QKeyEvent) -> bool:
    """Return whether the key pastes plain words; on some systems Qt would take it for pasting as such."""
    return event.key() == _Key.Key_V and event.modifiers() == _Modifier.ControlModifier | _Modifier.ShiftModifier


def _erase(hand: Hand, commands: Commands, move: QTextCursor.MoveOperation) -> None:
    """Erase the selection, or what lies between the caret and where `move` takes it."""
    cursor = hand.textCursor()
    if cursor.hasSelection():
        commands.erase_selection()
    elif cursor.atBlockStart() and move in {_Move.PreviousCharacter, _Move.PreviousWord}:
        commands.backspace_at_start()
    elif cursor.atBlockEnd() and move in {_Move.NextCharacter, _Move.NextWord}:
        commands.delete_at_end()
    else:
        if move == _Move.PreviousCharacter:
            _one_back(cursor)
        else:
            cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        span = hand.span_of(cursor)
        if span:
            commands.erase(span)


def _one_back(cursor: QTextCursor) -> None:
    """Select the code point before the caret: an accent typed by itself can be taken back by itself."""
    at = cursor.position()
    before = cursor.block().text().encode("utf-16-le", "surrogatepass")[: 2 * cursor.positionInBlock()]
    low_half = before[-1:] and 0xDC <= before[-1] <= 0xDF
    cursor.setPosition(at - (2 if low_half else 1), QTextCursor.MoveMode.KeepAnchor)


def is_words(event: QKeyEvent) -> bool:
    """Return whether the key types something: Qt's own rule, kept here as Qt does not offer it."""
    text = event.text()
    if not text or event.modifiers() in (
        _Modifier.ControlModifier,
        _Modifier.ControlModifier | _Modifier.ShiftModifier,
        _Modifier.AltModifier,
    ):
        return False
    return unicodedata.category(text[0]) not in {"Cc", "Cs"}


def moves_caret(event: QKeyEvent) -> bool:
    """Return whether the key only moves the caret or selects."""
    return event.key() in _CARET and not event.modifiers() & _Modifier.AltModifier


def is_for_actions(event: QKeyEvent) -> bool:
    """Return whether the window's actions must get the key, though Qt's text field would take it for itself."""
    taken = (_Standard.Undo, _Standard.Redo, _Standard.DeleteEndOfLine, _Standard.DeleteCompleteLine)
    return any(event.matches(standard) for standard in taken)
