"""Roles, levels, numbers and words of Akoma Ntoso files."""

from __future__ import annotations

import datetime

import pytest

from editor.importing import ImportFailure, import_document
from editor.model.cover import Code, DateRange
from editor.paths import templates_folder
from editor.templating.load import load_template
from tests.importing.akn.texts import (
    FORMULA,
    MASTHEAD,
    codes,
    container,
    paragraph,
    read,
    shown,
    united_nations,
    xml,
)

TWO = paragraph("1.", "Asks;") + paragraph("2.", "Ends.")


def test_a_resolution_is_read_by_its_markup() -> None:
    preamble = FORMULA + container('<span class="italic">	Recalling </span>the sea,')
    note = '<authorialNote marker="1"><p>		See <a href="https://x">12/3</a>.</p></authorialNote>'
    body = (
        "<paragraph><subheading>Lamps</subheading></paragraph>"
        + paragraph("1.", f'<span class="italic">Requests</span> oil,{note} and wicks;')
        + "<paragraph><num>2.</num><list><intro><p>Urges keepers:</p></intro>"
        "<point><num>(a)</num><content><p>To wake;</p></content></point>"
        "<sublist><point><num>(i)</num><content><p>At night;</p></content></point></sublist>"
        "<point><num>(b)</num><content><p>To <b>watch</b>.</p></content></point></list></paragraph>"
    )
    imported = read(preamble, body)
    assert shown(imported) == [
        "enacting The General Assembly,",
        "preambular Recalling the sea,",
        "heading Lamps",
        "operative 1. Requests oil,^(See 12/3.) and wicks;",
        "operative 2. Urges keepers:",
        "  item (a) To wake;",
        "    item (i) At night;",
        "  item (b) To *watch*.",
    ]
    assert codes(imported) == []


def test_the_masthead_becomes_the_cover() -> None:
    resolution = read(FORMULA, TWO).resolution
    day = datetime.date(2035, 11, 5)
    assert resolution.kind == "resolution"
    assert dict(resolution.cover.fields) == {
        "code": Code((("organ", "A"), ("series", "RES"), ("session", "90"), ("number", "17"))),
        "organ": "General Assembly",
        "distribution": "distribution_general",
        "date": DateRange(day, day),
        "session": "Ninetieth session",
        "agenda": "28 (b)",
        "agenda_title": "Care of lighthouses",
        "adopted": DateRange(datetime.date(2035, 10, 30), datetime.date(2035, 10, 30)),
        "meeting": "12th plenary meeting",
        "basis": "[without reference to a Main Committee (A/90/L.7)]",
        "number": "90/17",
        "title": "Keepers of lighthouses",
        "sponsors": "Freedonia and Ruritania",
    }


def test_resolutions_of_councils_and_drafts_are_papers_of_their_own() -> None:
    council = xml(FORMULA, TWO, around=MASTHEAD.replace("A/RES/90/17", "S/RES/9017 (2035)"))
    draft = xml(FORMULA, TWO, name="draftResolution")
    kinds = [import_document(data, united_nations()).resolution.kind for data in (council, draft)]
    assert kinds == ["council-resolution", "draft-resolution"]


@pytest.mark.parametrize(
    ("numbers", "overrides"),
    [
        (["1.", "2."], [None, None]),
        (["1.", "4.", "5."], [None, "4", None]),
        (["1.", "2 bis.", "2."], [None, "2 bis.", None]),
        (["1.", "", "2."], [None, "", None]),
        (["12 -"], ["12 -"]),
        (["1."], ["1"]),
        ([""], [None]),
    ],
)
def test_a_number_out_of_its_series_is_an_override(numbers: list[str], overrides: list[str | None]) -> None:
    imported = read(FORMULA, "".join(paragraph(number, "Asks keepers to wake.") for number in numbers))
    operative = [clause for clause in imported.resolution.body if clause.kind == "operative"]
    assert [clause.number for clause in operative] == overrides
    assert [line.split()[1] for line in shown(imported)[1:]] == [
        number.split()[0] if number else "Asks" for number in numbers
    ]


def test_dashes_stay_dashes_and_letters_go_on() -> None:
    points = "".join(
        f"<point><num>{number}</num><content><p>x;</p></content></point>" for number in ("–", "–", "(a)", "(c)", "(d)")
    )
    imported = read(FORMULA, f"<paragraph><num>1.</num><list><intro><p>A:</p></intro>{points}</list></paragraph>")
    assert [line.split()[1] for line in shown(imported)[2:]] == ["–", "–", "(a)", "(c)", "(d)"]
    assert [clause.number for clause in imported.resolution.body[2:]] == ["–", "–", None, "3", None]


