"""The structure tree: lists nested as the clauses are, headings, tables, footnotes, and what is no part of it."""

from __future__ import annotations

import datetime
from typing import Any

from msgspec.structs import replace

from editor.compose.composition import (
    Comment,
    Link,
    LinkPart,
    NoteMark,
    Table,
    Words,
)
from tests.export.pdf.reading import find, flat, instructions, is_element, opened, tags, tree
from tests.typeset.compositions import (
    SENTENCE,
    clause,
    clauses,
    composition,
    item,
    plain,
    restyled,
)


def test_lists_are_nested_as_the_clauses_are() -> None:
    blocks = (
        plain("title", "Draft Resolution"),
        clause(1, "One"),
        clause(2, "Two:"),
        item("a.", "A"),
        item("i.", "deep", level=2),
        item("b.", "B"),
        replace(plain("closing-0", "and so on"), level=1, continues=True),
        clause(3, "Three"),
        plain("enacting", "The Assembly:"),
        clause(4, "Four"),
    )
    root = tree(opened(composition(*blocks)))
    leaf = ["LI", ["Lbl"], ["LBody"]]
    second = ["LI", ["Lbl"], ["LBody", ["L", ["LI", ["Lbl"], ["LBody", ["L", leaf]]], leaf], ["P"]]]
    assert tags(root) == ["Document", ["Sect", ["H1"], ["L", leaf, second, leaf], ["P"], ["L", leaf]]]
    assert (
        flat(root[1:]) == "Draft Resolution 1. One 2. Two: a. A i. deep b. B and so on 3. Three The Assembly: 4. Four "
    )


def test_lists_say_how_they_are_numbered() -> None:
    pdf = opened(composition(clause(1, "One"), item("a.", "A"), item("i.", "I", level=2)))
    kinds = [str(one.A.ListNumbering) for one in pdf.objects if is_element(one, "/L")]
    assert sorted(kinds) == ["/Decimal", "/LowerAlpha", "/LowerRoman"]


def test_headings_skip_no_level() -> None:
    made = composition(plain("heading", "What is asked"), plain("heading", "And more"), plain("title", "Title"))
    deep = restyled(made, "title", outline=4)
    assert tags(tree(opened(deep))) == ["Document", ["Sect", ["H1"], ["H2"], ["H3"]]]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    made = composition(*clauses(30))
    root = tree(opened(made))
    bodies = list(find(root, "LBody"))
    assert len(bodies) == 30
    assert max(len(body) for body in bodies) == 3
    for body, block in zip(bodies, made.sections[0].blocks, strict=True):
        assert flat(body[1:]).strip() == block.spans[0].text  # type: ignore[union-attr]


def test_what_is_not_text_is_an_artifact() -> None:
    made = composition(*clauses(10), Table((1, 1), (((plain("table-head", "A"),), (plain("table-head", "B"),)),)))
    pdf = opened(replace(made, line_numbers="page", watermark="DRAFT"))
    kinds = []
    for page in pdf.pages:
        inside: str | None = None
        for operands, operator in instructions(page):
            if operator == "BDC":
                properties: Any = operands[1]
                inside = str(operands[0])
                if inside == "/Artifact":
                    kinds.append(str(properties.get("/Subtype", properties.Type)))
            elif operator == "EMC":
                inside = None
            elif operator in ("TJ", "S"):
                assert inside is not None
                assert operator == "TJ" or inside == "/Artifact"
    assert set(kinds) == {"/Footer", "/Watermark", "/Pagination", "/Layout"}
    assert "DRAFT" not in flat(tree(pdf))


def test_footnotes_follow_their_mark_and_have_names_of_their_own() -> None:
    notes = [NoteMark(f"n{n}", n, (Words(f"Note {n}. "), Link("c2", (LinkPart("paragraph 2", "c2"),)))) for n in (1, 2)]
    pdf = opened(composition(clause(1, "Recalling", notes[0], " and"), clause(2, "Noting", notes[1], " too")))
    first, second = find(tree(pdf), "LBody")
    assert tags(first) == ["LBody", ["Reference", ["Link"]], ["Note", ["Lbl"], ["Link"]]]
    assert flat(first[1:]) == "Recalling11 Note 1. paragraph 2  and "
    names = [str(one.ID) for one in pdf.objects if is_element(one, "/Note")]
    assert len(set(names)) == 2
    assert flat(second[1:]).startswith("Noting22 Note 2. ")


