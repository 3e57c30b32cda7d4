"""A field for a text of one line that is shown whole: it grows where the words need more room."""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from editor.ui.cover.entry import UndoElsewhere, entered, mark_field
from editor.ui.theme import Theme

_LONGEST = 8
"""Lines to which the field grows."""


class Wrapping(QPlainTextEdit):
    """Behaves as a field of one line: no line breaks, Tab and Enter leave it; undo is the window's.

    `textEdited` and `editingFinished` are those of a line edit.
    """

    textEdited = Signal(str)  # noqa: N815
    editingFinished = Signal()  # noqa: N815

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._showing = False
        self.setProperty("wrapping", True)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.installEventFilter(UndoElsewhere(self))
        self.textChanged.connect(self._changed)
        self._fit()

    def text(self) -> str:
        """Return the words as they stand."""
        return self.toPlainText()

    def value(self) -> str:
        """Return what was typed, as the model may hold it."""
        return entered(self.toPlainText())

    def show_value(self, value: str) -> None:
        """Show `value`, unless that is what the field says already."""
        if self.value() == value:
            return
        self._showing = True
        at = self.textCursor().position() if self.hasFocus() else 0
        self.setPlainText(value)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self._showing = False
        self._fit()

    def mark(self, kind: str, sentence: str = "") -> None:
        """Show the field as in order (""), empty though it is wanted ("asks") or "wrong"."""
        mark_field(self, kind, sentence)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the present size: it is made to fit."""
        return QSize(round(200 * self._theme.scale), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size in which some letters can be read."""
        return QSize(round(44 * self._theme.scale), self.height())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Paste words alone, on one line."""
        if source.hasText():
            self.insertPlainText(entered(source.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field with Enter as with Tab; no key breaks the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when the keyboard comes by Tab, as in a line."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the field was left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.editingFinished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form: the field shows all its lines."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the triangle of a field that is wanted."""
        super().paintEvent(event)
        if self.property("mark") == "asks":
            size = float(self._theme.token("icon", "size-row")) * self._theme.scale
            painter = QPainter(self.viewport())
            left = self.viewport().width() - size
            pixmap = self._theme.pixmap("triangle-alert", "advice", size, self.devicePixelRatioF())
            top = (self._theme.px("control", "field") - size) / 2 - self.viewport().y()
            painter.drawPixmap(round(left), round(top), pixmap)
            painter.end()

    def _changed(self) -> None:
        if not self._showing:
            self._fit()
            self.textEdited.emit(self.toPlainText())

    def _fit(self) -> None:
        """Be as high as the words."""
        line = self.fontMetrics().lineSpacing()
        field = self._theme.px("control", "field")
        side = round(9 * self._theme.scale)
        lines = min(_LONGEST, self._lines(self.width() - 2 * side - 2))
        self.setViewportMargins(side, (field - line) // 2 - 1, side, 0)
        self.setFixedHeight(field + (lines - 1) * line)

    def _lines(self, width: int) -> int:
        """Return how many lines the words take at `width`; the document itself knows it only when it is painted."""
        layout = QTextLayout(self.toPlainText(), self.font())
        option = QTextOption()
        option.setWrapMode(self.wordWrapMode())
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
        layout.endLayout()
        return max(1, layout.lineCount())
