"""Beginning what Enter never gives: a heading, a part, an annex, the text that goes on after sub-items."""

from editor.app.spans import Edit
from editor.model import edits, tree
from editor.model.changes import is_empty
from editor.model.clause import NESTED, Body, Clause, Kind
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.resolution import Resolution


def begin_kind(resolution: Resolution, grammar: Grammar, clause_id: str, kind: Kind, fresh: NewId = new_id) -> Edit:
    """Begin a clause of `kind` at the one with the caret; an empty clause becomes it where it stands.

    A heading or part comes before the clause, an annex at the end, a closing text after the sub-items that the clause
    has or is one of. EditError "no-items-yet" where there are none to close, else as the grammar says.
    """
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    if not clause.text and clause.kind != "enacting" and tree.subtree_end(body, at) == at + 1 and kind != "annex":
        try:
            change = edits.set_kind(resolution, grammar, clause_id, kind)
        except EditError:
            pass  # it cannot become that here; beside it one may begin
        else:
            if not is_empty(change):
                return Edit(change, (clause_id, 0))
    place, level = _place(body, at, kind)
    new = Clause(fresh(), kind, level)
    return Edit(edits.insert(resolution, grammar, place, [new]), (new.id, 0))


def _place(body: Body, at: int, kind: Kind) -> tuple[int, int]:
    """Return before which position a clause of `kind` begins, and its level."""
    if kind == "annex":
        return len(body), 0
    if kind != "closing":
        while body[at].kind in NESTED:
            at -= 1
        return at, 0
    owner: int | None = at if tree.subtree_end(body, at) > at + 1 else tree.parent(body, at)
    if owner is None or body[owner].kind not in {"preambular", "operative", "item"}:
        raise EditError("no-items-yet", clause=body[at].id)
    return tree.subtree_end(body, owner), body[owner].level + 1
