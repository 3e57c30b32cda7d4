"""The title of a text without a cover: headings or capitals at its start, or what stands above the phrase."""

from collections.abc import Iterator, Sequence

from editor.importing.markers import read_marker
from editor.importing.shape import Sayings, finished, introduces, is_capitals, is_name, is_title
from editor.importing.source import Line
from editor.model.text import Run

FARTHEST = 60
"""Lines from the start in which a title is looked for."""

_MASTHEAD = 160
"""Characters that a line of a masthead may have."""


def blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where each block of lines without a gap starts and ends."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].gap or lines[at].whole or lines[at].heading:
            yield start, at
            start = at


def find_title(lines: Sequence[Line], start: int, phrases: Sayings, *, opens: bool) -> tuple[int, int, int] | None:
    """Return how many lines stand before the body, and the first of them and the one after the last that are the title.

    `start` is the position before which the body begins at the latest. `opens` tells whether the template's own
    enacting phrases stand before the preamble; names of other organs are taken to do so.
    """
    farthest = min(start, FARTHEST, len(lines) - 1)
    end = _heads(lines, farthest)
    end = max(end, _masthead(lines, phrases if opens else Sayings(())))
    end = end or (_lone(lines) if start else 0)
    if not end:
        return None
    found = list(blocks(lines[:end]))
    ranks = [lines[first].heading or FARTHEST for first, _ in found]
    first, last = found[ranks.index(min(ranks))] if min(ranks) < FARTHEST else found[-1]
    return end, first, last


def _heads(lines: Sequence[Line], farthest: int) -> int:
    """Return how many lines at the start are headings, in capitals or bold."""
    end = 0
    while end < farthest and _is_head(lines[end]):
        end += 1
    return end


def _is_head(line: Line) -> bool:
    bold = all("bold" in piece.marks for piece in line.text if isinstance(piece, Run))
    return is_title(line.words) and bool(line.heading or bold or is_capitals(line.words))


def _masthead(lines: Sequence[Line], phrases: Sayings) -> int:
    """Return how many lines without a clause's end stand before a phrase that an unnumbered preamble follows."""
    for at, line in enumerate(lines[:FARTHEST]):
        words = line.words
        said = words in phrases or (is_name(words) and (introduces(words) or words.endswith(",")))
        if said and at + 1 < len(lines):
            return 0 if read_marker(lines[at + 1].words[:60]) else at
        if len(words) > _MASTHEAD or finished(words):
            return 0
    return 0


def _lone(lines: Sequence[Line]) -> int:
    """Return 1 if the first line looks like a title and stands apart from a text that has clauses' ends, else 0."""
    apart = len(lines) > 2 and lines[1].gap and is_title(lines[0].words)
    return int(apart and not read_marker(lines[0].words[:60]) and finished(lines[1].words))
