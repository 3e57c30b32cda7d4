"""The order of words in a language, without help of system or window."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.collation import alike, country_key, sort_key

ORDERED = [
    ("de", "Abel Ägidi Agnes Osten Österreich Ostmark Weiss Weiß Weisz Zypern"),
    ("fr", "cote coté côte Émirats Estonie États-Unis Éthiopie œuvre offre"),
    ("es", "Nunez Nuñez Nuzo Ñandu Oña Opal"),
    ("ru", "Еж Ёж Ежов Елкин Ёлкин Жуков Иванов Йорк Казань Яковлев Vautrin"),
    ("en", "Lorn Łoś Lott Zola Жуков"),
    ("it", "Abele Àbele Zanella"),
    ("sv", "Zetterberg Åberg Ärlig Öberg"),
    ("da", "Zacho Ærø Øster Åberg"),
    ("pl", "Cel Ćma Dom Lis Łoś Mak Zamek Źdźbło Żaba"),
    ("cs", "Cibula Čermák Rek Řezníčková"),
    ("tr", "Cem Çelik Gül Ilgaz İnan Ozan Öz Şahin Tan"),
]


@pytest.mark.parametrize(("language", "words"), ORDERED)
def test_words_stand_in_the_order_of_the_language(language: str, words: str) -> None:
    ordered = words.split()
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert sorted(shuffled, key=lambda word: sort_key(word, language)) == ordered


def test_a_letter_of_its_own_is_one_only_where_the_language_has_it() -> None:
    assert sort_key("Ñandu", "es") > sort_key("Nuzo", "es")
    assert sort_key("Ñandu", "en") < sort_key("Nuzo", "en")
    assert sort_key("Öberg", "sv") > sort_key("Zetterberg", "sv")
    assert sort_key("Öberg", "de") < sort_key("Zetterberg", "de")


def test_words_come_before_longer_words_and_gaps_before_letters() -> None:
    names = ["San Marino", "Sandhurst", "Saint-Marin", "Saint Martin", "Sainte"]
    assert sorted(names, key=lambda name: sort_key(name, "en")) == [
        "Saint-Marin", "Saint Martin", "Sainte", "San Marino", "Sandhurst",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "name", "like"),
    [
        ("en", "The Gambia", "Gambia"),
        ("en", "the Netherlands", "Netherlands"),
        ("fr", "la Suisse", "Suisse"),
        ("fr", "l’Italie", "Italie"),
        ("es", "El Salvador", "El Salvador"),
        ("de", "die Schweiz", "Schweiz"),
        ("de", "Die", "Die"),
    ],
)
def test_countries_are_sorted_without_their_article(language: str, name: str, like: str) -> None:
    assert country_key(name, language) == sort_key(like, language)


def test_no_country_comes_last() -> None:
    assert max(["", "Ukraine", "Ünland", "Яблоко", "国"], key=lambda name: country_key(name, "en")) == ""


def test_accents_and_capitals_make_no_other_word() -> None:
    assert alike("TÜRKIYE", "Türkiye")
    assert alike("CZECHIA ", "Czechia")
    assert alike("Соединённые", "соединенные")
    assert not alike("Austria", "Australia")


@given(st.text(max_size=12), st.text(max_size=12), st.sampled_from(["en", "es", "ru", "tr", "xx"]))
def test_any_two_texts_have_one_order(one: str, other: str, language: str) -> None:
    first, second = sort_key(one, language), sort_key(other, language)
    assert (first < second) + (first > second) + (first == second) == 1
