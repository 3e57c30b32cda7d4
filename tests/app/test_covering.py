"""What the cover form works with: order, counting, what is to mend, the kind of paper."""

from __future__ import annotations

import datetime

import pytest
from msgspec.structs import replace

from editor.app.countries import CountryNames, countries
from editor.app.covering import (
    change_kind,
    counted,
    groups,
    in_order,
    kinds,
    marks,
    moved,
    order_of,
    tidy_part,
    words_in,
)
from editor.model.changes import apply, inverse
from editor.model.cover import Code, DateRange, Person
from editor.model.resolution import Resolution
from editor.templating.codes import compose_code
from editor.templating.schema import Template


def people(*names: str) -> tuple[Person, ...]:
    """Return members from "given family/country"."""
    found = []
    for name in names:
        words, _, country = name.partition("/")
        given, _, family = words.partition(" ")
        found.append(Person("", given, family, country))
    return tuple(found)


def families(members: tuple[Person, ...]) -> list[str]:
    return [person.family for person in members]


def test_members_are_sorted_by_country_and_then_name() -> None:
    listed = people(
        "Ilse van Houten/Netherlands",
        "Jan Zeman/Czechia",
        "Eva Österle/Austria",
        "Ota Hrubý/Czechia",
        "Jo Osten/Austria",
    )
    assert families(in_order(listed, "en", "country")) == ["Osten", "Österle", "Hrubý", "Zeman", "van Houten"]
    assert families(in_order(listed, "en", "name")) == ["van Houten", "Hrubý", "Osten", "Österle", "Zeman"]


def test_the_order_is_that_of_the_texts_language() -> None:
    listed = people("Ana Ñuflo/Perú", "Ana Nuñez/Perú", "Ana Nunez/Perú", "Ana Obando/Perú")
    assert families(in_order(listed, "es", "name")) == ["Nunez", "Nuñez", "Ñuflo", "Obando"]
    russian = people("А Ёлкин/Ч", "А Елкин/Ч", "А Ежов/Ч", "А Жуков/Ч")
    assert families(in_order(russian, "ru", "country")) == ["Ежов", "Елкин", "Ёлкин", "Жуков"]


def test_particles_in_small_letters_do_not_count_but_those_in_capitals_do() -> None:
    listed = people("A Della Vedova/X", "B von Stein/X", "C d'Arcy/X", "D Braun/X", "E de Donnea/X")
    assert families(in_order(listed, "en", "name")) == ["d'Arcy", "Braun", "Della Vedova", "de Donnea", "von Stein"]


def test_those_without_a_country_come_last() -> None:
    listed = people("A Adam/", "B Zorn/Ukraine")
    assert families(in_order(listed, "en", "country")) == ["Zorn", "Adam"]


def test_a_list_says_what_it_is_sorted_by() -> None:
    by_country = people("A Zorn/Austria", "A Adam/Belgium")
    assert order_of(by_country, "en") == "country"
    assert order_of(by_country[::-1], "en") == "name"
    assert order_of((*by_country, *people("A Miller/Austria")), "en") is None
    assert order_of(by_country[:1], "en") is None


def test_members_and_countries_are_counted() -> None:
    assert counted(()) == (0, 0)
    assert counted(people("A B/Georgia", "C D/georgia ", "E F/", "G H/Latvia")) == (4, 2)


@pytest.mark.parametrize(
    ("rows", "step", "order", "places"),
    [
        ([1], -1, "bacd", (0,)),
        ([0], -1, "abcd", (0,)),
        ([2, 3], -1, "acdb", (1, 2)),
        ([0, 1], -1, "abcd", (0, 1)),
        ([0, 2], 1, "badc", (1, 3)),
        ([3], 1, "abcd", (3,)),
        ([0, 3], 1, "bacd", (1, 3)),
    ],
)
def test_chosen_rows_move_by_one(rows: list[int], step: int, order: str, places: tuple[int, ...]) -> None:
    listed = tuple(Person(family=name) for name in "abcd")
    after, where = moved(listed, rows, step)
    assert ("".join(families(after)), where) == (order, places)


