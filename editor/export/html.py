"""One HTML file without anything outside it: it reads well in a browser, prints well, and its lists are lists."""

from collections.abc import Iterable, Iterator
from html import escape

from editor.compose.composition import (
    ChangeKind,
    Comment,
    Composition,
    LineBreak,
    Link,
    NoteMark,
    Paragraph,
    Section,
    Span,
    Style,
    Table,
    Words,
)
from editor.export.html_style import class_name, css
from editor.export.unpaged import unpaged

_ELEMENTS = (
    ("bold", "b"),
    ("italic", "i"),
    ("underline", "u"),
    ("superscript", "sup"),
    ("subscript", "sub"),
)

_NOTHING_FETCHED = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(composition: Composition) -> bytes:
    """Return `composition` as one HTML file (UTF-8).

    There are no pages: a section's header stands once above it, footers, page and line numbers are left out.
    """
    metadata = composition.metadata
    lines = [
        f"<!DOCTYPE html>\n{_tag('html', lang=composition.language)}\n<head>\n{_tag('meta', charset='utf-8')}",
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_FETCHED}">',
        _tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        *([_tag("meta", name="author", content=metadata.author)] if metadata.author else []),
        f"<title>{_text(metadata.title)}</title>\n<style>\n{css(composition)}</style>\n</head>\n<body>",
        *([f'<p class="watermark">{_text(composition.watermark)}</p>'] if composition.watermark else []),
    ]
    for section in composition.sections:
        lines += [f'<section class="{section.name}">', *_Section(section, composition.styles).lines(), "</section>"]
    return "\n".join([*lines, "</body>\n</html>\n"]).encode()


class _OpenList:
    """A list whose last item is open: its level and name, and the number that HTML will give the next item."""

    def __init__(self, level: int, name: str) -> None:
        self.level = level
        self.name = name
        self.following = 1


class _Section:
    """Writes one section's blocks; clauses that have a number or stand below another are items of nested lists."""

    def __init__(self, section: Section, styles: dict[str, Style]) -> None:
        self._section = section
        self._styles = styles
        self._open: list[_OpenList] = []  # from the outermost in
        self._notes: list[NoteMark] = []

    def lines(self) -> Iterator[str]:
        """Yield the section's HTML."""
        if header := unpaged(self._section.header):
            yield f"<header>{''.join(map(self._paragraph, header))}</header>"
        for block in self._section.blocks:
            if isinstance(block, Table):
                yield from self._close(0)
                yield from self._table(block)
            elif block.role == "clause" and not block.continues and (block.label or block.level):
                yield from self._item(block)
            else:
                yield from self._close(block.level if block.continues else 0)
                yield self._paragraph(block, block.anchor)
        yield from self._close(0)
        if self._notes:
            yield from self._endnotes()

    def _item(self, paragraph: Paragraph) -> Iterator[str]:
        level, label = paragraph.level, paragraph.label
        name, value = (label.list, label.value) if label else ("", None)
        yield from self._close(level + 1)
        if level == 0 and self._open and self._open[0].name != name:
            yield from self._close(0)
        start = counted = None
        if self._open and self._open[-1].level == level:
            yield "</li>"
            counted = value if value != self._open[-1].following else None
        else:
            self._open.append(_OpenList(level, name))
            start = value if value != 1 else None
            yield _tag("ol", start=start)
        here = self._open[-1]
        here.following = (here.following if value is None else value) + 1
        yield _tag("li", id=_place(paragraph.anchor), value=counted) + self._paragraph(paragraph)

    def _close(self, level: int) -> Iterator[str]:
        """Close the lists at `level` and deeper; the item around them stays open."""
        while self._open and self._open[-1].level >= level:
            yield "</li></ol>"
            self._open.pop()

    def _paragraph(self, paragraph: Paragraph, anchor: str = "") -> str:
        self._notes += [span for span in paragraph.spans if isinstance(span, NoteMark) and _stands(span, paragraph)]
        outline = self._styles[paragraph.style].outline
        name = f"h{min(outline, 6)}" if outline else "p"
        tag = _tag(name, class_=class_name(paragraph.style), id=_place(anchor), lang=paragraph.language)
        # The blank belongs to the number, so that words copied from the page do not run together with it.
        label = f'<span class="n">{_number(paragraph)} </span>' if _number(paragraph) else ""
        words = _changed(label + _inline(paragraph.spans), paragraph.change, paragraph.moved)
        return f"{tag}{words}</{name}>" + "".join(_remark(comment) for comment in paragraph.comments)

    def _table(self, table: Table) -> Iterator[str]:
        yield _tag("table", aria_label=table.summary or None)
        columns = (_tag("col", style=f"width:{100 * share:.3g}%") for share in table.columns)
        yield f"<colgroup>{''.join(columns)}</colgroup>"
        for place, row in enumerate(table.rows):
            head = place < table.header_rows
            yield _tag("tr", style=None if head else f"height:{table.row_height:.4g}pt")
            name, scope = ("th", "col") if head else ("td", None)
            for cell in row:
                words = "".join(self._paragraph(paragraph) for paragraph in cell if paragraph.spans)
                yield f"{_tag(name, scope=scope)}{words}</{name}>"
            yield "</tr>"
        yield "</table>"

    def _endnotes(self) -> Iterator[str]:
        first = self._notes[0].number
        yield '<section class="notes" role="doc-endnotes">' + _tag("ol", start=first if first != 1 else None)
        for note in self._notes:
            back = f'<sup><a href="#m-{note.number}" role="doc-backlink">{note.number}</a></sup>'
            yield f'<li id="n-{note.number}"><p class="{class_name("note")}">{back} {_inline(note.spans)}</p></li>'
        yield "</ol></section>"


