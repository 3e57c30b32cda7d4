"""Labels of clauses, words of references, numbers of notes."""

import pytest

from editor.model.scheme import LevelRule, NumberFormat, Scheme
from editor.model.text import Reference
from editor.numbering import Label, Labels, labels, notes, words
from tests.bodies import body, text
from tests.schemes import CONTINUOUS, OPERATIVE_ONLY


def labelled(picture: str, scheme: Scheme = CONTINUOUS) -> Labels:
    return labels(body(picture), scheme)


def shown(picture: str, scheme: Scheme = CONTINUOUS) -> list[str]:
    return [label.text for label in labelled(picture, scheme).by_place]


class TestSeries:
    def test_one_runs_through_preamble_and_operative_part(self) -> None:
        picture = "p a: A\np b: B\n! say: C\n# head: D\no c: E\n  - d: F\n  - e: G\n    - f: H\n  ~ end: I\no g: J"
        assert shown(picture) == ["1.", "2.", "", "", "3.", "a.", "b.", "(i)", "", "4."]

    def test_preamble_and_operative_part_may_count_for_themselves(self) -> None:
        rules = tuple(LevelRule(kind, 0, NumberFormat()) for kind in ("preambular", "operative"))
        assert shown("p a: A\np b: B\no c: C\no d: D", Scheme(rules)) == ["1.", "2.", "1.", "2."]

    def test_kinds_without_a_rule_have_no_number(self) -> None:
        assert shown("p a: A\n  - i: B\no b: C\no c: D", OPERATIVE_ONLY) == ["", "(a)", "1.", "2."]

    def test_sub_items_count_afresh_under_each_clause(self) -> None:
        picture = "o a: A\n  - b: B\n    - c: C\n    - d: D\n  - e: E\n    - f: F\no g: G\n  - h: H\n    - i: I"
        assert shown(picture) == ["1.", "a.", "(i)", "(ii)", "b.", "(i)", "2.", "a.", "(i)"]

    def test_a_series_says_its_name(self) -> None:
        found = labelled("p a: A\no b: B\n  - c: C\n$ d: D").by_place
        assert [label.series for label in found] == ["paragraphs", "paragraphs", "item", "part"]

    def test_an_item_deeper_than_the_scheme_has_none(self) -> None:
        assert shown("o a: A\n  - b: B\n    - c: C\n      - d: D") == ["1.", "a.", "(i)", ""]

    def test_an_empty_body_has_no_labels(self) -> None:
        assert shown("") == []


class TestOverrides:
    def test_digits_set_the_series(self) -> None:
        found = labelled("o a: A\no b=7: B\no c: C").by_place
        assert [label.text for label in found] == ["1.", "7.", "8."]
        assert [(label.value, label.counts) for label in found] == [(1, True), (7, False), (8, True)]

    def test_words_stand_outside_it(self) -> None:
        found = labelled("o a: A\no b=1 bis: B\no c: C").by_place
        assert [label.text for label in found] == ["1.", "1 bis.", "2."]
        assert [(label.value, label.counts) for label in found] == [(1, True), (None, False), (2, True)]

    def test_empty_prints_no_number_and_does_not_count(self) -> None:
        assert shown("o a: A\no b=: B\no c: C") == ["1.", "", "2."]

    def test_of_items(self) -> None:
        assert shown("o a: A\n  - b: B\n  - c=5: C\n  - d: D\n  - e=e bis: E\n  - f: F") == (
            ["1.", "a.", "e.", "f.", "e bis.", "g."]
        )

    def test_that_say_what_would_count_anyway_are_told_apart(self) -> None:
        found = labelled("o a: A\n  - b=1: B\no c: C\n  - d: D").by_place
        assert [(label.text, label.counts) for label in found[1::2]] == [("a.", False), ("a.", True)]

    def test_of_parts(self) -> None:
        assert shown("$ a: A\n$ b=5: B\n$ c=V bis: C\n$ d: D") == (
            ["Chapter I", "Chapter V", "Chapter V bis", "Chapter VI"]
        )

    @pytest.mark.parametrize(
        ("number", "label", "bare"),
        [
            ("12 bis", "12 bis.", "12 bis"),
            ("12 bis.", "12 bis.", "12 bis"),
            ("12.", "12.", "12"),
            ("3A", "3A.", "3A"),
            ("(12 bis)", "(12 bis)", "(12 bis)"),
            ("12 bis)", "12 bis)", "12 bis"),
            ("*", "*", "*"),
            ("–", "–", "–"),
            ("", "", ""),
            ("99999", "99999.", "99999"),
            ("9" * 5000, "9" * 5000 + ".", "9" * 5000),
            ("١٢", "١٢.", "١٢"),
            ("{}", "{}", "{}"),
        ],
    )
    def test_are_dressed_as_their_neighbours_are(self, number: str, label: str, bare: str) -> None:
        assert labelled(f"o a={number}: A").by_place == (Label(label, bare, None, False),)

    @pytest.mark.parametrize("number", ["a bis", "(a bis)"])
    def test_in_brackets_are_dressed_once(self, number: str) -> None:
        assert shown(f"o a: A\no b: B\n  - c={number}: C", OPERATIVE_ONLY)[2] == "(a bis)"

    def test_of_parts_are_dressed_once(self) -> None:
        assert shown("$ a=Chapter I bis: A") == ["Chapter I bis"]

    def test_of_a_kind_without_numbers_stand_as_given_and_set_nothing(self) -> None:
        found = labelled("p a=3 bis: A\np b=4: B\n# c=(C): C\no d: D\no e: E", OPERATIVE_ONLY)
        assert [label.text for label in found.by_place] == ["3 bis", "4", "(C)", "1.", "2."]
        assert found.by_place[1] == Label("4", "4", None, False)

    def test_zero_from_a_file_does_no_harm(self) -> None:
        assert shown("o a=0: A\no b: B\n  - c=0: C\n  - d: D") == ["0.", "1.", "0.", "a."]


