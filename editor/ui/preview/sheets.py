"""The pages to look at: as pictures below one another, with the caret's clause marked."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from editor.app.pagemaking.maker import PageMaker
from editor.app.pagemaking.messages import BAND, Look, Made, Spot
from editor.ui.preview.glide import Glide
from editor.ui.preview.painting import PagePainter
from editor.ui.preview.stack import Stack
from editor.ui.theme import Theme

FIT_WIDTH, WHOLE_PAGE = "width", "page"

Zoom = str | int
"""FIT_WIDTH, WHOLE_PAGE, or per cent of the printed size."""

LEAST, MOST, STEP = 50, 200, 10
"""How small and how large pages can be, and by how much the wheel changes that, in per cent."""

_INCH = 96 / 72
"""Pixels in a point at 100 per cent."""


class Sheets(QAbstractScrollArea):
    """The pages of a maker.

    `clause_chosen` carries the id of the clause that was clicked, `moved` says that another page is in sight or there
    are more or fewer, `zoomed` that they are larger or smaller.
    """

    clause_chosen = Signal(str)
    moved = Signal()
    zoomed = Signal()

    def __init__(self, maker: PageMaker, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maker, self._theme = maker, theme
        self.zoom: Zoom = FIT_WIDTH
        self._stack = Stack(0, 1.0, 1.0, 0.0, 0.0)
        self._pictures: dict[Spot, QImage] = {}
        self._clause: str | None = None
        self._marks: tuple[tuple[int, float, float], ...] = ()
        self._shown = (-1, -1)
        self._glide = Glide(self.verticalScrollBar(), theme, self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())
        maker.made.connect(self._take_pages)
        maker.drawn.connect(self._take_pictures)
        theme.changed.connect(self._recolour)
        self._recolour()
        if maker.pages:
            self._take_pages(maker.pages)

    # What is seen

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._stack.pages

    @property
    def page(self) -> int:
        """The page in the middle of the window, from 0."""
        return self._stack.page_at(self.verticalScrollBar().value() + self.viewport().height() / 2)

    @property
    def percent(self) -> int:
        """How large the pages are, in per cent of the printed size."""
        made = self._maker.pages
        return round(100 * self._stack.width / (made.width * _INCH)) if made else 100

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size; what is in the middle stays there."""
        self.zoom = zoom if isinstance(zoom, str) else min(max(zoom, LEAST), MOST)
        middle = self.viewport().height() / 2
        share = self._stack.share(self.verticalScrollBar().value() + middle)
        self._arrange(share, middle)
        self.zoomed.emit()

    def go_to_page(self, page: int) -> None:
        """Show `page` from its top."""
        page = min(max(page, 0), max(self.count - 1, 0))
        self._go(self._stack.top(page) - self._stack.margin)

    def show_clause(self, clause: str | None) -> None:
        """Mark `clause`, and show it if it is out of sight."""
        if clause != self._clause:
            self._clause = clause
            self._find_marks()
            self._reveal()
            self.viewport().update()

    def follow(self, looked_at: bool) -> None:
        """Have the pages drawn that are in sight, or none while nobody looks."""
        self._maker.look(self._look() if looked_at else None)

    def detach(self) -> None:
        """Follow the maker no more."""
        self._glide.stop()
        self._maker.made.disconnect(self._take_pages)
        self._maker.drawn.disconnect(self._take_pictures)

    # Following the maker

    def _take_pages(self, made: Made) -> None:
        before, was_seen = self._stack, self._is_seen()
        share = before.share(self.verticalScrollBar().value()) if before.pages else None
        self._arrange(share)
        self._find_marks()
        if was_seen:
            self._reveal()
        if before.pages != made.count:
            self.moved.emit()

    def _take_pictures(self, pictures: dict[Spot, QImage]) -> None:
        self._pictures = pictures
        self.viewport().update()

    def _look(self) -> Look | None:
        """Return what is in sight, None before there is a page."""
        ratio = self.devicePixelRatioF()
        width = max(1, round(self._stack.width * ratio))
        paper = self._theme.colour("paper").rgb()
        if not self.count:  # the first page is on its way: what will be in sight of it is known
            width = max(1, round((self.width() - 2 * self._theme.px("draft", "page-margin")) * ratio))
            return Look(width, paper, ((0, 0),))
        top, bottom = self.verticalScrollBar().value(), self.verticalScrollBar().value() + self.viewport().height()
        spots: list[Spot] = []
        for page in self._stack.seen(top, bottom):
            low = max(top - self._stack.top(page), 0) * ratio
            high = min(bottom - self._stack.top(page), self._stack.height) * ratio
            spots += [(page, band) for band in range(int(low // BAND), ceil(high / BAND))]
        return Look(width, paper, tuple(spots))

    def _arrange(self, share: float | None = None, down: float = 0.0) -> None:
        """Give the pages their size, and put what is at `share` of them `down` below the window's upper edge."""
        made = self._maker.pages
        if made is None:
            return
        margin, gap = self._theme.px("draft", "page-margin"), self._theme.px("draft", "page-gap")
        ratio = self.devicePixelRatioF()
        if self.zoom == FIT_WIDTH:
            width = self.width() - 2.0 * margin
        elif self.zoom == WHOLE_PAGE:
            width = (self.viewport().height() - 2 * gap) * made.width / made.height
            width = min(width, self.width() - 2.0 * margin)
        else:
            width = made.width * _INCH * int(self.zoom) / 100
        dots = max(1, round(max(width, 16.0) * ratio))
        self._stack = Stack(made.count, dots / ratio, round(dots * made.height / made.width) / ratio, gap, gap)
        room = self.viewport().size()
        across = self._stack.width + 2 * margin - self.verticalScrollBar().width()
        self.horizontalScrollBar().setRange(0, max(0, ceil(across - room.width())))
        self.horizontalScrollBar().setPageStep(room.width())
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, ceil(self._stack.length - room.height())))
        bar.setPageStep(room.height())
        bar.setSingleStep(round(3 * self._theme.space(4)))
        if share is not None:
            bar.setValue(round(self._stack.at(share) - down))
        self._ask()

    def _ask(self) -> None:
        if self.isVisible():
            self.follow(True)
        self.viewport().update()

    def _scrolled(self) -> None:
        self._ask()
        shown = (self.page, self.count)
        if shown != self._shown:
            self._shown = shown
            self.moved.emit()

    # The clause

    def _find_marks(self) -> None:
        made = self._maker.pages
        places = made.places_of(self._clause) if made and self._clause else ()
        self._marks = tuple((place.page, place.top, place.bottom) for place in places)

    def _mark_box(self, mark: tuple[int, float, float]) -> tuple[float, float]:
        made = self._maker.pages
        assert made is not None
        page, top, bottom = mark
        scale = self._stack.width / made.width
        return self._stack.top(page) + top * scale, self._stack.top(page) + bottom * scale

    def _is_seen(self) -> bool:
        """Return whether some of the marked clause is in sight."""
        if not self._marks or self._maker.pages is None:
            return True
        up = self.verticalScrollBar().value()
        boxes = [self._mark_box(mark) for mark in self._marks]
        return any(top < up + self.viewport().height() and bottom > up for top, bottom in boxes)

    def _reveal(self) -> None:
        """Bring the marked clause into sight if all of it is outside."""
        if not self._is_seen():
            top, bottom = self._mark_box(self._marks[0])
            height = self.viewport().height()
            self._go(top - max((height - (bottom - top)) / 2, self._stack.gap))

    def _go(self, y: float) -> None:
        self._glide.to(y, self.viewport().height())

    # Painting

    def _left(self) -> float:
        spare = self.width() - self._stack.width
        margin = float(self._theme.px("draft", "page-margin"))
        return max(round(spare / 2), margin) - self.horizontalScrollBar().value()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("bed"))
        up, stack, made = self.verticalScrollBar().value(), self._stack, self._maker.pages
        paint = PagePainter(painter, self._theme, self.devicePixelRatioF())
        for page in stack.seen(up, up + self.viewport().height()):
            box = QRectF(paint.aligned(self._left()), paint.aligned(stack.top(page) - up), stack.width, stack.height)
            paint.page(box, {band: picture for (at, band), picture in self._pictures.items() if at == page})
            for at, top, bottom in self._marks:
                if at == page and made is not None:
                    paint.mark(box, made, top, bottom)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), self._theme.px("control", "focus-ring")))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _recolour(self) -> None:
        self._theme.colour_view(self, "bed")
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, self._theme.colour("bed"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._pictures = {}
        self._ask()

    # Mouse and keys

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the clause that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(event.position())

    def _choose(self, point: QPointF) -> None:
        made = self._maker.pages
        if made is None or not self.count:
            return
        down = point.y() + self.verticalScrollBar().value()
        page = self._stack.page_at(down)
        y = (down - self._stack.top(page)) * made.width / self._stack.width
        inside = 0 <= point.x() - self._left() <= self._stack.width and 0 <= y <= made.height
        clause = made.clause_at(page, y) if inside else None
        if clause:
            self.clause_chosen.emit(clause)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl held down, else scroll."""
        self._glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = STEP if event.angleDelta().y() > 0 else -STEP
            self.set_zoom(
                (self.percent + step) // STEP * STEP if step > 0 else -(-(self.percent + step) // STEP) * STEP
            )
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll; Return goes to the clause in the middle of the window."""
        self._glide.stop()
        bar = self.verticalScrollBar()
        keys = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        step = keys.get(Qt.Key(event.key()))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(QPointF(self._left() + self._stack.width / 2, self.viewport().height() / 2))
        elif step is not None:
            bar.setValue(bar.value() + step)
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again; what is at the upper edge stays there."""
        super().resizeEvent(event)
        self._arrange(self._stack.share(self.verticalScrollBar().value()) if self.count else None)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew for a screen with other dots."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
