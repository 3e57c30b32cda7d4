"""Lists of members as people paste them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.listing import added, as_rows, read_list
from editor.model.cover import Person
from editor.templating.people import capitals
from editor.templating.schema import Template

HRUBY = Person("Mr.", "Tomáš", "Hrubý", "Czechia")
NINO = Person("Ms.", "Nino", "Tsereteli", "Georgia")


@pytest.mark.parametrize(
    "text",
    [
        "Mr.\tTomáš\tHRUBÝ\tCzechia\nMs.\tNino\tTSERETELI\tGeorgia",
        "Mr.\tTomáš\tHrubý\tCZECHIA\r\nMs.\tNino\tTsereteli\tGeorgia\r\n",
        "Form\tGiven name\tFamily name\tCountry\nMr.\tTomáš\tHrubý\tCzechia\nMs.\tNino\tTsereteli\tGeorgia",
        "Country;Family name;First name;Title\nCzechia;Hrubý;Tomáš;Mr.\nGeorgia;Tsereteli;Nino;Ms.",
        "Nr.;Name;Vorname;Anrede;Land\n1;Hrubý;Tomáš;Mr.;Tschechien\n2;Tsereteli;Nino;Ms.;Georgien",
        "Mr.,Tomáš,HRUBÝ,Tchéquie\nMs.,Nino,TSERETELI,Géorgie",
        '"Mr.","Tomáš","Hrubý","Czechia"\n"Ms.","Nino","Tsereteli","Georgia"',
        "Country\tMember\nCzechia\tMr. Tomáš HRUBÝ\nGeorgia\tMs. Nino TSERETELI",
        "1. Mr. Tomáš HRUBÝ (Czechia)\n2. Ms. Nino TSERETELI (Georgia)\n",
        "• Mr. Tomáš Hrubý, Czechia\n• Ms. Nino Tsereteli, Georgia",
        "Mr. Tomáš Hrubý, Czechia\nMs. Nino Tsereteli, Georgia",
        "Mr. Tomáš Hrubý (Czechia); Ms. Nino Tsereteli (Georgia)",
        "Czechia:\nMr. Tomáš HRUBÝ\n\nGeorgia:\nMs. Nino TSERETELI",
        "\ufeffMr.\tTomáš\tHrubý\tЧехия\u2028Ms.\tNino\tTsereteli\tГрузия",
    ],
)
def test_the_same_two_members_are_read_from_every_shape(template: Template, text: str) -> None:
    listed = read_list(text, template, "en")
    assert listed.people == (HRUBY, NINO)
    assert listed.left_out == ()


def test_countries_become_those_of_the_texts_language(template: Template) -> None:
    people = read_list("Herr\tHans\tMÜLLER\tGermany\nFrau\tEva\tGROẞ\tÖsterreich", template, "fr").people
    assert [person.country for person in people] == ["Allemagne", "Autriche"]
    assert [person.family for person in people] == ["Müller", "Groß"]


def test_what_has_no_place_is_named(template: Template) -> None:
    text = "Given\tFamily\tE-mail\tSeat\nNino\tTsereteli\tn@example.org\t12\nAna\tLong\t\t7"
    listed = read_list(text, template, "en")
    assert [person.family for person in listed.people] == ["Tsereteli", "Long"]
    assert listed.left_out == ("E-mail",)


def test_family_names_come_first_before_a_comma_or_in_capitals(template: Template) -> None:
    assert read_list("Vautrin, Éliane\nLong, Anna", template, "en").people == (
        Person("", "Éliane", "Vautrin"),
        Person("", "Anna", "Long"),
    )
    assert read_list("VAUTRIN\tÉliane\tLuxembourg", template, "en").people == (
        Person("", "Éliane", "Vautrin", "Luxembourg"),
    )


@pytest.mark.parametrize(
    ("family", "country", "kept"),
    [
        ("YALÇIN", "Türkiye", ("Yalçın", "")),
        ("ÇİĞDEM", "Türkiye", ("Çiğdem", "")),
        ("YALÇIN", "Sweden", ("Yalçin", "")),
        ("WEIẞ", "Germany", ("Weiß", "")),
        ("van HOUTEN", "Netherlands", ("van Houten", "")),
        ("VAN DYKE", "Canada", ("van Dyke", "VAN DYKE")),
        ("McDONALD", "Ireland", ("McDonald", "McDONALD")),
    ],
)
def test_capitals_are_kept_where_the_rule_would_lose_them(
    template: Template, family: str, country: str, kept: tuple[str, str]
) -> None:
    (person,) = read_list(f"Mr.\tJan\t{family}\t{country}", template, "en").people
    assert (person.family, person.capitals) == kept
    assert capitals(person, template) == family


def test_a_lone_quotation_mark_swallows_nothing(template: Template) -> None:
    listed = read_list('Nino\t"Tsereteli\tGeorgia\nAna\tLong\tCanada', template, "en")
    assert [person.country for person in listed.people] == ["Georgia", "Canada"]


def test_a_cell_longer_than_any_is_no_failure(template: Template) -> None:
    listed = read_list("A\t" + "x" * 200_000, template, "en")
    assert len(listed.people) == 1


@given(text=st.text("ab ,;\t\n\"'()1.ÄЯ", max_size=60))
def test_every_text_is_read(template: Template, text: str) -> None:
    people = read_list(text, template, "en").people
    assert all(isinstance(person, Person) for person in people)


def test_rows_are_read_again_as_they_were_written(template: Template) -> None:
    people = (HRUBY, NINO, Person("", "Ana Maria", "de la Cruz", "Spain"))
    assert read_list(as_rows(people), template, "en").people == people


def test_nobody_is_added_twice() -> None:
    again = Person("Herr", "TOMÁŠ", "Hruby", "czechia")
    assert added((HRUBY,), (again, NINO, NINO)) == (HRUBY, NINO)
