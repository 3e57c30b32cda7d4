import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import (
    LineBreak,
    Paragraph,
)
from editor.export.html import write_html
from editor.model.clause import Body
from editor.model.scheme import Scheme
from editor.numbering import labels
from editor.templating.schema import Template
from tests import strategies
from tests.export.pages import Element, by_id, counted, lines, page, read
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, numbered_by, osce, paper
from tests.reading import missing


def outline(element: Element) -> list[object]:
    """Return the lists, items and words in an element, nested as they are."""
    found: list[object] = []
    for child in element.children:
        if child.tag in ("ol", "li"):
            found.append(outline(child))
        elif child.tag in ("p", "h1", "h2"):
            found.append(child.words)
    return found


def test_lists_are_nested_lists() -> None:
    picture = """
        p one: Recalling,
        ! say: The Assembly:
        # head: A heading
        o two: Calls:
          - a: first:
            - x: deep,
            ~ up: and so on,
          - b: second,
          ~ end: all of them;
        o three: Ends.
    """
    (body,) = page(paper(picture)).all("section")
    assert outline(body)[3:] == [
        [["1. Recalling,"]],
        "The Assembly:",
        "A heading",
        [
            [
                "2. Calls:",
                [["a. first:", [["i. deep,"]], "and so on,"], ["b. second,"]],
                "all of them;",
            ],
            ["3. Ends."],
        ],
    ]


def test_unnumbered_clauses_are_paragraphs_and_their_items_a_list_below() -> None:
    picture = "p one: Recalling:\n  - a: x,\n  - b: y,\np two: Noting:\n  - c: z,\no three: A;\no four: B."
    (body,) = page(paper(picture), numbered_by(NO_PREAMBLE_NUMBERS)).all("section")
    assert outline(body)[3:] == [
        "Recalling:",
        [["(a) x,"], ["(b) y,"]],
        "Noting:",
        [["(a) z,"]],
        [["1. A;"], ["2. B."]],
    ]


def test_items_without_a_number_stay_items() -> None:
    (body,) = page(paper("o one: A:\n  - a=: x\n    - b: y\n  - c: z")).all("section")
    assert outline(body)[3:] == [[["1. A:", [["x", [["i. y"]]], ["a. z"]]]]]


@pytest.mark.parametrize("template", [osce(), numbered_by(NO_PREAMBLE_NUMBERS)])
def test_html_itself_counts_as_the_labels_do(template: Template) -> None:
    resolution = everything()
    labelled = labels(resolution.body, template.scheme("en"))
    numbers = counted(page(resolution, template))
    tops = [clause.id for clause in resolution.body if labelled.of(clause.id).value and f"c-{clause.id}" in numbers]
    assert len(tops) > 40
    for clause in tops:
        assert numbers[f"c-{clause}"] == labelled.of(clause).value


def test_lists_go_on_where_they_were_left() -> None:
    whole = page(paper("p a: A\n! b: B\no c: C\no d=7: D\no e: E"))
    assert [one.attributes for one in whole.all("ol")] == [{}, {"start": "2"}]
    assert [one.attributes.get("value") for one in whole.all("li")] == [None, None, "7", None]


@settings(max_examples=60)
@given(strategies.bodies())
def test_any_body_is_strict_html_with_its_words(drawn: Body) -> None:
    for template in (osce(), numbered_by(Scheme())):
        resolution = replace(paper(), body=drawn)
        composition = compose(resolution, template, Options(parts=("body",)))
        found = by_id(read(write_html(composition)))
        for block in composition.sections[0].blocks:
            if isinstance(block, Paragraph) and block.anchor:
                holder = found[block.anchor]
                first = holder.children[0] if holder.tag == "li" else holder
                assert first.words == _words(block)


def _words(paragraph: Paragraph) -> str:
    words = f"{paragraph.label.text} " if paragraph.label else ""
    for span in paragraph.spans:
        words += "\n" if isinstance(span, LineBreak) else str(getattr(span, "text", "") or getattr(span, "number", ""))
    return words


def test_labels_and_first_words_stand_in_order() -> None:
    for language in ("en", "fr", "ru"):
        resolution = replace(everything(), language=language)
        assert missing(lines(write_html(compose(resolution, osce()))), resolution, osce()) == []


def test_headings_stand_by_their_outline() -> None:
    headings = [(one.tag, one.words) for one in page(everything()).all("h1", "h2", "h3")]
    assert headings == [
        ("h1", "DRAFT RESOLUTION"),
        ("h2", "Everything a Resolution Can Hold"),
        ("h2", "I. General questions"),
        ("h2", "What is asked of the participating States"),
        ("h2", "II. Particular questions"),
        ("h2", "Questions and answers"),
    ]


def test_every_link_leads_somewhere_and_no_id_stands_twice() -> None:
    whole = page(everything())
    ids = [one.attributes["id"] for one in whole.all() if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    targets = [one.attributes["href"] for one in whole.all("a") if "href" in one.attributes]
    assert len(targets) == 8  # four references, two notes there and back
    assert {target.removeprefix("#") for target in targets} <= set(ids)


def test_reference_is_a_link_and_a_broken_one_is_words() -> None:
    found = by_id(page(paper("o one: A\no two: See {one} and {gone}.")))
    (link,) = found["two"].all("a")
    assert (link.words, link.attributes) == ("paragraph 1", {"href": "#c-one"})
    assert found["two"].words.strip() == "2. See paragraph 1 and paragraph ?."


def test_notes_stand_at_the_end_and_lead_back() -> None:
    whole = page(paper("p one: A^n(Note *one*, see {one}), B^m(Two),"))
    first, second, *_ = whole.all("sup")
    assert [first.words, second.words] == ["1", "2"]
    (notes,) = [one for one in whole.all("section") if one.attributes["class"] == "notes"]
    assert [item.words for item in notes.all("li")] == ["1 Note one, see paragraph 1", "2 Two"]
    assert [item.attributes["id"] for item in notes.all("li")] == ["n-1", "n-2"]
    assert next(first.all("a")).attributes["href"] == "#n-1"
    assert next(notes.all("a")).attributes["href"] == "#m-1"


def test_marks_and_languages_are_elements() -> None:
    found = by_id(page(everything()))
    (foreign,) = (
        found["p200000000"].all("span")
        if len(list(found["p200000000"].all("span"))) == 1
        else [one for one in found["p200000000"].all("span") if "lang" in one.attributes]
    )
    assert (foreign.attributes["lang"], foreign.words) == ("fr", "jusqu’à nouvel ordre")
    assert [one.tag for one in foreign.all()] == ["i"]
    assert [one.words for one in found["v400000000"].all("sub", "sup")] == ["2", "2"]
    (underlined,) = found["v600000000"].all("u")
    assert [one.tag for one in underlined.all()] == ["b"]
