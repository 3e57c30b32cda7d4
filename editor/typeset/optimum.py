"""The lines that make the best whole of a justified paragraph.

The method is Knuth and Plass's (Breaking Paragraphs into Lines, 1981), with its candidates found by bisection: of each
place where a line may begin, only the few tokens around the end of the line are looked at.
"""

from bisect import bisect_right
from heapq import heappop, heappush
from math import inf

from msgspec import Struct

from editor.typeset.cuts import SLACK, Cut, Measure, prefixes
from editor.typeset.hyphens import Hyphens
from editor.typeset.material import FREELY, NEVER, Material

STRETCH, SHRINK = 0.6, 0.2
"""By how much of itself a word space may well grow and shrink."""

_TOLERANCE = _POOR = 2.2
"""Up to how loose lines are compared, and from when on a paragraph is worth a hyphen; in units of STRETCH.

With 2.2 one line in twenty of the sample ends in a hyphen and one in ten gains more than 2 points a space (one in seven
without hyphens); 1.6 would cut half as many words again for little.
"""

_LINE, _HYPHEN, _TWO_HYPHENS, _BOUND, _STUMP = 10.0, 3_000.0, 10_000.0, 2_000_000.0, 2_000.0
_LAST_HYPHEN = 150_000.0
"""A word parted into the last line looks lost there: worth a loose line, not a very loose one."""

_LOOSEST = 20.0


class _Node(Struct, gc=False):
    """A place where a line may begin: the cheapest way to it, and its token with how much of that stands before it.

    `width` is that of the line before. The lines themselves are made only for the way that is chosen.
    """

    cost: float
    before: "_Node | None"
    token: int
    skip: int
    begin: float
    width: float


