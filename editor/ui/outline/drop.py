"""Where dragged clauses would go: a line between two rows, and the level that the pointer asks for there."""

from typing import NamedTuple

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTreeView

from editor.model.changes import Change
from editor.ui.outline.delegate import STEP
from editor.ui.outline.model import KIND, OutlineModel
from editor.ui.theme import Theme

_RING = 30  # from the left edge to the middle of the ring at the top level, at the drawn size
_RADIUS = 3.5

Index = QModelIndex | QPersistentModelIndex


class Landing(NamedTuple):
    """A place for dragged clauses: the height of the line, how many clauses they stand under, what moves them there."""

    y: int
    depth: int
    change: Change


class Drop:
    """The drop line of one view. It is only where the model can make a move of it."""

    def __init__(self, view: QTreeView, model: OutlineModel, theme: Theme) -> None:
        self._view, self._model, self._theme = view, model, theme
        self._gap: tuple[Index, ...] | None = None
        self._landings: list[Landing] = []
        self.landing: Landing | None = None

    def end(self) -> None:
        """Take the line away."""
        self._gap, self._landings, self.landing = None, [], None
        self._view.viewport().update()

    def follow(self, point: QPoint, data: QMimeData) -> bool:
        """Put the line where `data` would go if dropped at `point` of the viewport; return whether it goes anywhere."""
        above, below = self._between(point)
        if self._gap != (above, below):
            self._gap = (above, below)
            self._landings = self._found(above, below, data)
        wanted = (point.x() - _RING * self._theme.scale) / (STEP * self._theme.scale)
        landing = min(self._landings, key=lambda one: abs(one.depth - wanted), default=None)
        if landing != self.landing:
            self.landing = landing
            self._view.viewport().update()
        return landing is not None

    def _between(self, point: QPoint) -> tuple[QModelIndex, QModelIndex]:
        """Return the rows over and under the gap nearest to `point`."""
        index = self._view.indexAt(point)
        if not index.isValid():
            index = self._last(QModelIndex())
        if index.data(KIND) == "form":
            return self._view.indexAbove(index), index
        rect = self._view.visualRect(index)
        if point.y() > rect.center().y():
            return index, self._view.indexBelow(index)
        return self._view.indexAbove(index), index

    def _last(self, index: QModelIndex) -> QModelIndex:
        """Return the lowest visible row under `index`, `index` itself if it shows none."""
        for row in range(self._model.rowCount(index) - 1, -1, -1):
            child = self._model.index(row, 0, index)
            if not self._view.isRowHidden(row, index):
                return self._last(child) if self._view.isExpanded(child) else child
        return index

    def _found(self, above: QModelIndex, below: QModelIndex, data: QMimeData) -> list[Landing]:
        """Return the landings in the gap, one a level: under the row above, then after each that ends there."""
        if not above.isValid():
            return []
        y = self._view.visualRect(above).bottom() + 1
        places: list[tuple[QModelIndex, int]] = []
        if self._view.isExpanded(above) or not self._model.hasChildren(above):
            places.append((above, 0))
        elif above.data(KIND) in {"preamble", "operative"}:
            places.append((above, -1))
        after = above if not below.isValid() or below.parent() != above else QModelIndex()
        while after.isValid() and after.data(KIND) == "clause":
            places.append((after.parent(), after.row() + 1))
            if below.isValid() and below.parent() == after.parent():
                break
            after = after.parent()
        found: dict[int, Landing] = {}
        for parent, row in places:
            change = self._model.move(data, row, parent)
            depth = self._depth(parent)
            if change is not None and depth not in found:
                found[depth] = Landing(y, depth, change)
        return list(found.values())

    def _depth(self, parent: QModelIndex) -> int:
        depth = 0
        while parent.isValid() and parent.data(KIND) == "clause":
            depth, parent = depth + 1, parent.parent()
        return depth

    def paint(self, painter: QPainter, area: QRect) -> None:
        """Paint the line with its ring on a viewport that shows `area`."""
        if self.landing is None:
            return
        scale = self._theme.scale
        y = min(max(float(self.landing.y), _RADIUS + 1), area.height() - _RADIUS - 1)
        ring = QPointF((_RING + STEP * self.landing.depth) * scale, y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("focus"), 2))
        painter.drawLine(QPointF(ring.x() + _RADIUS, y), QPointF(area.width() - self._theme.space(2), y))
        painter.setBrush(self._theme.colour("window"))
        painter.drawEllipse(ring, _RADIUS, _RADIUS)
