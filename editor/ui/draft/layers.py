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
        self._shown: list[tuple[int, int, str]] = []
        self._revision = -1
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
        if self._layers or self._shown:
            self._soon.start()

    def recolour(self) -> None:
        """Take the colours anew."""
        self._revision = -1
        self.refresh()

    def _lay(self) -> None:
        first, last = self._sheet.rows_in_sight()
        body = self._sheet.workspace.body
        at = self._sheet.projection.position_in
        found = [stretch for layer in self._layers.values() for stretch in layer(first, last)]
        shown = [
            (at(row, start), at(row, end), mark) for row, start, end, mark in found if row < len(body) and start < end
        ]
        revision = self._sheet.document().revision()  # the cursors of before went along with what was typed
        if shown != self._shown or revision != self._revision:
            self._shown, self._revision = shown, revision
            self._sheet.setExtraSelections([self._selection(*stretch) for stretch in shown])

    def _selection(self, start: int, end: int, mark: str) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._sheet.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = self._format(self._theme.token("marks", mark))
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
        """Paint the boxes, which no format of Qt's can say, in the viewport's pixels."""
        for start, end, mark in self._shown:
            values = self._theme.token("marks", mark)
            if values.get("line") == "box":
                painter.setPen(QPen(self._theme.colour(values["line-colour"]), 1))
                for rect in self._sheet.rects_of(start, end):
                    painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2)
