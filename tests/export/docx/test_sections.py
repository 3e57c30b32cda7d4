"""Sections: cover, body and form with their own headers, page numbers, line numbers, and the watermark."""

from __future__ import annotations

import math

import pytest
from lxml import etree
from msgspec.structs import replace

from editor.compose.composition import Field, Paragraph, Section, Words
from tests.export.docx.reading import NAMESPACES, Docx, W, text, written
from tests.export.docx.samples import PAGE, clause, composition, form_table, full, line

COVER = Section("cover", (line("kind", "SUPPLEMENTARY ITEM"),), numbered=False)
FOOTER = (Paragraph("footer", (Words("Page "), Field("page"), Words(" of "), Field("pages")), "furniture"),)
BODY = Section("body", (clause("1."), clause("2.")), (), FOOTER)
FORM = Section("form", (line("form", "PROPOSED AMENDMENT"), form_table()), numbered=False)


def properties(docx: Docx) -> list[etree._Element]:
    """Return the properties of all sections in order."""
    return docx.find("//w:sectPr")


def furniture(docx: Docx, kind: str) -> list[str]:
    """Return the words of the header or footer of each section, "-" where it names none."""
    found = []
    for section in properties(docx):
        reference = section.find(f"{W}{kind}Reference")
        if reference is None:
            found.append("-")
            continue
        number = reference.get(f"{{{NAMESPACES['r']}}}id")
        (target,) = docx.values(f"//rel:Relationship[@Id='{number}']/@Target", "word/_rels/document.xml.rels")
        found.append(text(docx.tree(f"word/{target}")))
    return found


def test_every_section_begins_on_a_new_page() -> None:
    docx = written(composition(COVER, BODY, FORM))
    assert docx.values("//w:sectPr/w:type/@w:val") == ["nextPage"] * 3
    assert [section.getparent().tag for section in properties(docx)] == [f"{W}pPr", f"{W}pPr", f"{W}body"]  # type: ignore[union-attr]


def test_sections_begin_on_the_front_of_a_sheet_where_asked() -> None:
    docx = written(composition(COVER, BODY, FORM, duplex=True))
    assert docx.values("//w:sectPr/w:type/@w:val") == ["nextPage", "oddPage", "oddPage"]
    starts = [section.find(f"{W}pgNumType") for section in properties(docx)]
    assert [start.get(f"{W}start") if start is not None else None for start in starts] == ["1", "1", None]


def test_properties_stand_in_the_last_paragraph_of_their_section() -> None:
    docx = written(composition(COVER, BODY))
    ends = [paragraph.find(f"{W}pPr/{W}sectPr") is not None for paragraph in docx.paragraphs()]
    assert ends == [True, False, False]


def test_section_that_ends_in_a_table_ends_in_a_low_paragraph() -> None:
    docx = written(composition(FORM, BODY))
    (paragraph,) = docx.find("//w:p[w:pPr/w:sectPr]")
    assert paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMESPACES) == "TableGap"


@pytest.mark.parametrize("change", ["inserted", "deleted"])
def test_section_s_properties_do_not_go_with_a_tracked_paragraph(change: str) -> None:
    docx = written(composition(Section("body", (clause("1.", change=change),)), FORM))
    (paragraph,) = docx.find("//w:p[w:pPr/w:sectPr]")
    assert paragraph.find(f"{W}pPr/{W}rPr") is None


def test_sheet_and_margins_are_the_page_s() -> None:
    docx = written(composition(BODY))
    (size,), (margins,) = docx.find("//w:pgSz"), docx.find("//w:pgMar")
    assert {etree.QName(name).localname: value for name, value in size.attrib.items()} == {"w": "11906", "h": "16838"}
    assert {etree.QName(name).localname: value for name, value in margins.attrib.items()} == {
        "top": "1417", "right": "1417", "bottom": "1417", "left": "1417", "header": "709", "footer": "709",
        "gutter": "0",
    }  # fmt: skip


def test_a_wide_sheet_lies_on_its_side() -> None:
    turned = replace(PAGE, width=PAGE.height, height=PAGE.width)
    docx = written(composition(BODY, page=turned))
    assert docx.values("//w:pgSz/@w:orient") == ["landscape"]


def test_a_section_without_a_header_does_not_take_its_forerunner_s() -> None:
    body = replace(BODY, header=(line("header", "SC (24) SI 7 E"),))
    docx = written(composition(COVER, body, FORM))
    assert furniture(docx, "header") == ["", "SC (24) SI 7 E", ""]
    assert furniture(docx, "footer") == ["", "Page 1 of 1", ""]
    assert len([name for name in docx.parts if name.startswith("word/header")]) == 2, "the two empty ones are one"


def test_without_headers_there_are_no_parts_for_them() -> None:
    docx = written(composition(COVER, FORM))
    assert furniture(docx, "header") == furniture(docx, "footer") == ["-", "-"]


