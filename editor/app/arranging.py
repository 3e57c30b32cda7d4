"""What is done to whole clauses from the outline: pure functions from a state and chosen clauses to an edit.

They raise EditError for what the grammar refuses; nothing is moved by them.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from editor.app import clipboard
from editor.app.clipboard import Snippet
from editor.app.spans import Edit, Span
from editor.model import edits, tree
from editor.model.changes import apply, compound
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause, Kind
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.rebuild import at_level, chosen
from editor.model.resolution import Resolution
from editor.model.text import length
from editor.templating.schema import Template

if TYPE_CHECKING:
    from editor.app.pasting import Pasted


def with_all_below(body: Body, ids: Iterable[str]) -> tuple[tuple[Clause, ...], ...]:
    """Return the clauses `ids` in reading order, each with what stands under it; EditError "no-such-clause"."""
    return tuple(tuple(body[at : tree.subtree_end(body, at)]) for at in chosen(body, ids))


def add_after(resolution: Resolution, grammar: Grammar, clause_id: str, fresh: NewId = new_id) -> Edit:
    """Begin a clause of the same kind and level after `clause_id` and what is below it; under a part its first."""
    body = resolution.body
    at = tree.position(body, clause_id)
    before = body[at]
    if before.kind in DIVIDERS:
        new = Clause(fresh(), _first_kind(grammar))
        return Edit(edits.insert(resolution, grammar, at + 1, [new]), (new.id, 0))
    nested = before.kind in NESTED
    end = at if before.kind == "closing" else tree.subtree_end(body, at)
    kind: Kind = "item" if nested else before.kind if before.kind in PARAGRAPHS else "operative"
    new = Clause(fresh(), kind, before.level if nested else 0)
    return Edit(edits.insert(resolution, grammar, end, [new]), (new.id, 0))


def _first_kind(grammar: Grammar) -> Kind:
    return next((phase for phase in grammar.phases if phase in PARAGRAPHS), "operative")


def add_at(resolution: Resolution, grammar: Grammar, at: int, kind: Kind, fresh: NewId = new_id) -> Edit:
    """Begin a paragraph of `kind` before position `at`."""
    new = Clause(fresh(), kind)
    return Edit(edits.insert(resolution, grammar, at, [new]), (new.id, 0))


def duplicate(
    resolution: Resolution, grammar: Grammar, ids: Iterable[str], fresh: NewId = new_id
) -> tuple[Edit, tuple[str, ...]]:
    """Put copies of the clauses `ids` with all below them after the last one; return also the ids of the copies."""
    body = resolution.body
    roots = chosen(body, ids)
    trees = with_all_below(body, [body[at].id for at in roots])
    level = body[roots[-1]].level
    heads: list[str] = []
    copies: list[Clause] = []
    for found in trees:
        made = edits.copies(found, fresh)
        heads.append(made[0].id)
        copies += _lifted(made, level)
    end = tree.subtree_end(body, roots[-1])
    return Edit(edits.insert(resolution, grammar, end, copies), (heads[0], 0)), tuple(heads)


def _lifted(clauses: Sequence[Clause], level: int) -> list[Clause]:
    """Return a tree of clauses with its head at `level`."""
    head = clauses[0]
    by = level - head.level if head.kind in NESTED | PARAGRAPHS else 0
    top = head.kind if head.kind in PARAGRAPHS else "operative"
    return [at_level(clause, clause.level + by, top) if by else clause for clause in clauses]


def picked(body: Body, ids: Iterable[str], *, moved: bool = False) -> Snippet:
    """Return the clauses `ids` for the clipboard, each with all below it; those deeper than the first come up to it."""
    trees = with_all_below(body, ids)
    first = trees[0][0].level if trees else 0
    found = [clause for clauses in trees for clause in _lifted(clauses, min(first, clauses[0].level))]
    return Snippet(tuple(found), whole=True, moved=moved)


def paste_after(
    resolution: Resolution, grammar: Grammar, clause_id: str, piece: Snippet, fresh: NewId = new_id
) -> Edit:
    """Put `piece` after the clause `clause_id` and its sub-items, in the place of an empty one."""
    place = (clause_id, length(tree.find(resolution.body, clause_id).text))
    return clipboard.paste(resolution, grammar, Span(place, place), replace(piece, whole=True, begun=False), fresh)


def read_after(
    resolution: Resolution, template: Template, clause_id: str, page: str, words: str, fresh: NewId = new_id
) -> "Pasted":
    """Put words of another program after `clause_id` and what is below it: the HTML `page`, or `words` if it is empty.

    ImportFailure "import-too-large" for more than can be pasted.
    """
    from editor.app.pasting import paste_html, paste_text  # the start does without it

    room = add_after(resolution, template.file.grammar, clause_id, fresh)
    state, span = apply(resolution, room.change), Span(room.caret, room.caret)
    pasted = (
        paste_html(state, template, span, page, words, fresh)
        if page
        else paste_text(state, template, span, words, fresh)
    )
    return replace(pasted, edit=Edit(compound(room.change, pasted.edit.change), pasted.edit.caret))


def beside(body: Body, ids: Iterable[str]) -> str:
    """Return the clause that one comes to when `ids` are taken away: the next one that stays, else the one before."""
    roots = chosen(body, ids)
    gone = {at for root in roots for at in range(root, tree.subtree_end(body, root))}
    after = [at for at in range(max(gone) + 1, len(body)) if at not in gone and body[at].kind != "enacting"]
    before = [at for at in range(min(gone)) if body[at].kind != "enacting"]
    return body[after[0]].id if after else body[before[-1]].id if before else ""
