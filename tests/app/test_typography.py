"""Signs put in while typing, language by language, as if each were typed by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.app.typography import HABITS, Fix, typed
from editor.templating.schema import Template


def written(text: str, language: str) -> str:
    """Return what stands in the line after `text` was typed sign by sign."""
    line = ""
    for sign in text:
        fix = typed(line, sign, "", language)
        line = line + sign if fix is None else line[: len(line) - fix.back] + fix.text
    return line


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "the \"Parties\" and 'others'", "the “Parties” and ‘others’"),
        ("en", "(\"a\") the States' rights, don't", "(“a”) the States’ rights, don’t"),
        ("en", "in \"2011\" it said", "in “2011” it said"),
        ("en", "rivers - and lakes -- and seas", "rivers – and lakes – and seas"),
        ("en", "rivers--and seas---too", "rivers–and seas—too"),
        ("en", "and so on...", "and so on…"),
        ("en", "- a list", "- a list"),
        ("fr", '"a"', "«\u00a0a\u00a0»"),
        ("fr", "il dit : « oui » ; non !", "il dit\u00a0: «\u00a0oui\u00a0»\u00a0; non\u00a0!"),
        ("fr", "il dit: l'eau; quoi? non!", "il dit\u00a0: l’eau\u00a0; quoi\u00a0? non\u00a0!"),
        ("fr", "quoi?! (?) non...", "quoi\u00a0?! (?) non…"),
        ("fr", '"le "Pacte" dit"', "«\u00a0le “Pacte” dit\u00a0»"),
        ("fr", "article 5: deux", "article 5\u00a0: deux"),
        ("fr", "d'aujourd'hui", "d’aujourd’hui"),
        ("de", "das \"Wort\" und 'so' geht's", "das „Wort“ und ‚so‘ geht’s"),
        ("it", "l'acqua \"dolce\"", "l’acqua “dolce”"),
        ("ru", "\"слово и \"дело\"\" - вода", "«слово и „дело“» — вода"),
        ("es", "\"agua\" -- vida", "“agua” — vida"),
    ],
)  # fmt: skip
def test_signs_become_those_of_print(language: str, text: str, printed: str) -> None:
    assert written(text, language) == printed
    assert written(text, f"{language}-XX") == printed


@pytest.mark.parametrize(
    "text",
    [
        "à 14:30 et 3:1",
        "https://example.org/a?b;c!d--e...f",
        "http://a",
        "www.example.org/a:b",
        "a.b@example.org",
        "A/RES/78/237",
        "SC (11) SI 4 F",
        "45°30'15\"",
        "§ 3:5",
        "2011-05-04",
        "2011--2014",
        "&amp;",
        "mailto:a",
        "../../a",
        "§",
    ],
)
@pytest.mark.parametrize("language", HABITS)
def test_codes_addresses_times_and_ratios_stay(language: str, text: str) -> None:
    assert written(text, language) == text


@pytest.mark.parametrize("language", ["zh", "ar", "", "x-klingon"])
def test_languages_without_habits_stay_as_typed(language: str) -> None:
    assert written('"a" -- b\'s... c;', language) == '"a" -- b\'s... c;'


def test_what_an_input_method_commits_at_once_is_read_sign_by_sign() -> None:
    assert typed("dit ", '"oui"', "", "fr") == Fix(0, "«\u00a0oui\u00a0»")
    assert typed("dit ", ";", "", "fr") == Fix(1, "\u00a0;")
    assert typed("", "é", "", "fr") is None
    assert typed("", '"' * 500, "", "en") is None


def test_a_space_after_a_french_quote_is_there_already() -> None:
    assert typed("«\u00a0", " ", "", "fr") == Fix(0, "")


def test_the_apostrophe_inside_a_word_does_not_close() -> None:
    assert typed("‚wie geht", "'", "s", "de") == Fix(0, "’")


@pytest.mark.parametrize("language", HABITS)
def test_quotes_are_those_of_the_template(language: str, template: Template) -> None:
    found = HABITS[language].outer
    assert found == (template.word(language, "quote_open"), template.word(language, "quote_close"))


@given(
    st.text(st.sampled_from("ab9 \u00a0\u202f-–—.…\"'«»“”;:!?/@(\u2028\ufffc")),
    st.text(st.sampled_from("ab9 -.\"'«»;:!?")),
    st.sampled_from(sorted(HABITS)),
)
def test_only_signs_and_spaces_change(before: str, words: str, language: str) -> None:
    fix = typed(before, words, "", language)
    if fix is None:
        return
    assert 0 <= fix.back <= len(before)
    literal = before[len(before) - fix.back :] + words
    assert fix.text != literal
    assert [one for one in fix.text if one.isalnum()] == [one for one in literal if one.isalnum()]
    assert "\ufffc" not in before[len(before) - fix.back :]
