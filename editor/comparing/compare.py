"""`compare`: two resolutions, clause by clause and word by word."""

from collections.abc import Iterator

from msgspec.structs import replace

from editor.comparing.comparison import Aspect, Comparison, Entry, FieldChange
from editor.comparing.order import moves
from editor.comparing.pairing import Pairs, pair
from editor.comparing.words import Segment, compare_texts
from editor.model.clause import Body, Clause
from editor.model.cover import Cover
from editor.model.resolution import Remark, Resolution
from editor.model.text import Inline, Run, Text, cut, normalise

PAPER = ("template", "kind", "language", "original_language", "revision")
"""What a resolution says of itself as a paper."""


def compare(old: Resolution, new: Resolution, by_words: bool = True) -> Comparison:
    """Return what became of `old` in `new`.

    Clauses are the same where their ids are; `by_words` pairs those without a counterpart by likeness of their words,
    as in a text that came back from another program. Opening words that a template emphasises play no part.
    """
    pairs = pair(old.body, new.body, by_words)
    paper = [(key, getattr(old, key), getattr(new, key)) for key in PAPER]
    return Comparison(
        tuple(_entries(old.body, new.body, pairs)),
        _cover(old.cover, new.cover),
        tuple(FieldChange(key, one, other) for key, one, other in paper if one != other),
        _remarks(old.remarks, new.remarks),
        tuple(pairs.items()),
    )


def compare_bodies(old: Body, new: Body, by_words: bool = True) -> tuple[Entry, ...]:
    """Return what became of the clauses of `old` in `new`, in reading order."""
    return tuple(_entries(old, new, pair(old, new, by_words)))


def _entries(old: Body, new: Body, pairs: Pairs) -> Iterator[Entry]:
    moved = moves(old, new, pairs)
    renamed = {one: other for one, other in pairs.items() if one != other}
    before = {other: clause for clause in old if (other := pairs.get(clause.id))}
    gone = _Gone(old, pairs, moved)
    for clause in new:
        source = before.get(clause.id)
        if source is not None and clause.id not in moved:
            yield from gone.until(source)
            yield _kept(source, clause, renamed)
            continue
        yield from gone.beside(clause)
        if source is None:
            yield Entry("inserted", None, clause)
        else:
            yield _kept(source, clause, renamed, "moved", moved[clause.id])
    yield from gone.until(None)


class _Gone:
    """Walks through the old text, for what is not at its place any more."""

    def __init__(self, old: Body, pairs: Pairs, moved: dict[str, str]) -> None:
        self._old = old
        self._pairs = pairs
        self._moved = moved
        self._at = 0

    def until(self, clause: Clause | None) -> Iterator[Entry]:
        """Yield what went before `clause`, which stayed, and pass that; for None all that is left."""
        while self._at < len(self._old):
            here = self._old[self._at]
            self._at += 1
            if here is clause:
                return
            yield self._entry(here)

    def beside(self, clause: Clause) -> Iterator[Entry]:
        """Yield what went here, as far as the new `clause` can stand after it without passing to another parent."""
        while self._at < len(self._old):
            here = self._old[self._at]
            now = self._pairs.get(here.id)
            if here.level < clause.level or (now is not None and now not in self._moved):
                return
            self._at += 1
            yield self._entry(here)

    def _entry(self, clause: Clause) -> Entry:
        now = self._pairs.get(clause.id)
        return Entry("deleted", clause) if now is None else Entry("moved-away", clause, along=self._moved[now])


def _kept(old: Clause, new: Clause, renamed: Pairs, fate: str = "", along: str = "") -> Entry:
    if old is new or old == new:
        return Entry("moved" if fate else "same", old, new, along=along)
    segments = compare_texts(old.text, new.text, renamed)
    aspects: set[Aspect] = {name for name in _PROPERTIES if getattr(old, name) != getattr(new, name)}
    kinds = {segment.kind for segment in segments}
    aspects |= {"words"} if kinds & {"inserted", "deleted", "note"} else set()
    aspects |= {"look"} if "look" in kinds else set()
    changed = aspects - {"id"}
    return Entry("moved" if fate else "changed" if changed else "same", old, new, frozenset(aspects), segments, along)


_PROPERTIES: tuple[Aspect, ...] = ("kind", "level", "number", "restart", "extra", "id")


def _cover(old: Cover, new: Cover) -> tuple[FieldChange, ...]:
    keys = dict.fromkeys([key for key, _ in (*old.fields, *new.fields)])
    found = [FieldChange(key, old.get(key), new.get(key)) for key in keys]
    return tuple(change for change in found if change.old != change.new)


def _remarks(old: tuple[Remark, ...], new: tuple[Remark, ...]) -> tuple[tuple[Remark | None, Remark | None], ...]:
    one, other = {remark.id: remark for remark in old}, {remark.id: remark for remark in new}
    both = ((one.get(key), other.get(key)) for key in dict.fromkeys([*one, *other]))
    return tuple(change for change in both if change[0] != change[1])


def apply_body(entries: tuple[Entry, ...]) -> Body:
    """Return the new body, made of the old words where they stayed and of the new ones where they came."""
    return tuple(
        entry.new if entry.old is None else replace(entry.new, text=apply_text(entry.old.text, entry.new.text, entry))
        for entry in entries
        if entry.new is not None
    )


def apply_text(old: Text, new: Text, entry: Entry) -> Text:
    """Return the new text of a clause from the old one; references and notes that lead elsewhere are the new ones."""
    if not entry.segments:
        return _with_objects(old, new)
    pieces: list[Inline] = []
    for segment in entry.segments:
        there = cut(new, segment.to_start, segment.to_end)
        if segment.kind == "same":
            pieces += _with_objects(cut(old, segment.start, segment.end), there)
        elif segment.kind != "deleted":
            pieces += there
    return normalise(tuple(pieces))


def _with_objects(old: Text, new: Text) -> Text:
    objects = iter([piece for piece in new if not isinstance(piece, Run)])
    return tuple(piece if isinstance(piece, Run) else next(objects) for piece in old)


def revert_text(old: Text, new: Text, segments: tuple[Segment, ...]) -> Text:
    """Return the old text of a clause from the new one."""
    if not segments:
        return old
    pieces: list[Inline] = []
    for segment in segments:
        if segment.kind == "same":
            pieces += _with_objects(cut(new, segment.to_start, segment.to_end), cut(old, segment.start, segment.end))
        elif segment.kind != "inserted":
            pieces += cut(old, segment.start, segment.end)
    return normalise(tuple(pieces))
