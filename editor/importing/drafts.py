"""Clauses while they are being recognised."""

from typing import Literal

from editor.importing.joining import Paragraph
from editor.importing.markers import Marker
from editor.importing.pieces import Pieces, first_words
from editor.importing.report import Parameters
from editor.importing.shape import finished, starts_small
from editor.model.text import LINE_BREAK, Text

Role = Literal["clause", "item", "closing", "heading", "enacting", "part"]


class Draft:
    """A clause to be: what it is, where it stood, its number as typed, and what was guessed about it.

    `words` is the end of its text, for what comes next to be told; `text()` is the whole.
    """

    def __init__(self, paragraph: Paragraph, role: Role, level: int = 0) -> None:
        self.role = role
        self.level = level
        self.marker: Marker | None = paragraph.marker
        self.first = paragraph.first
        self.last = paragraph.last
        self.indent = paragraph.indent
        self.words = paragraph.words
        self.guesses = list(paragraph.remarks)
        self._pieces = Pieces(paragraph.text)

    def guess(self, code: str, line: int = 0, parameters: Parameters = ()) -> None:
        """Report a guess about this clause, at `line` or where it begins."""
        self.guesses.append((code, parameters, line or self.first))

    def join(self, text: Text, words: str, last: int, between: str = " ") -> None:
        """Add words that belong to it; `last` is the line they end in."""
        self._pieces.add(text, between)
        self.words = words
        self.last = last

    def join_paragraph(self, paragraph: Paragraph, between: str = " ") -> None:
        """Add a paragraph that goes on in it, and say so."""
        code = "line-kept" if between == LINE_BREAK else "joined"
        if self._pieces:
            self.guess(code, paragraph.first, (("text", first_words(paragraph.text)),))
        self.guesses += paragraph.remarks
        self.join(paragraph.text, paragraph.words, paragraph.last, between)

    def join_draft(self, other: "Draft") -> None:
        """Add another clause's words to this one, as a new line unless they go on in small letters."""
        small = starts_small(other.words)
        self.guesses += [guess for guess in other.guesses if guess[0] != "closing"]
        self.guess("joined" if small else "line-kept", other.first, (("text", first_words(other.text())),))
        self.join(other.text(), other.words, other.last, " " if small else LINE_BREAK)

    @property
    def is_finished(self) -> bool:
        """Whether its text ends as a clause does."""
        return finished(self.words)

    def text(self) -> Text:
        """Return its words."""
        return self._pieces.text()
