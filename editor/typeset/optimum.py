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
_LOOSEST = 20.0


class _Node(Struct, gc=False):
    """A place where a line may begin: the cheapest way to it, its token and how much of that is in the line before."""

    cost: float
    before: "_Node | None"
    line: Cut | None
    token: int
    skip: int
    begin: float
    room: float


class Optimum:
    """The search for the lines with the least demerits; `poor` tells that a line came out loose or badly broken."""

    def __init__(self, material: Material, measure: Measure, hyphens: Hyphens | None) -> None:
        self._material = material
        self._rest = measure.rest
        self._hyphens = hyphens
        space = material.look.face.advance(" ")
        self._stretch, self._shrink = space * STRETCH, space * SHRINK
        self._nodes: dict[float, _Node] = {0.0: _Node(0.0, None, None, 0, 0, 0.0, measure.first)}
        self._waiting = [0.0]
        self._best = _Node(inf, None, None, 0, 0, 0.0, 0.0)

    def find(self) -> list[Cut]:
        """Return the lines."""
        while self._waiting:
            node = self._nodes[heappop(self._waiting)]
            if node.cost < self._best.cost:
                self._extend(node)
        lines: list[Cut] = []
        last: _Node | None = self._best
        while last is not None and last.line is not None:
            lines.append(last.line)
            last = last.before
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
        material, token, begin = self._material, node.token, node.begin
        ends, gaps, after = material.ends, material.gaps, material.after
        edge = begin + node.room
        count = len(ends)
        fitting = bisect_right(ends, edge + SLACK, token) - 1
        if fitting == count - 1:
            self._finish(node)
            return
        before = gaps[token]
        found = False
        last = fitting + 1
        while last < count and ends[last] - edge <= self._shrink * (gaps[last] - before):
            if last == count - 1:
                self._finish(node)
            elif after[last] == FREELY:
                squeezed = (ends[last] - edge) / (self._shrink * (gaps[last] - before) or 1.0)
                self._reach(node, last, (_LINE + 100.0 * squeezed**3) ** 2)
                found = True
            last += 1
        if self._hyphens is not None:
            self._hyphenate(node, fitting)
        for last in range(fitting, token - 1, -1):
            if after[last] == NEVER:
                continue
            spaces = gaps[last] - before
            ratio = (edge - ends[last]) / (self._stretch * spaces) if spaces else _LOOSEST
            if ratio > _TOLERANCE:
                if found:
                    return
                ratio = min(ratio, _LOOSEST)
            badness = _LINE + 100.0 * ratio * ratio * ratio
            if after[last] == FREELY:
                found = True
                self._reach(node, last, badness * badness)
            else:
                self._reach(node, last, badness * badness + _BOUND)
        if not found and token <= fitting and after[fitting] == NEVER:
            self._reach(node, max(fitting, token), _LOOSEST * _BOUND)

    def _reach(self, node: _Node, last: int, demerits: float) -> None:
        """Let a line from `node` end with token `last`, if that is the cheapest way to what follows."""
        begin = self._material.starts[last + 1]
        known = self._nodes.get(begin)
        cost = node.cost + demerits
        if known is None:
            heappush(self._waiting, begin)
        elif known.cost <= cost:
            return
        line = Cut(node.token, node.skip, last, 0, node.begin, self._material.ends[last] - node.begin)
        self._nodes[begin] = _Node(cost, node, line, last + 1, 0, begin, self._rest)

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
        spaces = material.gaps[token] - material.gaps[node.token]
        for take, width, rest in prefixes(material, token, node.skip if inside else 0, self._hyphens):
            width += 0.0 if inside else material.starts[token] - node.begin
            left = node.room - width
            ratio = left / (spaces * (self._stretch if left > 0 else self._shrink)) if spaces else _LOOSEST
            if not -1.0 <= ratio <= _LOOSEST:
                continue
            hyphens = _TWO_HYPHENS if node.skip else _HYPHEN
            cost = node.cost + (_LINE + 100.0 * abs(ratio) ** 3) ** 2 + hyphens
            begin = material.ends[token] - rest
            known = self._nodes.get(begin)
            if known is None:
                heappush(self._waiting, begin)
            elif known.cost <= cost:
                continue
            line = Cut(node.token, node.skip, token, take, node.begin, width)
            self._nodes[begin] = _Node(cost, node, line, token, take, begin, self._rest)

    def _finish(self, node: _Node) -> None:
        """Consider the rest of the paragraph as its last line; one of a few letters looks lost."""
        last = len(self._material.ends) - 1
        width = self._material.ends[last] - node.begin
        cost = node.cost + (_STUMP if width < self._rest / 15 else 0.0) + (_HYPHEN if node.skip else 0.0)
        if cost < self._best.cost:
            self._best = _Node(cost, node, Cut(node.token, node.skip, last, 0, node.begin, width), last, 0, inf, 0.0)
