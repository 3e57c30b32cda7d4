"""What goes from a bar, and in which order, where the window is too narrow for all of it: large type, long words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

Part = Callable[[bool], object]
"""Brings a part of a bar (True) or takes it away (False)."""


class Folding(QObject):
    """Keeps `row` no wider than its room: takes away `parts`, the first of them first, and brings them back.

    Nothing is lost by it: what a bar shows stands in the menus too, or is told elsewhere.
    """

    def __init__(self, row: QWidget, parts: Sequence[Part]) -> None:
        super().__init__(row)
        self._row, self._parts = row, parts
        self._saved: list[int] = []  # pixels that each part taken away has spared
        row.setMinimumWidth(1)  # else the window could not be narrower than all parts together
        row.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fold when the bar has another width, or something in it wants another one."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._fold()
        return super().eventFilter(watched, event)

    def _fold(self) -> None:
        room, needed = self._row.width(), self._needed()
        while needed > room and len(self._saved) < len(self._parts):
            self._parts[len(self._saved)](False)
            now = self._needed()
            self._saved.append(needed - now)
            needed = now
        while self._saved and needed + self._saved[-1] <= room:
            self._saved.pop()
            self._parts[len(self._saved)](True)
            needed = self._needed()

    def _needed(self) -> int:
        layout = self._row.layout()
        if layout is None:
            return 0
        layout.invalidate()
        return layout.minimumSize().width()


def shown(*widgets: QWidget) -> Part:
    """Return the part that `widgets` are together."""

    def show(there: bool) -> None:
        for widget in widgets:
            widget.setVisible(there)

    return show
