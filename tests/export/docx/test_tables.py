"""Tables are as wide as the line, ruled by a style, and keep their distance."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from editor.compose.composition import Table
from tests.export.docx.reading import NAMESPACES, Docx, W, text, written
from tests.export.docx.samples import STYLES, body, form_table, line

WIDTH = 9071
"""Twips between margins of 25 mm on A4."""


def spacing(docx: Docx, paragraph: etree._Element) -> tuple[str, str]:
    """Return the space before and after `paragraph`, as its style or that style's parent says."""
    name = paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMESPACES)
    found = {"before": "", "after": ""}
    while name:
        (style,) = docx.find(f"//w:style[@w:styleId='{name}']", "word/styles.xml")
        for side, value in found.items():
            found[side] = value or str(style.xpath(f"string(w:pPr/w:spacing/@w:{side})", namespaces=NAMESPACES))
        name = style.xpath("string(w:basedOn/@w:val)", namespaces=NAMESPACES)
    return found["before"], found["after"]


def test_columns_share_the_line() -> None:
    docx = written(body(form_table()))
    widths = [int(width) for width in docx.values("//w:gridCol/@w:w")]
    assert widths == [1089, 3447, 1814, 2721]
    assert sum(widths) == WIDTH
    assert docx.values("//w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == [str(width) for width in widths]
    assert docx.values("//w:tblW/@w:w") == [str(WIDTH)]


def test_shares_need_not_add_up_to_one() -> None:
    docx = written(body(replace(form_table(), columns=(12, 38, 20, 30))))
    assert docx.values("//w:gridCol/@w:w") == ["1089", "3447", "1814", "2721"]


def test_headings_are_repeated_and_rows_are_not_cut() -> None:
    docx = written(body(form_table(rows=3)))
    rows = docx.find("//w:tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert docx.values("//w:trHeight/@w:val") == ["480"] * 3
    assert set(docx.values("//w:trHeight/@w:hRule")) == {"atLeast"}


def test_borders_are_the_style_s() -> None:
    docx = written(body(form_table()))
    assert docx.find("//w:tblBorders") == []
    borders = docx.find("//w:style[@w:styleId='RuledTable']//w:tblBorders/*", "word/styles.xml")
    assert {border.get(f"{W}sz") for border in borders} == {"4"}
    assert len(borders) == 6


def test_summary_is_there_for_those_who_cannot_see_it() -> None:
    docx = written(body(form_table()))
    assert docx.values("//w:tblDescription/@w:val") == ["Mr/Mrs, Family Name in Capital Letters, Country, Signature"]


def test_cells_have_their_words_and_rows_all_their_cells() -> None:
    short = Table((0.5, 0.5), (((line("table-cell", "one"),),), ((), (line("table-cell", "two"),))), header_rows=0)
    docx = written(body(short))
    assert [[text(cell) for cell in row.findall(f"{W}tc")] for row in docx.find("//w:tr")] == [["one", ""], ["", "two"]]
    assert all(cell.find(f"{W}p") is not None for cell in docx.find("//w:tc"))
    assert docx.find("//w:tblHeader") == []


def test_a_table_is_followed_by_a_paragraph() -> None:
    docx = written(body(form_table()))
    (content,) = docx.find("//w:body")
    assert [etree.QName(child).localname for child in content] == ["tbl", "p", "sectPr"]


def test_distance_to_a_table_is_the_larger_of_the_two() -> None:
    wide = replace(form_table(), before=30, after=3)
    docx = written(body(line("form", "above"), wide, line("form", "below"), line("form", "last")))
    outside = docx.find("//w:body/w:p")
    assert [spacing(docx, one) for one in outside] == [("120", "600"), ("120", "120"), ("120", "120")]


def test_space_in_a_cell_stands_between_its_paragraphs_only() -> None:
    styles = {**STYLES, "table-cell": replace(STYLES["table-cell"], before=4, after=7)}
    cell = tuple(line("table-cell", name) for name in "abc")
    docx = written(body(Table((1,), ((cell,),)), styles=styles))
    found = [spacing(docx, paragraph) for paragraph in docx.find("//w:tc/w:p")]
    assert found == [("0", "140"), ("80", "140"), ("80", "0")]


def test_two_tables_stay_apart() -> None:
    docx = written(body(replace(form_table(), after=2), replace(form_table(), before=12)))
    gaps = docx.find("//w:body/w:p[w:pPr/w:pStyle/@w:val='TableGap']")
    assert [gap.xpath("string(w:pPr/w:spacing/@w:line)", namespaces=NAMESPACES) for gap in gaps] == ["240", ""]
