import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.checking import Finding, check
from editor.checking.endings import expected, findings, with_ending
from editor.model.changes import apply
from editor.model.clause import Clause
from editor.model.text import Note, Reference, Run, Text, flatten, normalise
from editor.templating.schema import Punctuation
from tests import strategies
from tests.bodies import body, spelt
from tests.papers import SHORT, osce, paper
from tests.sample import LANGUAGES, sample_resolution

STYLE = Punctuation()


def found(picture: str, style: Punctuation = STYLE) -> list[str]:
    """Return the clauses that are found to end amiss, each with what is expected there."""
    return [f"{one.clause} {dict(one.parameters)['expected']}" for one in findings(body(picture), style)]


def mended(picture: str, style: Punctuation = STYLE) -> list[str]:
    """Return the words of the clauses that are found to end amiss, after their remedies."""
    resolution = paper(picture)
    words: list[str] = []
    for finding in findings(resolution.body, style):
        assert finding.remedy is not None
        resolution = apply(resolution, finding.remedy)
        (clause,) = (one for one in resolution.body if one.id == finding.clause)
        words.append(spelt(clause.text))
    assert not list(findings(resolution.body, style))
    return words


def test_text_in_the_house_style_has_no_findings() -> None:
    assert found(SHORT) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_sample_is_in_the_house_style(language: str) -> None:
    assert check(sample_resolution(language), osce()) == ()


def test_each_role_has_its_ending() -> None:
    picture = """
        p one: A
        p two: B:
          - ba: x
          - bb: y
        ! say: The Assembly
        # head: Heading
        o three: C
        o four: D
          - da: x
            - dx: deep
            - dy: deep
          - db: y
          ~ end: all of it
        o five: E
          - ea: x
          - eb: y
    """
    assert found(picture) == [
        "one ,", "ba ,", "bb ,",
        "three ;", "four :", "da :", "dx ,", "dy ,", "db ,", "end ;",
        "five :", "ea ,", "eb .",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "ending",
    ["p one: A,", "p one: A.", "o one: A.", "o one: A:\n  - a: x,\n  - b: y.", "o one: A:\n  - a: x;\n  - b: y."],
)
def test_all_that_the_template_accepts_is_accepted(ending: str) -> None:
    assert found(ending) == []


def test_template_decides() -> None:
    style = Punctuation((";",), (";",), (".",), (".",), (",",), (".",))
    assert found("p one: A,\np two: B;\no three: C;\no four: D:\n  - d: x.", style) == ["one ;", "three .", "four ,"]
    assert found("p one: A", Punctuation(preambular=(), last_preambular=())) == []


def test_each_part_ends_as_a_resolution_or_goes_on_and_annexes_do_as_they_like() -> None:
    picture = """
        $ p: First
        o one: A,
        o two: B;
        $ q: Second
        p three: C:
        o four: D.
        $ r: Third
        o five: E;
        @ x: Annex
        p six: F
          - a: y
        $ s: Part of it
        o seven: G
    """
    assert found(picture) == ["one ;", "three ,", "five ."]


@pytest.mark.parametrize(
    "words",
    [
        "to act, and",
        "to act; or",
        "to act, или",
        "to act, ",
        "to “act”,",
        "to “act,”",
        "to act (and stay),",
        "[to act,]",
        "to act,^n(A note.)",
        "to act^n(A note.),",
        "to act,\u202f»",
    ],
)
def test_what_may_stand_behind_the_mark(words: str) -> None:
    assert found(f"o one: A:\n  - a: {words}\n  - b: y.") == []


@pytest.mark.parametrize("words", ["to act and", "to act, furthermore", "to “act”", "to act^n(A note,)", "as in {one}"])
def test_what_is_no_ending(words: str) -> None:
    assert found(f"o one: A:\n  - a: {words}\n  - b: y.") == ["a ,"]


