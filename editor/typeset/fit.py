"""Choosing where lines end: the first fit for ragged text, the best for the whole paragraph where it is justified."""

from bisect import bisect_right

from editor.compose.composition import Align
from editor.typeset.cuts import SLACK, Cut, Measure, prefixes
from editor.typeset.hyphens import Hyphens
from editor.typeset.material import FREELY, SELDOM, Material
from editor.typeset.optimum import Optimum

MOST = 6.0
"""How much of itself a word space may grow by at most; a line that would need more stays short."""

_HALVINGS = 7
"""Steps by which the narrowest measure for centred lines is found, to a hundredth of its width."""

_RAGGED_FULL = 0.7
"""How full a ragged line has to be for a word not to be cut, nor things that belong together parted."""


def fit(material: Material, measure: Measure, align: Align, hyphens: Hyphens | None) -> list[Cut]:
    """Return the lines of `material`; hyphenated only if `hyphens` are given."""
    if material.ends[-1] <= measure.first:
        return [Cut(0, 0, len(material.ends) - 1, 0, 0.0, material.ends[-1])]
    if align == "centre":
        return _balanced(material, measure)
    if align != "justify":
        return _first_fit(material, measure, hyphens)
    optimum = Optimum(material, measure)
    lines = optimum.find()
    if hyphens is not None and optimum.poor:
        return Optimum(material, measure, hyphens).find()
    return lines


def _balanced(material: Material, measure: Measure) -> list[Cut]:
    """Return as few lines as there need be, made as equal as their words allow."""
    lines = _first_fit(material, measure, None)
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        narrower = _first_fit(material, Measure(measure.first * share, measure.rest * share), None)
        if len(narrower) > len(lines) or any(line.width > measure.rest * share + SLACK for line in narrower):
            low = share
        else:
            lines, high = narrower, share
    return lines


def _first_fit(material: Material, measure: Measure, hyphens: Hyphens | None) -> list[Cut]:
    """Return lines each as full as it can be; a word is hyphenated only where much of the line would stay empty."""
    ends, starts = material.ends, material.starts
    lines: list[Cut] = []
    count = len(ends)
    token = skip = 0
    begin = 0.0
    room = measure.first
    while token < count:
        last = bisect_right(ends, begin + room + SLACK, token) - 1
        if last < count - 1:
            if last < token or material.after[last] != FREELY:
                last = _last_end(material, token, max(last, token), begin, room)
            if hyphens is not None and ends[last] - begin < room * _RAGGED_FULL:
                cut = _hyphenated(material, Cut(token, skip, last + 1, 0, begin, room), hyphens)
                if cut is not None:
                    line, begin = cut
                    lines.append(line)
                    token, skip, room = line.last, line.take, measure.rest
                    continue
        lines.append(Cut(token, skip, last, 0, begin, ends[last] - begin))
        token, skip, room = last + 1, 0, measure.rest
        begin = starts[token]
    return lines


def _last_end(material: Material, token: int, last: int, begin: float, room: float) -> int:
    """Return the token to end a line with: the last that may, unless that leaves the line much too short."""
    seldom = -1
    for place in range(last, token - 1, -1):
        after = material.after[place]
        if after == FREELY:
            short = seldom >= 0 and material.ends[place] - begin < room * _RAGGED_FULL
            return seldom if short else place
        if after == SELDOM and seldom < 0:
            seldom = place
    return seldom if seldom >= 0 else last


def _hyphenated(material: Material, line: Cut, hyphens: Hyphens) -> tuple[Cut, float] | None:
    """Return `line` with as much of its last token as fits its width, and where the next line begins."""
    token = line.last
    offset = material.starts[token] - line.begin
    fitting = [row for row in prefixes(material, token, 0, hyphens) if offset + row[1] <= line.width]
    if not fitting or token == line.first:
        return None
    take, width, rest = fitting[-1]
    return Cut(line.first, line.skip, token, take, line.begin, offset + width), material.ends[token] - rest