class Optimum:
    """The search for the lines with the least demerits; `poor` tells that a line came out loose or badly broken.

    The cheapest place so far is always followed first, so that none is that costs more than the whole paragraph. Of
    ways that cost the same the one with the longer last line is taken.
    """

    def __init__(self, material: Material, measure: Measure, hyphens: Hyphens | None = None) -> None:
        self._material = material
        self._ends, self._gaps, self._after = material.ends, material.gaps, material.after
        self._first, self._rest = measure.first, measure.rest
        self._hyphens = hyphens
        space = material.look.face.advance(" ")
        self._stretch, self._shrink = space * STRETCH, space * SHRINK
        self._nodes = {0.0: _Node(0.0, None, 0, 0, 0.0, 0.0)}
        self._waiting = [(0.0, 0.0)]
        self._best = _Node(inf, None, 0, 0, 0.0, 0.0)

    def find(self) -> list[Cut]:
        """Return the lines."""
        nodes, waiting = self._nodes, self._waiting
        while waiting and waiting[0][0] <= self._best.cost:
            cost, begin = heappop(waiting)
            node = nodes[begin]
            if node.cost == cost:  # not if a cheaper way there has been found since
                self._extend(node)
        lines: list[Cut] = []
        node = self._best
        while node.before is not None:
            start = node.before
            last = node.token if node.skip else node.token - 1
            lines.append(Cut(start.token, start.skip, last, node.skip, start.begin, node.width))
            node = start
        return lines[::-1]

    @property
    def poor(self) -> bool:
        """Return whether hyphens might improve on what was found."""
        worst = (_LINE + 100.0 * _POOR**3) ** 2
        node: _Node | None = self._best
        while node is not None and node.before is not None:
            if node.cost - node.before.cost > worst:
                return True
            node = node.before
        return False

    def _extend(self, node: _Node) -> None:
        """Consider the lines that begin at `node`: the fullest in any case, looser ones as far as is tolerable."""
        ends, gaps, after, token = self._ends, self._gaps, self._after, node.token
        edge = node.begin + (self._first if node.before is None else self._rest)
        final = len(ends) - 1
        fitting = bisect_right(ends, edge + SLACK, token) - 1
        if fitting == final:
            self._finish(node)
            return
        before = gaps[token]
        found = False
        last = fitting + 1
        while last <= final and ends[last] - edge <= (shrink := self._shrink * (gaps[last] - before)):
            if last == final:
                self._finish(node)
            elif after[last] == FREELY:
                squeezed = (ends[last] - edge) / (shrink or 1.0)
                self._reach(node, last, (_LINE + 100.0 * squeezed**3) ** 2)
                found = True
            last += 1
        if self._hyphens is not None:
            self._hyphenate(node, fitting)
        for last in range(fitting, token - 1, -1):
            kind = after[last]
            if kind == NEVER:
                continue
            spaces = gaps[last] - before
            ratio = (edge - ends[last]) / (self._stretch * spaces) if spaces else _LOOSEST
            if ratio > _TOLERANCE:
                if found:
                    return
                ratio = min(ratio, _LOOSEST)
            badness = _LINE + 100.0 * ratio * ratio * ratio
            if kind == FREELY:
                found = True
                self._reach(node, last, badness * badness)
            else:
                self._reach(node, last, badness * badness + _BOUND)
        if not found and token <= fitting and after[fitting] == NEVER:
            self._reach(node, max(fitting, token), _LOOSEST * _BOUND)

    def _reach(self, node: _Node, last: int, demerits: float) -> None:
        """Let a line from `node` end with token `last`, if that is the cheapest way to what follows."""
        begin = self._material.starts[last + 1]
        self._note(node, last + 1, 0, begin, self._ends[last] - node.begin, node.cost + demerits)

    def _note(self, node: _Node, token: int, skip: int, begin: float, width: float, cost: float) -> None:
        """Let a line from `node` that is `width` wide end before `begin`, if that is the cheapest way there."""
        known = self._nodes.get(begin)
        if known is None or cost < known.cost:
            heappush(self._waiting, (cost, begin))
        elif not _is_tied(known, node, cost):
            return
        self._nodes[begin] = _Node(cost, node, token, skip, begin, width)

    def _hyphenate(self, node: _Node, fitting: int) -> None:
        """Consider the lines from `node` that end inside a word at the end of the line."""
        token = fitting + 1
        self._hyphenate_word(node, token)
        while token > node.token and self._material.after[token - 1] != FREELY:
            token -= 1
            self._hyphenate_word(node, token)

    def _hyphenate_word(self, node: _Node, token: int) -> None:
        material = self._material
        assert self._hyphens is not None
        inside = token == node.token
        spaces = self._gaps[token] - self._gaps[node.token]
        room = self._first if node.before is None else self._rest
        for take, width, rest in prefixes(material, token, node.skip if inside else 0, self._hyphens):
            width += 0.0 if inside else material.starts[token] - node.begin
            left = room - width
            ratio = left / (spaces * (self._stretch if left > 0 else self._shrink)) if spaces else _LOOSEST
            if -1.0 <= ratio <= _LOOSEST:
                hyphens = _TWO_HYPHENS if node.skip else _HYPHEN
                cost = node.cost + (_LINE + 100.0 * abs(ratio) ** 3) ** 2 + hyphens
                self._note(node, token, take, self._ends[token] - rest, width, cost)

    def _finish(self, node: _Node) -> None:
        """Consider the rest of the paragraph as its last line; one of a few letters, or of half a word, looks lost."""
        width = self._ends[-1] - node.begin
        cost = node.cost + (_STUMP if width < self._rest / 15 else 0.0) + (_LAST_HYPHEN if node.skip else 0.0)
        if cost < self._best.cost or _is_tied(self._best, node, cost):
            self._best = _Node(cost, node, len(self._ends), 0, inf, width)


def _is_tied(known: _Node, node: _Node, cost: float) -> bool:
    """Return whether the way over `node` costs as much as the `known` one, and its last line is longer."""
    return known.cost == cost and known.before is not None and node.begin < known.before.begin
