"""The text of a clause: a tuple of runs, references and notes.

Offsets into a text count code points; a reference or a note counts as one, as it does in the drafting surface.
"""

import re
import unicodedata
from collections.abc import Mapping
from itertools import groupby
from typing import Literal, TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

Mark = Literal["bold", "italic", "underline", "superscript", "subscript"]
ReferenceForm = Literal["full", "number"]

LINE_BREAK = "\u2028"
"""What Shift+Enter puts into a run: a new line inside the same clause."""

OBJECT = "\ufffc"
"""Stands for a reference or a note in a flattened text, so that offsets stay true."""

MOST_ACCENTS = 30
"""How many combining characters may follow each other: what Unicode's stream-safe text allows (UAX 15)."""

NO_MARKS: frozenset[Mark] = frozenset()
_EXCLUSIVE: dict[Mark, Mark] = {"superscript": "subscript", "subscript": "superscript"}


# Frozen values cannot form cycles, so that the collector need not look at them: hence gc=False here and in Clause.
class Run(Struct, frozen=True, gc=False, tag="run"):
    """Words with one set of marks; `language` is given only where it differs from the document's."""

    text: str
    marks: frozenset[Mark] = NO_MARKS
    language: str | None = None


class Reference(Struct, frozen=True, gc=False, tag="reference"):
    """A live reference to the clause `target`; its words follow that clause's number.

    `full` prints the word too ("paragraph 4"), `number` the number alone ("4").
    """

    target: str
    form: ReferenceForm = "full"


class Note(Struct, frozen=True, gc=False, tag="note"):
    """A footnote; its number follows from its place."""

    id: str
    text: tuple[Run | Reference, ...] = ()


Inline: TypeAlias = Run | Reference | Note
Text: TypeAlias = tuple[Inline, ...]

_PLAIN = re.compile("[\t -~\xa0-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2028\u202f-\u205e\u20a0-\u20bf]*")
"""Latin and Cyrillic words with their signs: nothing unwanted, nothing that NFC would change or join."""

_BREAKS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\uffff"
    + "".join(chr(plane + low) for plane in range(0x10000, 0x110000, 0x10000) for low in (0xFFFE, 0xFFFF))
    + "]"
)


def clean(text: str) -> str:
    """Return `text` as the model may hold it; every way into the program passes here.

    Line breaks become U+2028; lone surrogates, controls (tab excepted), interlinear and object characters and
    non-characters become U+FFFD; the whole is brought to NFC. After this, text is data and is kept as it is.
    """
    if _PLAIN.fullmatch(text):
        return text
    text = _UNWANTED.sub("\ufffd", _BREAKS.sub(LINE_BREAK, text))
    return unicodedata.normalize("NFC", _stream_safe(text))


def _stream_safe(text: str) -> str:
    """Return `text` with the invisible U+034F after every 30 combining characters in a row.

    Sorting them, as NFC must, takes the square of their number: a hostile megabyte would take minutes.
    """
    spread = {character: unicodedata.normalize("NFD", character) for character in set(text)}
    accents = {character: parts for character, parts in spread.items() if unicodedata.combining(parts[0])}
    if not accents:
        return text
    text = text.translate({ord(character): parts for character, parts in accents.items() if parts != character})
    accent = "[" + re.escape("".join(sorted(set("".join(accents.values()))))) + "]"
    return re.sub(f"({accent}{{{MOST_ACCENTS}}})(?={accent})", "\\1\u034f", text)


def plain_text(text: str, language: str | None = None) -> Text:
    """Return `text` as a clause's text without marks; empty in, empty out."""
    return (Run(text, language=language),) if text else ()


def length(text: Text) -> int:
    """Return how many places `text` takes: code points, with one for each reference or note."""
    return sum(len(piece.text) if isinstance(piece, Run) else 1 for piece in text)


def flatten(text: Text) -> str:
    """Return the words of `text` with U+FFFC for each reference and note; its length is `length(text)`."""
    return "".join(piece.text if isinstance(piece, Run) else OBJECT for piece in text)


Piece = TypeVar("Piece", Run | Reference, Run | Reference | Note)


def normalise(text: Text) -> Text:
    """Return `text` with empty runs dropped and equal neighbours joined: the one form the model holds.

    Where an accent comes to stand behind another letter, the two join as in `clean`: what is saved is what is read.
    """
    return _joined(
        tuple(replace(piece, text=_joined(piece.text)) if isinstance(piece, Note) else piece for piece in text)
    )


def _joined(text: tuple[Piece, ...]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for look, alike in groupby(filter(_holds_something, text), _look):
        group = list(alike)
        if look is None or len(group) == 1:
            pieces.extend(group)
        else:
            pieces.append(Run(clean("".join(piece.text for piece in group if isinstance(piece, Run))), *look))
    return tuple(pieces)


def _holds_something(piece: Inline) -> bool:
    return not isinstance(piece, Run) or piece.text != ""


def _look(piece: Inline) -> tuple[frozenset[Mark], str | None] | None:
    return (piece.marks, piece.language) if isinstance(piece, Run) else None


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """Return the part of `text` from offset `start` to `end` (its length if None); offsets are clamped."""
    end = length(text) if end is None else end
    pieces: list[Inline] = []
    at = 0
    for piece in text:
        size = len(piece.text) if isinstance(piece, Run) else 1
        low, high = max(start - at, 0), min(end - at, size)
        if low < high:
            pieces.append(replace(piece, text=piece.text[low:high]) if isinstance(piece, Run) else piece)
        at += size
    return tuple(pieces)


def substitute(text: Text, start: int, end: int, inserted: Text) -> Text:
    """Return `text` with the places from `start` to `end` (not before `start`) replaced by `inserted`."""
    return normalise(cut(text, 0, start) + inserted + cut(text, max(start, end)))


def set_mark(text: Text, start: int, end: int, mark: Mark, on: bool) -> Text:
    """Return `text` with `mark` set or taken away on the runs between `start` and `end`.

    Superscript and subscript shut each other out.
    """
    gone: frozenset[Mark] = frozenset({_EXCLUSIVE.get(mark, mark)} if on else {mark})
    set_: frozenset[Mark] = frozenset({mark} if on else ())

    def marked(piece: Inline) -> Inline:
        return replace(piece, marks=piece.marks - gone | set_) if isinstance(piece, Run) else piece

    return substitute(text, start, end, tuple(marked(piece) for piece in cut(text, start, end)))


def references(text: Text) -> tuple[Reference, ...]:
    """Return the references in `text` and in its notes, in order."""
    found: list[Reference] = []
    for piece in text:
        if isinstance(piece, Reference):
            found.append(piece)
        elif isinstance(piece, Note):
            found.extend(inner for inner in piece.text if isinstance(inner, Reference))
    return tuple(found)


def retarget(text: Text, targets: Mapping[str, str]) -> Text:
    """Return `text` with every reference to a key of `targets` pointing at its value instead."""

    def moved(piece: Run | Reference) -> Run | Reference:
        if isinstance(piece, Run):
            return piece
        return replace(piece, target=targets.get(piece.target, piece.target))

    if not [reference for reference in references(text) if reference.target in targets]:
        return text
    return tuple(
        replace(piece, text=tuple(moved(inner) for inner in piece.text)) if isinstance(piece, Note) else moved(piece)
        for piece in text
    )
