"""From lines to paragraphs: which line goes on, which begins a new one.

Lines of a text file are wrapped at some width, or each is a paragraph of its own; blank lines may or may not stand
between. A number at the start of a line begins a paragraph only if it fits its series: "2011." at the start of a
wrapped line is a year.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from editor.importing.markers import ALPHABETS, Marker, read_marker
from editor.importing.pieces import Pieces, after, joint
from editor.importing.report import Parameters
from editor.importing.series import HIGHEST, Series, counts_bare
from editor.importing.shape import Sayings, finished, first_word, goes_on, introduces, separates, starts_small
from editor.importing.source import Line
from editor.model.text import LINE_BREAK, Run, Text, flatten

Remarks = tuple[tuple[str, Parameters, int], ...]
"""Guesses that wait for their clause: code, parameters, line."""

_LONG = 110
"""Columns beyond which a line was not wrapped by a mail program or typed by hand."""

_NARROW = 50
"""Columns below which no text is wrapped: such lines were ended on purpose."""

_WRAPPED = 0.6
"""The share of line ends without a mark that must be forced by the width for a text to count as wrapped."""

_DASHES = ("-", "–", "—")
"""What stands inside sentences as well as before sub-items."""

_SHARES = (1.0, 0.95, 0.85)
"""The shares of lines that are within the width: all, or all but a few."""


class Paragraph(Struct, frozen=True):
    """A paragraph: its text without its number, the number, and what `Line` says of it, by its first and last line."""

    text: Text
    words: str
    first: int
    last: int
    marker: Marker | None = None
    indent: int = 0
    page: bool = False
    heading: int = 0
    level: int | None = None
    remarks: Remarks = ()


def wrapped_width(lines: Sequence[Line]) -> int:
    """Return the width in columns that `lines` are wrapped at, 0 where their ends are meant.

    A few lines may be longer than the rest (addresses, a line edited by hand).
    """
    lengths = [line.indent + len(line.words) for line in lines if not line.whole]
    short = sorted(length for length in lengths if length <= _LONG)
    if not short or 3 * (sum(lengths) - sum(short)) > sum(lengths):
        return 0
    inside = [pair for pair in pairwise(lines) if _is_open(*pair)]
    for share in _SHARES:
        width = short[int(share * (len(short) - 1))]
        forced = sum(not _fits(before, line, width) for before, line in inside)
        if width >= _NARROW and inside and forced >= _WRAPPED * len(inside):
            return width
    return 0


def _is_open(before: Line, line: Line) -> bool:
    """Return whether nothing but the width can have ended the line before: no mark, gap or number."""
    if line.gap or line.whole or line.heading or finished(before.words):
        return False
    return read_marker(line.words[:60]) is None


def _fits(before: Line, line: Line, width: int) -> bool:
    """Return whether the first word of `line` would have stood on the line before, which was thus ended on purpose."""
    return before.indent + len(before.words) + 1 + len(first_word(line.words)) <= width


def paragraphs(lines: Sequence[Line], phrases: Sayings, alphabets: tuple[str, ...] = ALPHABETS) -> list[Paragraph]:
    """Return `lines` as paragraphs; `phrases` are the enacting phrases, which stand alone."""
    width = wrapped_width(lines)
    bare = counts_bare(line.words for line in lines)
    joiner = _Joiner(phrases, width, alphabets, _openings(lines, width), bare)
    for line in lines:
        joiner.take(line)
    joiner.close()
    return joiner.done


def _openings(lines: Sequence[Line], width: int) -> frozenset[str]:
    """Return the first words of unnumbered clauses that follow a short line, without a blank one."""
    return frozenset(
        first_word(line.words)
        for before, line in pairwise(lines)
        if width and not (line.gap or line.whole or starts_small(line.words))
        if goes_on(before.words) and _fits(before, line, width) and read_marker(line.words[:60]) is None
    )


class _Joiner:
    """Goes through the lines with one paragraph open."""

    def __init__(
        self, phrases: Sayings, width: int, alphabets: tuple[str, ...], openings: frozenset[str], bare: bool
    ) -> None:
        self.done: list[Paragraph] = []
        self._phrases = phrases
        self._width = width
        self._alphabets = alphabets
        self._series = Series(bare)
        self._pieces = Pieces()
        self._opening: tuple[Line, Marker | None] | None = None
        self._before: Line | None = None
        self._closed = False
        self._split = False
        self._openings = openings
        self._remarks: list[tuple[str, Parameters, int]] = []

    def take(self, line: Line) -> None:
        """Take the next line."""
        words = line.words
        marker, length = self._marker(line, words)
        alone = bool(line.heading) or words in self._phrases
        if marker or alone or self._begins(line, words):
            self.close()
            self._opening = (line, marker)
            if self._split:
                self._remarks.append(("split", (("text", " ".join(words[:80].split()[:6])),), line.number))
                self._split = False
            if line.label and not marker:
                self._pieces.add((Run(f"{line.label} "),))
            self._pieces.add(after(line.text, length))
            if marker:
                self._series.take(marker)
        else:
            self._go_on(line, words)
        self._closed = alone
        self._before = line

    def _go_on(self, line: Line, words: str) -> None:
        assert self._before is not None
        before = self._before.words
        between = LINE_BREAK if self._before.breaks else joint(before, words)
        self._pieces.add(line.text, between)
        if not between:
            word = f"{before[-40:].split()[-1]}{words[:40].split()[0]}"
            self._remarks.append(("joined-hyphen", (("word", word),), line.number))

    def close(self) -> None:
        """End the open paragraph."""
        if self._opening and self._before:
            line, marker = self._opening
            text = self._pieces.text()
            self.done.append(
                Paragraph(
                    text, flatten(text), line.number, self._before.number, marker,
                    line.indent, line.page, line.heading, line.level, tuple(self._remarks),
                )
            )  # fmt: skip
        self._pieces, self._opening, self._remarks = Pieces(), None, []

    def _begins(self, line: Line, words: str) -> bool:
        """Return whether an unnumbered line begins a paragraph."""
        before = self._before
        if before is None or self._closed or self._opening is None:
            return True
        if self._opening[1] and not self._pieces:
            return False  # its number stands on a line of its own
        if line.gap or line.page or line.whole or before.whole:
            return True
        if before.breaks:
            return False
        ended = finished(before.words)
        if self._opening[1] and line.indent > self._opening[0].indent and starts_small(words):
            return False  # below the words after a number
        if (starts_small(words) or _is_dash(words)) and (self._width or not ended):
            return False
        if not self._width or _fits(before, line, self._width):
            return True
        return ended and not starts_small(words) and self._may_begin(line, before)

    def _may_begin(self, line: Line, before: Line) -> bool:
        """Return whether a capital after a full line with a mark begins an unnumbered clause.

        It does after a semicolon. After a comma ("in Graz, / Austria, and") it does where other such clauses follow
        each other without a blank line.
        """
        assert self._opening is not None
        if self._opening[1] or not goes_on(before.words):
            return False
        if not separates(before.words) and first_word(line.words) not in self._openings:
            if not self._openings:
                return False
            self._split = True
        return True

    def _marker(self, line: Line, words: str) -> tuple[Marker | None, int]:
        """Return the number that `line` begins with, if it is one, and how long it is."""
        if line.label:
            found = read_marker(line.label, self._alphabets)
            return (found[0] if found else None), 0
        if line.heading:
            return None, 0
        found = read_marker(words[:60], self._alphabets)
        if found is None or not self._is_number(line, found[0], words[found[1] :]):
            return None, 0
        return found[0], min(found[1], len(words))

    def _is_number(self, line: Line, marker: Marker, rest: str) -> bool:
        before = self._before
        fit = self._series.fit(marker)
        if not marker.dress and not marker.suffix:
            alone = not before or self._closed or _ended(before)
            return fit in ("next", "first") and not line.page and not starts_small(rest) and alone
        starts = before is None or line.gap or line.page or line.whole or self._closed or before.breaks
        if starts:
            return fit in ("next", "first") or (fit == "jump" and marker.value <= HIGHEST)
        assert before is not None
        if _ended(before):
            return fit in ("next", "first", "jump")
        if marker.is_bullet and marker.dress in _DASHES and not self._in_dashes(line, marker):
            return False
        if self._width and not _fits(before, line, self._width):
            return fit == "next" and not marker.is_bullet
        return fit in ("next", "first")

    def _in_dashes(self, line: Line, marker: Marker) -> bool:
        """Return whether a dash goes on a list whose lines end without a mark; else it stands inside a sentence."""
        if self._opening is None:
            return False
        first, dash = self._opening
        return dash is not None and dash.dress == marker.dress and first.indent <= line.indent


def _is_dash(words: str) -> bool:
    return words[:1] in _DASHES and words[1:2].isspace()


def _ended(line: Line) -> bool:
    words = line.words
    return finished(words) or introduces(words) or bool(line.heading)
