"""The notation of templates: words with placeholders in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.templating.patterns import PatternError, Placeholder, expand, tokens


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("", ()),
        ("DRAFT RESOLUTION", ("DRAFT RESOLUTION",)),
        ("{code}", (Placeholder("code"),)),
        ("{venue:upper}, {dates:long}", (Placeholder("venue", "upper"), ", ", Placeholder("dates", "long"))),
        ("a{b}{c.d:e:f}g", ("a", Placeholder("b"), Placeholder("c.d", "e:f"), "g")),
        ("<b>&amp; %s $x \\d+</b>", ("<b>&amp; %s $x \\d+</b>",)),
    ],
)
def test_a_pattern_is_words_and_placeholders(pattern: str, found: tuple[str | Placeholder, ...]) -> None:
    assert tokens(pattern) == found


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{open", "open-brace"),
        ("{a{b}}", "open-brace"),
        ("a}", "stray-brace"),
        ("{a}}", "stray-brace"),
        ("{}", "empty-placeholder"),
        ("{:upper}", "empty-placeholder"),
    ],
)
def test_braces_that_do_not_match_are_refused(pattern: str, code: str) -> None:
    with pytest.raises(PatternError) as raised:
        tokens(pattern)
    assert raised.value.code == code


@given(st.text("ab{}:. ", max_size=30))
def test_a_pattern_can_be_written_back(pattern: str) -> None:
    try:
        found = tokens(pattern)
    except PatternError:
        return
    again = "".join(
        token if isinstance(token, str) else f"{{{token.name}{':' if token.form else ''}{token.form}}}"
        for token in found
    )
    assert tokens(again) == found
    assert again == pattern or ":}" in pattern


def test_words_bring_their_own_placeholders() -> None:
    words = {"session": "{venue}, {dates:session}", "on": ""}
    assert expand("{word.session}.", lambda key: words[key]) == (
        Placeholder("venue"), ", ", Placeholder("dates", "session"), ".",
    )  # fmt: skip


def test_empty_words_and_words_with_a_form_stay_placeholders() -> None:
    words = {"on": "", "title": "{title}"}
    assert expand("{word.on}", lambda key: words[key]) == (Placeholder("word.on"),)
    assert expand("{word.title:upper}", lambda key: words[key]) == (Placeholder("word.title", "upper"),)
