"""What was moved, as few moves as explain the new order, each with what it took along."""

from editor.comparing.sequence import heaviest
from editor.model.clause import DIVIDERS, NESTED, Body

_BITS = 20
"""A clause weighs as much as a million of what belongs to it."""


def owners(body: Body) -> dict[str, str]:
    """Return for every clause the one it belongs to, "" for the body: its parent, else its part or annex."""
    found: dict[str, str] = {}
    chain: list[str] = []  # the clauses that a sub-item could belong to, by level
    divisions: list[tuple[str, int, str]] = []  # the open annex and parts: kind, level, id
    for clause in body:
        if clause.kind in NESTED:
            del chain[clause.level :]
            found[clause.id] = chain[-1] if chain else ""
            chain.append(clause.id)
            continue
        if clause.kind in DIVIDERS:
            while divisions and (
                clause.kind == "annex" or (divisions[-1][0] == "part" and divisions[-1][1] >= clause.level)
            ):
                divisions.pop()
        found[clause.id] = divisions[-1][2] if divisions else ""
        chain = [clause.id]
        if clause.kind in DIVIDERS:
            divisions.append((clause.kind, clause.level, clause.id))
    return found


def moves(old: Body, new: Body, pairs: dict[str, str]) -> dict[str, str]:
    """Return the moved clauses by their new ids, each with that of the clause it was moved along with, "" for none."""
    there = {clause.id for clause in new}
    before = [pairs[clause.id] for clause in old if pairs.get(clause.id) in there]
    places = {id_: at for at, id_ in enumerate(before)}
    stayed = [clause.id for clause in new if clause.id in places]
    if stayed == before:
        return {}
    above, was = owners(new), owners(old)
    kept = {other for one, other in pairs.items() if pairs.get(was[one], "") == above.get(other)}
    weights = _weights(above, kept)
    settled = set(_longest(stayed, places, weights))
    groups: dict[str, list[str]] = {}
    root: dict[str, str] = {}
    for id_ in stayed:
        if id_ not in settled:
            root[id_] = (root.get(above[id_]) if id_ in kept else None) or id_
            groups.setdefault(root[id_], []).append(id_)
    moved: dict[str, str] = {}
    for head, members in groups.items():
        along = {head, *_longest(members, places, weights)}
        moved |= {id_: head if id_ != head and id_ in along else "" for id_ in members}
    return moved


def _weights(above: dict[str, str], kept: set[str]) -> dict[str, int]:
    """Return how much is said by a clause that stays in its place.

    All that belongs to a clause weighs less than the clause itself, for it goes along; and what belongs to another one
    now has surely moved.
    """
    ranks: dict[str, int] = {"": 0}
    for id_, owner in above.items():
        ranks[id_] = ranks[owner] + (1 if id_ in kept else 2)
    deepest = max(ranks.values())
    return {id_: 1 << _BITS * (deepest - rank) for id_, rank in ranks.items()}


def _longest(ids: list[str], places: dict[str, int], weights: dict[str, int]) -> list[str]:
    """Return those of `ids` that need not move."""
    ranks = {place: rank for rank, place in enumerate(sorted(places[id_] for id_ in ids))}
    found = heaviest([ranks[places[id_]] for id_ in ids], [weights[id_] for id_ in ids])
    return [ids[at] for at in found]
