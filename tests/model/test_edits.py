"""Words, numbers, kinds; putting clauses in, taking them out, copying them."""

import datetime

import pytest

from editor.model import edits
from editor.model.changes import apply
from editor.model.clause import HIGHEST_NUMBER, LONGEST_NUMBER, Clause, Kind
from editor.model.errors import EditError
from editor.model.grammar import Grammar
from editor.model.resolution import Remark
from editor.model.text import Run
from tests.bodies import GRAMMAR, Build, becomes, body, counted, drawn, refused, resolution, text

PHRASE_FIRST = Grammar(("enacting", "preambular", "operative"))


def number(clause: str, value: str | None) -> Build:
    return lambda resolution: edits.set_number(resolution, clause, value)


def restart(clause: str, value: bool | None) -> Build:
    return lambda resolution: edits.set_restart(resolution, clause, value)


def kind(clause: str, wanted: Kind) -> Build:
    return lambda resolution: edits.set_kind(resolution, GRAMMAR, clause, wanted)


def insert(at: int, picture: str) -> Build:
    return lambda resolution: edits.insert(resolution, GRAMMAR, at, body(picture))


def delete(*ids: str) -> Build:
    return lambda resolution: edits.delete(resolution, GRAMMAR, ids)


class TestSetText:
    def test_gives_the_clause_its_words(self) -> None:
        becomes("o one: Calls", lambda r: edits.set_text(r, "one", text("Urges {one}")), "o one: Urges {one}")

    def test_brings_them_to_the_one_form(self) -> None:
        start = resolution("o one: Calls")
        end = apply(start, edits.set_text(start, "one", (Run("Ur"), Run(""), Run("ges"))))
        assert end.body[0].text == (Run("Urges"),)

    def test_of_an_unknown_clause_is_refused(self) -> None:
        refused("o one: A", lambda r: edits.set_text(r, "gone", ()), "no-such-clause", clause="gone")


class TestSetNumber:
    @pytest.mark.parametrize(
        ("given", "kept"),
        [
            ("12 bis", "12 bis"),
            (" 12 bis ", "12 bis"),
            ("12", "12"),
            ("12.", "12"),
            ("007", "7"),
            ("", ""),
            ("  ", ""),
            ("(a bis)", "(a bis)"),
            ("١٢", "١٢"),
            (str(HIGHEST_NUMBER), str(HIGHEST_NUMBER)),
            ("x" * LONGEST_NUMBER, "x" * LONGEST_NUMBER),
            ("e\u0301", "é"),
        ],
    )
    def test_keeps_what_is_sane(self, given: str, kept: str) -> None:
        start = resolution("o one: Calls")
        assert apply(start, number("one", given)(start)).body[0].number == kept

    def test_none_counts_again(self) -> None:
        becomes("o one=5: Calls", number("one", None), "o one: Calls")

    @pytest.mark.parametrize("given", ["0", "000", "0.", str(HIGHEST_NUMBER + 1), "9" * 5000])
    def test_refuses_numbers_that_no_list_has(self, given: str) -> None:
        shown = given[:LONGEST_NUMBER]
        refused("o one: A", number("one", given), "number-range", clause="one", number=shown, highest=HIGHEST_NUMBER)

    @pytest.mark.parametrize("given", ["1\n2", "1\t2", "a\ud800", "x" * (LONGEST_NUMBER + 1)])
    def test_refuses_what_fits_no_margin(self, given: str) -> None:
        start = resolution("o one: A")
        with pytest.raises(EditError) as caught:
            number("one", given)(start)
        assert caught.value.code == "number-text"
        assert caught.value.parameters["longest"] == LONGEST_NUMBER

    @pytest.mark.parametrize(("line", "kind"), [("! x: The Assembly:", "enacting"), ("  ~ x: end", "closing")])
    def test_refuses_kinds_that_have_none(self, line: str, kind: str) -> None:
        refused(f"o one: A\n{line}", number("x", "5"), "no-number-here", clause="x", kind=kind)


