import re

import pytest
from msgspec.structs import replace

from editor.compose.compose import Options, compose
from editor.compose.composition import (
    Block,
    ChangeKind,
    Composition,
    Font,
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
from editor.templating.schema import SheetLine
from tests.export.pages import by_id, page, read
from tests.features import everything
from tests.papers import SHORT, osce, paper, remark

HOSTILE = "<script>alert('1')</script> </p></li> &amp; <!-- --> ]]> \" ' </style> \u202e {braces}"


def hand_made(*blocks: Block, **styles: Style) -> Composition:
    """Return a composition of these blocks in the style "clause"."""
    usual = compose(paper(), osce())
    return replace(usual, sections=(Section("body", blocks),), styles={**usual.styles, **styles})


def test_hostile_words_stay_words_everywhere() -> None:
    inert = HOSTILE.replace("\u202e", "")  # what turns words around does not reach a copy
    resolution = paper(f"o one: {HOSTILE.replace('{braces}', '')}^n(x)", {"title": HOSTILE, "venue": HOSTILE})
    resolution = replace(resolution, remarks=(remark("one", HOSTILE),), language='en"><script>')
    data = write_html(compose(resolution, osce(), Options(remarks=True, watermark=HOSTILE)))
    whole = read(data)
    assert {one.tag for one in whole.all()}.isdisjoint({"script"})
    assert [one.tag for one in whole.children] == ["head", "body"]
    assert whole.one("title").words == inert
    assert whole.attributes["lang"] == 'en"><script>'
    assert whole.one("aside").words.endswith(inert)
    assert inert in [one.words for one in whole.all("p")]  # the watermark
    assert by_id(whole)["one"].children[0].words.startswith(f"1. {inert.replace('{braces}', '')}")


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


def test_header_stands_once_above_its_section() -> None:
    header = (SheetLine("{code}", "header"), SheetLine("Page {page}", "header"))
    template = replace(osce(), file=replace(osce().file, header=header))
    whole = page(paper(), template, Options(notice="EMBARGO until 3 July"))
    headers = [[line.words for line in header.children] for header in whole.all("header")]
    assert headers == [["EMBARGO until 3 July"], ["EMBARGO until 3 July", "SC (27) SI 4 E"], ["EMBARGO until 3 July"]]
    assert [section.children[0].tag for section in whole.all("section")] == ["header"] * 3
