"""A card over the window: rounded, with a border and a soft shadow, and a foot that names what the keys do."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from editor.ui.theme import Theme

SHADOW = 16
"""Pixels around the card that its shadow may take; they are part of its window."""

_DARKNESS = 3  # of each of the shadow's rings, of 255


class Card(QFrame):
    """A window of its own that looks like a card.

    An X server may have nobody who mixes windows, and does not say so: what should shine through would be black. There
    the window has the card's shape and no shadow.
    """

    def __init__(self, theme: Theme, parent: QWidget, flags: Qt.WindowType) -> None:
        super().__init__(parent, flags | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint)
        self._shaped = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._shaped)
        self.theme = theme

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the window's shape that of the card, where nothing may stand around it."""
        super().resizeEvent(event)
        if self._shaped:
            path = QPainterPath()
            radius = self.theme.px("control", "radius-large")
            path.addRoundedRect(QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW), radius, radius)
            self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint shadow, border and ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = self.theme.px("control", "radius-large")
        card = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not self.theme.outlined and not self._shaped:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(0, 0, 0, _DARKNESS))
            for ring in range(SHADOW - 4, 0, -2):
                around = card.adjusted(-ring, -ring, ring, ring).translated(0, 4)
                painter.drawRoundedRect(around, radius + ring, radius + ring)
        painter.setPen(QPen(self.theme.colour("hairline"), 1))
        painter.setBrush(self.theme.colour("raised"))
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()


class Foot(QWidget):
    """Small words under a hairline: what the card shows at the left, what the keys do at the right."""

    def __init__(self, theme: Theme, left: int) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(theme.px("control", "row-popup"))
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(left, 1, left, 0)
        self._line.setSpacing(theme.space(4))
        self._title = self._caption("")
        self._line.addWidget(self._title, 1)

    def set_title(self, title: str) -> None:
        """Say what the card shows."""
        self._title.setText(title)

    def set_keys(self, keys: Iterable[str]) -> None:
        """Say what the keys do."""
        for words in keys:
            self._line.addWidget(self._caption(words))

    def _caption(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self._theme.font("caption"))
        label.setProperty("role", "caption")
        return label

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the hairline."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, self._theme.colour("hairline"))
        painter.end()