class TestSetRestart:
    @pytest.mark.parametrize(("value", "sign"), [(True, "+"), (False, "-"), (None, "")])
    def test_of_a_part_or_annex(self, value: bool | None, sign: str) -> None:
        becomes("$ part: A\n@ ann: B", restart("part", value), f"$ part{sign}: A\n@ ann: B")
        becomes("$ part: A\n@ ann+: B", restart("ann", value), f"$ part: A\n@ ann{sign}: B")

    def test_of_another_kind_is_refused(self) -> None:
        refused("o one: A", restart("one", True), "no-restart-here", clause="one", kind="operative")


class TestSetKind:
    def test_of_the_last_item_to_closing_text_drops_its_number(self) -> None:
        becomes("o one: A\n  - a: B\n  - b=z: C", kind("b", "closing"), "o one: A\n  - a: B\n  ~ b: C")

    def test_of_closing_text_to_an_item(self) -> None:
        becomes("o one: A\n  - a: B\n  ~ b: C", kind("b", "item"), "o one: A\n  - a: B\n  - b: C")

    def test_to_closing_text_of_an_item_that_is_not_the_last_is_refused(self) -> None:
        refused("o one: A\n  - a: B\n  - b: C", kind("a", "closing"), "after-closing", clause="b")

    def test_of_a_paragraph_to_a_heading(self) -> None:
        becomes("o one: A\no two: B", kind("two", "heading"), "o one: A\n# two: B")

    def test_to_a_heading_is_refused_where_there_are_sub_items(self) -> None:
        refused("o one: A\n  - a: B", kind("one", "heading"), "no-items-here", clause="a", kind="heading")

    def test_of_a_section_to_a_heading_dissolves_it(self) -> None:
        becomes("$ part: A\n  $ sub+: B\no one: C", kind("sub", "heading"), "$ part: A\n# sub: B\no one: C")

    def test_of_a_paragraph_to_the_enacting_phrase_divides_what_stands_around(self) -> None:
        becomes("p one: A\np two=3: B\np three: C", kind("two", "enacting"), "p one: A\n! two: B\no three: C")

    def test_is_refused_where_the_enacting_phrase_decides(self) -> None:
        before = "p one: A\n! say: B\no two: C"
        refused(before, kind("one", "operative"), "order", clause="one", kind="operative")

    def test_is_free_where_no_phrase_decides(self) -> None:
        becomes("p one: A\np two: B\no three: C", kind("two", "operative"), "p one: A\no two: B\no three: C")

    def test_against_the_order_is_refused(self) -> None:
        refused("p one: A\np two: B", kind("one", "operative"), "order", clause="two", kind="preambular")

    def test_of_a_paragraph_to_an_item_is_refused(self) -> None:
        refused("o one: A\no two: B", kind("two", "item"), "no-parent", clause="two", level=0)

    def test_to_the_same_kind_changes_nothing(self) -> None:
        becomes("o one: A", kind("one", "operative"), "o one: A")

    def test_to_a_division_that_the_template_lacks_is_refused(self) -> None:
        without = Grammar(divisions=frozenset({"part"}))
        before = "o one: A\n# head: B"
        refused(before, lambda r: edits.set_kind(r, without, "head", "annex"), "division", clause="head", kind="annex")


