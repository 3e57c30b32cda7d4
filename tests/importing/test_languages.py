import tomllib

import pytest

from editor.importing.languages import guess_language
from tests.importing.outlines import template
from tests.sample import LANGUAGES, TEXTS


def _clauses(language: str) -> list[str]:
    data = tomllib.loads((TEXTS / f"{language}.toml").read_text(encoding="utf-8"))
    return [words for kind, words in data["clauses"] if kind != "enacting"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_known_by_its_words(language: str) -> None:
    assert guess_language(template(), " ".join(_clauses(language))) == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_single_clauses_are_enough(language: str) -> None:
    clauses = _clauses(language)
    right = sum(guess_language(template(), clause) == language for clause in clauses)
    assert right >= 0.8 * len(clauses)


@pytest.mark.parametrize("text", ["", "12 34", "大会", "xyzzy"])
def test_where_nothing_tells_it_is_the_first_language(text: str) -> None:
    assert guess_language(template(), text) == "en"