def _number(paragraph: Paragraph) -> str:
    """Return the number of `paragraph`, after the one it had before where that was of another kind."""
    number = _text(paragraph.label.text) if paragraph.label else ""
    if not paragraph.reset or paragraph.former is None or paragraph.former.label == paragraph.label:
        return number
    former = paragraph.former.label
    gone = _changed(_text(former.text), "deleted") if former else ""
    return " ".join(filter(None, (gone, _changed(number, "inserted") if number else "")))


def _stands(note: NoteMark, paragraph: Paragraph) -> bool:
    """Return whether `note` is in the text as it is now: one that went is named by its mark alone."""
    return "deleted" not in (note.change, paragraph.change)


def _inline(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    if isinstance(span, Words):
        return _words(span)
    if isinstance(span, Link):
        words = _text(span.text)
        return _changed(
            f"{_tag('a', href=f'#{_place(span.target)}')}{words}</a>" if span.target else words, span.change
        )
    if isinstance(span, NoteMark):
        number = span.number
        place = "" if span.change == "deleted" else f' id="m-{number}" href="#n-{number}" role="doc-noteref"'
        return _changed(f"<sup><a{place}>{number}</a></sup>", span.change)
    return "<br>" if isinstance(span, LineBreak) else ""  # a page that scrolls has no number


def _words(span: Words) -> str:
    words = _text(span.text)
    for mark, element in _ELEMENTS:
        if mark in span.marks:
            words = f"<{element}>{words}</{element}>"
    if span.language:
        words = f"{_tag('span', lang=span.language)}{words}</span>"
    return _changed(words, span.change)


def _changed(words: str, change: ChangeKind | None, moved: bool = False) -> str:
    if change is None:
        return words
    name = "ins" if change == "inserted" else "del"
    return f"{_tag(name, class_='moved' if moved else None)}{words}</{name}>"


def _remark(comment: Comment) -> str:
    tag = _tag("aside", class_="remark resolved" if comment.resolved else "remark")
    day = f"{comment.date:%Y-%m-%d}"
    done = "✓ " if comment.resolved else ""
    words = "<br>".join(map(_text, comment.text.splitlines()))
    return f'{tag}{done}<b>{_text(comment.author)}</b> <time datetime="{day}">{day}</time>: {words}</aside>'


def _place(clause: str) -> str | None:
    return f"c-{clause}" if clause else None


def _tag(name: str, /, **attributes: str | int | None) -> str:
    """Return a start tag; attributes that are None are left out, a Python name stands for the HTML one."""
    given = (
        f' {key.strip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{''.join(given)}>"


def _text(words: str) -> str:
    return escape(words, quote=False)
