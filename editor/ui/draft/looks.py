"""How each clause stands on the drafting surface, from its neighbours: indent, gap above, the quiet sign over it."""

from typing import Literal

from msgspec import Struct

from editor.model.clause import DIVIDERS, NESTED, Body, Clause, Kind

Gap = Literal["clause", "item", "enacting"]
Sign = Literal["", "preamble", "operative"]


class Look(Struct, frozen=True):
    """The look of one row: `indent` in steps of a sub-item, the `gap` above it, the `sign` over it, and its `style`.

    `style` names the template's style that gives its weight and slant.
    """

    indent: int = 0
    gap: Gap = "clause"
    sign: Sign = ""
    style: str = "clause"


def looks(body: Body, signs: bool) -> tuple[Look, ...]:
    """Return the look of every clause; `signs` says whether the template parts a preamble from an operative part."""
    found: list[Look] = []
    before: Clause | None = None
    signed: set[Sign] = set()
    phrase = False
    for clause in body:
        sign: Sign = ""
        if clause.kind in DIVIDERS:
            signed, phrase = set(), False
        elif clause.kind == "enacting":
            phrase = True
        elif signs and clause.kind not in NESTED:
            part = _part(clause.kind, phrase)
            if part and part not in signed:
                sign = part
                signed.add(part)
        found.append(Look(_indent(clause), _gap(before, clause), sign, _style(clause)))
        before = clause
    return tuple(found)


def _part(kind: Kind, phrase: bool) -> Sign:
    if kind == "preambular":
        return "preamble"
    return "operative" if kind == "operative" or (kind == "heading" and phrase) else ""


def _indent(clause: Clause) -> int:
    if clause.kind == "closing":
        return max(clause.level - 1, 0)
    return clause.level if clause.kind == "item" else 0


def _gap(before: Clause | None, clause: Clause) -> Gap:
    if clause.kind in NESTED and before is not None and before.kind in NESTED:
        return "item"
    return "enacting" if clause.kind == "enacting" or clause.kind in DIVIDERS else "clause"


def _style(clause: Clause) -> str:
    if clause.kind == "item":
        return f"item-{clause.level}"
    if clause.kind == "closing":
        return f"closing-{clause.level - 1}"
    return clause.kind if clause.kind in {"enacting", "heading", "part", "annex"} else "clause"
