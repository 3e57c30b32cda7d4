"""A page put together from its bands."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from editor.app.pagemaking.messages import BAND
from editor.ui.preview.painting import PagePainter
from editor.ui.theme import Theme


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("down", [0, 33, 34, 35])
def test_no_row_is_missing_between_two_bands(theme: Theme, ratio: float, down: int) -> None:
    up = round(-100 * ratio) / ratio  # the page begins out of sight
    band = QImage(80, BAND, QImage.Format.Format_RGB32)
    band.fill(QColor("red"))
    screen = QImage(200, 800, QImage.Format.Format_RGB32)
    screen.setDevicePixelRatio(ratio)
    screen.fill(QColor("white"))
    painter = QPainter(screen)
    painter.translate(0, down)  # a widget on a window
    PagePainter(painter, theme, ratio).page(QRectF(0, up, 80 / ratio, 2 * BAND / ratio), {0: band, 1: band})
    painter.end()
    rows = [row for row in range(800) if screen.pixelColor(40, row) == QColor("red")]
    assert rows == list(range(rows[-1] + 1))
    assert rows[-1] + 1 == pytest.approx((up + down) * ratio + 2 * BAND, abs=1)
