"""Selections in the text, and edits with the caret's place after them; no Qt, so offsets are code points."""

from msgspec import Struct
from msgspec.structs import replace

from editor.model import edits, tree
from editor.model.changes import Change, compound
from editor.model.clause import Body, Clause
from editor.model.edits import Place
from editor.model.resolution import Resolution
from editor.model.text import Mark, Run, cut, length, set_mark, substitute


class Span(Struct, frozen=True):
    """A selection: from `start` to `end` in reading order, equal for a bare caret."""

    start: Place
    end: Place

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.start == self.end


class Edit(Struct, frozen=True):
    """A change, and where the caret stands after it."""

    change: Change
    caret: Place


def bounds(body: Body, span: Span) -> tuple[int, int]:
    """Return the positions of the first and the last clause that `span` touches."""
    first = tree.position(body, span.start[0])
    return first, first if span.end[0] == span.start[0] else tree.position(body, span.end[0])


def clause_ids(body: Body, span: Span) -> tuple[str, ...]:
    """Return the ids of all clauses that `span` touches; one that it only reaches the start of is not touched."""
    first, last = bounds(body, span)
    if last > first and span.end[1] == 0:
        last -= 1
    return tuple(clause.id for clause in body[first : last + 1])


def whole_clauses(body: Body, span: Span) -> tuple[str, ...]:
    """Return the ids of the clauses if `span` takes in whole ones with all their sub-items, else nothing.

    It does where it begins at a clause's start and ends at the start of another, or at the end of a later one.
    """
    first, last = bounds(body, span)
    if span.start[1] or first == last:
        return ()
    if span.end[1] == 0:
        last -= 1
    elif span.end[1] < length(body[last].text):
        return ()
    at = first
    while at <= last:
        at = tree.subtree_end(body, at)
    return tuple(clause.id for clause in body[first:at]) if at == last + 1 else ()


def toggle_mark(resolution: Resolution, span: Span, mark: Mark) -> Change:
    """Set `mark` on all selected words, or take it away where all of them have it."""
    pieces = _pieces(resolution.body, span)
    runs = [run for clause, low, high in pieces for run in cut(clause.text, low, high) if isinstance(run, Run)]
    on = not all(mark in run.marks for run in runs)
    changes = [
        edits.set_text(resolution, clause.id, set_mark(clause.text, low, high, mark, on))
        for clause, low, high in pieces
    ]
    return compound(*changes)


def set_language(resolution: Resolution, span: Span, language: str | None) -> Change:
    """Say that the selected words are in `language` (two letters); None stands for that of the whole text."""
    changes = [
        edits.set_text(
            resolution,
            clause.id,
            substitute(
                clause.text,
                low,
                high,
                tuple(
                    replace(piece, language=language) if isinstance(piece, Run) else piece
                    for piece in cut(clause.text, low, high)
                ),
            ),
        )
        for clause, low, high in _pieces(resolution.body, span)
    ]
    return compound(*changes)


def _pieces(body: Body, span: Span) -> list[tuple[Clause, int, int]]:
    """Return the clauses that `span` touches, each with the offsets between which its words are selected."""
    first, last = bounds(body, span)
    found: list[tuple[Clause, int, int]] = []
    for at in range(first, last + 1):
        low = span.start[1] if at == first else 0
        high = span.end[1] if at == last else length(body[at].text)
        found.append((body[at], low, high))
    return found
