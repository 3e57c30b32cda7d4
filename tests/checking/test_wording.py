"""Slips of the hand: what is found, what is let pass, and the words after the remedy."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from editor.checking import Finding, check
from editor.checking.wording import findings
from editor.model.changes import apply
from editor.model.clause import Body, Clause
from editor.model.text import Run, flatten
from editor.numbering import labels
from tests import strategies
from tests.bodies import body, spelt
from tests.papers import osce, paper


def found(clauses: Body, language: str = "en") -> list[Finding]:
    return list(findings(clauses, language, labels(clauses, osce().scheme(language))))


def said(picture: str, language: str = "en") -> list[str]:
    """Return code, clause and parameters of what is found."""
    return [
        " ".join([one.code, one.clause, *(value for _, value in one.parameters)])
        for one in found(body(picture), language)
    ]


def mended(words: str, language: str = "en") -> str:
    """Return the words of the one clause that is found at fault, after the remedies one by one."""
    resolution = paper(f"o one: {words}")
    assert found(resolution.body, language)
    while faults := found(resolution.body, language):
        assert faults[0].remedy is not None
        resolution = apply(resolution, faults[0].remedy)
    return spelt(resolution.body[0].text)


@pytest.mark.parametrize(
    "number", ["3.", "12.", "(3)", "3)", "a)", "(b)", "c.", "(iv)", "(A)", "–", "•", "  3.", "\xa07."]
)
def test_number_that_a_hand_typed_is_taken_out(number: str) -> None:
    assert mended(f"{number} *Urges* States;") == "*Urges* States;"


@pytest.mark.parametrize(
    "words", ["2027 was a year;", "1994. It was;", "(Recalling) that;", "27 States;", "A. Other;", "(2027) is;", "3."]
)
def test_words_that_begin_with_a_number_are_let_be(words: str) -> None:
    assert said(f"o one: {words}") == []


def test_number_is_only_amiss_where_the_program_gives_one() -> None:
    assert said("! say: 3. We:\no one: A.") == []
    assert said("o one=: 3. We;") == []


def test_words_twice() -> None:
    assert said("o one: to to act;\no two: Rivers rivers and the the the;") == [
        "doubled-word one to",
        "doubled-word two Rivers",
    ]
    assert mended("act on *the* the  the river") == "act on *the* river"
    assert mended("The\xa0the rivers;") == "The rivers;"


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("had had that that;", "en"),
        ("nous nous engageons;", "fr"),
        ("Staaten, die die Wahl;", "de"),
        ("in Bora Bora;", "en"),
        ("10 10 rivers;", "en"),
        ("to to-do lists;", "en"),
        ("other others;", "en"),
        ("the {one} the;", "en"),
    ],
)
def test_words_that_may_stand_twice(words: str, language: str) -> None:
    assert said(f"o one: {words}", language) == []


def test_spaces() -> None:
    assert mended("the  river   bank;") == "the river bank;"
    assert mended("the *river * bank;") == "the *river *bank;"
    assert mended("rivers , lakes\xa0, seas;") == "rivers, lakes, seas;"
    assert said("o one: A ,5 and x;\no two: A ;\no three: to act  ") == []


def test_square_brackets_are_listed_one_by_one() -> None:
    picture = "o one: A [of [two] {one}] and [more];\no two: B [open;\no three: C] [twice;\no four: D."
    assert said(picture) == [
        "open-brackets one of [two] …",
        "open-brackets one more",
        "bracket-not-closed two",
        "bracket-not-closed three",
    ]
    clauses = body(picture)
    places = [flatten(clauses[0].text)[slice(*one.place)] for one in found(clauses) if one.place]
    assert places == ["[of [two] \ufffc]", "[more]"]


def test_long_words_in_brackets_are_cut() -> None:
    (finding,) = found(body(f"o one: [{'word and ' * 100}]"))
    assert len(dict(finding.parameters)["words"]) == 60


def test_round_bracket_that_is_not_closed() -> None:
    (finding,) = found(body("o one: A (of (two) lists, a) first, and (the rest;"))
    assert (finding.code, finding.place) == ("parenthesis-not-closed", (33, 34))
    assert said("o one: A a) first and b) last (both);") == []


def test_clauses_that_say_the_same() -> None:
    picture = """
        p one: Recalling all of it,
        p two: recalling all of it.
        o three: Recalling all of it;
        o four: Asks all of them:
          - a: in good time,
          - b: in good time;
        o five: Asks some of them:
          - c: in good time,
          - d: at once;
        o six=: Thanks all of them;
        o seven: Thanks all of them.
    """
    assert said(picture) == [
        "clauses-alike two 1",
        "clauses-alike b 4 a",
        "clauses-alike seven “Thanks all of them…”",
    ]


def test_clauses_that_differ_in_a_reference_say_something_else() -> None:
    assert said("o one: As said in {two} before;\no two: As said in {one} before.") == []
    assert len(said("o one: As said in {x} before;\no two: As said in {x} before.")) == 1


@given(strategies.bodies())
def test_remedy_only_takes_something_out(drawn: Body) -> None:
    resolution = replace(paper(), body=drawn)
    for finding in check(resolution, osce()):
        if finding.remedy is not None and finding.code != "ending":
            after = apply(resolution, finding.remedy)
            before, now = (
                flatten(next(one.text for one in state if one.id == finding.clause)) for state in (drawn, after.body)
            )
            rest = iter(before)
            assert all(letter in rest for letter in now), "what is left stood there before, in the same order"


@pytest.mark.parametrize(
    "words",
    ["a " * 200_000, "(" * 400_000, "[" * 400_000, "a" * 400_000, "  x" * 100_000, "a a a," * 70_000, " " * 400_000],
)
def test_a_hostile_clause_is_read_in_one_pass(words: str) -> None:
    assert all(isinstance(one, Finding) for one in found((Clause("one", "operative", text=(Run(words),)),)))
