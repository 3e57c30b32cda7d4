"""The text as it stands on the screen: the column in the middle, zoom, colours, numbers and signs painted beside.

What is typed is no matter of this half; `surface.Draft` is the other one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.app.spans import Span
from editor.app.workspace import Workspace
from editor.model.edits import Place
from editor.model.text import Text
from editor.ui.draft.formats import Metrics
from editor.ui.draft.inline import InlineObjects
from editor.ui.draft.margin import Margin
from editor.ui.draft.projection import Projection
from editor.ui.theme import Theme

ZOOM_LEAST, ZOOM_MOST = 60, 240
"""How small and how large the text can be shown, in per cent of the template's size."""


class Sheet(QTextEdit):
    """The body of one workspace, shown row by row. `zoomed` carries the new zoom in per cent."""

    zoomed = Signal(int)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(max(1, round(theme.token("size", "draft", "caret-width"))))
        self.workspace = workspace
        self._theme = theme
        self.busy = 0
        self.row = -1
        self.zoom = int(theme.token("size", "draft", "zoom-default"))
        self._metrics = Metrics(theme, workspace.template, self.zoom)
        self.projection = Projection(self.document(), workspace, self._metrics)
        self._inline = InlineObjects(theme, self)
        self._inline.register(self.document())
        self._margin = Margin(self.document(), workspace, self.projection, theme)
        theme.changed.connect(self._recolour)
        self._recolour()
        with self.own():
            self.projection.show()

    @contextmanager
    def own(self) -> Iterator[None]:
        """Say that what changes in the document now is our own doing."""
        self.busy += 1
        try:
            yield
        finally:
            self.busy -= 1

    # Places

    def span(self) -> Span | None:
        """Return the selection, None where the text has no clause."""
        return self.span_of(self.textCursor())

    def span_of(self, cursor: QTextCursor) -> Span | None:
        """Return what `cursor` selects, None where the text has no clause."""
        start = self.projection.place(cursor.selectionStart())
        end = self.projection.place(cursor.selectionEnd())
        return Span(start, end) if start and end else None

    def caret(self) -> Place | None:
        """Return where the caret is, None where the text has no clause."""
        return self.projection.place(self.textCursor().position())

    def rows(self) -> tuple[Text, ...]:
        """Return the rows as the field holds them; they are the body's texts."""
        return self.projection.rows()

    # Sight

    def set_zoom(self, percent: int) -> None:
        """Show the text at `percent` of the template's size."""
        percent = min(max(percent, ZOOM_LEAST), ZOOM_MOST)
        if percent == self.zoom:
            return
        self.zoom = percent
        self._metrics = Metrics(self._theme, self.workspace.template, percent)
        position = self.textCursor().position()
        with self.own():
            self.projection.show(self._metrics)
            cursor = self.textCursor()
            cursor.setPosition(position)
            self.setTextCursor(cursor)
        self.place_column()
        self.ensureCursorVisible()
        self.zoomed.emit(percent)

    def _recolour(self) -> None:
        self._theme.colour_view(self, "surface")

    def place_column(self, width: int = 0) -> None:
        """Give the text its column in a field `width` pixels wide (0: as it is): in the middle where there is room."""
        width = width or self.viewport().width()
        wide = self._metrics.draft
        number, right = wide("number-column"), wide("margin-right")
        if width < number + wide("measure") + right:
            number, right = wide("number-column-narrow"), wide("margin-right-min")
        measure = min(wide("measure-max"), max(width - number - right, 12 * self._metrics.size))
        spare = max(width - number - measure - right, 0.0)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        before = (shape.leftMargin(), shape.rightMargin(), shape.topMargin())
        top = self._theme.space(3) + self._metrics.first_row(self.projection.looks)
        after = (round(number + spare / 2), round(right + spare / 2), top)
        if before != after:
            shape.setLeftMargin(after[0])
            shape.setRightMargin(after[1])
            shape.setTopMargin(after[2])
            shape.setBottomMargin(self._theme.space(7))
            with self.own():
                frame.setFrameFormat(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        self.place_column(event.size().width())
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then numbers and signs beside them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        down = self.verticalScrollBar().value()
        painter.translate(0, -down)
        self._margin.paint(painter, self._metrics, QRectF(event.rect()).translated(0, down), self.row)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held down, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
        else:
            super().wheelEvent(event)
