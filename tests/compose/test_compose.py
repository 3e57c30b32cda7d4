import datetime

import pytest
from msgspec.structs import replace

from editor.compose.compose import Options, Part, compose
from editor.compose.composition import Composition, Paragraph, Table
from editor.model.cover import Code, CoverValue, Person
from editor.model.text import LINE_BREAK
from editor.templating.begin import new_resolution
from editor.templating.load import template_from_json, template_to_json
from editor.templating.schema import SheetLine
from tests.compose.reading import lines, words
from tests.papers import SESSION, osce, paper
from tests.texts import resolution as long_text


def roles(composition: Composition, name: str) -> list[str]:
    return [
        block.role
        for section in composition.sections
        if section.name == name
        for block in section.blocks
        if isinstance(block, Paragraph)
    ]


def test_supplementary_item_has_cover_text_and_form() -> None:
    composition = compose(paper(), osce())
    assert [section.name for section in composition.sections] == ["cover", "body", "form"]
    assert [section.numbered for section in composition.sections] == [False, True, False]
    assert lines(composition, "cover") == [
        "SC (27) SI 4 E",
        "Original: FRENCH",
        "SUPPLEMENTARY ITEM",
        "DRAFT RESOLUTION",
        "ON",
        "“CLEAN WATER IN BORDER RIVERS”",
        "Principal Sponsor",
        "Ms. Anna van der Berg",
        "Netherlands",
        "DUBLIN, 3 JULY TO 7 JULY 2027",
    ]
    assert lines(composition, "body") == [
        "DRAFT RESOLUTION",
        "Clean Water in Border Rivers",
        "Principal Sponsor: Ms. Anna van der Berg (Netherlands)",
        "1. Recalling the past,",
        "The OSCE Parliamentary Assembly:",
        "2. Calls on States:",
        "a. to act,",
        "b. to report;",
        "3. Ends.",
    ]
    assert lines(composition, "form") == [
        "PROPOSED AMENDMENT to the DRAFT RESOLUTION",
        "on",
        "“CLEAN WATER IN BORDER RIVERS”",
        "[Set out text of Amendment here:]",
        "Principal Sponsor:",
        "Mr/Mrs\tFamily Name in Capital Letters\tCountry\tSignature",
        "Co-sponsored by:",
        "Mr/Mrs\tFamily Name in Capital Letters\tCountry\tSignature",
    ]


def test_committee_draft_names_committee_theme_and_rapporteur() -> None:
    fields: dict[str, CoverValue | None] = {
        "code": Code((("body", "AS"), ("year", "27"), ("kind", "DRS"), ("number", "2"))),
        "committee": "committee_2",
        "theme": "Rivers without Borders",
        "rapporteur": Person("Mr.", "Jan", "Novak", "Czechia"),
    }
    composition = compose(replace(paper(fields=fields), kind="draft-resolution"), osce())
    assert lines(composition, "cover") == [
        "AS (27) DRS 2 E",
        "Original: FRENCH",
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON",
        "ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "“RIVERS WITHOUT BORDERS”",
        "RAPPORTEUR",
        "Mr. Jan Novak",
        "Czechia",
        "DUBLIN, 3–7 JULY 2027",
    ]
    assert lines(composition, "body")[:4] == [
        "DRAFT RESOLUTION",
        "FOR THE GENERAL COMMITTEE ON ECONOMIC AFFAIRS, SCIENCE, TECHNOLOGY AND ENVIRONMENT",
        "Rivers without Borders",
        "Rapporteur: Mr. Jan Novak (Czechia)",
    ]


def test_empty_cover_prints_what_the_template_says_alone() -> None:
    empty = new_resolution(osce(), "supplementary-item", "en")
    composition = compose(empty, osce())
    assert lines(composition, "cover") == ["Original: ENGLISH", "SUPPLEMENTARY ITEM", "DRAFT RESOLUTION"]
    assert lines(composition, "body")[0] == "DRAFT RESOLUTION"
    assert composition.metadata.title == "Supplementary item"


def test_a_notice_stands_above_every_page() -> None:
    composition = compose(paper(), osce(), Options(notice="EMBARGO until 3 July <b>2027</b>"))
    for section in composition.sections:
        assert words(section.header[0]) == "EMBARGO until 3 July <b>2027</b>"
        assert section.header[0].style in composition.styles
    assert not any(section.header for section in compose(paper(), osce()).sections)


def test_large_print_enlarges_words_and_keeps_cover_and_form_to_one_sheet() -> None:
    usual, large = compose(paper(), osce()), compose(paper(), osce(), Options(large_print=True))
    assert large.styles["cover-title"].size > usual.styles["cover-title"].size
    assert large.styles["cover-title"].before == usual.styles["cover-title"].before
    assert large.styles["clause"].after > usual.styles["clause"].after
    rows = [[len(b.rows) for b in c.sections[-1].blocks if isinstance(b, Table)] for c in (usual, large)]
    assert sum(rows[1]) < sum(rows[0])
    assert min(rows[1]) > 1


