"""The depth of automatic numbers: what a list of Word's is to the text around it.

Inside a list its own levels tell; where a list begins, the signs, the indent and a colon before it do.
"""

from collections.abc import Sequence

from msgspec import Struct

from editor.importing.markers import Marker, read_marker
from editor.importing.shape import Sayings, finished, introduces
from editor.importing.word.numbering import Number

_DEEPER = 2
"""Columns by which a list must be set in to be one of sub-items for that alone."""


class _Open(Struct):
    """A list that is open at a level: its last number, and where it stands."""

    marker: Marker | None
    indent: int


class Levels:
    """Goes through the paragraphs in order; `phrases` are the enacting phrases, which have no sub-items."""

    def __init__(self, phrases: Sayings) -> None:
        self._phrases = phrases
        self._bases: dict[str, tuple[int, int]] = {}  # list -> the level of its outermost items, which of its own it is
        self._open: list[_Open | None] = []
        self._before = ""

    def plain(self, words: str, indent: int, heading: int) -> None:
        """Take a paragraph without an automatic number."""
        found = None if heading else read_marker(words[:60])
        if heading or words in self._phrases:
            self._open = []
        elif found and found[0].dress and not found[0].is_bullet:
            marker = found[0]
            level = 0 if marker.is_decimal or not self._open else self._like(marker) or len(self._open)
            self._opened(level, marker, indent)
        self._before = "" if heading or words in self._phrases else words

    def numbered(self, number: Number, marker: Marker | None, words: str, indent: int) -> int:
        """Return the level of a paragraph with an automatic number."""
        base = self._bases.get(number.list)
        if base is None or (number.begins and number.level <= base[1]):
            level = self._begun(marker, indent)
            self._bases[number.list] = (level, number.level)
        else:
            level = max(base[0] + number.level - base[1], 0)
        level = min(level, len(self._open))
        self._opened(level, marker, indent)
        self._before = words
        return level

    def _opened(self, level: int, marker: Marker | None, indent: int) -> None:
        del self._open[level:]
        self._open += [None] * (level - len(self._open))
        self._open.append(_Open(marker, indent))

    def _begun(self, marker: Marker | None, indent: int) -> int:
        """Return the level of a list that begins here."""
        if not self._before:
            return 0
        if marker and not marker.is_bullet:
            going_on = self._going_on(marker)
            if going_on is not None:
                return going_on
        if introduces(self._before):
            return max(len(self._open), 1)
        top = self._open[0] if self._open else None
        if marker and marker.is_decimal:
            within = top is not None and indent >= top.indent + _DEEPER and marker.dress != _dress(top)
            return len(self._open) if within else 0
        if marker:
            like = self._like(marker)
            if like is not None:
                return like
        if top is None:
            return 0 if finished(self._before) else 1
        return max(self._by_indent(indent), 1)

    def _going_on(self, marker: Marker) -> int | None:
        """Return the level at which `marker` is the next number of an open list."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            if found and found.marker and found.marker.dress == marker.dress and _follows(marker, found.marker):
                return level
        return None

    def _like(self, marker: Marker) -> int | None:
        """Return the level of an open list that counts in the same signs."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            if found and found.marker and found.marker.dress == marker.dress and _beside(marker, found.marker):
                return level
        return None

    def _by_indent(self, indent: int) -> int:
        """Return the level below the innermost list that stands further out."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            if found and indent >= found.indent + _DEEPER:
                return level + 1
        return len(self._open) - 1 if len(self._open) > 1 else 1


def _dress(found: _Open | None) -> str:
    return found.marker.dress if found and found.marker else ""


def _follows(marker: Marker, last: Marker) -> bool:
    return any(reading.follows(other) for reading in marker.readings for other in last.readings)


def _beside(marker: Marker, last: Marker) -> bool:
    return any(reading.beside(other) for reading in marker.readings for other in last.readings)


def columns(edges: Sequence[int | None]) -> int:
    """Return where a first line begins, in columns: twips of its left edge and what it is set in or hangs out."""
    return max(min(sum(edge or 0 for edge in edges) // _COLUMN, _FARTHEST), 0)


_COLUMN = 180
"""Twips that count as one column: half an inch is four of them."""

_FARTHEST = 40
