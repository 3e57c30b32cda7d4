"""Builders of changes in the flow of the text: what Enter, Backspace and typing over a selection do."""

from msgspec.structs import replace

from editor.model import tree
from editor.model.changes import Change, SetRemarks, compound
from editor.model.clause import DIVIDERS, NESTED, PARAGRAPHS, Body, Clause
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.ids import NewId, new_id
from editor.model.rebuild import landed, rebuilt, replaced, top_kind
from editor.model.resolution import Resolution
from editor.model.text import Text, cut, length, normalise, retarget

Place = tuple[str, int]
"""A clause's id and an offset into its text, in code points."""


def split(resolution: Resolution, grammar: Grammar, clause_id: str, offset: int, fresh: NewId = new_id) -> Change:
    """Divide a clause at `offset`, as Enter does.

    The part that holds the start keeps the id; at offset 0 a new empty clause comes before. Sub-items go with the
    second part, except at the end of a clause that has some: there a first sub-item begins. What follows a closing text
    stands beside the clause that it closes; beside a heading, enacting phrase, part or annex stands a paragraph.
    """
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    if offset <= 0 and clause.text:
        divided = [*landed([_before(body, at, fresh())], body, at, grammar), clause]
    elif offset >= length(clause.text) and any(True for _ in tree.children(body, at)):
        divided = [clause, Clause(fresh(), "item", clause.level + 1)]
    else:
        first = replace(clause, text=cut(clause.text, 0, offset))
        second = replace(_after(body, at, fresh()), text=cut(clause.text, offset))
        divided = [first, *landed([second], body, at + 1, grammar)]
    return rebuilt(resolution, grammar, (*body[:at], *divided, *body[at + 1 :]))


def _before(body: Body, at: int, new: str) -> Clause:
    """Return an empty clause to stand before the one at `at`."""
    clause = body[at]
    return Clause(new, "item", clause.level) if clause.kind in NESTED else Clause(new, top_kind(body, at))


def _after(body: Body, at: int, new: str) -> Clause:
    """Return an empty clause to stand after the one at `at`."""
    clause = body[at]
    level = clause.level - (clause.kind == "closing")
    if clause.kind in NESTED and level:
        return Clause(new, "item", level)
    if clause.kind in NESTED | PARAGRAPHS:
        return Clause(new, top_kind(body, at))
    following = (after.kind for after in body[at + 1 :] if after.kind in PARAGRAPHS)
    return Clause(new, next(following, "operative" if clause.kind == "enacting" else top_kind(body, at)))


def join(resolution: Resolution, grammar: Grammar, clause_id: str, seam: Text = ()) -> Change:
    """Add a clause's words to the one before it with `seam` between, as Backspace does; see `replace_range`.

    EditError "enacting-phrase" if one of them is the enacting phrase (an empty clause after it just goes), "no-join" if
    the clause is a part or annex, "nothing-before" if it is the first.
    """
    body = resolution.body
    at = tree.position(body, clause_id)
    clause = body[at]
    if at == 0:
        raise EditError("nothing-before", clause=clause_id)
    if clause.kind in DIVIDERS:
        raise EditError("no-join", clause=clause_id, kind=clause.kind)
    if clause.kind == "enacting" or (body[at - 1].kind == "enacting" and clause.text):
        raise EditError("enacting-phrase", clause=clause_id)
    return replace_range(resolution, grammar, (body[at - 1].id, length(body[at - 1].text)), (clause_id, 0), seam)


def replace_range(resolution: Resolution, grammar: Grammar, start: Place, end: Place, text: Text = ()) -> Change:
    """Put `text` in place of everything between `start` and `end`, joining the two clauses.

    The first clause keeps its id, references and remarks to the last follow. An enacting phrase among them is kept
    whole, and then they are not joined; EditError "enacting-phrase" for `text` where the first is the phrase.
    """
    body = resolution.body
    (first, low), (last, high) = sorted((tree.position(body, clause_id), offset) for clause_id, offset in (start, end))
    head, tail = cut(body[first].text, 0, low), cut(body[last].text, high)
    if first == last:
        return replaced(resolution, first, replace(body[first], text=normalise(head + text + tail)))
    kept = [clause for clause in body[first + 1 : last] if clause.kind == "enacting"]
    opening = body[first]
    if opening.kind == "enacting" and text:
        raise EditError("enacting-phrase", clause=body[last].id)
    if body[last].kind == "enacting":
        kept.append(body[last])
    elif kept or (opening.kind == "enacting" and tail):
        kept.append(replace(body[last], text=tail))
    if opening.kind != "enacting":
        opening = replace(opening, text=normalise(head + text + (() if kept else tail)))
    followed = {} if kept else {body[last].id: opening.id}
    return _closed_up(resolution, grammar, [*body[:first], opening, *kept, *body[last + 1 :]], followed)


def _closed_up(resolution: Resolution, grammar: Grammar, clauses: list[Clause], followed: dict[str, str]) -> Change:
    """Return the change to `clauses`, levels drawn up, references and remarks to keys of `followed` sent to values."""
    clauses = _relevelled(clauses)
    if not followed:
        return rebuilt(resolution, grammar, clauses)
    remarks = tuple(
        replace(remark, clause=followed[remark.clause]) if remark.clause in followed else remark
        for remark in resolution.remarks
    )
    body = rebuilt(resolution, grammar, [_retargeted(clause, followed) for clause in clauses])
    return compound(body, SetRemarks(resolution.remarks, remarks))


def _retargeted(clause: Clause, targets: dict[str, str]) -> Clause:
    text = retarget(clause.text, targets)
    return clause if text is clause.text else replace(clause, text=text)


def _relevelled(clauses: list[Clause]) -> list[Clause]:
    """Return `clauses` with sub-items that lost their parent drawn up, those that were siblings staying siblings."""
    chain: list[tuple[int, int]] = []
    result: list[Clause] = []
    for clause in clauses:
        if clause.kind in NESTED:
            while len(chain) > 1 and chain[-1][0] >= clause.level:
                chain.pop()
            level = chain[-1][1] + 1 if chain else clause.level
            chain.append((clause.level, level))
            result.append(clause if level == clause.level else replace(clause, level=level))
        else:
            chain = [(clause.level, 0)]
            result.append(clause)
    return result
