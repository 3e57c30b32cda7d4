"""What is found in text, notes and cover, and what stands there after replacing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.app import finding
from editor.app.finding import Finder, FindError, Hit, Query
from editor.app.replacing import replaced
from editor.model.changes import apply, inverse, is_empty
from editor.model.clause import Clause
from editor.model.cover import Cover, Person
from editor.model.resolution import Resolution
from editor.model.text import Note, Reference, Run, Text, clean, flatten, normalise
from tests import strategies
from tests.bodies import drawn, resolution

RIVERS = resolution("""
    p one: The river and the *river* basin^n(A river, see {one}.) of rivers,
    o two: River of {one} river;
""")


def hits(query: Query, text: Resolution = RIVERS) -> list[Hit]:
    return list(Finder(query).hits(text))


def seen(query: Query, text: Resolution = RIVERS) -> list[str]:
    """Return where the hits are: clause, or note, or field, and the offset."""
    return [f"{hit.part or hit.field or hit.note or hit.clause} {hit.start}" for hit in hits(query, text)]


def after(query: Query, words: str, text: Resolution = RIVERS) -> str:
    finder = Finder(query)
    return drawn(apply(text, replaced(text, finder, finder.hits(text), words)).body)


def one(words: str | Text) -> Resolution:
    text = (Run(words),) if isinstance(words, str) else words
    return replace(RIVERS, body=(Clause("one", "operative", text=text),))


def test_hits_come_in_reading_order_a_notes_where_its_mark_stands() -> None:
    assert seen(Query("river")) == ["one 4", "one 18", "n 2", "one 34", "two 0", "two 11"]


def test_nothing_looked_for_is_not_found() -> None:
    assert hits(Query("")) == []
    assert hits(Query("x*", pattern=True), one("river")) == []


def test_case_and_whole_words() -> None:
    assert seen(Query("River", case=True)) == ["two 0"]
    assert seen(Query("river", whole=True)) == ["one 4", "one 18", "n 2", "two 0", "two 11"]
    assert seen(Query("riv[a-z]+", pattern=True, whole=True))[3] == "one 34"
    assert seen(Query("a|the", pattern=True, whole=True)) == ["one 0", "one 14", "n 0"]


def test_a_sign_of_the_keyboard_finds_the_typographers() -> None:
    text = one("l’eau\xa0; «\u202foui\u202f» “so” X\u2011Y")
    assert [hit.start for hit in hits(Query("l'eau ;"), text)] == [0]
    assert [hit.start for hit in hits(Query('" oui "'), text)] == [8]
    assert [hit.start for hit in hits(Query("x-y"), text)] == [21]
    assert hits(Query("'eau", pattern=True), text) == []


def test_no_hit_lies_over_a_reference() -> None:
    assert seen(Query("of.*river;", pattern=True)) == []
    assert seen(Query(".+", pattern=True))[-2:] == ["two 0", "two 10"]


def test_cover_is_searched_but_no_code() -> None:
    cover = Cover(
        (
            ("title", "Rivers 27"),
            ("sponsor", Person("Ms.", "Ria", "River", "Luxembourg")),
            ("cosponsors", (Person("Mr.", "Jo", "Poe", "Monaco"), Person("Ms.", "Ada", "Rivera", "Monaco"))),
        )
    )
    text = replace(RIVERS, cover=cover, body=())
    assert seen(Query("river"), text) == ["title 0", "family 0", "family 0"]
    assert [hit.person for hit in hits(Query("river"), text)] == [-1, -1, 1]
    assert [hit.where for hit in hits(Query("river"), text)] == ["cover"] * 3
    changed = apply(text, replaced(text, (finder := Finder(Query("Monaco"))), finder.hits(text), "Malta"))
    assert [person.country for person in changed.cover.people("cosponsors")] == ["Malta", "Malta"]


def test_a_new_family_name_does_not_keep_the_capitals_of_the_old() -> None:
    person = Person("Ms.", "Ria", "van River", "Malta", "van RIVER")
    text = replace(RIVERS, cover=Cover((("sponsor", person),)), body=())
    finder = Finder(Query("Riv"))
    changed = apply(text, replaced(text, finder, finder.hits(text), "Wat"))
    assert changed.cover.person("sponsor") == Person("Ms.", "Ria", "van Water", "Malta")


def test_replacing_keeps_marks_references_and_notes() -> None:
    assert after(Query("river"), "lake") == (
        "p one: The lake and the *lake* basin^n(A lake, see {one}.) of lakes,\no two: lake of {one} lake;"
    )


def test_all_is_one_change_and_is_taken_back() -> None:
    finder = Finder(Query("r"))
    change = replaced(RIVERS, finder, finder.hits(RIVERS), "")
    assert apply(apply(RIVERS, change), inverse(change)) == RIVERS


def test_one_hit_alone_is_replaced() -> None:
    finder = Finder(Query("river"))
    change = replaced(RIVERS, finder, [finder.hits(RIVERS)[1]], "lake")
    assert drawn(apply(RIVERS, change).body).count("lake") == 1
    assert "*lake*" in drawn(apply(RIVERS, change).body)


@pytest.mark.parametrize(
    ("pattern", "words", "result"),
    [
        (r"(\w+) of (\w+)", r"\2’s $1", "rivers’s banks here"),
        (r"(banks)", "$0, $0", "banks, banks of rivers here"),
        (r"banks", "$$1 \\\\", "$1 \\ of rivers here"),
        (r"(banks)|(x)", "[$2$1]", "[banks] of rivers here"),
        (r"(b)anks", "$12$9", "b2 of rivers here"),
        (r" here", r"\n", "banks of rivers\u2028"),
        (r"(?<=of )\w+", "towns", "banks of towns here"),
    ],
)
def test_groups_of_a_pattern(pattern: str, words: str, result: str) -> None:
    text = one("banks of rivers here")
    assert after(Query(pattern, pattern=True), words, text) == f"o one: {result}"


def test_without_a_pattern_words_are_themselves() -> None:
    assert after(Query("a.c"), r"$1\0", one("abc a.c")) == r"o one: abc $1\0"


def test_what_is_put_in_is_cleaned_and_joins_an_accent() -> None:
    assert after(Query("x"), "e\n\x07", one("x")) == "o one: e\u2028\ufffd"
    assert after(Query("x"), "e", one("xe\u0301".replace("e\u0301", "\u0301"))) == "o one: é"


def test_offsets_are_code_points() -> None:
    text = one("🚦🚦 stop 🚦 stop")
    assert [hit.start for hit in hits(Query("st.p", pattern=True), text)] == [3, 10]
    assert after(Query("🚦", pattern=True), "!", text) == "o one: !! stop ! stop"


@pytest.mark.parametrize(("pattern", "at"), [("(river", 6), ("a)(b", 2), ("[", 1)])
@pytest.mark.parametrize("whole", [False, True])
def test_a_pattern_that_is_none_says_where(pattern: str, at: int, whole: bool) -> None:
    with pytest.raises(FindError) as caught:
        Finder(Query(pattern, pattern=True, whole=whole))
    assert (caught.value.code, caught.value.parameters["at"]) == ("pattern", at)
    assert caught.value.parameters["reason"]


@pytest.mark.parametrize("words", ["a" * 60 + "b", "x" + "a" * 60 + "b", "a" * 100_000 + "b"])
def test_a_pattern_without_end_is_given_up(words: str) -> None:
    finder = Finder(Query("x|(a|aa)+$", pattern=True))
    with pytest.raises(FindError, match="too-slow"):
        finder.hits(one(words))


def test_many_places_that_are_slow_together_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finding, "MOST_SECONDS", -1.0)
    with pytest.raises(FindError, match="too-slow"):
        Finder(Query("river", pattern=True)).hits(RIVERS)
    assert Finder(Query("river")).hits(RIVERS)


def test_asked_again_only_changed_clauses_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    finder = Finder(Query("river"))
    finder.hits(RIVERS)
    read: list[str] = []
    matches = finder.matches

    def counted(words: str) -> Iterator[finding.Match]:
        read.append(words)
        return matches(words)

    monkeypatch.setattr(finder, "matches", counted)
    body = (RIVERS.body[0], replace(RIVERS.body[1], text=(Run("A river."),)))
    assert [hit.clause for hit in finder.hits(replace(RIVERS, body=body))][-1] == "two"
    assert read == ["A river."]


@given(strategies.resolutions, st.sampled_from(["a", "0", " ", "[^x]", r"\w+"]), st.booleans(), strategies.words)
def test_of_any_text_nothing_but_the_hits_changes(text: Resolution, query: str, whole: bool, words: str) -> None:
    finder = Finder(Query(query, pattern=True, whole=whole))
    found = finder.hits(text)
    change = replaced(text, finder, found, words)
    result = apply(text, change)
    assert apply(result, inverse(change)) == text
    assert is_empty(replaced(text, finder, [], words))
    for old, new in zip(text.body, result.body, strict=True):
        assert _objects(old.text) == _objects(new.text)
        assert normalise(new.text) == new.text
        assert clean(flatten(new.text).replace("\ufffc", "")) is not None
        if not any(hit.clause == old.id for hit in found):
            assert new is old


def _objects(text: Text) -> list[object]:
    found: list[object] = []
    for piece in text:
        if isinstance(piece, Reference):
            found.append(piece)
        elif isinstance(piece, Note):
            found += [piece.id, *(inner for inner in piece.text if isinstance(inner, Reference))]
    return found
