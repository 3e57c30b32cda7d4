"""The margin of the drafting surface: numbers before the clauses, quiet signs over the parts."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextBlock, QTextDocument

from editor.app.workspace import Workspace
from editor.ui.draft.formats import Metrics
from editor.ui.draft.looks import Look, Sign
from editor.ui.draft.projection import Projection
from editor.ui.theme import Theme


def sign_words(sign: Sign) -> str:
    """Return the words of a sign over a part of the text."""
    if sign == "preamble":
        return QCoreApplication.translate("Draft", "Preamble")
    return QCoreApplication.translate("Draft", "Operative part")


def row_at(document: QTextDocument, y: float) -> int:
    """Return the first row whose lower edge is below `y`, in the document's pixels.

    Halving asks for few rows; `cursorForPosition` is wrong inside the document's own margin.
    """
    if y <= 0:
        return 0
    layout = document.documentLayout()
    low, high = 0, document.blockCount() - 1
    while low < high:
        middle = (low + high) // 2
        if layout.blockBoundingRect(document.findBlockByNumber(middle)).bottom() < y:
            low = middle + 1
        else:
            high = middle
    return low


class Margin:
    """Paints the numbers and signs of one document."""

    def __init__(self, document: QTextDocument, workspace: Workspace, projection: Projection, theme: Theme) -> None:
        self._document = document
        self._workspace = workspace
        self._projection = projection
        self._theme = theme

    def paint(self, painter: QPainter, metrics: Metrics, area: QRectF, current: int) -> None:
        """Paint what lies in `area`, in the document's pixels; `current` is the caret's row."""
        body = self._workspace.body
        looks = self._projection.looks
        block = self._document.findBlockByNumber(row_at(self._document, area.top()))
        while block.isValid() and block.blockNumber() < len(body):
            row = block.blockNumber()
            bounds = self._document.documentLayout().blockBoundingRect(block)
            if bounds.top() - metrics.sign_height > area.bottom():
                break
            if looks[row].sign:
                self._paint_sign(painter, metrics, block, looks[row])
            self._paint_number(painter, metrics, block, self._workspace.labels.by_place[row].text, row == current)
            block = block.next()

    def _paint_number(self, painter: QPainter, metrics: Metrics, block: QTextBlock, number: str, current: bool) -> None:
        if not number or block.layout().lineCount() == 0:
            return
        font = QFont(metrics.font)
        font.setBold(current)
        start = _first_baseline(block)
        width = QFontMetricsF(font).horizontalAdvance(number)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if current else "number"))
        painter.drawText(QPointF(start.x() - metrics.draft("number-gap") - width, start.y()), number)

    def _paint_sign(self, painter: QPainter, metrics: Metrics, block: QTextBlock, look: Look) -> None:
        if block.layout().lineCount() == 0:
            return
        font = self._theme.font("part")
        words = sign_words(look.sign)
        bounds = QFontMetricsF(font)
        left = _first_baseline(block).x()
        top = block.layout().position().y() + block.layout().lineAt(0).y()
        middle = top - metrics.line_height * 0.82
        right = self._document.size().width() - self._document.rootFrame().frameFormat().rightMargin()
        painter.setFont(font)
        painter.setPen(self._theme.colour("text-2"))
        painter.drawText(QPointF(left, middle + bounds.capHeight() / 2), words)
        painter.setPen(self._theme.colour("hairline"))
        line = round(middle) + 0.5
        painter.drawLine(QPointF(left + bounds.horizontalAdvance(words) + 12, line), QPointF(right, line))


def _first_baseline(block: QTextBlock) -> QPointF:
    """Return where the first line's words begin, in the document's pixels."""
    layout = block.layout()
    line = layout.lineAt(0)
    return QPointF(layout.position().x() + line.x(), layout.position().y() + line.y() + line.ascent())
