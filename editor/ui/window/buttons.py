"""Buttons of the bars: flat, a fill under the pointer, an accent line under the open tab."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from editor.ui.theme import Theme


class BarButton(QToolButton):
    """A button for `action` with the icon called `icon`, if any, and with its word where `worded`."""

    def __init__(
        self, action: QAction, theme: Theme, icon: str = "", *, worded: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._worded = worded
        self.setDefaultAction(action)
        self.setObjectName(action.objectName().replace("action_", "button_"))
        self.setAccessibleName(action.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoRaise(True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a button of the bar."""
        width, height = (
            round(side * self._theme.scale) for side in self._theme.token("size", "control", "tool-button")
        )
        if not self._worded:
            return QSize(width, height)
        words = QFontMetricsF(self._theme.font("strong")).horizontalAdvance(self.defaultAction().iconText())
        icon = self._theme.icon_size + self._theme.space(1) if self._icon else 0
        return QSize(round(words + icon + 2 * self._theme.space(2)), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the size hint: a button is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the fill, the icon, the word, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = self._paint_icon(painter)
        if self._worded:
            self._paint_word(painter, left)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self._theme.px("control", "radius")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        if not self.isEnabled():
            return
        role = "pressed" if self.isDown() or self.isChecked() else "hover" if self.underMouse() else ""
        if role:
            radius = self._theme.px("control", "radius")
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)

    def _paint_icon(self, painter: QPainter) -> int:
        """Paint the icon, and return where the word begins."""
        if not self._icon:
            return self._theme.space(2)
        size = round(self._theme.icon_size)
        role = "text" if self._worded or self.isChecked() or self.underMouse() else "text-2"
        role = role if self.isEnabled() else "text-off"
        left = self._theme.space(2) if self._worded else (self.width() - size) // 2
        pixmap = self._theme.pixmap(
            self._icon, role if self.isEnabled() else "text-off", size, self.devicePixelRatioF()
        )
        painter.drawPixmap(QPoint(left, (self.height() - size) // 2), pixmap)
        return left + size + self._theme.space(1)

    def _paint_word(self, painter: QPainter, left: int) -> None:
        painter.setFont(self._theme.font("base"))
        painter.setPen(self._theme.colour("text" if self.isEnabled() else "text-off"))
        room = QRectF(left, 0, self.width() - left, self.height())
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, align, self.defaultAction().iconText())


class PanelTab(BarButton):
    """The tab of a panel at the right; pressing the open one folds the panel away."""

    def __init__(self, action: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(action, theme, worded=True, parent=parent)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size that reaches down to the bar's edge, where the line is."""
        return QSize(super().sizeHint().width(), self._theme.px("window", "toolbar"))

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), self._theme.colour("accent"))

    def _paint_word(self, painter: QPainter, left: int) -> None:  # noqa: ARG002
        painter.setFont(self._theme.font("strong" if self.isChecked() else "base"))
        painter.setPen(self._theme.colour("text" if self.isChecked() or self.underMouse() else "text-2"))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.defaultAction().iconText())
