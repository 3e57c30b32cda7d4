"""The words of a clause that changed, as spans that say what came and what went."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from editor.comparing.words import Segment
from editor.compose.body import spans_of
from editor.compose.composition import ChangeKind, LineBreak, Link, NoteMark, Span, Words
from editor.model.scheme import Scheme
from editor.model.text import Note, Run, Text, cut, length
from editor.numbering import Labels, labels, notes


class Sides:
    """The labels of the old and the new text, by which their references read, and the numbers of their notes.

    `moved` are the clauses that stand elsewhere now: a reference cannot lead to both places.
    """

    def __init__(self, old: Labels, new: Labels, moved: frozenset[str] = frozenset()) -> None:
        self.moved = moved
        self.old = old
        self.new = new
        self._numbers = [
            {note.id: number for number, (_, note) in enumerate(notes(side.body), 1)} for side in (old, new)
        ]

    def before(self, text: Text) -> tuple[Span, ...]:
        """Return a piece of the old text as spans; its notes have no name that the new text has."""
        return self.gone(spans_of(text, self.old, 0)[0], self._numbers[0])

    def after(self, text: Text) -> tuple[Span, ...]:
        """Return a piece of the new text as spans."""
        spans = spans_of(text, self.new, 0)[0]
        return tuple(
            replace(span, number=self._numbers[1].get(span.id, span.number)) if isinstance(span, NoteMark) else span
            for span in spans
        )

    def gone(self, spans: Iterable[Span], numbers: dict[str, int] | None = None) -> tuple[Span, ...]:
        """Return `spans` of the old text; a note that stands in the new one too gets another id."""
        known = numbers or {}
        return tuple(
            replace(
                span,
                id=f"{span.id}_was" if span.id in self._numbers[1] else span.id,
                number=known.get(span.id, span.number),
            )
            if isinstance(span, NoteMark)
            else span
            for span in spans
        )


_NONE = Sides(labels((), Scheme()), labels((), Scheme()))


def changed(old: Text, new: Text, segments: Sequence[Segment], sides: Sides | None) -> tuple[Span, ...]:
    """Return `new` as spans with what came and went between it and `old`, as `segments` say."""
    sides = sides or _NONE
    if not segments:
        segments = (Segment("same", 0, length(old), 0, length(new)),)
    spans: list[Span] = []
    for segment in segments:
        before, after = cut(old, segment.start, segment.end), cut(new, segment.to_start, segment.to_end)
        if segment.kind == "deleted":
            spans += marked(sides.before(before), "deleted")
        elif segment.kind == "inserted":
            spans += marked(sides.after(after), "inserted")
        elif segment.kind == "note":
            spans.append(_note(before, after, segment, sides))
        else:
            spans += _kept(before, after, sides)
    return tuple(spans)


def marked(spans: Iterable[Span], change: ChangeKind, by: str = "") -> Iterator[Span]:
    """Yield `spans` as having come or gone."""
    for span in spans:
        if isinstance(span, Words | LineBreak | Link | NoteMark):
            yield replace(span, change=change, by=by)
        else:
            yield span


def _note(before: Text, after: Text, segment: Segment, sides: Sides) -> Span:
    """Return the mark of a note whose own words changed."""
    (old,), (new,) = before, after
    assert isinstance(old, Note)
    assert isinstance(new, Note)
    (mark,) = sides.after(after)
    assert isinstance(mark, NoteMark)
    spans = changed(old.text, new.text, segment.inner, sides)
    return replace(mark, spans=tuple(span for span in spans if isinstance(span, Words | LineBreak | Link)))


def _kept(old: Text, new: Text, sides: Sides) -> Iterator[Span]:
    """Yield words that stayed, with the marks they had before where those were others."""
    if old == new and not any(not isinstance(piece, Run) for piece in old):
        yield from sides.after(new)
        return
    edges = sorted({*_edges(old), *_edges(new)})
    for low, high in pairwise(edges):
        was, now = cut(old, low, high), cut(new, low, high)
        spans = sides.after(now)
        (one,), (other,) = was, now
        if isinstance(one, Run) and isinstance(other, Run):
            different = one.marks != other.marks
            for span in spans:
                yield replace(span, former=one.marks) if different and isinstance(span, Words) else span
            continue
        earlier = sides.before(was)
        (link,), (before,) = spans, earlier
        if isinstance(link, Link) and isinstance(before, Link) and not _follows(before, link, sides.moved):
            yield from marked(earlier, "deleted")
            yield from marked(spans, "inserted")
        else:
            yield link


def _follows(old: Link, new: Link, moved: frozenset[str]) -> bool:
    """Return whether a reference that reads otherwise now only follows the numbers of clauses at their places."""
    one, other = ([part.target or part.text for part in link.parts] for link in (old, new))
    return one == other and (old.text == new.text or moved.isdisjoint(one))


def _edges(text: Text) -> list[int]:
    edges = [0]
    for piece in text:
        edges.append(edges[-1] + length((piece,)))
    return edges
