from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from editor.compose.body import UNNUMBERED_TOP, link
from editor.compose.compose import Options, compose
from editor.compose.composition import Composition, LineBreak, Link, LinkPart, ListLabel, NoteMark, Paragraph, Words
from editor.model.clause import Body
from editor.model.resolution import Resolution
from editor.model.scheme import Scheme
from editor.model.text import Reference, references
from editor.numbering import labels, notes
from editor.templating.schema import Template
from tests import strategies
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, SHORT, numbered_by, osce, paper, remark


def composed(picture: str, template: Template | None = None) -> Composition:
    return compose(paper(picture), template or osce(), Options(parts=("body",)))


def clauses(composition: Composition) -> list[Paragraph]:
    blocks = [block for section in composition.sections for block in section.blocks]
    return [block for block in blocks if isinstance(block, Paragraph) and block.anchor]


def shown(picture: str, template: Template | None = None) -> list[str]:
    """Return every clause's id with its list, level, label and value; "!" where a list does not count so by itself."""
    return [f"{one.anchor} {_label(one.label)}".strip() for one in clauses(composed(picture, template))]


def _label(label: ListLabel | None) -> str:
    if label is None:
        return ""
    return f"{label.list} {label.level} {label.text} {label.value}" + ("" if label.counts else " !")


def test_one_series_runs_through_preamble_and_operative_part() -> None:
    assert shown(SHORT) == [
        "one paragraph 0 1. 1",
        "say",
        "two paragraph 0 2. 2",
        "a paragraph 1 a. 1",
        "b paragraph 1 b. 2",
        "three paragraph 0 3. 3",
    ]


def test_overrides_do_not_follow_by_themselves() -> None:
    picture = """
        o one: A:
          - a: x
          - b=4: y
          - c: z
        o two=1 bis: B:
          - d: x
        o three=7: C
        o four: D
        o five=5: E
    """
    assert shown(picture) == [
        "one paragraph 0 1. 1",
        "a paragraph 1 a. 1",
        "b paragraph 1 d. 4 !",
        "c paragraph 1 e. 5",
        "two paragraph 0 1 bis. None !",
        "d paragraph 1 a. 1",
        "three paragraph 0 7. 7 !",
        "four paragraph 0 8. 8",
        "five paragraph 0 5. 5 !",
    ]


def test_override_that_says_what_follows_anyway_is_none() -> None:
    assert shown("o one: A\no two=2: B")[1] == "two paragraph 0 2. 2"


def test_parts_and_annexes_have_lists_of_their_own_and_restart() -> None:
    picture = """
        $ p: First
          $ s: Below
        o one: A
        $ q+: Second
        o two: B
        @ x: Annex
        o three: C
    """
    assert shown(picture) == [
        "p part 0 I. 1",
        "s part 1 A. 1",
        "one paragraph 0 1. 1",
        "q part 0 II. 2",
        "two paragraph 0 1. 1 !",
        "x",
        "three paragraph 0 1. 1 !",
    ]


def test_items_of_unnumbered_clauses_have_a_list_that_begins_afresh_each_time() -> None:
    picture = """
        p one: A:
          - a: x
          - b: y
        p two: B:
          - c: x
        o three: C
        o four: D:
          - d: x
    """
    assert shown(picture, numbered_by(NO_PREAMBLE_NUMBERS)) == [
        "one",
        f"a {UNNUMBERED_TOP} 1 (a) 1",
        f"b {UNNUMBERED_TOP} 1 (b) 2",
        "two",
        f"c {UNNUMBERED_TOP} 1 (a) 1 !",
        "three operative 0 1. 1",
        "four operative 0 2. 2",
        "d operative 1 (a) 1",
    ]


def test_lone_operative_clause_has_no_number_but_its_items_have() -> None:
    picture = "p one: A\no two: B:\n  - a: x\n  - b: y"
    assert shown(picture, numbered_by(NO_PREAMBLE_NUMBERS))[1:] == [
        "two",
        f"a {UNNUMBERED_TOP} 1 (a) 1",
        f"b {UNNUMBERED_TOP} 1 (b) 2",
    ]


def test_numbers_by_hand_where_the_scheme_has_none_still_have_a_place() -> None:
    deep = "# head=A.: Heading\no one: B:\n  - a: x:\n    - b: y:\n      - c=*: z"
    assert shown(deep, numbered_by(Scheme())) == [
        f"head {UNNUMBERED_TOP} 0 A. None !",
        "one",
        "a",
        "b",
        f"c {UNNUMBERED_TOP} 3 * None !",
    ]


def _placed(composition: Composition) -> Iterator[tuple[Paragraph, str]]:
    """Yield every labelled clause with the name of the style that its list gives to its level."""
    lists = {one.name: one for one in composition.lists}
    for clause in clauses(composition):
        if clause.label:
            yield clause, lists[clause.label.list].levels[clause.label.level].style


@settings(max_examples=50)
@given(strategies.bodies())
def test_every_label_has_a_level_in_a_list(drawn: Body) -> None:
    for template in (osce(), numbered_by(NO_PREAMBLE_NUMBERS), numbered_by(Scheme())):
        composition = compose(replace(paper(), body=drawn), template, Options(parts=("body",)))
        for clause, style in _placed(composition):
            assert style in composition.styles, clause
        labelled = labels(drawn, template.scheme("en"))
        assert [clause.label.text if clause.label else "" for clause in clauses(composition)] == [
            label.text for label in labelled.by_place
        ]


