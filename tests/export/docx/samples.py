"""Compositions made by hand: one that has everything, and small ones that show one thing."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from editor.compose.composition import (
    Comment,
    Composition,
    Field,
    Font,
    LineBreak,
    Link,
    LinkPart,
    ListLabel,
    ListLevel,
    Metadata,
    NoteMark,
    NumberedList,
    Page,
    Paragraph,
    Section,
    Span,
    Style,
    Table,
    Words,
)
from editor.model.scheme import NumberFormat
from editor.model.text import Mark

MM = 72 / 25.4

STYLES = {
    style.name: style
    for style in (
        Style("code", "Document code", align="right"),
        Style("kind", "Kind of paper", size=16, leading=20, bold=True, align="centre", before=120, after=24),
        Style("cover", "Cover line", bold=True, align="centre", after=12),
        Style("title", "Title", size=14, leading=17, bold=True, align="centre", after=12, outline=1),
        Style("part", "heading 1", size=13, leading=16, bold=True, before=18, after=6, keep_with_next=True, outline=1),
        Style("clause", "Clause", align="justify", after=6, indent=12.5 * MM, hang=12.5 * MM, hyphenate=True),
        Style("item-1", "Sub-item", align="justify", after=4, indent=22.5 * MM, hang=10 * MM, hyphenate=True),
        Style("item-2", "Sub-sub-item", align="justify", after=4, indent=32.5 * MM, hang=10 * MM),
        Style("closing-0", "Closing text", align="justify", after=6, indent=12.5 * MM),
        Style("enacting", "Enacting phrase", bold=True, before=12, after=12, keep_with_next=True),
        Style("form", "Form line", before=6, after=6),
        Style("table-head", "Table heading", size=10, leading=12, font="sans", bold=True),
        Style("table-cell", "Table cell", size=10, leading=12),
        Style("note", "footnote text", size=10, leading=12),
        Style("header", "header", size=9, leading=11, align="right"),
        Style("footer", "footer", size=9, leading=11, align="centre"),
    )
}

DECIMAL = NumberFormat()
LETTER = NumberFormat("letters", word="lowerLetter")
ROMAN = NumberFormat("roman", label="({})", bare="({})", word="lowerRoman")
BODY = NumberedList("body", (ListLevel(DECIMAL, "clause"), ListLevel(LETTER, "item-1"), ListLevel(ROMAN, "item-2")))

PAGE = Page(210 * MM, 297 * MM, 25 * MM, 25 * MM, 25 * MM, 25 * MM, 12.5 * MM, 12.5 * MM)
FONTS = {"serif": Font("Liberation Serif", "Times New Roman"), "sans": Font("Liberation Sans", "Arial")}
METADATA = Metadata(
    "On Harbours & <Lighthouses>",
    author="Ms. Ana Example",
    subject="Draft resolution",
    keywords="harbours, lighthouses",
    code="SC (24) SI 7 E",
    date=datetime.date(2024, 6, 29),
)


def composition(*sections: Section, **changes: object) -> Composition:
    """Return a composition of `sections` on A4 with the sample's styles and lists; `changes` replace its fields."""
    whole = Composition("en", METADATA, PAGE, FONTS, STYLES, (BODY,), sections)  # type: ignore[arg-type]
    return replace(whole, **changes)


def body(*blocks: Paragraph | Table, **changes: object) -> Composition:
    """Return a composition with one section of `blocks`."""
    return composition(Section("body", blocks), **changes)


def words(text: str, *marks: Mark) -> Words:
    """Return words with marks."""
    return Words(text, frozenset(marks))


def clause(
    label: str,
    text: str | Iterable[Span] = "Calls for more light;",
    *,
    value: int | None = None,
    level: int = 0,
    counts: bool = True,
    anchor: str = "",
    **changes: object,
) -> Paragraph:
    """Return a numbered clause of the list "body"; a label of digits has its value from them."""
    digits = label.rstrip(".")
    if value is None and level == 0 and digits.isdigit():
        value = int(digits)
    style = ("clause", "item-1", "item-2")[level]
    spans = (Words(text),) if isinstance(text, str) else tuple(text)
    made = Paragraph(style, spans, "clause", ListLabel(label, "body", level, value, counts), anchor, level)
    return replace(made, **changes)


def item(letter: str, text: str | Iterable[Span] = "by night,", **changes: object) -> Paragraph:
    """Return the lettered sub-item "a." for "a", with its value."""
    return clause(f"{letter}.", text, value=ord(letter) - 96, level=1, **changes)  # type: ignore[arg-type]