def test_the_form_has_as_many_rows_as_asked() -> None:
    composition = compose(paper(), osce(), Options(parts=("form",), form_rows=60))
    assert [len(block.rows) for block in composition.sections[0].blocks if isinstance(block, Table)] == [2, 61]


def test_half_filled_cover_loses_nothing_that_is_there() -> None:
    fields = {"sponsor": Person("Ms.", "Anna", "Berg"), "dates": None, "title": None, "code": None}
    composition = compose(paper(fields=fields), osce())
    assert lines(composition, "cover")[-3:] == ["Principal Sponsor", "Ms. Anna Berg", "DUBLIN"]
    assert lines(composition, "body")[:2] == ["DRAFT RESOLUTION", "Principal Sponsor: Ms. Anna Berg"]


def test_amendment_form_is_a_form_alone() -> None:
    composition = compose(replace(paper(), kind="amendment-form"), osce())
    assert [section.name for section in composition.sections] == ["form"]


@pytest.mark.parametrize(
    ("parts", "names"),
    [((), ["cover", "body", "form"]), (("form", "cover"), ["cover", "form"]), (("body",), ["body"])],
)
def test_parts_may_be_chosen(parts: tuple[Part, ...], names: list[str]) -> None:
    assert [section.name for section in compose(paper(), osce(), Options(parts=parts)).sections] == names


def test_options_change_the_copy() -> None:
    options = Options(paper="letter", line_numbers="page", watermark="DRAFT", large_print=True)
    composition = compose(paper(), osce(), options)
    assert (composition.page.width, composition.line_numbers, composition.watermark) == (612, "page", "DRAFT")
    assert composition.styles["clause"].size == 16


def test_headings_of_the_second_page_are_titles_with_an_outline() -> None:
    assert roles(compose(paper(), osce()), "body")[:3] == ["title", "title", "head"]


def test_header_and_footer_stand_on_the_pages_of_the_text() -> None:
    header = (SheetLine("{code}", "header"), SheetLine("{theme}", "header"))
    template = replace(osce(), file=replace(osce().file, header=header))
    cover, text, form = compose(paper(), template).sections
    assert [words(line) for line in text.header] == ["SC (27) SI 4 E"]
    assert [words(line) for line in text.footer] == ["|"]
    assert (cover.header, cover.footer, form.header, form.footer) == ((), (), (), ())


def test_tables_of_the_form_are_blank() -> None:
    *_, form = compose(paper(), osce()).sections
    sponsor, cosponsors = (block for block in form.blocks if isinstance(block, Table))
    assert [len(table.rows) for table in (sponsor, cosponsors)] == [2, 9]
    assert sum(sponsor.columns) == pytest.approx(1)
    assert sponsor.columns == (0.12, 0.38, 0.25, 0.25)
    assert sponsor.row_height == pytest.approx(28.3465, abs=1e-3)
    assert sponsor.summary == "Mr/Mrs, Family Name in Capital Letters, Country, Signature"
    assert {cell for row in sponsor.rows[1:] for cell in row} == {(Paragraph("table-cell", (), "form"),)}


def test_file_says_what_it_is() -> None:
    metadata = compose(paper(fields={"title": f"Clean Water{LINE_BREAK}in Border Rivers"}), osce()).metadata
    assert metadata.title == "Clean Water in Border Rivers"
    assert metadata.author == "Ms. Anna van der Berg"
    assert metadata.subject == "Supplementary item"
    assert metadata.code == "SC (27) SI 4 E"
    assert metadata.date == SESSION.first == datetime.date(2027, 7, 3)


def test_file_without_a_title_is_called_by_its_kind_and_code() -> None:
    committee_draft = replace(paper(), kind="draft-resolution")
    assert compose(committee_draft, osce()).metadata.title == "Draft resolution SC (27) SI 4 E"


def test_unknown_kind_of_paper_is_refused() -> None:
    with pytest.raises(KeyError):
        compose(replace(paper(), kind="poem"), osce())


def test_copy_of_the_template_in_a_project_prints_the_same() -> None:
    again = template_from_json(template_to_json(osce()))
    first, second = compose(paper(), osce()), compose(paper(), again)
    assert first == second
    assert list(first.styles) == list(second.styles)
    assert list(first.fonts) == list(second.fonts)


def test_every_language_of_the_template_can_be_printed() -> None:
    for language in osce().file.languages:
        composition = compose(replace(paper(), language=language.code), osce())
        assert composition.language == language.code
        assert lines(composition, "cover")[0] == f"SC (27) SI 4 {language.letter}"
        # Russian titles stand without an "on".
        assert len(lines(composition, "cover")) == (10 if osce().word(language.code, "on") else 9)


def test_composition_shares_nothing_with_the_length_of_the_text() -> None:
    short, long = compose(long_text(10), osce()), compose(long_text(500), osce())
    assert short.lists == long.lists
    assert short.styles == long.styles
