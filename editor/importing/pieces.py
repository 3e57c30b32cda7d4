"""Putting texts together, in time linear in their length."""

from collections.abc import Iterable

from msgspec.structs import replace

from editor.model.text import LINE_BREAK, NO_MARKS, Inline, Mark, Run, Text, clean, flatten
from editor.model.text import cut as cut_text


class Pieces:
    """A text that grows: words of the same look stay one run, however many are added."""

    def __init__(self, text: Text = ()) -> None:
        self._done: list[Inline] = []
        self._words: list[str] = []
        self._look: tuple[frozenset[Mark], str | None] = (NO_MARKS, None)
        self.add(text)

    def __bool__(self) -> bool:
        """Return whether there are words."""
        return bool(self._done or self._words)

    def add(self, text: Iterable[Inline], between: str = "") -> None:
        """Add `text`, with the sign `between` before it (a space, a line break) unless this is still empty."""
        if between and self:
            self._words.append(between)
        for piece in text:
            if not isinstance(piece, Run):
                self._flush()
                self._done.append(piece)
            else:
                if (piece.marks, piece.language) != self._look:
                    self._flush()
                    self._look = (piece.marks, piece.language)
                self._words.append(piece.text)

    def text(self) -> Text:
        """Return all that was added."""
        self._flush()
        return tuple(self._done)

    def _flush(self) -> None:
        # Words that stood apart may meet an accent here.
        words = clean("".join(self._words))
        if words:
            self._done.append(Run(words, *self._look))
        self._words = []


def joint(before: str, after: str) -> str:
    """Return what stands between two lines of one paragraph: a space, or nothing after a hyphen inside a word."""
    hyphen = before[-1:] in ("-", "\u2010", "\u00ad") and before[-2:-1].isalpha() and after[:1].isalpha()
    return "" if hyphen else " "


def after(text: Text, characters: int) -> Text:
    """Return `text` without its first `characters`."""
    return cut_text(text, characters) if characters else text


def plain_look(text: Text) -> Text:
    """Return `text` without the marks that all of its words have: they are the type of a whole line, not emphasis."""
    runs = [piece for piece in text if isinstance(piece, Run)]
    worded = [run.marks for run in runs if run.text.strip()]
    shared = frozenset[Mark].intersection(*worded) if worded else NO_MARKS
    if not shared:
        return text
    pieces = Pieces()
    pieces.add(replace(piece, marks=piece.marks - shared) if isinstance(piece, Run) else piece for piece in text)
    return pieces.text()


def first_words(text: Text, count: int = 6) -> str:
    """Return the first words of `text`, to be quoted in a report."""
    words = flatten(text).replace(LINE_BREAK, " ")[:200].split()
    return " ".join(words[:count]) + ("…" if len(words) > count else "")
