"""How a finding is painted: sign, number and sentence, and below the first words of its clause."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from editor.app.checker import Finding
from editor.ui.checks.model import CONTEXT, FINDING, NUMBER
from editor.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_SIGNS = {"error": ("circle-alert", "error"), "advice": ("triangle-alert", "advice")}
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class FindingDelegate(QStyledItemDelegate):
    """Paints the lines in the colours of `theme`; a sentence takes the lines it needs."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        """Return the height that the sentence needs in the view's width."""
        if not isinstance(index.data(FINDING), Finding):
            return QSize(1, self._theme.px("control", "row-outline") + self._theme.space(2))
        room = self._room(QRectF(0, 0, self._view.viewport().width(), 0))
        height = self._sentence(str(index.data()), index, room).height()
        if index.data(CONTEXT):
            height += QFontMetricsF(self._theme.font("caption")).height()
        return QSize(1, round(height) + 2 * self._theme.space(2))

    def _room(self, row: QRectF) -> QRectF:
        """Return where the words of a row stand."""
        left = self._theme.space(5) + self._theme.px("control", "badge") + self._theme.space(2)
        return row.adjusted(left, self._theme.space(2), -self._theme.space(4), -self._theme.space(2))

    def _sentence(self, words: str, index: _Index, room: QRectF) -> QRectF:
        """Return the bounds of the sentence, of unlimited height, behind the number."""
        shift = self._number_width(index)
        tall = QRectF(room.left() + shift, room.top(), room.width() - shift, 10_000)
        return QFontMetricsF(self._theme.font("base")).boundingRect(tall, _WRAP, words)

    def _number_width(self, index: _Index) -> float:
        number = str(index.data(NUMBER) or "")
        width = QFontMetricsF(self._theme.font("base")).horizontalAdvance(number)
        return width + self._theme.space(2) if number else 0.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the line `index`."""
        row = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        finding = index.data(FINDING)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(finding, Finding):
            selected = bool(state & QStyle.StateFlag.State_Selected)
            hover = bool(state & QStyle.StateFlag.State_MouseOver)
            self._paint_ground(painter, row, selected, hover)
            self._paint_finding(painter, row, index, finding, selected)
        else:
            self._paint_heading(painter, row, str(index.data()))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRectF, words: str) -> None:
        painter.setFont(self._theme.font("part"))
        painter.setPen(self._theme.colour("text-2"))
        room = row.adjusted(self._theme.space(5), self._theme.space(2), -self._theme.space(4), 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def _paint_ground(self, painter: QPainter, row: QRectF, selected: bool, hover: bool) -> None:
        if not selected and not hover:
            return
        focused = selected and self._view.hasFocus()
        inset = self._theme.space(2)
        box = row.adjusted(inset, 0, -inset, 0)
        radius = self._theme.px("control", "radius-small")
        painter.setPen(QPen(self._theme.colour("focus"), 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(("selected" if focused else "pressed") if selected else "hover"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if focused else box, radius, radius)

    def _paint_finding(self, painter: QPainter, row: QRectF, index: _Index, finding: Finding, selected: bool) -> None:
        theme, room = self._theme, self._room(row)
        lit = selected and self._view.hasFocus()
        icon, role = _SIGNS[finding.severity]
        size = theme.px("control", "badge")
        base = QFontMetricsF(theme.font("base"))
        role = "on-selected" if lit and theme.outlined else role
        pixmap = theme.pixmap(icon, role, size, self._view.devicePixelRatioF())
        top = room.top() + (base.height() - size) / 2
        painter.drawPixmap(QPointF(round(row.left() + theme.space(5)), round(top)), pixmap)
        painter.setFont(theme.font("base"))
        shift = self._number_width(index)
        painter.setPen(theme.colour("on-selected" if lit else "number"))
        painter.drawText(QPointF(room.left(), room.top() + base.ascent()), str(index.data(NUMBER) or ""))
        painter.setPen(theme.colour("on-selected" if lit else "text"))
        words = str(index.data())
        bounds = self._sentence(words, index, room)
        painter.drawText(
            QRectF(room.left() + shift, room.top(), room.width() - shift, bounds.height() + 1), _WRAP, words
        )
        self._paint_context(painter, room, bounds.height(), str(index.data(CONTEXT) or ""), lit)

    def _paint_context(self, painter: QPainter, room: QRectF, down: float, words: str, lit: bool) -> None:
        font = self._theme.font("caption")
        caption = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self._theme.colour("on-selected" if lit else "text-2"))
        shown = caption.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QPointF(room.left(), room.top() + down + caption.ascent()), shown)
