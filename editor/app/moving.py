"""Words that are carried to another place in the same text, by mouse: one change."""

from msgspec import Struct

from editor.app.clipboard import paste, snippet
from editor.app.spans import Edit, Span, whole_clauses
from editor.model import edits, tree
from editor.model.changes import apply, compound
from editor.model.clause import Body
from editor.model.edits import Place
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution
from editor.model.text import length


class Carried(Struct, frozen=True):
    """The edit, and where the words begin now (its caret is where they end)."""

    edit: Edit
    start: Place


def carry(
    resolution: Resolution, grammar: Grammar, span: Span, place: Place, *, copy: bool, fresh: NewId = new_id
) -> Carried | None:
    """Move what `span` selects to `place`, or put a copy there; None where `place` lies in it and nothing is to do.

    EditError where the grammar forbids it.
    """
    body = resolution.body
    if not copy and _order(body, span.start) <= _order(body, place) <= _order(body, span.end):
        return None
    piece = snippet(body, span, moved=not copy)
    if copy:
        return _put(paste(resolution, grammar, Span(place, place), piece, fresh), place)
    ids = whole_clauses(body, span)
    if ids:
        removal = edits.delete(resolution, grammar, ids)
    else:
        removal = edits.replace_range(resolution, grammar, span.start, span.end)
    state = apply(resolution, removal)
    there = place if ids else _after(state.body, span, place)
    pasted = paste(state, grammar, Span(there, there), piece, fresh)
    return _put(Edit(compound(removal, pasted.change), pasted.caret), there)


def _put(edit: Edit, place: Place) -> Carried:
    """Return the edit with the words' start: in the line they begin at `place`, clauses are shown by their caret."""
    return Carried(edit, place if edit.caret[0] == place[0] else edit.caret)


def _order(body: Body, place: Place) -> tuple[int, int]:
    return tree.position(body, place[0]), place[1]


def _after(body: Body, span: Span, place: Place) -> Place:
    """Return where `place`, outside of `span`, is in `body`, from which the words of `span` are gone."""
    (first, low), (last, high) = span.start, span.end
    clause_id, offset = place
    if clause_id == last and offset >= high:
        kept = next((clause for clause in body if clause.id == last and first != last), None)
        clause_id, offset = (last, offset - high) if kept else (first, low + offset - high)
        if kept and kept.kind == "enacting":
            offset += high
    return clause_id, min(offset, length(tree.find(body, clause_id).text))
