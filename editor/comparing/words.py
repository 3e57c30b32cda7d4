"""Two texts of a clause, word by word: what stayed, came, went, or only looks different.

A token is a whole word, a run of blanks, one sign, a reference or a note, so that a difference is never a letter inside
a word. Small remains between two differences ("of", "the") go with them: they are read as one.
"""

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from editor.comparing.sequence import common
from editor.model.text import Inline, Note, Reference, Run, Text, cut, flatten, length

SegmentKind = Literal["same", "look", "note", "deleted", "inserted"]


class Segment(Struct, frozen=True, gc=False):
    """Places `start` to `end` of the old text and what they are in the new one, `to_start` to `to_end`.

    "same": the same words; "look": the same words with other marks, or in another language; "note": one note whose own
    words changed, `inner` saying how; "deleted": nothing in the new text; "inserted": nothing in the old one. A word
    that was replaced is a deletion with an insertion after it. Offsets are those of the model: code points, and one for
    a reference or note.
    """

    kind: SegmentKind
    start: int
    end: int
    to_start: int
    to_end: int
    inner: tuple["Segment", ...] = ()


Ids = Mapping[str, str]
"""Old ids of clauses and notes that have another one in the new text."""

_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f'’ʼ]+[^\W_]+)*[\u0300-\u036f]*|[ \t\u00a0\u202f]+|.", re.DOTALL)
_ISLAND_WORDS, _ISLAND_LETTERS = 2, 9
"""The most words and letters of something unchanged that is taken into the changes around it."""

_FEW, _LEAST_KEPT = 2, 4
"""A text that more than two changes leave less than a fourth of is read as a new one."""

Token = object
_Part = tuple[int, int, int, int]


class _Tokens:
    """A text as tokens: what they are compared by, and the offsets between them."""

    def __init__(self, text: Text, key: Callable[[Inline], Token]) -> None:
        self.edges = [0]
        self.keys: list[Token] = []
        objects = (key(piece) for piece in text if not isinstance(piece, Run))
        for match in _TOKEN.finditer(flatten(text)):
            word = match.group()
            self.keys.append(next(objects) if word == "\ufffc" else word)
            self.edges.append(match.end())


def compare_texts(old: Text, new: Text, ids: Ids | None = None) -> tuple[Segment, ...]:
    """Return `old` and `new` in segments that cover both, empty if they are equal."""
    if old == new:
        return ()
    known = ids or {}
    notes = {piece.id for piece in new if isinstance(piece, Note)}
    one = _Tokens(old, lambda piece: _key(piece, known, notes))
    notes = {known.get(piece.id, piece.id) for piece in old if isinstance(piece, Note)}
    other = _Tokens(new, lambda piece: _key(piece, {}, notes))
    parts = _settled(_changes(one.keys, other.keys), one.keys, other.keys)
    found: list[Segment] = []
    at = to = 0
    for start, end, to_start, to_end in [*parts, (len(one.keys),) * 2 + (len(other.keys),) * 2]:
        start, end, to_start, to_end = one.edges[start], one.edges[end], other.edges[to_start], other.edges[to_end]
        found += _alike(old, new, at, start, to, known)
        found += [Segment("deleted", start, end, to_start, to_start)] if start < end else []
        found += [Segment("inserted", end, end, to_start, to_end)] if to_start < to_end else []
        at, to = end, to_end
    return tuple(found) if [one for one in found if one.kind != "same"] else ()


def _key(piece: Inline, ids: Ids, notes: set[str]) -> Token:
    """Return what a reference or note is compared by: its target; its id if both texts have it, else its words."""
    if isinstance(piece, Reference):
        return ids.get(piece.target, piece.target), piece.form
    assert isinstance(piece, Note)
    name = ids.get(piece.id, piece.id)
    return ("note", name) if name in notes else ("note", _renamed(piece.text, ids))


def _renamed(text: tuple[Run | Reference, ...], ids: Ids) -> Token:
    return tuple(
        piece if isinstance(piece, Run) else (ids.get(piece.target, piece.target), piece.form) for piece in text
    )


def _changes(old: list[Token], new: list[Token]) -> list[_Part]:
    """Return the stretches of tokens that differ."""
    found: list[_Part] = []
    at = to = 0
    for one, other in [*common(old, new), (len(old), len(new))]:
        if at < one or to < other:
            found.append((at, one, to, other))
        at, to = one + 1, other + 1
    return found