def test_levels_of_lists_are_tied_to_the_styles_of_their_clauses() -> None:
    composition = compose(everything(), osce())
    found = list(_placed(composition))
    assert {clause.style for clause, _ in found} == {"part", "clause", "item-1", "item-2", "item-3"}
    assert all(clause.style == style for clause, style in found)


def test_clauses_are_set_in_the_style_of_their_kind_and_level() -> None:
    composition = compose(everything(), osce())
    styles = {clause.anchor.rstrip("0"): clause.style for clause in clauses(composition)}
    expected = {
        "part1": "part", "p1": "clause", "enact": "enacting", "head1": "heading", "v4": "clause", "m01": "item-1",
        "deepa": "item-2", "deepb": "item-3", "v5end": "closing-0", "annex": "annex",
    }  # fmt: skip
    assert {name: styles[name] for name in expected} == expected


def test_clauses_know_their_role_level_and_whether_they_continue() -> None:
    found = {one.anchor: one for one in clauses(composed("$ p: I\n# h: H\no one: A:\n  - a: x\n  ~ end: and so on."))}
    assert [found[name].role for name in ("p", "h", "one", "a", "end")] == ["heading", "heading", *["clause"] * 3]
    assert [found[name].level for name in ("one", "a", "end")] == [0, 1, 1]
    assert [name for name, one in found.items() if one.continues] == ["end"]


def test_words_keep_their_marks_language_and_breaks() -> None:
    spans = {clause.anchor.rstrip("0"): clause.spans for clause in clauses(compose(everything(), osce()))}
    assert spans["p1"][0] == Words("Recalling", frozenset({"italic"}))
    assert Words("jusqu’à nouvel ordre", frozenset({"italic"}), "fr") in spans["p2"]
    assert spans["p3"] == (Words("Conscious of a line"), LineBreak(), Words("that is broken by hand,"))


def test_reference_is_a_link_of_numbers_each_pointing_at_its_clause() -> None:
    picture = "o one: A:\n  - a: x\n  - b: y\no two: As in {b} and {#b}, {#one}."
    (_, full, _, bare, _, top, _) = clauses(composed(picture))[-1].spans
    assert full == Link("b", (LinkPart("paragraph "), LinkPart("1", "one"), LinkPart(" "), LinkPart("b", "b")))
    assert bare == Link("b", (LinkPart("1", "one"), LinkPart(" "), LinkPart("b", "b")))
    assert top == Link("one", (LinkPart("1", "one"),))


@pytest.mark.parametrize("picture", ["o two: See {gone}.", "# gone: Heading\no two: See {gone}."])
def test_broken_reference_leads_nowhere(picture: str) -> None:
    (_, broken, _) = clauses(composed(picture))[-1].spans
    assert isinstance(broken, Link)
    assert broken.target == ""
    assert {part.target for part in broken.parts} == {""}
    assert broken.text == "paragraph ?"


@pytest.mark.parametrize("template", [osce(), numbered_by(NO_PREAMBLE_NUMBERS)])
def test_links_read_as_numbering_words_them(template: Template) -> None:
    labelled = labels(everything().body, template.scheme("en"))
    found = [reference for clause in labelled.body for reference in references(clause.text)]
    found += [Reference(clause.id, form) for clause in labelled.body for form in ("full", "number")]
    for reference in found:
        assert link(reference, labelled).text == labelled.reference(reference)


def test_notes_are_counted_through_the_body_as_numbering_counts_them() -> None:
    resolution: Resolution = everything()
    found = [
        (clause.anchor, span)
        for clause in clauses(compose(resolution, osce()))
        for span in clause.spans
        if isinstance(span, NoteMark)
    ]
    assert [(anchor, mark.id) for anchor, mark in found] == [
        (anchor, note.id) for anchor, note in notes(resolution.body)
    ]
    assert [mark.number for _, mark in found] == [1, 2]
    assert [type(span) for span in found[0][1].spans] == [Words, Link]


def test_remarks_stand_at_their_clause_when_asked_for() -> None:
    resolution = paper(
        SHORT, remarks=(remark("two", "Why?"), remark("two", "Because.", resolved=True), remark("gone", "Lost"))
    )
    plain = compose(resolution, osce())
    assert not any(clause.comments for clause in clauses(plain))
    found = {clause.anchor: clause.comments for clause in clauses(compose(resolution, osce(), Options(remarks=True)))}
    assert [(one.author, one.text, one.resolved) for one in found["two"]] == [
        ("Ann Other", "Why?", False),
        ("Ann Other", "Because.", True),
    ]
    assert [name for name, comments in found.items() if comments] == ["two"]


def test_body_keeps_its_clauses_in_order() -> None:
    body = everything().body
    assert [clause.anchor for clause in clauses(compose(everything(), osce()))] == [clause.id for clause in body]


@pytest.mark.parametrize(
    ("picture", "found"),
    [
        (SHORT, {}),
        ("! say: The Assembly:\no one: Decides;", {}),
        ("p one: Recalling,\np two: Noting,", {"one": "preambular"}),
        ("p one: Recalling,\no two: Decides;\no three: Ends.", {"one": "preambular", "two": "operative"}),
        ("o one: Decides;\n$ part: Two\np two: Noting,\n! say: The Assembly:\no three: Ends.", {"one": "operative"}),
    ],
)
def test_where_preamble_and_operative_part_begin_is_told_if_no_phrase_parts_them(
    picture: str, found: dict[str, str]
) -> None:
    assert {one.anchor: one.begins for one in clauses(composed(picture)) if one.begins} == found
