"""The text as it stands on the screen: the column in the middle, zoom, colours, numbers and signs painted beside.

What is typed is no matter of this half; `surface.Draft` is the other one.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import cast

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor, QTextLine, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.app.spans import Span
from editor.app.workspace import Workspace
from editor.model.edits import Place
from editor.model.text import Text
from editor.ui.draft.formats import Metrics
from editor.ui.draft.inline import InlineObjects
from editor.ui.draft.layers import Layer, Layers
from editor.ui.draft.margin import Margin, row_at
from editor.ui.draft.projection import Projection
from editor.ui.draft.scrolling import Scrolling
from editor.ui.draft.signs import SignKind, Signs
from editor.ui.theme import Theme

ZOOM_LEAST, ZOOM_MOST = 60, 240
"""How small and how large the text can be shown, in per cent of the template's size."""

_FINISHED = 2000  # rows; a longer text is left to Qt


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
        self._signs = Signs(self.document(), workspace, theme)
        self._layers = Layers(self, theme)
        self._suggestion = ""
        self._numbers: object = None
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._lay_out_rest)
        self.scrolling = Scrolling(self, theme)
        self.verticalScrollBar().valueChanged.connect(self._layers.refresh)
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

    # What is shown beside and over the words

    def set_layer(self, name: str, layer: Layer | None) -> None:
        """Lay the marks of `layer` over the words in sight, under this name; None takes them away."""
        self._layers.set(name, layer)

    def refresh_layers(self) -> None:
        """Ask the layers for their marks again, soon."""
        self._layers.refresh()

    def set_signs(self, kind: SignKind, clauses: Mapping[str, str]) -> None:
        """Put the sign of `kind` beside the clauses named by their ids, each with the words that say why."""
        if self._signs.set(kind, clauses):
            self.viewport().update()

    def suggest(self, words: str) -> None:
        """Show `words` after the caret as a suggestion: they are not in the text. An empty string takes them away."""
        if words != self._suggestion:
            self._suggestion = words
            self.viewport().update()

    def sign_at(self, point: QPointF) -> tuple[SignKind, str, str] | None:
        """Return kind, clause and words of the sign at `point` of the viewport."""
        return self._signs.at(self._metrics, point + QPointF(0, self.verticalScrollBar().value()))

    def signs_of(self, clause_id: str) -> str:
        """Return what the signs beside a clause say, an empty string if it has none."""
        return self._signs.of(clause_id)

    def rows_in_sight(self) -> tuple[int, int]:
        """Return the first and the last row of which something can be seen."""
        down = self.verticalScrollBar().value()
        first = row_at(self.document(), down)
        last = first
        block = self.document().findBlockByNumber(first)
        layout = self.document().documentLayout()
        while block.isValid() and layout.blockBoundingRect(block).top() <= down + self.viewport().height():
            last = block.blockNumber()
            block = block.next()
        return first, last

    def rows_changed(self, *, many: bool) -> None:
        """Say that one row or `many` are others; what Qt does not see of that are the numbers beside them."""
        self.place_column()
        numbers = self.workspace.labels.by_place
        if numbers is not self._numbers:
            self._numbers = numbers
            self.viewport().update()
        self._layers.refresh()
        if many:
            self._laid_out.start()

    def _lay_out_rest(self) -> None:
        """Have rows laid out that were left without: now and then Qt forgets some after a change of many."""
        document = self.document()
        if document.blockCount() > _FINISHED:
            return
        document.size()  # Qt is to finish before one can tell what it forgot; it mostly has
        block, left = document.begin(), []
        while block.isValid():
            if not block.layout().lineCount():
                left.append(block)
            block = block.next()
        if left:
            start, end = left[0].position(), left[-1].position() + left[-1].length()
            with self.own():
                document.markContentsDirty(start, end - start)

    def rects_of(self, start: int, end: int) -> list[QRectF]:
        """Return where the characters from `start` to `end` of one row are in the viewport, line by line."""
        block = self.document().findBlock(start)
        layout = block.layout()
        move = layout.position() - QPointF(0, self.verticalScrollBar().value())
        low, high = start - block.position(), end - block.position()
        found = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begin, stop = max(low, line.textStart()), min(high, line.textStart() + line.textLength())
            if begin < stop:
                left, right = _x(line, begin), _x(line, stop)
                rect = QRectF(left, line.y(), right - left, line.height()).normalized()
                found.append(rect.translated(move))
        return found

    # Sight

    def set_zoom(self, percent: int) -> None:
        """Show the text at `percent` of the template's size."""
        percent = min(max(percent, ZOOM_LEAST), ZOOM_MOST)
        if percent == self.zoom:
            return
        self.zoom = percent
        self._metrics = Metrics(self._theme, self.workspace.template, percent)
        anchor, position = self.textCursor().anchor(), self.textCursor().position()
        with self.own():
            self.projection.show(self._metrics)
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self.rows_changed(many=True)
        self.scrolling.show_caret()
        self.zoomed.emit(percent)

    def _recolour(self) -> None:
        self._theme.colour_view(self, "surface")
        self._layers.recolour()

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
        """Keep the column in the middle, and in sight a caret that is: at another width its row stands elsewhere."""
        seen = QRect(QPoint(0, 0), event.oldSize()).intersects(self.cursorRect())
        self.place_column(event.size().width())
        super().resizeEvent(event)
        if seen:
            self.scrolling.show_caret()
        self._layers.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then numbers and signs beside them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._layers.paint(painter)
        self._paint_suggestion(painter)
        down = self.verticalScrollBar().value()
        area = QRectF(event.rect()).translated(0, down)
        painter.translate(0, -down)
        self._margin.paint(painter, self._metrics, area, self.row)
        self._signs.paint(painter, self._metrics, area, self.devicePixelRatioF())
        painter.end()

    def _paint_suggestion(self, painter: QPainter) -> None:
        """Paint the suggested words behind the caret, as far as its line has room."""
        if not self._suggestion or not self.textCursor().atBlockEnd():
            return
        caret = QRectF(self.cursorRect())
        right = self.document().size().width() - self.document().rootFrame().frameFormat().rightMargin()
        room = QRectF(caret.right(), caret.top(), max(right - caret.right(), 0.0), caret.height())
        painter.setFont(self._metrics.font)
        painter.setPen(self._theme.colour(self._theme.token("marks", "suggestion", "text")))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._suggestion)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held down, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom + (10 if event.angleDelta().y() > 0 else -10))
            event.accept()
        else:
            super().wheelEvent(event)


def _x(line: QTextLine, offset: int) -> float:
    """Return where the character at `offset` begins; Qt's stubs do not know that a pair comes back."""
    found = cast("float | tuple[float, int]", line.cursorToX(offset))
    return found[0] if isinstance(found, tuple) else found
