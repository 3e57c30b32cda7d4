"""Bars in the margin beside what changed: for readers who look for changes, and for those who see no colours."""

from collections.abc import Iterator

from editor.compose.composition import Paragraph, Section
from editor.typeset.flow import Filled
from editor.typeset.layout import Line, Passage, Rule

_LEFT, _STROKE = 7.0, 1.2
"""Points: how far left of the text a bar stands, clear of line numbers, and how thick it is."""

_ABOVE = 0.8
"""How far above its baseline the bar of a line begins, as a share of the leading; the rest is below."""


def barred(section: Section, left: float, filled: Iterator[Filled]) -> Iterator[Filled]:
    """Yield the pages with a bar beside every line that changed; `left` is where the text begins."""
    for passages, rules in filled:
        edges = sorted(edge for passage in passages for edge in _edges(section, passage))
        yield passages, rules + [Rule(left - _LEFT, top, left - _LEFT, end, _STROKE) for top, end in _joined(edges)]


def _edges(section: Section, passage: Passage) -> Iterator[tuple[float, float]]:
    if passage.part not in ("body", "note"):
        return
    block = section.blocks[passage.block]
    whole = isinstance(block, Paragraph) and (block.change is not None or block.reset)
    for row, line in enumerate(passage.lines):
        if (whole and passage.part == "body") or _changed(line):
            top = passage.y + (row - _ABOVE) * passage.leading
            yield top, top + passage.leading


def _changed(line: Line) -> bool:
    return not line.plain and any(piece.change for piece in line.pieces)


def _joined(edges: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield bars from top to bottom, those that touch as one."""
    top = end = -1.0
    for one, other in edges:
        if one > end + 0.5:
            if end > top:
                yield top, end
            top = one
        end = max(end, other)
    if end > top:
        yield top, end
