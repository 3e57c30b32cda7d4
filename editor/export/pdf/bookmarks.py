"""Bookmarks: headings, and below them the clauses of the top level by number and first words."""

from collections.abc import Iterator

from msgspec import Struct

from editor.compose.composition import Composition, Link, Paragraph, Words
from editor.export.pdf.links import destination
from editor.export.pdf.objects import Document, text
from editor.typeset.layout import Layout

_LENGTH = 70
"""Characters of a clause that its bookmark shows at most."""

_CLAUSES_OPEN = 100
"""Above so many clauses their bookmarks are folded."""


class Bookmark(Struct):
    """One bookmark: its words, its level (1 is the highest) and its destination."""

    title: str
    level: int
    place: str
    number: int = 0
    parent: int = -1
    last_below: int = -1
    before: int = -1
    after: int = -1
    first_below: int = -1
    below: int = 0


def write_bookmarks(document: Document, composition: Composition, layout: Layout) -> int | None:
    """Put the bookmarks into the file; return the number of their root, None if there are none."""
    rows = list(_bookmarks(document, composition, layout))
    if not rows:
        return None
    root = document.reserve()
    _join(rows)
    folded = len(rows) > _CLAUSES_OPEN
    for row in rows:
        row.number = document.reserve()
    for row in rows:
        document.put(row.number, _content(row, rows, root, folded))
    top = [row for row in rows if row.parent < 0]
    shown = len(top) if folded else len(rows)
    ends = f"/First {top[0].number} 0 R/Last {top[-1].number} 0 R"
    document.put(root, f"<</Type/Outlines{ends}/Count {shown}>>")
    return root


def _bookmarks(document: Document, composition: Composition, layout: Layout) -> Iterator[Bookmark]:
    depth = 0
    for section, block, place in _firsts(document, layout):
        paragraph = composition.sections[section].blocks[block]
        if not isinstance(paragraph, Paragraph):
            continue
        outline = composition.styles[paragraph.style].outline
        if outline is not None:
            depth = outline
            yield Bookmark(_title(paragraph), outline, place)
        elif paragraph.role == "enacting" or (paragraph.role == "clause" and paragraph.label and not paragraph.level):
            yield Bookmark(_title(paragraph), depth + 1, place)


def _firsts(document: Document, layout: Layout) -> Iterator[tuple[int, int, str]]:
    """Yield section, block and destination of every paragraph, in order."""
    for number, page in enumerate(layout.pages):
        for passage in page.passages:
            if passage.part == "body" and passage.cell is None and passage.first == 0:
                top = passage.y - passage.leading
                yield passage.section, passage.block, destination(document, layout, number, top)


def _title(paragraph: Paragraph) -> str:
    words = "".join(
        span.text[: 2 * _LENGTH] if isinstance(span, Words | Link) else " " for span in paragraph.spans[:_LENGTH]
    )
    words = " ".join(words.split())
    if paragraph.role == "clause" and len(words) > _LENGTH:
        words = words[:_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return f"{paragraph.label.text} {words}" if paragraph.label else words


def _join(rows: list[Bookmark]) -> None:
    """Find out who stands under whom and who follows whom."""
    path: list[int] = []
    tops = -1
    for place, row in enumerate(rows):
        while path and rows[path[-1]].level >= row.level:
            path.pop()
        row.parent = path[-1] if path else -1
        row.before = rows[row.parent].last_below if path else tops
        if row.before >= 0:
            rows[row.before].after = place
        if path:
            above = rows[row.parent]
            above.last_below = place
            above.first_below = place if above.first_below < 0 else above.first_below
            above.below += 1
        else:
            tops = place
        path.append(place)


def _content(row: Bookmark, rows: list[Bookmark], root: int, folded: bool) -> str:
    links = {"Prev": row.before, "Next": row.after, "First": row.first_below, "Last": row.last_below}
    joined = "".join(f"/{key} {rows[place].number} 0 R" for key, place in links.items() if place >= 0)
    parent = rows[row.parent].number if row.parent >= 0 else root
    count = f"/Count {-row.below if folded else row.below}" if row.below else ""
    return f"<</Title{text(row.title)}/Parent {parent} 0 R{joined}/Dest{row.place}{count}>>"
