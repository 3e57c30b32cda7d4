"""Ranges of dates: printed as papers show them, and read back."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.model.cover import DateRange
from editor.paths import templates_folder
from editor.templating.dates import LONGEST, parse_dates, parse_session, print_dates
from editor.templating.load import load_template
from editor.templating.schema import Template
from editor.templating.wordlist import DatePattern

OSCE = load_template(templates_folder() / "osce-pa")
PATTERNS = [(language, name) for language, words in OSCE.words.items() for name in words.dates]


def days(first: str, last: str) -> DateRange:
    """Return the range between two ISO dates."""
    return DateRange(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


BELGRADE = days("2011-07-06", "2011-07-10")

SEEN = [
    ("en", "long", BELGRADE, "6 JULY TO 10 JULY 2011"),
    ("en", "short", BELGRADE, "6–10 JULY 2011"),
    ("en", "plain", days("2010-07-06", "2010-07-10"), "6 to 10 July 2010"),
    ("en", "short", days("2013-06-29", "2013-07-03"), "29 JUNE - 3 JULY 2013"),
    ("fr", "session", days("2016-07-01", "2016-07-05"), "1er – 5 JUILLET 2016"),
    ("de", "session", days("2013-06-29", "2013-07-03"), "29. JUNI bis 3. JULI 2013"),
    ("it", "session", days("2013-06-29", "2013-07-03"), "29 giugno – 3 luglio 2013"),
    ("ru", "session", days("2017-07-05", "2017-07-09"), "5 - 9 ИЮЛЯ 2017 ГОДА"),
    ("es", "session", days("2014-06-28", "2014-07-02"), "del 28 de JUNIO al 2 de JULIO de 2014"),
]


@pytest.mark.parametrize(("language", "pattern", "dates", "text"), SEEN, ids=[row[3] for row in SEEN])
def test_what_was_seen_is_printed_to_the_letter(language: str, pattern: str, dates: DateRange, text: str) -> None:
    assert print_dates(OSCE.words[language], pattern, dates) == text
    assert OSCE.words[language].dates[pattern].source.startswith("[S]")


@pytest.mark.parametrize(
    ("language", "pattern", "across_months", "across_years", "one_day"),
    [
        ("en", "long", "29 JUNE TO 3 JULY 2013", "30 DECEMBER 2011 TO 2 JANUARY 2012", "1 JULY 2016"),
        ("en", "short", "29 JUNE - 3 JULY 2013", "30 DECEMBER 2011 - 2 JANUARY 2012", "1 JULY 2016"),
        ("fr", "session", "29 JUIN – 3 JUILLET 2013", "30 DÉCEMBRE 2011 – 2 JANVIER 2012", "1er JUILLET 2016"),
        ("de", "session", "29. JUNI bis 3. JULI 2013", "30. DEZEMBER 2011 bis 2. JANUAR 2012", "1. JULI 2016"),
        ("it", "session", "29 giugno – 3 luglio 2013", "30 dicembre 2011 – 2 gennaio 2012", "1° luglio 2016"),
        (
            "ru",
            "session",
            "29 ИЮНЯ - 3 ИЮЛЯ 2013 ГОДА",
            "30 ДЕКАБРЯ 2011 ГОДА - 2 ЯНВАРЯ 2012 ГОДА",
            "1 ИЮЛЯ 2016 ГОДА",
        ),
        (
            "es",
            "session",
            "del 29 de JUNIO al 3 de JULIO de 2013",
            "del 30 de DICIEMBRE de 2011 al 2 de ENERO de 2012",
            "1 de JULIO de 2016",
        ),
    ],
)
def test_months_and_years_change(
    language: str, pattern: str, across_months: str, across_years: str, one_day: str
) -> None:
    words = OSCE.words[language]
    assert print_dates(words, pattern, days("2013-06-29", "2013-07-03")) == across_months
    assert print_dates(words, pattern, days("2011-12-30", "2012-01-02")) == across_years
    assert print_dates(words, pattern, days("2016-07-01", "2016-07-01")) == one_day


def test_every_language_has_twelve_months_and_a_pattern() -> None:
    assert {language: len(words.months) for language, words in OSCE.words.items()} == dict.fromkeys(OSCE.words, 12)
    assert all(words.dates for words in OSCE.words.values())


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("6 July to 10 July 2011", BELGRADE),
        ("6–10 July 2011", BELGRADE),
        ("6 – 10 JULY 2011", BELGRADE),
        ("6-10 July 2011", BELGRADE),
        ("06 \u2212 10 july 2011", BELGRADE),
        ("5 to 9 JULY 2012", days("2012-07-05", "2012-07-09")),
        ("1 TO 5 JULY 2005", days("2005-07-01", "2005-07-05")),
        ("29 June – 3 July 2013", days("2013-06-29", "2013-07-03")),
        ("30 December 2011 - 2 January 2012", days("2011-12-30", "2012-01-02")),
        ("1ER - 5 JUILLET 2016", days("2016-07-01", "2016-07-05")),
        ("1 – 5 juillet 2016", days("2016-07-01", "2016-07-05")),
        ("29. Juni bis 3. Juli 2013", days("2013-06-29", "2013-07-03")),
        ("1° – 5 luglio 2016", days("2016-07-01", "2016-07-05")),
        ("5\u00a0–\u00a09 июля 2017 года", days("2017-07-05", "2017-07-09")),
        ("DEL 28 DE JUNIO AL 2 DE JULIO DE 2014", days("2014-06-28", "2014-07-02")),
        ("3 July 2027", days("2027-07-03", "2027-07-03")),
    ],
)
def test_other_spellings_are_read(text: str, dates: DateRange) -> None:
    assert parse_dates(OSCE, text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "", "2011", "July 2011", "10–6 July 2011", "31 June 2011", "30–31 February 2012", "6–10 Juli 11", "6 to 10",
        "6–10 July 2011.", "BELGRADE, 6–10 JULY 2011", "6" * 500, "6-" * 400, "6 July to 10 July 2011" + " " * LONGEST,
    ],
)  # fmt: skip
def test_other_texts_are_no_dates(text: str) -> None:
    assert parse_dates(OSCE, text) is None


@pytest.mark.parametrize(
    ("text", "venue", "dates"),
    [
        ("BELGRADE, 6 JULY TO 10 JULY 2011", "BELGRADE", BELGRADE),
        ("WASHINGTON D.C., 1 TO 5 JULY 2005", "WASHINGTON D.C.", days("2005-07-01", "2005-07-05")),
        ("Birmingham, United Kingdom, 2–6 July 2022", "Birmingham, United Kingdom", days("2022-07-02", "2022-07-06")),
        ("BAKÚ, del 28 de JUNIO al 2 de JULIO de 2014", "BAKÚ", days("2014-06-28", "2014-07-02")),
        ("МИНСК, 5 - 9 ИЮЛЯ 2017 ГОДА", "МИНСК", days("2017-07-05", "2017-07-09")),
    ],
)
def test_a_session_line_gives_venue_and_dates(text: str, venue: str, dates: DateRange) -> None:
    assert parse_session(OSCE, text) == (venue, dates)


def test_a_line_without_dates_is_no_session() -> None:
    assert parse_session(OSCE, "Recalling, with concern, the floods") is None


@given(st.sampled_from(PATTERNS), st.dates(datetime.date(1973, 1, 1), datetime.date(2199, 1, 1)), st.integers(0, 400))
def test_what_is_printed_is_read_back(pattern: tuple[str, str], first: datetime.date, length: int) -> None:
    language, name = pattern
    dates = DateRange(first, first + datetime.timedelta(length))
    text = print_dates(OSCE.words[language], name, dates)
    assert parse_dates(OSCE, text) == dates
    assert parse_dates(OSCE, text.upper()) == dates


@given(st.text("0123456789 -–.erJULYAUGtoдеияюля", max_size=60))
def test_any_text_is_read_or_not(text: str) -> None:
    dates = parse_dates(OSCE, text)
    assert dates is None or dates.first <= dates.last


def test_an_unknown_pattern_is_a_programming_error(osce: Template) -> None:
    with pytest.raises(KeyError):
        print_dates(osce.words["en"], "no such pattern", BELGRADE)


def test_a_hostile_pattern_costs_no_time() -> None:
    sheet = DatePattern(*["{d1}" + " - " * 60 + "{m1}" + " " * 500 + "{y1}{d2}"] * 4)
    hostile = Template(OSCE.file, {"en": replace(OSCE.words["en"], dates={"long": sheet})})
    assert parse_dates(hostile, "6" + " - " * 38) is None
