"""The list of texts that were kept: a box to tick, what and where at the left, how much and when at the right."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.app.news import News
from editor.app.recovery import Kept
from editor.ui.recovery import words
from editor.ui.start.lists import Index, Rows
from editor.ui.theme import Theme

_BOX, _TEXT, _INSET = 14, 43, 14


class Row(NamedTuple):
    """A text, how much of it is new, and whether it is ticked."""

    one: Kept
    new: News
    ticked: bool


class KeptRows(Rows[Row]):
    """The rows as a model; the box of each can be ticked by assistive technology too."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject, rows: list[Row]) -> None:
        super().__init__(parent)
        self.show_rows((row, _said(row), True) for row in rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        """Return the words of a row, and the state of its box."""
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.rows[index.row()].ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        """Tick a row, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        row = self.rows[index.row()]
        self.show_row(index.row(), row._replace(ticked=Qt.CheckState(value) == Qt.CheckState.Checked), _said(row))
        self.ticks_changed.emit()
        return True

    def turn(self, index: Index) -> None:
        """Tick a row that is not, and the other way round."""
        ticked = self.rows[index.row()].ticked
        state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    @property
    def ticked(self) -> list[Kept]:
        """The texts that are ticked."""
        return [row.one for row in self.rows if row.ticked]


def _said(row: Row) -> str:
    parts = (words.title(row.one), words.place(row.one), words.much(row.one, row.new), words.typed(row.one))
    return ", ".join(parts)


class KeptList(QListView):
    """The list; `shown` carries the place of the row whose news are wanted."""

    shown = Signal(int)

    def __init__(self, theme: Theme, rows: list[Row]) -> None:
        super().__init__()
        self.setObjectName("recovery_list")
        self.setAccessibleName(self.tr("Texts that were kept"))
        self.theme = theme
        self.lines = KeptRows(self, rows)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        theme.colour_view(self, "field")
        self.setCurrentIndex(self.lines.index(0))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Ask for the news of the row that is current now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.shown.emit(current.row())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for the rows, at most four of them."""
        return QSize(1, min(self.lines.rowCount(), 4) * self.row_height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return room for as many: the rest scrolls."""
        return self.sizeHint()

    @property
    def row_height(self) -> int:
        """The height of a row in pixels."""
        return round(63 * self.theme.scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick at the space bar; Enter presses the main button."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.lines.turn(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row whose box was pressed; elsewhere a click shows what is new in it."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < _TEXT * self.theme.scale:
            self.lines.turn(index)


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: KeptList) -> None:
        super().__init__(view)
        self._view, self._theme = view, view.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        return QSize(1, self._view.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, self._view.lines.rows[index.row()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour("selected" if selected else "field"))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("hairline"))
        if selected and self._view.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        loud = "on-selected" if selected else "text"
        quiet = loud if selected and theme.outlined else "text-2"
        self._paint_box(painter, rect, row.ticked, selected)
        inside = rect.adjusted(_TEXT * theme.scale, 0, -_INSET * theme.scale, 0)
        used = self._line(painter, inside, words.much(row.one, row.new), "base", loud, 0, right=True)
        self._line(painter, inside.adjusted(0, 0, -used, 0), words.title(row.one), "base", loud, 0)
        used = self._line(painter, inside, words.typed(row.one), "caption", quiet, 1, right=True)
        self._line(painter, inside.adjusted(0, 0, -used, 0), words.place(row.one), "caption", quiet, 1)
        painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRectF, ticked: bool, selected: bool) -> None:
        theme = self._theme
        size = theme.px("control", "check-box")
        box = QRectF(rect.left() + _BOX * theme.scale, rect.top() + round(13 * theme.scale), size, size)
        edge = "on-selected" if selected and theme.outlined else "accent" if ticked else "control"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour("accent" if ticked else "field"))
        radius = theme.px("control", "radius-small")
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        if ticked:
            mark = theme.pixmap("check", "on-accent", size - 4, self._view.devicePixelRatioF())
            painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), mark)

    def _line(
        self, painter: QPainter, room: QRectF, said: str, font: str, role: str, line: int, *, right: bool = False
    ) -> float:
        """Paint one of the two lines of a row, and return how much room it took."""
        face, scale = self._theme.font(font), self._theme.scale
        painter.setFont(face)
        painter.setPen(self._theme.colour(role))
        metrics = QFontMetricsF(face)
        cut = metrics.elidedText(said, Qt.TextElideMode.ElideRight, room.width())
        top = room.top() + (11 + 20 * line) * scale
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        where = QRectF(room.left(), top, room.width(), 20 * scale)
        painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), cut)
        return metrics.horizontalAdvance(cut) + self._theme.space(3)
