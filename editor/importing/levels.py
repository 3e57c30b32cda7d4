"""Levels of numbered paragraphs, by the sequence of their numbers, their indents, or what the source says itself.

Domain rule: the letter i after h may be the ninth letter or the first roman number below h; what comes next, or a colon
before it, tells.
"""

from collections.abc import Sequence

from msgspec import Struct

from editor.importing.joining import Paragraph
from editor.importing.markers import Marker, Reading

_DEEPER = 2
"""Columns by which a list must be indented to be one of sub-items for that alone."""

_DEEPEST = 9
"""The deepest level that is told apart; no template has so many."""


class _List(Struct):
    """A list that is open: how its last number reads, the signs around it, its indent."""

    reading: Reading
    dress: str
    indent: int


class Lists:
    """The lists that are open, by level; `opening` is how the first clause without a number begins."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.opening = ""
        self._paragraphs = paragraphs
        self._open: list[_List | None] = []
        self._top: _List | None = None
        self._following = _following(paragraphs)

    @property
    def top(self) -> int | None:
        """The last number of the clauses, None while they have no arabic ones."""
        return self._top.reading.value if self._top and self._top.reading.digits == "decimal" else None

    @property
    def indent(self) -> int:
        """The indent of the last clause."""
        return self._open[0].indent if self._open and self._open[0] else 0

    def interrupt(self, *, clause: bool) -> None:
        """End all lists: an unnumbered clause, heading or phrase stands between."""
        self._open = [None] if clause else []

    def divide(self) -> None:
        """Begin a part, whose clauses may have numbers or not."""
        self._open, self._top = [], None

    def skip(self) -> None:
        """Count a clause whose number was lost."""
        if self._top:
            self._top.reading = Reading("decimal", self._top.reading.value + 1)

    def closing_level(self, indent: int) -> int:
        """Return the level of text that goes on after sub-items, by its indent; without one it ends all lists."""
        deepest = len(self._open) - 1
        if indent <= self.indent:
            return 1
        levels = [level for level in range(1, deepest + 1) if (found := self._open[level]) and found.indent <= indent]
        return max(levels, default=1)

    def place(self, at: int, nested: bool, introduced: bool, indent: int) -> int:
        """Return the level of the numbered paragraph `at`, and count it.

        `nested` tells whether sub-items may stand here, `introduced` whether the text before ends in a colon, `indent`
        is that of the text before.
        """
        paragraph = self._paragraphs[at]
        assert paragraph.marker is not None
        level, reading = self._find(at, paragraph, paragraph.marker, nested, introduced, indent)
        if not nested:
            level = 0
        level = min(level, len(self._open), _DEEPEST)
        del self._open[level:]
        found = _List(reading, paragraph.marker.dress, paragraph.indent)
        self._open.append(found)
        if level == 0:
            self._top = found
        return level

    def _find(
        self, at: int, paragraph: Paragraph, marker: Marker, nested: bool, introduced: bool, indent: int
    ) -> tuple[int, Reading]:
        if paragraph.level is not None:
            return paragraph.level, marker.readings[0]
        if marker.depth >= 0:
            return marker.depth, marker.readings[0]
        going_on = self._continued(marker, paragraph)
        beginning = next((reading for reading in marker.readings if reading.value == 1), None)
        if going_on and not (beginning and self._begins_below(at, going_on[1], introduced)):
            return going_on
        if beginning and marker.is_bullet:
            return self._bullet_level(paragraph), beginning
        if beginning:
            return self._new_level(paragraph, marker, beginning, nested, introduced, indent), beginning
        return self._jump(marker)

    def _continued(self, marker: Marker, paragraph: Paragraph) -> tuple[int, Reading] | None:
        """Return the level and reading at which `marker` is the next number of an open list, the deepest first."""
        if marker.is_bullet:
            return None
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            for reading in marker.readings:
                if found and found.dress == marker.dress and _goes_on(reading, found.reading, marker.suffix):
                    return level, reading
        top = self._top
        if top and marker.is_decimal and _goes_on(marker.readings[0], top.reading, marker.suffix):
            same = marker.dress in (top.dress, "")
            return (0, marker.readings[0]) if same and paragraph.indent < top.indent + 2 * _DEEPER else None
        return None

    def _begins_below(self, at: int, letter: Reading, introduced: bool) -> bool:
        """Return whether a number that goes on as a letter is the first roman one of a deeper list instead."""
        following = self._following[at]
        if following is not None:
            for reading in following.readings:
                if reading.digits == "roman" and reading.value == 2:
                    return True
                if reading.follows(letter):
                    return False
        return introduced

    def _new_level(
        self, paragraph: Paragraph, marker: Marker, reading: Reading, nested: bool, introduced: bool, indent: int
    ) -> int:
        """Return the level of a list that begins with `reading`: below the text before, or the clauses' own."""
        if not nested:
            return 0
        first = self._open[0] if self._open else None
        deeper = paragraph.indent >= indent + _DEEPER
        if reading.digits == "decimal":
            if first is None:
                return 1 if deeper else 0
            if first.reading.digits == "decimal" and first.dress != marker.dress:
                return self._below(paragraph)
            return self._below(paragraph) if deeper or introduced else 0
        if reading.upper and not introduced and not deeper and (first is None or first.reading.digits == "bullet"):
            return 0
        return self._below(paragraph) if introduced or deeper else self._again(marker, reading, paragraph)

    def _again(self, marker: Marker, reading: Reading, paragraph: Paragraph) -> int:
        """Return the level of a list that begins without being introduced: that of its like, if one is open."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            if found and found.dress == marker.dress and reading.beside(found.reading):
                return level
        return self._below(paragraph)

    def _below(self, paragraph: Paragraph) -> int:
        """Return the level below the clause that a new list belongs to: not one that stands further in."""
        level = len(self._open)
        while level > 1 and (found := self._open[level - 1]) and found.indent > paragraph.indent:
            level -= 1
        return level

    def _bullet_level(self, paragraph: Paragraph) -> int:
        """Return the level of a dash: that of the dashes before, deeper if it is indented more."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            if found is None or found.reading.digits != "bullet":
                continue
            if paragraph.indent >= found.indent + _DEEPER:
                return level + 1
            same = found.dress == self._dress(paragraph) and paragraph.indent >= found.indent - 1
            if same or abs(paragraph.indent - found.indent) < _DEEPER:
                return level
        return self._below(paragraph)

    @staticmethod
    def _dress(paragraph: Paragraph) -> str:
        return paragraph.marker.dress if paragraph.marker else ""

    def _jump(self, marker: Marker) -> tuple[int, Reading]:
        """Return the level of a number that neither goes on nor begins: that of its like, else of clauses."""
        for level in range(len(self._open) - 1, -1, -1):
            found = self._open[level]
            for reading in marker.readings:
                if found and found.dress == marker.dress and reading.beside(found.reading):
                    return level, reading
        if marker.is_decimal:
            return 0, marker.readings[0]
        return len(self._open), marker.readings[-1]


def _goes_on(reading: Reading, last: Reading, suffix: str) -> bool:
    if suffix and reading.beside(last):
        return reading.value in (last.value, last.value + 1)
    return reading.follows(last)


def _following(paragraphs: Sequence[Paragraph]) -> list[Marker | None]:
    """Return for each paragraph the next typed letter with the same signs around it."""
    found: list[Marker | None] = []
    latest: dict[str, Marker] = {}
    for paragraph in reversed(paragraphs):
        marker = paragraph.marker
        found.append(latest.get(marker.dress) if marker else None)
        if marker and marker.readings[0].digits in ("letters", "roman"):
            latest[marker.dress] = marker
    found.reverse()
    return found
