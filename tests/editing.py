"""Seeded random edits of a whole text, as an impatient drafter makes them."""

import random
from collections.abc import Callable

from msgspec.structs import replace

from editor.model import edits, tree
from editor.model.changes import Change, apply
from editor.model.clause import NESTED
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import Reference, Run, length, normalise


def edited(resolution: Resolution, grammar: Grammar, seed: int, steps: int = 40) -> Resolution:
    """Return `resolution` after `steps` random edits that the grammar allowed, none of its clauses empty."""
    source = random.Random(seed)
    fresh = _fresh(source)
    done = tried = 0
    while done < steps and tried < steps * 20:
        tried += 1
        try:
            resolution = apply(resolution, _edit(resolution, grammar, source, fresh))
        except EditError:
            continue
        done += 1
    filled = (
        replace(clause, text=clause.text or (Run(f"Recalling what clause {at} lacked,"),))
        for at, clause in enumerate(resolution.body)
    )
    return replace(resolution, body=tuple(filled))


def _fresh(source: random.Random) -> Callable[[], str]:
    return lambda: "".join(source.choice("0123456789abcdefghjkmnpqrstvwxyz") for _ in range(10))


def _edit(resolution: Resolution, grammar: Grammar, source: random.Random, fresh: Callable[[], str]) -> Change:
    at = source.randrange(len(resolution.body))
    clause = resolution.body[at]
    match source.randrange(9):
        case 0:
            return edits.split(resolution, grammar, clause.id, source.randint(0, length(clause.text)), fresh)
        case 1:
            return edits.join(resolution, grammar, clause.id)
        case 2:
            return edits.indent(resolution, grammar, [clause.id])
        case 3:
            return edits.outdent(resolution, grammar, [clause.id])
        case 4:
            return edits.move_by(resolution, grammar, [clause.id], source.choice((-1, 1)))
        case 5:
            to = source.randrange(len(resolution.body) + 1)
            return edits.move(resolution, grammar, [clause.id], to, clause.level)
        case 6 if source.random() < 0.3 and clause.kind != "enacting":
            return edits.delete(resolution, grammar, [clause.id])
        case 7:
            copied = edits.copies(resolution.body[at : tree.subtree_end(resolution.body, at)], fresh)
            return edits.insert(resolution, grammar, tree.subtree_end(resolution.body, at), copied)
        case _:
            return _refer(resolution, clause.id, source)


def _refer(resolution: Resolution, clause_id: str, source: random.Random) -> Change:
    """Put a reference to some numbered clause at the end of another."""
    targets = [clause.id for clause in resolution.body if clause.kind in NESTED or clause.kind == "operative"]
    clause = tree.find(resolution.body, clause_id)
    if not targets or clause.kind == "enacting":
        raise EditError("no-place")
    text = normalise((*clause.text, Run(" see "), Reference(source.choice(targets)), Run(",")))
    return edits.set_text(resolution, clause_id, text)