def line(style: str, text: str, **changes: object) -> Paragraph:
    """Return a plain line in `style`."""
    return replace(Paragraph(style, (Words(text),) if text else ()), **changes)


def link(number: str, target: str, before: str = "paragraph ") -> Link:
    """Return a reference in full to the clause `target`."""
    return Link(target, (LinkPart(before), LinkPart(number, target)))


def form_table(rows: int = 3) -> Table:
    """Return a signature table."""
    names = ("Mr/Mrs", "Family Name in Capital Letters", "Country", "Signature")
    head = tuple((line("table-head", name),) for name in names)
    empty = tuple((line("table-cell", ""),) for _ in names)
    return Table(
        (0.12, 0.38, 0.2, 0.3), (head, *[empty] * rows), row_height=24, summary=", ".join(names), before=6, after=6
    )


NOON = datetime.datetime(2024, 5, 2, 12, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))

_NOTE = NoteMark(
    "note1",
    1,
    (Words("See "), link("2", "two0000000"), Words(" & the "), words("Pilot", "italic"), Words(".")),
)

_COMPOSITE = Link(
    "four-a0000",
    (LinkPart("sub-paragraph "), LinkPart("4", "four000000"), LinkPart(" "), LinkPart("a", "four-a0000")),
)

_LOOKS = (
    Words("Sees "),
    Link("", (LinkPart("paragraph ?"),)),
    Words(" and H"),
    words("2", "subscript"),
    Words("O, "),
    words("underlined", "underline", "bold"),
    Words("; "),
    Words("phare éteint", language="fr"),
    Words("."),
)


def _preamble() -> tuple[Paragraph, ...]:
    spans = (words("Recalling", "italic"), Words(" the law of the sea"), _NOTE, Words(","))
    fog = "Noting\u00a0that 5\u00a0<\u00a06 & that fog\u2011horns are in\u00adter\u00admittent,"
    return (
        line("title", "On Harbours & <Lighthouses>", role="title"),
        clause("1.", spans, anchor="one0000000"),
        clause("2.", fog, anchor="two0000000"),
        line("enacting", "The Assembly of Harbours:", role="enacting", anchor="enact00000"),
    )


def _operative() -> tuple[Paragraph, ...]:
    remarks = (
        Comment("Bo Staff", NOON, "Is this the 2011 text?", True),
        Comment("Cy Staff", NOON, "No:\u2028the 2012 one."),
    )
    light = "Calls on the States to keep every light burning, whatever the weather and the season may be, " * 3
    owners = (Words("Urges, in line with "), link("3", "three00000"), Words(", owners:"))
    return (
        clause("3.", light, anchor="three00000"),
        clause("4.", owners, anchor="four000000", comments=remarks),
        item("a", "to paint the towers,", anchor="four-a0000"),
        item("b", "to keep logs:"),
        clause("(i)", "daily,", value=1, level=2),
        clause("(ii)", "by hand;", value=2, level=2),
        item("c", "to rest;"),
        line("closing-0", "and to report on both;", continues=True),
        clause("4 bis.", "Stands outside the series:"),
        item("a", "one,"),
        item("b", "two;"),
        clause("5.", (Words("Returns, "), _COMPOSITE, Words(", to the series;"))),
        clause("12.", "Jumps ahead;", counts=False),
        clause("13.", _LOOKS),
        line("part", "Annex", role="heading"),
        clause("1.", "Begins again;", counts=False),
        clause("2.", "Ends."),
    )


def full() -> Composition:
    """Return a paper with everything: cover, marks, notes, references, overrides, remarks, form, watermark."""
    cover = (
        line("code", "SC (24) SI 7 E"),
        line("kind", "SUPPLEMENTARY ITEM"),
        Paragraph("cover", (Words("DRAFT RESOLUTION"), LineBreak(), Words("ON HARBOURS"))),
    )
    form = (
        line("form", "PROPOSED AMENDMENT to the DRAFT RESOLUTION"),
        form_table(),
        line("form", "Co-sponsored by:"),
        form_table(),
    )
    header = (line("header", "SC (24) SI 7 E", role="furniture"),)
    footer = (Paragraph("footer", (Words("Page "), Field("page"), Words(" of "), Field("pages")), "furniture"),)
    return composition(
        Section("cover", cover, numbered=False),
        Section("body", (*_preamble(), *_operative()), header, footer),
        Section("form", form, numbered=False),
        line_numbers="page",
        watermark="DRAFT",
    )
