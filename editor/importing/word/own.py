"""Files that this program wrote: styles say what a clause is, bookmarks carry its id, so that nothing is guessed.

What a colleague put in between in styles of another kind is taken as what it looks like there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.markers import read_marker
from editor.importing.pieces import after
from editor.importing.shape import finished
from editor.importing.word.paragraphs import Paragraph
from editor.importing.word.texts import tidy, trimmed, untabbed
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Clause, Kind
from editor.model.grammar import Grammar
from editor.model.text import LINE_BREAK, Run, Text, flatten, normalise
from editor.templating.schema import Punctuation, Template

_CARRIED = re.compile("_rc([0-9a-z]{1,37})")
BOOKMARK = "_rc"
"""How the names of this program's bookmarks begin; the id of the clause follows."""
_MOST_LEVELS = 9
_KINDS: tuple[Kind, ...] = ("enacting", "heading", "part", "annex", "preambular", "operative")

_PHASES: frozenset[Kind] = PARAGRAPHS | {"enacting"}

Place = tuple[Kind, int]


class Piece(Struct):
    """A clause to be, the paragraph it stood in, and whether its style said what it is; its number as Word shows it."""

    clause: Clause
    paragraph: Paragraph
    known: bool


class OwnText(Struct, frozen=True):
    """The pieces of a file of this program's, and the positions of the first and of the paragraph after the last."""

    pieces: tuple[Piece, ...]
    first: int
    last: int


def carried_id(bookmark: str) -> str:
    """Return the id of a clause that the name of a `bookmark` carries, empty without one."""
    found = _CARRIED.fullmatch(bookmark)
    return found[1] if found else ""


def clause_id(paragraph: Paragraph) -> str:
    """Return the id that a bookmark of this program's gives to `paragraph`, empty without one."""
    return next(filter(None, map(carried_id, paragraph.names)), "")


def read_own(paragraphs: Sequence[Paragraph], template: Template) -> OwnText | None:
    """Return the clauses in `paragraphs`, None where the file is not of this program's under this template.

    Clauses have a new number, to be found by the numbers they show; the ids of those without are empty.
    """
    places = _places(template)
    found = [_place(paragraph, places) for paragraph in paragraphs]
    carried = [at for at, paragraph in enumerate(paragraphs) if clause_id(paragraph)]
    if not carried or 2 * sum(found[at] is not None for at in carried) < len(carried):
        return None
    known = [at for at, place in enumerate(found) if place is not None and _is_there(paragraphs[at])]
    if not known:
        return None
    first, last = known[0], known[-1] + 1
    foreign = {style.word.casefold() for style in template.file.styles.values()}
    while last < len(paragraphs) and foreign.isdisjoint(paragraphs[last].style.names) and not paragraphs[last].cells:
        last += 1
    pieces = [_piece(paragraphs[at], found[at]) for at in range(first, last) if _is_there(paragraphs[at])]
    return OwnText(tuple(_mended(_with_kinds(pieces, template), template.file.grammar)), first, last)


def _is_there(paragraph: Paragraph) -> bool:
    return paragraph.has_words or bool(clause_id(paragraph))


def _places(template: Template) -> dict[str, Place]:
    """Return what clauses each style is for, by the style's name in Word in small letters.

    As clauses are set: sub-items and closing texts in the style of the nearest level above which has one, kinds without
    a style in that of a clause.
    """
    styles = template.file.styles
    found: dict[str, Place] = {}
    for kind in _KINDS:
        if kind in styles:
            found[_word(template, kind)] = (kind, 0)
    for level in range(_MOST_LEVELS):
        for nested, depth in (("item", level), ("closing", level + 1)):
            name = f"{nested}-{level}"
            if name in styles:
                found[_word(template, name)] = ("item" if nested == "item" else "closing", depth)
    if "clause" in styles:
        found[_word(template, "clause")] = ("operative", 0)
    return found


def _word(template: Template, name: str) -> str:
    return (template.file.styles[name].word or name).replace(",", " ").casefold()


def _place(paragraph: Paragraph, places: Mapping[str, Place]) -> Place | None:
    """Return kind and level by the paragraph's style, or the nearest below it; sub-items by their level in the list."""
    if paragraph.cells:
        return None
    found = next((places[name] for name in paragraph.style.names if name in places), None)
    number = paragraph.label
    if found is None or number is None:
        return found
    kind, level = found
    if kind == "item" or (kind == "operative" and number.level):
        return "item", number.level or level
    return (kind, number.level) if kind == "part" else found