class TestDivisions:
    def test_a_restart_begins_at_one_and_does_not_count_on(self) -> None:
        found = labelled("o a: A\no b: B\n@ ann: C\no c: D\no d: E").by_place
        assert [label.text for label in found] == ["1.", "2.", "Annex A.", "1.", "2."]
        assert [label.counts for label in found] == [True, True, True, False, True]

    def test_parts_restart_where_the_scheme_says_so(self) -> None:
        picture = "o a: A\n$ one: B\no b: C\n$ two: D\no c: E\no d: F"
        assert shown(picture) == ["1.", "Chapter I", "2.", "Chapter II", "3.", "4."]
        assert shown(picture, OPERATIVE_ONLY) == ["", "Chapter I", "", "Chapter II", "1.", "2."]

    def test_a_part_or_annex_has_the_last_word(self) -> None:
        assert shown("o a: A\n$ one+: B\no b: C\n@ ann-: D\no c: E") == ["1.", "Chapter I", "1.", "Annex A.", "2."]

    def test_a_restart_before_anything_counted_changes_nothing(self) -> None:
        found = labelled("@ ann: A\np a: B").by_place
        assert (found[1].text, found[1].counts) == ("1.", True)

    def test_a_number_set_right_after_a_restart(self) -> None:
        assert shown("o a: A\n@ ann: B\no b=5: C\no c: D") == ["1.", "Annex A.", "5.", "6."]

    def test_sections_count_afresh_under_each_chapter(self) -> None:
        picture = "$ a: A\n  $ b: B\n  $ c: C\n$ d: D\n  $ e: E"
        assert shown(picture) == ["Chapter I", "Section 1", "Section 2", "Chapter II", "Section 1"]

    def test_parts_count_afresh_in_each_annex(self) -> None:
        picture = "$ a: A\n  $ b: B\n@ x: X\n$ c: C\n  $ d: D\n@ y: Y\n$ e: E"
        assert shown(picture) == (
            ["Chapter I", "Section 1", "Annex A.", "Chapter I", "Section 1", "Annex B.", "Chapter I"]
        )


class TestLoneOperative:
    @pytest.mark.parametrize(
        ("picture", "expected"),
        [
            ("p a: A\no b: B", ["", ""]),
            ("o a: A\no b: B", ["1.", "2."]),
            ("o a: A\n  - b: B", ["", "(a)"]),
            ("o a: A\n$ s: S\no b: B\no c: C", ["", "Chapter I", "1.", "2."]),
            ("o a: A\no b: B\n@ x: X\no c: C", ["1.", "2.", "", ""]),
            ("o a=5: A", ["5."]),
            ("o a=1 bis: A", ["1 bis."]),
        ],
    )
    def test_has_no_number_unless_it_is_given_one(self, picture: str, expected: list[str]) -> None:
        assert shown(picture, OPERATIVE_ONLY) == expected

    def test_is_numbered_where_the_scheme_does_not_say_so(self) -> None:
        assert shown("p a: A\no b: B") == ["1.", "2."]


