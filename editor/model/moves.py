"""Builders of changes that carry clauses to another place or level, each with all that belongs to it."""

from collections.abc import Iterable
from typing import Literal

from editor.model import tree
from editor.model.changes import NOTHING, Change
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause
from editor.model.errors import EditError
from editor.model.grammar import Grammar, fit_kinds
from editor.model.rebuild import at_level, chosen, keep_closings, keep_owner, landed, rebuilt, top_kind
from editor.model.resolution import Resolution


def indent(resolution: Resolution, grammar: Grammar, ids: Iterable[str]) -> Change:
    """Make the clauses `ids` sub-items of what stands before them, with their own sub-items.

    A part becomes a section of the part before it. EditError "not-indentable" for other kinds.
    """
    return _shift(resolution, grammar, ids, 1)


def outdent(resolution: Resolution, grammar: Grammar, ids: Iterable[str]) -> Change:
    """Take the clauses `ids` one level up, with their sub-items; what followed them at their level becomes theirs."""
    return _shift(resolution, grammar, ids, -1)


def _shift(resolution: Resolution, grammar: Grammar, ids: Iterable[str], by: Literal[1, -1]) -> Change:
    body = list(resolution.body)
    for at in chosen(resolution.body, ids):
        kind = body[at].kind
        if kind not in PARAGRAPHS and kind not in ("item", "part"):
            raise EditError("not-indentable", clause=body[at].id, kind=kind)
        top = top_kind(body, at)
        for inside in range(at, tree.subtree_end(resolution.body, at)):
            if kind != "part" or body[inside].kind == "part":
                body[inside] = at_level(body[inside], body[inside].level + by, top)
    keep_closings(resolution.body, tuple(body))
    return rebuilt(resolution, grammar, body)


def move(resolution: Resolution, grammar: Grammar, ids: Iterable[str], to: int, level: int) -> Change:
    """Move the clauses `ids` with their sub-items before position `to`, their heads to `level`; parts keep theirs.

    Crossing into another phase, as over the enacting phrase, changes their kind. EditError "into-itself" if `to` lies
    inside one of them, "inside-another" if the move would part a clause from its sub-items, or a part from its text.
    """
    body = resolution.body
    moved: list[Clause] = []
    taken: set[int] = set()
    roots = chosen(body, ids)
    for at in roots:
        end = tree.subtree_end(body, at)
        if at < to < end:
            raise EditError("into-itself", clause=body[at].id)
        taken.update(range(at, end))
        by = level - body[at].level if body[at].kind in NESTED | PARAGRAPHS else 0
        top = top_kind(body, at)
        moved.extend(at_level(clause, clause.level + by, top) if by else clause for clause in body[at:end])
    if not 0 <= to <= len(body):
        raise EditError("no-place", clause=body[roots[0]].id if roots else "")
    before = [clause for at, clause in enumerate(body[:to]) if at not in taken]
    after = [clause for at, clause in enumerate(body[to:], to) if at not in taken]
    moved = landed(moved, (*before, *after), len(before), grammar)
    arranged = fit_kinds((*before, *moved, *after), grammar)
    keep_owner(body, arranged, len(before) + len(moved), divisions=True)
    keep_closings(body, arranged)
    return rebuilt(resolution, grammar, arranged)


def move_by(resolution: Resolution, grammar: Grammar, ids: Iterable[str], step: Literal[-1, 1]) -> Change:
    """Move neighbouring clauses `ids` one place up (-1) or down (1) among what stands at their level.

    A sub-item goes on from the end of its list to the next list. EditError "no-place" where there is nowhere to go.
    """
    body, wanted = resolution.body, frozenset(ids)
    roots = chosen(body, wanted)
    if not roots:
        return NOTHING
    head = body[roots[0]]
    for at in roots:
        if body[at].level != head.level:
            raise EditError("mixed-levels", clause=body[at].id)
    end = tree.subtree_end(body, roots[-1])
    parents = tree.parents(body)
    for gap in range(roots[0] - 1, -1, -1) if step < 0 else range(end + 1, len(body) + 1):
        if _is_gap(body, gap, head, parents, grammar):
            return move(resolution, grammar, wanted, gap, head.level)
    raise EditError("no-place", clause=head.id)


def _is_gap(body: Body, gap: int, moved: Clause, parents: list[int | None], grammar: Grammar) -> bool:
    """Return whether `moved` could stand before position `gap` without taking what belongs to another clause."""
    if moved.kind in DIVIDERS:
        return gap == len(body) or (body[gap].kind in DIVIDERS and tree.ends_division(body[gap], moved))
    if moved.kind not in NESTED:
        return gap == len(body) or body[gap].kind not in NESTED
    if gap == 0 or (gap < len(body) and body[gap].kind in NESTED and body[gap].level > moved.level):
        return False
    before: int | None = gap - 1
    while before is not None and body[before].level >= moved.level:
        if body[before].level == moved.level and body[before].kind == "closing":
            return False
        before = parents[before]
    return before is not None and body[before].level == moved.level - 1 and body[before].kind in grammar.items_under
