"""The filter over the outline: what is typed hides the lines that do not have it."""

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QTreeView, QWidget

from editor.app.outline import matching, with_owners
from editor.ui.outline.model import KEY, OutlineModel
from editor.ui.theme import Theme

_ICON = 14.0


class FilterField(QLineEdit):
    """The field. `left` says that Escape or an arrow leaves it, with whether the first line found is wanted."""

    left = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline_filter")
        self.setAccessibleName(self.tr("Filter clauses"))
        self._theme = theme
        self._hint = self.tr("Filter clauses")
        self.setFrame(False)
        self.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.setTextMargins(round(31 * theme.scale), 0, theme.space(2), 0)
        high = theme.px("control", "row-outline")
        name, low = "QLineEdit#outline_filter", f"min-height: {high}px; max-height: {high}px;"
        self.setStyleSheet(f"{name}, {name}:focus {{ background: transparent; border: none; padding: 0; {low} }}")
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint fill, icon and hint under the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, radius = self._theme, self._theme.px("control", "radius")
        wide = 2 if self.hasFocus() else 1 if theme.outlined else 0
        pen = QPen(theme.colour("focus" if self.hasFocus() else "control"), wide)
        painter.setPen(pen if wide else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("field" if self.hasFocus() else "hover"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), radius, radius)
        size = _ICON * theme.scale
        icon = theme.pixmap("funnel", "text-2", size, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(9 * theme.scale), round((self.height() - size) / 2)), icon)
        if not self.text():
            painter.setPen(theme.colour("text-2"))
            painter.setFont(theme.font("base"))
            room = QRectF(self.rect()).adjusted(33 * theme.scale, 0, 0, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self._hint)
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in undoes):
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear with Escape, then leave with it; go to what is found with Return or Down."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit(False)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()


class Filter:
    """Hides the lines of one view that do not have what was typed; what is found is unfolded as long as it lasts."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        self._view, self._model = view, model
        self._typed = ""
        self.found: list[str] = []
        self._soon = QTimer(view, singleShot=True, interval=0)
        self._soon.timeout.connect(self._apply)
        model.rowsInserted.connect(self._again)
        model.rowsRemoved.connect(self._again)

    @property
    def active(self) -> bool:
        """Whether lines are hidden."""
        return bool(self._typed)

    def show(self, typed: str) -> None:
        """Show only what `typed` names; nothing typed shows all."""
        self._typed = typed.strip()
        self._apply()

    def _again(self) -> None:
        if self._typed:
            self._soon.start()

    def _apply(self) -> None:
        entries = self._model.entries
        keys = matching(entries, self._typed) if self._typed else set()
        kept = with_owners(entries, keys)
        self.found = []
        self._view.setUpdatesEnabled(False)
        self._hide(QModelIndex(), kept, keys)
        self._view.setUpdatesEnabled(True)

    def _hide(self, parent: QModelIndex, kept: set[str], keys: set[str]) -> None:
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            key = str(index.data(KEY))
            gone = self.active and key not in kept
            if gone != self._view.isRowHidden(row, parent):
                self._view.setRowHidden(row, parent, gone)
            if key in keys:
                self.found.append(key)
            if self._model.hasChildren(index):
                if self.active and not gone:
                    self._view.setExpanded(index, True)
                self._hide(index, kept, keys)
