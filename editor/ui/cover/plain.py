"""The small parts of which the form is made: inputs that leave undo to the window, and captions over them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

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


class Line(QLineEdit):
    """A field of one line that has no undo of its own and shows a value without moving the caret needlessly."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.installEventFilter(UndoElsewhere(self))

    def value(self) -> str:
        """Return what was typed, as the model may hold it."""
        return entered(self.text())

    def show_value(self, value: str) -> None:
        """Show `value`, unless that is what the field says already."""
        if self.value() != value:
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)


class Choice(QComboBox):
    """A list to choose from; each line has words and a value. With `free` any other words can be typed."""

    def __init__(self, theme: Theme, name: str, lines: Iterable[tuple[str, str]], *, free: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(2)
        self.setEditable(free)
        for words, value in lines:
            self.addItem(words, value)
        line = self.lineEdit()
        if line:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            line.setAccessibleName(name)
            line.installEventFilter(UndoElsewhere(self))
            self.installEventFilter(UndoElsewhere(self))  # it would pass the key on to its line
            completer = self.completer()
            if completer:
                completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list's arrow over the field: a style sheet could only take it from a file of one colour."""
        super().paintEvent(event)
        size = float(self._theme.token("icon", "size-row")) * self._theme.scale
        role = "text-2" if self.isEnabled() else "text-off"
        pixmap = self._theme.pixmap("chevron-down", role, size, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(QPointF(round(self.width() - size - 6), round((self.height() - size) / 2)), pixmap)
        painter.end()

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the form, never the value under the pointer."""
        event.ignore()

    def value(self) -> str:
        """Return the chosen value, or the words that were typed."""
        if not self.isEditable():
            return str(self.currentData() or "")
        words = entered(self.currentText())
        at = self.findText(words, Qt.MatchFlag.MatchExactly)
        return str(self.itemData(at)) if at >= 0 else words

    def show_value(self, value: str) -> None:
        """Show `value`; one that is not in the list is shown all the same."""
        if self.value() == value and self.currentIndex() >= 0:
            return
        at = self.findData(value)
        if at < 0 and not self.isEditable():
            self.addItem(value, value)
            at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)
        if self.isEditable():
            self.setEditText(self.itemText(at) if at >= 0 else value)


def captioned(theme: Theme, caption: str, field: QWidget, *, strong: bool = False) -> QWidget:
    """Return `field` with its caption above."""
    box = QWidget()
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(1) if not strong else theme.space(2))
    layout.addWidget(label(theme, caption, field, strong=strong))
    layout.addWidget(field)
    return box


def label(theme: Theme, caption: str, field: QWidget | None = None, *, strong: bool = False) -> QLabel:
    """Return a caption, which leads the keyboard to `field`."""
    words = QLabel(caption)
    words.setTextFormat(Qt.TextFormat.PlainText)
    words.setFont(theme.font("strong" if strong else "caption"))
    words.setProperty("role", "text" if strong else "caption")
    if field is not None:
        words.setBuddy(field)
    return words


def side_by_side(theme: Theme, parts: Sequence[tuple[QWidget, int]]) -> QWidget:
    """Return widgets in one line, each with its share of the width."""
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(2))
    for part, share in parts:
        layout.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return box
