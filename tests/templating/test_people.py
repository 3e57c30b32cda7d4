"""Names of members: printed, in capital letters, read from a line."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.cover import Person
from editor.templating.people import (
    capital_letters,
    capitals,
    filing_name,
    honorifics,
    name_with_country,
    parse_person,
    printed_name,
    with_capitals,
)
from editor.templating.schema import Template


def test_a_name_is_printed_without_what_is_missing() -> None:
    donnea = Person("Mr.", "François-Xavier", "de Donnea", "Belgium")
    assert printed_name(donnea) == "Mr. François-Xavier de Donnea"
    assert name_with_country(donnea) == "Mr. François-Xavier de Donnea (Belgium)"
    assert printed_name(Person(family="Vautrin")) == name_with_country(Person(family="Vautrin")) == "Vautrin"


@pytest.mark.parametrize(
    ("family", "language", "printed"),
    [
        ("Vautrin", "", "VAUTRIN"),
        ("de Donnea", "", "de DONNEA"),
        ("van den Berg", "", "van den BERG"),
        ("Della Vedova", "", "DELLA VEDOVA"),
        ("d'Arcy", "", "d'ARCY"),
        ("d’Arcy", "", "d’ARCY"),
        ("al-Sayed", "", "al-SAYED"),
        ("O'Neill", "", "O'NEILL"),
        ("Vautrin-Leblanc", "", "VAUTRIN-LEBLANC"),
        ("Řezníčková", "", "ŘEZNÍČKOVÁ"),
        ("Çiğdem", "tr", "ÇİĞDEM"),
        ("Yıldız", "tr", "YILDIZ"),
        ("Çiğdem", "", "ÇIĞDEM"),
        ("Əliyev", "az", "ƏLİYEV"),
        ("Weiß", "de", "WEIẞ"),
        ("Weiß", "", "WEISS"),
        ("Иванов", "", "ИВАНОВ"),
    ],
)
def test_capital_letters_by_language(family: str, language: str, printed: str) -> None:
    assert capital_letters(family, language) == printed


def test_capitals_follow_the_country_unless_given(osce: Template) -> None:
    assert capitals(Person(family="Çiğdem", country="Türkiye"), osce) == "ÇİĞDEM"
    assert capitals(Person(family="Çiğdem", country="Turquie"), osce) == "ÇİĞDEM"
    assert capitals(Person(family="Çiğdem", country="Sweden"), osce) == "ÇIĞDEM"
    assert capitals(Person(family="Weiß", country="Austria"), osce) == "WEIẞ"
    assert capitals(Person(family="de Donnea", capitals="DE DONNEA"), osce) == "DE DONNEA"


@pytest.mark.parametrize(
    ("family", "filed"),
    [
        ("Vautrin", ("Vautrin", "")),
        ("van den Berg", ("Berg", "van den")),
        ("Van den Berg", ("Van den Berg", "")),
        ("d'Arcy", ("Arcy", "d'")),
        ("von der Leyen-Braun", ("Leyen-Braun", "von der")),
        ("O'Neill", ("O'Neill", "")),
        ("de", ("de", "")),
        ("", ("", "")),
    ],
)
def test_lists_are_sorted_without_small_particles(family: str, filed: tuple[str, str]) -> None:
    assert filing_name(family) == filed


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (Person(family="YALÇIN", country="Türkiye"), Person(family="Yalçın", country="Türkiye")),
        (Person(family="İNAN-ILGAZ", country="Türkiye"), Person(family="İnan-Ilgaz", country="Türkiye")),
        (Person(family="Vautrin", country="France"), Person(family="Vautrin", country="France")),
        (Person(family="DE DONNEA"), Person(family="de Donnea", capitals="DE DONNEA")),
        (
            Person(family="McDonald", capitals="McDONALD", extra=(("id", "7"),)),
            Person(family="McDonald", capitals="McDONALD", extra=(("id", "7"),)),
        ),
    ],
)
def test_a_name_in_capitals_is_kept_as_a_name(osce: Template, given: Person, settled: Person) -> None:
    assert with_capitals(given, osce) == settled
    assert with_capitals(settled, osce) == settled


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Mr. François-Xavier de Donnea", Person("Mr.", "François-Xavier", "de Donnea")),
        ("François-Xavier de DONNEA", Person("", "François-Xavier", "de Donnea")),
        ("Ms. Éliane Vautrin (Luxembourg)", Person("Ms.", "Éliane", "Vautrin", "Luxembourg")),
        ("Ms. Éliane Vautrin, Luxembourg", Person("Ms.", "Éliane", "Vautrin", "Luxembourg")),
        ("Mme Éliane VAUTRIN (Luxembourg)", Person("Mme", "Éliane", "Vautrin", "Luxembourg", "VAUTRIN")),
        ("VAUTRIN Éliane", Person("", "Éliane", "Vautrin", "", "VAUTRIN")),
        ("Ms. Anna Long", Person("Ms.", "Anna", "Long")),
        ("Mr. Ludwig van den Berg", Person("Mr.", "Ludwig", "van den Berg")),
        ("Ms. Clara von Stein", Person("Ms.", "Clara", "von Stein")),
        ("On. Marta della Rocca (Italia)", Person("On.", "Marta", "della Rocca", "Italia")),
        ("Jean d’ARCY", Person("", "Jean", "d’Arcy")),
        ("John McDONALD", Person("", "John", "McDonald", "", "McDONALD")),
        ("Mr. J. R. SMART", Person("Mr.", "J. R.", "Smart")),
        ("Mr. Roger F. Small Jr.", Person("Mr.", "Roger F.", "Small Jr.")),
        ("Sr. José Ortega y Prado", Person("Sr.", "José", "Ortega y Prado")),
        ("Г-н Иван ПЕТРОВ (Армения)", Person("Г-н", "Иван", "Петров", "Армения")),
        ("Mr. Mehmet YALÇIN (Türkiye)", Person("Mr.", "Mehmet", "Yalçin", "Türkiye", "YALÇIN")),
        ("Ms.Vautrin", Person("Ms.", "", "Vautrin")),
        ("Vautrin", Person("", "", "Vautrin")),
        ("", Person()),
    ],
)
def test_a_person_is_read_from_a_line(text: str, person: Person) -> None:
    assert parse_person(text) == person


def test_capitals_that_were_written_are_printed_again(osce: Template) -> None:
    for text in (
        "Mehmet YALÇIN (Türkiye)",
        "Mark VAN DYKE (Canada)",
        "John McDONALD (Ireland)",
        "Jean d'ARCY (France)",
    ):
        person = parse_person(text)
        assert f"{person.given} {capitals(person, osce)} ({person.country})" == text


def test_a_template_brings_its_own_honorifics(osce: Template) -> None:
    known = honorifics(osce)
    assert {"Ms.", "Mme", "Frau", "On.", "Г-жа", "Sra."} <= set(known)
    assert len(known) == len(set(known))
    assert parse_person("Г-жа Элиан Вотрен", known).honorific == "Г-жа"


NAMES = st.text("abcdefgèîöñšłжя", min_size=2, max_size=9).map(str.capitalize)


@given(st.sampled_from(["Mr.", "Ms.", "Mme", ""]), NAMES, st.sampled_from(["", "de ", "van den "]), NAMES, NAMES)
def test_what_is_printed_is_read_back(honorific: str, given_: str, particle: str, family: str, country: str) -> None:
    person = Person(honorific, given_, particle + family, country)
    assert parse_person(name_with_country(person)) == person


@given(st.text(max_size=60))
def test_no_word_of_a_line_is_lost(text: str) -> None:
    person = parse_person(text)
    kept = "".join((person.honorific, person.given, person.family, person.country, person.capitals)).casefold()
    for word in re.split(r"[\s(),]+", text):
        assert "".join(word.split()).casefold() in "".join(kept.split())
