"""The list of texts opened lately: title, code and place, a tag for its state, when; greyed where it is not there."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from editor.app.recent import Standing
from editor.app.store import Recent
from editor.ui.start.lists import Index, RowList, Rows, paint_ground, row_roles
from editor.ui.start.words import place_words, tag_words, title_words, when_words
from editor.ui.theme import Theme

_INSET = 12
_TEXT = 44
_WHEN = 108  # from the right edge of the text to that of the tags
_PAD = 6
_FILLS = {"issued": "insertion", "newer": "advice", "damaged": "error"}


class Row(NamedTuple):
    """One text, what became of it, and whether a window has it with changes that are in no file."""

    entry: Recent
    standing: Standing
    unsaved: bool


class RecentList(RowList):
    """The texts opened lately; `wanted` carries the path of one, `unwanted` that of one to be forgotten."""

    wanted = Signal(str)
    unwanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "start_recent", self.tr("Texts opened lately"))
        self._lines: Rows[Row] = Rows(self)
        self._unsaved: Callable[[Path], bool] = lambda _: False
        self.setModel(self._lines)
        self.setItemDelegate(RowDelegate(theme, self))
        self.chosen.connect(lambda row: self.wanted.emit(self._lines.rows[row].entry.path))

    def show_texts(self, entries: tuple[Recent, ...], unsaved: Callable[[Path], bool]) -> None:
        """Show `entries`, of which nothing is known yet but what is remembered."""
        self._unsaved = unsaved
        rows = [Row(entry, Standing(), unsaved(Path(entry.path))) for entry in entries]
        self._lines.show_rows((row, _said(row), True) for row in rows)
        self.updateGeometry()

    def show_standing(self, path: str, standing: Standing) -> None:
        """Show what became of the text at `path`."""
        for at, row in enumerate(self._lines.rows):
            if row.entry.path == path:
                known = row._replace(standing=standing, unsaved=self._unsaved(Path(path)))
                self._lines.show_row(at, known, _said(known))

    def row(self, index: Index) -> Row:
        """Return what stands at `index`."""
        return self._lines.rows[index.row()]

    def forget_current(self) -> None:
        """Ask that the current row be forgotten."""
        if self.currentIndex().isValid():
            self.unwanted.emit(self.row(self.currentIndex()).entry.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Forget the row at Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.forget_current()
        else:
            super().keyPressEvent(event)


def _said(row: Row) -> str:
    words = (title_words(row.entry), _place(row), tag_words(row.standing, row.unsaved), _when(row))
    return ", ".join(word for word in words if word)


def _place(row: Row) -> str:
    return place_words(row.entry, row.standing, Path.home())


def _when(row: Row) -> str:
    return when_words(row.entry.when, datetime.datetime.now().astimezone())


class RowDelegate(QStyledItemDelegate):
    """Paints the rows in the colours of `theme`."""

    def __init__(self, theme: Theme, view: RecentList) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802, ARG002
        """Return the height of a row; it takes what width there is."""
        return QSize(1, self._theme.px("control", "row-recent"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row `index`."""
        row = self._view.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = paint_ground(painter, self._theme, self._view, option)
        scale = self._theme.scale
        rect = QRectF(option.rect).adjusted(_INSET * scale, 0, -_INSET * scale, 0)
        loud, quiet = row_roles(self._theme, selected)
        if row.standing.missing and not (selected and self._theme.outlined):
            loud = quiet = "text-off"
        self._paint_sign(painter, rect, quiet)
        right = self._paint_when(painter, rect, _when(row), quiet)
        end = self._paint_tag(painter, rect, right, row, selected)
        room = QRectF(rect.left() + (_TEXT - _INSET) * scale, rect.top(), 0, rect.height())
        room.setRight(end - self._theme.space(3))
        self._paint_line(painter, room, title_words(row.entry), "base", loud, -19)
        self._paint_line(painter, room, _place(row), "caption", quiet, 0)
        painter.restore()

    def _paint_sign(self, painter: QPainter, rect: QRectF, role: str) -> None:
        size = float(self._theme.token("icon", "size")) * self._theme.scale
        pixmap = self._theme.pixmap("file-text", role, size, self._view.devicePixelRatioF())
        painter.drawPixmap(QPointF(rect.left(), round(rect.center().y() - size / 2)), pixmap)

    def _paint_when(self, painter: QPainter, rect: QRectF, words: str, role: str) -> float:
        """Paint the day, and return where the tag must end."""
        font = self._theme.font("caption")
        painter.setFont(font)
        painter.setPen(self._theme.colour(role))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        width = QFontMetricsF(font).horizontalAdvance(words) + self._theme.space(3)
        return rect.right() - max((_WHEN - _INSET) * self._theme.scale, width)

    def _paint_tag(self, painter: QPainter, rect: QRectF, right: float, row: Row, selected: bool) -> float:
        """Paint the tag before `right`, and return where the text beside it must end."""
        theme, words = self._theme, tag_words(row.standing, row.unsaved)
        if not words:
            return right
        font = theme.font("caption")
        pad = _PAD * theme.scale
        width = QFontMetricsF(font).horizontalAdvance(words) + 2 * pad
        high = theme.px("control", "tag")
        box = QRectF(right - width, round(rect.center().y() - high / 2), width, high)
        role = "advice" if row.unsaved else _FILLS.get(row.standing.tag, "")
        outlined = theme.outlined or not role
        ink = "on-selected" if selected and (outlined or theme.outlined) else role or "text-2"
        radius = theme.px("control", "radius-small")
        painter.setPen(QPen(theme.colour(ink if role or selected else "control"), 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if outlined else theme.colour(f"{role}-soft"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else box, radius, radius)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        return box.left()

    def _paint_line(self, painter: QPainter, room: QRectF, words: str, font: str, role: str, down: int) -> None:
        face = self._theme.font(font)
        painter.setFont(face)
        painter.setPen(self._theme.colour(role))
        cut = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        scale = self._theme.scale
        line = QRectF(room.left(), room.center().y() + down * scale, room.width(), 19 * scale)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)
