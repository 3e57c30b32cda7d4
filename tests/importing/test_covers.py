import datetime

import pytest

from editor.importing import Imported, import_text
from editor.importing.shape import recased
from editor.model.cover import Cover, DateRange, Person
from editor.model.resolution import Resolution
from tests.importing.outlines import template
from tests.sample import LANGUAGES

BODY = "\n\n1. Recalling the roads,\n\n2. Calls for bridges.\n"


def _import(cover: str) -> Imported:
    return import_text(cover + BODY, template())


def _values(resolution: Resolution) -> dict[str, object]:
    return dict(resolution.cover.fields)


@pytest.mark.parametrize(
    ("line", "venue", "first", "last"),
    [
        ("BELGRADE, 6 JULY TO 10 JULY 2027", "Belgrade", (2027, 7, 6), (2027, 7, 10)),
        ("Oslo, 6 to 10 July 2027", "Oslo", (2027, 7, 6), (2027, 7, 10)),
        ("WASHINGTON D.C., 1 TO 5 JULY 2027", "Washington D.C.", (2027, 7, 1), (2027, 7, 5)),
        ("St. John's, Antigua, 29 JUNE - 3 JULY 2027", "St. John's, Antigua", (2027, 6, 29), (2027, 7, 3)),
    ],
)
def test_venue_and_dates(line: str, venue: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    values = _values(_import(f"SUPPLEMENTARY ITEM\n\n{line}").resolution)
    assert values == {"venue": venue, "dates": DateRange(datetime.date(*first), datetime.date(*last))}


@pytest.mark.parametrize(
    ("capitals", "written"),
    [
        ("BELGRADE", "Belgrade"),
        ("NUSA DUA", "Nusa Dua"),
        ("WASHINGTON D.C.", "Washington D.C."),
        ("ST. JOHN'S", "St. John's"),
        ("L'AQUILA", "L'Aquila"),
        ("SAINT-DENIS", "Saint-Denis"),
        ("МИНСК", "Минск"),
        ("Belgrade", "Belgrade"),
        ("北京", "北京"),
    ],
)
def test_capitals_of_a_place_are_written_small(capitals: str, written: str) -> None:
    assert recased(capitals) == written


@pytest.mark.parametrize(
    ("lines", "person"),
    [
        ("Principal Sponsor\nMr. Jan de Vries\nNetherlands", Person("Mr.", "Jan", "de Vries", "Netherlands")),
        ("Principal Sponsor: Ms. Ada Quill (Ireland)", Person("Ms.", "Ada", "Quill", "Ireland")),
        ("Principal Sponsor : Ms. Ada Quill (Ireland)", Person("Ms.", "Ada", "Quill", "Ireland")),
        ("Principal Sponsors\nMs. Ada Quill\nIreland", Person("Ms.", "Ada", "Quill", "Ireland")),
        ("Principal Sponsors: Ms. Ada Quill, MP (Ireland)", Person("Ms.", "Ada", "Quill", "Ireland")),
        ("Principal Sponsor\nMs. Ada Quill MP\nIreland", Person("Ms.", "Ada", "Quill", "Ireland")),
        ("PRINCIPAL SPONSOR\n\nAda MOOR\n\nIRELAND", Person("", "Ada", "Moor", "Ireland")),
    ],
)
def test_sponsor(lines: str, person: Person) -> None:
    assert _values(_import(f"DRAFT RESOLUTION\n\n{lines}").resolution) == {"sponsor": person}


def test_title_in_small_letters_is_preferred_and_capitals_alone_are_kept() -> None:
    both = _import("DRAFT RESOLUTION\nON\n“THE OSCE AND\nITS BRIDGES”\n\nDRAFT RESOLUTION\n\nThe OSCE and its Bridges")
    capitals = _import("DRAFT RESOLUTION\nON\n“THE OSCE AND\nITS BRIDGES”")
    assert _values(both.resolution) == {"title": "The OSCE and its Bridges"}
    assert _values(capitals.resolution) == {"title": "THE OSCE AND ITS BRIDGES"}


def test_what_no_field_takes_is_reported_and_kept() -> None:
    imported = _import("SC (27) SI 4 E\nReceived on Monday\nOriginal: FRENCH\nSUPPLEMENTARY ITEM")
    unread = [guess for guess in imported.report if guess.code == "unread"]
    assert [(guess.line, dict(guess.parameters)) for guess in unread] == [(2, {"text": "Received on Monday"})]
    assert [piece.text for piece in imported.report.dropped if piece.reason == "unread"] == ["Received on Monday"]
    assert imported.resolution.original_language == "fr"


def test_a_second_wording_of_the_title_is_reported() -> None:
    imported = _import("DRAFT RESOLUTION\nON\nBridges\nPrincipal Sponsor\nMs. A. Quill\nDRAFT RESOLUTION\nTunnels")
    assert imported.resolution.cover.text("title") == "Bridges"
    assert [dict(guess.parameters) for guess in imported.report if guess.code == "unread"] == [{"text": "Tunnels"}]


@pytest.mark.parametrize(
    ("code", "kind", "language", "revision"),
    [
        ("SC (27) SI 4 E", "supplementary-item", "en", ""),
        ("SC (27) SI 4 G Rev.2", "supplementary-item", "de", "Rev.2"),
        ("AS(27)DRS 3 F", "draft-resolution", "fr", ""),
    ],
)
def test_code_says_kind_language_and_revision(code: str, kind: str, language: str, revision: str) -> None:
    resolution = _import(code).resolution
    assert (resolution.kind, resolution.language, resolution.revision) == (kind, language, revision)


def test_arguments_win_over_the_cover() -> None:
    text = "SC (27) SI 4 E\nSUPPLEMENTARY ITEM" + BODY
    resolution = import_text(text, template(), kind="draft-resolution", language="it").resolution
    assert (resolution.kind, resolution.language) == ("draft-resolution", "it")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cover_is_read_in_every_language_of_the_template(language: str) -> None:
    """The labels as the template words them, in the order of the sheet."""
    words = template().words[language].words
    text = "\n".join(
        [
            f"SC (27) SI 9 {next(known.letter for known in template().file.languages if known.code == language)}",
            words["supplementary_item"].text,
            words["draft_resolution"].text,
            words["on"].text,
            "Bridges of Wood",
            words["principal_sponsor"].text,
            "Ada Quill",
            template().words[language].countries.names["ie"],
        ]
    )
    imported = import_text(text + "\n\n1. A,\n\n" + words["enacting"].text + "\n\n2. B.", template())
    country = template().words[language].countries.names["ie"]
    assert imported.resolution.language == language
    assert imported.resolution.cover.text("title") == "Bridges of Wood"
    assert imported.resolution.cover.person("sponsor") == Person("", "Ada", "Quill", country)
    assert [clause.kind for clause in imported.resolution.body] == ["preambular", "enacting", "operative"]


def test_a_text_without_a_cover_has_no_fields() -> None:
    imported = import_text(BODY, template())
    assert imported.resolution.cover == Cover()
    assert {guess.code for guess in imported.report} == {"kind", "language", "parts"}


@pytest.mark.parametrize("start", ["", "1. Recalling,\n\n"])
def test_an_amendment_form_is_dropped_only_behind_a_text(start: str) -> None:
    form = "PROPOSED AMENDMENT to the\nDRAFT RESOLUTION\n\non\n\nPrincipal Sponsor:\n"
    imported = import_text(start + form, template())
    assert [piece.reason for piece in imported.report.dropped if piece.reason == "form"] == (["form"] if start else [])


COSPONSORS = (Person("Mr.", "Eric", "Reed", "Italy"), Person("Ms.", "Gina", "Moss", "Spain"))


@pytest.mark.parametrize("heading", ["Co-sponsors", "Co-sponsors:", "CO-SPONSORED BY:", "Coauteurs :"])
@pytest.mark.parametrize("end", ["\n\nOslo, 6 to 10 July 2027", ""])
def test_cosponsors_stand_one_a_line(heading: str, end: str) -> None:
    lines = f"{heading}\nMr. Eric Reed (Italy)\nMs. Gina Moss, MP (Spain){end}"
    imported = _import(f"SUPPLEMENTARY ITEM\nPrincipal Sponsor\nMs. Ada Quill\nIreland\n\n{lines}")
    values = _values(imported.resolution)
    assert values["sponsor"] == Person("Ms.", "Ada", "Quill", "Ireland")
    assert values["cosponsors"] == COSPONSORS
    assert [clause.kind for clause in imported.resolution.body] == ["preambular", "operative"]
    assert [dict(guess.parameters) for guess in imported.report if guess.code == "unread"] == [{"text": "MP"}]


def test_cosponsors_stand_in_one_line() -> None:
    imported = _import("Original: FRENCH\nCo-sponsors: Mr. Eric Reed (Italy), Ms. Gina Moss (Spain)")
    assert _values(imported.resolution) == {"cosponsors": COSPONSORS}


def test_cosponsors_of_a_paper_that_has_none_are_reported() -> None:
    imported = _import("AS (27) DRS 3 E\nCo-sponsors\nMr. Eric Reed (Italy)\n\nOslo, 6 to 10 July 2027")
    assert [piece.text for piece in imported.report.dropped if piece.reason == "unread"] == [
        "Co-sponsors",
        "Mr. Eric Reed (Italy)",
    ]
