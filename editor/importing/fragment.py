"""A piece of text that comes into one there is already: words from the clipboard become clauses, none of them lost."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from editor.importing.building import Built, build
from editor.importing.drafts import Draft
from editor.importing.joining import Paragraph, paragraphs
from editor.importing.markers import ALPHABETS, Marker, read_marker
from editor.importing.outlining import outline
from editor.importing.parts import Parts
from editor.importing.pieces import after
from editor.importing.plain import read_plain
from editor.importing.shape import Sayings
from editor.importing.source import Line, SourceText
from editor.model.clause import Body, Kind
from editor.model.ids import NewId
from editor.model.text import Inline, Run, Text, flatten, normalise
from editor.templating.begin import ENACTING
from editor.templating.schema import Template

SOFT = "\u00ad"
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_END = re.compile(r"([^\W\d_]+)[-\u2010][ \t]*$")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
_START = re.compile(r"[ \t]*([^\W\d_]+)")
_KEEPING = frozenset("anti cross ex half high long low non self semi short vice well".split())
"""First halves that keep their hyphen where nothing else tells ("non-governmental")."""

_TOLD = {
    "heading": "headings", "flattened": "raised", "not-an-item": "raised", "line-kept": "kept", "closing": "closings",
    "note-read": "notes", "markdown": "markdown", "parts": "parts", "phrase-moved": "phrase",
}  # fmt: skip
"""Guesses of the recogniser that are told of, by what they are counted under."""

Told = tuple[tuple[str, int], ...]
"""What was done to the words that is no copy of them, with how often."""


class Piece(Struct, frozen=True):
    """A clause of a fragment: its words with all their marks, its number as typed, and whether a list gave that."""

    text: Text
    marker: Marker | None = None
    listed: bool = False


class Fragment(Struct, frozen=True):
    """The clauses of a fragment, the first at level 0, with a piece for each, and what was guessed.

    `lost` says that something was left out or put elsewhere.
    """

    clauses: Body
    pieces: tuple[Piece, ...]
    told: Told
    lost: bool = False


def read_words(text: str, known: frozenset[str]) -> tuple[SourceText, Told]:
    """Return the lines of plain `text`: signs of quoting left out, soft hyphens where a word goes on in the next line.

    `known` are words, in small letters, that the document has: they tell which hyphens are a word's own.
    """
    lines = re.split("\r\n|[\r\n]", text)
    worded = [line for line in lines if line.strip()]
    quoted = sum(_QUOTE.match(line) is not None for line in worded)
    is_quoted = bool(quoted) and 2 * quoted > len(worded)
    if is_quoted:
        lines = [line[found.end() :] if (found := _QUOTE.match(line)) else line for line in lines]
    mended = _soften(lines, known)
    told = (("quoting", int(is_quoted)), ("hyphens", mended))
    return read_plain("\n".join(lines), mail=False), tuple(one for one in told if one[1])


def _soften(lines: list[str], known: frozenset[str]) -> int:
    """Make hyphens soft at which a word was parted, in place; return how many."""
    found = [(at, end) for at, line in enumerate(lines[:-1]) if (end := _END.search(line[-80:]))]
    if not found:
        return 0
    words = Counter(word.casefold() for word in _WORD.findall(" ".join(lines)))
    mended = 0
    for at, end in found:
        start = _START.match(lines[at + 1][:80])
        if start is None or not start[1][0].islower():
            continue
        first, second = end[1].casefold(), start[1].casefold()
        whole, parted = first + second, f"{first}-{second}"
        if not (whole in words or whole in known) and (parted in words or parted in known or first in _KEEPING):
            continue
        lines[at] = re.sub("[-\u2010][ \t]*$", SOFT, lines[at])
        mended += 1
    return mended


def read_fragment(source: SourceText, template: Template, language: str, top: Kind, fresh: NewId) -> Fragment:
    """Return the clauses of `source` as paragraphs of the kind `top` and their sub-items.

    Parts and enacting phrases are not looked for: they would not fit inside a text.
    """
    grammar = replace(template.file.grammar, phases=(top,), divisions=frozenset())
    begun = replace(source, lines=(*map(_begun, source.lines[:1]), *source.lines[1:]))
    drafts = outline(_paragraphs(begun, template, language, Sayings(())), Sayings(()), grammar)
    return _fragment(source, build(((_kind(draft, top), draft) for draft in drafts), grammar, fresh))


def _begun(line: Line) -> Line:
    """Return the first line with its letter kept apart, as (c) where a fragment begins in the midst of a list."""
    found = None if line.label or line.heading else read_marker(line.words[:60])
    if found is None or found[0].is_decimal or found[0].is_bullet or found[0].readings[0].digits == "path":
        return line
    marker, size = found
    if (marker.dress == "." and marker.readings[0].upper) or size >= len(line.words):
        return line
    return replace(line, text=after(line.text, size), label=marker.typed)


def read_draft(source: SourceText, template: Template, language: str, fresh: NewId) -> Fragment:
    """Return `source` as a whole text with preamble and operative part, as the template's grammar orders them."""
    grammar = template.file.grammar
    phrases = known_phrases(template)
    drafts = outline(_paragraphs(source, template, language, phrases), phrases, grammar)
    parts = Parts(drafts, grammar, template.file.punctuation)
    built = build(parts.ordered, grammar, fresh)
    moved = [draft for kind, draft in parts.ordered if kind != "enacting"] != _without_phrases(drafts)
    return replace(_fragment(source, built), lost=moved or bool(parts.dropped))