@pytest.mark.parametrize(
    ("words", "better"),
    [
        ("to act", "to act;"),
        ("to act,", "to act;"),
        ("to act.", "to act;"),
        ("to act ,", "to act;"),
        ("to act...", "to act;"),
        ("to act, ", "to act; "),
        ("to act at once, now and then", "to act at once, now and then;"),
        ("to “act”", "to “act”;"),
        ("to “act.”", "to “act;”"),
        ("to act (soon)", "to act (soon);"),
        ("to act?", "to act?;"),
        ("tools, vessels, etc.", "tools, vessels, etc.;"),
        ("as in the U.S.", "as in the U.S.;"),
        ("as in {two}", "as in {two};"),
        ("as in {two}.", "as in {two};"),
        ("as in {two},^n(Note.)", "as in {two};^n(Note.)"),
        ("to act^n(A note.)", "to act;^n(A note.)"),
        ("to act,^n(A note.)", "to act;^n(A note.)"),
        ("to act^n(A note.),", "to act^n(A note.);"),
        ("to act*.*", "to act;"),
        ("tools, vessels, etc.,", "tools, vessels, etc.;"),
        ("to *act*", "to *act;*"),
    ],
)
def test_remedy_puts_the_mark_where_it_belongs(words: str, better: str) -> None:
    assert mended(f"o one: {words}\no two: B.") == [better]


@pytest.mark.parametrize("words", ["to act, and", "to act, now"])
def test_what_may_be_a_conjunction_is_left_to_the_drafter(words: str) -> None:
    resolution = paper(f"o one: A:\n  - a: x,\n  - b: {words}")
    (finding,) = findings(resolution.body, STYLE)
    assert (finding.clause, finding.remedy) == ("b", None)


def test_raised_letters_do_not_raise_the_mark() -> None:
    raised = (Run("CO"), Run("2", frozenset({"subscript", "italic"})))
    assert with_ending(raised, ";") == (*raised, Run(";", frozenset({"italic"})))


def test_mark_speaks_the_language_of_its_word() -> None:
    assert with_ending((Run("etwas", language="de"),), ";") == (Run("etwas;", language="de"),)


def test_remedies_of_one_check_can_be_applied_in_any_order() -> None:
    resolution = paper("p one: A\np two: B\no three: C\no four: D\n  - a: x")
    remedies = [finding.remedy for finding in check(resolution, osce()) if finding.remedy is not None]
    assert len(remedies) == 5
    for remedy in reversed(remedies):
        resolution = apply(resolution, remedy)
    assert [one for one in check(resolution, osce()) if one.code == "ending"] == []


def test_clause_without_words_has_no_ending() -> None:
    assert found("o one: \no two:  ^n(A note.)") == []


@given(strategies.bodies())
def test_remedy_removes_its_finding(drawn: tuple[Clause, ...]) -> None:
    resolution = replace(paper(), body=drawn)
    for finding in findings(drawn, STYLE):
        if finding.remedy is None:
            continue
        after = apply(resolution, finding.remedy)
        assert finding not in list(findings(after.body, STYLE))
        assert finding.clause not in [one.clause for one in findings(after.body, STYLE)]


pieces = st.lists(
    st.builds(Run, st.text("a,;.:)”] \xa0", min_size=1, max_size=6))
    | st.just(Reference("x"))
    | st.just(Note("n", (Run("b"),))),
    max_size=5,
).map(lambda found: normalise(tuple(found)))


@given(pieces, st.sampled_from(",;.:"))
def test_mended_words_are_otherwise_the_same(drawn: Text, mark: str) -> None:
    after = with_ending(drawn, mark)
    assert _letters(after) == _letters(drawn)
    assert [piece for piece in after if not isinstance(piece, Run)] == [
        piece for piece in drawn if not isinstance(piece, Run)
    ]
    assert with_ending(after, mark) == after


def _letters(words: Text) -> str:
    return "".join(letter for letter in flatten(words) if letter not in ",;.: \xa0")


def test_every_clause_of_a_paragraph_is_looked_at_once() -> None:
    picture = "p one: A\n  - a: x\n    - b: y\n  ~ c: z\n! say: S\no two: B\n# head: H"
    clauses = body(picture)
    places = [at for at, _ in expected(clauses, STYLE)]
    assert [clauses[at].id for at in places] == ["one", "a", "b", "c", "two"]


def test_a_hostile_clause_of_a_megabyte_gets_its_finding() -> None:
    for words in (" " * 1_000_000 + "a", "a " * 500_000, ", and" * 200_000, "." * 1_000_000, "”" * 1_000_000):
        (finding,) = findings((Clause("one", "preambular", text=(Run(words + "xxxxxx"),)),), STYLE)
        assert isinstance(finding, Finding)


def test_marks_of_other_scripts_are_marks() -> None:
    style = replace(STYLE, preambular=("，",), last_preambular=("，",))
    assert found("p one: 重申，\np two: 确认；", style) == ["two ，"]
    assert mended("p one: 重申；", style) == ["重申，"]
