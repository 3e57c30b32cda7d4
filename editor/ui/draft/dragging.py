"""Selected words carried by mouse: inside the text, to other programs and from them.

Qt's own dragging would change the document behind the model's back, so a press inside the selection never reaches it;
the caret that shows where words would fall is still Qt's.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QTextEdit

from editor.app.spans import Span
from editor.ui.draft.commands import Commands
from editor.ui.draft.sheet import Sheet

_Action = Qt.DropAction
_PLAIN_OR_COPY = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier)


class Dragging(QObject):
    """Watches the mouse over one surface."""

    def __init__(self, draft: Sheet, commands: Commands) -> None:
        super().__init__(draft)
        self._draft = draft
        self._commands = commands
        self._pressed: QPoint | None = None
        self._carried: Span | None = None
        self._fell_here = False
        self._double_click = -1
        draft.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Take the mouse from Qt where it carries words."""
        if isinstance(event, QMouseEvent):
            match event.type():
                case QEvent.Type.MouseButtonPress:
                    return self._press(event)
                case QEvent.Type.MouseMove:
                    return self._move(event)
                case QEvent.Type.MouseButtonRelease:
                    self._release()
                case QEvent.Type.MouseButtonDblClick:
                    self._double_click = event.timestamp()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            return self._drop(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QMouseEvent) -> bool:
        """Wait with a press inside the selection: it may carry the words away, or only put the caret there."""
        self._pressed = None
        third = self._double_click >= 0 and event.timestamp() - self._double_click < QApplication.doubleClickInterval()
        left = event.button() == Qt.MouseButton.LeftButton and event.modifiers() in _PLAIN_OR_COPY
        if not left or third or not self._is_selected(event.position()):
            return False
        self._pressed = event.position().toPoint()
        return True

    def _is_selected(self, point: QPointF) -> bool:
        cursor = self._draft.textCursor()
        if not cursor.hasSelection():
            return False
        rects = self._draft.rects_of(cursor.selectionStart(), cursor.selectionEnd())
        return any(rect.contains(point) for rect in rects)

    def _move(self, event: QMouseEvent) -> bool:
        if self._pressed is None:
            return False
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way >= QApplication.startDragDistance():
            self._pressed = None
            self._carry()
        return True

    def _release(self) -> None:
        """Put the caret where the selection was clicked."""
        if self._pressed is not None:
            self._draft.setTextCursor(self._draft.cursorForPosition(self._pressed))
            self._pressed = None

    def _carry(self) -> None:
        """Carry the selection until it is dropped; what was moved to another text goes from this one."""
        span, data = self._draft.span(), self._commands.copied()
        if span is None or data is None:
            return
        drag = QDrag(self._draft.viewport())
        drag.setMimeData(data)
        self._carried, self._fell_here = span, False
        before = self._draft.workspace.resolution
        fixed = self._draft.isReadOnly() or self._draft.workspace.read_only
        done = self.run(drag, _Action.CopyAction if fixed else _Action.CopyAction | _Action.MoveAction)
        drag.deleteLater()
        self._carried = None
        left = done == _Action.MoveAction and not self._fell_here and not fixed
        if left and self._draft.workspace.resolution is before:
            self._commands.erase(span)

    def run(self, drag: QDrag, actions: Qt.DropAction) -> Qt.DropAction:
        """Let the user drop what `drag` carries, and return what was done with it."""
        wanted = _Action.MoveAction if actions & _Action.MoveAction else _Action.CopyAction
        return drag.exec(actions, wanted)

    def _drop(self, event: QDropEvent) -> bool:
        """Take what falls, as one step."""
        draft = self._draft
        if draft.isReadOnly() or not self._commands.takes(event.mimeData()):
            return False
        QTextEdit.dragLeaveEvent(draft, QDragLeaveEvent())  # the caret that showed the place goes
        place = draft.projection.place(draft.cursorForPosition(event.position().toPoint()).position())
        draft.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._carried is not None and place:
            self._fell_here = True
            self._commands.carry(self._carried, place, copy=event.dropAction() == _Action.CopyAction)
            event.accept()
            return True
        if place:
            self._commands.put_caret(place)
        self._commands.paste(event.mimeData())
        event.acceptProposedAction()
        return True