def test_tables_have_headings_with_a_scope() -> None:
    head = tuple((plain("table-head", name),) for name in ("Country", "Signature"))
    rows = (head, *(((plain("table-cell"),),) * 2,) * 60)
    pdf = opened(composition(Table((1, 1), rows, row_height=28.0, summary="Who signs")))
    (table,) = find(tree(pdf), "Table")
    assert tags(table)[1] == ["TR", ["TH", ["P"]], ["TH", ["P"]]]
    assert tags(table)[2:] == [["TR", ["TD"], ["TD"]]] * 60
    assert flat(table[1:]).split() == ["Country", "Signature"]
    scopes = [str(one.A.Scope) for one in pdf.objects if is_element(one, "/TH")]
    assert scopes == ["/Column", "/Column"]
    (summary,) = (one.A.Summary for one in pdf.objects if is_element(one, "/Table"))
    assert str(summary) == "Who signs"


def test_remarks_belong_to_their_clause() -> None:
    date = datetime.datetime(2030, 7, 6, tzinfo=datetime.UTC)
    remarks = (Comment("Ana Example", date, "Is this so?"), Comment("Bo", date, "It is.", resolved=True))
    blocks = (replace(clause(1, SENTENCE), comments=remarks), item("a.", "One"), clause(2, "Two"))
    (body, *_) = find(tree(opened(composition(*blocks))), "LBody")
    assert tags(body) == ["LBody", ["Note"], ["Note"], ["L", ["LI", ["Lbl"], ["LBody"]]]]
    assert [flat(note[1:]) for note in find(body, "Note")] == [
        "Ana Example, 2030-07-06: Is this so? ",
        "Bo, 2030-07-06: It is. ",
    ]


def test_a_clause_that_goes_over_a_page_is_read_to_its_end_before_its_remarks() -> None:
    remark = Comment("Ana Example", datetime.datetime(2030, 7, 6, tzinfo=datetime.UTC), f"{SENTENCE} " * 60)
    made = composition(replace(clause(1, *[f"{SENTENCE} "] * 60), comments=(remark,)))
    pdf = opened(made)
    assert len(pdf.pages) > 1
    (body,) = find(tree(pdf), "LBody")
    assert tags(body) == ["LBody", ["Note"]]
    assert isinstance(body[-1], list)
    assert flat(body[1:-1]).count("Calls on") == flat(body[-1]).count("Calls on") == 60


def test_only_settled_remarks_are_grey() -> None:
    date = datetime.datetime(2030, 7, 6, tzinfo=datetime.UTC)
    remarks = tuple(Comment("Ana", date, text, text == "Settled") for text in ("Settled", "Open", "Settled"))
    pdf = opened(composition(replace(clause(1, SENTENCE), comments=remarks), clause(2, "Two")))
    shades, grey = [], 0.0
    for operands, operator in instructions(pdf.pages[0]):
        if operator == "g":
            grey = float(operands[0])
        elif operator == "TJ":
            shades.append(grey)
    assert set(shades) == {0.0, 0.4}
    runs = [shade for shade, before in zip(shades, [None, *shades], strict=False) if shade != before]
    assert runs == [0.0, 0.4, 0.0, 0.4, 0.0]


def test_an_empty_back_of_a_sheet_has_nothing_on_it() -> None:
    made = composition(clause(1, SENTENCE))
    made = replace(made, sections=made.sections * 2, watermark="DRAFT", duplex=True)
    pdf = opened(made)
    first, blank, last = pdf.pages
    assert "TJ" in {operator for _, operator in instructions(first)} & {operator for _, operator in instructions(last)}
    assert {operator for _, operator in instructions(blank)} <= {"BT", "ET"}
