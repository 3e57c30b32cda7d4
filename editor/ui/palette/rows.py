"""A list of items under headings, as the palette and the keyboard map show it: icon, words, key caps."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionViewItem,
)

from editor.app.matching import Stretch
from editor.ui.palette.items import Found
from editor.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Row = str | Found
"""A heading, or what was found."""

_HEADING = 30
_ICON = 26.5  # the middle of the icon
_TEXT = 43
_EDGE = 18
_INSET = 6
_CAP = 20
_CAP_GAP = 12
_CAP_PAD = 7


class Rows(QAbstractListModel):
    """The rows shown."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows` in place of what is there."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """Return the row at `index`, None if there is none."""
        return self.rows[index.row()] if index.isValid() and index.row() < len(self.rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says; what is painted is also what a screen reader reads."""
        row = self.row(index)
        if row is None or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if isinstance(row, str):
            return row
        item = row.item
        return ", ".join(part for part in (item.title, item.aside, "+".join(item.keys), item.reason) if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that headings cannot be chosen, nor items that are off."""
        if not isinstance(self.row(index), Found):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class RowList(QListView):
    """The list, with a column for `icons`. Its keyboard stays in the field over it, which tells it where to go."""

    def __init__(self, theme: Theme, name: str, ground: str, *, icons: bool = True) -> None:
        super().__init__()
        self._theme, self._ground = theme, ground
        self.text_at = _TEXT if icons else _EDGE
        self.setAccessibleName(name)
        self.lines = Rows()
        self.setModel(self.lines)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_rows(self, rows: Sequence[Row], *, choose: bool = True) -> None:
        """Show `rows`, the first item chosen."""
        self.lines.show(rows)
        if choose:
            self.go(1, -1)
        self.scrollToTop()

    def current(self) -> Found | None:
        """Return what is chosen."""
        row = self.lines.row(self.currentIndex())
        return None if isinstance(row, str) else row

    def go(self, step: int, start: int | None = None) -> None:
        """Choose the next item that can be chosen, `step` at a time from row `start` or the present one."""
        at = (self.currentIndex().row() if start is None else start) + step
        while 0 <= at < len(self.lines.rows):
            if not isinstance(self.lines.rows[at], str):
                self.setCurrentIndex(self.lines.index(at))
                head = at - 1 if at and isinstance(self.lines.rows[at - 1], str) else at
                self.scrollTo(self.lines.index(head))
                self.scrollTo(self.lines.index(at))
                return
            at += 1 if step > 0 else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring round the chosen one where the list has the keyboard itself."""
        super().paintEvent(event)
        index = self.currentIndex()
        if self.hasFocus() and index.isValid():
            option = QStyleOption()
            option.rect = self.visualRect(index).adjusted(2, 1, -2, -1)
            painter = QPainter(self.viewport())
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose something when the keyboard comes, so that it is seen where it is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.go(1, -1)

    def whole_height(self) -> int:
        """Return how high the list must be for all rows."""
        rows = self.lines.rows
        heads = sum(isinstance(row, str) for row in rows)
        scale = self._theme.scale
        return heads * round(_HEADING * scale) + (len(rows) - heads) * self._theme.px("control", "row-palette")

    def _recolour(self) -> None:
        self._theme.colour_view(self, self._ground)


class RowDelegate(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row; it takes what width there is."""
        if isinstance(self._view.lines.row(index), str):
            return QSize(1, round(_HEADING * self._theme.scale))
        return QSize(1, self._theme.px("control", "row-palette"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row `index`."""
        row = self._view.lines.row(index)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            self._paint_heading(painter, rect, row)
        elif row is not None:
            state: QStyle.StateFlag = option.state
            self._paint_item(painter, QRectF(rect), row, bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        scale = self._theme.scale
        painter.setFont(self._theme.font("part"))
        painter.setPen(self._theme.colour("text-2"))
        room = QRectF(rect).adjusted(_EDGE * scale, _INSET * scale, -_EDGE * scale, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_item(self, painter: QPainter, row: QRectF, found: Found, selected: bool) -> None:
        theme, scale, item = self._theme, self._theme.scale, found.item
        if selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
            radius = theme.px("control", "radius-small")
            painter.drawRoundedRect(row.adjusted(_INSET * scale, 0, -_INSET * scale, 0), radius, radius)
        ink = "text-off" if not item.enabled else "on-selected" if selected else "text"
        if selected and not item.enabled and theme.outlined:
            ink = "on-selected"
        quiet = ink if not item.enabled or (selected and theme.outlined) else "text-2"
        if item.icon:
            size = 16 * scale
            pixmap = theme.pixmap(item.icon, quiet, size, self._view.devicePixelRatioF())
            left = row.left() + _ICON * scale - size / 2
            painter.drawPixmap(QPointF(round(left), round(row.center().y() - size / 2)), pixmap)
        right = self._paint_caps(painter, row, found, selected, quiet)
        left = row.left() + self._view.text_at * scale
        left = self._write(painter, row, left, right, item.title, found.hit.stretches, ink)
        if item.aside and left < right:
            self._write(painter, row, left + theme.space(2), right, item.aside, (), quiet)

    def _paint_caps(self, painter: QPainter, row: QRectF, found: Found, selected: bool, quiet: str) -> float:
        """Paint the key caps, or why the item is off, and return where the words must end."""
        theme, scale, item = self._theme, self._theme.scale, found.item
        right = row.right() - _EDGE * scale
        font = theme.font("caption")
        painter.setFont(font)
        measure = QFontMetricsF(font)
        if not item.enabled and item.reason:
            shown = measure.elidedText(item.reason, Qt.TextElideMode.ElideRight, row.width() / 2)
            width = measure.horizontalAdvance(shown)
            painter.setPen(theme.colour(quiet))
            room = QRectF(right - width - 1, row.top(), width + 1, row.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
            return right - width - theme.space(3)
        for cap in reversed(item.keys):
            width = max(measure.horizontalAdvance(cap) + 2 * _CAP_PAD * scale, _CAP * scale)
            box = QRectF(right - width, row.center().y() - _CAP * scale / 2, width, _CAP * scale)
            painter.setPen(QPen(theme.colour(quiet if selected and theme.outlined else "hairline"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme.colour("on-selected" if selected and item.enabled else quiet))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), cap)
            right -= width + _CAP_GAP * scale
        return right

    def _write(
        self,
        painter: QPainter,
        row: QRectF,
        left: float,
        right: float,
        words: str,
        stretches: tuple[Stretch, ...],
        role: str,
    ) -> float:
        """Write `words` between `left` and `right`, the letters in `stretches` bold; return where they end."""
        painter.setPen(self._theme.colour(role))
        for piece, bold in _pieces(words, stretches):
            font: QFont = self._theme.font("strong" if bold else "base")
            measure = QFontMetricsF(font)
            shown = measure.elidedText(piece, Qt.TextElideMode.ElideRight, max(right - left, 0.0))
            painter.setFont(font)
            painter.drawText(
                QRectF(left, row.top(), right - left, row.height()), int(Qt.AlignmentFlag.AlignVCenter), shown
            )
            left += measure.horizontalAdvance(shown)
            if shown != piece:
                return right
        return left


def _pieces(words: str, stretches: tuple[Stretch, ...]) -> list[tuple[str, bool]]:
    """Return `words` in pieces, each with whether it is among `stretches`."""
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in stretches:
        pieces += [(words[at:start], False), (words[start:end], True)]
        at = end
    return [piece for piece in (*pieces, (words[at:], False)) if piece[0]]