def test_sections_count_afresh_or_on_as_they_are_numbered() -> None:
    def section(number: str, first: int) -> str:
        inside = paragraph(f"{first}.", "Asks;") + paragraph(f"{first + 1}.", "Asks.")
        return f"<section><num>{number}</num><heading>Lamps</heading>{inside}</section>"

    afresh, on = (read(FORMULA, section("I", 1) + section("II", first)) for first in (1, 3))
    assert shown(afresh)[4:] == ["part II Lamps", "operative 1. Asks;", "operative 2. Asks."]
    assert shown(on)[4:] == ["part II Lamps", "operative 3. Asks;", "operative 4. Asks."]
    assert [clause.restart for clause in on.resolution.body if clause.kind == "part"] == [None, False]


def test_annexes_follow_the_body() -> None:
    annex = "<attachments><attachment><heading>Rules</heading><doc name='annex'><mainBody>"
    data = xml(FORMULA, TWO).replace(
        b"</statement>", f"{annex}{TWO}</mainBody></doc></attachment></attachments></statement>".encode()
    )
    imported = import_document(data, united_nations())
    assert shown(imported)[3:] == ["annex Rules", "operative 1. Asks;", "operative 2. Ends."]


def test_mistakes_of_the_markup_are_mended_and_reported() -> None:
    strayed = (
        paragraph("", "Recalling the sea,") + paragraph("1.", "Asks;") + paragraph("2.", "") + paragraph("", "Ends.")
    )
    imported = read(FORMULA, strayed)
    assert shown(imported)[1:] == ["preambular Recalling the sea,", "operative 1. Asks;", "operative 2. Ends."]
    assert codes(imported) == ["parts"]


def test_short_paragraphs_without_number_and_stop_are_headings() -> None:
    imported = read(FORMULA, paragraph("", "Lamps") + TWO)
    assert shown(imported)[1] == "heading Lamps"
    assert codes(imported) == ["heading"]


def test_openings_that_the_template_emphasises_lose_their_marks_and_others_keep_them() -> None:
    marked = '<span class="italic">Recalling</span> the <span class="italic">Argo</span>,'
    odd = '<span class="italic">Humming</span> to the sea,'
    body = read(FORMULA + container(marked) + container(odd), TWO)
    assert shown(body)[1:3] == ["preambular Recalling the *Argo*,", "preambular *Humming* to the sea,"]


def test_references_are_live_where_their_words_are_those_printed() -> None:
    body = (
        '<paragraph eId="para_a"><num>1.</num><content><p>Asks;</p></content></paragraph>'
        '<paragraph><num>2.</num><content><p>As in <ref href="#para_a">paragraph 1</ref>, <ref href="#para_a">1</ref> '
        'and <ref href="#para_a">the first</ref>.</p></content></paragraph>'
    )
    imported = read(FORMULA, body)
    first = imported.resolution.body[1].id
    assert shown(imported)[2] == f"operative 2. As in {{{first} full}}, {{{first} number}} and the first."


def test_another_template_has_its_own_order_and_numbers() -> None:
    osce = load_template(templates_folder() / "osce-pa")
    point = "<point><num>(a)</num><content><p>To wake.</p></content></point>"
    listed = f"<paragraph><num>2.</num><list><intro><p>Urges:</p></intro>{point}</list></paragraph>"
    imported = read(FORMULA + container("Recalling the sea,"), paragraph("1.", "Asks;") + listed, osce)
    assert shown(imported, osce) == [
        "preambular 1. Recalling the sea,",
        "enacting The General Assembly,",
        "operative 2. Asks;",
        "operative 3. Urges:",
        "  item a. To wake.",
    ]
    assert codes(imported) == ["kind", "renumbered", "renumbered"]


def test_a_language_that_the_template_has_not_is_kept_and_said() -> None:
    data = xml(FORMULA, TWO).replace(b'"eng"', b'"ara"')
    imported = import_document(data, united_nations())
    assert imported.resolution.language == "ar"
    assert codes(imported) == ["language-foreign"]


def test_kind_and_language_asked_for_are_held_against_the_template() -> None:
    with pytest.raises(ImportFailure) as refused:
        import_document(xml(FORMULA, TWO), united_nations(), kind="telegram")
    assert refused.value.code == "import-kind"


def test_every_encoding_of_unicode_is_read() -> None:
    text = xml(FORMULA, TWO.replace("Ends", "Оканчивается")).decode()
    expected = import_document(text.encode(), united_nations())
    for encoding in ("utf-16", "utf-16-be"):
        again = import_document(f'<?xml version="1.0"?>{text}'.encode(encoding), united_nations())
        assert shown(again) == shown(expected)
