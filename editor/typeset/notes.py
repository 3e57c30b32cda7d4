"""Footnotes as lines for the foot of the page."""

from collections.abc import Iterator
from itertools import chain

from editor.compose.composition import NoteMark, Paragraph, Section, Table
from editor.typeset.layout import Line, Passage, Piece
from editor.typeset.setter import NOTE_STYLE, Setter


class SectionNotes:
    """The footnotes of one section as lines; the first line of each follows its number."""

    def __init__(self, setter: Setter, number: int, section: Section, left: float, width: float) -> None:
        self._setter = setter
        self._section = number
        self._left = left
        self._style = setter.style(NOTE_STYLE.name)
        self._width = width
        self._marks = {note.id: (place, paragraph, note) for place, paragraph, note in _marks(section)}
        self._broken: dict[str, tuple[Piece, tuple[Line, ...]]] = {}
        self.leading = self._style.leading

    def count(self, note: str) -> int:
        """Return how many lines `note` has."""
        return len(self._lines(note)[1])

    def emit(self, note: str, first: int, count: int, y: float) -> list[Passage]:
        """Return lines `first` to `first + count` of `note` set with their top at `y`."""
        label, lines = self._lines(note)
        block = self._marks[note][0]
        style = self._style
        y += self._setter.drop(NOTE_STYLE.name)
        left = self._left + style.indent
        found = []
        if first == 0:
            line = Line((label,), 0.0, 0, 0)
            x = left - style.hang
            found.append(Passage("note-label", self._section, block, x, y, style.leading, (line,), note=note))
        shown = lines[first : first + count]
        found.append(Passage("note", self._section, block, left, y, style.leading, shown, first, note=note))
        return found

    def _lines(self, note: str) -> tuple[Piece, tuple[Line, ...]]:
        if note not in self._broken:
            _, where, mark = self._marks[note]
            label, push = self._setter.label(
                str(mark.number), self._style, where.anchor, raised=True, change=mark.change or where.change
            )
            change = mark.change or where.change
            paragraph = Paragraph(
                NOTE_STYLE.name, mark.spans, "note", anchor=where.anchor, language=where.language, change=change
            )
            self._broken[note] = label, self._setter.broken(paragraph, self._width, push).lines
        return self._broken[note]


def _marks(section: Section) -> Iterator[tuple[int, Paragraph, NoteMark]]:
    """Yield each footnote with its block's place and the paragraph its mark stands in."""
    for place, block in enumerate(section.blocks):
        cells = chain.from_iterable(block.rows) if isinstance(block, Table) else ((block,),)
        for paragraph in chain.from_iterable(cells):
            for span in paragraph.spans:
                if isinstance(span, NoteMark):
                    yield place, paragraph, span
