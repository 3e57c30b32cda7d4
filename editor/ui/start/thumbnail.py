"""A little picture of what a kind of paper looks like, drawn from its template's own measures."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from editor.model.clause import Kind
from editor.templating.schema import PaperKind, SheetLine, StyleSheet, Template
from editor.ui.start.words import template_numbers
from editor.ui.theme import Theme

WIDE, HIGH = 53, 71
"""The picture's size at the drawn scale."""

_MM = 72 / 25.4
_PAPERS = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
_THIN, _STRONG = 1.4, 2.0  # pixels
_LETTER = 0.5  # the width of a letter, in sizes of its type
_LINE = 31  # points from line to line of the text, as coarse as such a small picture needs
_LENGTHS = {"title": 34, "theme": 34, "committee": 44, "code": 12}
_PARAGRAPHS = ((1.0, 0.85), (1.0, 0.66), (1.0, 0.9))
_ITEMS = (0.73, 0.79)


class _Bar(NamedTuple):
    left: float
    top: float
    width: float
    high: float
    strong: bool


def paint_thumbnail(
    painter: QPainter, corner: QRectF, theme: Theme, template: Template, kind: PaperKind, *, sheet_of_text: bool
) -> None:
    """Paint the cover sheet of `kind` into `corner`, or the first page of its text."""
    page = template.file.page
    wide, high = _PAPERS[page.paper]
    scale = min(corner.width() / wide, corner.height() / high)
    sheet = QRectF(corner.left(), corner.top(), wide * scale, high * scale)
    painter.setPen(QPen(theme.colour("hairline"), 1))
    painter.setBrush(theme.colour("paper"))
    painter.drawRoundedRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5), 2, 2)
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in _text(template, kind) if sheet_of_text else _cover(template, kind):
        painter.setBrush(_ink(theme, bar.strong))
        thick = max(_STRONG if bar.strong else _THIN, bar.high * scale)
        top = sheet.top() + bar.top * scale
        painter.drawRect(QRectF(sheet.left() + bar.left * scale, top, bar.width * scale, thick))


def _ink(theme: Theme, strong: bool) -> QColor:
    ink = theme.colour("paper-ink")
    ink.setAlphaF(0.8 if strong else 0.38)
    return ink


def _cover(template: Template, kind: PaperKind) -> Iterator[_Bar]:
    top = template.file.page.top_mm * _MM
    for line in kind.cover:
        style = template.file.styles[line.style]
        top += style.before
        yield _bar(template, line, style, top)
        top += style.leading + style.after


def _text(template: Template, kind: PaperKind) -> Iterator[_Bar]:
    """Yield the head of the text's first page, and paragraphs as the template numbers and indents them."""
    page = template.file.page
    top = page.top_mm * _MM
    for line in kind.head[:2]:
        style = template.file.styles[line.style]
        top += style.before
        yield _bar(template, line, style, top)
        top += max(style.leading, _LINE)
    top += _LINE / 2
    left = page.left_mm * _MM
    room = _PAPERS[page.paper][0] - left - page.right_mm * _MM
    numbered = template_numbers(template)
    parts: tuple[Kind, Kind] = ("preambular", "operative")
    for part in parts:
        step = room * 0.1 if part in numbered else room * 0.04
        for lengths in _PARAGRAPHS if part == "preambular" else _PARAGRAPHS[:2]:
            if part in numbered:
                yield _Bar(left, top, room * 0.04, 6, False)
            for length in lengths:
                yield _Bar(left + step, top, (room - step) * length, 6, False)
                top += _LINE
            top += _LINE * 0.5
        if part == "preambular":
            yield _Bar(left, top, room * 0.48, 9, True)
            top += _LINE * 1.5
    for length in _ITEMS:
        yield _Bar(left + room * 0.24, top, room * 0.76 * length, 6, False)
        top += _LINE


def _bar(template: Template, line: SheetLine, style: StyleSheet, top: float) -> _Bar:
    page = template.file.page
    wide = _PAPERS[page.paper][0]
    left, right = page.left_mm * _MM, wide - page.right_mm * _MM
    width = min(right - left, _length(template, line) * style.size * _LETTER * (1.15 if style.bold else 1))
    start = {"right": right - width, "centre": (left + right - width) / 2}.get(style.align, left)
    return _Bar(start, top, width, style.size * 0.9, style.bold and style.size >= 13)


def _length(template: Template, line: SheetLine) -> int:
    """Return about how many letters a line has when it is filled in."""
    length, rest = 0, line.pattern
    while "{" in rest:
        words, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        key = name.partition(":")[0]
        length += len(words)
        if key.startswith("word."):
            length += min(40, len(template.word("en", key.removeprefix("word."))) or 12)
        else:
            length += _LENGTHS.get(key, 18)
    return length + len(rest)
