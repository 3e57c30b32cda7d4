"""Words compared: whole words, in a form that reads well, and exact both ways."""

from __future__ import annotations

import time

import pytest
from hypothesis import given

from editor.comparing.compare import apply_text, revert_text
from editor.comparing.comparison import Entry
from editor.comparing.words import compare_texts
from editor.model.text import Note, Reference, Run, Text, cut, flatten, length
from tests.bodies import text
from tests.strategies import texts


def shown(old: str, new: str) -> str:
    """Return the comparison of two texts in the signs of tests/bodies, as [-gone-] and {+come+}."""
    one, other = text(old), text(new)
    signs = {"deleted": "[-{}-]", "inserted": "{{+{}+}}", "same": "{}", "look": "<{}>", "note": "({})"}
    return "".join(
        signs[found.kind].format(
            flatten(cut(one, found.start, found.end) or cut(other, found.to_start, found.to_end)).replace("\ufffc", "@")
        )
        for found in compare_texts(one, other)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a dog", "a big dog", "a {+big +}dog"),
        ("a big dog;", "a dog;", "a [-big -]dog;"),
        ("a dog;", "a dog today;", "a dog{+ today+};"),
        ("the State", "the States", "the [-State-]{+States+}"),
        ("calls on all;", "calls on all.", "calls on all[-;-]{+.+}"),
        ("one two three", "four five six", "[-one two three-]{+four five six+}"),
        ("urges them, now", "asks us, now", "[-urges them-]{+asks us+}, now"),
        ("l’État demande", "l’Assemblée demande", "[-l’État-]{+l’Assemblée+} demande"),
        ("very strongly urges", "very *strongly* urges", "very <strongly> urges"),
        ("as {one} says", "as {two} says", "as [-@-]{+@+} says"),
        ("as {one} says", "as {#one} says", "as [-@-]{+@+} says"),
        ("said^n(in May)", "said^n(in June)", "said(@)"),
        ("said^n(in May)", "said^m(in June)", "said[-@-]{+@+}"),
        ("said^n(in May)", "said^m(in May)", ""),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("same", "same", ""),
        ("4 May 2011", "5 May 2011", "[-4-]{+5+} May 2011"),
    ],
)
def test_differences_read_as_a_person_would_mark_them(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_words_of_a_note_are_compared_inside_it() -> None:
    (_, note) = compare_texts(text("said^n(in May)"), text("said^n(in June)"))
    assert [found.kind for found in note.inner] == ["same", "deleted", "inserted"]


@given(texts, texts)
def test_segments_lead_from_either_text_to_the_other(old: Text, new: Text) -> None:
    segments = compare_texts(old, new)
    entry = Entry("changed", segments=segments)
    assert apply_text(old, new, entry) == new
    assert revert_text(old, new, segments) == old
    if segments:
        assert [found.start for found in segments[1:]] == [found.end for found in segments[:-1]]
        assert [found.to_start for found in segments[1:]] == [found.to_end for found in segments[:-1]]
        assert (segments[0].start, segments[-1].end) == (0, length(old))
        assert (segments[0].to_start, segments[-1].to_end) == (0, length(new))


@given(texts)
def test_equal_texts_have_no_differences(same: Text) -> None:
    assert compare_texts(same, same) == ()


def test_references_follow_clauses_that_have_another_id() -> None:
    old, new = (Run("as "), Reference("one")), (Run("as "), Reference("uno"))
    assert compare_texts(old, new, {"one": "uno"}) == ()
    assert compare_texts(old, new) != ()
    noted = (Note("n", (Reference("one"),)),), (Note("m", (Reference("uno"),)),)
    assert compare_texts(*noted, {"one": "uno"}) == ()


def test_a_hostile_text_takes_no_more_than_its_length() -> None:
    long = "x y " * 50_000
    start = time.perf_counter()
    compare_texts((Run(long),), (Run(long[::-1]),))
    assert time.perf_counter() - start < 2
