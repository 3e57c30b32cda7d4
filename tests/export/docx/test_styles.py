"""Styles carry every look; a paragraph names its style and no more."""

from __future__ import annotations

import pytest
from lxml import etree
from msgspec.structs import replace

from editor.compose.composition import Font, Paragraph, Style, Words
from tests.export.docx.reading import NAMESPACES, VAL, Docx, W, written
from tests.export.docx.samples import STYLES, body, clause, full, item, line, words

PART = "word/styles.xml"


def style(docx: Docx, name: str) -> etree._Element:
    """Return the style that Word's users see as `name`."""
    (found,) = docx.find(f"//w:style[w:name/@w:val='{name}']", PART)
    return found


def value(element: etree._Element, path: str) -> str:
    """Return the attribute that `path` finds in `element`, "" where there is none."""
    return str(element.xpath(f"string({path})", namespaces=NAMESPACES))


def test_paragraphs_have_no_look_of_their_own() -> None:
    docx = written(full())
    allowed = {f"{W}{name}" for name in ("pStyle", "numPr", "keepNext", "sectPr", "rPr")}
    for properties in docx.find("//w:body//w:pPr[not(w:pStyle/@w:val='TableGap')]"):
        assert {child.tag for child in properties} <= allowed
    assert len(docx.find("//w:body//w:p[not(w:pPr/w:pStyle)]")) == 0


def test_every_style_that_is_used_is_there_and_each_once() -> None:
    docx = written(full())
    ids = docx.values("//w:style/@w:styleId", PART)
    assert len(ids) == len(set(ids))
    used = {found for part in docx.parts if part.startswith("word/") for found in _used(docx, part)}
    assert used <= set(ids)


def _used(docx: Docx, part: str) -> list[str]:
    tags = ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
    return [found.get(VAL, "") for tag in tags for found in docx.tree(part).iter(f"{W}{tag}")]


def test_styles_bear_the_names_of_the_sheet_and_are_shown() -> None:
    docx = written(body(clause("1.")))
    for sheet in STYLES.values():
        assert style(docx, sheet.word).find(f"{W}qFormat") is not None, sheet.word


def test_measures_are_the_sheet_s() -> None:
    docx = written(body(clause("1.")))
    found = style(docx, "Enacting phrase")
    assert value(found, "w:pPr/w:spacing/@w:before") == "240"
    assert value(found, "w:pPr/w:spacing/@w:after") == "240"
    assert found.find(f"{W}pPr/{W}keepNext") is not None
    assert found.find(f"{W}rPr/{W}b") is not None
    title = style(docx, "Title")
    assert value(title, "w:pPr/w:spacing/@w:line") == "340"
    assert value(title, "w:pPr/w:spacing/@w:lineRule") == "exact"
    assert value(title, "w:rPr/w:sz/@w:val") == "28"
    assert value(title, "w:pPr/w:jc/@w:val") == "center"
    assert value(title, "w:pPr/w:outlineLvl/@w:val") == "0"
    table = style(docx, "Table heading")
    assert value(table, "w:rPr/w:rFonts/@w:ascii") == "Arial"


def test_text_stands_at_its_edge_and_the_label_hangs_out() -> None:
    docx = written(body(clause("1."), item("a")))
    indents = [style(docx, name).find(f"{W}pPr/{W}ind") for name in ("Clause", "Sub-item", "Closing text")]
    found = [
        (one.get(f"{W}left"), one.get(f"{W}hanging"), one.get(f"{W}firstLine")) for one in indents if one is not None
    ]
    assert found == [("709", "709", None), ("1276", "567", None), ("709", None, "0")]


def test_normal_has_what_most_styles_have() -> None:
    docx = written(body(clause("1.")))
    normal = style(docx, "Normal")
    assert normal.get(f"{W}default") == "1"
    assert value(normal, "w:rPr/w:sz/@w:val") == "24"
    assert value(normal, "w:pPr/w:spacing/@w:line") == "290"
    clause_style = style(docx, "Clause")
    assert clause_style.find(f"{W}rPr/{W}sz") is None, "inherited"
    defaults = docx.tree(PART).find(f"{W}docDefaults")
    assert defaults is not None
    assert value(defaults, "w:rPrDefault/w:rPr/w:rFonts/@w:ascii") == "Times New Roman"
    assert value(defaults, "w:rPrDefault/w:rPr/w:lang/@w:val") == "en-GB"
    assert defaults.find(f"{W}pPrDefault/{W}pPr/{W}widowControl") is not None


def test_a_sheet_may_have_a_normal_of_its_own() -> None:
    own = Style("plain", "Normal", size=11, leading=13, after=4)
    docx = written(body(line("plain", "Words"), styles={**STYLES, "plain": own}))
    normal = style(docx, "Normal")
    assert value(normal, "w:rPr/w:sz/@w:val") == "22"
    assert value(normal, "w:pPr/w:spacing/@w:after") == "80"
    assert value(style(docx, "Document code"), "w:pPr/w:spacing/@w:after") == "0", "not inherited"


@pytest.mark.parametrize(("name", "built_in"), [("note", "footnote text"), ("header", "header"), ("footer", "footer")])
def test_word_s_own_styles_serve_where_they_are_meant(name: str, built_in: str) -> None:
    styles = {**STYLES, name: replace(STYLES[name], word="Called otherwise")}
    docx = written(body(clause("1."), styles=styles))
    assert style(docx, built_in).get(f"{W}customStyle") is None


