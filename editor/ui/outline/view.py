"""The outline as one uses it: mouse, keys, drags and the context menu."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from editor.app.arranging import with_all_below
from editor.app.workspace import Workspace
from editor.ui.outline import keys
from editor.ui.outline.delegate import CHEVRON
from editor.ui.outline.drop import Drop
from editor.ui.outline.lines import Outline
from editor.ui.outline.model import KIND, MIME
from editor.ui.theme import Theme

_WRITING = {"delete", "cut", "paste", "duplicate", "indent", "outdent", "move_up", "move_down"}


class OutlineView(Outline):
    """The outline of one workspace. `typed` carries letters with which a filter begins, `cleared` says it ends."""

    typed = Signal(str)
    cleared = Signal()

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self._drop = Drop(self, self.lines, theme)
        modes = QAbstractItemView.DragDropMode
        self.setDragDropMode(modes.NoDragDrop if self.read_only else modes.InternalMove)
        self.setDropIndicatorShown(False)
        self.setAutoExpandDelay(int(theme.token("motion", "tooltip-after-ms")))
        self.clicked.connect(self._open_page)
        self.doubleClicked.connect(lambda _: self.go_to_text())

    # What the keys and the Edit menu do

    def cut(self) -> None:
        """Put the chosen clauses on the clipboard and take them out of the text."""
        self.commands.cut()

    def copy(self) -> None:
        """Put the chosen clauses on the clipboard."""
        self.commands.copy()

    def paste(self) -> None:
        """Put what is on the clipboard after the last chosen clause."""
        self.commands.paste()

    def go_to_text(self) -> None:
        """Give the keyboard to the text, the cover sheet or the form; open or fold a part."""
        index = self.currentIndex()
        if index.data(KIND) == "clause":
            self.text_wanted.emit()
        elif index.data(KIND) in {"preamble", "operative"}:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self._open_page(index)

    def _open_page(self, index: QModelIndex) -> None:
        if index.data(KIND) == "cover":
            self.cover_chosen.emit()
        elif index.data(KIND) == "form":
            self.form_chosen.emit()

    def _press(self, command: str) -> None:
        if command == "go_to_text":
            self.go_to_text()
        elif command == "select_all":
            self.selectAll()
        elif command == "clear_filter":
            self.cleared.emit()
        elif not (self.read_only and command in _WRITING):
            getattr(self.commands, command)()

    def event(self, event: QEvent) -> bool:
        """Take the outline's own keys before the window's actions do, which mean the text."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.command_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for here; letters begin a filter; the rest is as in every tree."""
        command = keys.command_of(event)
        if command:
            self._press(command)
            event.accept()
        elif keys.filters(event):
            self.typed.emit(event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold a line where its arrow is; else choose it, with the right button without going there."""
        index = self.indexAt(event.position().toPoint())
        on_arrow = event.position().x() < CHEVRON * self._theme.scale and self.lines.hasChildren(index)
        if event.button() == Qt.MouseButton.RightButton:
            self.point_at(index)
            event.accept()
        elif on_arrow and index.isValid() and not event.modifiers():
            self.setExpanded(index, not self.isExpanded(index))
            event.accept()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the chosen clauses, or of the group there."""
        from editor.ui.outline.menu import OutlineMenu  # the start does without it

        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        menu = OutlineMenu(self, self._theme, index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.show_place_again, Qt.ConnectionType.QueuedConnection)
        if menu.isEmpty():
            menu.deleteLater()
            return
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        menu.popup(event.globalPos() if by_mouse else below)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a badge stands for, or the words that a line has no room for."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Return the tooltip at `point` of the viewport, as text that is read as it is."""
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        row = self.delegate.row(self.visualRect(index))
        around = [look.words for box, look in self.delegate.badge_boxes(row, index) if _near(point, box.center())]
        words = around[0] if around else str(index.data()) if index.data(KIND) == "clause" else ""
        safe = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
        return f"<qt>{safe}</qt>" if words else ""

    # Drags

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802, ARG002
        """Carry the chosen clauses; they stay where they are, greyed, until they are dropped."""
        ids = self.chosen()
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self.lines.mimeData([self.lines.index_of(key) for key in ids]))
        rect = self.visualRect(self.lines.index_of(ids[0]))
        drag.setPixmap(self.viewport().grab(rect))
        trees = with_all_below(self._workspace.body, ids)
        self.delegate.dragged = frozenset(clause.id for clauses in trees for clause in clauses)
        self.viewport().update()
        drag.exec(Qt.DropAction.MoveAction)
        self.delegate.dragged = frozenset()
        self._drop.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take only clauses of this text."""
        super().dragEnterEvent(event)
        event.setAccepted(self._is_ours(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Put the drop line where the clauses would go; none where they cannot."""
        super().dragMoveEvent(event)  # scrolls at the edges, opens a folded line after a while
        if self._is_ours(event) and self._drop.follow(event.position().toPoint(), event.mimeData()):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the line away."""
        super().dragLeaveEvent(event)
        self._drop.end()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the clauses to where the line is."""
        landing = self._drop.landing
        ids = bytes(event.mimeData().data(MIME).data()).decode().split()
        self._drop.end()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if landing is None or not self._is_ours(event):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._workspace.history.close()
        self._workspace.apply(landing.change, self)
        self.choose(ids)

    def _is_ours(self, event: QDropEvent | QDragMoveEvent | QDragEnterEvent) -> bool:
        """Return whether what is dragged are clauses of this text, and it may be written."""
        if self.read_only or not event.mimeData().hasFormat(MIME):
            return False
        ids = bytes(event.mimeData().data(MIME).data()).decode().split()
        return bool(ids) and all(key in self._workspace.labels.places for key in ids)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, and over them the drop line."""
        super().paintEvent(event)
        if self._drop.landing:
            painter = QPainter(self.viewport())
            self._drop.paint(painter, self.viewport().rect())
            painter.end()


def _near(point: QPoint, centre: QPoint) -> bool:
    return (point - centre).manhattanLength() <= 14
