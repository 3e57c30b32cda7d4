"""Questions to the tree; the body stays a flat list, positions are indexes into it."""

from collections.abc import Iterator

from editor.model.clause import DIVIDERS, NESTED, Body, Clause
from editor.model.errors import EditError


def position(body: Body, clause_id: str) -> int:
    """Return where the clause `clause_id` stands; EditError "no-such-clause" if it does not."""
    for at, clause in enumerate(body):
        if clause.id == clause_id:
            return at
    raise EditError("no-such-clause", clause=clause_id)


def find(body: Body, clause_id: str) -> Clause:
    """Return the clause `clause_id`; EditError "no-such-clause" if there is none."""
    return body[position(body, clause_id)]


def subtree_end(body: Body, at: int) -> int:
    """Return the position after the last clause that belongs to the one at `at`.

    A clause owns its sub-items and their closing text; a part owns everything up to the next part of its level or
    above; an annex everything up to the next annex.
    """
    head = body[at]
    end = at + 1
    if head.kind in DIVIDERS:
        while end < len(body) and not ends_division(body[end], head):
            end += 1
        return end
    while end < len(body) and body[end].kind in NESTED and body[end].level > head.level:
        end += 1
    return end


def ends_division(clause: Clause, head: Clause) -> bool:
    """Return whether `clause` is a heading at which the part or annex that `head` opens is over."""
    if clause.kind == "annex":
        return True
    return head.kind == "part" and clause.kind == "part" and clause.level <= head.level


def parent(body: Body, at: int) -> int | None:
    """Return the position of the clause that the sub-item or closing text at `at` belongs to, None for top clauses."""
    clause = body[at]
    if clause.kind not in NESTED:
        return None
    for before in range(at - 1, -1, -1):
        if body[before].level < clause.level or body[before].kind not in NESTED:
            return before
    return None


def parents(body: Body) -> list[int | None]:
    """Return `parent` of every position, in one pass."""
    found: list[int | None] = []
    chain: list[int] = []
    for at, clause in enumerate(body):
        if clause.kind in NESTED:
            del chain[clause.level :]
            found.append(chain[-1] if chain else None)
        else:
            chain.clear()
            found.append(None)
        chain.append(at)
    return found


def owner(body: Body, at: int) -> int | None:
    """Return the position of what the clause at `at` belongs to, None where that is the whole body.

    A sub-item or closing text belongs to its clause, a part to the part of the level above or its annex, any other
    clause to the part or annex that it stands under.
    """
    clause = body[at]
    if clause.kind in NESTED:
        return parent(body, at)
    for before in range(at - 1, -1, -1):
        if body[before].kind in DIVIDERS and not ends_division(clause, body[before]):
            return before
    return None


def children(body: Body, at: int) -> Iterator[int]:
    """Yield the positions of the direct sub-items and closing text of the clause at `at`."""
    if body[at].kind in DIVIDERS:
        return
    for below in range(at + 1, subtree_end(body, at)):
        if body[below].level == body[at].level + 1:
            yield below


def roots(body: Body, ids: frozenset[str]) -> list[int]:
    """Return the positions of the clauses in `ids` that do not lie inside the subtree of another one."""
    found: list[int] = []
    covered = 0
    for at, clause in enumerate(body):
        if at >= covered and clause.id in ids:
            found.append(at)
            covered = subtree_end(body, at)
    return found


def division_start(body: Body, at: int) -> int:
    """Return the position of the first clause after the part or annex heading that `at` stands under, else 0."""
    for before in range(min(at, len(body)) - 1, -1, -1):
        if body[before].kind in DIVIDERS:
            return before + 1
    return 0


def division_end(body: Body, at: int) -> int:
    """Return the position of the first part or annex heading after `at`, else the end of the body."""
    return next((after for after in range(at + 1, len(body)) if body[after].kind in DIVIDERS), len(body))
