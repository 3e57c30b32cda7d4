"""Whatever is pasted wherever: it never fails, no word is lost, and the way back leads to the start."""

from __future__ import annotations

import re
from contextlib import suppress
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.importing.report import ImportFailure
from editor.model.resolution import Resolution
from editor.model.text import clean, flatten
from tests.app.pastes import at, empty, html_in, text_in

FRAGMENTS = st.sampled_from(
    "1.|2.|(a)|(i)|a)|-|•|> |II. Title|States,|States;|end.|including:|ser-|vices|well-known|The OSCE Parliamentary "
    "Assembly:|Noting|**bold**|# head|Ж|é|e\u0301|\u00ad|😀|大会，|----|From: a|To: b|word word word|\ufffc|\x00|\ud800"
    .split("|")
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n\n", " ", " ", "\r\n", "\u2028", "\t", "\f", "\n    "])
MESSES = st.lists(FRAGMENTS | BREAKS, max_size=40).map("".join) | st.text(max_size=60)
TAGS = st.sampled_from(
    "p|div|b|i|ol|ul|li|li|span|sup|h2|table|tr|td|blockquote|pre|a href='#x' name='y'|a href='#y' id='x'|"
    "p style='mso-list:l0 level2 lfo1'|span style='mso-list:Ignore'|ol type=a|ul style='list-style-type:none'"
    .split("|")
)  # fmt: skip
PLACES = st.sampled_from([("p1", 0), ("p1", 5), ("p1", 38), ("e1", 0), ("e1", 32), ("a2", 0), ("b2", 8), ("v4", 0)])


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Draw HTML of all sorts, some of it broken."""
    parts: list[str] = []
    open_tags: list[str] = []
    for _ in range(draw(st.integers(0, 25))):
        choice = draw(st.integers(0, 3))
        if choice == 0:
            tag = draw(TAGS)
            parts.append(f"<{tag}>")
            open_tags.append(tag.partition(" ")[0])
        elif choice == 1 and open_tags:
            parts.append(f"</{open_tags.pop()}>")
        elif choice == 2:
            parts.append(
                draw(st.sampled_from(["<br>", "&nbsp;", "<hr>", "<!-- x -->", "&#x2028;", "</p>", "<", "&amp"]))
            )
        else:
            parts.append(escape(draw(FRAGMENTS)))
    return "".join(parts)


def letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha())


def held(resolution: Resolution) -> str:
    return letters("".join(flatten(one.text) for one in resolution.body))


def is_kept(text: str, found: Resolution) -> bool:
    """Return whether the letters of `text` stand in `found` in their order, but for those of typed numbers."""
    there = iter(held(found))
    wanted = letters(re.sub(r"(?<!\w)(\(?(a|i|II)[.)])", " ", text))
    return all(sign in there for sign in wanted)


@settings(max_examples=200)
@given(MESSES, PLACES)
def test_any_text_can_be_pasted_and_is_kept(text: str, place: tuple[str, int]) -> None:
    start = empty()
    found, _ = text_in(start, at(*place), text)
    assert is_kept(clean(text), found)


@settings(max_examples=200)
@given(pages(), PLACES)
def test_any_page_can_be_pasted(page: str, place: tuple[str, int]) -> None:
    html_in(empty(), at(*place), page)


@settings(max_examples=100)
@given(st.text(max_size=400), PLACES)
def test_anything_can_be_pasted_as_a_page(page: str, place: tuple[str, int]) -> None:
    html_in(empty(), at(*place), page, page)


@given(st.lists(st.lists(st.sampled_from(["States", "and", "Ж", "é & <b>", "end."]), min_size=1).map(" ".join)), PLACES)
def test_the_words_of_a_page_are_kept_in_order(paragraphs: list[str], place: tuple[str, int]) -> None:
    page = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    start = empty()
    found, _ = html_in(start, at(*place), page)
    assert is_kept("".join(paragraphs), found)


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 60_000 + "x",
        "<b>x" * 60_000,
        "<a href='#a' name='a'>1</a>" * 20_000,
        "<ul><li>x" * 1_000,
        "&amp;" * 200_000,
        "<" * 1_000_000,
        "<p style='" + "a:b;" * 200_000 + "'>x",
        "<table><tr>" + "<td>x" * 4_000,
        "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><p>&c; x",
        "<p>x<br>" * 2_000,
        "<div id=a>" * 20_000 + "<p>x",
        "<img src='http://0.0.0.0/x'><link rel=stylesheet href='file:///etc/passwd'><p>x",
    ],
)  # fmt: skip
def test_hostile_pages_are_read_in_time(page: str) -> None:
    with suppress(ImportFailure):
        html_in(empty(), at("v4"), page)
