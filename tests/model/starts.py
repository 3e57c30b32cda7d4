"""Bodies that keep to a grammar, for the state machine to begin with."""

import datetime
from collections.abc import Callable

from hypothesis import assume
from hypothesis import strategies as st

from editor.model.clause import Clause, Kind
from editor.model.grammar import Grammar
from editor.model.resolution import Remark, Resolution
from editor.model.text import Note, Reference, Run, Text, normalise
from tests.bodies import counted

GRAMMARS = (
    Grammar(),
    Grammar(("enacting", "preambular", "operative"), frozenset({"operative", "item"}), deepest=2),
    Grammar(("enacting", "preambular", "enacting", "operative"), deepest_part=0),
)

words = st.sampled_from(["", "Recalling", "all ", "é", "大会", "\u2028"])


@st.composite
def starts(draw: st.DrawFn) -> tuple[Grammar, Resolution]:
    """Draw a grammar, and a resolution that keeps to it."""
    grammar = draw(st.sampled_from(GRAMMARS))
    fresh = counted("c")
    body: list[Clause] = []
    heads: list[Kind] = draw(st.lists(st.sampled_from(["part", "annex"]), max_size=2))
    for kind in heads:
        _division(draw, grammar, body, fresh)
        body.append(Clause(fresh(), kind, 0, _told(draw, body), None, draw(st.sampled_from([None, True, False]))))
    _division(draw, grammar, body, fresh)
    assume(len(body) > 3)
    date = datetime.datetime(2027, 7, 3)
    remarks = tuple(Remark(f"r{clause.id}", clause.id, "A. Drafter", date, "Why?") for clause in body[::3])
    return grammar, Resolution("t", "k", "en", body=tuple(body), remarks=remarks)


def _division(draw: st.DrawFn, grammar: Grammar, body: list[Clause], fresh: Callable[[], str]) -> None:
    for phase in grammar.phases:
        for _ in range(draw(st.integers(0, 1 if phase == "enacting" else 3))):
            body.append(Clause(fresh(), phase, 0, _told(draw, body), draw(st.sampled_from([None, None, "7", "7 bis"]))))
            if phase not in grammar.items_under:
                continue
            level = 0
            for step in draw(st.lists(st.integers(-1, 1), max_size=4)):
                level = min(max(1, level + step), level + 1, grammar.deepest)
                body.append(Clause(fresh(), "item", level, _told(draw, body)))
            if draw(st.booleans()):
                body.append(Clause(fresh(), "closing", 1, _told(draw, body)))


def _told(draw: st.DrawFn, body: list[Clause]) -> Text:
    pieces: list[Run | Reference | Note] = [Run(draw(words))]
    targets = [clause.id for clause in body]
    if draw(st.booleans()) and targets:
        target = draw(st.sampled_from(targets))
        pieces += [Reference(target), Note(f"n{target}", (Reference(target, "number"),))]
    return normalise(tuple(pieces))
