"""`merge`: what two people did to the same text, made one; where they disagree, both words are kept and said."""

from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from editor.comparing.mending import mend
from editor.comparing.merge_order import merge_order
from editor.comparing.merge_text import merge_texts
from editor.comparing.order import owners
from editor.model.clause import NESTED, Body, Clause, Extra
from editor.model.cover import Cover, CoverValue
from editor.model.errors import EditError
from editor.model.grammar import Grammar, check_body
from editor.model.resolution import Remark, Resolution

PAPER = ("kind", "language", "original_language", "revision")

Side: TypeAlias = Clause | CoverValue | Remark | None


class Conflict(Struct, frozen=True):
    """Something that both changed in different ways; the merged text has `mine` there, and nobody's words are lost.

    `what` is "clause" (words or properties of the clause `key`; a side that deleted it is None, and then the merged
    text keeps the other's), "place" (both moved it, elsewhere), "whole" (the merged text would break the grammar at
    this clause, so the body is mine throughout), "cover" (field `key`), "paper" (kind, language...) or "remark".
    """

    what: str
    key: str
    base: Side
    mine: Side
    theirs: Side

    def turned(self) -> "Conflict":
        """Return it as the other side sees it."""
        return Conflict(self.what, self.key, self.base, self.theirs, self.mine)


class Merged(Struct, frozen=True):
    """The merged resolution, and what is left to decide, in reading order."""

    resolution: Resolution
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Resolution, mine: Resolution, theirs: Resolution, grammar: Grammar) -> Merged:
    """Return `base` with what `mine` and `theirs` made of it, clause by clause by id.

    A clause that one side deleted and the other changed stays. The body holds to `grammar` wherever those of both sides
    do.
    """
    body, conflicts = _body(base, mine, theirs, grammar)
    cover, more = _cover(base.cover, mine.cover, theirs.cover)
    conflicts += more
    paper: dict[str, str] = {}
    for key in PAPER:
        one = _one(getattr(base, key), getattr(mine, key), getattr(theirs, key))
        paper[key] = getattr(mine, key) if one is None else one
        if one is None:
            conflicts.append(Conflict("paper", key, getattr(base, key), getattr(mine, key), getattr(theirs, key)))
    remarks, more = _remarks(base.remarks, mine.remarks, theirs.remarks)
    merged = replace(
        mine,
        body=body,
        cover=cover,
        remarks=remarks,
        words=_words(base.words, mine.words, theirs.words),
        extra=_extra(base.extra, mine.extra, theirs.extra),
        **paper,
    )
    return Merged(merged, tuple(conflicts + more))


def _one(base: str, mine: str, theirs: str) -> str | None:
    return mine if mine == theirs or theirs == base else theirs if mine == base else None


def _body(
    base: Resolution, mine: Resolution, theirs: Resolution, grammar: Grammar
) -> tuple[tuple[Clause, ...], list[Conflict]]:
    if mine.body == theirs.body or theirs.body == base.body:
        return mine.body, []
    if mine.body == base.body:
        return theirs.body, []
    known, own, other = ({clause.id: clause for clause in one.body} for one in (base, mine, theirs))
    clauses: dict[str, Clause] = {}
    conflicts: dict[str, Conflict] = {}
    for key in dict.fromkeys([*known, *own, *other]):
        clause, agreed = _clause(known.get(key), own.get(key), other.get(key))
        if clause is not None:
            clauses[key] = clause
        if not agreed:
            conflicts[key] = Conflict("clause", key, known.get(key), own.get(key), other.get(key))
    for key in _needed(base.body, mine.body, clauses) + _needed(base.body, theirs.body, clauses):
        clauses[key] = known[key]
        conflicts[key] = Conflict("clause", key, known[key], own.get(key), other.get(key))
    order, apart = merge_order(base.body, mine.body, theirs.body, clauses.keys())
    body = tuple(clauses[key] for key in order)
    places = [Conflict("place", key, known.get(key), own.get(key), other.get(key)) for key in apart]
    found = [conflicts[key] for key in dict.fromkeys([*order, *conflicts]) if key in conflicts] + places
    try:
        mended = mend(body, grammar)
        check_body(mended, grammar)
    except EditError as error:
        if _holds(mine, grammar) and _holds(theirs, grammar):
            return mine.body, _whole(known, own, other, str(error.parameters.get("clause", "")))
        return body, found
    return mended, found


