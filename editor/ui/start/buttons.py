"""Buttons of the start page: outlined, with an icon and a word; and one that looks like a link."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from editor.ui.theme import Theme


class _Painted(QAbstractButton):
    """What both have: a word, the fill under the pointer, the ring of the focus."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(words)
        self.setAccessibleName(words.removesuffix("…"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme = theme
        theme.changed.connect(self.update)

    def _words_width(self) -> float:
        return QFontMetricsF(self._theme.font("base")).horizontalAdvance(self.text())

    def _paint_ring(self, painter: QPainter) -> None:
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), self._theme.px("control", "focus-ring")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._theme.px("control", "radius")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


class OutlineButton(_Painted):
    """A button with the icon called `icon`."""

    def __init__(self, theme: Theme, name: str, words: str, icon: str, *, small: bool = False) -> None:
        super().__init__(theme, name, words)
        self._icon, self._small = icon, small

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for icon and word."""
        theme = self._theme
        width = 2 * theme.space(3) - 2 + self._icon_size() + theme.space(2) + self._words_width()
        return QSize(round(width), theme.px("control", "button-small" if self._small else "button"))

    def _icon_size(self) -> float:
        return float(self._theme.token("icon", "size-row")) * self._theme.scale

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint border, icon and word."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("control"), 1))
        painter.setBrush(theme.colour("pressed" if self.isDown() else "hover" if self.underMouse() else "raised"))
        radius = theme.px("control", "radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        size = self._icon_size()
        left = theme.space(3) - 1
        pixmap = theme.pixmap(self._icon, "text", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(left, round((self.height() - size) / 2)), pixmap)
        painter.setFont(theme.font("base"))
        painter.setPen(theme.colour("text"))
        room = QRectF(left + size + theme.space(2), 0, self.width(), self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())
        self._paint_ring(painter)
        painter.end()


class LinkButton(_Painted):
    """Words that lead somewhere."""

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__(theme, name, words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the words."""
        inset = 2 * self._theme.space(1)
        return QSize(round(self._words_width() + inset), self._theme.px("control", "button-small"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the words, underlined under the pointer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self._theme.font("base")
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        self._paint_ring(painter)
        painter.end()
