"""Signs in the right margin: a clause with something to mend, with advice, with a remark."""

from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextDocument

from editor.app.workspace import Workspace
from editor.ui.draft.formats import Metrics
from editor.ui.draft.margin import row_at
from editor.ui.theme import Theme

SignKind = Literal["error", "advice", "remark"]

_LOOKS: dict[SignKind, tuple[str, str]] = {
    "error": ("circle-alert", "error"),
    "advice": ("triangle-alert", "advice"),
    "remark": ("message-square", "comment"),
}
_GAP = 12.0


class Signs:
    """The signs of one document, each with the words that say why it is there."""

    def __init__(self, document: QTextDocument, workspace: Workspace, theme: Theme) -> None:
        self._document, self._workspace, self._theme = document, workspace, theme
        self._known: dict[SignKind, Mapping[str, str]] = {}

    def set(self, kind: SignKind, clauses: Mapping[str, str]) -> bool:
        """Put a sign of `kind` beside `clauses` (id: words); return whether anything is other than before."""
        if self._known.get(kind, {}) == clauses:
            return False
        self._known[kind] = dict(clauses)
        return True

    def paint(self, painter: QPainter, metrics: Metrics, area: QRectF, ratio: float) -> None:
        """Paint the signs in `area`, in the document's pixels, for a screen of `ratio`."""
        size = self._theme.px("control", "badge")
        for kind, _, box in self._in_sight(metrics, area):
            icon, role = _LOOKS[kind]
            painter.drawPixmap(
                QPointF(round(box.left()), round(box.top())), self._theme.pixmap(icon, role, size, ratio)
            )

    def at(self, metrics: Metrics, point: QPointF) -> tuple[SignKind, str, str] | None:
        """Return kind, clause and words of the sign at `point`, in the document's pixels."""
        around = QRectF(point.x() - 1, point.y() - metrics.line_height, 2, 2 * metrics.line_height)
        for kind, clause_id, box in self._in_sight(metrics, around):
            if box.adjusted(-4, -4, 4, 4).contains(point):
                return kind, clause_id, self._known[kind][clause_id]
        return None

    def of(self, clause_id: str) -> str:
        """Return what the signs beside a clause say, for a screen reader."""
        return " ".join(words[clause_id] for words in self._known.values() if clause_id in words)

    def _in_sight(self, metrics: Metrics, area: QRectF) -> Iterator[tuple[SignKind, str, QRectF]]:
        if not any(self._known.values()):
            return
        body = self._workspace.body
        block = self._document.findBlockByNumber(row_at(self._document, area.top()))
        while block.isValid() and block.blockNumber() < len(body):
            if self._document.documentLayout().blockBoundingRect(block).top() > area.bottom():
                return
            clause_id = body[block.blockNumber()].id
            laid_out = block.layout().lineCount() > 0  # it may not be yet, and Qt ends the program over a line too many
            present = [kind for kind in get_args(SignKind) if laid_out and clause_id in self._known.get(kind, ())]
            for place, kind in enumerate(present):
                yield kind, clause_id, self._box(metrics, block, place)
            block = block.next()

    def _box(self, metrics: Metrics, block: QTextBlock, place: int) -> QRectF:
        size = float(self._theme.px("control", "badge"))
        right = self._document.size().width() - self._document.rootFrame().frameFormat().rightMargin()
        layout = block.layout()
        line = layout.lineAt(0)
        middle = layout.position().y() + line.y() + metrics.line_height / 2
        return QRectF(right + _GAP + place * (size + 4), middle - size / 2, size, size)
