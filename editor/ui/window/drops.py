"""Files dropped on a window are opened, wherever in it they fall."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

_EVENTS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class FileDrops(QObject):
    """Watches widgets for files from other programs; `dropped` carries their paths as a list.

    What is no file goes to the widget as ever: words dragged into the text stay words.
    """

    dropped = Signal(list)

    def watch(self, widget: QWidget) -> None:
        """Take files that fall on `widget`, before it does."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802, ARG002
        """Take what carries files."""
        if event.type() not in _EVENTS or not isinstance(event, QDropEvent | QDragMoveEvent):
            return False
        paths = _paths(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
