"""Plain text for e-mail: numbered, wrapped, nothing but words."""

from collections.abc import Iterable, Iterator

from editor.compose.composition import (
    Comment,
    Composition,
    LineBreak,
    Link,
    NoteMark,
    Paragraph,
    Role,
    Section,
    Span,
    Style,
    Table,
    Words,
)
from editor.export.unpaged import unpaged

WIDTH = 72
"""Columns of a line, as mail programs quote without wrapping again."""

STEP = 4
"""Columns a level is set in, the number standing in them."""

_GUTTER = 2
"""Columns between those of a table."""

_APART: frozenset[Role] = frozenset({"clause", "enacting", "heading"})
"""Roles of paragraphs that always stand between empty lines; others where their style sets them apart."""


def write_text(composition: Composition, width: int = WIDTH) -> bytes:
    """Return `composition` as UTF-8 plain text in lines of at most `width` columns, a longer word excepted.

    Deleted words are left out. There are no pages: a section's header stands once above it, footers, page and line
    numbers are left out.
    """
    parts = [composition.watermark] if composition.watermark else []
    parts += ["\n".join(_section(section, composition.styles, width)) for section in composition.sections]
    rule = "\n\n" + "-" * width + "\n\n"
    return (rule.join(parts) + "\n").encode()


def _section(section: Section, styles: dict[str, Style], width: int) -> Iterator[str]:
    notes: list[NoteMark] = []
    before: Paragraph | Table | None = None
    for block in (*unpaged(section.header), *section.blocks):
        if isinstance(block, Paragraph) and block.change == "deleted":
            continue
        if before is not None and _gap(before, block, styles):
            yield ""
        if isinstance(block, Table):
            yield from _table(block, width)
        else:
            notes += [span for span in block.spans if isinstance(span, NoteMark) and span.change != "deleted"]
            yield from _paragraph(block, width)
        before = block
    for note in notes:
        yield ""
        yield from _wrapped(words(note.spans), width, f"[{note.number}]")


def _gap(above: Paragraph | Table, below: Paragraph | Table, styles: dict[str, Style]) -> bool:
    """Return whether an empty line stands between two blocks: on paper they are half a line apart or more."""
    if isinstance(above, Table) or isinstance(below, Table) or {above.role, below.role} & _APART:
        return True
    if above.role == "furniture" != below.role:
        return True
    upper, lower = styles[above.style], styles[below.style]
    return max(upper.after, lower.before) >= lower.leading / 2


def _paragraph(paragraph: Paragraph, width: int) -> Iterator[str]:
    label = paragraph.label.text if paragraph.label else ""
    indent = STEP * paragraph.level if paragraph.role == "clause" else 0
    yield from _wrapped(words(paragraph.spans), width, label, indent)
    for comment in paragraph.comments:
        yield from _wrapped(_remark(comment), width, "|", indent + STEP, "|")


def _remark(comment: Comment) -> str:
    done = "✓ " if comment.resolved else ""
    return f"{done}{comment.author}, {comment.date:%Y-%m-%d}: " + "\n".join(comment.text.splitlines())


def _table(table: Table, width: int) -> Iterator[str]:
    """Yield a table's heads over a line to write on for every empty row."""
    room = width - _GUTTER * (len(table.columns) - 1)
    columns = [max(1, int(share * room)) for share in table.columns]
    for row in table.rows:
        cells = [" ".join(words(paragraph.spans) for paragraph in cell) for cell in row]
        if any(cells):
            yield from _row(
                [list(_wrapped(cell, column)) for cell, column in zip(cells, columns, strict=True)], columns
            )
        else:
            yield ""
            yield (" " * _GUTTER).join("_" * column for column in columns)


def _row(cells: list[list[str]], columns: list[int]) -> Iterator[str]:
    for at in range(max(map(len, cells))):
        lines = (cell[at] if at < len(cell) else "" for cell in cells)
        yield (" " * _GUTTER).join(line.ljust(column) for line, column in zip(lines, columns, strict=True)).rstrip(" ")


def words(spans: Iterable[Span]) -> str:
    """Return `spans` as plain words: notes as [1], line breaks as new lines, without deleted words and page numbers."""
    pieces: list[str] = []
    for span in spans:
        if isinstance(span, Words | Link):
            pieces.append("" if span.change == "deleted" else span.text)
        elif isinstance(span, LineBreak):
            pieces.append("" if span.change == "deleted" else "\n")
        elif isinstance(span, NoteMark):
            pieces.append("" if span.change == "deleted" else f"[{span.number}]")
    return "".join(pieces)


def _wrapped(text: str, width: int, label: str = "", indent: int = 0, margin: str = "") -> Iterator[str]:
    """Yield `text` in lines: the first begins with its label, the others with `margin`, and hang beside it."""
    hang = len(margin) + 1 if margin else STEP if label else 0
    line = " " * indent + (label.ljust(hang - 1) + " " if label else "")
    following = " " * indent + margin.ljust(hang)
    for part in text.split("\n"):
        bare = True
        # Only the plain space breaks a line; no-break spaces belong to the words around them.
        for word in part.split(" "):
            if not bare and len(line) + 1 + len(word) > width:
                yield line.rstrip(" ")
                line, bare = following, True
            line += word if bare else f" {word}"
            bare = False
        yield line.rstrip(" ")
        line = following
