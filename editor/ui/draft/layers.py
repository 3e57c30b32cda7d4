"""Marks laid over the words that are not part of the text: spelling, hits of a search, remarked words.

They are laid on the rows in sight only, and never touch the document: a pass over all rows would cost every key.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui.theme import Theme

if TYPE_CHECKING:
    from editor.ui.draft.sheet import Sheet


class Stretch(NamedTuple):
    """Words of one row, from `start` to `end` in code points, and the token [marks] they are shown with."""

    row: int
    start: int
    end: int
    mark: str


Layer = Callable[[int, int], Iterable[Stretch]]
"""Gives the stretches in the rows from the first to the last, both included."""

_LINES = {
    "under": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "double": QTextCharFormat.UnderlineStyle.SingleUnderline,
    "dotted": QTextCharFormat.UnderlineStyle.DotLine,
    "dashed": QTextCharFormat.UnderlineStyle.DashUnderline,
    "wave": QTextCharFormat.UnderlineStyle.WaveUnderline,
}


class Layers(QObject):
    """The layers of one sheet, those set later over those set before."""

    def __init__(self, sheet: "Sheet", theme: Theme) -> None:
        super().__init__(sheet)
        self._sheet, self._theme = sheet, theme
        self._layers: dict[str, Layer] = {}
        self._laid: list[tuple[QTextCursor, str]] = []
        self._formats: dict[str, QTextCharFormat] = {}
        self._recoloured = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._lay)

    def set(self, name: str, layer: Layer | None) -> None:
        """Show `layer` under `name`; None takes it away."""
        self._layers.pop(name, None)
        if layer:
            self._layers[name] = layer
        self.refresh()

    def refresh(self) -> None:
        """Ask the layers again, once what is being done now is done."""
        if self._layers or self._laid:
            self._soon.start()

    def recolour(self) -> None:
        """Take the colours anew."""
        self._formats.clear()
        self._recoloured = True
        self.refresh()

    def _lay(self) -> None:
        first, last = self._sheet.rows_in_sight()
        body = self._sheet.workspace.body
        at = self._sheet.projection.position_in
        found = [stretch for layer in self._layers.values() for stretch in layer(first, last)]
        shown = [
            (at(row, start), at(row, end), mark) for row, start, end, mark in found if row < len(body) and start < end
        ]
        # The cursors of before went along with what was typed: mostly they are where the marks are wanted.
        laid = [(cursor.selectionStart(), cursor.selectionEnd(), mark) for cursor, mark in self._laid]
        if shown != laid or self._recoloured:
            self._recoloured = False
            self._laid = [(self._cursor(start, end), mark) for start, end, mark in shown]
            self._sheet.setExtraSelections([self._selection(*one) for one in self._laid])

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self._sheet.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _selection(self, cursor: QTextCursor, mark: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        if mark not in self._formats:
            self._formats[mark] = self._format(self._theme.token("marks", mark))
        selection.format = self._formats[mark]
        return selection

    def _format(self, mark: dict[str, Any]) -> QTextCharFormat:
        found = QTextCharFormat()
        if "text" in mark:
            found.setForeground(self._theme.colour(mark["text"]))
        if "fill" in mark and not (self._theme.outlined and mark["fill"].endswith("-soft")):
            found.setBackground(self._theme.colour(mark["fill"]))
        line = mark.get("line", "none")
        if line == "through":
            found.setFontStrikeOut(True)
        elif line in _LINES:
            found.setUnderlineStyle(_LINES[line])
            found.setUnderlineColor(self._theme.colour(mark.get("line-colour", mark.get("text", "text"))))
        return found

    def paint(self, painter: QPainter) -> None:
        """Paint the boxes, which no format of Qt's can say, in the viewport's pixels.

        Cursors tell where: words may have gone since the layers were asked.
        """
        for cursor, mark in self._laid:
            values = self._theme.token("marks", mark)
            if values.get("line") == "box":
                painter.setPen(QPen(self._theme.colour(values["line-colour"]), 1))
                for rect in self._sheet.rects_of(cursor.selectionStart(), cursor.selectionEnd()):
                    painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2)
