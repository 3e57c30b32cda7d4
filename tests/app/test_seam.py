"""Where one clause becomes two, and two become one: the blank at the seam."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app import drafting
from editor.app.seam import between, blanks
from editor.app.spans import Span
from editor.model.changes import apply, inverse
from editor.model.clause import Clause
from editor.model.grammar import Grammar
from editor.model.resolution import Resolution
from editor.model.text import (
    LINE_BREAK,
    Mark,
    Note,
    Reference,
    Run,
    Text,
    clean,
    flatten,
    length,
    normalise,
    plain_text,
)

GRAMMAR = Grammar()
ITALIC: frozenset[Mark] = frozenset({"italic"})


def text_of(*texts: Text) -> Resolution:
    return Resolution(
        "t", "k", "en", body=tuple(Clause(f"c{at}", "operative", 0, text) for at, text in enumerate(texts))
    )


@pytest.mark.parametrize(
    ("head", "tail", "wanted"),
    [
        ("work", "where", " "),
        ("barracks;", "Supports", " "),
        ("(as said)", "Supports", " "),
        ("1994", "12 States", " "),
        ("work", "(where", " "),
        ("said", "“so”", " "),
        ("€", "5", " "),
        ("в работе", "ведётся", " "),
        ("work ", "where", ""),
        ("work", "\u00a0where", ""),
        ("work" + LINE_BREAK, "where", ""),
        ("work", ", where", ""),
        ("work", ")", ""),
        ("(", "where", ""),
        ("well-", "known", ""),
        ("2021\u2013", "2023", ""),
        ("and/", "or", ""),
        ("大会", "决定", ""),
        ("สมัชชา", "ตัดสินใจ", ""),
        ("e", "\u0301te", ""),
        ("", "where", ""),
        ("work", "", ""),
    ],
)
def test_a_blank_goes_between_words_alone(head: str, tail: str, wanted: str) -> None:
    assert flatten(between(plain_text(head), plain_text(tail))) == wanted


def test_references_are_words_and_notes_stand_close() -> None:
    work, reference, note = plain_text("work"), (Reference("c0"),), (Note("n"),)
    assert between(work, reference) == between(reference, work) == between(note, work) == plain_text(" ")
    assert between(work, note) == ()


def test_the_blank_has_the_marks_of_both_sides() -> None:
    both: frozenset[Mark] = frozenset({"italic", "bold"})
    assert between((Run("one", both, "fr"),), (Run("two", ITALIC, "fr"),)) == (Run(" ", ITALIC, "fr"),)
    assert between((Run("one", ITALIC, "fr"),), (Run("two"),)) == (Run(" "),)


@pytest.mark.parametrize(
    ("words", "offset", "wanted"),
    [
        ("barracks; Supports", 9, (9, 10)),
        ("barracks; Supports", 10, (9, 10)),
        ("barracks; \u00a0 Supports", 11, (9, 12)),
        ("barracks; Supports", 4, (4, 4)),
        ("barracks;" + LINE_BREAK + " Supports", 10, (10, 10)),
        ("barracks ; Supports", 9, (9, 9)),
        ("barracks ", 9, (9, 9)),
        (" barracks", 1, (1, 1)),
        ("one two", 99, (7, 7)),
    ],
)
def test_blanks_go_where_joining_puts_one_back(words: str, offset: int, wanted: tuple[int, int]) -> None:
    assert blanks(plain_text(words), offset) == wanted


@pytest.mark.parametrize("offset", [9, 10])
def test_enter_in_mid_sentence_leaves_no_blank_at_either_end(offset: int) -> None:
    before = text_of((Run("barracks; ", ITALIC), Run("Supports them")))
    edit = drafting.enter(before, GRAMMAR, Span(("c0", offset), ("c0", offset)), lambda: "new")
    after = apply(before, edit.change)
    assert [clause.text for clause in after.body] == [(Run("barracks;", ITALIC),), (Run("Supports them"),)]
    assert edit.caret == ("new", 0)
    assert apply(after, inverse(edit.change)) == before


def test_backspace_and_delete_put_a_blank_between_words() -> None:
    before = text_of(plain_text("work"), plain_text("where"))
    back = drafting.backspace_at_start(before, GRAMMAR, "c1")
    on = drafting.delete_at_end(before, GRAMMAR, "c0")
    over = drafting.delete(before, GRAMMAR, Span(("c0", 4), ("c1", 0)))
    for edit in (back, on, over):
        after = apply(before, edit.change)
        assert [flatten(clause.text) for clause in after.body] == ["work where"]
        assert apply(after, inverse(edit.change)) == before
    assert (back.caret, on.caret, over.caret) == (("c0", 5), ("c0", 4), ("c0", 4))


def test_what_is_selected_goes_and_nothing_comes() -> None:
    before = text_of(plain_text("works"), plain_text("anywhere"))
    edit = drafting.delete(before, GRAMMAR, Span(("c0", 4), ("c1", 3)))
    assert flatten(apply(before, edit.change).body[0].text) == "workwhere"


WORDS = st.text("ab é大,;.-(“”\"'\u00a0\u2028\u0301€ั", max_size=6).map(clean)
PIECES = st.one_of(
    st.builds(Run, WORDS, st.sampled_from([frozenset(), ITALIC])),
    st.just(Reference("c0")),
    st.just(Note("n")),
)


@given(st.lists(PIECES, min_size=1, max_size=4).map(lambda pieces: normalise(tuple(pieces))), st.data())
def test_divided_and_joined_a_text_is_as_before_or_has_one_blank_at_the_seam(text: Text, data: st.DataObject) -> None:
    flat = flatten(text)
    offset = data.draw(st.integers(0, length(text)))
    before = text_of(text, plain_text("end"))
    entered = drafting.enter(before, GRAMMAR, Span(("c0", offset), ("c0", offset)), lambda: "new")
    halves = apply(before, entered.change)
    assert apply(halves, inverse(entered.change)) == before
    joined = drafting.backspace_at_start(halves, GRAMMAR, entered.caret[0])
    after = apply(halves, joined.change)
    assert apply(after, inverse(joined.change)) == halves
    assert len(after.body) == len(before.body)
    low, high = blanks(text, offset)
    assert flatten(after.body[0].text) in {flat, flat[:low] + " " + flat[high:]}
    assert flat[low:high].strip() == ""
