"""A page on its bed: shadow, paper, what is printed on it, the mark of the caret's clause."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor.app.pagemaking.messages import BAND, Made
from editor.ui.theme import Theme

_TINT = 0.1
"""How much of the bar's colour lies over the marked clause."""

_BESIDE = 8
"""Pixels from the bar to the number."""

_SHADOW = (34, 18, 15, 12, 9, 6, 4, 2, 1)
"""How dark the rings around a page are, from the inside, of 255."""


class PagePainter:
    """Paints pages with `painter` on a screen with `ratio` dots to a pixel."""

    def __init__(self, painter: QPainter, theme: Theme, ratio: float) -> None:
        self._painter, self._theme, self._ratio = painter, theme, ratio

    def aligned(self, at: float) -> float:
        """Return `at` on a row or column of dots."""
        return round(at * self._ratio) / self._ratio

    def page(self, box: QRectF, bands: Mapping[int, QImage]) -> None:
        """Paint a page in `box` from the pictures of its bands; what is not drawn yet is paper."""
        painter, ratio = self._painter, self._ratio
        if self._theme.scheme == "light":
            for ring, dark in enumerate(_SHADOW):
                self._ring(box.adjusted(-ring, -ring, ring, ring), QColor(0, 0, 0, dark))
        painter.fillRect(box, self._theme.colour("paper"))
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        # Dot on dot: at a scale of 150 per cent a widget may begin between two dots, and there the bands would part.
        device = painter.deviceTransform()
        painter.translate(round(device.dx()) - device.dx(), round(device.dy()) - device.dy())
        left, top, width = round(box.left() * ratio), round(box.top() * ratio), round(box.width() * ratio)
        for band, picture in bands.items():
            if picture.width() == width:
                painter.drawImage(left, top + band * BAND, picture)
            else:  # one of another size stands in until the right one is there
                scale = width / picture.width()
                room = QRectF(left, top + band * BAND * scale, width, picture.height() * scale)
                painter.drawImage(room, picture)
        painter.restore()

    def _ring(self, box: QRectF, colour: QColor) -> None:
        """Fill one pixel around `box`; a tenth of the work of stroking it."""
        left, top, width, height = box.x() - 1, box.y() - 1, box.width() + 2, box.height() + 2
        for side in (
            QRectF(left, top, width, 1),
            QRectF(left, box.bottom(), width, 1),
            QRectF(left, box.y(), 1, height - 2),
            QRectF(box.right(), box.y(), 1, height - 2),
        ):
            self._painter.fillRect(side, colour)

    def mark(self, box: QRectF, made: Made, top: float, bottom: float) -> None:
        """Mark the clause from `top` to `bottom` (points) of the page in `box`.

        A page is never themed: bar and tint have the light colours in every scheme.
        """
        scale = box.width() / made.width
        colour = QColor(self._theme.token("colour", "light", "accent"))
        bar = self._theme.px("draft", "page-mark")
        left = box.left() + made.left * scale - _BESIDE
        right = box.left() + made.right * scale
        up, down = (self.aligned(box.top() + y * scale) for y in (top, bottom))
        self._painter.fillRect(QRectF(left, up, bar, down - up), colour)
        colour.setAlphaF(_TINT)
        self._painter.fillRect(QRectF(left + bar, up, right - left - bar, down - up), colour)
