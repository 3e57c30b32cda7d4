"""Words carried by mouse: what goes there is gone here."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.moving import carry
from editor.app.spans import Span
from editor.model.changes import apply, inverse
from editor.model.errors import EditError
from editor.model.grammar import check_body
from editor.model.resolution import Resolution
from editor.model.text import Note, flatten, length
from editor.paths import templates_folder
from editor.templating.load import load_template
from tests.ui.sample import named, sample

GRAMMAR = load_template(templates_folder() / "osce-pa").file.grammar


def between(start: str, low: int, end: str, high: int) -> Span:
    return Span((named(start), low), (named(end), high))


def carried(span: Span, name: str, offset: int, *, copy: bool = False) -> tuple[Resolution, str]:
    start = sample()
    found = carry(start, GRAMMAR, span, (named(name), offset), copy=copy)
    assert found is not None
    after = apply(start, found.edit.change)
    check_body(after.body, GRAMMAR)
    assert apply(after, inverse(found.edit.change)) == start
    (clause_id, low), (end_id, high) = found.start, found.edit.caret
    text = next(flatten(one.text) for one in after.body if one.id == end_id)
    return after, text[low:high] if clause_id == end_id else ""


def rows(resolution: Resolution) -> list[str]:
    return [f"{one.level} {flatten(one.text)}" for one in resolution.body]


@pytest.mark.parametrize("copy", [False, True])
def test_words_move_on_in_their_line(copy: bool) -> None:
    found, selected = carried(between("v3", 7, "v3", 15), "v3", 21, copy=copy)
    assert flatten(found.body[-1].text) == ("Decides to meet again to meet." if copy else "Decides again to meet.")
    assert selected == " to meet"


def test_words_move_back_in_their_line() -> None:
    found, selected = carried(between("v3", 15, "v3", 21), "v3", 7)
    assert flatten(found.body[-1].text) == "Decides again to meet."
    assert selected == " again"


def test_words_move_to_another_clause() -> None:
    found, _ = carried(between("p1", 9, "p1", 37), "v3", 7)
    assert flatten(found.body[0].text) == "Recalling,"
    assert flatten(found.body[-1].text) == "Decides that rivers know no borders to meet again."


def test_words_of_several_clauses_move_behind_their_end() -> None:
    found, _ = carried(between("p1", 10, "p3", 7), "p3", 44)
    assert rows(found)[:3] == [
        "0 Recalling with concern the floods of this year,that rivers know no borders,",
        "0 Bearing in mind the guidance on floods\ufffc and its use,",
        "0 Noting ",
    ]


def test_whole_clauses_keep_their_ids_and_notes() -> None:
    found, _ = carried(between("p2", 0, "p3", 0), "p1", 0)
    assert [one.id for one in found.body[:3]] == [named("p2"), named("p1"), named("p3")]
    assert [piece.id for one in found.body for piece in one.text if isinstance(piece, Note)] == [named("n1")]


def test_a_clause_moves_with_its_sub_items() -> None:
    found, _ = carried(between("v2", 0, "v3", 0), "v1", 0)
    assert [one.id for one in found.body[4:10]] == [named(name) for name in ("v2", "a1", "a2", "b1", "b2", "v1")]


def test_nothing_moves_into_itself() -> None:
    assert carry(sample(), GRAMMAR, between("p1", 3, "p2", 5), (named("p2"), 2), copy=False) is None


PLACES = [(one.id, offset) for one in sample().body for offset in {0, 3, length(one.text)}]


@given(st.tuples(*[st.integers(0, len(PLACES) - 1)] * 3), st.booleans())
def test_whatever_is_carried_anywhere_no_letter_is_lost(at: tuple[int, int, int], copy: bool) -> None:
    start = sample()
    order = {one.id: place for place, one in enumerate(start.body)}
    low, high = sorted((PLACES[at[0]], PLACES[at[1]]), key=lambda place: (order[place[0]], place[1]))
    if low == high:
        return
    try:
        found = carry(start, GRAMMAR, Span(low, high), PLACES[at[2]], copy=copy)
    except EditError:
        return
    if found is None:
        return
    after = apply(start, found.edit.change)
    check_body(after.body, GRAMMAR)
    assert apply(after, inverse(found.edit.change)) == start
    had, has = (Counter("".join(flatten(one.text) for one in state.body)) for state in (start, after))
    assert not had - has if copy or _has_phrase(start, low, high) else had == has


def _has_phrase(start: Resolution, low: tuple[str, int], high: tuple[str, int]) -> bool:
    """Return whether the enacting phrase is selected: it stays where it is, and what is put elsewhere is a copy."""
    order = {one.id: place for place, one in enumerate(start.body)}
    return order[low[0]] <= 3 <= order[high[0]]
