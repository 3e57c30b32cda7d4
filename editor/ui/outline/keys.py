"""The outline's own keys, as data: what presses them and what the keyboard map shows are this one table."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.app.sentences.marking import QT_TRANSLATE_NOOP

_Standard = QKeySequence.StandardKey


class Key(NamedTuple):
    """One thing that keys do: the name of the command, its words, and the keys, any of which does it."""

    command: str
    words: str
    keys: tuple[str | QKeySequence.StandardKey, ...]

    def sequences(self) -> list[QKeySequence]:
        """Return the keys on this system."""
        found: list[QKeySequence] = []
        for key in self.keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        return found

    def translated(self) -> str:
        """Return the words in the reader's language."""
        return QCoreApplication.translate("OutlineKeys", self.words)


KEYS = (
    Key("go_to_text", QT_TRANSLATE_NOOP("OutlineKeys", "Go to the text"), ("Return", "Enter", "F2")),
    Key("move_up", QT_TRANSLATE_NOOP("OutlineKeys", "Move the clause up, with its sub-items"), ("Alt+Up",)),
    Key("move_down", QT_TRANSLATE_NOOP("OutlineKeys", "Move the clause down, with its sub-items"), ("Alt+Down",)),
    Key("indent", QT_TRANSLATE_NOOP("OutlineKeys", "Make the clause a sub-item"), ("Alt+Right", "Ctrl+]")),
    Key("outdent", QT_TRANSLATE_NOOP("OutlineKeys", "Step the clause out"), ("Alt+Left", "Ctrl+[")),
    Key("delete", QT_TRANSLATE_NOOP("OutlineKeys", "Delete the clause, with its sub-items"), ("Del", "Backspace")),
    Key("duplicate", QT_TRANSLATE_NOOP("OutlineKeys", "Duplicate the clause, with its sub-items"), ("Ctrl+D",)),
    Key("cut", QT_TRANSLATE_NOOP("OutlineKeys", "Cut the clause"), (_Standard.Cut,)),
    Key("copy", QT_TRANSLATE_NOOP("OutlineKeys", "Copy the clause"), (_Standard.Copy,)),
    Key("paste", QT_TRANSLATE_NOOP("OutlineKeys", "Paste after the clause"), (_Standard.Paste,)),
    Key("select_all", QT_TRANSLATE_NOOP("OutlineKeys", "Select all clauses"), (_Standard.SelectAll,)),
    Key("clear_filter", QT_TRANSLATE_NOOP("OutlineKeys", "Show all clauses again"), ("Esc",)),
)


def command_of(event: QKeyEvent) -> str:
    """Return the name of the command that the key of `event` stands for, "" if it stands for none."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return next((key.command for key in KEYS if pressed in key.sequences()), "")


def filters(event: QKeyEvent) -> bool:
    """Return whether the key types something, with which the filter begins."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and bool(event.text()) and event.text().isprintable() and not event.text().isspace()
