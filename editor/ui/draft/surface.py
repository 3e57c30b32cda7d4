"""The field in which the text is written.

The model is edited first and the field follows: every key that changes something is turned into a command and never
reaches Qt's own editing. What the field shows is a projection of the body, row by row.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu, QWidget

from editor.app.workspace import Workspace
from editor.model import edits
from editor.model.changes import Change, Splice, compound
from editor.model.edits import Place
from editor.model.errors import EditError
from editor.model.resolution import Resolution
from editor.ui.draft import keys
from editor.ui.draft.commands import Commands
from editor.ui.draft.dragging import Dragging
from editor.ui.draft.places import place_of_change
from editor.ui.draft.pointer import Pointer
from editor.ui.draft.sheet import Sheet
from editor.ui.draft.spoken import Spoken
from editor.ui.theme import Theme


class Draft(Sheet):
    """The drafting surface of one workspace.

    `caret_moved` says that the caret is in another place, `refused` carries the EditError of a key that cannot do here
    what it stands for, `typed` the words just typed, `pasted` one sentence on what a paste guessed. `piece_clicked`
    carries the place of a reference or note that was clicked, the piece, and whether Ctrl was held; `sign_chosen` the
    kind of a sign in the margin and its clause.
    """

    caret_moved = Signal()
    refused = Signal(object)
    typed = Signal(str)
    pasted = Signal(str)
    piece_clicked = Signal(object, object, bool)
    sign_chosen = Signal(str, str)

    def __init__(self, workspace: Workspace, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(workspace, theme, parent)
        self.setObjectName("draft")
        self.setAccessibleName(self.tr("Draft"))
        self.commands = Commands(workspace, self)
        self.commands.tell = self.pasted.emit
        self._dragging = Dragging(self, self.commands)
        self._pointer = Pointer(self)
        self._spoken = Spoken(self)
        self._key_filters: list[Callable[[QKeyEvent], bool]] = []
        self._foreign = QTimer(self, singleShot=True, interval=0)
        self._foreign.timeout.connect(self._take_over_rows)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_changed)
        workspace.listen(self._on_change)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def detach(self) -> None:
        """Follow the workspace no more."""
        self.workspace.leave(self._on_change)

    # What others add

    def add_key_filter(self, takes: Callable[[QKeyEvent], bool]) -> None:
        """Ask `takes` first for every key; one that it takes does nothing else."""
        self._key_filters.append(takes)

    def add_tip(self, tip: Callable[[Place], str]) -> None:
        """Ask `tip` for words on what lies under the pointer, an empty string for none."""
        self._pointer.tips.append(tip)

    def add_menu(self, fill: Callable[[QMenu, Place], None]) -> None:
        """Let `fill` put entries for a place at the head of the menu that opens there."""
        self._pointer.menus.append(fill)

    # Places

    def put_span(self, start: Place, end: Place, *, glide: bool = False) -> None:
        """Select from `start` to `end`, the caret at the end, and show it; `glide` lets a near jump be seen."""
        low, high = self.projection.position(start), self.projection.position(end)
        if low is None or high is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        with self.own():
            self.setTextCursor(cursor)
        self.scrolling.show_caret(glide=glide)
        self._caret_settled()

    def go_to(self, clause_id: str) -> None:
        """Put the caret at the start of the clause `clause_id`, if it is there, and show it."""
        self.commands.caret_jumped()
        self.put_span((clause_id, 0), (clause_id, 0), glide=True)

    def refuse(self, error: EditError) -> None:
        """Say that an edit is not possible here."""
        self.refused.emit(error)

    # Following the workspace

    def _on_change(self, before: Resolution, change: Change, after: Resolution, who: object) -> None:
        caret = self.caret() if before.body else None
        with self.own():
            self.projection.update()
        if before.body is not after.body or before.language != after.language:
            one = isinstance(change, Splice) and len(change.removed) == 1 == len(change.inserted)
            self.rows_changed(many=not one)
        if who is self or before.body is after.body:
            return
        place = place_of_change(before.body, after.body, caret)
        if place:
            self.put_span(place, place)
        self.commands.caret_jumped()

    def _contents_changed(self) -> None:
        if not self.busy:
            self._foreign.start()

    def _take_over_rows(self) -> None:
        """Make edits of what another hand (a screen reader) wrote into the field: rows that differ, else nothing."""
        rows, body = self.projection.rows(), self.workspace.body
        if rows == tuple(clause.text for clause in body):
            return
        caret = self.textCursor().position()
        with self.own():
            self.projection.show()  # what follows the edits is what the body says
        self.rows_changed(many=True)
        if len(rows) == len(body):
            changes = [
                edits.set_text(self.workspace.resolution, clause.id, text)
                for clause, text in zip(body, rows, strict=True)
                if clause.text != text
            ]
            self.workspace.apply(compound(*changes), self)
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _cursor_changed(self) -> None:
        if not self.busy:
            self.commands.caret_jumped()
            self._caret_settled()

    def _caret_settled(self) -> None:
        row = self.textCursor().blockNumber()
        if row != self.row:
            self.row = row
            self.viewport().update()
        self.caret_moved.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave to the window's actions the keys that Qt's own editing would take."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.is_for_actions(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a key into a command; only those that move the caret are Qt's."""
        if any(takes(event) for takes in tuple(self._key_filters)):
            event.accept()
        elif not self.isReadOnly() and keys.press(event, self, self.commands):
            event.accept()
            if keys.is_words(event):
                self.typed.emit(event.text())
        elif keys.moves_caret(event) or self.isReadOnly():
            super().keyPressEvent(event)
            event.accept()
        else:
            event.ignore()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Let Qt show what is being composed; what is composed goes the way of typed words."""
        words, replaced = event.commitString(), event.replacementLength()
        composing = event.preeditString()
        shown = self.textCursor().block().layout().preeditAreaText()
        if words or replaced or (composing != shown and self.textCursor().hasSelection()):
            self._compose(QInputMethodEvent())
            self._replace_around(event.replacementStart(), replaced)
            if words:
                self.commands.type_words(words)
                self.typed.emit(words)
            elif self.textCursor().hasSelection():
                self.commands.erase_selection()
        event.accept()
        if composing and self.textCursor().hasSelection():  # it could not be erased, and Qt would
            QGuiApplication.inputMethod().reset()
        else:
            self._compose(QInputMethodEvent(composing, event.attributes()))

    def _compose(self, event: QInputMethodEvent) -> None:
        with self.own():
            super().inputMethodEvent(event)

    def _replace_around(self, start: int, count: int) -> None:
        if not count:
            return
        cursor = self.textCursor()
        low, last = cursor.position() + start, self.document().characterCount() - 1
        cursor.setPosition(min(max(low, 0), last))
        cursor.setPosition(min(max(low + count, 0), last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.commands.erase_selection()

    # Clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Return whether `source` holds words."""
        return self.commands.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take what is dropped, as what is pasted."""
        self.commands.paste(source)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Return the selection as other programs take it."""
        return self.commands.copied() or QMimeData()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click on a sign, a reference or a note mark."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._pointer.click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer's shape what can be clicked."""
        super().mouseMoveEvent(event)
        self._pointer.move(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what lies under the resting pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            return self._pointer.tell(event)
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of what lies under the pointer, of the caret where a key asks for it."""
        self._pointer.open_menu(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the step of undo that is growing."""
        self.commands.caret_jumped()
        self._spoken.rest()
        super().focusOutEvent(event)