def _settled(changes: list[_Part], old: list[Token], new: list[Token]) -> list[_Part]:
    """Return `changes` as a reader would mark them: small islands taken in, blanks at the end of what came or went."""
    joined: list[_Part] = []
    for part in changes:
        if joined and _is_island(old[joined[-1][1] : part[0]], joined[-1], part, old, new):
            start, _, to_start, _ = joined[-1]
            joined[-1] = (start, part[1], to_start, part[3])
        else:
            joined.append(part)
    if len(joined) > _FEW and _kept(joined, old) * _LEAST_KEPT < min(_letters(old), _letters(new)):
        return [(0, len(old), 0, len(new))]
    return [_slid(part, old, new) for part in joined]


def _kept(changes: list[_Part], old: list[Token]) -> int:
    """Return how many letters of words stay between `changes`."""
    return _letters(old) - sum(_letters(old[start:end]) for start, end, _, _ in changes)


def _letters(tokens: list[Token]) -> int:
    return sum(len(token) for token in tokens if isinstance(token, str) and token[0].isalnum())


def _is_island(island: list[Token], before: _Part, after: _Part, old: list[Token], new: list[Token]) -> bool:
    """Return whether what is the same between two changes is too little to be read by itself."""
    if not all(isinstance(token, str) for token in island):
        return False
    words = [token for token in island if isinstance(token, str) and token[0].isalnum()]
    if any(token == "\u2028" for token in island):
        return False
    weight = sum(map(len, words))
    if not words:
        return _replaces(before) or _replaces(after)
    around = min(_weight(before, old, new), _weight(after, old, new))
    return len(words) <= _ISLAND_WORDS and weight <= _ISLAND_LETTERS and weight * 2 < around


def _replaces(part: _Part) -> bool:
    return part[0] < part[1] and part[2] < part[3]


def _weight(part: _Part, old: list[Token], new: list[Token]) -> int:
    sides = (old[part[0] : part[1]], new[part[2] : part[3]])
    return max(sum(len(token) if isinstance(token, str) else 1 for token in side) for side in sides)


def _slid(part: _Part, old: list[Token], new: list[Token]) -> _Part:
    """Return a pure insertion or deletion moved to begin with a word and end with the blank after it, if it can."""
    start, end, to_start, to_end = part
    tokens, low, high = (old, start, end) if start < end else (new, to_start, to_end)
    if _replaces(part) or not _is_blank(tokens[low]) or high >= len(tokens) or tokens[low] != tokens[high]:
        return part
    return (start + 1, end + 1, to_start + 1, to_end + 1)


def _is_blank(token: Token) -> bool:
    return isinstance(token, str) and token.isspace() and token != "\u2028"


def _alike(old: Text, new: Text, start: int, end: int, to: int, ids: Ids) -> list[Segment]:
    """Return places `start` to `end` of `old`, whose words `new` has at `to`, parted by whether they look the same."""
    if start == end:
        return []
    one, other = cut(old, start, end), cut(new, to, to + end - start)
    if one == other:
        return [Segment("same", start, end, to, to + end - start)]
    found: list[Segment] = []
    edges = sorted({*_edges(one), *_edges(other)})
    for low, high in pairwise(edges):
        (mine,), (theirs,) = cut(one, low, high), cut(other, low, high)
        kind, inner = _how(mine, theirs, ids)
        last = found[-1] if found else None
        if last is not None and last.kind == kind != "note":
            found[-1] = Segment(kind, last.start, start + high, last.to_start, to + high)
        else:
            found.append(Segment(kind, start + low, start + high, to + low, to + high, inner))
    return found


def _how(old: Inline, new: Inline, ids: Ids) -> tuple[SegmentKind, tuple[Segment, ...]]:
    if isinstance(old, Note) and isinstance(new, Note) and old != new:
        inner = compare_texts(old.text, new.text, ids)
        return ("note", inner) if inner else ("same", ())
    if isinstance(old, Run) and isinstance(new, Run) and (old.marks, old.language) != (new.marks, new.language):
        return "look", ()
    return "same", ()


def _edges(text: Text) -> list[int]:
    edges = [0]
    for piece in text:
        edges.append(edges[-1] + length((piece,)))
    return edges
