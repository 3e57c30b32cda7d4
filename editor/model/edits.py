"""Builders of changes. Each checks the whole result: what they return can be applied, else they raise EditError."""

from collections.abc import Iterable

from msgspec.structs import replace

from editor.model import tree
from editor.model.changes import Change, Splice
from editor.model.clause import DIVIDERS, HIGHEST_NUMBER, LONGEST_NUMBER, Body, Clause, Kind, sets_series
from editor.model.errors import EditError
from editor.model.flow import Place, join, replace_range, split
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.moves import indent, move, move_by, outdent
from editor.model.rebuild import chosen, keep_owner, landed, rebuilt, replaced
from editor.model.resolution import Resolution
from editor.model.text import LINE_BREAK, Note, Text, clean, normalise, retarget

__all__ = [
    "Place", "copies", "delete", "indent", "insert", "join", "move", "move_by", "outdent", "rebuilt",
    "replace_range", "set_kind", "set_number", "set_restart", "set_text", "split",
]  # fmt: skip


def set_text(resolution: Resolution, clause_id: str, text: Text) -> Change:
    """Give the clause `clause_id` the words `text`."""
    at = tree.position(resolution.body, clause_id)
    return replaced(resolution, at, replace(resolution.body[at], text=normalise(text)))


def set_number(resolution: Resolution, clause_id: str, number: str | None) -> Change:
    """Override the clause's number: digits set the series, other text stands outside it, None counts again.

    "" prints no number; "12." is taken as 12. EditError "number-range", "number-text", or "no-number-here".
    """
    at = tree.position(resolution.body, clause_id)
    clause = resolution.body[at]
    if number is not None and clause.kind in ("enacting", "closing"):
        raise EditError("no-number-here", clause=clause_id, kind=clause.kind)
    return replaced(resolution, at, replace(clause, number=number if number is None else _checked(number, clause_id)))


def _checked(number: str, clause_id: str) -> str:
    number = clean(number).strip()
    digits = number.rstrip(".")
    if digits.isascii() and digits.isdigit():
        digits = digits.lstrip("0")
        if not digits or not sets_series(digits):
            raise EditError("number-range", clause=clause_id, number=number[:LONGEST_NUMBER], highest=HIGHEST_NUMBER)
        return digits
    if len(number) > LONGEST_NUMBER or not {LINE_BREAK, "\t", "\ufffd"}.isdisjoint(number):
        raise EditError("number-text", clause=clause_id, number=number[:LONGEST_NUMBER], longest=LONGEST_NUMBER)
    return number


def set_restart(resolution: Resolution, clause_id: str, restart: bool | None) -> Change:
    """Say whether the part or annex begins its paragraphs at 1 again; None leaves it to the scheme."""
    at = tree.position(resolution.body, clause_id)
    clause = resolution.body[at]
    if restart is not None and clause.kind not in DIVIDERS:
        raise EditError("no-restart-here", clause=clause_id, kind=clause.kind)
    return replaced(resolution, at, replace(clause, restart=restart))


def set_kind(resolution: Resolution, grammar: Grammar, clause_id: str, kind: Kind) -> Change:
    """Make the clause a `kind`, where the grammar allows it there (an item a closing text, a paragraph a heading).

    A number or restart that the new kind cannot have goes. EditError "order" where the enacting phrase decides.
    """
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    changed = replace(
        clause,
        kind=kind,
        level=0 if clause.kind == "part" and kind != "part" else clause.level,
        number=None if kind in ("enacting", "closing") else clause.number,
        restart=clause.restart if kind in DIVIDERS else None,
    )
    change = rebuilt(resolution, grammar, (*body[:at], changed, *body[at + 1 :]))
    if kind != clause.kind and isinstance(change, Splice) and changed not in change.inserted:
        raise EditError("order", clause=clause_id, kind=kind)
    return change


def insert(resolution: Resolution, grammar: Grammar, at: int, clauses: Iterable[Clause]) -> Change:
    """Put `clauses` before position `at`; their levels must fit there, their kinds follow the place.

    EditError "inside-another" or "closing-moves" if they would take the sub-items of a clause before them.
    """
    body = resolution.body
    added = [replace(clause, text=normalise(clause.text)) for clause in clauses]
    if not 0 <= at <= len(body):
        raise EditError("no-place", clause=added[0].id if added else "")
    arranged = (*body[:at], *landed(added, body, at, grammar), *body[at:])
    change = rebuilt(resolution, grammar, arranged)
    keep_owner(body, arranged, at + len(added), divisions=False)
    return change


def delete(resolution: Resolution, grammar: Grammar, ids: Iterable[str]) -> Change:
    """Take out the clauses `ids` with their sub-items, parts and annexes with all that stands under them.

    References to them will show that their target is gone; remarks stay, and are back with the clause.
    """
    taken: set[int] = set()
    for at in chosen(resolution.body, ids):
        taken.update(range(at, tree.subtree_end(resolution.body, at)))
    return rebuilt(resolution, grammar, [clause for at, clause in enumerate(resolution.body) if at not in taken])


def copies(clauses: Iterable[Clause], fresh: NewId = new_id) -> Body:
    """Return `clauses` with new ids for them and their notes; references among them point at the copies."""
    originals = tuple(clauses)
    ids = {clause.id: fresh() for clause in originals}
    return tuple(
        replace(clause, id=ids[clause.id], text=_new_notes(retarget(clause.text, ids), fresh)) for clause in originals
    )


def _new_notes(text: Text, fresh: NewId) -> Text:
    return tuple(replace(piece, id=fresh()) if isinstance(piece, Note) else piece for piece in text)
