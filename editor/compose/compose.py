"""`compose`: the whole document, or the parts of it that are asked for."""

from functools import partial
from typing import Literal

from msgspec import Struct

from editor.compose import body, styles
from editor.compose.composition import (
    Block,
    Composition,
    Metadata,
    Paragraph,
    Role,
    Section,
    Style,
    Table,
    Words,
)
from editor.compose.paper import paper
from editor.compose.values import Values, inert
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK
from editor.numbering import labels
from editor.templating.openings import printed
from editor.templating.patterns import Placeholder
from editor.templating.people import printed_name
from editor.templating.schema import FormTable, PaperKind, SheetLine, Template

Part = Literal["cover", "body", "form"]
PARTS: tuple[Part, ...] = ("cover", "body", "form")


class Options(Struct, frozen=True):
    """How a copy shall differ from the template's usual one.

    `parts` picks from cover, body and form (empty: all that the kind of paper has); `paper` is "a4" or "letter", empty
    for the template's; `remarks` prints colleagues' remarks beside the text. `notice` is a line above every page
    ("EMBARGO until 3 July"), `watermark` a word behind it; `duplex` leaves the back of the cover blank. `form_rows` is
    how many empty rows the form's list of signatures has (0: as the template says).
    """

    parts: tuple[Part, ...] = ()
    paper: Literal["", "a4", "letter"] = ""
    line_numbers: Literal["", "page", "through"] = ""
    watermark: str = ""
    large_print: bool = False
    remarks: bool = False
    notice: str = ""
    duplex: bool = False
    form_rows: int = 0


def compose(resolution: Resolution, template: Template, options: Options | None = None) -> Composition:
    """Return `resolution` as its template prints it; KeyError if the template has no such kind of paper."""
    options = options or Options()
    file = template.file
    sheet = styles.styles(file, options.large_print)
    kind = template.kind(resolution.kind)
    values = Values(resolution, template)
    numbered = labels(resolution.body, template.scheme(resolution.language))
    wanted = options.parts or PARTS
    notice: tuple[Paragraph, ...] = ()
    if options.notice:
        sheet.setdefault(styles.NOTICE.name, styles.NOTICE)
        notice = (Paragraph(styles.NOTICE.name, (Words(inert(options.notice)),), "furniture"),)
    sections: list[Section] = []
    if "cover" in wanted:
        sections.append(Section("cover", _lines(kind.cover, values, sheet, "cover"), notice, numbered=False))
    if "body" in wanted and kind.body:
        remarks = resolution.remarks if options.remarks else ()
        text = partial(printed, template=template, language=resolution.language)
        blocks = (*_lines(kind.head, values, sheet, "head"), *body.paragraphs(numbered, sheet, remarks, text))
        header = (*notice, *_lines(file.header, values, sheet, "furniture"))
        footer = _lines(file.footer, values, sheet, "furniture")
        sections.append(Section("body", blocks, header, footer))
    if "form" in wanted:
        sections.append(Section("form", _form(kind, values, sheet, options), notice, numbered=False))
    return Composition(
        language=resolution.language,
        metadata=_metadata(resolution, template, kind, values),
        page=styles.page(file.page, options.paper),
        fonts=styles.fonts(file),
        styles=sheet,
        lists=body.lists(numbered, sheet),
        sections=tuple(section for section in sections if section.blocks),
        line_numbers=options.line_numbers,
        watermark=inert(options.watermark),
        duplex=options.duplex,
    )


def _lines(lines: tuple[SheetLine, ...], values: Values, sheet: dict[str, Style], role: Role) -> tuple[Paragraph, ...]:
    found = ((line.style, values.spans(line.pattern)) for line in lines if values.has(line.needs))
    return tuple(
        Paragraph(style, spans, "title" if role == "head" and sheet[style].outline else role)
        for style, spans in found
        if spans
    )


def _form(kind: PaperKind, values: Values, sheet: dict[str, Style], options: Options) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for part in kind.form:
        if part.line is not None:
            blocks.extend(_lines((part.line,), values, sheet, "form"))
        if part.table is not None:
            blocks.append(_table(part.table, values, sheet, options))
    return tuple(blocks)


def _table(table: FormTable, values: Values, sheet: dict[str, Style], options: Options) -> Table:
    heads = [values.text(Placeholder(f"word.{column}")) for column in table.columns]
    head = tuple((Paragraph("table-head", (Words(text),), "form"),) for text in heads)
    empty = tuple((Paragraph("table-cell", (), "form"),) for _ in heads)
    total = sum(table.shares)
    rows = table.rows
    if rows > 1 and options.form_rows:
        rows = options.form_rows
    elif options.large_print:  # a form keeps to its one sheet: what large print takes from it are rows
        rows = max(1, int(rows / styles.LARGE_PRINT))
    return Table(
        columns=tuple(share / total for share in table.shares),
        rows=(head, *[empty] * rows),
        row_height=table.row_height_mm * styles.MM,
        summary=", ".join(heads),
        before=sheet["table-head"].before,
        after=sheet["table-head"].after,
    )


def _metadata(resolution: Resolution, template: Template, kind: PaperKind, values: Values) -> Metadata:
    cover, fields = resolution.cover, [field.key for field in kind.fields]
    people = (cover.person(key) for key in fields)
    sessions = (cover.dates(key) for key in fields)
    title = cover.text("title").replace(LINE_BREAK, " ").strip() if "title" in fields else ""
    name, code = template.word(resolution.language, kind.name), values.text(Placeholder("code"))
    session = next(filter(None, sessions), None)
    author = next(filter(None, people), None)
    return Metadata(
        title=inert(title) or f"{name} {code}".strip(),
        author=inert(printed_name(author)) if author else "",
        subject=name,
        code=code,
        date=session.first if session else None,
        paper=paper(resolution, values),
    )