def _piece(paragraph: Paragraph, place: Place | None) -> Piece:
    text = tidy(paragraph.pieces)
    if place is not None:
        return Piece(Clause("", place[0], place[1], text), paragraph, True)
    text = untabbed(trimmed(text)[0])
    found = read_marker(flatten(text)[:60])
    level = 0
    if paragraph.label is not None:
        level = paragraph.label.level
    elif found and found[0].dress:
        text = after(text, found[1])
        level = 0 if found[0].is_decimal else max(found[0].depth, 1)
    kind: Kind = "item" if level else "heading" if paragraph.style.heading else "operative"
    return Piece(Clause("", kind, level, text), paragraph, False)


# Kinds


def _with_kinds(pieces: list[Piece], template: Template) -> list[Piece]:
    """Return `pieces` with their paragraphs preambular or operative, division by division."""
    start = 0
    for at in range(len(pieces) + 1):
        if at == len(pieces) or pieces[at].clause.kind in DIVIDERS:
            division = [piece for piece in pieces[start:at] if piece.clause.kind in _PHASES]
            for piece, kind in zip(division, _kinds(division, template), strict=True):
                if piece.clause.kind != "enacting":
                    piece.clause = replace(piece.clause, kind=kind)
            start = at + 1
    return pieces


def _kinds(division: Sequence[Piece], template: Template) -> list[Kind]:
    """Return what the paragraphs of a division are: by bookmarks where they say it, by the phrase, by their ends."""
    begins = [_begins(piece.paragraph) for piece in division]
    first: Kind | None = next((kind for kind in begins if kind), None)
    if first is not None:
        found: list[Kind] = [first]
        for begun in begins:
            found.append(begun or found[-1])
        return found[1:]
    phrase = max((at for at, piece in enumerate(division) if piece.clause.kind == "enacting"), default=-1)
    if phrase >= 0:
        return ["preambular" if at < phrase else "operative" for at in range(len(division))]
    return _by_ends(division, template.file.punctuation)


def _begins(paragraph: Paragraph) -> Kind | None:
    """Return which part begins with `paragraph`, where its bookmarks say it."""
    for name in paragraph.names:
        if name.startswith(f"{BOOKMARK}Preambular"):
            return "preambular"
        if name.startswith(f"{BOOKMARK}Operative"):
            return "operative"
    return None


def _by_ends(division: Sequence[Piece], style: Punctuation) -> list[Kind]:
    """Return the kinds that best part clauses ending in a comma from those ending in a semicolon."""
    worth, best, boundary = 0, 0, 0
    for at, piece in enumerate(division, 1):
        end = flatten(piece.clause.text)[-20:].rstrip(' ”’"»)')
        worth += end.endswith(style.preambular) - end.endswith((*style.operative, *style.last))
        if worth > best:
            best, boundary = worth, at
    return ["preambular" if at < boundary else "operative" for at in range(len(division))]


# A tree that the grammar allows


def _mended(pieces: Sequence[Piece], grammar: Grammar) -> Iterator[Piece]:
    """Yield the pieces at levels that the grammar allows: what a colleague did in Word may not be."""
    done: list[Piece] = []
    top: Kind = "operative"
    paragraph: Kind = "operative"
    for piece in pieces:
        kind, level = piece.clause.kind, piece.clause.level
        if kind in NESTED:
            deepest = grammar.deepest if top in grammar.items_under else 0
            level = min(level, done[-1].clause.level + 1 if done else 0, deepest)
            while level and done[-1].clause.kind == "closing" and done[-1].clause.level <= level:
                closing = done.pop()
                done[-1].clause = replace(done[-1].clause, text=_joined(done[-1].clause.text, closing.clause.text))
            if not level:
                kind = paragraph
        if kind not in NESTED:
            top = kind
            level = level if kind == "part" else 0
        if kind in PARAGRAPHS:
            paragraph = kind
        elif kind == "enacting":
            paragraph = "operative"
        elif kind in DIVIDERS:
            paragraph = "preambular" if "preambular" in grammar.phases else "operative"
        if (kind, level) != (piece.clause.kind, piece.clause.level):
            piece.clause = replace(piece.clause, kind=kind, level=level)
        done.append(piece)
    yield from done


def _joined(text: Text, more: Text) -> Text:
    return normalise((*text, Run(LINE_BREAK if finished(flatten(text)) else " "), *more))
