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

    def show_word(self, shown: bool) -> None:
        """Show the word beside the icon, or the icon alone."""
        self._worded = shown
        self.updateGeometry()
        self.update()

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
            painter.setPen(self._theme.colour("control") if self._theme.outlined else Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(role))
            inset = 0.5 if self._theme.outlined else 0
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

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
        self.count = 0

    def set_count(self, count: int) -> None:
        """Show behind the word how many things wait in the panel; 0 shows nothing."""
        if count != self.count:
            self.count = count
            words = self.defaultAction().iconText()
            self.setAccessibleName(self.tr("{panel}: {count}").format(panel=words, count=count) if count else words)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size that reaches down to the bar's edge, where the line is."""
        badge = self._badge_width() + self._theme.space(2) if self.count else 0
        return QSize(super().sizeHint().width() + badge, self._theme.px("window", "toolbar"))

    def _badge_width(self) -> int:
        """Return the width of the round that holds the count."""
        words = QFontMetricsF(self._theme.font("caption")).horizontalAdvance(str(self.count))
        return max(self._theme.px("control", "badge"), round(words + self._theme.space(2)))

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), self._theme.colour("accent"))

    def _paint_word(self, painter: QPainter, left: int) -> None:  # noqa: ARG002
        painter.setFont(self._theme.font("strong" if self.isChecked() else "base"))
        painter.setPen(self._theme.colour("text" if self.isChecked() or self.underMouse() else "text-2"))
        room = QRectF(self.rect())
        if self.count:
            wide = self._badge_width() + self._theme.space(2)
            room.setWidth(room.width() - wide)
            self._paint_badge(painter, QRectF(room.right(), 0, wide, room.height()))
            painter.setFont(self._theme.font("strong" if self.isChecked() else "base"))
            painter.setPen(self._theme.colour("text" if self.isChecked() or self.underMouse() else "text-2"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), self.defaultAction().iconText())

    def _paint_badge(self, painter: QPainter, room: QRectF) -> None:
        high = self._theme.px("control", "badge")
        badge = QRectF(room.left(), (room.height() - high) / 2, self._badge_width(), high)
        painter.setBrush(self._theme.colour("pressed"))
        painter.setPen(self._theme.colour("text") if self._theme.outlined else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setFont(self._theme.font("caption"))
        painter.setPen(self._theme.colour("text"))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), str(self.count))
