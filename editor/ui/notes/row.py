"""One footnote in the strip: its number, its words, and a button that takes it out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.ui.notes.note_field import NoteField
from editor.ui.theme import Theme

_NUMBER = 40


class NoteRow(QWidget):
    """The row of one note, around its `field`; `drop` is called when the note is to go."""

    def __init__(self, theme: Theme, field: NoteField, drop: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("note")
        self._theme = theme
        self._number = 0
        self._current = False
        self.field = field
        self.button = QToolButton()
        self.button.setAutoRaise(True)
        self.button.setObjectName("note_delete")
        self.button.clicked.connect(drop)
        line = QHBoxLayout(self)
        edge = theme.space(1)
        line.setContentsMargins(round(_NUMBER * theme.scale), edge, theme.space(2), edge)
        line.setSpacing(theme.space(2))
        line.addWidget(self.field, 1)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def number(self) -> int:
        """The number of the note."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show the note's number."""
        if number != self._number:
            self._number = number
            self.field.setAccessibleName(self.tr("Footnote {number}").format(number=number))
            words = self.tr("Delete footnote {number}").format(number=number)
            self.button.setAccessibleName(words)
            self.button.setToolTip(words)
            self.update()

    def show_current(self, current: bool) -> None:
        """Show whether the caret is at the note's mark."""
        if current != self._current:
            self._current = current
            self.update()

    @property
    def current(self) -> bool:
        """Whether the caret is at the note's mark."""
        return self._current

    def set_read_only(self, read_only: bool) -> None:
        """Let nobody change the note."""
        self.field.setReadOnly(read_only)
        self.button.setDisabled(read_only)

    def _recolour(self) -> None:
        self.button.setIcon(self._theme.icon("trash-2", 15 * self._theme.scale))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the number beside the first line, and the border of the field, thicker with the keyboard in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.field.geometry()).adjusted(-3, -2, 3, 2)
        focused = self.field.hasFocus()
        radius = self._theme.px("control", "radius-small")
        painter.setPen(QPen(self._theme.colour("focus" if focused else "control"), 2 if focused else 1))
        painter.setBrush(self._theme.colour("field"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = self._theme.font("strong" if self._current else "base")
        words = str(self._number)
        bounds = QFontMetricsF(font)
        right = box.left() - self._theme.space(3)
        base = box.top() + self._theme.space(1) + 1 + QFontMetricsF(self.field.document().defaultFont()).ascent()
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if self._current else "number"))
        painter.drawText(round(right - bounds.horizontalAdvance(words)), round(base), words)
        painter.end()
