"""How a line of the outline is painted: number in its column, first words cut to what fits, groups as quiet signs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from editor.ui.outline.model import KIND, LABEL, WORDS
from editor.ui.theme import Theme

CHEVRON = 36
"""Width of the column at the left in which a click opens or folds a line, at the drawn size."""

_NUMBER = 56
_TEXT = 64
_STEP = 18


class LineDelegate(QStyledItemDelegate):
    """Paints the lines in the colours of `theme`."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row; it takes what width there is."""
        return QSize(1, self._theme.px("control", "row-outline"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the line `index`."""
        row = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, row, selected, hover, selected and self._view.hasFocus())
        kind = index.data(KIND)
        if self._view.model().rowCount(index) and kind != "cover":
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            self._paint_icon(painter, row, 18, name, "on-selected" if selected else "text-2")
        if kind == "clause":
            self._paint_clause(painter, row, index, selected)
        else:
            self._paint_group(painter, row, index, selected, kind == "cover")
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRectF, selected: bool, hover: bool, focused: bool) -> None:
        if not selected and not hover:
            return
        inset = self._theme.space(2)
        box = row.adjusted(inset, 0, -inset, 0)
        radius = self._theme.px("control", "radius-small")
        painter.setPen(QPen(self._theme.colour("focus"), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selected" if selected else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if focused else box, radius, radius)

    def _paint_icon(self, painter: QPainter, row: QRectF, centre: float, name: str, role: str) -> None:
        size = float(self._theme.token("icon", "size-row")) * self._theme.scale
        pixmap = self._theme.pixmap(name, role, size, self._view.devicePixelRatioF())
        left = row.left() + centre * self._theme.scale - size / 2
        painter.drawPixmap(QPointF(round(left), round(row.center().y() - size / 2)), pixmap)

    def _paint_clause(
        self, painter: QPainter, row: QRectF, index: QModelIndex | QPersistentModelIndex, selected: bool
    ) -> None:
        scale = self._theme.scale
        shift = _STEP * scale * self._depth(index)
        font = self._theme.font("strong" if selected else "base")
        label = str(index.data(LABEL))
        width = QFontMetricsF(font).horizontalAdvance(label)
        left = max(row.left() + _NUMBER * scale + shift - width, row.left() + 24 * scale)
        self._write(painter, QRectF(left, row.top(), width + 1, row.height()), label, font, _pick(selected, "number"))
        words = row.left() + max(_TEXT * scale + shift, left - row.left() + width + 6 * scale)
        room = QRectF(words, row.top(), row.right() - self._theme.space(4) - words, row.height())
        self._write(painter, room, str(index.data(WORDS)), self._theme.font("base"), _pick(selected, "text"))

    def _paint_group(
        self, painter: QPainter, row: QRectF, index: QModelIndex | QPersistentModelIndex, selected: bool, cover: bool
    ) -> None:
        scale = self._theme.scale
        if cover:
            self._paint_icon(painter, row, 40, "file-text", "on-selected" if selected else "text-2")
        left = row.left() + (56 if cover else 32) * scale
        room = QRectF(left, row.top(), row.right() - self._theme.space(4) - left, row.height())
        font = self._theme.font("base" if cover else "part")
        self._write(painter, room, str(index.data(WORDS)), font, _pick(selected, "text" if cover else "text-2"))

    def _write(self, painter: QPainter, room: QRectF, words: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _depth(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how many clauses stand above the line `index`."""
        depth, above = 0, index.parent()
        while above.isValid() and above.data(KIND) == "clause":
            depth, above = depth + 1, above.parent()
        return depth


def _pick(selected: bool, role: str) -> str:
    return "on-selected" if selected else role
