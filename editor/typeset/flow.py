"""Filling pages with units from top to bottom: what stays together, what moves on, and footnotes at the foot."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from editor.typeset.layout import Passage, Rule
from editor.typeset.units import Unit

STROKE_GAP, STROKE, STROKE_THICKNESS = 12.0, 100.0, 0.5
"""Points between text and footnotes, the length of the stroke between them and its thickness."""

_ABOVE_STROKE = 6.0
_SLACK = 0.01
_LEAST = 2


class Notes(Protocol):
    """The footnotes of a section, as lines of equal leading."""

    leading: float

    def count(self, note: str) -> int:
        """Return how many lines `note` has."""

    def emit(self, note: str, first: int, count: int, y: float) -> list[Passage]:
        """Return lines `first` to `first + count` of `note` set with their top at `y`."""


class Frame(Struct, frozen=True):
    """The part of a page that text fills: its top and bottom from the sheet's top, its left edge."""

    top: float
    bottom: float
    left: float


class Placed(Struct, gc=False):
    """Rows of a unit on the page being filled."""

    index: int
    first: int
    count: int
    y: float


Filled = tuple[list[Passage], list[Rule]]
Rest = tuple[str, int]
"""A footnote and how many of its lines stand on earlier pages."""


class Flow:
    """Fills pages of one `frame` with `units`, in order."""

    def __init__(self, units: Sequence[Unit], frame: Frame, notes: Notes) -> None:
        self._units = units
        self._frame = frame
        self._notes = notes
        self._carried: list[Rest] = []

    def pages(self) -> Iterator[Filled]:
        """Yield what stands on each page; one empty page if there is nothing."""
        index = row = 0
        started = False
        while index < len(self._units) or self._carried or not started:
            placed, index, row = self._fill(index, row, not started)
            started = True
            yield self._finished(placed)

    def _fill(self, index: int, row: int, opening: bool) -> tuple[list[Placed], int, int]:
        """Place rows from `row` of unit `index` on a page; return them and where the next page begins."""
        placed: list[Placed] = []
        y = self._frame.top
        notes = list(self._carried)
        while index < len(self._units):
            unit = self._units[index]
            gap = self._gap(index) if placed else (unit.before if opening and row == 0 else 0.0)
            top = y + gap + (unit.head if row else 0.0)
            rest = len(unit.tops) - 1 - row
            fitting, whole = self._fitting(unit, row, top, notes)
            if fitting == rest and whole:
                placed.append(Placed(index, row, rest, y + gap))
                y = top + unit.tops[-1] - unit.tops[row]
                index, row = index + 1, 0
                continue
            count = rest if fitting == rest else unit.legal(row, fitting)
            if count:
                placed.append(Placed(index, row, count, y + gap))
                return (placed, index + 1, 0) if count == rest else (placed, index, row + count)
            if not placed:
                if notes and not fitting:
                    return placed, index, row  # a page of footnotes that go on
                count = max(fitting, 1)
                return [Placed(index, row, count, y + gap)], *(
                    (index + 1, 0) if count == rest else (index, row + count)
                )
            return self._parted(placed, index)
        return placed, index, row

    def _gap(self, index: int) -> float:
        """Return the space between a unit and the one before it."""
        return max(self._units[index - 1].after, self._units[index].before)

    def _parted(self, placed: list[Placed], index: int) -> tuple[list[Placed], int, int]:
        """End the page before unit `index`, or before what must stand with it."""
        kept = list(placed)
        row = 0
        while kept and self._units[kept[-1].index].keep:
            last = kept.pop()
            unit = self._units[last.index]
            total = len(unit.tops) - 1
            count = unit.legal(last.first, total - last.first - 1)
            if 0 < count < total - last.first:
                return [*kept, Placed(last.index, last.first, count, last.y)], last.index, last.first + count
            index, row = last.index, last.first
        if kept:
            return kept, index, row
        return placed, placed[-1].index + 1, 0  # all of the page wants to stand together: it has to end somewhere

    def _fitting(self, unit: Unit, row: int, top: float, notes: list[Rest]) -> tuple[int, bool]:
        """Return how many rows from `row` fit, and whether their footnotes do wholly; add these to `notes`."""
        tops = unit.tops
        total = len(tops) - 1
        up = tops[row] - top
        if not unit.notes:
            limit = self._frame.bottom - self._foot(notes) + _SLACK
            if tops[total] - up <= limit:
                return total - row, True
            count = 0
            while tops[row + count + 1] - up <= limit:
                count += 1
            return count, True
        bottom = self._frame.bottom + _SLACK
        for place in range(row, total):
            added = [(note, 0) for note in unit.notes.get(place, ())]
            if tops[place + 1] - up + self._foot([*notes, *added]) > bottom:
                room = bottom - self._foot([*notes, *added], split=True) + up
                count = _least(unit, row, place, room) if added else 0
                notes += added if count else []
                return (count, False) if count else (place - row, True)
            notes += added
        return total - row, True

    def _foot(self, notes: list[Rest], split: bool = False) -> float:
        """Return how high `notes` are; with `split`, if only the first lines of the last stand on this page."""
        if not notes:
            return 0.0
        counts = [self._notes.count(note) - first for note, first in notes]
        if split and counts[-1] >= 2 * _LEAST:
            counts[-1] = _LEAST
        return STROKE_GAP + sum(counts) * self._notes.leading

    def _finished(self, placed: list[Placed]) -> Filled:
        passages: list[Passage] = []
        rules: list[Rule] = []
        notes, self._carried = self._carried, []
        y = self._frame.top
        for one in placed:
            unit = self._units[one.index]
            found, drawn = unit.emit(one.first, one.count, one.y)
            passages += found
            rules += drawn
            y = one.y + (unit.head if one.first else 0.0) + unit.tops[one.first + one.count] - unit.tops[one.first]
            if unit.notes:
                for place in range(one.first, one.first + one.count):
                    notes += [(note, 0) for note in unit.notes.get(place, ())]
        if notes:
            self._foot_of_page(notes, self._frame.bottom - y, passages, rules)
        return passages, rules

    def _foot_of_page(self, notes: list[Rest], room: float, passages: list[Passage], rules: list[Rule]) -> None:
        """Set as many lines of `notes` as there is room for at the foot of the page; carry the others over."""
        lines = max(int((room - STROKE_GAP + _SLACK) / self._notes.leading), 1)
        here: list[tuple[str, int, int]] = []
        for note, first in notes:
            count = min(self._notes.count(note) - first, lines)
            if count:
                here.append((note, first, count))
            if first + count < self._notes.count(note):
                self._carried.append((note, first + count))
            lines -= count
        y = self._frame.bottom - sum(count for _, _, count in here) * self._notes.leading
        stroke = y - STROKE_GAP + _ABOVE_STROKE
        rules.append(Rule(self._frame.left, stroke, self._frame.left + STROKE, stroke, STROKE_THICKNESS))
        for note, first, count in here:
            passages += self._notes.emit(note, first, count, y)
            y += count * self._notes.leading


def _least(unit: Unit, row: int, place: int, bottom: float) -> int:
    """Return how few rows from `row` may end a page with row `place` on it, 0 if they reach below `bottom`."""
    total = len(unit.tops) - 1
    for end in range(place + 1, min(place + 2 * _LEAST, total) + 1):
        fits = unit.tops[end] <= bottom and not any(unit.notes.get(later) for later in range(place + 1, end))
        if fits and (end == total or unit.legal(row, end - row) == end - row):
            return end - row
    return 0
