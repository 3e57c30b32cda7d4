"""Which line of a source is which line of a template's sheet: the alignment in order that says most."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from editor.importing.sheets import Captures, CoverReader, Shape
from editor.templating.patterns import Placeholder

_FREE = -0.5
"""What a line of free text alone is worth: nothing says that it is one."""

_BESIDE_FREE = 1.0
_BESIDE = 0.75
"""What it adds that the line before is the one that the sheet has before."""

_GOES_ON = 0.4
"""What a further line of the same text is worth, in a block of lines."""


class FrontLine(Struct, frozen=True):
    """A line before the body: its words, and whether it belongs to a block with the line before it."""

    text: str
    attached: bool


class Match(Struct, frozen=True):
    """The lines from `first` to `last` (positions) are one or two lines of the sheet, with `captures` in them."""

    first: int
    last: int
    captures: Captures


class _Step(Struct, frozen=True):
    """The best way to here: its worth, what the last line was read as, and the way before that."""

    worth: float
    match: Match | None = None
    before: "_Step | None" = None


_NOWHERE = _Step(0.0)


def align(lines: Sequence[FrontLine], sheet: Sequence[Shape], reader: CoverReader) -> tuple[float, tuple[Match, ...]]:
    """Return the worth of the best alignment of `lines` with `sheet`, and what was read, in order.

    Lines and shapes may be left out; a line may be two shapes (label and value), two lines one shape, and free text may
    take several lines. Time is the number of lines times that of shapes.
    """
    if not any(_certain(reader, shape, line.text) for line in lines for shape in sheet):
        return 0.0, ()
    words = {literal for shape in sheet if (literal := shape.literal)}
    table = _Table(lines, sheet, reader, words)
    step: _Step | None = table.fill()
    worth = step.worth if step else 0.0
    found: list[Match] = []
    while step:
        if step.match:
            found.append(step.match)
        step = step.before
    return worth, tuple(reversed(found))


def _certain(reader: CoverReader, shape: Shape, text: str) -> bool:
    found = reader.read(shape, text)
    return found is not None and found[0] >= 1


class _Table:
    """The alignment's table: `ending[j]` ends with the line before matched to shape j, `best[i][j]` ends anywhere."""

    def __init__(
        self, lines: Sequence[FrontLine], sheet: Sequence[Shape], reader: CoverReader, words: set[str]
    ) -> None:
        self._lines = lines
        self._sheet = sheet
        self._reader = reader
        self._free = [_is_free(shape, reader) for shape in sheet]
        self._pairs = [None, *(first.followed_by(second) for first, second in pairwise(sheet))]
        self._barred = [self._is_barred(line.text) for line in lines]
        self._best: list[list[_Step]] = []
        self._words = words

    def _is_barred(self, text: str) -> bool:
        """Return whether a line says what it is, so that it cannot be free text."""
        return any(
            not free and self._reader.read(shape, text) for free, shape in zip(self._free, self._sheet, strict=True)
        )

    def fill(self) -> _Step:
        """Go through all lines and return the best way to the end."""
        ending: list[_Step | None] = [None] * len(self._sheet)
        for at in range(len(self._lines)):
            row: list[_Step] = []
            now: list[_Step | None] = []
            for place in range(len(self._sheet)):
                step = self._ending(at, place, ending)
                now.append(step)
                options = [self._before(at - 1, place), row[-1] if row else _NOWHERE]
                row.append(max([*options, step] if step else options, key=_worth))
            self._best.append(row)
            ending = now
        return self._best[-1][-1]

    def _before(self, at: int, place: int) -> _Step:
        return self._best[at][place] if at >= 0 and place >= 0 else _NOWHERE

    def _ending(self, at: int, place: int, ending: list[_Step | None]) -> _Step | None:
        """Return the best way in which line `at` is shape `place`."""
        steps = [
            self._single(at, place, ending[place - 1] if place else None),
            self._going_on(at, place, ending[place]),
        ]
        if at and self._lines[at].attached and not self._free[place]:
            steps.append(self._spanning(self._sheet[place], at - 1, at, place - 1))
        pair = self._pairs[place]
        if pair and pair.weight > 1:
            steps.append(self._spanning(pair, at, at, place - 2))
            if at and self._lines[at].attached:
                steps.append(self._spanning(pair, at - 1, at, place - 2))
        return max((step for step in steps if step), key=_worth, default=None)

    def _single(self, at: int, place: int, beside: _Step | None) -> _Step | None:
        free = self._free[place]
        found = self._reader.read(self._sheet[place], self._lines[at].text)
        if found is None or (free and self._barred[at]):
            return None
        worth = found[0] + (_FREE if free else 0)
        match = Match(at, at, found[1])
        step = self._after(self._before(at - 1, place - 1), worth, match)
        if beside:
            other = self._after(beside, worth + (_BESIDE_FREE if free else _BESIDE), match)
            step = max(step, other, key=_worth)
        return step

    def _spanning(self, shape: Shape, first: int, last: int, place: int) -> _Step | None:
        """Return the way in which the lines from `first` to `last` are a `shape`, after shapes up to `place`."""
        text = " ".join(line.text for line in self._lines[first : last + 1])
        found = self._reader.read(shape, text)
        return self._after(self._before(first - 1, place), found[0], Match(first, last, found[1])) if found else None

    def _going_on(self, at: int, place: int, ending: _Step | None) -> _Step | None:
        """Return the way in which line `at` is one more line of the free text that the line before is."""
        parts = self._sheet[place].parts
        if (
            ending is None
            or ending.match is None
            or self._barred[at]
            or len(parts) != 1
            or not self._lines[at].attached
        ):
            return None
        placeholder = parts[0]
        if not isinstance(placeholder, Placeholder) or self._reader.type_of(placeholder) not in ("text", "choice"):
            return None
        before = ending.match
        text = f"{before.captures[0][1]} {self._lines[at].text}"
        found = self._reader.read(self._sheet[place], text)
        if found is None:
            return None
        return _Step(ending.worth + found[0] + _GOES_ON, Match(before.first, at, ((placeholder, text),)), ending.before)

    @staticmethod
    def _after(before: _Step, worth: float, match: Match) -> _Step:
        return _Step(before.worth + worth, match, before)


def _worth(step: _Step) -> float:
    return step.worth


def _is_free(shape: Shape, reader: CoverReader) -> bool:
    """Return whether anything could stand in a line of `shape`."""
    if shape.weight or len(shape.parts) != 1 or not isinstance(shape.parts[0], Placeholder):
        return False
    return reader.type_of(shape.parts[0]) in ("text", "choice", "person", "country", "given", "family", "honorific")
