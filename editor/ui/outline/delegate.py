"""How a line of the outline is painted: number in its column, first words cut to what fits, groups as quiet signs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from editor.app.outline import Entry
from editor.ui.outline.badges import Badges, Look
from editor.ui.outline.model import KEY, KIND, OutlineModel
from editor.ui.theme import Theme

CHEVRON = 36
"""Width of the column at the left in which a click opens or folds a line, at the drawn size."""
STEP = 18
"""How far a sub-item stands to the right of what it belongs to, at the drawn size."""

_NUMBER = 56
_TEXT = 64
_BADGE = 17  # from the right edge of the badges to that of the row

Index = QModelIndex | QPersistentModelIndex


class LineDelegate(QStyledItemDelegate):
    """Paints the lines in the colours of `theme`, with `badges` at the right; lines in `dragged` are on their way."""

    def __init__(self, theme: Theme, view: QTreeView, lines: OutlineModel, badges: Badges) -> None:
        super().__init__(view)
        self._theme = theme
        self._view, self._lines = view, lines
        self._badges = badges
        self.dragged: frozenset[str] = frozenset()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the line `index`."""
        row = QRectF(self.row(option.rect))
        ink = self._paint_ground(painter, row, option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = self._lines.entry(index)
        if entry and entry.kind == "clause":
            self._paint_clause(painter, row, index, entry, ink)
        elif entry:
            self._paint_group(painter, row, index, entry, ink)
        if self._lines.hasChildren(index):
            name = "chevron-down" if self._view.isExpanded(index) else "chevron-right"
            self._paint_icon(painter, row, 18, name, ink or "text-2")
        painter.restore()

    def row(self, rect: QRect) -> QRect:
        """Return the part of a line's rectangle that is painted: over groups there is some space."""
        high = self._theme.px("control", "row-outline")
        return rect.adjusted(0, rect.height() - high, 0, 0) if rect.height() > high else rect

    def _paint_ground(self, painter: QPainter, row: QRectF, option: QStyleOptionViewItem, index: Index) -> str:
        """Paint the fill, and return the colour that everything on it takes, "" for each its own."""
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver)
        if index.data(KEY) in self.dragged:
            return "text-off"
        if not selected and not hover:
            return ""
        focused = self._view.hasFocus()
        inset = self._theme.space(2)
        box = row.adjusted(inset, 0, -inset, 0)
        radius = self._theme.px("control", "radius-small")
        here = selected and (focused or index == self._view.currentIndex())
        lined = (selected and focused) or (hover and not selected and self._theme.outlined)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 1) if lined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("selected" if here else "pressed" if selected else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if lined else box, radius, radius)
        painter.restore()
        return "on-selected" if here else "text" if selected else ""

    def _paint_icon(self, painter: QPainter, row: QRectF, centre: float, name: str, role: str) -> None:
        size = float(self._theme.token("icon", "size-row")) * self._theme.scale
        pixmap = self._theme.pixmap(name, role, size, self._view.devicePixelRatioF())
        left = row.left() + centre * self._theme.scale - size / 2
        painter.drawPixmap(QPointF(round(left), round(row.center().y() - size / 2)), pixmap)

    def _paint_clause(self, painter: QPainter, row: QRectF, index: Index, entry: Entry, ink: str) -> None:
        scale = self._theme.scale
        shift = STEP * scale * self._depth(index)
        label = entry.label
        font = self._theme.font("strong" if ink == "on-selected" else "base")
        width = QFontMetricsF(font).horizontalAdvance(label)
        left = max(row.left() + _NUMBER * scale + shift - width, row.left() + 24 * scale)
        self._write(painter, QRectF(left, row.top(), width + 1, row.height()), label, font, ink or "number")
        start = row.left() + max(_TEXT * scale + shift, left - row.left() + width + 6 * scale)
        end = self._paint_badges(painter, row, index, ink)
        room = QRectF(start, row.top(), end - start, row.height())
        self._write(painter, room, entry.words, self._theme.font("base"), ink or "text")

    def _paint_group(self, painter: QPainter, row: QRectF, index: Index, entry: Entry, ink: str) -> None:
        scale, page = self._theme.scale, entry.kind in {"cover", "form"}
        if page:
            self._paint_icon(painter, row, 40, "file-text", ink or "text-2")
        left = row.left() + (56 if page else 32) * scale
        room = QRectF(left, row.top(), self._paint_badges(painter, row, index, ink) - left, row.height())
        font = self._theme.font("base" if page else "part")
        self._write(painter, room, self._lines.saying.title(entry), font, ink or ("text" if page else "text-2"))

    def _paint_badges(self, painter: QPainter, row: QRectF, index: Index, ink: str) -> float:
        """Paint the badges, and return where the words must end."""
        boxes = self.badge_boxes(row.toRect(), index)
        for box, badge in boxes:
            role = ink if ink and self._theme.outlined else badge.role
            pixmap = self._theme.pixmap(badge.icon, role, float(box.width()), self._view.devicePixelRatioF())
            painter.drawPixmap(box.topLeft(), pixmap)
        return boxes[-1][0].left() - self._theme.space(2) if boxes else row.right() - self._theme.space(4)

    def badge_boxes(self, row: QRect, index: Index) -> list[tuple[QRect, Look]]:
        """Return the badges of a painted row from right to left, each with its place."""
        size = round(float(self._theme.token("icon", "size-badge")) * self._theme.scale)
        right = row.right() + 1 - round(_BADGE * self._theme.scale)
        top = row.center().y() - size // 2 + 1
        step = size + self._theme.space(1)
        shown = self._badges.shown(index, folded=not self._view.isExpanded(index))
        return [
            (QRect(QPoint(right - size - place * step, top), QSize(size, size)), look)
            for place, look in enumerate(shown)
        ]

    def _write(self, painter: QPainter, room: QRectF, words: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0.0))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _depth(self, index: Index) -> int:
        """Return how many clauses stand above the line `index`."""
        depth, above = 0, index.parent()
        while above.isValid() and above.data(KIND) == "clause":
            depth, above = depth + 1, above.parent()
        return depth
