"""A field of several lines that grows with what is in it and leaves undo to the window."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from editor.model.text import LINE_BREAK, clean
from editor.ui.theme import Theme

_RETURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MOST_LINES = 8


class Field(QTextEdit):
    """Base of the fields for notes and remarks; it holds one paragraph, in which Return begins a new line.

    `edited` says that somebody changed the words, `jumped` that a step of undo is over (the caret went elsewhere, or a
    whole text was put in), `left` that Escape was pressed.
    """

    edited = Signal()
    jumped = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.theme = theme
        self.showing = 0
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(theme.space(1))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().contentsChanged.connect(self._contents_changed)
        theme.changed.connect(self._recolour)
        self._recolour()

    def words(self) -> str:
        """Return what the field says, as the model may hold it."""
        return clean(self.document().toRawText().replace("\u2029", LINE_BREAK))

    def show_words(self, words: str) -> None:
        """Show `words`, unless that is what the field says already."""
        if self.words() != words:
            self.showing += 1
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.showing -= 1

    def _contents_changed(self) -> None:
        if not self.showing:
            self.edited.emit()

    def _recolour(self) -> None:
        self.theme.colour_view(self, "field")

    def _grow(self) -> None:
        lines = self.fontMetrics().lineSpacing()
        inside = min(self.document().size().height(), _MOST_LINES * lines * 1.2)
        self.setFixedHeight(round(inside) + 2)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _UNDO):
                event.ignore()
                return True
            if self.keeps(event):
                event.accept()
                return True
        return super().event(event)

    def keeps(self, event: QKeyEvent) -> bool:
        """Return whether the field wants a key that is also a shortcut of the window."""
        return event.key() == Qt.Key.Key_Escape and not event.modifiers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new line with Return, leave with Escape."""
        if any(event.matches(key) for key in _UNDO):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
        elif event.key() in _RETURN and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            if not self.isReadOnly():
                self.textCursor().insertText(LINE_BREAK)
                self.ensureCursorVisible()
            event.accept()
        else:
            self.press(event)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key does in every field."""
        revision, place = self.document().revision(), self.textCursor().position()
        super().keyPressEvent(event)
        if self.document().revision() == revision and self.textCursor().position() != place:
            self.jumped.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret elsewhere, which ends the step of undo that is growing."""
        self.jumped.emit()
        super().mousePressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Return whether `source` holds words."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Put in the words of `source`, without their look: a step of its own."""
        self.jumped.emit()
        self.textCursor().insertText(clean(source.text().strip("\r\n")))
        self.jumped.emit()
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Return the selected words, without their look."""
        data = QMimeData()
        data.setText(self.textCursor().selectedText().replace(LINE_BREAK, "\n").replace("\u2029", "\n"))
        return data

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step of undo that is growing."""
        self.jumped.emit()
        super().focusOutEvent(event)