def test_pages_count_from_the_first_that_is_numbered() -> None:
    docx = written(composition(COVER, BODY, FORM))
    starts = [section.find(f"{W}pgNumType") for section in properties(docx)]
    assert [start.get(f"{W}start") if start is not None else None for start in starts] == ["0", "1", None]


def test_a_body_alone_begins_with_page_one() -> None:
    docx = written(composition(BODY, FORM))
    assert docx.values("//w:pgNumType/@w:start") == ["1"]


def instructions(docx: Docx) -> list[str]:
    """Return the fields of the footers."""
    parts = sorted(name for name in docx.parts if name.startswith("word/footer"))
    return [found.strip() for part in parts for found in docx.values("//w:instrText/text()", part)]


def test_number_of_pages_is_the_document_s_where_all_pages_count() -> None:
    assert instructions(written(composition(BODY))) == ["PAGE", "NUMPAGES"]


def test_number_of_pages_is_that_of_the_last_counted_page() -> None:
    docx = written(composition(COVER, BODY, FORM))
    assert instructions(docx) == ["PAGE", "PAGEREF _rcLastPage"]
    (mark,) = docx.find("//w:bookmarkStart[@w:name='_rcLastPage']")
    paragraph = mark.getparent()
    assert paragraph is not None
    assert paragraph is docx.paragraphs()[2], "the last of the body"


def test_last_counted_page_may_end_in_a_table() -> None:
    docx = written(composition(COVER, replace(FORM, numbered=True, footer=FOOTER)))
    (mark,) = docx.find("//w:bookmarkStart[@w:name='_rcLastPage']")
    assert mark.getparent() is docx.paragraphs()[-1]


@pytest.mark.parametrize(("setting", "restart"), [("page", "newPage"), ("through", "continuous")])
def test_lines_are_numbered_in_the_body_only(setting: str, restart: str) -> None:
    docx = written(composition(COVER, BODY, FORM, line_numbers=setting))
    numbered = [section.find(f"{W}lnNumType") for section in properties(docx)]
    assert [one.get(f"{W}restart") if one is not None else None for one in numbered] == [None, restart, None]
    assert docx.values("//w:lnNumType/@w:distance") == ["280"]
    assert docx.values("//w:style[w:name/@w:val='line number']/w:rPr/w:sz/@w:val", "word/styles.xml") == ["16"]
    counted = docx.values("//w:style[not(w:pPr/w:suppressLineNumbers)]/@w:styleId", "word/styles.xml")
    assert {"Normal", "Clause"} <= set(counted)
    assert not {"KindOfPaper", "FormLine", "Header", "Footer", "FootnoteText"} & set(counted)


def test_lines_are_not_numbered_unless_asked_for() -> None:
    docx = written(composition(COVER, BODY))
    assert docx.find("//w:lnNumType") == []
    assert (
        docx.find("//w:style[@w:customStyle and @w:styleId!='TableGap']//w:suppressLineNumbers", "word/styles.xml")
        == []
    )


def test_watermark_is_on_every_page_as_word_makes_it() -> None:
    docx = written(full())
    headers = sorted(name for name in docx.parts if name.startswith("word/header"))
    assert len(headers) == 2
    shapes = [found for name in headers for found in docx.values("//v:shape/@id", name)]
    assert shapes == ["PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2"]
    assert [docx.values("//v:shape/v:textpath/@string", name) for name in headers] == [["DRAFT"]] * 2
    assert all(len(docx.find("//w:sectPr/w:headerReference")) == 3 for _ in headers)


@pytest.mark.parametrize("words", ["X", "DRAFT", "NOT YET ADOPTED BY THE COMMITTEE"])
def test_watermark_lies_on_the_diagonal_inside_the_sheet(words: str) -> None:
    docx = written(composition(BODY, watermark=words))
    (style,) = docx.values("//v:shape/@style", "word/header1.xml")
    measures = dict(part.split(":") for part in style.split(";"))
    width, height = (float(measures[name].removesuffix("pt")) for name in ("width", "height"))
    turn = math.radians(360 - float(measures["rotation"]))
    assert math.tan(turn) == pytest.approx(PAGE.height / PAGE.width, rel=0.02)
    assert width * math.cos(turn) + height * math.sin(turn) < PAGE.width
    assert width * math.sin(turn) + height * math.cos(turn) < PAGE.height


def test_header_s_own_words_stay_beside_the_watermark() -> None:
    docx = written(composition(replace(BODY, header=(line("header", "SC (24)"),)), watermark="DRAFT"))
    assert furniture(docx, "header") == ["SC (24)"]


def test_headers_on_the_left_have_stops_in_the_middle_and_at_the_end() -> None:
    docx = written(full())
    tabs = docx.values("//w:style[@w:styleId='Header']//w:tab/@w:pos", "word/styles.xml")
    assert tabs == [], "the sample's header stands on the right"
    left = {name: replace(style, align="left") for name, style in full().styles.items()}
    docx = written(composition(BODY, styles=left))
    assert docx.values("//w:style[@w:styleId='Header']//w:tab/@w:pos", "word/styles.xml") == ["4535", "9071"]
