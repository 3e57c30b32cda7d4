"""The button in the tool bar that looks like a field: it opens the palette."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from editor.ui.theme import Theme

_WIDE, _NARROW = 230, 190


class FindButton(QToolButton):
    """The button for `action`, which opens the palette; in a narrow bar its words are cut, then it is an icon."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setDefaultAction(action)
        self.setObjectName("button_palette")
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._words, self._keys = self.tr("Find a command"), keys.replace("+", " ")
        self.setAccessibleName(f"{self._words} ({keys})" if keys else self._words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(round(_WIDE * theme.scale))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the drawn size."""
        return QSize(round(_WIDE * self._theme.scale), self._theme.px("control", "button"))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the icon alone."""
        return QSize(round(32 * self._theme.scale), self._theme.px("control", "button"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the field, its icon, and what of its words there is room for."""
        theme, scale = self._theme, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() else 1
        role = "focus" if self.hasFocus() else "control" if theme.outlined or self.underMouse() else "hairline"
        painter.setPen(QPen(theme.colour(role), wide))
        painter.setBrush(theme.colour("pressed" if self.isDown() else "hover"))
        radius = theme.px("control", "radius")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)
        size = 16 * scale
        alone = self.width() < _NARROW * scale * 0.6
        left = (self.width() - size) / 2 if alone else 9 * scale
        pixmap = theme.pixmap("search", "text-2", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(left), round((self.height() - size) / 2)), pixmap)
        if not alone:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme, scale = self._theme, self._theme.scale
        painter.setPen(theme.colour("text-2"))
        caption = theme.font("caption")
        painter.setFont(caption)
        right = self.width() - 9 * scale
        keys = QFontMetricsF(caption).horizontalAdvance(self._keys)
        room = QRectF(right - keys - 1, 0, keys + 1, self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._keys)
        font = theme.font("base")
        left = 32 * scale
        space = max(right - keys - theme.space(2) - left, 0.0)
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, space)
        painter.drawText(QRectF(left, 0, space, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
