"""A button that looks like the words it says, with a menu to choose others."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from editor.ui.theme import Theme


class Quiet(QToolButton):
    """Shows one of several words; `chosen` carries the value of the line that somebody picked."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self._words = ""
        self.setProperty("quiet", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFont(theme.font("caption"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._menu = QMenu(self)
        self.setMenu(self._menu)

    def offer(self, lines: Sequence[tuple[str, str]]) -> None:
        """Offer these words and values."""
        self._menu.clear()
        for words, value in lines:
            action = QAction(words.replace("&", "&&"), self._menu)
            action.setCheckable(True)
            action.setData(value)
            action.triggered.connect(lambda _=False, value=value: self.chosen.emit(value))
            self._menu.addAction(action)

    def show_words(self, words: str, value: str = "") -> None:
        """Say `words`, and mark the line with `value` as the present one."""
        self._words = words
        self.setAccessibleName(f"{self._name}: {words}" if words else self._name)
        self.setToolTip(words)
        for action in self._menu.actions():
            action.setChecked(action.data() == value)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return the words that are shown."""
        return self._words

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words and the arrow."""
        width = QFontMetrics(self.font()).horizontalAdvance(self._words)
        return QSize(width + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return a size in which the beginning of the words is read."""
        return QSize(round(80 * self._theme.scale), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground by the style, then the words, cut to what fits, and the arrow."""
        super().paintEvent(event)
        size = self._arrow()
        room = self.rect().adjusted(round(6 * self._theme.scale), 0, -round(size + 8 * self._theme.scale), 0)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text-2"))
        words = QFontMetrics(self.font()).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        pixmap = self._theme.pixmap("chevron-down", "text-2", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(room.right() + 4 * self._theme.scale, round((self.height() - size) / 2)), pixmap)
        painter.end()

    def _arrow(self) -> float:
        return 12.0 * self._theme.scale

    def _around(self) -> int:
        return round(self._arrow() + 15 * self._theme.scale)
