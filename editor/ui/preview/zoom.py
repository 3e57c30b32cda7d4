"""The choice of how large the pages are."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from editor.ui.preview.sheets import FIT_WIDTH, WHOLE_PAGE, Sheets, Zoom
from editor.ui.theme import Theme
from editor.ui.window.buttons import BarButton

PERCENTS = (50, 75, 100, 125, 150, 200)
"""The sizes to choose from beside the two that fit, in per cent."""


class ZoomButton(BarButton):
    """Says how large the pages of `sheets` are, and opens the choice."""

    def __init__(self, sheets: Sheets, theme: Theme, parent: QWidget | None = None) -> None:
        action = QAction(sheets)
        action.setObjectName("action_preview_zoom")
        super().__init__(action, theme, worded=True, parent=parent)
        self._sheets = sheets
        self._choices: dict[Zoom, QAction] = {}
        menu = QMenu(self)
        group = QActionGroup(menu)
        for zoom in (FIT_WIDTH, WHOLE_PAGE, *PERCENTS):
            if zoom == PERCENTS[0]:
                menu.addSeparator()
            choice = menu.addAction(self._name(zoom))
            choice.setCheckable(True)
            choice.triggered.connect(lambda _=False, zoom=zoom: sheets.set_zoom(zoom))
            group.addAction(choice)
            self._choices[zoom] = choice
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        sheets.zoomed.connect(self._show)
        self._show()

    def _name(self, zoom: Zoom) -> str:
        if zoom == FIT_WIDTH:
            return self.tr("Fit width")
        if zoom == WHOLE_PAGE:
            return self.tr("Whole page")
        return self.tr("{percent} %").format(percent=zoom)

    def _show(self) -> None:
        name = self._name(self._sheets.zoom)
        self.defaultAction().setIconText(name)
        self.defaultAction().setText(name)
        self.defaultAction().setToolTip(self.tr("Size of the pages"))
        self.setAccessibleName(self.tr("Size of the pages: {size}").format(size=name))
        for zoom, choice in self._choices.items():
            choice.setChecked(zoom == self._sheets.zoom)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words with the arrow behind them."""
        words = QFontMetricsF(self._theme.font("base")).horizontalAdvance(self.defaultAction().iconText())
        wide = words + self._arrow + 4 * self._theme.space(1)
        return QSize(round(wide) + 1, self._theme.px("control", "button-small"))

    @property
    def _arrow(self) -> int:
        return round(float(self._theme.token("icon", "size-row")) * self._theme.scale)

    def _paint_word(self, painter: QPainter, left: int) -> None:
        role = "text" if self.underMouse() else "text-2"
        painter.setFont(self._theme.font("base"))
        painter.setPen(self._theme.colour(role))
        right = self.width() - self._theme.space(1) - self._arrow
        room = QRectF(left, 0, right - left, self.height())
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(room, align, self.defaultAction().iconText())
        arrow = self._theme.pixmap("chevron-down", role, self._arrow, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(right, (self.height() - self._arrow) // 2), arrow)