class TestReferences:
    PICTURE = """
        p pre: A
        o one: B
          - a: C
            - i: D
        # head: E
        o two=12 bis: F
        $ part: G
          $ sub: H
        @ ann: I
    """

    @pytest.mark.parametrize(
        ("target", "full", "number"),
        [
            ("pre", "paragraph 1", "1"),
            ("one", "paragraph 2", "2"),
            ("a", "paragraph 2 a", "2 a"),
            ("i", "paragraph 2 a (i)", "2 a (i)"),
            ("two", "paragraph 12 bis", "12 bis"),
            ("part", "Chapter I", "I"),
            ("sub", "Section 1", "1"),
            ("ann", "Annex A", "A"),
            ("head", "paragraph ?", "?"),
            ("gone", "paragraph ?", "?"),
        ],
    )
    def test_are_worded_by_their_target(self, target: str, full: str, number: str) -> None:
        found = labelled(self.PICTURE)
        assert found.reference(Reference(target)) == full
        assert found.reference(Reference(target, "number")) == number
        assert found.resolves(Reference(target)) == (number != "?")

    @pytest.mark.parametrize(
        ("target", "numbers"),
        [("pre", ("1",)), ("i", ("2", "a", "(i)")), ("two", ("12 bis",)), ("head", None), ("gone", None)],
    )
    def test_are_made_of_the_numbers_from_the_top(self, target: str, numbers: tuple[str, ...] | None) -> None:
        assert labelled(self.PICTURE).numbers(target) == numbers

    @pytest.mark.parametrize(
        ("target", "full"),
        [("one", "paragraph 1"), ("a", "subparagraph 1 (a)"), ("i", "subparagraph 1 (a) (i)"), ("pre", "paragraph ?")],
    )
    def test_have_a_form_for_each_depth(self, target: str, full: str) -> None:
        assert labelled(self.PICTURE, OPERATIVE_ONLY).reference(Reference(target)) == full

    def test_pass_over_a_clause_without_number(self) -> None:
        found = labelled("p a: A\n  - b: B\no c: C\n  - d: D", OPERATIVE_ONLY)
        assert found.reference(Reference("b")) == "subparagraph (a)"
        assert found.reference(Reference("d")) == "subparagraph (a)"
        assert found.numbers("d") == ("(a)",)
        assert not found.resolves(Reference("c"))

    def test_take_the_form_of_their_rule(self) -> None:
        rules = (
            LevelRule("preambular", 0, NumberFormat(), reference="recital {}"),
            LevelRule("annex", 0, NumberFormat("roman", upper=True, label="ANNEX {}"), reference="annex {} hereto"),
        )
        found = labelled("p a: A\n@ x: X", Scheme(rules))
        assert found.reference(Reference("a")) == "recital 1"
        assert found.reference(Reference("x")) == "annex I hereto"

    def test_to_a_part_take_its_number_not_a_letter_of_its_word(self) -> None:
        found = labelled("$ a: A", Scheme((LevelRule("part", 0, NumberFormat("roman", upper=True, label="Issue {}")),)))
        assert found.pieces(Reference("a")) == (("Issue ", ""), ("I", "a"))

    def test_come_in_pieces_that_know_their_clauses(self) -> None:
        found = labelled(self.PICTURE)
        assert found.pieces(Reference("a")) == (("paragraph ", ""), ("2", "one"), (" ", ""), ("a", "a"))
        assert found.pieces(Reference("a", "number")) == (("2", "one"), (" ", ""), ("a", "a"))
        assert found.pieces(Reference("part")) == (("Chapter ", ""), ("I", "part"))
        assert found.pieces(Reference("gone")) == (("paragraph ", ""), ("?", ""))

    def test_follow_the_scheme_in_joint_and_broken(self) -> None:
        scheme = Scheme(CONTINUOUS.rules, reference=("para. {}",), joint=".", broken="[…]")
        found = labelled(self.PICTURE, scheme)
        assert found.reference(Reference("i")) == "para. 2.a.(i)"
        assert found.reference(Reference("gone")) == "para. […]"

    def test_of_a_scheme_without_a_form_are_bare_numbers(self) -> None:
        assert labelled("p a: A", Scheme(CONTINUOUS.rules, reference=())).reference(Reference("a")) == "1"

    def test_bullets_cannot_be_referred_to(self) -> None:
        bullets = Scheme((CONTINUOUS.rules[1], LevelRule("item", 1, NumberFormat("none", label="–", bare=""))))
        found = labelled("o a: A\n  - b: B", bullets)
        assert found.of("b").text == "–"
        assert not found.resolves(Reference("b"))

    def test_of_an_unknown_clause(self) -> None:
        assert labelled(self.PICTURE).of("gone") == Label()


def test_words_resolve_references_and_leave_notes_out() -> None:
    found = labelled("o one: A\n  - a: B")
    assert words(text("*as in* {a}^n(see {one}) and {#one}"), found) == "as in paragraph 1 a and 1"


def test_notes_are_numbered_through_the_whole_body() -> None:
    found = notes(body("p a: A^n1(x) and^n2(y)\no b: B\n  - c: C^n3(z)"))
    assert [(clause, note.id) for clause, note in found] == [("a", "n1"), ("a", "n2"), ("c", "n3")]
