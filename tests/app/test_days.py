"""Days as people type them."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.days import read_day, whole, written_day
from editor.templating.schema import Template

DAY = datetime.date(2027, 7, 3)


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "3 July 2027"),
        ("en", "July 3, 2027"),
        ("en", "3rd of July 2027"),
        ("en", "Sat, 3 Jul 27"),
        ("en", "3/7/2027"),
        ("en", "2027-07-03"),
        ("fr", "3 juillet 2027"),
        ("fr", "samedi 3 juil. 2027"),
        ("fr", "3 JUILLET 2027"),
        ("de", "3. Juli 2027"),
        ("de", "3.7.27"),
        ("de", "03.07.2027"),
        ("es", "3 de julio de 2027"),
        ("es", "3 julio del 2027"),
        ("it", "3 luglio 2027"),
        ("ru", "3 июля 2027 г."),
        ("ru", "3 июл 2027 года"),
        ("ru", "3 July 2027"),
        ("xx", "2027-07-03"),
    ],
)
def test_any_common_shape_is_read(template: Template, language: str, typed: str) -> None:
    assert read_day(typed, template, language) == DAY


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 June 2027", "3 Ju 2027", "3 July", "3.7.", "99/99/2027", "3 July 202", "3" * 99]
)
def test_what_is_no_day_is_none(template: Template, typed: str) -> None:
    assert read_day(typed, template, "en") is None


def test_a_day_without_a_year_is_in_the_one_given(template: Template) -> None:
    assert read_day("3 July", template, "en", 2027) == DAY
    assert read_day("3.7.", template, "de", 2027) == DAY
    assert read_day("3 July 2028", template, "en", 2027) == datetime.date(2028, 7, 3)


@given(day=st.dates(datetime.date(1000, 1, 1)), language=st.sampled_from(["en", "fr", "de", "es", "it", "ru", "xx"]))
def test_a_written_day_is_read_again(template: Template, day: datetime.date, language: str) -> None:
    assert read_day(written_day(day, template, language), template, language) == day


def test_days_are_written_as_the_language_does(template: Template) -> None:
    first = datetime.date(2027, 7, 1)
    written = {language: written_day(first, template, language) for language in ("en", "fr", "de", "es", "xx")}
    assert written == {
        "en": "1 July 2027",
        "fr": "1er juillet 2027",
        "de": "1. Juli 2027",
        "es": "1 de julio de 2027",
        "xx": "2027-07-01",
    }


@given(text=st.text(max_size=40))
def test_no_text_is_too_odd(template: Template, text: str) -> None:
    assert read_day(text, template, "en", 2027) is None or any(character.isdigit() for character in text)


def test_a_year_of_four_figures_ends_a_day() -> None:
    assert whole("3 July 2027")
    assert not whole("3 July 20")
    assert not whole("3 July 20270")