def _needed(base: Body, side: Body, clauses: dict[str, Clause]) -> list[str]:
    """Return what the other side deleted though `side` put sub-items below it: they would pass to another clause."""
    above, before = owners(side), owners(base)
    nested = [clause.id for clause in side if clause.kind in NESTED and clause.id in clauses]
    return [
        above[id_]
        for id_ in nested
        if above[id_] not in clauses and above[id_] in before and above[id_] != before.get(id_)
    ]


def _holds(resolution: Resolution, grammar: Grammar) -> bool:
    try:
        check_body(resolution.body, grammar)
    except EditError:
        return False
    return True


def _whole(base: dict[str, Clause], mine: dict[str, Clause], theirs: dict[str, Clause], place: str) -> list[Conflict]:
    """Return every clause in which the sides differ, where no body could be made of both."""
    keys = dict.fromkeys([place, *mine, *theirs])
    return [
        Conflict("whole", key, base.get(key), mine.get(key), theirs.get(key))
        for key in keys
        if mine.get(key) != theirs.get(key) or key == place
    ]


def _clause(base: Clause | None, mine: Clause | None, theirs: Clause | None) -> tuple[Clause | None, bool]:
    """Return the merged clause and whether both sides agree on it; None for one that is gone."""
    if mine == theirs or theirs == base:
        return mine, True
    if mine == base:
        return theirs, True
    if mine is None or theirs is None:
        return mine or theirs, False
    start = base or Clause(mine.id, mine.kind, mine.level)
    agreed = base is not None
    text = merge_texts(start.text, mine.text, theirs.text) if base else None
    merged, agreed = (mine, False) if text is None else (replace(mine, text=text), True)
    for name in ("kind", "level", "number", "restart", "extra"):
        was, own, other = getattr(start, name), getattr(mine, name), getattr(theirs, name)
        if own == was and base is not None:
            merged = replace(merged, **{name: other})
        elif other not in (own, was):
            agreed = False
    return merged, agreed


def _cover(base: Cover, mine: Cover, theirs: Cover) -> tuple[Cover, list[Conflict]]:
    merged = mine
    conflicts: list[Conflict] = []
    for key in dict.fromkeys([key for cover in (mine, theirs, base) for key, _ in cover.fields]):
        was, own, other = base.get(key), mine.get(key), theirs.get(key)
        if own == was and other != was:
            merged = merged.with_value(key, other)
        elif other not in (own, was):
            conflicts.append(Conflict("cover", key, was, own, other))
    return replace(merged, extra=_extra(base.extra, mine.extra, theirs.extra)), conflicts


def _remarks(
    base: tuple[Remark, ...], mine: tuple[Remark, ...], theirs: tuple[Remark, ...]
) -> tuple[tuple[Remark, ...], list[Conflict]]:
    known, own, other = ({remark.id: remark for remark in side} for side in (base, mine, theirs))
    found: list[Remark] = []
    conflicts: list[Conflict] = []
    for key in dict.fromkeys([*own, *other]):
        was, one, two = known.get(key), own.get(key), other.get(key)
        kept = two if one == was else one if two == was or one == two else one or two
        found += [kept] if kept else []
        if one != was and two not in (one, was):
            conflicts.append(Conflict("remark", key, was, one, two))
    return tuple(found), conflicts


def _words(base: tuple[str, ...], mine: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    gone = {word for word in base if word not in mine or word not in theirs}
    return tuple(word for word in dict.fromkeys((*mine, *theirs)) if word not in gone)


def _extra(base: Extra, mine: Extra, theirs: Extra) -> Extra:
    """Return unknown keys of both sides, mine where both have one: what they mean nobody here knows."""
    was, own, other = dict(base), dict(mine), dict(theirs)
    keys = dict.fromkeys([*own, *other])
    found = {key: other.get(key) if own.get(key) == was.get(key) else own.get(key) for key in keys}
    return tuple((key, value) for key, value in found.items() if value is not None)
