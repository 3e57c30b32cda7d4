"""The order of clauses that two people arranged: what stayed is the frame, what came or moved stands behind its own."""

from collections.abc import Collection

from editor.comparing.order import moves
from editor.model.clause import Body


def merge_order(base: Body, mine: Body, theirs: Body, alive: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the ids of `alive` in their merged order, and of those that both sides moved to different places.

    What only one side moved or inserted stands where that side has it; where both put something in the same place, the
    deeper levels come first, so that sub-items stay with their clause, and then ids decide, whoever merges.
    """
    own, other = _arranged(base, mine), _arranged(base, theirs)
    frame = [clause.id for clause in base if clause.id in alive and clause.id not in own and clause.id not in other]
    fixed = set(frame)
    mine_after, their_after = _Behind(mine, fixed, own, alive), _Behind(theirs, fixed, other, alive)
    apart = [
        id_
        for id_ in own
        if id_ in their_after.anchors and mine_after.anchors.get(id_, "") != their_after.anchors[id_] and id_ in alive
    ]
    if not apart and [*other] < [*own]:  # whoever merges, the same side is asked first
        own, mine_after, their_after = other, their_after, mine_after
    for id_ in own:
        their_after.drop(id_)
    levels = _levels(mine, theirs)
    order: list[str] = []
    for anchor in ["", *frame]:
        order += [anchor] if anchor else []
        chains = [chain for chain in (mine_after.chain(anchor), their_after.chain(anchor)) if chain]
        for chain in sorted(chains, key=lambda chain: (-levels[chain[0]], chain[0])):
            order += chain
    placed = set(order)
    return order + [id_ for id_ in alive if id_ not in placed], apart


def _levels(mine: Body, theirs: Body) -> dict[str, int]:
    """Return the levels of all clauses, the deeper where the sides differ."""
    found = {clause.id: clause.level for clause in mine}
    return found | {clause.id: max(clause.level, found.get(clause.id, 0)) for clause in theirs}


def _arranged(base: Body, side: Body) -> dict[str, None]:
    """Return the ids of what `side` put in or moved, in its order."""
    known = {clause.id for clause in base}
    there = {clause.id for clause in side}
    moved = moves(base, side, {id_: id_ for id_ in known & there})
    return {clause.id: None for clause in side if clause.id not in known or clause.id in moved}


class _Behind:
    """What one side put behind each clause of the frame."""

    def __init__(self, side: Body, fixed: set[str], arranged: dict[str, None], alive: Collection[str]) -> None:
        self.anchors: dict[str, str] = {}
        self._chains: dict[str, list[str]] = {}
        anchor = ""
        for clause in side:
            if clause.id in fixed:
                anchor = clause.id
            elif clause.id in arranged and clause.id in alive:
                self.anchors[clause.id] = anchor
                self._chains.setdefault(anchor, []).append(clause.id)

    def drop(self, id_: str) -> None:
        """Leave `id_` to the other side."""
        if id_ in self.anchors:
            self._chains[self.anchors[id_]].remove(id_)

    def chain(self, anchor: str) -> list[str]:
        """Return what stands behind `anchor`, "" for the beginning."""
        return self._chains.get(anchor, [])
