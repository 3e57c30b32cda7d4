"""The clauses to choose from, as a list: number in its column, first words behind it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.app.referring import Target
from editor.ui.theme import Theme

MOST_ROWS = 7
"""How many rows are seen at once; the rest is scrolled to."""

_NUMBER = 52
_TEXT = 62
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class _Lines(QAbstractListModel):
    """The targets as Qt's model; what is painted is also the accessible text."""

    def __init__(self, view: "TargetList") -> None:
        super().__init__(view)
        self.targets: tuple[Target, ...] = ()

    def take(self, targets: tuple[Target, ...]) -> None:
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.targets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        target = self.targets[index.row()]
        return f"{target.number} {target.words}"


class _RowDelegate(QStyledItemDelegate):
    """Paints a row in the colours of `theme`."""

    def __init__(self, theme: Theme, view: "TargetList") -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        return QSize(1, self._theme.px("control", "row-popup"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        target = self._view.targets[index.row()]
        row = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row, selected, bool(state & QStyle.StateFlag.State_MouseOver))
        scale = self._theme.scale
        font = self._theme.font("strong" if selected else "base")
        width = QFontMetricsF(font).horizontalAdvance(target.number)
        left = max(row.left() + _NUMBER * scale - width, row.left() + self._theme.space(3))
        painter.setFont(font)
        painter.setPen(self._theme.colour("on-selected" if selected else "number"))
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(left, row.top(), width + 1, row.height()), middle, target.number)
        words = max(row.left() + _TEXT * scale, left + width + self._theme.space(2))
        room = QRectF(words, row.top(), row.right() - self._theme.space(3) - words, row.height())
        font = self._theme.font("base")
        shown = QFontMetricsF(font).elidedText(target.words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._theme.colour("on-selected" if selected else "text"))
        painter.drawText(room, middle, shown)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, selected: bool, hover: bool) -> None:
        if not selected and not hover:
            return
        outlined = self._theme.outlined and not selected
        painter.setPen(QPen(self._theme.colour("focus"), 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selected" if selected else "hover"))
        radius = self._theme.px("control", "radius-small")
        painter.drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else row, radius, radius)


class TargetList(QListView):
    """The rows of the picker and of the offer; it never takes the keyboard itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._lines = _Lines(self)
        self.setModel(self._lines)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._recolour)
        self._recolour()

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is shown."""
        return self._lines.targets

    def take(self, targets: tuple[Target, ...]) -> None:
        """Show `targets`, the first of them chosen."""
        if targets == self._lines.targets:
            return
        self._lines.take(targets)
        if targets:
            self.setCurrentIndex(self._lines.index(0))

    def fit(self, rows: int) -> None:
        """Be as high as `rows` rows, as far as so many are shown at all."""
        self.setFixedHeight(self._theme.px("control", "row-popup") * min(max(rows, 1), MOST_ROWS))

    def current(self) -> Target | None:
        """Return the chosen target."""
        index = self.currentIndex()
        return self.targets[index.row()] if index.isValid() else None

    def step(self, rows: int) -> None:
        """Choose the row so many further down; the ends hold. A screen reader says it."""
        last = len(self.targets) - 1
        if last >= 0:
            row = min(max(self.currentIndex().row() + rows, 0), last)
            self.setCurrentIndex(self._lines.index(row))
            said = f"{self.targets[row].full} {self.targets[row].words}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _recolour(self) -> None:
        self._theme.colour_view(self, "raised")
