import re

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import (
    Block,
    ChangeKind,
    Composition,
    Font,
    LineBreak,
    Link,
    LinkPart,
    ListLabel,
    Metadata,
    Paragraph,
    Section,
    Style,
    Words,
)
from editor.export.html import write_html
from editor.model.clause import Body
from editor.model.resolution import Resolution
from editor.model.scheme import Scheme
from editor.numbering import labels
from editor.templating.schema import Template
from tests import strategies
from tests.export.pages import Element, counted, lines, read
from tests.features import everything
from tests.papers import NO_PREAMBLE_NUMBERS, SHORT, numbered_by, osce, paper, remark
from tests.reading import missing

HOSTILE = "<script>alert('1')</script> </p></li> &amp; <!-- --> ]]> \" ' </style> \u202e {braces}"


def page(resolution: Resolution, template: Template | None = None, options: Options | None = None) -> Element:
    return read(write_html(compose(resolution, template or osce(), options or Options(parts=("body",)))))


def by_id(page_: Element) -> dict[str, Element]:
    return {one.attributes["id"].removeprefix("c-"): one for one in page_.all() if "id" in one.attributes}


def hand_made(*blocks: Block, **styles: Style) -> Composition:
    """Return a composition of these blocks in the style "clause"."""
    usual = compose(paper(), osce())
    return replace(usual, sections=(Section("body", blocks),), styles={**usual.styles, **styles})


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


def test_hostile_words_stay_words_everywhere() -> None:
    title = HOSTILE.replace("\u202e", "")
    resolution = paper(f"o one: {HOSTILE.replace('{braces}', '')}^n(x)", {"title": title, "venue": HOSTILE})
    resolution = replace(resolution, remarks=(remark("one", HOSTILE),), language='en"><script>')
    data = write_html(compose(resolution, osce(), Options(remarks=True, watermark=HOSTILE)))
    whole = read(data)
    assert {one.tag for one in whole.all()}.isdisjoint({"script"})
    assert [one.tag for one in whole.children] == ["head", "body"]
    assert whole.one("title").words == title
    assert whole.attributes["lang"] == 'en"><script>'
    assert whole.one("aside").words.endswith(HOSTILE)
    assert HOSTILE in [one.words for one in whole.all("p")]  # the watermark
    assert by_id(whole)["one"].children[0].words.startswith(f"1. {HOSTILE.replace('{braces}', '')}")


def test_style_and_font_names_cannot_end_a_rule() -> None:
    name = "x}</style><b>"
    styled = hand_made(Paragraph(name, (Words("A"),)), **{name: Style(name, name)})
    data = write_html(replace(styled, fonts={"serif": Font("a'}</style>", "b;}"), "sans": Font("c", "d")}))
    whole = read(data)
    (paragraph,) = whole.all("p")
    assert paragraph.attributes["class"] == "s-xstyleb"
    sheet = whole.one("style").words
    assert sheet.count("{") == sheet.count("}")
    assert "'b','astyle',serif" in sheet


def test_nothing_is_fetched() -> None:
    data = write_html(compose(everything(), osce())).decode()
    assert not re.search(r"(?i)https?:|\bsrc=|url\(|@import|<(link|img|script|iframe|object)", data)
    policy = [one.attributes for one in read(data.encode()).all("meta") if "http-equiv" in one.attributes]
    assert policy[0]["content"].startswith("default-src 'none'")


def test_style_sheet_has_the_page_and_every_style() -> None:
    composition = compose(paper(), osce(), Options(paper="letter"))
    sheet = read(write_html(composition)).one("style").words
    assert "@page{size:612pt 792pt;margin:70.87pt 70.87pt 70.87pt 70.87pt}" in sheet
    for name in composition.styles:
        assert f".s-{name}{{font:" in sheet
    assert ".s-cover-title{font:bold 13pt/19pt 'Times New Roman','Liberation Serif',serif;text-align:center;" in sheet
    assert ".s-clause .n{margin-left:-35.43pt;min-width:35.43pt}" in sheet


def test_looks_that_are_seldom_used() -> None:
    style = Style("own", "Own", font="sans", italic=True, keep_together=True, hyphenate=True, right=9, outline=8)
    whole = read(write_html(hand_made(Paragraph("own", (Words("A"),)), own=style)))
    assert [one.words for one in whole.all("h6")] == ["A"]
    rule = re.search(r"\.s-own\{([^}]*)\}", whole.one("style").words)
    assert rule is not None
    assert rule[1] == (
        "font:italic 12pt/14.5pt 'Arial','Liberation Sans',sans-serif;text-align:left;margin:0pt 9pt 0pt 0pt;"
        "hyphens:auto;break-inside:avoid"
    )


@pytest.mark.parametrize(("change", "tag"), [("inserted", "ins"), ("deleted", "del")])
def test_changes_are_marked(change: ChangeKind, tag: str) -> None:
    label = ListLabel("1.", "paragraph", 0, 1)
    whole = read(
        write_html(
            hand_made(
                Paragraph("clause", (Words("was "), Words("said", change=change)), "clause", anchor="a"),
                Paragraph("clause", (Link("a", (LinkPart("1", "a"),), change),), "clause"),
                Paragraph("clause", (Words("gone"),), "clause", label, "b", change=change),
            )
        )
    )
    assert [one.words for one in whole.all(tag)] == ["said", "1", "1. gone"]


def test_remarks_stand_after_their_clause() -> None:
    remarks = (remark("two", "Why\nthat?"), remark("two", "Done.", resolved=True))
    found = by_id(page(paper(SHORT, remarks=remarks), options=Options(remarks=True)))
    asides = [child for child in found["two"].children if child.tag == "aside"]
    assert [one.words for one in asides] == ["Ann Other 2027-05-06: Why\nthat?", "✓ Ann Other 2027-05-06: Done."]
    assert [one.attributes["class"] for one in asides] == ["remark", "remark resolved"]


def test_watermark_is_behind_all_pages() -> None:
    whole = page(paper(), options=Options(watermark="DRAFT"))
    assert whole.one("body").children[0].words == "DRAFT"
    assert "watermark" not in "".join(str(one.attributes) for one in page(paper()).all())


def test_form_is_a_table_to_write_in() -> None:
    sponsor, cosponsors = page(paper(), options=Options(parts=("form",))).all("table")
    assert [cell.words for cell in sponsor.all("th")] == [
        "Mr/Mrs",
        "Family Name in Capital Letters",
        "Country",
        "Signature",
    ]
    assert [cell.words for cell in sponsor.all("td")] == ["", "", "", ""]
    assert len(list(cosponsors.all("tr"))) == 9
    assert [one.attributes["style"] for one in sponsor.all("col")] == [
        "width:12%",
        "width:38%",
        "width:25%",
        "width:25%",
    ]
    assert [row.attributes.get("style") for row in sponsor.all("tr")] == [None, "height:28.35pt"]


def test_empty_composition_is_an_empty_page() -> None:
    usual = compose(paper(), osce())
    whole = read(write_html(replace(usual, sections=(), metadata=Metadata(title=""))))
    assert whole.one("body").words.strip() == ""
    assert "author" not in [one.attributes.get("name") for one in whole.all("meta")]
