"""How the list of members is painted and typed into: cells by the theme, a head with the arrow of the order."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from editor.ui.cover.entry import UndoElsewhere
from editor.ui.cover.offers import dress, meant
from editor.ui.cover.people_model import COLUMNS, Index
from editor.ui.theme import Theme

PAD = 10
"""Pixels before the words of a cell, at the drawn size."""

TIGHT_PAD = 6
"""The same where there is not room enough."""

_LEAST = 64  # pixels that an input takes at least, at the drawn size: "Mr." is read in it
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENDS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, *_RETURNS)

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class CellLine(QLineEdit):
    """The input of one cell, which offers words while one types. Tab and Return take an offer that must be meant.

    `ended` says that Return was pressed over the list of offers.
    """

    ended = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget, name: str, offers: Sequence[str]) -> None:
        super().__init__(parent)
        self._offers = offers
        self.setFrame(False)
        self.setAccessibleName(name)
        self.installEventFilter(UndoElsewhere(self))
        metrics = QFontMetrics(theme.font("base"))
        words = max(map(metrics.horizontalAdvance, offers), default=0)
        self.wanted = max(words + round(14 * theme.scale), round(_LEAST * theme.scale))
        if offers:
            completer = QCompleter(list(offers), self)
            dress(completer, theme)
            self.setCompleter(completer)

    def event(self, event: QEvent) -> bool:
        """Let Tab and Return reach the table: an open list of offers would take them for itself alone."""
        completer = self.completer()
        popup = completer.popup() if completer else None
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed not in _ENDS or not (popup and popup.isVisible()):
            return super().event(event)
        only = completer.currentCompletion() if completer.completionCount() == 1 else ""
        self.setText(meant(self.text(), self._offers) or only or self.text())
        if pressed in _RETURNS:
            self.ended.emit(self)  # before the list goes: some windows give the keyboard back only then
        popup.hide()
        event.accept()
        return pressed in _RETURNS or QApplication.sendEvent(self, event.clone())


class CellDelegate(QStyledItemDelegate):
    """Paints the cells, wraps long words, and offers the forms and countries while typing.

    `tight` says that the cells have not room enough for one line.
    """

    def __init__(self, theme: Theme, view: QTableView, offers: Mapping[str, Sequence[str]]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.offers = offers
        self.tight = False

    def room(self, rect: QRect) -> QRect:
        """Return where in a cell the words stand."""
        before, after = (TIGHT_PAD, 1) if self.tight else (PAD, 3)
        return rect.adjusted(round(before * self._theme.scale), 0, -round(after * self._theme.scale), 0)

    def widest(self, cells: Iterable[Index]) -> int:
        """Return the width that the longest word of `cells` takes."""
        metrics = QFontMetrics(self._theme.font("base"))
        words = (word for cell in cells for word in str(cell.data() or "").split())
        return max(map(metrics.horizontalAdvance, words), default=0) + round((TIGHT_PAD + 2) * self._theme.scale)

    def height(self, words: str, width: int) -> int:
        """Return the height of a cell with these words, `width` pixels wide."""
        metrics = QFontMetrics(self._theme.font("base"))
        row = self._theme.px("control", "row-table")
        room = self.room(QRect(0, 0, width, 10_000))
        return max(row, metrics.boundingRect(room, _WRAP, words).height() + row - metrics.height())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the room that the cell's words take on one line."""
        width = QFontMetrics(self._theme.font("base")).horizontalAdvance(str(index.data() or ""))
        after = 5 if COLUMNS[index.column()] == "honorific" else 12
        return QSize(width + round((PAD + after) * self._theme.scale), self._theme.px("control", "row-table"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        state: QStyle.StateFlag = option.state
        rect = QRect(option.rect)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        here = self._view.hasFocus()
        current = index == self._view.currentIndex()
        painter.save()
        if selected:
            painter.fillRect(rect, self._theme.colour("selected" if here else "pressed"))
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        if index.row() + 1 < self._view.model().rowCount():
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if current and here:
            painter.setPen(QPen(self._theme.colour("focus" if not self._theme.outlined else "on-selected"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        quiet = COLUMNS[index.column()] == "honorific"
        role = "on-selected" if selected and here else "text-2" if quiet else "text"
        painter.setPen(self._theme.colour(role))
        painter.setFont(self._theme.font("base"))
        room = self.room(rect)
        painter.drawText(room, _WRAP, _fitted(str(index.data() or ""), painter.fontMetrics(), room.width()))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802, ARG002
        """Return the input for a cell, with what it offers."""
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal, _ACCESSIBLE))
        line = CellLine(self._theme, parent, name, self.offers.get(COLUMNS[index.column()], ()))
        line.ended.connect(self._end)
        return line

    def _end(self, line: QWidget) -> None:
        """Take what stands in `line` and close it, unless the table did so when its window lost the keyboard."""
        if self._view.state() != QTableView.State.EditingState:
            return
        self.commitData.emit(line)
        self.closeEditor.emit(line, QStyledItemDelegate.EndEditHint.SubmitModelCache)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802, ARG002
        """Give the input the cell's place, and so much of the next one's that its words are read."""
        rect = QRect(option.rect)
        if isinstance(editor, CellLine):
            room = self._view.viewport().width()
            rect.setWidth(min(max(rect.width(), editor.wanted), room))
            rect.moveLeft(max(0, min(rect.left(), room - rect.width())))
        editor.setGeometry(rect)


def _fitted(words: str, metrics: QFontMetrics, width: int) -> str:
    """Return `words`, cut with an ellipsis where one of them alone is wider than `width`."""
    if all(metrics.horizontalAdvance(word) <= width for word in words.split()):
        return words
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


class Head(QHeaderView):
    """The names of the columns; the one that the list is sorted by has an arrow."""

    def __init__(self, theme: Theme, sorted_column: Callable[[], int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._sorted_column = sorted_column
        self.tight = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFixedHeight(theme.px("control", "row-table"))
        self.setMinimumSectionSize(round(24 * theme.scale))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def wanted(self, section: int) -> int:
        """Return the width that the name of a column takes, with its arrow."""
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        width = QFontMetrics(self._theme.font("caption")).horizontalAdvance(words)
        arrow = 18 if section == self._sorted_column() else 0
        return round(width + (PAD + 8 + arrow) * self._theme.scale) if words else 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """Paint the name of a column."""
        scale = self._theme.scale
        painter.save()
        painter.setPen(QPen(self._theme.colour("hairline"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(self._theme.colour("text-2"))
        painter.setFont(self._theme.font("caption"))
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetrics(self._theme.font("caption"))
        arrow = section == self._sorted_column()
        pad = TIGHT_PAD if self.tight else PAD
        room = rect.adjusted(round(pad * scale), 0, -round((18 if arrow else 2) * scale), 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        if arrow:
            size = 13.0 * scale
            left = room.left() + metrics.horizontalAdvance(shown) + 4 * scale
            pixmap = self._theme.pixmap("arrow-down", "text", size, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, round(rect.center().y() - size / 2 + 1)), pixmap)
        painter.restore()
