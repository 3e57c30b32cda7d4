"""What the builders of changes share: the way from a wanted list of clauses to a change that holds."""

from collections.abc import Iterable

from msgspec.structs import replace

from editor.model import tree
from editor.model.changes import Change, Splice, body_change
from editor.model.clause import DIVIDERS, PARAGRAPHS, Body, Clause, Kind
from editor.model.errors import EditError
from editor.model.grammar import Grammar, check_body, fit_kinds, kinds_at
from editor.model.resolution import Resolution


def rebuilt(resolution: Resolution, grammar: Grammar, clauses: Iterable[Clause]) -> Change:
    """Return the change to the body `clauses`, kinds fitted to their places; EditError if the grammar forbids it."""
    body = fit_kinds(tuple(clauses), grammar)
    check_body(body, grammar)
    return body_change(resolution.body, body)


def replaced(resolution: Resolution, at: int, clause: Clause) -> Change:
    """Return the change that puts `clause`, of the same kind and level, in place of the one at position `at`."""
    return Splice(at, (resolution.body[at],), (clause,))


def chosen(body: Body, ids: Iterable[str]) -> list[int]:
    """Return the positions of the clauses `ids` but those inside another one's subtree; EditError "no-such-clause"."""
    wanted = frozenset(ids)
    missing = wanted.difference(clause.id for clause in body)
    if missing:
        raise EditError("no-such-clause", clause=min(missing))
    return tree.roots(body, wanted)


def top_kind(body: Body | list[Clause], at: int) -> Kind:
    """Return the kind of the paragraph that the clause at `at` is or belongs to, or of the last one before it."""
    return next((body[up].kind for up in range(at, -1, -1) if body[up].kind in PARAGRAPHS), "operative")


def at_level(clause: Clause, level: int, top: Kind) -> Clause:
    """Return `clause` at `level`, an item below the top, a paragraph of kind `top` there."""
    kind = clause.kind
    if level == 0 and kind == "item":
        kind = top
    elif level > 0 and kind in PARAGRAPHS:
        kind = "item"
    return replace(clause, level=level, kind=kind)


def landed(clauses: Iterable[Clause], body: Body, at: int, grammar: Grammar) -> list[Clause]:
    """Return `clauses` with their paragraphs, up to the first part among them, of a kind that may stand before `at`."""
    kinds = kinds_at(body, at, grammar)
    found = list(clauses)
    for place, clause in enumerate(found):
        if clause.kind in DIVIDERS:
            break
        if clause.kind in PARAGRAPHS and kinds and clause.kind not in kinds:
            found[place] = replace(clause, kind=kinds[0])
    return found


def keep_closings(before: Body, after: Body) -> None:
    """Raise EditError "closing-moves" if a closing text would pass from a clause that stays to another one."""
    owners = _closing_owners(after)
    for closing, owner in _closing_owners(before).items():
        if owners.get(closing, owner) != owner and any(clause.id == owner for clause in after):
            raise EditError("closing-moves", clause=closing)


def _closing_owners(body: Body) -> dict[str, str | None]:
    if not any(clause.kind == "closing" for clause in body):
        return {}
    return {
        clause.id: None if at is None else body[at].id
        for clause, at in zip(body, tree.parents(body), strict=True)
        if clause.kind == "closing"
    }


def keep_owner(before: Body, after: Body, at: int, *, divisions: bool) -> None:
    """Raise EditError if the clause at `at` of `after` belongs to another one than in `before`.

    It is the first one behind what was put in: if it stays where it belongs, so do all that follow. Without `divisions`
    it may pass to another part or annex.
    """
    if at == len(after):
        return
    clause = after[at]
    old, new = tree.owner(before, tree.position(before, clause.id)), tree.owner(after, at)
    if (None if old is None else before[old].id) == (None if new is None else after[new].id):
        return
    if clause.kind == "closing":
        raise EditError("closing-moves", clause=clause.id)
    if divisions or clause.kind == "item":
        raise EditError("inside-another", clause=clause.id)
