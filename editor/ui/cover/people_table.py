"""The list of members on the screen: as high as its rows, moved through and edited by keys alone."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QMenu, QTableView, QWidget

from editor.ui.cover.people_model import COLUMNS, Index, PeopleModel
from editor.ui.cover.people_paint import CellDelegate, Head
from editor.ui.cover.widths import narrowed, shared
from editor.ui.theme import Theme

_Key = Qt.Key
_Hint = QAbstractItemView.ScrollHint
_Alt = Qt.KeyboardModifier.AltModifier
_Standard = QKeySequence.StandardKey


class PeopleTable(QTableView):
    """Shows a model of members. What concerns the clipboard and the order is asked for by signals.

    `seen` carries the place in the table that must be in sight.
    """

    copy_wanted = Signal()
    paste_wanted = Signal()
    sort_wanted = Signal(str)
    seen = Signal(QRect)

    def __init__(self, theme: Theme, members: PeopleModel, name: str, offers: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._theme = theme
        self._members = members
        self.setObjectName("people")
        self.setAccessibleName(name)
        self.setModel(members)
        self._cells = CellDelegate(theme, self, offers)
        self.setItemDelegate(self._cells)
        self._head = Head(theme, self._sorted_column, self)
        self.setHorizontalHeader(self._head)
        self._head.sectionClicked.connect(lambda at: self.sort_wanted.emit("country" if at == 3 else "name"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (members.rowsInserted, members.rowsRemoved, members.modelReset, members.dataChanged):
            signal.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Share the width among the columns, and be as high as the rows."""
        widths, tight = self._widths(self.viewport().width())
        self._cells.tight = self._head.tight = tight
        for at, one in enumerate(widths):
            self.setColumnWidth(at, one)
        height = 0
        for row in range(self._members.rowCount()):
            tall = self._theme.px("control", "row-table")
            if tight:
                cells = (str(self._members.index(row, at).data() or "") for at in range(len(COLUMNS)))
                tall = max(self._cells.height(one, wide) for one, wide in zip(cells, widths, strict=True))
            self.setRowHeight(row, tall)
            height += tall
        empty = 0 if height else 2 * self._theme.px("control", "row-table")
        self.setFixedHeight(self._head.height() + height + empty)

    def _widths(self, width: int) -> tuple[list[int], bool]:
        """Return how wide the columns are, and whether there is not room enough for all cells on one line."""
        columns, rows = range(len(COLUMNS)), range(self._members.rowCount())
        wished = [max(self.sizeHintForColumn(at), self._head.wanted(at)) for at in columns]
        wished[0] = max(wished[0], round(35 * self._theme.scale))
        if sum(wished) <= width:
            return shared(wished, width), False
        words = [self._cells.widest(self._members.index(row, at) for row in rows) for at in columns]
        whole = [max(self.sizeHintForColumn(at), one) for at, one in zip(columns, words, strict=True)]
        return narrowed(whole, words, width), True

    def rows(self) -> list[int]:
        """Return the selected rows in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def begin(self, index: QModelIndex) -> None:
        """Go to the cell `index` and type there."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.edit(index)

    def cut(self) -> None:
        """Put the selected rows on the clipboard, and take them away."""
        self.copy()
        self.remove()

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        self.copy_wanted.emit()

    def paste(self) -> None:
        """Take in the list on the clipboard."""
        self.paste_wanted.emit()

    def remove(self) -> None:
        """Take the selected rows away; the next one is chosen."""
        rows = self.rows()
        if not rows:
            return
        self._members.remove(rows)
        left = self._members.rowCount()
        if left:
            flags = QItemSelectionModel.SelectionFlag
            at = self._members.index(min(rows[0], left - 1), max(self.currentIndex().column(), 0))
            self.selectionModel().setCurrentIndex(at, flags.ClearAndSelect | flags.Rows)

    def move_rows(self, step: int) -> None:
        """Move the selected rows up (-1) or down (1)."""
        column = max(self.currentIndex().column(), 0)
        at = self.rows()
        places = self._members.move(at, step)
        if not places or list(places) == at:
            return
        chosen = QItemSelection()
        for row in places:
            chosen.select(self._members.index(row, 0), self._members.index(row, len(COLUMNS) - 1))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(chosen, flags.ClearAndSelect)
        end = places[0] if step < 0 else places[-1]
        self.selectionModel().setCurrentIndex(self._members.index(end, column), flags.NoUpdate)

    def insert(self) -> None:
        """Begin a row below the current one."""
        current = self.currentIndex()
        self._members.prune()
        self.begin(self._members.add(min(current.row() + 1, self._members.rowCount()) if current.isValid() else None))

    def _handlers(self) -> list[tuple[QKeySequence | QKeySequence.StandardKey, Callable[[], None]]]:
        return [
            (_Standard.Copy, self.copy),
            (_Standard.Cut, self.cut),
            (_Standard.Paste, self.paste),
            (_Standard.SelectAll, self.selectAll),
            (QKeySequence(_Key.Key_Delete), self.remove),
            (QKeySequence(_Key.Key_Insert), self.insert),
            (QKeySequence(_Alt | _Key.Key_Up), lambda: self.move_rows(-1)),
            (QKeySequence(_Alt | _Key.Key_Down), lambda: self.move_rows(1)),
        ]

    def _handler(self, event: QKeyEvent) -> Callable[[], None] | None:
        if self.state() == QAbstractItemView.State.EditingState:
            return None  # the cell's own input has passed the key on
        pressed = QKeySequence(event.keyCombination())
        for keys, handler in self._handlers():
            known = QKeySequence.keyBindings(keys) if isinstance(keys, QKeySequence.StandardKey) else [keys]
            if pressed in known:
                return handler
        return None

    def event(self, event: QEvent) -> bool:
        """Claim our keys before the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._handler(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key says."""
        handler = self._handler(event)
        if handler:
            handler()
        elif event.key() in (_Key.Key_Return, _Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            if self.currentIndex().isValid():
                self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802
        """Go on in a new row behind the last cell; take away a row that was left empty."""
        current = self.currentIndex()
        last = current.row() == self._members.rowCount() - 1 and current.column() == len(COLUMNS) - 1
        if hint == QAbstractItemDelegate.EndEditHint.EditNextItem and last:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            QTimer.singleShot(0, self, self._begin_last)
            return
        super().closeEditor(editor, hint)
        given_up = hint == QAbstractItemDelegate.EndEditHint.RevertModelCache
        QTimer.singleShot(0, self, lambda: self._tidy(given_up=given_up))

    def _begin_last(self) -> None:
        """Begin a row at the end, unless the last one is still empty."""
        self._members.prune()
        self.begin(self._members.add())

    def _tidy(self, *, given_up: bool) -> None:
        """Take away empty rows, but not the one that is still typed in."""
        if self.state() == QAbstractItemView.State.EditingState:
            return
        stays = self.hasFocus() and not given_up
        self._members.prune(self.currentIndex().row() if stays else -1)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the rows."""
        menu = QMenu(self)
        some = bool(self.rows())
        for words, handler, enabled in (
            (self.tr("Add a member"), self.insert, True),
            (self.tr("Paste a list"), self.paste, True),
            (self.tr("Copy"), self.copy, some),
            (self.tr("Remove"), self.remove, some),
            (self.tr("Move up"), lambda: self.move_rows(-1), some),
            (self.tr("Move down"), lambda: self.move_rows(1), some),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _=False, handler=handler: handler())
            action.setEnabled(enabled)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Keep the current cell in sight."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.seen.emit(self.visualRect(current).translated(self.viewport().pos()))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in an empty list what can be done."""
        super().paintEvent(event)
        if not self._members.rowCount():
            painter = QPainter(self.viewport())
            painter.setFont(self._theme.font("base"))
            painter.setPen(self._theme.colour("text-2"))
            words = self.tr("Nobody is listed yet. Add a member, or paste a list.")
            painter.drawText(
                self._cells.room(self.viewport().rect()),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap),
                words,
            )
            if self.hasFocus():
                self._paint_ring(painter)
            painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        """Show that the keyboard is in the list, though no row can."""
        ring = self._theme.px("control", "focus-ring")
        inset = self._theme.px("control", "focus-gap") + ring / 2
        radius = self._theme.px("control", "radius-small")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), ring))
        painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset), radius, radius)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the form: the table shows all its rows."""
        event.ignore()

    def scrollTo(self, index: Index, hint: _Hint = _Hint.EnsureVisible) -> None:  # noqa: N802
        """Scroll nothing: the form does."""

    def _sorted_column(self) -> int:
        return {"country": 3, "name": 2, None: -1}[self._members.order]
