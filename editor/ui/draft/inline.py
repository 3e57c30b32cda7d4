"""References and footnote marks inside the words: drawn as one character that does not break."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from editor.ui.draft.formats import BROKEN, NOTE, REFERENCE, WORDS
from editor.ui.theme import Theme

_NOTE_SIZE = 0.66
_PADDING = 0.4  # of the font's size, left and right of the words
_DASHES = [3.0, 2.0]


class InlineObjects(QPyTextObject):
    """Draws the chips of one document in the colours of `theme`."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def register(self, document: QTextDocument) -> None:
        """Draw references and notes of `document` from now on."""
        layout = document.documentLayout()
        layout.registerHandler(REFERENCE, self)
        layout.registerHandler(NOTE, self)

    def intrinsicSize(self, document: QTextDocument, position: int, found: QTextFormat) -> QSizeF:  # noqa: N802, ARG002
        """Return the size of the object in pixels: a little less high than its line's words, so that no line grows."""
        metrics = QFontMetricsF(document.defaultFont())
        font = _font(document, found)
        width = QFontMetricsF(font).horizontalAdvance(str(found.property(WORDS)))
        return QSizeF(width + 2 * _padding(font), metrics.ascent() + metrics.descent() - 2)

    def drawObject(  # noqa: N802
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,  # noqa: ARG002
        found: QTextFormat,
    ) -> None:
        """Draw the chip into `rect`."""
        rect = QRectF(rect)
        font = _font(document, found)
        metrics = QFontMetricsF(font)
        note = found.objectType() == NOTE
        height = metrics.height() if note else rect.height() + 2
        box = QRectF(rect.left() + 1, rect.top() - 1, rect.width() - 2, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = self._theme.token("marks", _mark(found))
        self._paint_ground(painter, box, mark)
        painter.setPen(self._theme.colour(mark["text"]))
        painter.setFont(font)
        baseline = box.top() + metrics.ascent() if note else rect.bottom() - metrics.descent()
        painter.drawText(QPointF(rect.left() + _padding(font), baseline), str(found.property(WORDS)))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, mark: Mapping[str, Any]) -> None:
        """Paint the chip's fill, and the dashes under one that is broken; in high contrast an outline instead."""
        dashed = mark["line"] == "dashed"
        line = QPen(
            self._theme.colour(mark["text"]), 1, Qt.PenStyle.CustomDashLine if dashed else Qt.PenStyle.SolidLine
        )
        if dashed:
            line.setDashPattern(_DASHES)
        outlined = self._theme.outlined
        painter.setPen(line if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(mark["fill"]))
        shown = box.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else box
        painter.drawRoundedRect(shown, mark["radius"], mark["radius"])
        if dashed and not outlined:
            foot = box.bottom() - 0.5
            painter.setPen(line)
            painter.drawLine(
                QPointF(box.left() + mark["radius"] / 2, foot), QPointF(box.right() - mark["radius"] / 2, foot)
            )


def _mark(found: QTextFormat) -> str:
    """Return the name in the tokens of how a piece is shown."""
    if found.objectType() == NOTE:
        return "footnote"
    return "reference-broken" if found.property(BROKEN) else "reference"


def _font(document: QTextDocument, found: QTextFormat) -> QFont:
    font = QFont(document.defaultFont())
    if found.objectType() == NOTE:
        font.setPointSizeF(font.pointSizeF() * _NOTE_SIZE)
    return font


def _padding(font: QFont) -> float:
    return font.pointSizeF() * _PADDING
