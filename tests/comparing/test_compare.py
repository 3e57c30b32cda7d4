"""Clauses compared: what came, went, moved and changed, and that the comparison leads from the old text to the new."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.comparing.compare import apply_body, compare, compare_bodies
from editor.model import edits
from editor.model.changes import apply
from editor.model.clause import Body
from editor.model.cover import Cover
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from tests.bodies import body
from tests.editing import edited
from tests.model.starts import starts
from tests.strategies import resolutions

START = """
    p pre: Recalling the past of all,
    ! say: The Assembly:
    o one: Calls on States:
      - a: to meet every year,
      - b: to report on it;
    o two: Urges members to pay;
    o three: Decides to remain seized.
"""


def read(old: str | Body, new: str | Body) -> list[str]:
    """Return the comparison of two pictures of a body as a line a clause that is not simply the same."""
    one = body(old) if isinstance(old, str) else old
    other = body(new) if isinstance(new, str) else new
    return [
        " ".join(
            [entry.fate, entry.clause.id, *sorted(entry.aspects), *([f"with {entry.along}"] if entry.along else [])]
        )
        for entry in compare_bodies(one, other)
        if entry.fate != "same"
    ]


def test_equal_texts_have_no_differences() -> None:
    assert read(START, START) == []


def test_clauses_come_and_go_where_they_stood() -> None:
    new = START.replace("o two: Urges members to pay;", "o new: Welcomes the offer;")
    assert read(START, new) == ["deleted two", "inserted new"]


def test_a_new_sub_item_stays_with_its_clause_before_what_went() -> None:
    new = START.replace("    o two: Urges members to pay;", "      - c: to be there;")
    assert read(START, new) == ["inserted c", "deleted two"]


def test_a_change_touches_one_sub_item_only() -> None:
    assert read(START, START.replace("every year", "every month")) == ["changed a words"]


def test_properties_change_apart_from_words() -> None:
    assert read(START, START.replace("o two:", "o two=12 bis:")) == ["changed two number"]
    assert read(START, START.replace("pay", "*pay*")) == ["changed two look"]
    outdented = START.replace("  - b: to report on it;", "o b: to report on it;")
    assert read(START, outdented) == ["changed b kind level"]


def test_a_moved_clause_is_one_move_with_what_it_took_along() -> None:
    more = START + "    o four: Asks the Bureau;\n    o five: Thanks all.\n"
    old = body(more)
    new = (*old[:2], *old[5:], *old[2:5])
    along = ["one", "a with one", "b with one"]
    assert read(old, new) == [f"moved-away {line}" for line in along] + [f"moved {line}" for line in along]
    turned = (*new[:-2], new[-1], new[-2])
    found = [line for line in read(old, turned) if line.startswith("moved ")]
    assert found in (["moved one", "moved b with one", "moved a"], ["moved one", "moved b", "moved a with one"])


@given(starts(), st.integers(0, 10**6))
def test_moving_one_clause_is_one_move(start: tuple[Grammar, Resolution], seed: int) -> None:
    grammar, resolution = start
    source = random.Random(seed)
    clause = source.choice(resolution.body)
    try:
        moved = apply(resolution, edits.move_by(resolution, grammar, [clause.id], source.choice((-1, 1))))
    except EditError:
        return
    comparison = compare(resolution, moved)
    assert [entry.fate for entry in comparison.changes if entry.fate in ("inserted", "deleted")] == []
    assert len([entry for entry in comparison.entries if entry.fate == "moved" and not entry.along]) <= 1


@given(starts(), st.integers(0, 10**6))
def test_applying_a_comparison_gives_the_new_text(start: tuple[Grammar, Resolution], seed: int) -> None:
    grammar, old = start
    try:
        new = edited(old, grammar, seed, steps=8)
    except ValueError:  # nothing is left to edit
        new = replace(old, body=())
    comparison = compare(old, new)
    assert apply_body(comparison.entries) == new.body
    gone = [entry.old for entry in comparison.entries if entry.fate != "moved" and entry.old]
    assert tuple(gone) == old.body, "what was there stands in its order"


@settings(max_examples=30)  # values of every shape are slow to draw
@given(resolutions, resolutions)
def test_applying_holds_for_texts_that_have_nothing_in_common(old: Resolution, new: Resolution) -> None:
    assert apply_body(compare(old, new).entries) == new.body


@settings(max_examples=30)
@given(resolutions)
def test_a_text_does_not_differ_from_itself(one: Resolution) -> None:
    assert compare(one, one).alike
    assert {entry.fate for entry in compare(one, one).entries} <= {"same"}


def test_lost_ids_are_found_again_by_the_words() -> None:
    names = iter("abcdefghijk")
    new = tuple(replace(clause, id=f"new{next(names)}") for clause in body(START.replace("every year", "every month")))
    assert read(body(START), new) == ["changed newd id words"]
    fates = [entry.fate for entry in compare_bodies(body(START), new, by_words=False)]
    assert set(fates) == {"deleted", "inserted"}


def test_clauses_of_other_words_are_not_taken_for_each_other() -> None:
    new = START.replace("o two: Urges members to pay;", "o new: Welcomes every single effort made;")
    assert read(START, new) == ["deleted two", "inserted new"]


def test_cover_and_paper_are_compared() -> None:
    old = Resolution("t", "k", "en", cover=Cover((("title", "Old"), ("venue", "Here"))))
    new = replace(old, revision="Rev.1", cover=Cover((("title", "New"), ("note", "More"))))
    comparison = compare(old, new)
    assert [(one.key, one.old, one.new) for one in comparison.cover] == [
        ("title", "Old", "New"),
        ("venue", "Here", None),
        ("note", None, "More"),
    ]
    assert [one.key for one in comparison.paper] == ["revision"]
    assert not comparison.alike
