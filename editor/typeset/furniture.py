"""What stands around the text: headers and footers, line numbers in the margin, the word behind the page."""

from collections.abc import Iterator
from math import atan2, cos, degrees, hypot, sin

from editor.compose.composition import Composition, Paragraph, Section, Style
from editor.typeset.layout import Finding, Line, NumberedLine, Part, Passage, Piece, Watermark
from editor.typeset.setter import Setter

LINE_NUMBER = Style("line-number", "line number", font="sans", size=8.0, leading=10.0)
"""How line numbers are set where a template has no style of that name."""

_NUMBER_GAP = 14.0
"""Points between a line number and the text's left edge."""

_WATERMARK_SHARE, _WATERMARK_MOST = 0.8, 140.0
"""How much of the sheet's diagonal a watermark takes, and its greatest size in points."""


def height(setter: Setter, paragraphs: tuple[Paragraph, ...]) -> float:
    """Return how high a header or footer is, the space at its own top and bottom left out."""
    lines = _set(setter, 0, paragraphs, "header", 0.0, 1, 1)
    last = list(lines)[-1:]
    return sum(one.y - setter.drop(paragraphs[-1].style) + one.leading * len(one.lines) for one in last)


class Furniture:
    """The headers and footers of one section."""

    def __init__(self, setter: Setter, number: int, section: Section) -> None:
        self._setter = setter
        self._number = number
        self._section = section
        sheet = setter.composition.page
        self._top = sheet.header
        self._bottom = sheet.height - sheet.footer - height(setter, section.footer)

    def above(self, page: int | None, pages: int) -> Iterator[Passage]:
        """Yield the header of the page numbered `page` of `pages`."""
        return _set(self._setter, self._number, self._section.header, "header", self._top, page, pages)

    def below(self, page: int | None, pages: int) -> Iterator[Passage]:
        """Yield its footer."""
        return _set(self._setter, self._number, self._section.footer, "footer", self._bottom, page, pages)


def _set(
    setter: Setter, section: int, paragraphs: tuple[Paragraph, ...], part: Part, y: float, page: int | None, pages: int
) -> Iterator[Passage]:
    """Yield a header or footer with its top at `y`."""
    sheet = setter.composition.page
    width = sheet.width - sheet.left - sheet.right
    for place, paragraph in enumerate(paragraphs):
        style = setter.style(paragraph.style)
        if place:
            y += max(style.before, setter.style(paragraphs[place - 1].style).after)
        flat = setter.looks.flatten(paragraph.spans, style, page, pages)
        setter.findings.extend(flat.findings)
        lines = setter.breaker(paragraph.style, width, paragraph.language).fresh(flat).lines
        top = y + setter.drop(paragraph.style)
        yield Passage(part, section, place, sheet.left + style.indent, top, style.leading, lines)
        y += len(lines) * style.leading


class LineNumbers:
    """Numbers the lines of body text, afresh on each page or through the whole document."""

    def __init__(self, setter: Setter) -> None:
        self._through = setter.composition.line_numbers == "through"
        self._sections = setter.composition.sections
        self._style = setter.composition.styles.get(LINE_NUMBER.name, LINE_NUMBER)
        self._face = setter.looks.face(self._style)
        self._right = setter.composition.page.left - _NUMBER_GAP
        self._last = 0
        self.rows: list[NumberedLine] = []

    def number(self, place: int, passages: list[Passage]) -> list[Passage]:
        """Return the numbers for the body lines among `passages`, which stand on page `place`."""
        if not self._through:
            self._last = 0
        found = []
        for passage in passages:
            if passage.part == "body" and passage.cell is None and self._has_text(passage):
                lines = tuple(self._numbered(place, passage))
                found.append(
                    Passage(
                        "line-number", passage.section, passage.block, self._right, passage.y, passage.leading, lines
                    )
                )
        return found

    def _has_text(self, passage: Passage) -> bool:
        """Return whether there is anything to number: words, or a clause that has none yet."""
        words = any(piece.text for line in passage.lines for piece in line.pieces)
        return words or bool(_anchor(self._sections[passage.section], passage.block))

    def _numbered(self, place: int, passage: Passage) -> Iterator[Line]:
        anchor = _anchor(self._sections[passage.section], passage.block)
        for line in passage.lines:
            self._last += 1
            text = str(self._last)
            width = self._face.width(text) * self._style.size / 1000
            yield Line((Piece(-width, text, self._face.name, self._style.size, width),), 0.0, 0, 0)
            if anchor:
                self.rows.append(NumberedLine(place, self._last, anchor, line.start, line.end))


def _anchor(section: Section, block: int) -> str:
    found = section.blocks[block]
    return found.anchor if isinstance(found, Paragraph) else ""


def watermark(setter: Setter) -> Watermark | None:
    """Return the composition's watermark along the sheet's diagonal, None if it has none."""
    composition: Composition = setter.composition
    text, sheet = composition.watermark, composition.page
    if not text:
        return None
    style = Style("watermark", "Watermark", font="sans", bold=True)
    face, text, missing = setter.looks.spell(text, style)
    setter.findings.extend(Finding("no-glyph", "", one) for one in missing)
    diagonal = hypot(sheet.width, sheet.height)
    unit = max(face.width(text), 1.0) / 1000
    size = min(diagonal * _WATERMARK_SHARE / unit, _WATERMARK_MOST)
    angle = atan2(sheet.height, sheet.width)
    along, across = size * unit / 2, size * face.cap_height / 2000
    x = sheet.width / 2 - along * cos(angle) + across * sin(angle)
    y = sheet.height / 2 + along * sin(angle) + across * cos(angle)
    return Watermark(text, x, y, degrees(angle), face.name, size)
