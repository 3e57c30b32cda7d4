"""Native numbering: one instance goes on as long as the numbers follow; what Word cannot count is printed literally."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from editor.compose.composition import Composition, ListLabel, ListLevel, NumberedList, Paragraph, Words
from editor.model.scheme import NumberFormat
from tests.export.docx.reading import NAMESPACES, Docx, W, written
from tests.export.docx.samples import BODY, DECIMAL, LETTER, STYLES, body, clause, full, item, line

NUMBERING = "word/numbering.xml"


def own_numbers(docx: Docx) -> int:
    """Return how many paragraphs carry a number of their own, beside that of their style."""
    return len(docx.find("//w:p/w:pPr/w:numPr"))


def test_series_runs_on_after_the_enacting_phrase() -> None:
    docx = written(body(clause("1."), clause("2."), line("enacting", "The Assembly:", role="enacting"), clause("3.")))
    assert docx.numbers() == [(0, 1), (0, 1), None, (0, 1)]
    assert own_numbers(docx) == 0, "the style brings the number"
    assert docx.starts() == {}


def test_styles_and_levels_are_tied_to_each_other() -> None:
    docx = written(body(clause("1.")))
    levels = docx.definition(1).findall(f"{W}lvl")
    tied = [level.find(f"{W}pStyle") for level in levels]
    assert [tie.get(f"{W}val") if tie is not None else None for tie in tied[:4]] == [
        "Clause",
        "SubItem",
        "SubSubItem",
        None,
    ]
    for number, style in enumerate(("Clause", "SubItem", "SubSubItem")):
        (properties,) = docx.find(f"//w:style[@w:styleId='{style}']/w:pPr/w:numPr", "word/styles.xml")
        found = [properties.find(f"{W}ilvl"), properties.find(f"{W}numId")]
        assert [one.get(f"{W}val") for one in found if one is not None] == [str(number), "1"]


def test_levels_have_the_formats_labels_and_indents_of_the_list() -> None:
    docx = written(body(clause("1.")))
    levels = docx.definition(1)
    formats = levels.xpath("w:lvl/w:numFmt/@w:val", namespaces=NAMESPACES)
    assert formats == ["decimal", "lowerLetter", *["lowerRoman"] * 7]
    texts = levels.xpath("w:lvl/w:lvlText/@w:val", namespaces=NAMESPACES)
    assert texts == ["%1.", "%2.", *[f"(%{number})" for number in range(3, 10)]]
    indents = levels.xpath("w:lvl/w:pPr/w:ind/@w:left", namespaces=NAMESPACES)
    assert isinstance(indents, list)
    assert [str(indent) for indent in indents[:3]] == ["709", "1276", "1843"]
    assert levels.xpath("w:lvl/w:suff/@w:val", namespaces=NAMESPACES) == ["tab"] * 9


def test_sub_items_need_nothing_but_their_style() -> None:
    docx = written(body(clause("1."), item("a"), item("b"), clause("2."), item("a")))
    assert docx.numbers() == [(0, 1), (1, 1), (1, 1), (0, 1), (1, 1)]
    assert own_numbers(docx) == 0


def test_override_in_digits_starts_a_new_instance_that_goes_on() -> None:
    docx = written(body(clause("1."), clause("12.", counts=False), item("a"), clause("13.")))
    assert docx.numbers() == [(0, 1), (0, 2), (1, 2), (0, 2)]
    assert docx.starts() == {2: (0, 12)}
    assert docx.definition(2) is docx.definition(1)


def test_restart_after_an_annex_starts_at_one() -> None:
    docx = written(body(clause("1."), clause("2."), line("part", "Annex"), clause("1.", counts=False), clause("2.")))
    assert docx.numbers() == [(0, 1), (0, 1), None, (0, 2), (0, 2)]
    assert docx.starts() == {2: (0, 1)}


def test_override_of_a_sub_item_leaves_its_clause_to_count_on() -> None:
    docx = written(body(clause("1."), item("c", counts=False), item("d"), clause("2."), item("a")))
    assert docx.numbers() == [(0, 1), (1, 2), (1, 2), (0, 1), (1, 1)]
    assert docx.starts() == {2: (1, 3)}


def test_override_in_words_prints_itself_and_is_passed_over() -> None:
    docx = written(body(clause("1."), clause("1 bis."), item("a"), item("b"), clause("2.")))
    assert docx.numbers() == [(0, 1), (0, 2), (1, 2), (1, 2), (0, 1)]
    assert docx.level_text(2, 0) == "1 bis."
    assert docx.level_text(2, 1) == "%2."
    assert docx.definition(2) is not docx.definition(1)


def test_override_of_a_sub_item_in_words_has_levels_of_its_own_below() -> None:
    roman = clause("(i)", value=1, level=2)
    docx = written(body(clause("1."), item("a"), clause("a bis.", level=1), roman, item("b"), roman))
    assert docx.numbers() == [(0, 1), (1, 1), (1, 2), (2, 2), (1, 1), (2, 1)]
    assert docx.level_text(2, 1) == "a bis."


def test_the_same_words_need_one_definition() -> None:
    docx = written(body(clause("bis."), clause("1."), clause("bis.")))
    assert docx.numbers() == [(0, 2), (0, 1), (0, 2)]


def test_literal_labels_cannot_be_taken_for_numbers() -> None:
    docx = written(body(clause("5%1.")))
    assert docx.level_text(2, 0) == "5%\u20601."


@pytest.mark.parametrize(("label", "suffix"), [("1 bis.", "tab"), ("12 quater decies.", "space")])
def test_label_too_wide_for_its_place_is_followed_by_a_space(label: str, suffix: str) -> None:
    docx = written(body(clause(label)))
    assert docx.definition(2).xpath("string(w:lvl[1]/w:suff/@w:val)", namespaces=NAMESPACES) == suffix


def test_letters_that_word_counts_otherwise_are_literal() -> None:
    positional = NumberFormat("letters", beyond="positional", word="lowerLetter")
    list_ = NumberedList("body", (ListLevel(DECIMAL, "clause"), ListLevel(positional, "item-1")))
    docx = written(
        body(
            clause("1."),
            clause("z.", value=26, level=1, counts=False),
            clause("aa.", value=27, level=1),
            clause("ab.", value=28, level=1),
            clause("2."),
            lists=(list_,),
        )
    )
    numbers = docx.numbers()
    assert docx.starts() == {2: (1, 26)}
    assert numbers[:3] == [(0, 1), (1, 2), (1, 2)], "aa is what Word prints after z too"
    assert docx.level_text(numbers[3][1] if numbers[3] else 0, 1) == "ab."
    assert numbers[4] == (0, 1)


def test_format_without_a_counterpart_is_literal() -> None:
    greek = NumberFormat("letters", alphabet="αβγ", word="")
    list_ = NumberedList("body", (ListLevel(greek, "clause"),))
    labels = ["α.", "β."]
    paragraphs = [clause(text, value=place) for place, text in enumerate(labels, 1)]
    docx = written(body(*paragraphs, lists=(list_,)))
    assert [docx.level_text(number[1], 0) for number in docx.numbers() if number] == labels
    assert docx.definition(1).xpath("string(w:lvl[1]/w:numFmt/@w:val)", namespaces=NAMESPACES) == "lowerLetter"


def test_sub_items_of_an_unnumbered_clause_begin_anew() -> None:
    plain = replace(clause("1."), label=None)
    docx = written(body(plain, item("a"), item("b"), plain, item("a", counts=False), clause("1."), item("a")))
    assert docx.numbers() == [None, (1, 1), (1, 1), None, (1, 2), (0, 1), (1, 1)]
    assert docx.starts() == {2: (1, 1)}


def test_clause_without_its_number_keeps_its_edge() -> None:
    docx = written(body(clause("1."), replace(clause("1."), label=None)))
    (style,) = docx.find("//w:style[w:name/@w:val='Clause without number']", "word/styles.xml")
    assert style.xpath("string(w:pPr/w:numPr/w:numId/@w:val)", namespaces=NAMESPACES) == "0"
    assert style.xpath("string(w:pPr/w:ind/@w:left)", namespaces=NAMESPACES) == "709"
    assert style.xpath("string(w:pPr/w:ind/@w:firstLine)", namespaces=NAMESPACES) == "0"


def test_text_after_the_sub_items_is_no_part_of_the_list() -> None:
    docx = written(body(clause("1."), item("a"), line("closing-0", "and all of these;", continues=True), clause("2.")))
    assert docx.numbers() == [(0, 1), (1, 1), None, (0, 1)]


def _two_lists() -> Composition:
    other = NumberedList("other", (ListLevel(DECIMAL, "enacting"), ListLevel(LETTER, "item-1")))
    label = ListLabel("1.", "other", 0, 1)
    second = Paragraph("enacting", (Words("A list of its own"),), "clause", label)
    below = replace(item("a"), label=ListLabel("a.", "other", 1, 1))
    return body(clause("1."), item("a"), item("b"), second, below, clause("2."), lists=(other, BODY))


def test_style_of_two_lists_is_tied_to_the_one_more_in_use() -> None:
    docx = written(_two_lists())
    assert docx.numbers() == [(0, 1), (1, 1), (1, 1), (0, 2), (1, 2), (0, 1)]
    assert own_numbers(docx) == 1
    ties = docx.values("//w:pStyle/@w:val", NUMBERING)
    assert sorted(ties) == sorted(set(ties)), "a style is tied to one level"


def test_style_other_than_its_level_s_brings_its_own_indents() -> None:
    strange = replace(clause("1."), style="item-2")
    docx = written(body(strange))
    properties = docx.find("//w:p/w:pPr")[0]
    assert docx.numbers() == [(0, 1)]
    assert properties.xpath("string(w:ind/@w:left)", namespaces=NAMESPACES) == "1843"


def test_label_of_a_heading_stands_before_its_words() -> None:
    parts = NumberedList(
        "part", (ListLevel(NumberFormat("roman", upper=True, label="Part {}", word="upperRoman"), "part"),)
    )
    heading = Paragraph("part", (Words("On light"),), "heading", ListLabel("Part I", "part", 0, 1))
    docx = written(body(heading, clause("1."), lists=(BODY, parts)))
    numbers = docx.numbers()
    assert numbers[0] == (0, 2)
    assert docx.level_text(2, 0) == "Part %1"
    assert docx.definition(2).xpath("string(w:lvl[1]/w:suff/@w:val)", namespaces=NAMESPACES) == "space"


def test_deleted_clauses_are_not_counted() -> None:
    docx = written(body(clause("1."), clause("2.", change="deleted"), clause("2."), clause("3.", change="inserted")))
    assert docx.numbers() == [(0, 1)] * 4
    assert docx.starts() == {}


def test_definitions_stand_before_instances_and_know_each_other_apart() -> None:
    docx = written(full())
    order = [element.tag.removeprefix(W) for element in docx.tree(NUMBERING) if isinstance(element.tag, str)]
    assert order == sorted(order), "abstractNum before num"
    seeds = docx.values("//w:nsid/@w:val", NUMBERING)
    assert len(seeds) == len(set(seeds))


@pytest.mark.parametrize("label", [ListLabel("1.", "nowhere", 0, 1), ListLabel("1.", "body", 7, 1)])
def test_a_list_that_is_not_there_is_an_error(label: ListLabel) -> None:
    with pytest.raises((KeyError, IndexError)):
        written(body(replace(clause("1."), label=label)))


def test_every_style_of_the_list_has_a_name_of_its_own() -> None:
    assert len({style.word for style in STYLES.values()}) == len(STYLES)
