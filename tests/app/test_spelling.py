"""Which words are looked up, in which language, and what counts as known."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping
from ctypes.util import find_library
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from editor.app.spelling import Lexicon, SpellingError, add_word, known_words, open_speller, stretches
from editor.model.changes import apply, inverse, is_empty
from editor.model.cover import Cover, Person
from editor.model.text import Note, Reference, Run, flatten
from tests import strategies
from tests.papers import osce, paper

HUNSPELL = Path("/usr/share/hunspell")
"""Where Debian's packages put dictionaries."""


class Words:
    """A dictionary of few words, which counts how often it is asked."""

    def __init__(self, *words: str) -> None:
        self.words = frozenset(words)
        self.asked: list[str] = []

    def check(self, word: str) -> bool:
        self.asked.append(word)
        return word in self.words

    def suggest(self, word: str) -> list[str]:
        return sorted(one for one in self.words if one[0] == word[0])


ENGLISH = "the river rivers of data well being member operated assembly can't states".split()
FRENCH = "eau jusqu'à à aujourd'hui le elle".split()


def unknown(words: str, spellers: Mapping[str, tuple[str, ...]] | None = None, language: str = "en") -> list[str]:
    known = spellers or {"en": tuple(ENGLISH)}
    lexicon = Lexicon({code: Words(*entries) for code, entries in known.items()})
    return [found.word for found in lexicon.misspelt((Run(words),), language)]


def test_unknown_words_and_where_they_stand() -> None:
    text = (Run("the 🚦 rivr"), Reference("x"), Run(" of dta", frozenset({"italic"})))
    found = Lexicon({"en": Words(*ENGLISH)}).misspelt(text, "en")
    assert [(one.word, one.language, flatten(text)[one.start : one.end]) for one in found] == [
        ("rivr", "en", "rivr"),
        ("dta", "en", "dta"),
    ]


def test_a_word_may_stand_in_two_runs() -> None:
    text = (Run("ri", frozenset({"bold"})), Run("vers of da"), Run("tta"))
    assert [one.word for one in Lexicon({"en": Words(*ENGLISH)}).misspelt(text, "en")] == ["datta"]


def test_a_run_is_checked_in_its_own_language() -> None:
    text = (Run("the eau "), Run("le eau the", language="fr"), Run(" xx", language="ru"), Note("n", (Run("rivr"),)))
    lexicon = Lexicon({"en": Words(*ENGLISH), "fr": Words(*FRENCH)})
    assert [(one.word, one.language) for one in lexicon.misspelt(text, "en")] == [("eau", "en"), ("the", "fr")]


@pytest.mark.parametrize(
    "words",
    [
        "27th 4x4 CO2 2027",
        "OSCE NGOs NGOs’ ОБСЕ",
        "a.person@parliament.example https://osce.example/x www.osce.example osce.example/path",
        "C:\\folder snake_case",
        "x y é",
        "SC(27)SI4E",
    ],
)
def test_what_is_no_word_is_let_be(words: str) -> None:
    assert unknown(words) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The Rivers’ and River’s", ["and"]),
        ("can’t can't", []),
        ("‘the river’ “of” (data)", []),
        ("well\u2011being wel-being co-operated non-member", ["wel-being"]),
        ("da\u00adta", []),
        ("the/rivr…dta–of", ["rivr", "dta"]),
        ("STATES States", []),
        ("the.rivr", []),
    ],
)
def test_apostrophes_and_hyphens(words: str, found: list[str]) -> None:
    assert unknown(words) == found


def test_elisions() -> None:
    assert unknown("l’eau d’eau jusqu’à qu’elle aujourd’hui l’eaux", {"fr": tuple(FRENCH)}, "fr") == ["l’eaux"]


def test_a_word_is_looked_up_once() -> None:
    words = Words(*ENGLISH)
    lexicon = Lexicon({"en": words})
    for _ in range(3):
        lexicon.misspelt((Run("river rivr river"),), "en")
    assert words.asked.count("river") == 1
    assert words.asked.count("rivr") == 1


def test_own_words_names_and_the_templates_wording_are_known() -> None:
    cover = Cover((("sponsor", Person("Ms.", "Éliane", "van der Vautrin-Sütő", "Luxembourg")), ("venue", "Kraków")))
    state = replace(paper(), cover=cover, words=("Hydrosolidarity",))
    known = known_words(state, osce())
    assert {"hydrosolidarity", "éliane", "vautrin", "sütő", "luxembourg", "kraków"} <= known
    assert {"parliamentary", "июля", "juillet"} <= known
    lexicon = Lexicon({"en": Words()}, known)
    text = (Run("Vautrin’s hydrosolidarity, Vautrin-Sütő, Kraków-Luxembourg"),)
    assert lexicon.misspelt(text, "en") == ()
    countries = {name for words in osce().words.values() for name in words.countries.names.values()}
    assert {word.casefold() for name in countries for word in name.split() if word.isalpha()} <= known


def test_a_word_is_added_once_and_taken_back() -> None:
    state = paper()
    change = add_word(state, "Ouchy")
    assert apply(state, change).words == ("Ouchy",)
    assert apply(apply(state, change), inverse(change)) == state
    assert is_empty(add_word(apply(state, change), "ouchy"))


@given(st.text(max_size=60) | strategies.words)
def test_stretches_are_words_in_order(words: str) -> None:
    end = 0
    for start, stop in stretches(words):
        assert end <= start < stop <= len(words)
        assert any(map(str.isalpha, words[start:stop]))
        end = stop


@pytest.mark.parametrize("words", ["a" * 300_000, "a-" * 150_000, "’" * 300_000, "a’b" * 100_000, ". " * 150_000])
def test_a_hostile_text_is_read_in_one_pass(words: str) -> None:
    assert len(list(stretches(words))) <= 1


def test_without_the_library_spelling_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    really = builtins.__import__

    def without(name: str, *rest: object, **named: object) -> object:
        if name == "enchant":
            raise ImportError("the C library was not found")
        return really(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.delitem(sys.modules, "enchant", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SpellingError):
        open_speller("en")


def test_a_language_without_a_dictionary_has_no_speller() -> None:
    try:
        assert open_speller("xx") is None
    except SpellingError:
        assert not find_library("enchant-2")


@pytest.mark.parametrize(
    ("language", "right", "wrong", "meant"),
    [
        ("en", "programme", "hydrolgical", "hydrological"),
        ("fr", "parlementaire", "parlementere", "parlementaire"),
        ("de", "Wasserstraßen", "Regierungg", "Regierung"),
        ("it", "fiume", "fiumee", "fiume"),
        ("ru", "река", "рекка", "река"),
        ("es", "río", "ríoo", "río"),
    ],
)
def test_the_dictionaries_that_bootstrap_installs_are_used_where_they_are(
    language: str, right: str, wrong: str, meant: str
) -> None:
    if not find_library("enchant-2"):
        with pytest.raises(SpellingError):
            open_speller(language)
        return
    speller = open_speller(language)
    assert (speller is not None) == bool(list(HUNSPELL.glob(f"{language}_*.dic")))
    if speller is None:
        return
    assert speller.check(right)
    assert not speller.check(wrong)
    assert meant in speller.suggest(wrong)
