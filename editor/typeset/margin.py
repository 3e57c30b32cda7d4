"""Remarks in a column beside the text: each at the first line of its clause, or as near to it as there is room."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from editor.compose.composition import Comment, Page, Paragraph, Section, Words
from editor.typeset.flow import Filled
from editor.typeset.layout import Line, Part, Passage, Rule
from editor.typeset.runs import BREAK
from editor.typeset.setter import REMARK_STYLE, Setter
from editor.typeset.units import LEAST

_MM = 72 / 25.4
_WIDTH, _OUTER, _APART = 45 * _MM, 10 * _MM, 4 * _MM
"""Points: the column of remarks, what stays free of the sheet at its right, and the least space at its left."""

_STROKE, _STROKE_GAP = 0.5, 5.0
"""Points: the stroke at the left of a remark and its distance from the words."""

_SLACK = 0.01


def remarked(section: Section) -> bool:
    """Return whether there are remarks on `section`."""
    return any(map(_comments, section.blocks))


def right_edge(page: Page, section: Section) -> float:
    """Return where the text of `section` ends: at the margin, or before a column of remarks."""
    margin = page.width - page.right
    return min(margin, _left(page) - _APART) if remarked(section) else margin


class _Remark(Struct, frozen=True, gc=False):
    """The lines of a remark still to be set, with the top they should have; `first` of its lines are set already."""

    block: int
    part: Part
    lines: tuple[Line, ...]
    top: float
    first: int = 0


class Margin:
    """Sets the remarks on one section between `top` and `bottom` of its pages."""

    def __init__(self, setter: Setter, number: int, section: Section, top: float, bottom: float) -> None:
        self._setter = setter
        self._number = number
        self._section = section
        self._top, self._bottom = top, bottom
        self._left = _left(setter.composition.page)
        style = setter.style(REMARK_STYLE.name)
        self._leading, self._gap = style.leading, max(style.before, style.after)
        self._drop, self._indent = setter.drop(REMARK_STYLE.name), _STROKE_GAP + style.indent
        self._carried: list[_Remark] = []

    def beside(self, filled: Iterator[Filled]) -> Iterator[Filled]:
        """Yield the pages with their remarks, and further pages while there are remarks left."""
        for passages, rules in filled:
            yield self._page(passages, rules)
        while self._carried:
            yield self._page([], [])

    def _page(self, passages: list[Passage], rules: list[Rule]) -> Filled:
        wanted = [replace(one, top=self._top) for one in self._carried]
        wanted += [remark for passage in passages for remark in self._remarks(passage)]
        here, self._carried = self._parted(wanted)
        by_block: dict[int, list[Passage]] = {}
        for remark, top in zip(here, self._tops(here), strict=True):
            by_block.setdefault(remark.block, []).append(self._passage(remark, top))
            rules.append(Rule(self._left, top, self._left, top + self._height(remark), _STROKE))
        beginning = {passage.block for passage in passages if passage.part == "body"}
        found = [one for block, column in by_block.items() if block not in beginning for one in column]
        for passage in passages:
            found.append(passage)
            if passage.part == "body":
                found += by_block.pop(passage.block, ())
        return found, rules

    def _remarks(self, passage: Passage) -> Iterator[_Remark]:
        """Yield the remarks on the clause that begins with `passage`."""
        if passage.part != "body" or passage.cell is not None or passage.first:
            return
        paragraph = self._section.blocks[passage.block]
        for comment in _comments(paragraph):
            head = Words(f"{comment.author}, {comment.date:%Y-%m-%d}: ", frozenset({"bold"}))
            words = Words(comment.text.replace("\n", BREAK))
            anchor = paragraph.anchor if isinstance(paragraph, Paragraph) else ""
            made = Paragraph(REMARK_STYLE.name, (head, words), anchor=anchor)
            lines = self._setter.broken(made, _WIDTH - _STROKE_GAP).lines
            part: Part = "resolved" if comment.resolved else "remark"
            yield _Remark(passage.block, part, lines, passage.y - self._drop)

    def _parted(self, wanted: list[_Remark]) -> tuple[list[_Remark], list[_Remark]]:
        """Return what of `wanted` there is room for on a page, and the rest; only what no page holds is parted."""
        whole = room = self._bottom - self._top + _SLACK
        for place, remark in enumerate(wanted):
            if self._height(remark) > room:
                count = int(room / self._leading)
                if place and (count < LEAST or self._height(remark) <= whole):
                    return wanted[:place], wanted[place:]
                count = max(count, 1)
                begun = replace(remark, lines=remark.lines[:count])
                rest = replace(remark, lines=remark.lines[count:], first=remark.first + count)
                return [*wanted[:place], begun], [*([rest] if rest.lines else []), *wanted[place + 1 :]]
            room -= self._height(remark) + self._gap
        return wanted, []

    def _tops(self, remarks: list[_Remark]) -> list[float]:
        """Return the tops of the remarks on a page: pushed down by those before, moved up where the page ends."""
        tops = []
        free = self._top
        for remark in remarks:
            tops.append(max(remark.top, free))
            free = tops[-1] + self._height(remark) + self._gap
        end = self._bottom
        for place in reversed(range(len(remarks))):
            tops[place] = min(tops[place], end - self._height(remarks[place]))
            end = tops[place] - self._gap
        return tops

    def _height(self, remark: _Remark) -> float:
        return len(remark.lines) * self._leading

    def _passage(self, remark: _Remark, top: float) -> Passage:
        x, y = self._left + self._indent, top + self._drop
        return Passage(remark.part, self._number, remark.block, x, y, self._leading, remark.lines, remark.first)


def _left(page: Page) -> float:
    return page.width - _OUTER - _WIDTH


def _comments(block: object) -> tuple[Comment, ...]:
    return block.comments if isinstance(block, Paragraph) else ()