def test_a_style_called_like_word_s_own_is_that_one() -> None:
    docx = written(body(line("part", "Annex"), styles={**STYLES, "part": replace(STYLES["part"], word="Heading 1")}))
    found = style(docx, "heading 1")
    assert found.get(f"{W}styleId") == "Heading1"
    assert found.get(f"{W}customStyle") is None


def test_styles_with_the_same_name_are_told_apart() -> None:
    styles = {**STYLES, "form": replace(STYLES["form"], word="Cover line"), "x": Style("x", "Положение")}
    docx = written(body(line("x", "Words"), styles=styles))
    names = docx.values("//w:style/w:name/@w:val", PART)
    assert len({name.lower() for name in names}) == len(names)
    assert "Cover line 2" in names
    assert docx.values("//w:body//w:pStyle/@w:val") == ["Style"]


@pytest.mark.parametrize(("word", "name"), [("", "x"), ("Clause, deep", "Clause  deep")])
def test_styles_have_one_name_that_word_takes(word: str, name: str) -> None:
    docx = written(body(line("x", "Words"), styles={**STYLES, "x": Style("x", word)}))
    assert style(docx, name) is not None


def test_enter_goes_on_in_the_style_that_follows() -> None:
    docx = written(
        body(line("enacting", "The Assembly:", role="enacting"), clause("1."), line("form", "x"), clause("2."))
    )
    assert value(style(docx, "Enacting phrase"), "w:next/@w:val") == "Clause"
    assert value(style(docx, "Clause"), "w:next/@w:val") == ""
    assert value(style(docx, "Form line"), "w:next/@w:val") == ""


def test_only_styles_that_want_it_are_hyphenated() -> None:
    docx = written(body(clause("1.")))
    assert value(style(docx, "Clause"), "w:pPr/w:suppressAutoHyphens/@w:val") == "0"
    assert style(docx, "Normal").find(f"{W}pPr/{W}suppressAutoHyphens") is not None
    assert len(docx.find("//w:autoHyphenation", "word/settings.xml")) == 1
    still = {name: replace(one, hyphenate=False) for name, one in STYLES.items()}
    assert written(body(clause("1."), styles=still)).find("//w:autoHyphenation", "word/settings.xml") == []


def test_marks_and_languages_are_looks_of_runs() -> None:
    spans = (
        words("a", "bold", "italic"),
        words("b", "underline"),
        words("c", "superscript"),
        words("d", "subscript"),
        words("e", "subscript", "superscript"),
        Words("f", language="ru"),
        Words(""),
    )
    docx = written(body(clause("1.", spans)))
    looks = [[etree.QName(one).localname for one in run] for run in docx.find("//w:body//w:rPr")]
    assert looks == [["b", "bCs", "i", "iCs"], ["u"], ["vertAlign"], ["vertAlign"], ["vertAlign"], ["lang"]]
    assert docx.values("//w:vertAlign/@w:val") == ["superscript", "subscript", "superscript"]
    assert docx.values("//w:body//w:lang/@w:val") == ["ru-RU"]


def test_italic_inside_italic_is_upright() -> None:
    styles = {**STYLES, "form": replace(STYLES["form"], italic=True)}
    docx = written(body(Paragraph("form", (words("Set out", "italic"),)), styles=styles))
    assert docx.values("//w:body//w:i/@w:val") == ["0"]


def test_paragraph_in_another_language_says_so_to_its_end() -> None:
    docx = written(body(clause("1.", language="fr")))
    assert docx.values("//w:pPr/w:rPr/w:lang/@w:val") == ["fr-FR"]
    assert docx.values("//w:r/w:rPr/w:lang/@w:val") == ["fr-FR"]


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("en-US", {"val": "en-US"}),
        ("sr", {"val": "sr-Cyrl-RS"}),
        ("zh", {"val": "zh-CN", "eastAsia": "zh-CN"}),
        ("ar", {"val": "ar-SA", "bidi": "ar-SA"}),
        ("mt", {"val": "mt"}),
    ],
)
def test_languages_have_a_region_where_word_wants_one(language: str, attributes: dict[str, str]) -> None:
    docx = written(body(clause("1."), language=language))
    (found,) = docx.find("//w:docDefaults//w:lang", PART)
    assert {etree.QName(name).localname: text for name, text in found.attrib.items()} == attributes


def test_fonts_are_named_as_word_users_have_them_with_stand_ins() -> None:
    docx = written(body(clause("1.")))
    part = "word/fontTable.xml"
    assert docx.values("//w:font/@w:name", part) == ["Times New Roman", "Arial"]
    assert docx.values("//w:altName/@w:val", part) == ["Liberation Serif", "Liberation Sans"]
    same = {"serif": Font("Georgia", "Georgia"), "sans": Font("Arial", "Arial")}
    assert written(body(clause("1."), fonts=same)).values("//w:altName/@w:val", part) == []


def test_layout_is_that_of_present_day_word() -> None:
    docx = written(body(clause("1.")))
    part = "word/settings.xml"
    assert docx.values("//w:compatSetting[@w:name='compatibilityMode']/@w:val", part) == ["15"]
    assert len(docx.find("//w:doNotExpandShiftReturn", part)) == 1
    # Without it, of two spaces between paragraphs the larger counts, as in a composition.
    assert docx.find("//w:doNotUseHTMLParagraphAutoSpacing", part) == []


def test_a_clause_stays_with_the_first_of_its_sub_items() -> None:
    closing = line("closing-0", "of all.", continues=True, level=1)
    docx = written(body(clause("1."), item("a"), clause("2."), closing))
    kept = [paragraph.find(f"{W}pPr/{W}keepNext") is not None for paragraph in docx.paragraphs()]
    assert kept == [True, False, False, False]
