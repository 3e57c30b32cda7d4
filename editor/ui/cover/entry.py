"""What all inputs of the form share: clean words, undo left to the window, marks of what is to mend."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from editor.model.text import LINE_BREAK, clean
from editor.ui.theme import Theme


def entered(text: str) -> str:
    """Return what somebody typed into a field of one line, as the model may hold it."""
    return clean(text).replace(LINE_BREAK, " ")


class UndoElsewhere(QObject):
    """Lets Ctrl+Z in a field be the window's undo: installed on the field, it hides the key from it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Say of undo and redo that the field does not want them."""
        undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in undoes)
        ):
            event.ignore()
            return True
        return False


def mark_field(field: QWidget, kind: str, sentence: str) -> None:
    """Show `field` as in order (""), empty though it is wanted ("asks") or "wrong", and say so to who cannot see it."""
    field.setToolTip(sentence or field.property("hint") or "")
    field.setAccessibleDescription(sentence)
    if (field.property("mark") or "") != kind:
        field.setProperty("mark", kind)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


def icon_size(theme: Theme) -> float:
    """Return the width of an icon inside an input, in logical pixels."""
    return float(theme.token("icon", "size-row")) * theme.scale
