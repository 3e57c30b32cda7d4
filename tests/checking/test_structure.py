import pytest
from msgspec.structs import replace

from editor.checking import check
from editor.model.clause import Clause
from editor.model.text import Note, Run
from editor.templating.schema import Template
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, SHORT, numbered_by, osce, paper


def found(picture: str, *codes: str, template: Template | None = None) -> list[str]:
    """Return the findings of these codes: severity, code, clause and parameters."""
    return [
        " ".join([one.severity, one.code, one.clause, *(value for _, value in one.parameters)]).strip()
        for one in check(paper(picture), template or osce())
        if one.code in codes
    ]


def test_text_without_a_fault_has_no_findings() -> None:
    assert check(paper(SHORT), osce()) == ()


def test_wrong_tree_is_an_error_with_its_reason() -> None:
    body = (Clause("one", "operative", text=(Run("A:"),)), Clause("deep", "item", 3, (Run("x."),)))
    (finding,) = (one for one in check(replace(paper(), body=body), osce()) if one.code == "grammar")
    assert (finding.severity, finding.clause) == ("error", "deep")
    assert finding.parameters == (("reason", "no-parent"), ("level", "3"))


def test_order_of_the_parts_is_checked() -> None:
    assert found("o one: A.\np two: B,", "grammar") == ["error grammar two order preambular"]


@pytest.mark.parametrize(
    ("picture", "codes"),
    [
        ("", ["error no-operative", "advice no-enacting-phrase"]),
        ("p one: A,\n! say: S:", ["error no-operative"]),
        ("o one: A.", ["advice no-enacting-phrase"]),
        ("$ p: P\n! say: S:\no one: A.", []),
    ],
)
def test_parts_of_a_resolution_are_missed(picture: str, codes: list[str]) -> None:
    assert found(picture, "no-operative", "no-enacting-phrase") == codes


def test_blank_form_lacks_no_part() -> None:
    assert check(replace(paper(""), kind="amendment-form"), osce()) == ()


def test_body_without_an_enacting_phrase_by_its_template_lacks_none() -> None:
    grammar = replace(osce().file.grammar, phases=("preambular",))
    template = replace(osce(), file=replace(osce().file, grammar=grammar))
    assert found("p one: A.", "no-operative", "no-enacting-phrase", template=template) == []


def test_clause_without_words() -> None:
    picture = "o one: \no two:   \n# head: \n$ part: \n@ annex: \no three: A."
    assert found(picture, "empty-clause") == [f"error empty-clause {name}" for name in ("one", "two", "head", "annex")]


def test_section_may_be_called_by_its_number_alone() -> None:
    assert found("$ part: \no one: A.", "empty-clause") == []


def test_clause_of_a_reference_alone_is_not_empty() -> None:
    assert found("o one: A;\no two: {one}", "empty-clause") == []


def test_footnote_without_words() -> None:
    body = (Clause("one", "operative", text=(Run("A"), Note("n", (Run(" "),)), Note("m", (Run("B"),)), Run("."))),)
    codes = [(one.code, one.clause) for one in check(replace(paper(), body=body), osce()) if "note" in one.code]
    assert codes == [("empty-note", "one")]


def test_broken_references_in_text_and_notes() -> None:
    picture = "# head: H\no one: See {gone}, {one}^n(and {head}, {gone});\no two: See {one}."
    assert found(picture, "broken-reference") == ["error broken-reference one"] * 3


def test_only_item_of_its_clause() -> None:
    picture = """
        o one: A:
          - a: x:
            - b: y,
          - c: z;
        o two: B:
          - d: x
          ~ end: and so on.
    """
    assert found(picture, "lone-item") == ["advice lone-item b", "advice lone-item d"]


def test_words_from_right_to_left_in_text_and_notes() -> None:
    picture = "o one: שלום;\no two: é—“x”;\no three: A^n(مرحبا);\no four: plain."
    assert found(picture, "right-to-left") == ["error right-to-left one", "error right-to-left three"]


def test_same_number_twice() -> None:
    picture = """
        p one: A,
        o two=2 bis: B;
        o three=1: C;
        o four=2 bis: D:
          - a: x,
          - b=1: y,
          - c=a.: z.
    """
    assert found(picture, "number-twice") == [
        "error number-twice one 1.",
        "error number-twice two 2 bis.",
        "error number-twice three 1.",
        "error number-twice four 2 bis.",
        "error number-twice a a.",
        "error number-twice b a.",
        "error number-twice c a.",
    ]


def test_numbers_that_begin_again_are_not_twice() -> None:
    items = "o one: A:\n  - a: x;\no two: B:\n  - b: x."
    picture = f"$ p: P\n{items}\n$ q+: Q\no three: C.\n@ x: X\no four: D.\n@ y: Y\no five: E."
    assert found(picture, "number-twice") == []


def test_numbers_that_go_on_through_parts_are_not_to_be_borne_twice() -> None:
    picture = "$ p: P\no one: A;\n$ q: Q\no two=1: B.\n"
    assert found(picture, "number-twice") == ["error number-twice one 1.", "error number-twice two 1."]


def test_preamble_and_operative_part_may_count_apart() -> None:
    rules = (*NO_PREAMBLE_NUMBERS.rules, replace(NO_PREAMBLE_NUMBERS.rules[0], kind="preambular"))
    template = numbered_by(replace(NO_PREAMBLE_NUMBERS, rules=rules))
    assert found("p one: A,\np two: B,\no three: C;\no four: D.", "number-twice", template=template) == []


def test_dashes_may_be_alike() -> None:
    assert found("o one: A:\n  - a=–: x,\n  - b=–: y.", "number-twice") == []


def test_only_what_is_meant_is_found_in_a_text_with_everything() -> None:
    findings = [(one.severity, one.code, one.clause.rstrip("0")) for one in check(everything(), osce())]
    errors = [finding for finding in findings if finding[0] == "error"]
    assert errors == []
    places = {clause.id.rstrip("0") for clause in everything().body} | {""}
    assert {clause for _, _, clause in findings} <= places
