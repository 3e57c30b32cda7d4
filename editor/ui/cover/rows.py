"""A row of cells that share the width, and wrap to further lines where a panel is too narrow for them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class RowLayout(QLayout):
    """Cells side by side, each with a share of the width and a least width in pixels; tops are level."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._line_gap = line_gap
        self._items: list[QLayoutItem] = []
        self._cells: list[tuple[int, int]] = []

    def add(self, widget: QWidget, share: int, least: int = 0) -> None:
        """Put `widget` at the end; with a share of 0 it keeps its own width."""
        self._cells.append((share, least))
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take an item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many cells there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return the cell at `index`."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Take the cell at `index` out."""
        if not 0 <= index < len(self._items):
            return None
        del self._cells[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that the row takes what width there is, and no more height than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that narrow rows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height of all lines at `width`."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the widest cell alone."""
        widest = max((self._least(at) for at in self._shown()), default=0)
        return QSize(widest, 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of one line of all cells."""
        shown = self._shown()
        width = sum(self._least(at) for at in shown) + self._gap * max(len(shown) - 1, 0)
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put the cells in their places."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _shown(self) -> list[int]:
        return [at for at, item in enumerate(self._items) if not item.isEmpty()]

    def _least(self, at: int) -> int:
        return max(self._cells[at][1], self._items[at].minimumSize().width())

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = []
        used = 0
        for at in self._shown():
            least = self._least(at)
            if lines and used + self._gap + least <= width:
                lines[-1].append(at)
                used += self._gap + least
            else:
                lines.append([at])
                used = least
        return lines

    def _widths(self, line: list[int], width: int) -> dict[int, int]:
        """Return the width of each cell of a line: its share, but never less than it needs."""
        room = width - self._gap * (len(line) - 1)
        widths: dict[int, int] = {at: self._least(at) for at in line if not self._cells[at][0]}
        free = [at for at in line if self._cells[at][0]]
        while free:
            rest = room - sum(widths.values())
            shares = sum(self._cells[at][0] for at in free)
            tight = [at for at in free if rest * self._cells[at][0] < self._least(at) * shares]
            if not tight:
                for at in free:
                    share = self._cells[at][0]
                    widths[at] = rest * share // shares
                    rest, shares = rest - widths[at], shares - share
                break
            widths |= {at: self._least(at) for at in tight}
            free = [at for at in free if at not in tight]
        return widths

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        top = rect.top()
        for number, line in enumerate(self._lines(rect.width())):
            top += self._line_gap if number else 0
            left, height = rect.left(), 0
            widths = self._widths(line, rect.width())
            for at in line:
                item, width = self._items[at], widths[at]
                tall = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                if place:
                    item.setGeometry(QRect(left, top, width, tall))
                left += width + self._gap
                height = max(height, tall)
            top += height
        return top - rect.top()
