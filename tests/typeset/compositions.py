"""Small compositions made by hand, on A4 with the measures that a resolution commonly has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from editor.compose.composition import (
    Block,
    Composition,
    Field,
    Font,
    ListLabel,
    ListLevel,
    Metadata,
    NumberedList,
    Page,
    Paragraph,
    Section,
    Span,
    Style,
    Words,
)
from editor.model.scheme import NumberFormat
from editor.paths import fonts_folder
from editor.typeset import FontSet, load_fonts
from editor.typeset.layout import Layout, Passage

MM = 72 / 25.4

_STYLES = (
    Style("title", "Title", size=14, leading=17, bold=True, align="centre", after=12, keep_with_next=True, outline=1),
    Style("heading", "Heading", bold=True, before=12, after=6, keep_with_next=True, outline=2),
    Style("clause", "Clause", align="justify", after=6, indent=12.5 * MM, hang=12.5 * MM),
    Style("item-1", "Sub-item 1", align="justify", after=6, indent=22.5 * MM, hang=10 * MM),
    Style("item-2", "Sub-item 2", align="justify", after=6, indent=32.5 * MM, hang=10 * MM),
    Style("closing-0", "Closing 0", align="justify", after=6, indent=12.5 * MM),
    Style("enacting", "Enacting Phrase", before=12, after=12, keep_with_next=True),
    Style("note", "Note", size=10, leading=12, align="justify"),
    Style("header", "Page Head", size=10, leading=12, align="right"),
    Style("footer", "Page Foot", size=10, leading=12, align="centre"),
    Style("table-head", "Table Head", size=11, leading=13),
    Style("table-cell", "Table Cell"),
)
STYLES = {style.name: style for style in _STYLES}

_LEVELS = (
    ListLevel(NumberFormat(), "clause"),
    ListLevel(NumberFormat("letters"), "item-1"),
    ListLevel(NumberFormat("roman"), "item-2"),
)
EMPTY = Composition(
    language="en",
    metadata=Metadata("On Examples", "Ms. Ana Example", code="SC (30) SI 1 E", date=datetime.date(2030, 7, 6)),
    page=Page(210 * MM, 297 * MM, 25 * MM, 25 * MM, 25 * MM, 25 * MM, 12.5 * MM, 12.5 * MM),
    fonts={"serif": Font("Liberation Serif", "Times New Roman"), "sans": Font("Liberation Sans", "Arial")},
    styles=STYLES,
    lists=(NumberedList("paragraph", _LEVELS),),
    sections=(),
)

SENTENCE = (
    "Calls on the participating States to examine, with the parliaments concerned, how the measures agreed "
    "in former years have been carried out and what remains to be done before the next annual session;"
)


@cache
def fonts() -> FontSet:
    """Return the fonts that the program ships."""
    return load_fonts(fonts_folder())


def composition(*blocks: Block) -> Composition:
    """Return `blocks` as one section with a page number at its foot."""
    footer = (Paragraph("footer", (Field("page"),), "furniture"),)
    return replace(EMPTY, sections=(Section("body", blocks, footer=footer),))


def restyled(made: Composition, name: str, **changes: object) -> Composition:
    """Return `made` with one of its styles changed."""
    style = replace(made.styles[name], **changes)
    return replace(made, styles=made.styles | {name: style})


def clause(number: int, *spans: Span | str) -> Paragraph:
    """Return the clause numbered `number`, anchored "c" and its number."""
    label = ListLabel(f"{number}.", "paragraph", 0, number)
    return Paragraph("clause", _spans(spans), "clause", label, f"c{number}")


def item(label: str, *spans: Span | str, level: int = 1) -> Paragraph:
    """Return a sub-item, anchored "i" and its label."""
    made = ListLabel(label, "paragraph", level, 1)
    return Paragraph(f"item-{level}", _spans(spans), "clause", made, f"i{label}", level)


def plain(style: str, *spans: Span | str) -> Paragraph:
    """Return a paragraph without number or anchor."""
    return Paragraph(style, _spans(spans))


def clauses(count: int, sentences: int = 2) -> list[Paragraph]:
    """Return `count` clauses of as many sentences each."""
    return [clause(number, " ".join([SENTENCE] * sentences)) for number in range(1, count + 1)]


def _spans(spans: tuple[Span | str, ...]) -> tuple[Span, ...]:
    return tuple(Words(span) if isinstance(span, str) else span for span in spans)


def passages(layout: Layout, part: str) -> Iterator[tuple[int, Passage]]:
    """Yield the passages that are `part` with the places of their pages."""
    for place, page in enumerate(layout.pages):
        for passage in page.passages:
            if passage.part == part:
                yield place, passage


def texts(passage: Passage) -> list[str]:
    """Return the lines of `passage` as they are drawn."""
    return ["".join(piece.text for piece in line.pieces) for line in passage.lines]


def drawn(layout: Layout, part: str = "body") -> list[str]:
    """Return all lines that are `part`, in order."""
    return [line for _, passage in passages(layout, part) for line in texts(passage)]
