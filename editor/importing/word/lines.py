"""From the paragraphs of anybody's Word file to lines for the recogniser."""

import re
from collections.abc import Iterator, Sequence

from editor.importing.markers import read_marker
from editor.importing.pieces import after
from editor.importing.shape import Sayings, is_title
from editor.importing.source import Line
from editor.importing.word.levels import Levels, columns
from editor.importing.word.numbering import BULLET
from editor.importing.word.paragraphs import Paragraph
from editor.importing.word.texts import tidy, trimmed, untabbed
from editor.model.text import LINE_BREAK, Run, Text, cut, flatten

_TAB = 720
"""Twips from one tab stop to the next where nothing else is said: half an inch."""

_SPACE = 60
"""Twips of a space at the usual sizes."""

_WORDLESS = re.compile(r"[\W\d_]+")


def lines(paragraphs: Sequence[Paragraph], phrases: Sayings) -> tuple[Line, ...]:
    """Return the lines of `paragraphs`; `number` is that of the paragraph. `phrases` are the enacting phrases."""
    return tuple(_lines(paragraphs, Levels(phrases)))


def _lines(paragraphs: Sequence[Paragraph], levels: Levels) -> Iterator[Line]:
    for paragraph in paragraphs:
        text, space = trimmed(tidy(paragraph.pieces))
        if text:
            text = untabbed(text)
            indent = _indent(paragraph, space)
            label, level, heading, text = _numbered(paragraph, text, indent, levels)
            yield from _parted(paragraph, text, indent, label, level, heading)


def _indent(paragraph: Paragraph, space: str) -> int:
    """Return where the number or the first word stands."""
    layout = paragraph.layout
    pushed = space.count("\t") * _TAB + (len(space) - space.count("\t")) * _SPACE
    return columns((layout.left, layout.first, pushed))


def _numbered(paragraph: Paragraph, text: Text, indent: int, levels: Levels) -> tuple[str, int | None, int, Text]:
    """Return the number that Word shows, the level it has by that, the rank as a heading, and the words."""
    words = flatten(text)
    heading = paragraph.style.heading if is_title(words) and not paragraph.cells else 0
    number = paragraph.label
    if number is None or not number.text:
        levels.plain(words, indent, heading)
        return "", None, heading, text
    label = number.text
    found = read_marker(label)
    marker = found[0] if found else None
    if heading and marker and marker.is_decimal:
        levels.plain(words, indent, heading)  # "1. Introduction" in a style for headings is none of the clauses
        return "", None, heading, (Run(f"{label} "), *text)
    if marker is None and (not _WORDLESS.fullmatch(label) or len(label) > 2):
        levels.plain(words, indent, heading)  # "Article 1": words that Word counts
        return "", None, heading, (Run(f"{label} "), *text)
    typed = read_marker(words[:60])
    if typed and typed[0].dress and not typed[0].is_bullet:
        if marker is None or marker.is_bullet:
            levels.plain(words, indent, heading)
            return "", None, heading, text
        if typed[0].typed.strip(".()") == marker.typed.strip(".()"):
            text = after(text, typed[1])
    level = levels.numbered(number, marker, flatten(text), indent)
    return label if marker else BULLET, level, 0, text


def _parted(
    paragraph: Paragraph, text: Text, indent: int, label: str, level: int | None, heading: int
) -> Iterator[Line]:
    """Yield the lines of a paragraph, which its author ended; one without line breaks is whole."""
    words = flatten(text)
    gap = paragraph.gap
    if LINE_BREAK not in words:
        yield Line(text, paragraph.number, indent, gap, False, False, True, heading, level, label)
        return
    start = 0
    parts: list[tuple[Text, bool]] = []
    empty = True  # a paragraph begins
    for line in words.split(LINE_BREAK):
        part, _ = trimmed(cut(text, start, start + len(line)))
        if part:
            parts.append((part, empty))
        empty = not part
        start += len(line) + 1
    for place, (part, apart) in enumerate(parts):
        first, last = place == 0, place == len(parts) - 1
        yield Line(
            part, paragraph.number, indent, apart, False, not last, False, heading if first else 0,
            level if first else None, label if first else "",
        )  # fmt: skip
