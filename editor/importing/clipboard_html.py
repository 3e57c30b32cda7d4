"""The reader of HTML from the clipboard: Word's, LibreOffice's, Google Docs' and that of web pages become lines.

Numbers that a list shows stand in `Line.label`, its depth in `Line.level`; footnotes become notes where a link leads to
their words and another one back.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.html_blocks import Block, Blocks, Link, read_blocks
from editor.importing.joining import wrapped_width
from editor.importing.markers import read_marker
from editor.importing.pieces import Pieces
from editor.importing.report import Guess
from editor.importing.shape import Sayings, introduces, is_title
from editor.importing.source import Line, SourceText
from editor.model.ids import NewId, new_id
from editor.model.text import LINE_BREAK, Note, Run, Text, cut, flatten

_NOTE_MARK = re.compile(r"\s*[\[(]?(\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡§¶]{1,3})[\])]?\s*")
_BEFORE_NOTE = re.compile(r"[\s\u2028↑^*.)\]]*")
_AFTER_NOTE = re.compile(r"[\s\u2028↩⏎\ufe0e]*$")
_LONGEST_NOTE = 20
"""Paragraphs beyond which what a link leads to is no footnote."""

_BULLET = "•"


class _Found(Struct):
    """A footnote: the link that is its mark, the blocks of its words, the link back."""

    mark: Link
    first: int
    last: int
    back: Link


def read_html(page: str, phrases: Sayings, fresh: NewId = new_id) -> SourceText:
    """Return the lines of the HTML in `page`; `phrases` are the enacting phrases, which have no sub-items.

    Every visible word is kept. Lines of a paragraph that its width broke are told from those that were meant.
    """
    blocks = read_blocks(page)
    notes = _notes(blocks)
    texts = _texts(blocks, notes, fresh)
    taken = {at for note in notes for at in range(note.first, note.last + 1)}
    kept = [(block, texts[at]) for at, block in enumerate(blocks.done) if at not in taken and texts[at]]
    lines = tuple(_lines(kept, phrases))
    guesses = tuple(Guess("note-read", (), 0) for _ in notes)
    return SourceText(lines, (), guesses)


# Footnotes


def _notes(blocks: Blocks) -> list[_Found]:
    """Return the footnotes: marks whose link leads to a later block that links back to them."""
    backward: dict[str, list[Link]] = {}
    for link in blocks.links:
        backward.setdefault(link.target, []).append(link)
    found: dict[int, _Found] = {}
    for mark in blocks.links:
        place = blocks.places.get(mark.target)
        if not place or place[0] <= mark.block or not _NOTE_MARK.fullmatch(_words(blocks, mark)):
            continue
        first, last = place[0], min(place[1], len(blocks.done) - 1)
        backs = (link for name in mark.names for link in backward.get(name, ()))
        back = next((link for link in backs if first <= link.block <= last), None)
        if back and first not in found and last - first < _LONGEST_NOTE:
            found[first] = _Found(mark, first, last, back)
    return _whole(found, blocks)


def _whole(found: dict[int, _Found], blocks: Blocks) -> list[_Found]:
    """Return the footnotes with all their paragraphs: those of an element that holds this one note and its mark not."""
    held = Counter(blocks.holders.get(first) for first in found)
    taken: set[int] = set()
    notes: list[_Found] = []
    for first in sorted(found):
        note = found[first]
        holder = blocks.holders.get(first)
        if holder and held[holder] == 1 and holder[0] > note.mark.block:
            note.first, note.last = holder[0], min(max(holder[1], note.last), len(blocks.done) - 1)
        covered = set(range(note.first, note.last + 1))
        if taken.isdisjoint(covered) and not any(other.mark.block in covered for other in found.values()):
            taken |= covered
            notes.append(note)
    return notes


def _words(blocks: Blocks, link: Link) -> str:
    if link.block >= len(blocks.done):
        return ""
    return "".join(text for text, _ in blocks.done[link.block].pieces[link.start : link.end])


def _texts(blocks: Blocks, notes: Sequence[_Found], fresh: NewId) -> list[Text]:
    """Return the text of every block, with its footnotes in it."""
    for note in notes:
        back = blocks.done[note.back.block].pieces
        back[note.back.start : note.back.end] = [("", marks) for _, marks in back[note.back.start : note.back.end]]
    texts = [block.text() for block in blocks.done]
    marked: dict[int, list[_Found]] = {}
    for note in notes:
        marked.setdefault(note.mark.block, []).append(note)
    for at, own in marked.items():
        texts[at] = _with_notes(blocks.done[at], own, texts, fresh)
    return [_trimmed(text) for text in texts]


def _with_notes(block: Block, notes: Sequence[_Found], texts: Sequence[Text], fresh: NewId) -> Text:
    pieces = Pieces()
    starts = {note.mark.start: note for note in notes}
    gone = {at for note in notes for at in range(note.mark.start, note.mark.end)}
    for at, (words, marks) in enumerate(block.pieces):
        note = starts.get(at)
        if note:
            pieces.add((Note(fresh(), _note_text(texts[note.first : note.last + 1])),))
        if at not in gone:
            pieces.add((Run(words, marks),))
    return pieces.text()


def _note_text(texts: Sequence[Text]) -> tuple[Run, ...]:
    """Return the paragraphs of a note as its words, without what stood around the link back."""
    pieces = Pieces()
    for text in texts:
        words = flatten(text)
        start = _BEFORE_NOTE.match(words)
        low = start.end() if start and not pieces else 0
        end = _AFTER_NOTE.search(words)
        pieces.add(cut(text, low, end.start() if end else None), LINE_BREAK)
    return tuple(piece for piece in pieces.text() if isinstance(piece, Run))


def _trimmed(text: Text) -> Text:
    """Return `text` without space at its ends."""
    words = flatten(text)
    low = len(words) - len(words.lstrip(" \u00a0\u2028"))
    return cut(text, low, len(words.rstrip(" \u00a0\u2028"))) if words.strip() else ()


# Lines


def _lines(kept: Sequence[tuple[Block, Text]], phrases: Sayings) -> Iterator[Line]:
    """Yield the lines of the blocks, those of lists with the level they have among what stands around them."""
    bases: dict[str, int] = {}
    before: Line | None = None
    number = 0
    for block, text in kept:
        parts = list(_parts(text))
        label, level = _numbered(block, flatten(text), bases, before, phrases)
        heading = block.heading if not label and len(parts) == 1 and is_title(flatten(text)) else 0
        whole = len(parts) == 1 and not block.loose
        lines = [
            Line(part, number + at, block.indent, gap or (at == 1 and not block.loose), False, False, whole, heading)
            for at, (part, gap) in enumerate(parts, 1)
        ]
        number += len(parts)
        if not whole and not block.loose and not wrapped_width(lines):
            lines = [replace(line, breaks=line is not lines[-1]) for line in lines]
        lines[0] = replace(lines[0], label=label, level=level)
        yield from lines
        before = lines[-1] if len(lines) == 1 else replace(lines[-1], label=label, level=level)


def _parts(text: Text) -> Iterator[tuple[Text, bool]]:
    """Yield `text` line by line, and whether empty lines, which are left out, stand before each."""
    if LINE_BREAK not in (words := flatten(text)):
        yield text, False
        return
    start, gap = 0, False
    for line in words.split(LINE_BREAK):
        part = _trimmed(cut(text, start, start + len(line)))
        if part:
            yield part, gap
        gap = not part
        start += len(line) + 1


def _numbered(
    block: Block, words: str, bases: dict[str, int], before: Line | None, phrases: Sayings
) -> tuple[str, int | None]:
    """Return the number and level that a block has from its list; nothing where it is in none."""
    if block.list is None or not block.label:
        return block.label, None
    key, depth = block.list
    label = block.label
    marker = block.marker
    if marker is None and len(label) > 2:
        return label, None
    if marker is None or marker.is_bullet:
        label = _BULLET  # Word writes its bullets in fonts of signs, where they are letters
    is_clause = marker is not None and marker.is_decimal
    if key not in bases:
        bases[key] = _base(is_clause, before, phrases) - depth
    typed = read_marker(words[:60])
    if label == _BULLET and typed and not typed[0].is_bullet and typed[0].dress:
        label = ""
    return label, max(bases[key] + depth, 0)


def _base(is_clause: bool, before: Line | None, phrases: Sayings) -> int:
    """Return the level of a list's outermost items: below a clause that introduces them or that they can belong to.

    A list counted 1, 2, 3 is one of clauses unless it is introduced; letters and bullets after a clause are sub-items.
    """
    if before is None or before.heading or before.words in phrases:
        return 0
    level = before.level or 0
    if introduces(before.words):
        return level + 1
    if is_clause:
        return 0
    found = read_marker(before.label) if before.label else None
    return max(level, 1) if found and not found[0].is_decimal else level + 1