def test_countries_stand_in_the_order_of_the_language(template: Template) -> None:
    german = countries(template, "de")
    assert german.index("Österreich") < german.index("Polen")
    assert german.index("Norwegen") < german.index("Österreich")
    assert countries(template, "fr")[-1] == "Ukraine"
    assert countries(template, "xx") == ()


def test_a_country_is_known_in_every_language(template: Template) -> None:
    names = CountryNames(template)
    for written in ("Germany", "ALLEMAGNE", "deutschland", "Германия", "DE", " Germany "):
        assert names.name(written, "fr") == "Allemagne", written
    assert names.name("Atlantis", "fr") == "Atlantis"
    assert (names.key(""), names.key("de"), names.name("Germany", "xx")) == ("", "", "Germany")


def test_fields_of_one_group_stand_together(template: Template) -> None:
    fields = template.kind("supplementary-item").fields
    assert [[field.key for field in group] for group in groups(fields)] == [
        ["code"], ["title"], ["sponsor"], ["venue", "dates"], ["cosponsors"],
    ]  # fmt: skip


def test_each_field_says_the_worst_of_what_is_to_mend(resolution: Resolution, template: Template) -> None:
    assert {key: mark.code for key, mark in marks(resolution, template).items()} == {
        "venue": "required",
        "dates": "required",
    }
    reversed_days = DateRange(datetime.date(2027, 7, 3), datetime.date(2027, 7, 1))
    wrong = replace(resolution, cover=resolution.cover.with_value("dates", reversed_days), original_language="")
    found = marks(wrong, template)
    assert (found["dates"].code, found["dates"].severity) == ("dates-reversed", "error")
    assert found[""].code == "no-original-language"


def test_parts_of_the_code_are_brought_into_their_form(template: Template) -> None:
    tokens = {token.name: token for token in template.file.code}
    assert tidy_part(tokens["year"], " 2027 ") == "27"
    assert tidy_part(tokens["number"], "04") == "4"
    assert tidy_part(tokens["kind"], "drs") == "DRS"
    assert tidy_part(tokens["committee"], "iv") == "IV"
    assert tidy_part(tokens["number"], " four ") == "four"


def test_parts_that_do_not_fit_are_left_to_the_form(resolution: Resolution, template: Template) -> None:
    parts = (("body", "SC"), ("kind", "SI"), ("number", "four"))
    wrong = replace(resolution, cover=resolution.cover.with_value("code", Code(parts)))
    assert marks(wrong, template)["code"].code == "code-incomplete", "the year is missing, whatever the number is"


def test_the_kind_of_paper_changes_with_its_parts_of_the_code(resolution: Resolution, template: Template) -> None:
    change = change_kind(resolution, template, "draft-resolution")
    after = apply(resolution, change)
    assert compose_code(template, after.cover.code(), "en") == "AS (27) DRS 4 E"
    assert after.cover.person("sponsor") == resolution.cover.person("sponsor")
    assert after.original_language == resolution.original_language
    assert apply(after, inverse(change)) == resolution
    with pytest.raises(KeyError):
        change_kind(resolution, template, "no-such-kind")


def test_parts_that_the_kind_did_not_decide_stay(resolution: Resolution, template: Template) -> None:
    code = Code((("body", "PA"), ("year", "27"), ("kind", "SI"), ("number", "4")))
    state = replace(resolution, cover=resolution.cover.with_value("code", code))
    there = apply(state, change_kind(state, template, "draft-resolution"))
    assert there.cover.code().get("body") == "AS"
    assert there.cover.code().get("number") == "4"


def test_a_text_with_clauses_becomes_no_form(resolution: Resolution, template: Template) -> None:
    assert [kind.id for kind in kinds(resolution, template)] == ["supplementary-item", "draft-resolution"]
    assert [kind.id for kind in kinds(replace(resolution, kind="amendment-form"), template)] == ["amendment-form"]


def test_words_are_counted_for_the_steps_of_undo() -> None:
    assert words_in("Fair Waters") == "2"
    assert words_in(Person("Ms.", "Ana", "", "Perú")) == "3"
    assert words_in(Code()) == ""
