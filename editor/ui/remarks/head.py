"""The line over the remarks on a clause: its number and first words; pressing it leads there."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from editor.app.remarks import Thread
from editor.ui.theme import Theme


class ThreadHead(QAbstractButton):
    """The head of one thread."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("remark_clause")
        self._theme = theme
        self._label = self._words = ""
        self._current = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(theme.px("control", "row-outline"))

    def show_thread(self, thread: Thread) -> None:
        """Show the clause of `thread`."""
        self._label = thread.label
        self._words = self.tr("A clause that was deleted") if thread.gone else thread.words
        self.setEnabled(not thread.gone)
        self.setToolTip("" if thread.gone else self.tr("Go to clause"))
        self.setAccessibleName(f"{self._label} {self._words}".strip())
        self.update()

    def show_current(self, current: bool) -> None:
        """Show whether the caret is in the clause."""
        if current != self._current:
            self._current = current
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a row; it takes what width there is."""
        return QSize(1, self._theme.px("control", "row-outline"))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show it at rest again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint number, words, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self._theme.px("control", "radius-small")
        box = QRectF(self.rect())
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        font = self._theme.font("strong" if self._current else "base")
        bounds = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if self._current else "number"))
        room = box.adjusted(self._theme.space(1), 0, -self._theme.space(1), 0)
        painter.drawText(room, middle, self._label)
        if self._label:
            room.setLeft(room.left() + bounds.horizontalAdvance(self._label) + self._theme.space(2))
        font = self._theme.font("base")
        painter.setFont(font)
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text-2"))
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle, shown)
        painter.end()
