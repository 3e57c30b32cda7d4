"""What is new in a text, clause by clause: words that came underlined, words that went struck through."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit

from editor.app.news import Line, News
from editor.ui.theme import Theme

_HANG = 44
_HIGH = 124


class NewsView(QTextEdit):
    """Shows the news of one text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("recovery_news")
        self.setAccessibleName(self.tr("What is new"))
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self._theme = theme
        font = QFont(["Liberation Serif", "Times New Roman", "serif"])
        font.setPixelSize(round(15 * theme.scale))
        self.document().setDefaultFont(font)
        self.document().setDocumentMargin(theme.space(3))
        option = QTextOption()
        option.setTabStopDistance(_HANG * theme.scale)
        self.document().setDefaultTextOption(option)
        theme.colour_view(self, "field")

    def show_news(self, new: News, cover: str) -> None:
        """Show `new`; `cover` is said where the cover sheet changed."""
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(self._block())
        if new.cover:
            cursor.insertText(cover, self._format("text-2"))
        for at, line in enumerate(new.lines):
            if at or new.cover:
                cursor.insertBlock(self._block())
            self._write(cursor, line)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, line: Line) -> None:
        cursor.insertText(f"{line.number}\t", self._format("text-2"))
        for kind, said in line.parts:
            cursor.insertText(said, self._marked(kind) if kind != "same" else self._format("text"))

    def _block(self) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setLeftMargin(_HANG * self._theme.scale)
        block.setTextIndent(-_HANG * self._theme.scale)
        block.setBottomMargin(self._theme.space(2))
        return block

    def _format(self, role: str) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setForeground(self._theme.colour(role))
        return found

    def _marked(self, kind: str) -> QTextCharFormat:
        role = "insertion" if kind == "inserted" else "deletion"
        found = self._format(role)
        if not self._theme.outlined:
            found.setBackground(self._theme.colour(f"{role}-soft"))
        found.setFontUnderline(kind == "inserted")
        found.setFontStrikeOut(kind == "deleted")
        return found

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return room for a few clauses; more of them scroll."""
        return QSize(1, round(_HIGH * self._theme.scale))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return room for two lines."""
        return QSize(1, 4 * self.fontMetrics().lineSpacing())