def known_phrases(template: Template) -> Sayings:
    """Return the enacting phrases of the template's languages."""
    return Sayings(template.word(known, ENACTING) for known in template.words)


def _paragraphs(source: SourceText, template: Template, language: str, phrases: Sayings) -> list[Paragraph]:
    own = (rule.format.alphabet for rule in template.scheme(language).rules if rule.format.digits == "letters")
    return paragraphs(source.lines, phrases, tuple(dict.fromkeys((*own, *ALPHABETS))))


def _without_phrases(drafts: list[Draft]) -> list[Draft]:
    return [draft for draft in drafts if draft.role != "enacting"]


def _kind(draft: Draft, top: Kind) -> Kind:
    return top if draft.role == "clause" else draft.role


def _fragment(source: SourceText, built: Built) -> Fragment:
    listed = {line.number for line in source.lines if line.label}
    pieces = tuple(Piece(_tidy(draft.text()), draft.marker, draft.first in listed) for draft in built.drafts)
    clauses = tuple(replace(clause, text=_tidy(clause.text)) for clause in built.body)
    return Fragment(clauses, pieces, tuple(_told(source, built, clauses, pieces)))


def _told(source: SourceText, built: Built, clauses: Body, pieces: tuple[Piece, ...]) -> Iterator[tuple[str, int]]:
    """Yield what was guessed, with how often; what a list says itself is no guess."""
    typed = [
        (piece.marker, clause.level)
        for clause, piece in zip(clauses, pieces, strict=True)
        if piece.marker and not piece.listed
    ]
    yield "numbers", sum(not marker.is_bullet for marker, _ in typed)
    yield "bullets", sum(marker.is_bullet for marker, _ in typed)
    yield "levels", sum(level > 0 for _, level in typed)
    firsts = {draft.first for draft in built.drafts}
    yield (
        "lines",
        sum(
            line.number not in firsts and not before.breaks and not line.gap for before, line in pairwise(source.lines)
        ),
    )
    codes = Counter(_TOLD[guess.code] for guess in (*source.guesses, *built.guesses) if guess.code in _TOLD)
    yield from codes.items()


def _tidy(text: Text) -> Text:
    """Return `text` without soft hyphens: they would part words for a search and for the spelling."""
    words = flatten(text)
    if SOFT not in words:
        return text
    pieces: list[Inline] = [
        replace(piece, text=piece.text.replace(SOFT, "")) if isinstance(piece, Run) else piece for piece in text
    ]
    if words.endswith(SOFT):
        pieces.append(Run("-", text[-1].marks if isinstance(text[-1], Run) else frozenset()))
    return normalise(tuple(pieces))
