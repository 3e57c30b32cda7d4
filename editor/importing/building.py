"""From drafts to clauses: a body that the grammar allows, and the guesses with the ids of their clauses."""

from collections.abc import Iterable

from msgspec import Struct

from editor.importing.drafts import Draft
from editor.importing.pieces import plain_look
from editor.importing.report import Dropped, Guess, Source
from editor.model.clause import NESTED, Body, Clause, Kind
from editor.model.grammar import Grammar, check_body
from editor.model.ids import NewId


class Built(Struct, frozen=True):
    """A body, its clauses' drafts in the same order, where they stood, and what was guessed or left out."""

    body: Body
    drafts: tuple[Draft, ...]
    sources: tuple[Source, ...]
    guesses: tuple[Guess, ...]
    dropped: tuple[Dropped, ...]


class _Placed(Struct):
    kind: Kind
    level: int
    draft: Draft


def build(ordered: Iterable[tuple[Kind, Draft]], grammar: Grammar, fresh: NewId) -> Built:
    """Return the clauses of `ordered`.

    Sub-items deeper than `grammar` allows are drawn up, closing texts that something follows become new lines of what
    stands before them. Numbers without a text are left out.
    """
    placed: list[_Placed] = []
    dropped: list[Dropped] = []
    top: Kind = "operative"
    clauses = list(ordered)
    for at, (kind, draft) in enumerate(clauses):
        following = clauses[at + 1][0] if at + 1 < len(clauses) else None
        if not draft.words and following not in NESTED:
            dropped.append(Dropped(draft.marker.typed if draft.marker else "", draft.first, "unread"))
        elif kind in NESTED:
            _nest(placed, kind, draft, top, grammar)
        else:
            top = kind
            placed.append(_Placed(kind, 0, draft))
    body = tuple(Clause(fresh(), one.kind, one.level, plain_look(one.draft.text())) for one in placed)
    check_body(body, grammar)
    drafts = tuple(one.draft for one in placed)
    sources = tuple(
        Source(clause.id, draft.first, draft.last, draft.marker.typed if draft.marker else "")
        for clause, draft in zip(body, drafts, strict=True)
    )
    guesses = tuple(
        Guess(code, parameters, line, clause.id)
        for clause, draft in zip(body, drafts, strict=True)
        for code, parameters, line in draft.guesses
    )
    unread = tuple(Guess("unread", (("text", piece.text),), piece.line) for piece in dropped)
    return Built(body, drafts, sources, (*guesses, *unread), tuple(dropped))


def _nest(placed: list[_Placed], kind: Kind, draft: Draft, top: Kind, grammar: Grammar) -> None:
    """Place a sub-item or closing text below what stands before it."""
    before = placed[-1]
    level = min(draft.level, before.level + 1, _deepest(top, grammar))
    if level == 0:
        draft.guess("not-an-item")
        placed.append(_Placed(top, 0, draft))
        return
    if level < draft.level:
        draft.guess("flattened", 0, (("was", str(draft.level)), ("is", str(level))))
    while placed[-1].kind == "closing" and placed[-1].level <= level:
        if kind == "closing":
            placed[-1].draft.join_draft(draft)
            return
        closing = placed.pop()
        placed[-1].draft.join_draft(closing.draft)
    placed.append(_Placed(kind, level, draft))


def _deepest(top: Kind, grammar: Grammar) -> int:
    """Return the deepest level that sub-items of a clause of kind `top` may have."""
    if top not in grammar.items_under:
        return 0
    return grammar.deepest if "item" in grammar.items_under else min(1, grammar.deepest)
