from __future__ import annotations

import datetime

from editor.app.history import merged
from editor.app.remarks import LONGEST_TIP, open_count, resolved_count, signs, threads
from editor.model.changes import SetRemarks
from editor.model.clause import Clause
from editor.model.resolution import Remark, Resolution
from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.model.text import Run
from editor.numbering import labels

DAY = datetime.datetime(2027, 3, 4, 9, 30)
SCHEME = Scheme((LevelRule("operative", 0, NumberFormat()),))


def remark(name: str, clause: str, text: str = "Why?", *, author: str = "Ana", resolved: bool = False) -> Remark:
    return Remark(name, clause, author, DAY, text, resolved)


def resolution(*remarks: Remark) -> Resolution:
    body = tuple(Clause(name, "operative", 0, (Run(f"Clause {name}"),)) for name in "abc")
    return Resolution("t", "k", "en", body=body, remarks=remarks)


def test_remarks_stand_by_clause_in_the_order_of_the_text() -> None:
    state = resolution(
        remark("1", "c"), remark("2", "gone"), remark("3", "a"), remark("4", "c"), remark("5", "a", resolved=True)
    )
    numbered = labels(state.body, SCHEME)
    found = threads(state, numbered, resolved=False)
    assert [(thread.label, thread.words, thread.gone) for thread in found] == [
        ("1.", "Clause a", False),
        ("3.", "Clause c", False),
        ("", "", True),
    ]
    assert [[one.id for one in thread.remarks] for thread in found] == [["3"], ["1", "4"], ["2"]]
    assert [one.id for one in threads(state, numbered, resolved=True)[0].remarks] == ["3", "5"]


def test_open_and_resolved_ones_are_counted() -> None:
    state = resolution(remark("1", "c"), remark("2", "a", resolved=True), remark("3", "a"))
    assert (open_count(state), resolved_count(state)) == (2, 1)


def test_a_sign_tells_what_the_open_remarks_say() -> None:
    state = resolution(
        remark("1", "c", "One\u2028line"),
        remark("2", "c", "Two", author=""),
        remark("3", "a", resolved=True),
        remark("4", "b", "x" * 999),
    )
    found = signs(state)
    assert set(found) == {"b", "c"}
    assert found["c"] == "Ana: One line\nTwo"
    assert len(found["b"]) < LONGEST_TIP + 10


def test_changes_to_remarks_can_be_one_step() -> None:
    one, two, three = (remark("1", "a"),), (remark("1", "a", "Why"),), (remark("1", "a", "Why not"),)
    assert merged(SetRemarks(one, two), SetRemarks(two, three)) == SetRemarks(one, three)
    assert merged(SetRemarks(one, two), SetRemarks(one, three)) is None
