"""The words of one note in a text document: shown, and read back with their marks and references."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFragment

from editor.model.text import LINE_BREAK, OBJECT, Reference, Run, Text, clean, cut, length, normalise
from editor.ui.draft.differ import common_end, common_start
from editor.ui.draft.formats import INSTANCE, REFERENCE, object_format, read_run, run_format

NoteText = tuple[Run | Reference, ...]
Shown = Callable[[Reference], tuple[str, bool]]
"""Tells the words of a reference, and whether it is broken."""


def units(words: str) -> int:
    """Return how many UTF-16 units `words` take in a document."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


class Slip:
    """Keeps `document` showing one text; `shown` tells how its references read."""

    def __init__(self, document: QTextDocument, shown: Shown) -> None:
        self._document = document
        self._shown = shown
        self._pieces: dict[int, Reference] = {}

    def show(self, text: NoteText) -> int:
        """Show `text`, touching only what differs, and return the position at the end of that; -1 if nothing does."""
        old = self._raw()
        if old == text:
            return -1
        start = common_start(old, text)
        end = common_end(old, text, start)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.setPosition(self._position(old, start))
        cursor.setPosition(self._position(old, length(old) - end), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._write(cursor, cut(text, start, length(text) - end))
        cursor.endEditBlock()
        return cursor.position()

    def refresh(self) -> None:
        """Show the present words of every reference."""
        text = self._raw()
        if any(isinstance(piece, Reference) for piece in text):
            self._document.clear()
            self._write(QTextCursor(self._document), text)

    def text(self) -> NoteText:
        """Return the words in the document as the model may hold them."""
        found = (piece if isinstance(piece, Reference) else _cleaned(piece) for piece in self._raw())
        return tuple(piece for piece in normalise(tuple(found)) if isinstance(piece, Run | Reference))

    def offset(self, position: int) -> int:
        """Return the place in the text, in code points, of a position in the document."""
        raw = self._document.toRawText().encode("utf-16-le", "surrogatepass")
        return len(raw[: 2 * position].decode("utf-16-le", "ignore"))

    def position(self, offset: int) -> int:
        """Return the position in the document of a place in the text, in code points."""
        return units(self._document.toRawText()[:offset])

    def _position(self, text: Text, offset: int) -> int:
        return sum(units(piece.text) if isinstance(piece, Run) else 1 for piece in cut(text, 0, offset))

    def _write(self, cursor: QTextCursor, text: Text) -> None:
        for piece in text:
            if isinstance(piece, Run):
                cursor.insertText(piece.text, run_format(QTextCharFormat(), piece.marks, piece.language))
            elif isinstance(piece, Reference):
                instance = max(self._pieces, default=0) + 1
                self._pieces[instance] = piece
                cursor.insertText(OBJECT, object_format(REFERENCE, instance, *self._shown(piece)))

    def _raw(self) -> NoteText:
        """Return what the document holds, not cleaned, so that its places are the document's."""
        found: list[Run | Reference] = []
        block = self._document.begin()
        while block.isValid():
            if block.blockNumber():
                found.append(Run(LINE_BREAK))
            walk = block.begin()
            while not walk.atEnd():
                found.extend(self._read(walk.fragment()))
                walk += 1
            block = block.next()
        return tuple(piece for piece in normalise(tuple(found)) if isinstance(piece, Run | Reference))

    def _read(self, fragment: QTextFragment) -> Iterator[Run | Reference]:
        shown = fragment.charFormat()
        instance = shown.property(INSTANCE)
        if instance is None:
            yield read_run(fragment.text(), shown)
            return
        piece = self._pieces.get(int(instance))
        for part in fragment.text():  # Qt may give words typed beside a reference its format
            yield piece if part == OBJECT and piece else Run(part)


def _cleaned(run: Run) -> Run:
    return Run(clean(run.text), run.marks, run.language)