class TestInsert:
    def test_puts_clauses_before_a_place(self) -> None:
        becomes("o one: A\no two: B", insert(1, "o x: X\n  - y: Y"), "o one: A\no x: X\n  - y: Y\no two: B")

    def test_gives_them_the_kind_of_their_place(self) -> None:
        before = "p one: A\n! say: B\no two: C"
        becomes(before, insert(0, "o x: X"), "p x: X\np one: A\n! say: B\no two: C")
        becomes(before, insert(3, "p x: X"), "p one: A\n! say: B\no two: C\no x: X")

    def test_does_so_where_no_phrase_stands_between(self) -> None:
        start = resolution("! say: B\np one: A\np two: C")
        end = apply(start, edits.insert(start, PHRASE_FIRST, 1, body("o x: X")))
        assert drawn(end.body) == "! say: B\np x: X\np one: A\np two: C"

    def test_a_whole_division_keeps_its_kinds(self) -> None:
        whole = "@ ann: D\np x: X\n! say2: Y\no z: Z"
        becomes("p one: A\n! say: B\no two: C", insert(3, whole), f"p one: A\n! say: B\no two: C\n{whole}")
        becomes("o one: A", insert(1, "@ ann: D\np x: X\no z: Z"), "o one: A\n@ ann: D\np x: X\no z: Z")

    def test_a_part_heading_takes_what_follows(self) -> None:
        becomes("o one: A\no two: B", insert(1, "$ sec: S"), "o one: A\n$ sec: S\no two: B")

    def test_brings_words_to_the_one_form(self) -> None:
        start = resolution("o one: A")
        end = apply(start, edits.insert(start, GRAMMAR, 1, [Clause("x", "operative", 0, (Run("B"), Run("C")))]))
        assert end.body[1].text == (Run("BC"),)

    def test_between_a_clause_and_its_items_is_refused(self) -> None:
        refused("o one: A\n  - a: B", insert(1, "o x: X"), "inside-another", clause="a")

    def test_before_a_closing_text_is_refused(self) -> None:
        refused("o one: A\n  ~ end: B", insert(1, "o x: X"), "closing-moves", clause="end")

    def test_of_a_second_phrase_is_refused(self) -> None:
        refused("! say: A\no one: B", insert(2, "! x: X"), "order", clause="x", kind="enacting")

    def test_of_an_id_that_is_there_is_refused(self) -> None:
        refused("o one: A", insert(1, "o one: B"), "duplicate-id", clause="one")

    @pytest.mark.parametrize("at", [-1, 2])
    def test_outside_the_body_is_refused(self, at: int) -> None:
        refused("o one: A", insert(at, "o x: X"), "no-place", clause="x")

    def test_of_nothing_is_nothing(self) -> None:
        becomes("o one: A", insert(0, ""), "o one: A")


class TestDelete:
    def test_takes_the_sub_items_along(self) -> None:
        becomes("o one: A\n  - a: B\n    - i: C\no two: {a}", delete("one"), "o two: {a}")

    def test_of_several_at_once(self) -> None:
        becomes("o a: A\no b: B\no c: C\no d: D", delete("d", "b"), "o a: A\no c: C")

    def test_of_the_items_leaves_a_closing_text(self) -> None:
        becomes("o one: A\n  - a: B\n  ~ end: C", delete("a"), "o one: A\n  ~ end: C")

    def test_of_a_part_takes_all_that_stands_under_it(self) -> None:
        becomes("o one: A\n$ p: B\no two: C\n  $ s: D\no three: E\n@ ann: F", delete("p"), "o one: A\n@ ann: F")

    def test_of_the_enacting_phrase_leaves_the_kinds(self) -> None:
        becomes("p one: A\n! say: B\no two: C", delete("say"), "p one: A\no two: C")

    def test_of_all_leaves_nothing(self) -> None:
        becomes("p one: A\n! say: B", delete("one", "say"), "")

    def test_of_an_unknown_clause_is_refused(self) -> None:
        refused("o one: A", delete("one", "gone"), "no-such-clause", clause="gone")

    def test_keeps_remarks_so_that_they_are_back_with_the_clause(self) -> None:
        remark = Remark("r", "one", "A. Drafter", datetime.datetime(2027, 7, 3), "Why?")
        start = resolution("o one: A\no two: B", remark)
        assert apply(start, delete("one")(start)).remarks == (remark,)


class TestCutAndCopy:
    PICTURE = "o one: As in {a}, {two}^n(see {#a})\n  - a=7: act"

    def test_cut_and_pasted_clauses_keep_their_ids(self) -> None:
        start = resolution(f"{self.PICTURE}\no two: see {{a}}")
        cut = apply(start, delete("one")(start))
        pasted = apply(cut, edits.insert(cut, GRAMMAR, 1, start.body[:2]))
        assert drawn(pasted.body) == f"o two: see {{a}}\n{self.PICTURE}"

    def test_copies_have_new_ids_and_point_at_each_other(self) -> None:
        copied = edits.copies(body(self.PICTURE), counted())
        assert drawn(copied) == "o new: As in {new2}, {two}^new3(see {#new2})\n  - new2=7: act"

    def test_copies_of_copies_differ(self) -> None:
        once = edits.copies(body(self.PICTURE))
        twice = edits.copies(once)
        assert len({clause.id for clause in (*once, *twice)}) == 4

    def test_the_original_is_left_alone(self) -> None:
        original = body(self.PICTURE)
        edits.copies(original)
        assert drawn(original) == self.PICTURE
