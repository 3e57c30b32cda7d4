"""The two lists of the start page: rows that are painted, chosen by a click or Enter, and as high as they need."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStyle, QStyleOptionViewItem

from editor.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")


class Rows(QAbstractListModel, Generic[T]):
    """Rows with what a screen reader says of each; one without words to say is a caption that cannot be chosen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[T] = []
        self._said: list[str] = []
        self._fixed: list[bool] = []

    def show_rows(self, rows: Iterable[tuple[T, str, bool]]) -> None:
        """Show other rows: each a value, its words, and whether it can be chosen."""
        self.beginResetModel()
        found = list(rows)
        self.rows = [row for row, _, _ in found]
        self._said = [said for _, said, _ in found]
        self._fixed = [not free for _, _, free in found]
        self.endResetModel()

    def show_row(self, at: int, row: T, said: str) -> None:
        """Show row `at` anew."""
        self.rows[at], self._said[at] = row, said
        self.dataChanged.emit(self.index(at), self.index(at))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return the words of a row, to be said and to be found by typing."""
        spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._said[index.row()] if role in spoken else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a row can be chosen."""
        if not index.isValid() or self._fixed[index.row()]:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class RowList(QListView):
    """A list whose rows are chosen by Enter or one click; `chosen` carries the row's place."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, name: str, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._theme = theme
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._recolour)
        self._recolour()

    def _recolour(self) -> None:
        self._theme.colour_view(self, "surface")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for all rows."""
        model = self.model()
        rows = range(model.rowCount()) if model else range(0)
        return QSize(1, sum(self.sizeHintForRow(row) for row in rows))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return room for two rows."""
        return QSize(1, min(self.sizeHint().height(), 2 * self._theme.px("control", "row-recent")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row at Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row that the button was pressed and let go on."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.chosen.emit(index.row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the first row where none is taken, so that the keys have somewhere to begin."""
        if not self.currentIndex().isValid():
            self.take_first()  # before Qt does, which would not select it
        super().focusInEvent(event)

    def take_first(self) -> None:
        """Make the first row that can be chosen the current one."""
        model = self.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                return


def paint_ground(painter: QPainter, theme: Theme, view: QListView, option: QStyleOptionViewItem) -> bool:
    """Paint what lies behind a row, and return whether it is selected with the keyboard there."""
    state: QStyle.StateFlag = option.state
    rect = QRectF(option.rect)
    selected = bool(state & QStyle.StateFlag.State_Selected) and view.hasFocus()
    hover = bool(state & QStyle.StateFlag.State_MouseOver)
    if selected or hover:
        radius = theme.px("control", "radius")
        painter.setPen(QPen(theme.colour("focus"), 1) if selected else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selected" if selected else "hover"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return selected


def row_roles(theme: Theme, selected: bool) -> tuple[str, str]:
    """Return the colours of a row's first and second line."""
    if not selected:
        return "text", "text-2"
    return "on-selected", "on-selected" if theme.outlined else "text-2"
