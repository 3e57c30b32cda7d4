"""Opening words as the template emphasises them: shown, never stored, so that the text keeps only marks of its own."""

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from editor.app.workspace import Workspace
from editor.model.clause import Clause
from editor.model.text import Run, cut, length
from editor.templating.openings import emphasised
from editor.ui.draft.formats import run_format
from editor.ui.draft.places import units

LONGEST = 200
"""More places than any opening words take."""


class Emphasis:
    """Dresses the opening words in the document of one workspace; row n of the body is paragraph n."""

    def __init__(self, document: QTextDocument, workspace: Workspace) -> None:
        self._document = document
        self._workspace = workspace
        self._language = workspace.resolution.language

    def reread(self) -> bool:
        """Return whether the text is in another language than when this was asked last: other words open it then."""
        language, self._language = self._language, self._workspace.resolution.language
        return bool(self._workspace.template.file.emphasis) and language != self._language

    def places(self, clause: Clause) -> int:
        """Return how many places at the start of `clause` are emphasised."""
        workspace = self._workspace
        if not workspace.template.file.emphasis:
            return 0
        return emphasised(clause, workspace.template, workspace.resolution.language)

    def show(self, row: int, clause: Clause, base: QTextCharFormat, before: int = 0) -> None:
        """Emphasise the opening words of `clause`, which is in `row`, and of its first `before` places no others."""
        places = self.places(clause)
        reach = max(places, min(before, length(clause.text)))
        if not reach:
            return
        block = self._document.findBlockByNumber(row)
        words = block.text()
        cursor = QTextCursor(block)
        mark = self._workspace.template.file.emphasis
        at = 0
        for piece in (*cut(clause.text, 0, places), *cut(clause.text, places, reach)):
            end = at + length((piece,))
            if isinstance(piece, Run):
                cursor.setPosition(block.position() + units(words, at))
                cursor.setPosition(block.position() + units(words, end), QTextCursor.MoveMode.KeepAnchor)
                shown = frozenset({mark} if mark and at < places else ())
                cursor.setCharFormat(run_format(base, piece.marks, piece.language, shown))
            at = end
