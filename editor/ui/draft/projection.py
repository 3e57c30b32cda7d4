"""The body as a text document: one paragraph a clause. The document shows what the body says and is never asked back.

Places in the model (clause id, code points) become positions in the document (UTF-16 units) here and nowhere else.
"""

from msgspec.structs import replace
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from editor.app.workspace import Workspace
from editor.model.clause import Body, Clause
from editor.model.edits import Place
from editor.model.text import Note, Reference, Run, Text, cut, length
from editor.ui.draft.differ import common_end, common_start
from editor.ui.draft.emphasis import LONGEST, Emphasis
from editor.ui.draft.formats import INSTANCE, NOTE, REFERENCE, WORDS, Metrics, object_format, run_format
from editor.ui.draft.looks import Look, looks
from editor.ui.draft.places import changed_rows, units
from editor.ui.draft.reading import read_rows


class Projection:
    """Keeps `document` showing a workspace's body; row n of the body is paragraph n of the document."""

    def __init__(self, document: QTextDocument, workspace: Workspace, metrics: Metrics) -> None:
        self._document = document
        self._workspace = workspace
        self._metrics = metrics
        self._emphasis = Emphasis(document, workspace)
        self._body: Body = ()
        self._looks: tuple[Look, ...] = ()
        self._pieces: dict[int, Reference | Note] = {}
        self._next = 1
        self._numbers: tuple[object, object] = (None, None)

    def show(self, metrics: Metrics | None = None) -> None:
        """Write the whole body anew, with other `metrics` if given."""
        self._metrics = metrics or self._metrics
        self._body = self._workspace.body
        self._looks = self._read_looks()
        self._numbers = (self._workspace.labels.by_place, self._workspace.note_numbers)
        self._pieces.clear()
        self._document.clear()
        self._document.setDefaultFont(self._metrics.font)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        self._write_rows(cursor, 0, self._body)
        cursor.endEditBlock()

    def update(self) -> None:
        """Make the document follow the workspace's body, touching only what differs."""
        before, self._body = self._body, self._workspace.body
        if before is not self._body:
            self._follow(before)
        else:  # another language has other words for references
            self._renumber(QTextCursor(self._document))
        if self._emphasis.reread():
            for row, clause in enumerate(self._body):
                self._emphasis.show(row, clause, self._metrics.words(self._looks[row]), LONGEST)

    def _follow(self, before: Body) -> None:
        start, old_end, new_end = changed_rows(before, self._body)
        old, new = before[start:old_end], self._body[start:new_end]
        kept = len(old) == len(new) and all(one.id == other.id for one, other in zip(old, new, strict=True))
        had = self._looks
        if not kept or any(
            (one.kind, one.level) != (other.kind, other.level) for one, other in zip(old, new, strict=True)
        ):
            self._looks = self._read_looks()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        if kept:
            for row in range(start, new_end):
                self._update_row(cursor, row, before[row].text, self._body[row].text)
            self._dress(cursor, had, -1)
        else:
            self._replace_rows(cursor, start, old_end, new_end, len(before))
            self._dress(cursor, had[:start] + self._looks[start:new_end] + had[old_end:], new_end)
        self._renumber(cursor)
        cursor.endEditBlock()

    def _renumber(self, cursor: QTextCursor) -> None:
        """Show the present numbers in references and note marks, if any number is another now."""
        numbers = (self._workspace.labels.by_place, self._workspace.note_numbers)
        if numbers[0] is self._numbers[0] and numbers[1] is self._numbers[1]:
            return
        self._numbers = numbers
        for row, clause in enumerate(self._body):
            at = 0
            for piece in clause.text:
                if not isinstance(piece, Run):
                    self._refresh_object(cursor, self.position_in(row, at), piece)
                at += length((piece,))

    def _refresh_object(self, cursor: QTextCursor, position: int, piece: Reference | Note) -> None:
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        found = cursor.charFormat()
        shown = self._object(piece, int(found.property(INSTANCE)))
        if found.property(WORDS) != shown.property(WORDS):
            cursor.setCharFormat(shown)

    def _read_looks(self) -> tuple[Look, ...]:
        phases = self._workspace.grammar.phases
        return looks(self._body, "preambular" in phases and "operative" in phases)

    # Writing

    def _update_row(self, cursor: QTextCursor, row: int, old: Text, new: Text) -> None:
        start = common_start(old, new)
        end = common_end(old, new, start)
        high, low = length(old) - end, length(new) - end
        if start == high == low:
            return
        block = self._document.findBlockByNumber(row)
        words = block.text()
        cursor.setPosition(block.position() + units(words, start))
        cursor.setPosition(block.position() + units(words, high), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        base = self._metrics.words(self._looks[row])
        self._write_text(cursor, cut(new, start, low), base)
        had = self._emphasis.places(replace(self._body[row], text=old))
        if start <= max(had, self._emphasis.places(self._body[row])):
            self._emphasis.show(row, self._body[row], base, had and had + max(low - high, 0))

    def _replace_rows(self, cursor: QTextCursor, start: int, old_end: int, new_end: int, shown: int) -> None:
        """Put the present rows from `start` to `new_end` in place of those from `start` to `old_end` of `shown`."""
        rows = self._body[start:new_end]
        if old_end == start:
            self._open_row(cursor, start, shown)
        else:
            self._empty_rows(cursor, start, old_end, shown, keep_one=bool(rows))
        self._write_rows(cursor, start, rows)

    def _open_row(self, cursor: QTextCursor, row: int, shown: int) -> None:
        """Make an empty paragraph for `row` and go there."""
        if row < shown:
            cursor.setPosition(self.position_in(row, 0))
            cursor.insertBlock()
            cursor.setPosition(self.position_in(row, 0))
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if row:
                cursor.insertBlock()

    def _empty_rows(self, cursor: QTextCursor, start: int, end: int, shown: int, *, keep_one: bool) -> None:
        """Remove the paragraphs from `start` to `end`; of these leave one empty, and go there, if `keep_one`."""
        last = self._document.findBlockByNumber(end - 1)
        low, high = self.position_in(start, 0), last.position() + last.length() - 1
        if not keep_one and end < shown:
            high += 1
        elif not keep_one and start:
            low -= 1
        cursor.setPosition(low)
        cursor.setPosition(high, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _write_rows(self, cursor: QTextCursor, start: int, rows: Body) -> None:
        """Write `rows`, if any, into the empty paragraph at `cursor` and new ones after it."""
        for row, clause in enumerate(rows, start):
            look = self._looks[row]
            block, words = self._metrics.row(look), self._metrics.words(look)
            if row == start:
                cursor.setBlockFormat(block)
                cursor.setBlockCharFormat(words)
            else:
                cursor.insertBlock(block, words)
            self._write_text(cursor, clause.text, words)
            self._emphasis.show(row, clause, words)

    def _write_text(self, cursor: QTextCursor, text: Text, base: QTextCharFormat) -> None:
        for piece in text:
            if isinstance(piece, Run):
                cursor.insertText(piece.text, run_format(base, piece.marks, piece.language))
            else:
                instance, self._next = self._next, self._next + 1
                self._pieces[instance] = piece
                cursor.insertText("\ufffc", self._object(piece, instance))
        if not text:
            cursor.setCharFormat(base)

    def _object(self, piece: Reference | Note, instance: int) -> QTextCharFormat:
        if isinstance(piece, Note):
            return object_format(NOTE, instance, str(self._workspace.note_numbers.get(piece.id, "?")), False)
        labels = self._workspace.labels
        return object_format(REFERENCE, instance, labels.reference(piece), not labels.resolves(piece))

    def _dress(self, cursor: QTextCursor, shown: tuple[Look, ...], moved: int) -> None:
        """Give every paragraph whose look is not the `shown` one its format, and that of the row `moved` anyway."""
        if shown is self._looks:
            return
        for row, (had, look) in enumerate(zip(shown, self._looks, strict=True)):
            if look != had or row == moved:
                cursor.setPosition(self.position_in(row, 0))
                cursor.setBlockFormat(self._metrics.row(look))
                if look.style != had.style:
                    self._restyle(cursor, row)

    def _restyle(self, cursor: QTextCursor, row: int) -> None:
        base = self._metrics.words(self._looks[row])
        cursor.setBlockCharFormat(base)
        at = 0
        for piece in self._body[row].text:
            size = length((piece,))
            if isinstance(piece, Run):
                cursor.setPosition(self.position_in(row, at))
                cursor.setPosition(self.position_in(row, at + size), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(run_format(base, piece.marks, piece.language))
            at += size
        self._emphasis.show(row, self._body[row], base)

    # Places

    @property
    def looks(self) -> tuple[Look, ...]:
        """The look of every row."""
        return self._looks

    def position(self, place: Place) -> int | None:
        """Return the document position of `place`, None if its clause is not shown."""
        at = self._workspace.labels.places.get(place[0])
        return None if at is None else self.position_in(at, place[1])

    def position_in(self, row: int, offset: int) -> int:
        """Return the document position of `offset` in `row`; offsets beyond its end are clamped to it."""
        block = self._document.findBlockByNumber(row)
        return block.position() + units(block.text(), offset)

    def place(self, position: int) -> Place | None:
        """Return the place in the model of a document position, None where nothing is shown."""
        if not self._body:
            return None
        block = self._document.findBlock(position)
        units = position - block.position()
        words = block.text()
        offset = units if words.isascii() else len(words.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
        row = min(block.blockNumber(), len(self._body) - 1)  # other hands may just have written a paragraph more
        return self._body[row].id, offset

    def rows(self) -> tuple[Text, ...]:
        """Return the text of every row as the document has it: equal to the body's, or somebody else wrote there."""
        return read_rows(self._document, self._pieces) if self._body or not self._document.isEmpty() else ()


def _stands_otherwise(one: Clause, other: Clause) -> bool:
    return one.kind != other.kind or one.level != other.level
