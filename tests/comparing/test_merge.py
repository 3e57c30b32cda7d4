"""Three texts made one: nothing is lost, and who merges does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.comparing.merge import Merged, merge
from editor.comparing.merge_text import merge_texts
from editor.model.clause import Clause
from editor.model.cover import Cover
from editor.model.grammar import Grammar, check_body
from editor.model.resolution import Resolution
from editor.model.text import flatten
from tests.bodies import body, text
from tests.editing import edited
from tests.model.starts import starts

BASE = """
    p pre: Recalling the past of all,
    ! say: The Assembly:
    o one: Calls on States:
      - a: to meet every year,
      - b: to report on it;
    o two: Urges members to pay;
    o three: Decides to remain seized.
"""
GRAMMAR = Grammar()
three = st.tuples(starts(), st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 6))


def resolution(picture: str) -> Resolution:
    return Resolution("t", "k", "en", body=body(picture))


def merged(mine: str, theirs: str, base: str = BASE) -> Merged:
    return merge(resolution(base), resolution(mine), resolution(theirs), GRAMMAR)


def words(one: Resolution) -> list[str]:
    return [f"{clause.id}: {flatten(clause.text)}" for clause in one.body]


def changed(base: Resolution, grammar: Grammar, seed: int, steps: int) -> Resolution:
    try:
        return edited(base, grammar, seed, steps)
    except ValueError:  # nothing is left to edit
        return replace(base, body=())


def test_words_of_both_come_into_one_clause() -> None:
    found = merged(BASE.replace("every year", "every single year"), BASE.replace("to meet", "to gather"))
    assert "a: to gather every single year," in words(found.resolution)
    assert found.conflicts == ()


def test_both_words_are_kept_where_they_disagree() -> None:
    found = merged(BASE.replace("every year", "every month"), BASE.replace("every year", "every week"))
    (conflict,) = found.conflicts
    assert (conflict.what, conflict.key) == ("clause", "a")
    assert isinstance(conflict.mine, Clause)
    assert isinstance(conflict.theirs, Clause)
    assert [flatten(side.text) for side in (conflict.mine, conflict.theirs)] == [
        "to meet every month,",
        "to meet every week,",
    ]
    assert found.resolution.body[3] == conflict.mine


def test_what_one_deleted_and_the_other_changed_stays() -> None:
    gone = BASE.replace("    o two: Urges members to pay;\n", "")
    changed = BASE.replace("members to pay", "members to give")
    for mine, theirs in ((gone, changed), (changed, gone)):
        found = merged(mine, theirs)
        assert "two: Urges members to give;" in words(found.resolution)
        assert [conflict.key for conflict in found.conflicts] == ["two"]


def test_a_clause_stays_for_the_sub_items_that_the_other_put_below_it() -> None:
    gone = BASE.replace("    o two: Urges members to pay;\n", "")
    below = BASE.replace("to pay;\n", "to pay:\n      - c: at once;\n")
    found = merged(gone, below)
    assert [line.partition(":")[0] for line in words(found.resolution)] == "pre say one a b two c three".split()
    assert [conflict.key for conflict in found.conflicts] == ["two"]


def test_insertions_of_both_at_one_place_stand_in_one_order() -> None:
    mine = BASE.replace("    o three", "    o new: Welcomes the offer;\n    o three")
    theirs = BASE.replace("    o three", "    o else: Regrets the delay;\n    o three")
    found, turned = merged(mine, theirs), merged(theirs, mine)
    assert found.resolution.body == turned.resolution.body
    assert [clause.id for clause in found.resolution.body][5:] == ["two", "else", "new", "three"]


def test_a_move_and_a_change_go_together() -> None:
    line = "    o two: Urges members to pay;\n"
    moved = BASE.replace(line, "").replace("    o one", line + "    o one")
    found = merged(moved, BASE.replace("to pay", "to give"))
    assert [clause.id for clause in found.resolution.body] == "pre say two one a b three".split()
    assert "two: Urges members to give;" in words(found.resolution)


def test_cover_and_paper_merge_field_by_field() -> None:
    base = replace(resolution(BASE), cover=Cover((("title", "Old"), ("venue", "Here"))))
    mine = replace(base, cover=Cover((("title", "Mine"), ("venue", "Here"))), revision="Rev.1")
    theirs = replace(base, cover=Cover((("title", "Theirs"), ("venue", "There"))))
    found = merge(base, mine, theirs, GRAMMAR)
    assert found.resolution.cover.fields == (("title", "Mine"), ("venue", "There"))
    assert found.resolution.revision == "Rev.1"
    assert [(one.what, one.key, one.mine, one.theirs) for one in found.conflicts] == [
        ("cover", "title", "Mine", "Theirs")
    ]


def test_the_same_change_by_both_is_no_conflict() -> None:
    assert merge_texts(text("a b c"), text("a x c"), text("a x c")) == text("a x c")
    assert merge_texts(
        text("one two three four five"), text("1 two three four five"), text("one two three four 5")
    ) == text("1 two three four 5")
    assert merge_texts(text("a b c"), text("a x c"), text("a y c")) is None


@given(three)
def test_a_side_that_did_nothing_changes_nothing(drawn: tuple[tuple[Grammar, Resolution], int, int, int]) -> None:
    (grammar, base), seed, _, steps = drawn
    mine = changed(base, grammar, seed, steps)
    assert merge(base, mine, base, grammar) == Merged(mine)
    assert merge(base, base, mine, grammar).resolution.body == mine.body
    assert merge(base, mine, mine, grammar) == Merged(mine)


@given(three)
def test_merging_loses_no_clause_and_no_word(drawn: tuple[tuple[Grammar, Resolution], int, int, int]) -> None:
    (grammar, base), one, other, steps = drawn
    mine, theirs = changed(base, grammar, one, steps), changed(base, grammar, other + 10**7, steps)
    found = merge(base, mine, theirs, grammar)
    check_body(found.resolution.body, grammar)
    held = {clause.id: clause for clause in found.resolution.body}
    known = {clause.id: clause for clause in base.body}
    disputed = {conflict.key for conflict in found.conflicts}
    there = [{clause.id: clause for clause in side.body} for side in (mine, theirs)]
    for side, opposite in (there, there[::-1]):
        for key, clause in side.items():
            if key not in held:
                assert key in disputed or (known.get(key) == clause and key not in opposite)
            elif clause.text != known.get(key, clause).text and opposite.get(key) in (known.get(key), None):
                assert held[key].text == clause.text or key in disputed


@given(three)
def test_the_order_of_sides_turns_conflicts_and_nothing_else(
    drawn: tuple[tuple[Grammar, Resolution], int, int, int],
) -> None:
    (grammar, base), one, other, steps = drawn
    mine, theirs = changed(base, grammar, one, steps), changed(base, grammar, other + 10**7, steps)
    found, turned = merge(base, mine, theirs, grammar), merge(base, theirs, mine, grammar)
    assert {conflict.turned() for conflict in found.conflicts} == set(turned.conflicts)
    if not found.conflicts:
        assert found.resolution.body == turned.resolution.body
